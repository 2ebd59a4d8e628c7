include "lib/drill"
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = ("\n"):rep(32000) }
