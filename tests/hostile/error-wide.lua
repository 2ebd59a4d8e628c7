error("xy" .. ("\u{4e2d}"):rep(3000))
