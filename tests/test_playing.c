#include "check.h"

#include "desk/player.h"
#include "desk/playing.h"

/* The names of a table, in its order. */
static const char *names(bool alone, bool test)
{
	static char all[400];
	struct playing playing = playing_usual(alone);
	struct option_row rows[OPTION_MOST];
	playing_rows(&playing, test, rows);
	all[0] = '\0';
	for (size_t i = 0; rows[i].name; i++) {
		strncat(all, rows[i].name, sizeof all - strlen(all) - 1);
		strncat(all, " ", sizeof all - strlen(all) - 1);
	}
	return all;
}

static void a_room_one_person_and_a_test_are_told_different_things(void **state)
{
	(void)state;
	assert_string_equal(names(false, false),
	                    "playbook auto answers clock seed speed extended from only journal lang plain ");
	assert_string_equal(names(true, false), "playbook answers seed minutes role watch core journal lang plain ");
	assert_string_equal(names(false, true), "playbook auto clock seed extended lang ");
	assert_string_equal(names(true, true), "playbook seed minutes role core lang ");
}

static bool tells(struct playing *playing, const char *name, const char *value)
{
	struct option_row rows[OPTION_MOST];
	char why[OPTION_WHY];
	playing_rows(playing, false, rows);
	return option_set(option_find(rows, name), value, why);
}

static void each_option_has_its_own_place(void **state)
{
	(void)state;
	struct playing team = playing_usual(false), alone = playing_usual(true);
	assert_true(tells(&team, "auto", "worst") && team.policy == PLAYER_WORST);
	assert_true(tells(&team, "clock", "stepped") && playing_clock(&team) == CLOCK_STEPPED);
	assert_false(tells(&team, "clock", "real")); /* no drill's */
	assert_true(tells(&team, "seed", "7") && team.seed == 7);
	assert_true(tells(&team, "speed", "3") && team.speed == 3);
	assert_true(tells(&team, "from", "24h") && tells(&team, "only", "x") && tells(&team, "journal", "j"));
	assert_string_equal(team.from, "24h");
	assert_string_equal(team.only, "x");
	assert_string_equal(team.journal, "j");
	assert_true(tells(&alone, "role", "support") && tells(&alone, "minutes", "15") && tells(&alone, "watch", NULL));
	assert_string_equal(alone.role, "support");
	assert_true(alone.minutes == 15 && alone.watch && !alone.plain);
}

static void what_is_usual_follows_from_who_plays(void **state)
{
	(void)state;
	struct playing team = playing_usual(false), alone = playing_usual(true);
	assert_int_equal(playing_clock(&team), CLOCK_SCALED);
	assert_int_equal(playing_clock(&alone), CLOCK_STEPPED);
	assert_false(playing_choice(&team).extended);
	assert_true(playing_choice(&alone).extended);
	assert_true(tells(&alone, "core", NULL) && !playing_choice(&alone).extended);
	assert_true(tells(&team, "auto", "best"));
	assert_int_equal(playing_clock(&team), CLOCK_STEPPED);
}

static void no_time_at_all_and_another_clock_in_a_test_are_wrong(void **state)
{
	(void)state;
	struct playing alone = playing_usual(true), team = playing_usual(false);
	assert_null(playing_wrong(&alone, true));
	assert_true(tells(&alone, "minutes", "0"));
	assert_string_equal(playing_wrong(&alone, false), "--minutes wants a whole number from 1");
	assert_true(tells(&team, "clock", "scaled"));
	assert_null(playing_wrong(&team, false));
	assert_string_equal(playing_wrong(&team, true), "a test runs on the stepped clock");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_room_one_person_and_a_test_are_told_different_things),
	    cmocka_unit_test(each_option_has_its_own_place),
	    cmocka_unit_test(what_is_usual_follows_from_who_plays),
	    cmocka_unit_test(no_time_at_all_and_another_clock_in_a_test_are_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
