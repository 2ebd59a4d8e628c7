#include "check.h"
#include "exercise/session.h"
#include "tiny.h"

#include <stdio.h>

struct fixture {
	struct diags diags;
	struct world *world;
	struct state state;
	struct ledger *ledger;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	diags_init(&f->diags);
	f->world = tiny_world(true, &f->diags);
	if (!f->world)
		return -1;
	state_init(&f->state, f->world);
	f->ledger = ledger_new(false);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	state_free(&f->state);
	ledger_free(f->ledger);
	world_free(f->world);
	diags_free(&f->diags);
	free(f);
	return 0;
}

static int number(const struct fixture *f, enum names_kind kind, const char *id)
{
	int n = names_find(&f->world->names, kind, id);
	if (n == NAMES_NONE)
		fail_msg("no %s called %s", names_word(kind), id);
	return n;
}

static void fold(struct fixture *f, int32_t t, struct event event)
{
	struct fold at = {&f->state, f->ledger, 1, t};
	fold_event(&at, &event);
}

static int32_t get(const struct fixture *f, enum state_group group, int row, int field)
{
	return state_get(&f->state, group, row, field);
}

static void time_never_goes_back(void **state)
{
	struct fixture *f = *state;
	fold(f, 600, (struct event){.kind = EVENT_REMINDED, .ref = NAMES_NONE});
	fold(f, 60, (struct event){.kind = EVENT_REMINDED, .ref = NAMES_NONE});
	assert_int_equal(get(f, STATE_RUN, 0, STATE_NOW), 600);
	assert_int_equal(get(f, STATE_RUN, 0, STATE_REMINDERS), 2);
}

static void the_first_logging_of_a_moment_stays_and_a_correction_moves_it(void **state)
{
	struct fixture *f = *state;
	int aware = number(f, NAMES_MOMENT, "aware");
	fold(f, 9000, (struct event){.kind = EVENT_MOMENT, .ref = aware, .at = 5400});
	fold(f, 9600, (struct event){.kind = EVENT_MOMENT, .ref = aware, .at = 3600});
	assert_int_equal(get(f, STATE_MOMENT, aware, STATE_MOMENT_FIRST), 5400);
	assert_int_equal(get(f, STATE_MOMENT, aware, STATE_MOMENT_AT), 3600);
}

static struct event decided(const struct fixture *f, int option)
{
	return (struct event){.kind = EVENT_DECIDED, .ref = number(f, NAMES_DECISION, "who-leads"), .other = option};
}

static void a_slow_choice_lands_when_it_has_taken_its_time(void **state)
{
	struct fixture *f = *state;
	fold(f, 600, decided(f, 1)); /* chat takes 2h */
	assert_int_equal(get(f, STATE_DECISION, 0, STATE_DECISION_LANDS), 600 + 7200);
	fold(f, 7800, (struct event){.kind = EVENT_FIRED, .ref = number(f, NAMES_ITEM, "land:who-leads")});
	assert_int_equal(get(f, STATE_DECISION, 0, STATE_DECISION_LANDS), STATE_NEVER);
}

/* A forged journal may answer twice: what the first answer had under way is over then. */
static void a_second_answer_leaves_nothing_of_the_first_to_land(void **state)
{
	struct fixture *f = *state;
	fold(f, 600, decided(f, 1));
	fold(f, 700, decided(f, NAMES_NONE));
	assert_int_equal(get(f, STATE_DECISION, 0, STATE_DECISION_OPTION), NAMES_NONE);
	assert_int_equal(get(f, STATE_DECISION, 0, STATE_DECISION_LANDS), STATE_NEVER);
	fold(f, 800, decided(f, 1));
	fold(f, 900, decided(f, 0)); /* at once */
	assert_int_equal(get(f, STATE_DECISION, 0, STATE_DECISION_LANDS), STATE_NEVER);
}

static const char *refused(const struct fixture *f, struct event event)
{
	struct fold at = {(struct state *)&f->state, f->ledger, 1, 0};
	return fold_refuses(&at, &event);
}

static void a_question_has_to_be_open_to_be_answered_or_missed(void **state)
{
	struct fixture *f = *state;
	static const enum event_kind kinds[] = {EVENT_REVEALED, EVENT_DECIDED, EVENT_LATE, EVENT_LAPSED};
	struct event opened = {.kind = EVENT_OPENED, .value = 209};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_non_null(strstr(refused(f, (struct event){.kind = kinds[i]}), "not open"));
	assert_null(refused(f, opened));
	fold(f, 0, opened);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_null(refused(f, (struct event){.kind = kinds[i]}));
	assert_string_equal(refused(f, opened), "a question is opened twice");
	assert_null(refused(f, (struct event){.kind = EVENT_NOTED, .ref = NAMES_NONE, .text = "x"}));
}

