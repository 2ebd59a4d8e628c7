return "at " .. w
