include "lib/drill"
inject "a" { at = "9999d", from = "X", to = "all", channel = "email", text = "T" }
inject "b" { after = "c", delay = "9999d", from = "X", to = "all", channel = "email", text = "T" }
inject "c" { after = "a", delay = "9999d", from = "X", to = "all", channel = "email", text = "T" }
