/* trial: one test of a scenario: an .answers file whose first line says what is played, and whose `expect` lines say
 * what should be so by then; a line that begins with # is a comment.
 * Owns nothing but what an arena holds; promises that it plays the same each time, on the stepped clock, and leaves
 * neither a record nor a file. Never prints. */
#ifndef DESK_TRIAL_H
#define DESK_TRIAL_H

#include "desk/coverage.h"
#include "desk/player.h"
#include "desk/playing.h"

struct trial {
	const struct file *file;
	struct playing playing; /* what its first line says: the scenario by name, seed 1 unless it names one */
	int line;               /* where that stands */
	size_t expectations;    /* how many it has */
};

/* Reads a test's first line: `play SCENARIO [options]` or `train SCENARIO [options]`. The file has to live as long as
 * the trial. False after adding the fault. */
bool trial_read(const struct file *file, struct arena *arena, struct diags *diags, struct trial *trial);

/* Whether a line of a test says something of it rather than being typed: a comment, an expectation, and the `first`
 * line that is none of them. */
bool trial_says(const char *line, bool first);

/* Plays it on the scenario at `scenario`, with `playbook` where it names none. False after adding what was not as
 * expected, and what was refused. */
bool trial_play(const struct trial *trial, const char *scenario, const char *playbook, struct coverage *coverage,
                struct diags *diags);

#endif
