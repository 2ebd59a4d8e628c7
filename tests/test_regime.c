#include "check.h"
#include "bad.h"

#include "base/zone.h"
#include "content/regime.h"

static struct regime *load(struct told *told, const struct file *file)
{
	struct shape_reader reader = {told->arena, &told->diags, "en"};

	return regime_load(file, &reader);
}

static void refuse(struct told *told, const struct file *file)
{
	assert_null(load(told, file));
}

static struct regime *shipped(struct told *told, const char *id)
{
	struct file file;
	struct regime *regime = NULL;

	if (file_read(arena_printf(told->arena, "playbooks/regimes/%s.yaml", id), id, told->arena, &told->diags, &file))
		regime = load(told, &file);
	if (!regime)
		fail_msg("%s", told_text(told));
	return regime;
}

static int64_t at(const char *zone, const char *local)
{
	struct zone_civil civil;

	assert_true(zone_read(local, &civil));
	return zone_epoch(zone, &civil);
}

static void every_fault_of_a_regime_is_told(void **state)
{
	(void)state;
	bad_cases("regime-", refuse);
}

static void every_shipped_regime_loads(void **state)
{
	DIR *folder = opendir("playbooks/regimes");
	const struct dirent *entry;
	int seen = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.') {
			char id[BAD_PATH];

			snprintf(id, sizeof id, "%.*s", (int)strcspn(entry->d_name, "."), entry->d_name);
			shipped(*state, id);
			seen++;
		}
	closedir(folder);
	assert_true(seen >= 5);
}

static void three_calendar_days_leave_out_the_first(void **state)
{
	struct regime *sg = shipped(*state, "sg-pdpa");
	int64_t due;

	/* assessed on Friday 00:01 or 23:59: Monday, to its last second */
	assert_true(regime_due(sg, &sg->duties.authority, at("Asia/Singapore", "2026-03-06 00:01"), &due));
	assert_true(due == at("Asia/Singapore", "2026-03-10 00:00") - 1);
	assert_true(regime_due(sg, &sg->duties.authority, at("Asia/Singapore", "2026-03-06 23:59"), &due));
	assert_true(due == at("Asia/Singapore", "2026-03-10 00:00") - 1);
}

static void days_end_in_the_zone_of_the_law(void **state)
{
	struct regime *sg = shipped(*state, "sg-pdpa");
	int64_t due;

	/* 17:30 in London is 01:30 of the next day in Singapore */
	assert_true(regime_due(sg, &sg->duties.authority, at("Europe/London", "2026-03-06 17:30"), &due));
	assert_true(due == at("Asia/Singapore", "2026-03-11 00:00") - 1);
}

static void hours_run_through_a_change_of_clocks(void **state)
{
	struct regime *eu = shipped(*state, "eu-gdpr");
	int64_t due;

	/* Brussels skips an hour on 29 March 2026 */
	assert_true(regime_due(eu, &eu->duties.authority, at("Europe/Brussels", "2026-03-28 10:00"), &due));
	assert_true(due == at("Europe/Brussels", "2026-03-31 11:00"));
}

static void days_are_civil_days_over_a_change_of_clocks(void **state)
{
	struct told *told = *state;
	struct regime regime = {.zone = "Europe/Brussels"};
	struct regime_duty duty = {.within = SHAPE_UNSET, .days = 3};
	int64_t due;

	(void)told;
	assert_true(regime_due(&regime, &duty, at("Europe/Brussels", "2026-03-28 10:00"), &due));
	assert_true(due == at("Europe/Brussels", "2026-04-01 00:00") - 1);
	assert_true(due - at("Europe/Brussels", "2026-03-28 00:00") == 4 * 86400 - 3600 - 1);
}

static void promptly_names_no_instant(void **state)
{
	struct regime *sg = shipped(*state, "sg-pdpa");
	int64_t due = 7;

	assert_false(regime_due(sg, &sg->duties.individuals, 0, &due));
	assert_true(due == 7);
	assert_non_null(sg->duties.individuals.promptly);
	assert_int_equal(sg->duties.individuals.after, REGIME_AFTER_AUTHORITY);
	assert_int_equal(shipped(*state, "kr-pipa")->duties.individuals.after, SHAPE_UNSET);
}

static void a_law_begins_and_ends_at_its_own_midnight(void **state)
{
	struct told *told = *state;
	struct regime regime = {.zone = "Asia/Seoul", .in_force = {.from = "2026-02-01", .to = "2026-09-10"}};

	(void)told;
	assert_false(regime_in_force(&regime, at("Asia/Seoul", "2026-02-01 00:00") - 1));
	assert_true(regime_in_force(&regime, at("Asia/Seoul", "2026-02-01 00:00")));
	assert_true(regime_in_force(&regime, at("Asia/Seoul", "2026-09-11 00:00") - 1));
	assert_false(regime_in_force(&regime, at("Asia/Seoul", "2026-09-11 00:00")));
	regime.in_force.to = NULL;
	assert_true(regime_in_force(&regime, at("Asia/Seoul", "2040-01-01 00:00")));
}

static void one_korean_record_is_in_force_on_any_day(void **state)
{
	struct regime *old = shipped(*state, "kr-pipa"), *new = shipped(*state, "kr-pipa-2026");
	int64_t before = at("Asia/Seoul", "2026-09-10 23:59"), after = at("Asia/Seoul", "2026-09-11 00:00");

	assert_true(regime_in_force(old, before));
	assert_false(regime_in_force(new, before));
	assert_false(regime_in_force(old, after));
	assert_true(regime_in_force(new, after));
}

static void a_regime_covers_its_countries(void **state)
{
	struct regime *eu = shipped(*state, "eu-gdpr");

	assert_true(regime_covers(eu, "FR"));
	assert_true(regime_covers(eu, "NO"));
	assert_false(regime_covers(eu, "GB"));
	assert_false(regime_covers(eu, "fr"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_fault_of_a_regime_is_told),
	    told_test(every_shipped_regime_loads),
	    told_test(three_calendar_days_leave_out_the_first),
	    told_test(days_end_in_the_zone_of_the_law),
	    told_test(hours_run_through_a_change_of_clocks),
	    told_test(days_are_civil_days_over_a_change_of_clocks),
	    told_test(promptly_names_no_instant),
	    told_test(a_law_begins_and_ends_at_its_own_midnight),
	    told_test(one_korean_record_is_in_force_on_any_day),
	    told_test(a_regime_covers_its_countries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
