local again = (("a"):rep(8000)):gmatch(".-b")
while true do again() end
