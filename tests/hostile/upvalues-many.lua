include "lib/drill"
local all = {}
for i = 1, 3000 do local n = i; all[i] = function() n = n + 1; return n end end
for i = 1, 100 do inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) return all[i]() == i + 1 end } end
