local s = ("a"):rep(3000)
print = s:find(("a?"):rep(30) .. ("a"):rep(30) .. "b")
