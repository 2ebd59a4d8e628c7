/* manual: the commands' table as a page, as one command's page, and as completions.
 * Owns nothing; promises that what is printed and completed comes from the table's rows alone, and that a completion
 * never names what the room must not see. Never reads a line: the rows say which form does. */
#ifndef DESK_MANUAL_H
#define DESK_MANUAL_H

#include "base/text.h"
#include "desk/form.h"

enum manual_group {
	MANUAL_ANSWER,
	MANUAL_CHECKLIST,
	MANUAL_RECORD,
	MANUAL_SAY,
	MANUAL_LOOK,
	MANUAL_CLOCK,
	MANUAL_FACILITATOR,
	MANUAL_AFTER,
	MANUAL_GROUPS
};

enum {                       /* flags */
       MANUAL_SHAPE = 1,     /* a shape of line, not a word to type */
       MANUAL_WITH = 2,      /* shares the line of the row before it */
       MANUAL_NOT_ALONE = 4, /* the facilitator's: not in train */
       MANUAL_ENDED = 8,     /* after EndEx */
       MANUAL_ALWAYS = 16    /* before and after EndEx */
};

struct manual_row {
	const char *name;
	enum manual_group group;
	unsigned flags;
	int kind;          /* enum command_kind */
	enum act_kind act; /* ACT_KINDS: none */
	enum form form;
	enum names_kind names;            /* FORM_ONE */
	const char *usage, *brief, *help; /* an example; one line; a page */
};

struct manual {
	const struct manual_row *rows;
	size_t n;
};

/* The row that is typed so, NULL when there is none; and the nearest name. */
const struct manual_row *manual_find(const struct manual *manual, const char *name);
const char *manual_nearest(const struct manual *manual, const char *name);

/* All commands, by purpose: 24 rows of 80 columns, or one narrow column. */
void manual_page(const struct manual *manual, int columns, struct text *out);
/* One command, or shape; false when there is no such. */
bool manual_explain(const struct manual *manual, const char *name, int columns, struct text *out);

/* As command_complete. */
char *manual_complete(const struct manual *manual, const struct session *session, bool facilitator, const char *before,
                      const char *word, int i);

#endif
