#include "small.h"

#include "desk/roster.h"

static int setup(void **state)
{
	return small_setup(state, SMALL_HEAD);
}

static struct act read_line(struct small *small, const char *line)
{
	struct act act;
	if (!roster_read(small->session, line, small->arena, &act, small->why))
		fail_msg("%s: %s", line, small->why);
	return act;
}

static void come(struct small *small, const char *line)
{
	assert_non_null(small_take(small, read_line(small, line)));
}

static void assert_roles(struct small *small, const char *line, const char *roles)
{
	struct act act = read_line(small, line);
	char told[128] = "";
	for (int i = 0; i < act.nrefs; i++) {
		strcat(told, i ? " " : "");
		strcat(told, names_id(&small->world->names, NAMES_ROLE, act.refs[i]));
	}
	assert_string_equal(told, roles);
}

static void assert_refused(struct small *small, const char *line, const char *why)
{
	struct act act;
	assert_false(roster_read(small->session, line, small->arena, &act, small->why));
	if (!strstr(small->why, why))
		fail_msg("%s: %s", line, small->why);
}

/* Fills the roles that nobody present holds; how many there were. */
static int fill(struct small *small)
{
	struct act act;
	int n = 0;
	while (roster_gap(small->session, small->arena, &act)) {
		assert_non_null(small_take(small, act));
		assert_true(++n < 10);
	}
	return n;
}

static void assert_holds(const struct small *small, const char *role, const char *name)
{
	assert_string_equal(session_holder(small->session, small_name(small, NAMES_ROLE, role)), name);
}

static void people_on_paper_have_their_roles_by_name(void **state)
{
	struct small *small = *state;
	assert_roles(small, "Mei Lin", "incident-lead");
	assert_roles(small, "  mei lin  ", "incident-lead");
	assert_string_equal(read_line(small, "mei lin").who, "Mei Lin");
}

static void everyday_words_tell_a_job(void **state)
{
	struct small *small = *state;
	assert_roles(small, "Ana, owner", "incident-lead");
	assert_roles(small, "Ana, IT", "it-admin");
	assert_roles(small, "Ana, developer", "it-admin");
	assert_roles(small, "Ana, customer service", "support");
	assert_roles(small, "Ana,supp", "support");
	assert_roles(small, "Arif, owner", "it-admin incident-lead");
}

static void a_job_that_says_nothing_is_asked_for_with_the_roles(void **state)
{
	struct small *small = *state;
	assert_refused(small, "Ana", "Which role does Ana play?");
	assert_refused(small, "Ana, pilot", "incident-lead it-admin support");
	assert_refused(small, "Ana, lawyer", "Which role"); /* this drill has no such role */
}

static void a_line_without_a_name_is_refused(void **state)
{
	struct small *small = *state;
	char line[200];
	assert_refused(small, ", owner", "One name and job a line");
	assert_refused(small, "   ", "One name and job a line");
	memset(line, 'x', sizeof line);
	strcpy(line + 61, ", owner");
	assert_refused(small, line, "One name and job a line");
	strcpy(line + 60, ", owner");
	assert_roles(small, line, "incident-lead");
}

static void nobody_present_leaves_every_role_as_it_is_on_paper(void **state)
{
	struct small *small = *state;
	assert_int_equal(fill(small), 0);
	assert_holds(small, "support", "Farah");
}

static void gaps_go_to_the_deputy_who_is_there(void **state)
{
	struct small *small = *state;
	struct act act;
	come(small, "Ana, support");
	come(small, "Arif");
	assert_true(roster_gap(small->session, small->arena, &act));
	assert_string_equal(act.cause, "Arif stands in as incident-lead");
	assert_int_equal(fill(small), 1);
	assert_holds(small, "incident-lead", "Arif");
	assert_holds(small, "it-admin", "Arif");
	assert_holds(small, "support", "Ana");
}

