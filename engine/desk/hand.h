/* hand: a typed line carried out: read, its notice drafted, its act taken.
 * Owns the outlet of whoever types; promises that a line is read and carried out in one way, at a console, in a test
 * and when a record is taken again. Never decides how an act is taken: `take` does. */
#ifndef DESK_HAND_H
#define DESK_HAND_H

#include "desk/command.h"
#include "desk/outlet.h"

enum { HAND_COLUMNS = 80 }; /* where nobody looks */

struct hand {
	struct outlet outlet;
	struct text unseen; /* what a draft told where nobody looks */
	bool alone;         /* as in struct command_context */
	bool looks;         /* somebody does: a draft is shown, and filed beside the journal */
	/* False when it was not taken, with a sentence in `why` that says so unless it was told. */
	bool (*take)(void *context, struct act *act, char why[ACT_WHY]);
	void *context;
};

/* `screen` is where drafts are shown, the path `journal` what their files lie beside. */
void hand_open(struct hand *hand, const struct session *session, const char *journal, struct text *screen);

/* The same where nobody looks: nothing is shown, and no file is left. */
void hand_open_unseen(struct hand *hand, const struct session *session);
void hand_close(struct hand *hand);

/* Reads a line that was begun at the question `question`, at scenario second `t`. */
struct command hand_read(const struct hand *hand, const char *line, int question, int32_t t, struct arena *arena);

/* Whether it is carried out here; other commands are about the screen, the clock and whoever sits there. */
bool hand_carries(const struct command *command);

/* Carries it out; false as `take` leaves it, or with what a draft told in `why`. */
bool hand_carry(struct hand *hand, const struct command *command, struct arena *arena, char why[ACT_WHY]);

/* Reads a line and carries it out, for the question that is open. A refusal is false, with its sentence in `why`;
 * `*kind` is what was typed. */
bool hand_type(struct hand *hand, const char *line, int32_t t, struct arena *arena, enum command_kind *kind,
               char why[ACT_WHY]);

#endif
