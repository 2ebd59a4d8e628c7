#include "desk/cmd_bar.h"

#include "base/clock.h"
#include "desk/sweep_tally.h"

#include <stdio.h>

enum { FIRST_MS = 500, NEXT_MS = 100, WIDTH = 24 };

struct cmd_bar cmd_bar_begin(void)
{
	return (struct cmd_bar){.due_ms = clock_boot_ms() + FIRST_MS};
}

void cmd_bar_add(const struct sweep_graph_progress *p, struct text *out)
{
	static const char full[] = "########################", empty[] = "........................";
	char states[SWEEP_TALLY_ROOM];
	int64_t t = p->t < p->end ? p->t : p->end, end = p->end > 0 ? p->end : 1;
	int filled = (int)(t * WIDTH / end);
	text_addf(out, " %s [%.*s%.*s] %3d %%, %s states", p->followed ? "followed" : "ignored", filled, full,
	          WIDTH - filled, empty, (int)(t * 100 / end), sweep_tally_words(p->states, states));
}

void cmd_bar_show(void *context, const struct sweep_graph_progress *progress)
{
	struct cmd_bar *bar = context;
	struct text line = {0};
	int64_t now = clock_boot_ms();
	if (now < bar->due_ms)
		return;
	bar->due_ms = now + NEXT_MS;
	cmd_bar_add(progress, &line);
	fprintf(stderr, "\r%s\033[K", line.data);
	fflush(stderr);
	text_free(&line);
}

void cmd_bar_wipe(void)
{
	fputs("\r\033[K", stderr);
}
