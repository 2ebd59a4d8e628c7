#include "small.h"

#include "desk/coverage.h"

#define SENT "from = 'X', to = 'support', channel = 'chat', text = 'T'"
#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"var 'shut' (false)\n"                                                                                         \
	"inject 'first' { at = '0h', opens = { 'one', 'two' }, " SENT " }\n"                                           \
	"inject 'second' { at = '40h', when = function(w) return w.shut end, " SENT " }\n"                             \
	"decision 'one' { owner = 'it-admin', within = '30m', objective = 'containment', ask = 'Q?', hint = 'H', "     \
	"probes = { 'P' }, listen_for = 'L', "                                                                         \
	"{ id = 'good', 'Good', does = 'suspend-account', because = 'B' }, "                                           \
	"{ id = 'poor', 'Poor', takes = '1h', run = function(w) return { sets = { shut = true } } end, "               \
	"because = 'B' }, late = { because = 'B' } }\n"                                                                \
	"decision 'two' { owner = 'support', closes = '2h', default = 'same', objective = 'care', ask = 'Q?', "        \
	"hint = 'H', probes = { 'P' }, listen_for = 'L', "                                                             \
	"{ id = 'same', 'Same', run = function(w) return {} end, because = 'B' }, "                                    \
	"{ id = 'equal', 'Equal', because = 'B' } }\n"                                                                 \
	"on 'suspend-account' { score = { evidence = 1 }, because = 'B' }\n"                                           \
	"at '10h' { when = function(w) return w.shut end, delivers = 'first', because = 'B' }\n"

static int setup(void **state)
{
	return small_setup(state, STORY);
}

/* What a coverage of the story tells, made of all turns up to `until`; `option` of `one` is chosen at once. */
static const char *told(struct small *small, int option, int32_t until)
{
	struct coverage *coverage = coverage_new();
	struct agenda_item next;
	struct text out = {0};
	struct act choice = {.kind = ACT_CHOOSE,
	                     .refs = {small_name(small, NAMES_DECISION, "one")},
	                     .nrefs = 1,
	                     .other = option,
	                     .value = EVENT_MEDIUM,
	                     .at = STATE_NEVER};
	coverage_begin(coverage, small->world);
	while ((next = agenda_next(&small->session->state)).kind != AGENDA_NONE && next.due <= until) {
		struct act due = {.kind = ACT_DUE, .t = next.due, .due = next, .by = "clock"};
		coverage_note(coverage, small->session, small_take(small, due));
		if (option != NAMES_NONE && next.kind == AGENDA_INJECT && next.due == 0)
			coverage_note(coverage, small->session, small_take(small, choice));
	}
	coverage_tell(coverage, &out);
	const char *kept = arena_dup(small->arena, out.data);
	text_free(&out);
	coverage_free(coverage);
	return kept;
}

static void nothing_is_reached_before_anything_happens(void **state)
{
	assert_string_equal(told(*state, NAMES_NONE, -1),
	                    "  injects        0 of 2; never: first, second\n"
	                    "  options        0 of 4; never: one: good, poor; two: same, equal\n"
	                    "  late branches  0 of 1; never: one\n"
	                    "  reactions      0 of 2; never: at:10h, on:suspend-account\n"
	                    "  hooks          0 of 6; never: second: when true, when false; at:10h: when\n"
	                    "                 true, when false; one: run of poor; two: run of same\n");
}

static void a_choice_and_what_it_sets_off_are_reached(void **state)
{
	assert_string_equal(told(*state, 0, 3600),
	                    "  injects        1 of 2; never: second\n"
	                    "  options        1 of 4; never: one: poor; two: same, equal\n"
	                    "  late branches  0 of 1; never: one\n"
	                    "  reactions      1 of 2; never: at:10h\n"
	                    "  hooks          0 of 6; never: second: when true, when false; at:10h: when\n"
	                    "                 true, when false; one: run of poor; two: run of same\n");
}

/* One that lapses is not chosen; what it runs is run all the same. */
static void silence_reaches_late_branches_and_what_is_lapsed_to(void **state)
{
	assert_string_equal(told(*state, NAMES_NONE, 3 * 3600),
	                    "  injects        1 of 2; never: second\n"
	                    "  options        0 of 4; never: one: good, poor; two: same, equal\n"
	                    "  late branches  1 of 1\n"
	                    "  reactions      0 of 2; never: at:10h, on:suspend-account\n"
	                    "  hooks          1 of 6; never: second: when true, when false; at:10h: when\n"
	                    "                 true, when false; one: run of poor\n");
}

static void what_an_option_runs_is_reached_when_it_lands(void **state)
{
	struct small *small = *state;
	assert_non_null(strstr(told(small, 1, 3599), "one: run of poor"));
	small_teardown(state);
	setup(state);
	assert_null(strstr(told(*state, 1, 3600), "one: run of poor"));
}

static void each_answer_of_a_condition_counts(void **state)
{
	struct small *small = *state;
	struct coverage *coverage = coverage_new();
	struct text out = {0};
	int never = small_name(small, NAMES_ITEM, "second"), at = small_name(small, NAMES_ITEM, "at:10h");
	coverage_begin(coverage, small->world);
	coverage_answer(coverage, never, false);
	coverage_answer(coverage, at, false);
	coverage_tell(coverage, &out);
	assert_non_null(strstr(out.data, "never: second: when true; at:10h: when true"));
	assert_non_null(strstr(out.data, "reactions      0 of 2"));
	text_clear(&out);
	coverage_answer(coverage, at, true);
	coverage_tell(coverage, &out);
	assert_non_null(strstr(out.data, "reactions      1 of 2; never: on:suspend-account"));
	text_free(&out);
	coverage_free(coverage);
}

static void a_second_test_adds_to_the_first_and_counts_nothing_twice(void **state)
{
	struct small *small = *state;
	struct coverage *coverage = coverage_new();
	struct text out = {0};
	coverage_tell(coverage, &out);
	assert_null(out.data);
	for (int i = 0; i < 2; i++) {
		coverage_begin(coverage, small->world);
		coverage_answer(coverage, small_name(small, NAMES_ITEM, "second"), i);
	}
	coverage_tell(coverage, &out);
	assert_non_null(strstr(out.data, "hooks          2 of 6"));
	text_free(&out);
	coverage_free(coverage);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, small_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(nothing_is_reached_before_anything_happens),
	    CASE(a_choice_and_what_it_sets_off_are_reached),
	    CASE(silence_reaches_late_branches_and_what_is_lapsed_to),
	    CASE(what_an_option_runs_is_reached_when_it_lands),
	    CASE(each_answer_of_a_condition_counts),
	    CASE(a_second_test_adds_to_the_first_and_counts_nothing_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
