error(string.format("%s", {}))
