local function again() table.sort({ 2, 1 }, again) end
again()
