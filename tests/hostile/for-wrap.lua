for i = math.maxinteger - 1, 1e999 do for j = math.mininteger, math.maxinteger do end end
