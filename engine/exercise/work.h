/* work: people are the bottleneck: what each is busy with, and what waits for them (pure).
 * Owns nothing; promises that a person does one thing at a time, first in, first out, whatever roles they hold.
 * Never changes anything. */
#ifndef EXERCISE_WORK_H
#define EXERCISE_WORK_H

#include "content/state.h"

/* The step a person is busy with; NAMES_NONE when free. */
int work_current(const struct state *state, int person);

/* The step that waits longest for a person; NAMES_NONE when none does. */
int work_next(const struct state *state, int person);

/* Who does a step: as assigned, else whoever holds its owner's role now. */
int work_person(const struct state *state, int step);

/* Whether a step is done or skipped. */
bool work_settled(const struct state *state, int step);

/* The first step that has to come before a step and is neither done nor skipped; NAMES_NONE when none is. */
int work_missing(const struct state *state, int step);

#endif
