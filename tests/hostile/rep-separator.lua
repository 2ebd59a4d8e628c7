return ("x"):rep(2, ("y"):rep(32000)):rep(1 << 62, ("z"):rep(9))
