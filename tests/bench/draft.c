/* A notice from a record of a thousand turns: read, gathered, filled in; and how much of that is its own. */
#include "bench.h"
#include "long.h"

#include "desk/drafting.h"
#include "desk/origin.h"
#include "desk/unbacked.h"

#include <string.h>

enum { ROUNDS = 15, TURNS = 1000 };

static bool write_notice(const struct matter *matter, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct drafting *drafting = drafting_open(matter->world, diags);
	struct notice notice;
	bool done = drafting && drafting_write(drafting, matter, "customer-confirmed", "en", arena, &notice, diags) &&
	            unbacked_find(drafting, &notice, arena, diags);
	drafting_free(drafting);
	arena_free(arena);
	return done;
}

/* The whole of `drill72 draft`, and what comes behind reading the record, in milliseconds. */
static void draft(const char *path, double *whole, double *own)
{
	struct origin origin;
	struct diags diags;
	diags_init(&diags);
	const struct origin_choice choice = {.journal = path};
	double from = bench_us();
	if (!origin_open(&origin, &choice, &diags))
		exit(2);
	double read = bench_us();
	if (!write_notice(origin.matter, &diags))
		exit(2);
	double end = bench_us();
	*whole = (end - from) / 1e3;
	*own = (end - read) / 1e3;
	origin_close(&origin);
	diags_free(&diags);
}

int main(int argc, char **argv)
{
	char path[256];
	double whole[ROUNDS], own[ROUNDS];
	if (argc < 2)
		return 2;
	snprintf(path, sizeof path, "%s/draft.jsonl", argv[1]);
	if (!long_journal(path, TURNS))
		return 2;
	for (int i = 0; i < ROUNDS; i++)
		draft(path, &whole[i], &own[i]);
	double all = bench_least(whole, ROUNDS), ours = bench_least(own, ROUNDS);
	int over = bench_line("a notice drafted from a journal of 1000 turns", all, 20, "ms");
	over += bench_line("the same / reading the journal", all / (all - ours), 1.5, "x");
	return over ? 1 : 0;
}
