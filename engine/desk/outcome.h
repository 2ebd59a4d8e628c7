/* outcome: the chapters of the after-action model that weigh: score, clocks, decisions, coverage.
 * Owns nothing; promises trees of integers, flags and strings that follow from the session alone.
 * Never proposes: that is findings. Every tree is the caller's. */
#ifndef DESK_OUTCOME_H
#define DESK_OUTCOME_H

#include "content/phrase.h"
#include "desk/account.h"
#include "exercise/record.h"

struct jsn *outcome_score(const struct account *account, const struct phrases *phrases);
struct jsn *outcome_clocks(const struct session *session, const struct phrases *phrases);
struct jsn *outcome_decisions(const struct account *account, const struct phrases *phrases);
struct jsn *outcome_facts(const struct session *session, const struct phrases *phrases);

/* Why a step was skipped stands in the turns alone. */
struct jsn *outcome_coverage(const struct record *record, const struct phrases *phrases, struct arena *arena);

/* Seconds, or null for STATE_NEVER. */
void outcome_put_time(struct jsn *object, const char *key, int32_t t);

#endif
