error(math.random(100))
