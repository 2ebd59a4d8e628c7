include(12)
