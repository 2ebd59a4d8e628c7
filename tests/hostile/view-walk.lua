for k in pairs(w) do end
