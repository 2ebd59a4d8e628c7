for line in io.lines("/etc/passwd") do error(line) end
