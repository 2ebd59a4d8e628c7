#include "check.h"
#include "base/zone.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t at(const char *zone, const char *s)
{
	struct zone_civil civil;

	assert_true(zone_read(s, &civil));
	return zone_epoch(zone, &civil);
}

static void assert_shown(const char *zone, int64_t epoch, const char *expected)
{
	char out[ZONE_BUFFER];

	assert_string_equal(zone_friendly(zone, epoch, out), expected);
}

static void only_zones_with_a_file_here_are_known(void **state)
{
	static const char *const unknown[] = {
	    "",           "Asia/Singapura",         "/etc/localtime", "../zoneinfo/UTC",
	    "Asia",       "Asia/../Asia/Singapore", "zone.tab",       "Asia/Singapore\n",
	    "SGT-8",      "Asia Singapore",         ":Asia/Seoul",    "tzdata.zi",
	    "/Asia/Seoul"};

	(void)state;
	assert_true(zone_known("Asia/Singapore"));
	assert_true(zone_known("America/Argentina/Buenos_Aires"));
	assert_true(zone_known("Etc/GMT+8"));
	assert_true(zone_known("UTC"));
	assert_false(zone_known(NULL));
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		if (zone_known(unknown[i]))
			fail_msg("\"%s\" passed as a zone", unknown[i]);
}