static void points_add_up_but_never_past_what_a_number_holds(void **state)
{
	struct fixture *f = *state;
	struct event points = {.kind = EVENT_SCORED, .ref = 0, .value = 10000, .text = "decision:x"};
	fold(f, 0, points);
	fold(f, 0, points);
	assert_int_equal(get(f, STATE_SCORE, 0, 0), 20000);
	*state_cell(&f->state, STATE_SCORE, 0, 0) = 999995000;
	fold(f, 0, points);
	assert_int_equal(get(f, STATE_SCORE, 0, 0), 999995000);
}

static void points_of_a_deadline_settle_it_for_the_audit(void **state)
{
	struct fixture *f = *state;
	int pdpc = number(f, NAMES_DEADLINE, "sg-pdpa.authority");
	fold(f, 50, (struct event){.kind = EVENT_SCORED, .value = -20, .text = "deadline:sg-pdpa.authority"});
	assert_int_equal(get(f, STATE_DEADLINE, pdpc, STATE_DEADLINE_AUDITED), 50);
	assert_int_equal(get(f, STATE_DEADLINE, pdpc, STATE_DEADLINE_NOTIFIED), STATE_NEVER);
}

static void a_deferred_inject_waits_again_once_released(void **state)
{
	struct fixture *f = *state;
	int letter = number(f, NAMES_ITEM, "letter");
	fold(f, 10, (struct event){.kind = EVENT_HELD, .ref = letter});
	assert_int_equal(get(f, STATE_ITEM, letter, STATE_ITEM_STATUS), STATE_DEFERRED);
	fold(f, 20, (struct event){.kind = EVENT_RELEASED, .ref = letter});
	assert_int_equal(get(f, STATE_ITEM, letter, STATE_ITEM_STATUS), STATE_WAITING);
}

static void a_withdrawn_fact_is_no_longer_verified_but_keeps_its_entries(void **state)
{
	struct fixture *f = *state;
	int people = number(f, NAMES_FACT, "people");
	fold(f, 10, (struct event){.kind = EVENT_VERIFIED, .ref = people, .value = 9870});
	assert_int_equal(get(f, STATE_FACT, people, STATE_FACT_VALUE), 9870);
	fold(f, 20, (struct event){.kind = EVENT_WITHDRAWN, .ref = people, .value = SHAPE_UNSET});
	assert_int_equal(get(f, STATE_FACT, people, STATE_FACT_VERIFIED), 0);
	assert_int_equal(ledger_last(f->ledger, LEDGER_PROOF, people)->value, 9870);
}

static void more_people_than_the_room_holds_are_noted_and_given_no_role(void **state)
{
	struct fixture *f = *state;
	char name[16];
	for (int i = 0; i < STATE_PERSONS + 3; i++) {
		snprintf(name, sizeof name, "Guest %d", i);
		fold(f, 0, (struct event){.kind = EVENT_ROSTER, .ref = 0, .who = name});
	}
	assert_int_equal(get(f, STATE_ROLE, 0, 0), STATE_PERSONS - 1);
	assert_string_equal(ledger_person_name(f->ledger, STATE_PERSONS + 2), "Guest 34");
}

static void a_rejoined_drill_no_longer_holds_its_clock(void **state)
{
	struct fixture *f = *state;
	fold(f, 10, (struct event){.kind = EVENT_CLOCK_HELD, .ref = NAMES_NONE});
	assert_int_equal(get(f, STATE_RUN, 0, STATE_HELD), 1);
	fold(f, 10, (struct event){.kind = EVENT_REJOINED, .ref = NAMES_NONE});
	assert_int_equal(get(f, STATE_RUN, 0, STATE_HELD), 0);
}

#define fold_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    fold_test(time_never_goes_back),
	    fold_test(the_first_logging_of_a_moment_stays_and_a_correction_moves_it),
	    fold_test(a_slow_choice_lands_when_it_has_taken_its_time),
	    fold_test(a_second_answer_leaves_nothing_of_the_first_to_land),
	    fold_test(a_question_has_to_be_open_to_be_answered_or_missed),
	    fold_test(points_add_up_but_never_past_what_a_number_holds),
	    fold_test(points_of_a_deadline_settle_it_for_the_audit),
	    fold_test(a_deferred_inject_waits_again_once_released),
	    fold_test(a_withdrawn_fact_is_no_longer_verified_but_keeps_its_entries),
	    fold_test(more_people_than_the_room_holds_are_noted_and_given_no_role),
	    fold_test(a_rejoined_drill_no_longer_holds_its_clock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
