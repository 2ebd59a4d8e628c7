#include "exercise/restraint.h"

#include "base/zone.h"
#include "content/texts.h"
#include "exercise/owing.h"

bool restraint_first(const struct world *world, int deadline, const char *notice)
{
	const struct world_deadline *row = &world->deadlines[deadline];
	const struct regime *regime = row->individuals ? NULL : row->regime;
	return regime && regime->duties.individuals.entry.node &&
	       regime->duties.individuals.after == REGIME_AFTER_AUTHORITY && owing_tells(world, notice, regime);
}

static bool is_held(const struct matter *matter, const char *notice)
{
	const struct world *world = matter->world;
	int number = names_find(&world->names, NAMES_NOTICE, notice);
	const struct vocabulary_notice *kind = vocabulary_notice(world->vocabulary, number);
	return matter->hold.on && !matter->hold.over && kind && kind->held;
}

static bool is_early(const struct matter *matter, const struct matter_clock *clock, const char *notice)
{
	return clock->notified == MATTER_NEVER && restraint_first(matter->world, clock->deadline, notice);
}

bool restraint_stands(const struct matter *matter, const char *notice)
{
	for (size_t i = 0; i < matter->nclocks; i++)
		if (is_early(matter, &matter->clocks[i], notice) && !matter->clocks[i].despite)
			return true;
	return is_held(matter, notice);
}

static void warn_hold(const struct matter *matter, struct arena *arena, struct shape_texts *out)
{
	const struct matter_hold *hold = &matter->hold;
	char until[ZONE_BUFFER];
	const char *end = hold->until == MATTER_NEVER
	                      ? ""
	                      : arena_printf(arena, " until %s", zone_friendly(matter->zone, hold->until, until));
	texts_add_once(out,
	               arena_printf(arena, "this notice is on hold%s%s%s", end, hold->reason ? ": " : "",
	                            hold->reason ? hold->reason : ""),
	               arena);
}

static void warn_early(const struct matter *matter, const struct matter_clock *clock, struct arena *arena,
                       struct shape_texts *out)
{
	const struct world_deadline *deadline = &matter->world->deadlines[clock->deadline];
	if (clock->despite) {
		texts_add_once(out,
		               arena_printf(arena, "its readers hear before the %s does, and the reason is: %s",
		                            deadline->party, clock->despite),
		               arena);
		return;
	}
	const char *cure = arena_printf(arena,
	                                matter->recorded ? "publish its form, or: notify %s"
	                                                 : "write %s under filed: once it was, or under despite: why "
	                                                   "people hear before it",
	                                deadline->id);
	texts_add_once(out,
	               arena_printf(arena, "the %s is told first, or at the same time (%s): %s", deadline->party,
	                            deadline->regime->duties.individuals.law, cure),
	               arena);
}

void restraint_warn(const struct matter *matter, const char *notice, struct arena *arena, struct shape_texts *out)
{
	if (is_held(matter, notice))
		warn_hold(matter, arena, out);
	for (size_t i = 0; i < matter->nclocks; i++)
		if (is_early(matter, &matter->clocks[i], notice))
			warn_early(matter, &matter->clocks[i], arena, out);
}
