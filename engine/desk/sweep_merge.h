/* sweep_merge: the parts of one sweep as a whole.
 * Owns nothing but what it returns; promises the counts that one sweep would have told, or a reason why these are not
 * its parts. States that several parts met are counted by each. */
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
