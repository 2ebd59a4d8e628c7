inject "x" { [1.5] = 1, [true] = 2, ["\xff"] = 3, [7] = 4 }
