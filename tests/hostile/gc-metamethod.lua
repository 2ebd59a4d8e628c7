local t = { __gc = function() while true do end end }
setmetatable({}, t)
