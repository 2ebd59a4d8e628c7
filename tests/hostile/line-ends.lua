local a = 1local b = 2
while true do end