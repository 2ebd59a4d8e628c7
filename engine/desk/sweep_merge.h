/* sweep_merge: the parts of one sweep as a whole.
 * Owns nothing but what it returns; promises the figures and paths that one sweep would have told where every part is
 * complete, or a reason why these are not its parts. Never promises as much of the states and edges, which are counted
 * by each part that met them, nor of paths by chance, of which each part draws its own. */
#ifndef DESK_SWEEP_MERGE_H
#define DESK_SWEEP_MERGE_H

#include "base/diag.h"
#include "base/jsn.h"

enum { SWEEP_MERGE_WHY = 256, SWEEP_MERGE_PARTS = 1024 };

/* NULL with a reason in `why`. The caller owns the model. */
struct jsn *sweep_merge(struct jsn *const *parts, size_t n, char why[SWEEP_MERGE_WHY]);

/* The same of files, each what one part told as JSON. NULL, too, after adding the faults of files. */
struct jsn *sweep_merge_files(char *const *paths, size_t n, struct diags *diags, char why[SWEEP_MERGE_WHY]);

#endif
