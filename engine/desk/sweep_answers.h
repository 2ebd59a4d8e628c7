/* sweep_answers: the paths that a sweep tells of, as files of lines for `train --answers`.
 * Owns nothing; promises a file for the best and the worst path and for each fault, and the command that plays it.
 * Never writes elsewhere than into the folder it was given, nor over a file that is not as a sweep wrote it. */
#ifndef DESK_SWEEP_ANSWERS_H
#define DESK_SWEEP_ANSWERS_H

#include "base/diag.h"
#include "base/jsn.h"

/* Writes them all or, where one can't take its place, none; and appends what to type to `told`; `scenario`, `playbook`
 * (NULL) and `core` as they were asked for, or without a `scenario` as the model has them. False after adding the
 * fault.
 */
struct sweep_answers {
	const char *folder, *scenario, *playbook;
	bool core;
};
bool sweep_answers_write(const struct sweep_answers *answers, const struct jsn *model, struct text *told,
                         struct diags *diags);

#endif