static void without_a_deputy_the_owner_stands_in_or_who_came_first(void **state)
{
	struct small *small = *state;
	come(small, "Ana, owner");
	come(small, "Ben, support");
	assert_int_equal(fill(small), 1);
	assert_holds(small, "it-admin", "Ana"); /* neither Arif nor his deputy Mei Lin came */
}

static void the_first_who_came_plays_what_nobody_else_can(void **state)
{
	struct small *small = *state;
	come(small, "Ben, support");
	assert_int_equal(fill(small), 2);
	assert_holds(small, "incident-lead", "Ben");
	assert_holds(small, "it-admin", "Ben");
}

static void thirty_two_people_fill_the_room_but_who_is_known_may_still_come(void **state)
{
	struct small *small = *state;
	char line[32];
	for (int i = 3; i < STATE_PERSONS; i++) { /* three stand on paper */
		snprintf(line, sizeof line, "Guest %d, support", i);
		come(small, line);
	}
	assert_refused(small, "One More, support", "At most 32 people");
	assert_roles(small, "Guest 31, owner", "incident-lead");
	assert_roles(small, "Mei Lin", "incident-lead");
	come(small, "Mei Lin");
	assert_int_equal(fill(small), 1);
	assert_holds(small, "it-admin", "Mei Lin");
}

/* Only a forged journal has more. */
static void a_crowd_beyond_the_room_harms_nothing(void **state)
{
	struct small *small = *state;
	char name[32];
	for (int i = 0; i < STATE_PERSONS + 8; i++) {
		snprintf(name, sizeof name, "Guest %d", i);
		assert_non_null(
		    small_take(small, (struct act){.kind = ACT_ROSTER, .refs = {2}, .nrefs = 1, .who = name}));
	}
	assert_int_equal(fill(small), 2);
	assert_holds(small, "incident-lead", "Guest 0");
}

static void a_second_line_for_one_person_mends_the_first(void **state)
{
	const struct small *small = *state;
	assert_true(roster_same(small->session, "Mei Lin, owner", "mei lin, it"));
	assert_false(roster_same(small->session, "Mei Lin, owner", "Arif, it"));
	assert_false(roster_same(small->session, "Mei Lin, owner", "nobody, juggler"));
}

static void a_seat_is_read_back_by_its_roles(void **state)
{
	struct small *small = *state;
	struct act act = read_line(small, "Mei Lin, owner");
	struct text asked = {0};
	roster_ask(small->session, &act, &asked);
	assert_string_equal(asked.data, "-> incident-lead. Right? [Enter]");
	text_free(&asked);
}

static void who_came_for_a_role_and_loses_it_is_named(void **state)
{
	struct small *small = *state;
	struct text asked = {0};
	come(small, "Ana, support");
	struct act act = read_line(small, "Farah, owner");
	roster_ask(small->session, &act, &asked);
	assert_string_equal(asked.data, "-> support (taken from Ana), incident-lead. Right? [Enter]");
	text_clear(&asked);
	act = read_line(small, "Ana, support");
	roster_ask(small->session, &act, &asked);
	assert_string_equal(asked.data, "-> support. Right? [Enter]");
	text_free(&asked);
}

#define roster_test(function) cmocka_unit_test_setup_teardown(function, setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    roster_test(people_on_paper_have_their_roles_by_name),
	    roster_test(a_second_line_for_one_person_mends_the_first),
	    roster_test(a_seat_is_read_back_by_its_roles),
	    roster_test(who_came_for_a_role_and_loses_it_is_named),
	    roster_test(everyday_words_tell_a_job),
	    roster_test(a_job_that_says_nothing_is_asked_for_with_the_roles),
	    roster_test(a_line_without_a_name_is_refused),
	    roster_test(nobody_present_leaves_every_role_as_it_is_on_paper),
	    roster_test(gaps_go_to_the_deputy_who_is_there),
	    roster_test(without_a_deputy_the_owner_stands_in_or_who_came_first),
	    roster_test(the_first_who_came_plays_what_nobody_else_can),
	    roster_test(thirty_two_people_fill_the_room_but_who_is_known_may_still_come),
	    roster_test(a_crowd_beyond_the_room_harms_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
