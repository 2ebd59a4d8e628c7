error(tostring(print or tostring))
