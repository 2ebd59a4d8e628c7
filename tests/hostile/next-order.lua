local k = next({ a = 1, b = 2 })
