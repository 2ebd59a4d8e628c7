return w.random(2147483648)
