while true do (("a b"):rep(3000)):gsub("%f[%w]%w+%f[%W]", "%0%0") end
