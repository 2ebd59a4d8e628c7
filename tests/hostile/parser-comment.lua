--[==[ a comment
without an end
]=] ]]
