/* clearance: a notice on its way out: drafted, approved, published, or refused.
 * Owns nothing; promises that nothing goes out that an authority holds back, and that nothing goes out unapproved or
 * unproved without a reason on record. Never knows how a notice is written. */
#ifndef EXERCISE_CLEARANCE_H
#define EXERCISE_CLEARANCE_H

#include "exercise/cascade.h"

struct clearance {
	struct cascade *cascade;
	int notice;      /* its kind */
	const char *who; /* who drafts, approves, publishes; may be NULL */
	char *why;       /* gets the sentence when it is refused... */
	size_t room;     /* ...cut to this many bytes */
};

/* A statement for each language; `next`: when their texts say that the next word comes, STATE_NEVER. */
bool clearance_draft(const struct clearance *clearance, const struct statement *statements, size_t count, int32_t next);

/* For `role`, "in the room", "by phone", at scenario second `at`. Without a `who` it is whoever holds the role. */
bool clearance_approve(const struct clearance *clearance, int role, const char *how, int32_t at);

/* The draft as it stands, in every language. `because`: why it goes out although an approval or a proof is missing;
 * NULL when nobody says so. */
bool clearance_publish(const struct clearance *clearance, const char *because);

#endif
