/* assay: the values of a notice that went out, held against their proofs and, after EndEx, against the truth.
 * Owns nothing; promises that what was false stands beside what is so, and that nobody is told before EndEx, or in an
 * incident. Never prices it: price does. */
#ifndef DESK_ASSAY_H
#define DESK_ASSAY_H

#include "content/phrase.h"
#include "desk/issue.h"

struct matter;

/* Whether the truth may be told: after EndEx of a drill. */
bool assay_tells(const struct session *session);

/* Appends values of a notice, the first few of them; nothing where there is none, or nobody may know. */
typedef void assay_say(const struct session *session, const struct phrases *phrases, const struct issue *issue,
                       struct text *out);
assay_say assay_falsehoods; /* those that were false, each with what is so */
assay_say assay_unproved;   /* those that nothing proved, false ones aside */

/* Why what went out in a turn was a critical failure: the reason on record, and which values were false. */
void assay_reason(const struct session *session, const struct phrases *phrases, const struct ledger_entry *critical,
                  struct text *out);

/* Puts `values`: a row each (README). `matter` has the sources of proofs in words. */
void assay_put_values(const struct session *session, const struct phrases *phrases, const struct matter *matter,
                      const struct issue *issue, struct jsn *row);

#endif
