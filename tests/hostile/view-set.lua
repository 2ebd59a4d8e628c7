w.now = 5
