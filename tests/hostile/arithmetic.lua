local a = math.mininteger // -1 + math.maxinteger * 2 + (1 << 4000) + (1 >> -4000)
a = a + math.tointeger(2 ^ 62) + (math.mininteger % -1)
return a // 0
