local t = {}
t[("x"):rep(30000)].y = 1
