#include "desk/sweep_told.h"

#include "desk/sweep_tally.h"

#include <string.h>

enum { BAR = 40, BINS = 10, GIVEN_AWAY = 10 }; /* points of the mean above the next answer */

struct told {
	struct text *out;
	int columns;
	bool part;     /* one of several: what it lacks, another may have */
	bool complete; /* every path was played, of the whole */
	sweep_tally paths;
};

static sweep_tally count(const struct jsn *value)
{
	sweep_tally n;
	sweep_tally_read(jsn_text(value), &n);
	return n;
}

static const char *words(const struct jsn *object, const char *key)
{
	const char *found = jsn_text(jsn_get(object, key));
	return found ? found : "";
}

static double percent(sweep_tally part, sweep_tally whole)
{
	return whole ? 100 * (double)part / (double)whole : 0;
}

static double mean(const struct jsn *row)
{
	return (double)jsn_number(jsn_get(row, "mean"), 0) / 1e6;
}

static void wrap(const struct told *t, const char *prefix, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void wrap(const struct told *t, const char *prefix, const char *format, ...)
{
	struct text line = {0};
	va_list args;
	va_start(args, format);
	text_addv(&line, format, args);
	va_end(args);
	text_wrap(t->out, line.data, prefix, t->columns);
	text_free(&line);
}

/* ---- scores ---- */

static sweep_tally bin(const struct jsn *totals, int number)
{
	sweep_tally sum = 0;
	int last = number == BINS - 1 ? 100 : number * 10 + 9;
	for (int i = number * 10; i <= last; i++)
		sum += count(jsn_at(totals, (size_t)i, NULL));
	return sum;
}

static void tell_totals(const struct told *t, const struct jsn *totals)
{
	static const char bar[] = "########################################";
	sweep_tally most = 0;
	for (int i = 0; i < BINS; i++)
		most = bin(totals, i) > most ? bin(totals, i) : most;
	for (int i = 0; i < BINS; i++) {
		sweep_tally paths = bin(totals, i);
		int length = most ? (int)(BAR * (double)paths / (double)most + 0.5) : 0;
		text_addf(t->out, "   %3d-%-3d  %5.1f %%  %.*s\n", i * 10, i == BINS - 1 ? 100 : i * 10 + 9,
		          percent(paths, t->paths), paths && !length ? 1 : length, paths && !length ? "." : bar);
	}
}

static const char *why_incomplete(const struct jsn *world)
{
	if (jsn_number(jsn_get(world, "overflow"), 0))
		return "There are more paths than can be counted.";
	if (jsn_number(jsn_get(world, "endless"), 0))
		return "Functions that never end are asked in too many states; one that was met is from then on "
		       "taken to fail wherever it is asked.";
	return "There are more states than were asked for.";
}

static void tell_sample(struct told *t, const struct jsn *sample, const char *why)
{
	char paths[SWEEP_TALLY_ROOM];
	if (!sample) { /* the parts could be counted, and their sum can't */
		text_add(t->out, "   There are more paths than can be counted.\n");
		return;
	}
	t->paths = (sweep_tally)jsn_number(jsn_get(sample, "paths"), 0);
	wrap(t, "   ",
	     "%s What follows is of %s paths by chance, each choice as likely as its neighbours: mean "
	     "score %.1f, and the best and the worst of them. (A full sweep has another mean: there every path counts "
	     "once, so that an answer counts for more the more paths lead on from it.)",
	     why, sweep_tally_words(t->paths, paths), mean(sample));
	tell_totals(t, jsn_get(sample, "totals"));
}

/* The choices in a line: "who-leads named, the-account suspend". */
static void tell_choices(const struct told *t, const struct jsn *choices)
{
	struct text line = {0};
	for (size_t i = 0; i < jsn_count(choices); i++)
		text_addf(&line, "%s%s", i ? ", " : "", jsn_text(jsn_at(choices, i, NULL)));
	text_wrap(t->out, line.len ? line.data : "(no choice at all)", "     ", t->columns);
	text_free(&line);
}

static void tell_path(const struct told *t, const char *what, const struct jsn *path)
{
	if (!path)
		return;
	int64_t criticals = jsn_number(jsn_get(path, "criticals"), 0);
	text_addf(t->out, "   %s: %d, grade %s", what, (int)jsn_number(jsn_get(path, "total"), 0),
	          words(path, "grade"));
	if (criticals)
		text_addf(t->out, ", %d critical failure%s", (int)criticals, criticals == 1 ? "" : "s");
	text_add(t->out, "\n");
	tell_choices(t, jsn_get(path, "choices"));
}

static void tell_criticals(const struct told *t, const struct jsn *rows)
{
	for (size_t i = 0; i < jsn_count(rows); i++) {
		const struct jsn *row = jsn_at(rows, i, NULL);
		text_addf(t->out, "   %5.1f %%  %s\n", percent(count(jsn_get(row, "paths")), t->paths),
		          words(row, "id"));
	}
}

/* ---- questions ---- */

static double moves(const struct jsn *ways)
{
	double low = 0, high = 0;
	for (size_t i = 0; i < jsn_count(ways); i++) {
		double m = mean(jsn_at(ways, i, NULL));
		low = i == 0 || m < low ? m : low;
		high = i == 0 || m > high ? m : high;
	}
	return high - low;
}

static void tell_decision(const struct told *t, const struct jsn *decision)
{
	const struct jsn *ways = jsn_get(decision, "ways");
	struct text line = {0};
	text_addf(t->out, "   %-24s %5.1f\n", words(decision, "id"), moves(ways));
	for (size_t i = 0; i < jsn_count(ways); i++) {
		const struct jsn *way = jsn_at(ways, i, NULL);
		text_addf(&line, "%s%s %.1f (%d-%d)", i ? ", " : "", words(way, "way"), mean(way),
		          (int)jsn_number(jsn_get(way, "worst"), 0), (int)jsn_number(jsn_get(way, "best"), 0));
	}
	text_wrap(t->out, line.len ? line.data : "never asked", "     ", t->columns);
	text_free(&line);
}

static void tell_decisions(const struct told *t, const struct jsn *decisions)
{
	wrap(t, "   ",
	     "How far each question moves the mean score; then each answer's mean, and the lowest and highest "
	     "score that stay possible. (A mean is taken before scores are cut to 0 to 100.)");
	for (size_t i = 0; i < jsn_count(decisions); i++)
		tell_decision(t, jsn_at(decisions, i, NULL));
}

/* ---- what is wrong ---- */

static bool tell_unreached(const struct told *t, const struct jsn *unreached)
{
	static const char *const kinds[][2] = {{"injects", "brings the inject"},
	                                       {"decisions", "asks"},
	                                       {"options", "can answer"},
	                                       {"late", "is late with"}};
	bool any = false;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		const struct jsn *ids = jsn_get(unreached, kinds[k][0]);
		for (size_t i = 0; i < jsn_count(ids); i++, any = true)
			text_addf(t->out, " no path %s%s: %s\n", t->complete ? "" : "that was played ", kinds[k][1],
			          jsn_text(jsn_at(ids, i, NULL)));
	}
	return any;
}

