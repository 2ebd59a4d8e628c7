/* sweep_cells: which cells of a state can still matter.
 * Owns nothing; promises that a trimmed state goes on exactly as the one it was made of, points included, so that
 * trimmed states which are equal have one future. Never moves the story on. */
#ifndef DESK_SWEEP_CELLS_H
#define DESK_SWEEP_CELLS_H

#include "desk/sweep_reach.h"

enum sweep_cells_mark { SWEEP_UNASKED, SWEEP_WAITS, SWEEP_LEFT }; /* of a question: put off until late, or for good */

/* Puts back what nothing will read any more, and what differs only in ways that nothing can tell; what can't be made
 * good any more is priced at once (into STATE_SCORE) and not at EndEx. `marks`: one a question, of enum
 * sweep_cells_mark. */
void sweep_cells_trim(struct sweep_reach *reach, struct state *state, uint8_t *marks);

#endif