static void tzdir_names_another_folder(void **state)
{
	char folder[] = "/tmp/drill72-zone-XXXXXX", path[64];

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(setenv("TZDIR", folder, 1), 0);
	assert_false(zone_known("Asia/Singapore"));
	snprintf(path, sizeof path, "%s/Shop", folder);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_true(fputs("TZif2", file) >= 0);
	fclose(file);
	assert_true(zone_known("Shop"));
	assert_int_equal(unsetenv("TZDIR"), 0);
	assert_false(zone_known("Shop"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
}

static void the_zone_of_the_process_comes_back(void **state)
{
	(void)state;
	assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
	at("Asia/Singapore", "2026-03-05 21:40");
	assert_string_equal(getenv("TZ"), "America/New_York");
	assert_int_equal(unsetenv("TZ"), 0);
	at("Asia/Singapore", "2026-03-05 21:40");
	assert_null(getenv("TZ"));
}

static void the_drill_starts_on_a_thursday_evening(void **state)
{
	char out[ZONE_BUFFER];
	int64_t start = at("Asia/Singapore", "2026-03-05 21:40");

	(void)state;
	assert_string_equal(zone_iso(start, out), "2026-03-05T13:40:00Z");
	assert_shown("Asia/Singapore", start, "Thu 5 Mar 2026, 21:40");
	assert_shown("Asia/Seoul", start, "Thu 5 Mar 2026, 22:40");
	assert_shown("UTC", start, "Thu 5 Mar 2026, 13:40");
}

static void civil_time_has_every_field(void **state)
{
	struct zone_civil c = zone_civil("Asia/Singapore", 1772718059);

	(void)state;
	assert_int_equal(c.year, 2026);
	assert_int_equal(c.month, 3);
	assert_int_equal(c.day, 5);
	assert_int_equal(c.hour, 21);
	assert_int_equal(c.minute, 40);
	assert_int_equal(c.second, 59);
	assert_int_equal(c.weekday, 4);
	assert_int_equal(zone_epoch("Asia/Singapore", &c), 1772718059);
}

static void a_skipped_hour_moves_forward(void **state)
{
	(void)state;
	assert_shown("Europe/London", at("Europe/London", "2026-03-29 01:30"), "Sun 29 Mar 2026, 02:30");
	assert_shown("America/Sao_Paulo", at("America/Sao_Paulo", "2018-11-04 00:00"), "Sun 4 Nov 2018, 01:00");
	assert_shown("Asia/Seoul", at("Asia/Seoul", "2026-03-29 01:30"), "Sun 29 Mar 2026, 01:30");
}

static void an_hour_that_comes_twice_is_the_first(void **state)
{
	char out[ZONE_BUFFER];

	(void)state;
	assert_string_equal(zone_iso(at("Europe/London", "2026-10-25 01:30"), out), "2026-10-25T00:30:00Z");
	assert_string_equal(zone_iso(at("Europe/London", "2026-10-25 02:30"), out), "2026-10-25T02:30:00Z");
}

static void seventy_two_hours_are_hours_over_dst(void **state)
{
	int64_t start = at("Europe/London", "2026-03-27 18:00");

	(void)state;
	assert_shown("Europe/London", start + 259200, "Mon 30 Mar 2026, 19:00");
}

static void a_period_in_days_excludes_its_first_day(void **state)
{
	int64_t assessed = at("Asia/Singapore", "2026-03-06 05:40");
	int64_t end = zone_day_end("Asia/Singapore", assessed, 3);

	(void)state;
	assert_shown("Asia/Singapore", end, "Mon 9 Mar 2026, 23:59");
	assert_int_equal(end + 1, at("Asia/Singapore", "2026-03-10"));
	assert_int_equal(zone_day_end("Asia/Singapore", at("Asia/Singapore", "2026-03-06"), 3), end);
	assert_int_equal(zone_day_end("Asia/Singapore", at("Asia/Singapore", "2026-03-06 23:59"), 3), end);
	assert_shown("Asia/Singapore", zone_day_end("Asia/Singapore", assessed, 0), "Fri 6 Mar 2026, 23:59");
	assert_shown("Asia/Seoul", zone_day_end("Asia/Seoul", at("Asia/Seoul", "2026-12-30 09:00"), 30),
	             "Fri 29 Jan 2027, 23:59");
}

static void a_missing_midnight_still_ends_the_day_before(void **state)
{
	int64_t end = zone_day_end("America/Sao_Paulo", at("America/Sao_Paulo", "2018-11-01 10:00"), 2);

	(void)state;
	assert_shown("America/Sao_Paulo", end, "Sat 3 Nov 2018, 23:59");
	assert_shown("America/Sao_Paulo", end + 1, "Sun 4 Nov 2018, 01:00");
	/* Clocks go back from midnight to 23:00: the 17th has 25 hours, and ends after the second 23:59. */
	end = zone_day_end("America/Sao_Paulo", at("America/Sao_Paulo", "2018-02-16 10:00"), 1);
	assert_shown("America/Sao_Paulo", end, "Sat 17 Feb 2018, 23:59");
	assert_shown("America/Sao_Paulo", end + 1, "Sun 18 Feb 2018, 00:00");
	assert_int_equal(end + 1 - at("America/Sao_Paulo", "2018-02-17"), 25 * 3600);
}

static void days_over_dst_end_at_local_midnight(void **state)
{
	int64_t start = at("Europe/London", "2026-03-28 12:00");

	(void)state;
	assert_int_equal(zone_day_end("Europe/London", start, 1), at("Europe/London", "2026-03-30") - 1);
	assert_int_equal(zone_day_end("Europe/London", start, 1) - zone_day_end("Europe/London", start, 0), 23 * 3600);
}

static void every_hour_of_thirty_years_survives_the_way_there_and_back(void **state)
{
	static const char *const zones[] = {"Europe/London", "America/Sao_Paulo", "Australia/Lord_Howe"};

	(void)state;
	for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
		for (int64_t epoch = 1000000000; epoch < 1000000000 + INT64_C(86400) * 11000;
		     epoch += 86400 * 7 + 1800) {
			struct zone_civil c = zone_civil(zones[z], epoch);
			int64_t back = zone_epoch(zones[z], &c);
			/* An hour that comes twice comes back as its first. */
			assert_true(back == epoch || back == epoch - 3600 || back == epoch - 1800);
			struct zone_civil again = zone_civil(zones[z], back);
			assert_memory_equal(&again, &c, sizeof c);
		}
	}
}

static void dates_are_read_and_checked(void **state)
{
	static const char *const wrong[] = {"",           "2026-02-29",        "2026-13-01",       "2026-00-10",
	                                    "2026-01-00", "2026-3-5",          "2026-03-05T21:40", "2026-03-05 24:00",
	                                    "0000-01-01", "2026-03-05 21:60",  "2026-03-05 ",      "2026-03-05 9:40",
	                                    "05-03-2026", "2026-03-05 21:40Z", "2026-04-31 10:00"};
	struct zone_civil c;

	(void)state;
	assert_true(zone_read("2024-02-29", &c));
	assert_int_equal(c.day, 29);
	assert_int_equal(c.hour, 0);
	assert_int_equal(c.weekday, 4);
	assert_true(zone_read("2026-03-05 21:40", &c));
	assert_int_equal(c.minute, 40);
	assert_int_equal(c.weekday, 4);
	assert_true(zone_read("1969-12-28", &c));
	assert_int_equal(c.weekday, 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (zone_read(wrong[i], &c))
			fail_msg("\"%s\" passed as a date", wrong[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_zones_with_a_file_here_are_known),
	    cmocka_unit_test(tzdir_names_another_folder),
	    cmocka_unit_test(the_zone_of_the_process_comes_back),
	    cmocka_unit_test(the_drill_starts_on_a_thursday_evening),
	    cmocka_unit_test(civil_time_has_every_field),
	    cmocka_unit_test(a_skipped_hour_moves_forward),
	    cmocka_unit_test(an_hour_that_comes_twice_is_the_first),
	    cmocka_unit_test(seventy_two_hours_are_hours_over_dst),
	    cmocka_unit_test(a_period_in_days_excludes_its_first_day),
	    cmocka_unit_test(a_missing_midnight_still_ends_the_day_before),
	    cmocka_unit_test(days_over_dst_end_at_local_midnight),
	    cmocka_unit_test(every_hour_of_thirty_years_survives_the_way_there_and_back),
	    cmocka_unit_test(dates_are_read_and_checked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
