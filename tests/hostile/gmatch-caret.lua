local s = ("^"):rep(32000)
for i = 1, 1000 do
  for _ in s:gmatch("^.-b") do end
end
error "no charge was made"
