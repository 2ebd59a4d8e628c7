/* expectation: a line of a scenario's test that says what should be so by now: `expect delivered token-still-works`.
 * Owns nothing; promises that one that does not hold is told with what is so instead, and one that can't be read with
 * the nearest right word. Never changes the session. */
#ifndef DESK_EXPECTATION_H
#define DESK_EXPECTATION_H

#include "exercise/session.h"

struct expectation_scene {
	const struct session *session;
	int32_t now;         /* scenario second on the clock */
	const char *refused; /* why the typed line before it was refused; NULL when it was taken */
};

/* Whether a line is one, rather than something typed. */
bool expectation_is(const char *line);

/* Whether it hopes that the typed line before it was refused. */
bool expectation_of_refusal(const char *line);

/* Whether it holds; false after adding why not, at `line` of the test `file`. */
bool expectation_holds(const struct expectation_scene *scene, const char *text, const char *file, int line,
                       struct diags *diags);

#endif
