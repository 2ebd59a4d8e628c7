local a, b = ("x"):rep(30000), ("x"):rep(29999) .. "x"
while true do local same = a == b end
