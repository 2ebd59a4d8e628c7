include "lib/drill"
inject "a" { at = "99999999999999999999h", from = "X", to = "all", channel = "email", text = "T" }
inject "b" { at = "9223372036854775807d", from = "X", to = "all", channel = "email", text = "T" }
inject "c" { after = "a", delay = "2147483648m", from = "X", to = "all", channel = "email", text = "T" }
