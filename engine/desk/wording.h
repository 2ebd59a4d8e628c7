/* wording: the small phrases that many screens share: who, when, which, how much.
 * Owns nothing; promises words that people use, from a session alone. Never lays out a line. */
#ifndef DESK_WORDING_H
#define DESK_WORDING_H

#include "exercise/session.h"

enum { WORDING_BUFFER = 160 };

/* Whether this is a drill: only then may EXERCISE be said, and it must be. */
bool wording_drill(const struct session *session);

/* "T+1:30, Thu 5 Mar 2026, 23:10". Returns out. */
char *wording_when(const struct session *session, int32_t t, char out[WORDING_BUFFER]);

/* "it-admin (Arif)"; the role alone when nobody holds it. Returns out. */
char *wording_role(const struct session *session, const char *role, char out[WORDING_BUFFER]);

/* The name of a person by number; "nobody" when there is none. */
const char *wording_person(const struct session *session, int person);

/* "aware+1h", "+2h"; "" when it has none. Returns out. */
char *wording_due(const struct shape_due *due, char out[WORDING_BUFFER]);

/* When a playbook's due time falls; STATE_NEVER while its moment is not logged. */
int32_t wording_due_at(const struct session *session, const struct shape_due *due);

/* Replaces the terms in `s` (NULL is ""); the text is cleared first. Returns its data. */
const char *wording_expand(const struct session *session, const char *s, struct text *out);

/* A fact's value as somebody gave it: its own words, or number, unit and verb. Returns out. */
char *wording_fact(const struct session *session, int fact, int32_t value, const char *text, char out[WORDING_BUFFER]);

/* "a, b, c". Returns the text's data. */
const char *wording_list(const struct shape_texts *texts, struct text *out);

/* How many decisions this drill plays. */
int wording_decisions(const struct session *session);

/* A number of the kind as its id: short for names_id. */
const char *wording_id(const struct session *session, enum names_kind kind, int number);

#endif
