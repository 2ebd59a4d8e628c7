include "../../etc/passwd"
