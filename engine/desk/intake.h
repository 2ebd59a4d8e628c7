/* intake: bytes as they come from a terminal, a pipe or a file -> keys or lines.
 * Owns what has come and is not used yet; promises bounded memory, and lines that are clean, valid UTF-8 and short.
 * Never reads or waits: whoever reads hands the bytes over. */
#ifndef DESK_INTAKE_H
#define DESK_INTAKE_H

#include "base/text.h"

enum { INTAKE_LINE_MAX = 4096 }; /* bytes of a line, cleaned */

struct intake { /* all zero is an empty one, for lines */
	struct text raw, keys;
	size_t key;    /* of the keys, the next one */
	bool terminal; /* keys are wanted, not lines: pastes are unwrapped */
	bool pasting;
	char last;  /* the last key of a paste */
	bool begun; /* a line has been taken */
	bool cut;   /* of the line that is coming, something was dropped */
};

enum intake_result { INTAKE_NOTHING, INTAKE_LINE, INTAKE_TOO_LONG };

void intake_free(struct intake *intake);
void intake_drop(struct intake *intake); /* forgets all that is not used yet, and any paste */
void intake_add(struct intake *intake, const char *bytes, size_t len);

/* The next line, cleaned, without its end; `ended` takes what has no end, too. A line too long is dropped whole. */
enum intake_result intake_line(struct intake *intake, bool ended, struct text *line);

/* The next key, -1 when there is none. Within a paste a line's end is '\r'; empty lines, which would confirm something,
 * and control keys are left out. */
int intake_peek(const struct intake *intake);
int intake_key(struct intake *intake);

/* Half of what may become a paste's mark is held back; settle when the rest did not come. */
bool intake_held(const struct intake *intake);
void intake_settle(struct intake *intake);

/* Appends bytes as a line: cleaned, NUL and newlines too. False when it came out longer than a line may be. */
bool intake_clean(const char *bytes, size_t len, struct text *line);

#endif
