/* sweep_cells: which cells of a state can still matter.
 * Owns what follows from a world alone; promises that a trimmed state goes on exactly as the one it was made of, points
 * included, so that trimmed states which are equal have one future. Never moves the story on. */
#ifndef DESK_SWEEP_CELLS_H
#define DESK_SWEEP_CELLS_H

#include "content/state.h"

enum sweep_mark { SWEEP_UNASKED, SWEEP_WAITS, SWEEP_LEFT }; /* of a question: put off until late, or for good */

struct sweep_cells;

/* Over a world at T+0; `followed`: the playbook's steps are begun. NULL when it has more than fits. */
struct sweep_cells *sweep_cells_new(const struct state *state, bool followed);
void sweep_cells_free(struct sweep_cells *cells); /* NULL is fine */

/* A row a hook, a flag a cell: what hooks were seen to read; for cascade. */
bool *sweep_cells_read(struct sweep_cells *cells);

/* Whether hooks were seen to read a cell since the last call. */
bool sweep_cells_learned(struct sweep_cells *cells);

/* Puts back what nothing will read any more, and what differs only in ways that nothing can tell; what can't be made
 * good any more is priced at once (into STATE_SCORE) and not at EndEx. `marks`: one a question, of enum sweep_mark. */
void sweep_cells_trim(struct sweep_cells *cells, struct state *state, uint8_t *marks);

#endif
