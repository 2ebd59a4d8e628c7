error("\nother.lua:1: all is well", 0)
