include "lib/drill"
inject "a" { at = "-1h", from = "X", to = "all", channel = "email", text = "T" }
inject "b" { at = -1, from = "X", to = "all", channel = "email", text = "T" }
inject "c" { at = "1h-2h", from = "X", to = "all", channel = "email", text = "T" }
