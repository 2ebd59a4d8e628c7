local s = ("a"):rep(30000)
s:gsub(".", function() while true do end end)
