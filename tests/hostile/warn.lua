warn("@on", "\27[2J")
