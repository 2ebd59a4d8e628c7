error("before" .. string.char(1) .. "after")