static void tell_fault(const struct told *t, const struct jsn *fault)
{
	const char *kind = words(fault, "kind"), *what = words(fault, "what");
	if (strcmp(kind, "runs dry") == 0)
		what = "nothing comes any more, for over eight running minutes before EndEx";
	wrap(t, "   ", "%s: %s. The shortest way there:", kind, what);
	tell_choices(t, jsn_get(fault, "choices"));
}

static void tell_faults(const struct told *t, const struct jsn *world)
{
	const struct jsn *faults = jsn_get(world, "faults");
	for (size_t i = 0; i < jsn_count(faults); i++)
		tell_fault(t, jsn_at(faults, i, NULL));
	if (!jsn_count(faults))
		text_addf(t->out, "   No dead end, and no function that fails%s.\n",
		          t->complete ? "" : ", so far as it was played");
}

/* ---- what an author may want to weigh ---- */

struct standing { /* of the answers to a question, by their means */
	const char *best;
	double first, second, never;
	bool left; /* it can be left unanswered */
};

static struct standing standing_of(const struct jsn *ways)
{
	struct standing s = {.best = ""};
	size_t answers = 0;
	for (size_t i = 0; i < jsn_count(ways); i++) {
		const struct jsn *way = jsn_at(ways, i, NULL);
		const char *name = words(way, "way");
		double m = mean(way);
		if (strcmp(name, "wait") == 0)
			continue;
		if (strcmp(name, "never") == 0) {
			s.left = true;
			s.never = m;
		} else if (answers++ == 0 || m > s.first) {
			s.second = answers == 1 ? m : s.first;
			s.first = m;
			s.best = name;
		} else if (answers == 2 || m > s.second) {
			s.second = m;
		}
	}
	return s;
}

