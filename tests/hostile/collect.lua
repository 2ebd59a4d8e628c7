error(collectgarbage "count")
