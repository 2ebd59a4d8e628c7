/* deadline: how a legal or contractual clock stands, in words.
 * Owns nothing; promises one answer for prompt, board and list alike. Never decides whether a duty applies. */
#ifndef DESK_DEADLINE_H
#define DESK_DEADLINE_H

#include "desk/paint.h"
#include "desk/wording.h"

enum deadline_status {
	DEADLINE_RUNNING,
	DEADLINE_PROVISIONAL, /* nobody logged `aware`: it runs from `detected` until somebody does */
	DEADLINE_WAITING,     /* its moment has not been logged */
	DEADLINE_FILED
};

struct deadline_view {
	enum deadline_status status;
	int32_t due, left; /* seconds; left is negative when late; STATE_NEVER without a due time */
	int32_t filed;
	int32_t moment;
};

struct deadline_view deadline_view(const struct session *session, int deadline, int32_t now);

/* "67h48 left", "2h late", "not assessed", "filed T+66:10". Returns out. */
char *deadline_words(const struct deadline_view *view, char out[WORDING_BUFFER]);

/* Amber while it runs, red when it was missed. */
enum paint_colour deadline_colour(const struct deadline_view *view);

/* The open one that falls first; NAMES_NONE when none runs. */
int deadline_nearest(const struct session *session, int32_t now);

/* Every deadline whole (party, law, from which moment, due when, what is left), the countries that no law here covers,
 * and the caveat. */
void deadline_list(const struct paint *paint, const struct session *session, int32_t now);

#endif
