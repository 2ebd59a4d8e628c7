("").__index.__gc = 1
