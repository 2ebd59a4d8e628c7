include "lib/drill"
for i = 1, 250 do inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) while true do end end } end
