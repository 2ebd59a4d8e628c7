/* cmd_copy: a notice in each language that it was asked for in, written where it goes, and told of on standard error.
 */
#ifndef DESK_CMD_COPY_H
#define DESK_CMD_COPY_H

#include "desk/drafting.h"
#include "desk/origin.h"

struct cmd_copy {
	const char *name, *lang, *output;
	int64_t format; /* enum rendition_format; -1: by -o's ending, else by the notice's channel */
};

/* A language that has faults keeps none of the others back. False after adding every fault. */
bool cmd_copy_all(const struct cmd_copy *copy, const struct origin *origin, struct drafting *drafting,
                  struct diags *diags);

#endif
