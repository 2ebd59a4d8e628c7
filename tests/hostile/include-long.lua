include(("x/"):rep(3000) .. "y")
