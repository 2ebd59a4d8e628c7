#include "small.h"

/* Everything that can fall due at two hours does: the order of the tie is the order of these lines. */
#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"inject 'first' { at = '0h', from = 'X', to = 'support', channel = 'chat', text = 'T', "                       \
	"opens = { 'slow', 'late', 'late-too', 'closing' } }\n"                                                        \
	"inject 'now' { at = '2h', from = 'X', to = 'support', channel = 'chat', text = 'T' }\n"                       \
	"inject 'now-too' { after = 'first', delay = '2h', from = 'X', to = 'all', channel = 'chat', text = 'T' }\n"   \
	"at '2h' { delivers = 'by-hand' }\n"                                                                           \
	"inject 'by-hand' { from = 'X', to = 'all', channel = 'chat', text = 'T' }\n"                                  \
	"inject 'never' { at = '2h', extra = true, from = 'X', to = 'all', channel = 'chat', text = 'T' }\n" QUESTION( \
	    "slow", "within = '3h'") QUESTION("late", "within = '2h'") QUESTION("late-too", "within = '2h'")           \
	    QUESTION("closing", "closes = '2h'")

#define QUESTION(id, times)                                                                                            \
	"decision '" id "' { owner = 'it-admin', " times ", objective = 'care', ask = 'Q?', hint = 'H', "              \
	"probes = { 'P' }, listen_for = 'L', { id = 'a', 'One', takes = '2h', because = 'B' }, "                       \
	"{ id = 'b', 'Two', because = 'B' } }\n"

static int setup(void **state)
{
	small_setup(state, STORY);
	small_until(*state, 0);
	return 0;
}

static void assert_next(const struct small *small, const char *const *names, size_t n)
{
	struct agenda_item items[16];
	char name[96];
	assert_true(n <= agenda_list(&small->session->state, items, 16));
	for (size_t i = 0; i < n; i++)
		assert_string_equal(agenda_name(small->world, &items[i], name), names[i]);
}

static void what_falls_due_together_comes_in_one_order(void **state)
{
	struct small *small = *state;
	static const char *const order[] = {"step:suspend", "land:slow",      "deadline:kr-pipa.authority",
	                                    "late:late",    "late:late-too",  "closes:closing",
	                                    "inject:now",   "inject:now-too", "at:2h"};
	int slow = small_name(small, NAMES_DECISION, "slow"), suspend = small_name(small, NAMES_STEP, "suspend");
	struct act choice = {.kind = ACT_CHOOSE, .refs = {slow}, .nrefs = 1, .at = STATE_NEVER, .value = EVENT_MEDIUM};
	assert_non_null(small_take(small, choice));
	assert_non_null(
	    small_take(small, (struct act){.kind = ACT_DO, .refs = {suspend}, .nrefs = 1, .at = STATE_NEVER}));
	assert_non_null(small_take(small, (struct act){.kind = ACT_MOMENT,
	                                               .refs = {small_name(small, NAMES_MOMENT, "aware")},
	                                               .nrefs = 1,
	                                               .at = 7200 - 72 * 3600}));
	*state_cell(&small->session->state, STATE_STEP, suspend, STATE_STEP_UNTIL) = 7200;
	*state_cell(&small->session->state, STATE_RUN, 0, STATE_REMINDERS) = 1;
	struct agenda_item contract; /* the contract's 48 hours were over before T+0 */
	contract = agenda_next(&small->session->state);
	assert_int_equal(contract.kind, AGENDA_DEADLINE);
	assert_int_equal(contract.due, 0);
	assert_non_null(small_take(small, (struct act){.kind = ACT_DUE, .due = contract, .by = "clock"}));
	assert_next(small, order, sizeof order / sizeof *order);
}

static void what_is_overdue_is_due_now(void **state)
{
	struct small *small = *state;
	*state_cell(&small->session->state, STATE_RUN, 0, STATE_NOW) = 9000;
	assert_int_equal(agenda_next(&small->session->state).due, 9000);
}

static void the_list_ends_where_the_room_for_it_does(void **state)
{
	struct small *small = *state;
	struct agenda_item items[3], first = agenda_next(&small->session->state);
	assert_int_equal(agenda_list(&small->session->state, items, 3), 3);
	assert_int_equal(items[0].kind, first.kind);
	assert_int_equal(items[0].due, first.due);
	assert_true(items[0].due <= items[1].due && items[1].due <= items[2].due);
	assert_int_equal(agenda_list(&small->session->state, items, 0), 0);
}

static void reminders_grow_rarer_and_end_when_every_moment_is_logged(void **state)
{
	struct small *small = *state;
	struct agenda_item first = agenda_next(&small->session->state);
	char name[96];
	assert_string_equal(agenda_name(small->world, &first, name), "reminder");
	assert_int_equal(first.due, 3600);
	small_take(small, (struct act){.kind = ACT_MOMENT,
	                               .refs = {small_name(small, NAMES_MOMENT, "aware")},
	                               .nrefs = 1,
	                               .at = STATE_NEVER});
	assert_int_equal(agenda_next(&small->session->state).kind, AGENDA_REMINDER); /* assessed is still open */
	small_take(small, (struct act){.kind = ACT_MOMENT,
	                               .refs = {small_name(small, NAMES_MOMENT, "assessed")},
	                               .nrefs = 1,
	                               .at = STATE_NEVER});
	assert_int_equal(agenda_next(&small->session->state).due, 7200);
}

static void endex_comes_last_and_nothing_after_it(void **state)
{
	struct small *small = *state;
	struct agenda_item items[64], none;
	char name[96];
	size_t n = agenda_list(&small->session->state, items, 64);
	assert_int_equal(items[n - 1].kind, AGENDA_END);
	assert_int_equal(items[n - 1].due, 100 * 3600);
	small_until(small, 100 * 3600);
	none = agenda_next(&small->session->state);
	assert_int_equal(none.kind, AGENDA_NONE);
	assert_string_equal(agenda_name(small->world, &none, name), "nothing");
}

#define agenda_test(function) cmocka_unit_test_setup_teardown(function, setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    agenda_test(what_falls_due_together_comes_in_one_order),
	    agenda_test(what_is_overdue_is_due_now),
	    agenda_test(the_list_ends_where_the_room_for_it_does),
	    agenda_test(reminders_grow_rarer_and_end_when_every_moment_is_logged),
	    agenda_test(endex_comes_last_and_nothing_after_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
