w.__index.x = 1
