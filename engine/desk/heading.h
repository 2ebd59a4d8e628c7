/* heading: the first line of a scenario's test: `play SCENARIO [options]` or `train SCENARIO [options]`, also with the
 * program's name before it.
 * Owns nothing but what an arena holds; promises that what it can be told are the options of the command itself, where
 * they make sense of a test. Never reads a second line. */
#ifndef DESK_HEADING_H
#define DESK_HEADING_H

#include "desk/playing.h"

/* Whether a line begins as one does. */
bool heading_is(const char *line);

/* Reads `line`, which has to live as long as `out`; `place` is that of its beginning. False after adding the fault;
 * out->scenario is what was named, "" when nothing was. */
bool heading_read(const char *line, struct diag_place place, struct arena *arena, struct diags *diags,
                  struct playing *out);

#endif
