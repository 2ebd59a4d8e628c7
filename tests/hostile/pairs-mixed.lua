for _ in pairs { [true] = 1, [error] = 2, [{}] = 3 } do end
