include "lib/drill"
local long = ("many "):rep(6000)
for i = 1, 1500 do inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = long } end
