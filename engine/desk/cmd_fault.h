/* cmd_fault: how every subcommand tells what was wrong: cleaned, on standard error. */
#ifndef DESK_CMD_FAULT_H
#define DESK_CMD_FAULT_H

#include "base/diag.h"

/* One sentence behind "drill72: "; returns 1, the exit status of a user's fault. */
int cmd_fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* All findings; nothing when there are none. */
void cmd_fault_list(const struct diags *diags);

#endif
