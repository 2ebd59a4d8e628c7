local t = {}
t["\27[31mred\u{202E}"]()
