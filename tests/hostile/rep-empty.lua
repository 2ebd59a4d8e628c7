local s = string.rep("", 1 << 60)
