error("error-place.lua:4294967300: from a line that is not there", 0)
