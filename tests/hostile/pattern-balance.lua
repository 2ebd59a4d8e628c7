local s = ("("):rep(30000)
while true do local x = s:gsub("%b()", "") end
