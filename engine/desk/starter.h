/* starter: a first version of a file that somebody is going to make their own.
 * Owns nothing; promises that what it writes passes `drill72 check` as it is. Never writes a file. */
#ifndef DESK_STARTER_H
#define DESK_STARTER_H

#include "base/diag.h"

/* A notice by that name in a language: the words of the shipped one of its name or kind, else a heading for each of the
 * contents that its readers are owed. Appends the file's path and its bytes. False after adding the fault: a name that
 * can't be one, an unknown language. */
bool starter_notice(const char *name, const char *lang, struct text *path, struct text *bytes, struct diags *diags);

/* A small scenario or playbook by that name, whole, with comments: it passes its check and plays as it is
 * (start.scenario.mustache, start.playbook.mustache). Appends the file's path and its bytes. False after adding the
 * fault. */
bool starter_scenario(const char *name, struct text *path, struct text *bytes, struct diags *diags);
bool starter_playbook(const char *name, struct text *path, struct text *bytes, struct diags *diags);

/* "vip-list" is the id of "Vip list"; of the arena. */
const char *starter_title(const char *id, struct arena *arena);

#endif
