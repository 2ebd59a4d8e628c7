/* msel_import: a scenario's start out of an events list that somebody keeps in a spreadsheet.
 * Owns nothing; promises that the columns may have any usual name and order, that every fault is told with its row and
 * column, and that what comes out passes `drill72 check`. Never writes a file. */
#ifndef DESK_MSEL_IMPORT_H
#define DESK_MSEL_IMPORT_H

#include "content/world.h"
#include "desk/msel_lexicon.h"

/* Appends the scenario `id` as Lua. `world`: of the playbook alone, whose company, roles and actions it is read with.
 * `known`: the names of columns and the like. `now`: the day of a list without dates, seconds since 1970. False after
 * adding every fault; what was understood only in part is a warning. */
bool msel_import(const struct file *file, const struct world *world, const struct msel_lexicon *known, const char *id,
                 int64_t now, struct text *out, struct diags *diags);

#endif
