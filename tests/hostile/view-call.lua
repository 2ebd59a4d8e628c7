while true do w:done "open-incident" end
