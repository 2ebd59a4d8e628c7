/* A record as a matter, for a notice: linear in its length (measured where neither fits a cache, in processor time),
 * and quick for one of a thousand turns. */
#include "bench.h"

#include "exercise/gather.h"

#include "../tiny.h"

enum { ROUNDS = 15, USUAL = 1000, SHORT = 10 * USUAL, TIMES = 4 };

static struct statement_value values[] = {{0, NAMES_NONE, NAMES_NONE, 9870, 1, "9,870 people", NULL},
                                          {NAMES_NONE, 0, NAMES_NONE, SHAPE_UNSET, 1, "We keep a log.", NULL}};

/* One turn in eight publishes; the rest claim, verify, correct and note. */
static struct event event_of(int32_t n, const struct statement *statement)
{
	switch (n % 8) {
	case 0:
		return (struct event){.kind = EVENT_DRAFTED, .statement = statement};
	case 1:
		return (struct event){.kind = EVENT_OVERRIDDEN, .why = "no time"};
	case 2:
		return (struct event){.kind = EVENT_PUBLISHED, .at = STATE_NEVER, .statement = statement};
	case 3:
		return (struct event){.kind = EVENT_NOTED, .ref = NAMES_NONE, .text = "said by phone"};
	case 4:
		return (struct event){.kind = EVENT_CLAIMED, .ref = n % 4 ? 0 : 3, .value = n, .text = "about that"};
	default:
		return (struct event){.kind = EVENT_VERIFIED, .ref = n % 4, .value = n, .text = "a log", .who = "Arif"};
	}
}

static struct session *session_of(const struct world *world, int32_t turns)
{
	static const struct event_start start = {
	    .mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	static const struct statement statement = {
	    .template = "customer-holding", .lang = "en", .text = "9,870 people.", .values = values, .nvalues = 2};
	struct session *session = session_new(world, NULL, &start);
	for (int32_t n = 1; n <= turns; n++) {
		struct event event = event_of(n, &statement);
		struct event_turn turn = {
		    .n = n, .t = n, .by = "facilitator", .cause = "x", .events = &event, .count = 1};
		session_apply(session, &turn);
	}
	return session;
}

/* Microseconds of processor time; neighbours on the machine do not count in. */
static double gathering(const struct world *world, int32_t turns)
{
	double took[ROUNDS];
	struct session *session = session_of(world, turns);
	for (int i = 0; i < ROUNDS; i++) {
		struct arena *arena = arena_new();
		clock_t from = clock();
		if (!gather_matter(session, arena)->nwords)
			exit(2);
		took[i] = (double)(clock() - from) * 1e6 / CLOCKS_PER_SEC;
		arena_free(arena);
	}
	session_free(session);
	return bench_least(took, ROUNDS);
}

int main(void)
{
	struct diags diags;
	diags_init(&diags);
	struct world *world = tiny_world(true, &diags);
	if (!world)
		return 2;
	double usual = gathering(world, USUAL), brief = gathering(world, SHORT);
	double lengthy = gathering(world, TIMES * SHORT);
	int over = bench_line("gather 40,000 turns / 4 x 10,000 turns", lengthy / (TIMES * brief), 2, "x");
	over += bench_line("gather a record of 1,000 turns", usual / 1e3, 20, "ms");
	world_free(world);
	diags_free(&diags);
	return over ? 1 : 0;
}
