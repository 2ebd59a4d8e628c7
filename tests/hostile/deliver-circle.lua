include "lib/drill"
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = "T", delivers = "b" }
inject "b" { from = "X", to = "all", channel = "email", text = "T", delivers = "a", cancels = "a" }
