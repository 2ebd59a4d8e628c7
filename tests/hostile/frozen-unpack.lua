include "lib/drill"
local t = {}
for i = 1, 1000 do t[i] = "" end
for i = 1, 5 do inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) while true do table.unpack(t) end end } end
