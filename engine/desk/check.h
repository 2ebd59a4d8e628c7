/* check: findings about a file that an author wrote, before the day.
 * Owns nothing; promises every fault with its place and code, what is odd unless the author allows it there
 * (check_allow), and the real minutes that a scenario's cuts take (plan). Never plays. */
#ifndef DESK_CHECK_H
#define DESK_CHECK_H

#include "content/world.h"

/* Checks one file, told apart by its content and name (a scenario, playbook, law, vocabulary, notice, facts);
 * `playbook` as in shelf_choice. Findings go to `diags`, in order; facts for people (minutes, coverage) to `out`. False
 * when it has faults. */
bool check_file(const char *path, const char *playbook, struct diags *diags, struct text *out);

/* The actions a world's scenario needs (expects, on, unless, does of its best options) that no step does; of the arena.
 */
struct shape_texts check_missing(const struct world *world, struct arena *arena);

#endif
