/* command: a typed line -> what it asks for.
 * Owns nothing but what an arena holds; promises that one table gives parsing, help and completion, that a wrong word
 * is answered with the nearest right one, and that no line crashes it. Never carries anything out. */
#ifndef DESK_COMMAND_H
#define DESK_COMMAND_H

#include "exercise/session.h"

enum command_kind {
	COMMAND_NOTHING, /* an empty line with nothing to do, or a refusal: see `say` */
	COMMAND_ACT,     /* `act` is to be taken */
	COMMAND_NEXT,    /* to the next due instant */
	COMMAND_STATUS,
	COMMAND_STEPS, /* of the phase act.refs[0] */
	COMMAND_FACTS,
	COMMAND_CLOCK,
	COMMAND_LOG,
	COMMAND_AHEAD,    /* the facilitator's side */
	COMMAND_AGAIN,    /* the act.value newest messages; 0: those since the last answer */
	COMMAND_QUESTION, /* show the current decision again */
	COMMAND_DRAFT,    /* act.text, act.over, act.why: as sending_read_draft leaves them */
	COMMAND_BRIEF,
	COMMAND_HELP, /* `say` holds the text */
	COMMAND_STOP,
	COMMAND_QUIT
};

struct command {
	enum command_kind kind;
	struct act act;
	const char *say;       /* for people: a refusal, a help text; may be NULL */
	const char *read_back; /* a choice in words; at a terminal it waits for Enter. NULL otherwise */
	bool refused;          /* `say` tells what was wrong with the line */
};

struct command_context {
	const struct session *session;
	int question; /* the decision that was current when the line was begun; NAMES_NONE */
	bool alone;   /* train: an empty line is `next`, and there is no facilitator */
	int columns;  /* of the window, for help */
	int32_t t;    /* scenario second now */
	struct arena *arena;
};

/* Reads one line. `act.t`, `act.by`, `act.cause` are filled; texts are of the arena. */
struct command command_parse(const struct command_context *context, const char *line);

/* The i-th completion of the word at byte `at` of `line`: commands, ids, roles, names; never an id the room must not
 * see (an inject that has not come, an option not yet revealed), unless `facilitator`. malloc'ed; NULL when there are
 * no more. */
char *command_complete(const struct session *session, bool facilitator, const char *line, int at, const char *word,
                       int i);

/* The help page (one screen) or one command's page; false when there is no such command. */
bool command_help(const char *name, int columns, struct text *out);

#endif
