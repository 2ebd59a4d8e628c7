local step, s = utf8.codes("a" .. ("\x80"):rep(32000))
while true do step(s, 1) end