/* Whatever the team does with its playbook. */
static bool tell_remark(const struct told *t, const struct jsn *worlds, size_t number)
{
	bool given = true, left = true;
	double gap = 100;
	struct standing s = {.best = NULL};
	const char *id = "";
	for (size_t i = 0; i < jsn_count(worlds); i++) {
		const struct jsn *decisions = jsn_get(jsn_at(worlds, i, NULL), "decisions");
		const struct jsn *decision = jsn_at(decisions, number, NULL);
		const char *before = s.best;
		s = standing_of(jsn_get(decision, "ways"));
		id = words(decision, "id");
		gap = s.first - s.second < gap ? s.first - s.second : gap;
		given = given && (!before || strcmp(before, s.best) == 0) && gap > GIVEN_AWAY;
		left = left && s.left && s.never > s.second;
	}
	if (given)
		wrap(t, " ", "%s gives itself away: %s scores %.1f points more than the next answer, on average.", id,
		     s.best, gap);
	if (left)
		wrap(t, " ",
		     "%s is better left alone: giving no answer scores more, on average, than any answer but the best "
		     "(%s).",
		     id, s.best);
	return given || left;
}

static bool has(const struct jsn *ids, const char *id)
{
	for (size_t i = 0; i < jsn_count(ids); i++)
		if (strcmp(jsn_text(jsn_at(ids, i, NULL)), id) == 0)
			return true;
	return false;
}

/* Those of one list that are not in the other, too: these were never asked. */
static void tell_conditions(const struct told *t, const struct jsn *ids, const struct jsn *others, const char *answer)
{
	for (size_t i = 0; i < jsn_count(ids); i++) {
		const char *id = jsn_text(jsn_at(ids, i, NULL));
		if (!has(others, id))
			wrap(t, " ", "The condition of %s was %s each time it was asked%s.", id, answer,
			     t->complete ? "" : ", on the paths that were played");
	}
}

/* Of the extended cut alone: in the core there may be nothing left that a condition is about. */
static void tell_all_conditions(const struct told *t, const struct jsn *conditions)
{
	const struct jsn *never_false = jsn_get(conditions, "never-false");
	const struct jsn *never_true = jsn_get(conditions, "never-true");
	tell_conditions(t, never_false, never_true, "true");
	tell_conditions(t, never_true, never_false, "false");
}

static void tell_remarks(const struct told *t, const struct jsn *worlds)
{
	bool any = false;
	for (size_t i = 0; i < jsn_count(jsn_get(jsn_at(worlds, 0, NULL), "decisions")); i++)
		any = tell_remark(t, worlds, i) || any;
	if (!any && t->complete)
		text_add(t->out, " No answer gives itself away, and no question is better left alone.\n");
}

static void tell_player(const struct told *t, const struct jsn *world)
{
	const struct jsn *player = jsn_get(world, "player");
	int64_t best = jsn_number(jsn_get(jsn_get(world, "best"), "total"), 0);
	int64_t total = jsn_number(jsn_get(player, "total"), 0);
	if (player && total >= best)
		text_addf(t->out, "   --auto best scores %d: no path%s scores more.\n", (int)total,
		          t->complete ? "" : " that was played");
	else if (player)
		wrap(t, "   ", "--auto best scores %d, and %d can be had.", (int)total, (int)best);
}

