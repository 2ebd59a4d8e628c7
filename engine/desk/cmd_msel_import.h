/* cmd_msel_import: the half of `drill72 msel` that reads a list instead of writing one. */
#ifndef DESK_CMD_MSEL_IMPORT_H
#define DESK_CMD_MSEL_IMPORT_H

/* Writes a scenario out of the list `path` to `output` (NULL: scenarios/NAME.lua by the list's own name; "-": standard
 * output, and not a word beside it), read with a playbook (NULL: the usual one). Tells its faults. The exit status. */
int cmd_msel_import(const char *path, const char *playbook, const char *output);

#endif
