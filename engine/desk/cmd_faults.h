/* cmd_faults: how every subcommand tells what was wrong. */
#ifndef DESK_CMD_FAULTS_H
#define DESK_CMD_FAULTS_H

#include "base/diag.h"

#include <stdio.h>

/* Prints all findings; nothing when there are none. */
void cmd_faults(const struct diags *diags, FILE *to);

#endif
