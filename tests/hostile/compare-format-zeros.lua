local zero = string.format("%c", 0)
local a, b = zero:rep(32000) .. "a", zero:rep(32000) .. "b"
while a < b do end
