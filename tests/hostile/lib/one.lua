include "two"
include "lib/two"
error "once"
