/* coverage: what of a story the tests of it have reached: injects, options, late branches, reactions, hooks.
 * Owns its list; promises that each is counted once, however many tests reach it, and that what none reaches is named.
 * Never asks a hook and never changes a session. */
#ifndef DESK_COVERAGE_H
#define DESK_COVERAGE_H

#include "base/jsn.h"
#include "exercise/session.h"

struct coverage;

struct coverage *coverage_new(void);
void coverage_free(struct coverage *coverage);

/* A test of this story begins. The first lists what there is to reach; all have to be of the same scenario. */
void coverage_begin(struct coverage *coverage, const struct world *world);

/* What a turn reached, once it is applied. */
void coverage_note(struct coverage *coverage, const struct session *session, const struct event_turn *turn);

/* The `when` of an item gave this answer. */
void coverage_answer(struct coverage *coverage, int item, bool answer);

/* A line each: how many of how many, and the names of the others. Nothing when no test began. */
void coverage_tell(const struct coverage *coverage, struct text *out);

/* The same as data: `injects`, `options`, `late`, `reactions`, `hooks` of `object`, each {all, reached, never}; of what
 * is never reached `name`, and in `of` whose it is (an option's question) or null. */
void coverage_list(const struct coverage *coverage, struct jsn *object);

#endif
