error(("%p"):format("x"))
