/* brief: what a scenario says of itself: title, company, start, roles, pace, truth.
 * Owns nothing but what its arena holds; promises a known zone, a real start, a pace that rises, moments in order.
 * Never knows what happens in it. */
#ifndef CONTENT_BRIEF_H
#define CONTENT_BRIEF_H

#include "base/clock.h"
#include "content/playbook.h"
#include "content/shape.h"

enum { BRIEF_PACE_MAX = 16 };

struct brief {
	const char *title, *synopsis;
	struct playbook_company company;
	struct shape_pairs terms;
	struct shape_texts roles;
	int64_t starts; /* T+0, seconds since 1970 */
	struct clock_piece pace[BRIEF_PACE_MAX];
	size_t pieces;
	int32_t truth[SHAPE_MOMENTS]; /* seconds from T+0, SHAPE_UNSET when never; detected is 0 */
};

extern const struct shape brief_shape; /* what an author may write there */

/* Reads the body of `scenario`; false after adding every fault, with whatever could be read. */
bool brief_read(const struct shape_reader *reader, const struct yml *body, struct brief *out);

#endif
