/* cmd_bar: how far a sweep has come, as a bar on a terminal.
 * Owns the line that it stands on; promises that nothing shows before half a second, that it is drawn ten times a
 * second at most, and that it is gone when wiped. Never writes where nobody looks: whoever calls it asks for a
 * terminal. */
#ifndef DESK_CMD_BAR_H
#define DESK_CMD_BAR_H

#include "base/text.h"
#include "desk/sweep_graph.h"

struct cmd_bar {
	int64_t due_ms; /* boot time of the next drawing */
};

struct cmd_bar cmd_bar_begin(void);

/* Told of by sweep_graph; `bar`: a struct cmd_bar. */
void cmd_bar_show(void *bar, const struct sweep_graph_progress *progress);
void cmd_bar_wipe(void);

/* What is drawn, under 64 columns wide. */
void cmd_bar_add(const struct sweep_graph_progress *progress, struct text *out);

#endif
