include "lib/drill"
local t = { 3, 1, 2 }
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) table.sort(t) end }
inject "b" { at = "2h", from = "X", to = "all", channel = "email", text = "T", when = function(w) table.insert(t, 1) end }
inject "c" { at = "3h", from = "X", to = "all", channel = "email", text = "T", when = function(w) table.remove(t) end }
