error({ text = function() end })
