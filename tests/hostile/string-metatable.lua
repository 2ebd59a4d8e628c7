local m = getmetatable("").__index
m.rep = nil
