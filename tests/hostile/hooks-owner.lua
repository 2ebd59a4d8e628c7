include "lib/drill"
local function hook() end
local option = { id = ("x"):rep(31000) }
for i = 1, 2500 do option["k" .. i] = hook end
decision "d" { option }