static void tell_world(struct told *t, const struct jsn *world)
{
	char paths[SWEEP_TALLY_ROOM], states[SWEEP_TALLY_ROOM];
	bool counted = jsn_number(jsn_get(world, "complete"), 0);
	t->complete = counted && !t->part;
	t->paths = count(jsn_get(world, "paths"));
	bool overflow = jsn_number(jsn_get(world, "overflow"), 0);
	if (t->part && counted && !t->paths && !jsn_count(jsn_get(world, "faults"))) {
		text_addf(t->out, "\n The playbook %s: left to other parts\n", words(world, "steps"));
		return;
	}
	sweep_tally_words((sweep_tally)jsn_number(jsn_get(world, "states"), 0), states);
	text_addf(t->out, "\n The playbook %s: ", words(world, "steps"));
	if (counted || overflow)
		text_addf(t->out, "%s paths through %s states%s\n",
		          overflow ? "over 2^128" : sweep_tally_words(t->paths, paths), states,
		          counted ? "" : ", INCOMPLETE");
	else
		text_addf(t->out, "INCOMPLETE, given up after %s states\n", states);
	if (counted)
		text_addf(t->out, "   mean score %.1f\n", mean(world));
	if (!counted)
		tell_sample(t, jsn_get(world, "sample"), why_incomplete(world));
	else
		tell_totals(t, jsn_get(world, "totals"));
	tell_path(t, "best", jsn_get(world, "best"));
	tell_path(t, "worst", jsn_get(world, "worst"));
	tell_player(t, world);
	if (counted) {
		text_add(t->out, "\n   Critical failures, on so many of the paths:\n");
		tell_criticals(t, jsn_get(world, "criticals"));
		text_add(t->out, "\n");
		tell_decisions(t, jsn_get(world, "decisions"));
	}
	text_add(t->out, "\n");
	tell_faults(t, world);
}

static bool is_part(const struct jsn *model)
{
	return jsn_get(model, "shard") && jsn_number(jsn_get(model, "shards"), 0) > 1;
}

static void tell_head(const struct told *t, const struct jsn *model)
{
	text_addf(t->out, "%s, %s, with %s, seed %lld", words(model, "scenario"),
	          jsn_number(jsn_get(model, "extended"), 0) ? "extra items included" : "the core cut",
	          words(model, "playbook"), (long long)jsn_number(jsn_get(model, "seed"), 0));
	if (t->part)
		text_addf(t->out, ", part %lld of %lld", (long long)jsn_number(jsn_get(model, "shard"), 0),
		          (long long)jsn_number(jsn_get(model, "shards"), 0));
	text_add(t->out, "\n");
}

void sweep_told_add(const struct jsn *model, int columns, struct text *out)
{
	struct told told = {.out = out, .columns = columns, .part = is_part(model)};
	const struct jsn *worlds = jsn_get(model, "worlds");
	tell_head(&told, model);
	bool complete = true;
	for (size_t i = 0; i < jsn_count(worlds); i++) {
		tell_world(&told, jsn_at(worlds, i, NULL));
		complete = complete && told.complete;
	}
	told.complete = complete;
	text_add(out, "\n");
	if (told.part) {
		wrap(
		    &told, " ",
		    "What no path reaches and which answers give themselves away is told of the whole: sweep the other "
		    "parts, too, with --json, and put all of them together with --merge.");
		return;
	}
	if (!tell_unreached(&told, jsn_get(model, "unreached")))
		text_add(out, " All is reached: every inject, question, option and late branch.\n");
	tell_remarks(&told, worlds);
	if (jsn_number(jsn_get(model, "extended"), 0))
		tell_all_conditions(&told, jsn_get(model, "conditions"));
}

bool sweep_told_clean(const struct jsn *model)
{
	const struct jsn *worlds = jsn_get(model, "worlds"), *unreached = jsn_get(model, "unreached");
	bool faulty = false, whole = !is_part(model);
	for (size_t i = 0; i < jsn_count(worlds); i++) {
		const struct jsn *world = jsn_at(worlds, i, NULL);
		faulty = faulty || jsn_count(jsn_get(world, "faults"));
		whole = whole && jsn_number(jsn_get(world, "complete"), 0);
	}
	for (size_t i = 0; whole && i < jsn_count(unreached); i++)
		faulty = faulty || jsn_count(jsn_at(unreached, i, NULL));
	return !faulty;
}
