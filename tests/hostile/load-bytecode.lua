LuaS compiled
