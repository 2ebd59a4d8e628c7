local s = ("a"):rep(20000)
local x = s:match(".-.-.-.-b")
