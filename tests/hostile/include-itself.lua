include "itself"
error("once")
