rawset(_ENV, "string", nil)
