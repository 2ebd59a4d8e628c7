error("error-place-negative.lua:3000000000: from a line that is not there", 0)
