error(string.format("\0%p", "abc"):sub(2))
