return ("x"):find(("[^%z]"):rep(99))
