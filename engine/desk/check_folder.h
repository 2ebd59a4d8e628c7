/* check_folder: the files in a folder that check knows.
 * Owns nothing but what its arena holds; promises a bounded list in one order on every machine, without links that
 * leave or go in a circle. Never opens a file. */
#ifndef DESK_CHECK_FOLDER_H
#define DESK_CHECK_FOLDER_H

#include "content/shape.h"

enum { CHECK_FOLDER_MOST = 1000 };

/* Whether the path is a folder; then the scenarios (.lua), playbooks and other YAML and templates (.mustache) in it and
 * below are added by their paths. What lies in a lib/ is checked with the scenarios that include it; hidden files and
 * an editor's .d.lua are left out. */
bool check_folder(const char *path, struct arena *arena, struct shape_texts *files);

/* The path of the scenario or the playbook that a bare name means, as every command takes it; of the arena. The name
 * itself where it is a path, or means nothing. */
const char *check_folder_named(const char *name, struct arena *arena);

#endif
