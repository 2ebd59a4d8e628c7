include "lib/one"
include "lib/none"
