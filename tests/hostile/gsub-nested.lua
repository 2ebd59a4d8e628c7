local s = ("a"):rep(3000)
while true do s:gsub("a", function() return (s:gsub("a", "b")) end) end
