include "lib/drill"
local r
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) r = w.random; return true end }
inject "b" { at = "2h", from = "X", to = "all", channel = "email", text = "T", when = function(w) return r(6) end }
