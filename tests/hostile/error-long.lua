error("x" .. ("\u{e9}"):rep(3000))
