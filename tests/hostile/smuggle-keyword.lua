include "lib/drill"
local body = inject "late"
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) body { at = "2h" } end }
body { at = "3h", from = "X", to = "all", channel = "email", text = "T" }
