/* findings: what went well and what did not, proposed from the record.
 * Owns nothing but what an arena holds; promises specific sentences, the weightiest first, one a source, and fewer than
 * asked for rather than a made-up one. Never judges a person: it names decisions, steps, deadlines. */
#ifndef DESK_FINDINGS_H
#define DESK_FINDINGS_H

#include "content/phrase.h"
#include "desk/account.h"

struct finding {
	const char
	    *source; /* decision:the-count, step:copy-logs, phase:assess, deadline:kr-pipa.authority, on:wipe-device */
	const char *text;    /* one or two plain sentences */
	const char *because; /* what it teaches; may be NULL */
	int64_t worth;       /* thousandths of a point of the total, always positive */
};

struct findings {
	struct finding *v;
	size_t n;
};

/* At most `max` of each, weightiest first; of the account's arena. */
void findings_propose(const struct account *account, const struct phrases *phrases, size_t max,
                      struct findings *strengths, struct findings *gaps);

#endif
