repeat local x; local function f() return x end until f()
