function string.x() end
string = nil
("a"):rep(3)
