include "lib/broken"
