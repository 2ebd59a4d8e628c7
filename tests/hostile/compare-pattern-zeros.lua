local zero = utf8.charpattern:sub(2, 2)
local a, b = zero:rep(32000) .. "a", zero:rep(32000) .. "b"
while a < b do end
