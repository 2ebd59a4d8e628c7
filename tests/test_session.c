#include "small.h"

#include "exercise/score.h"

#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"var 'live' (true)\n"                                                                                          \
	"var 'how' { 'none', 'letter' }\n"                                                                             \
	"fact 'people' { kind = 'count', label = 'People', unit = 'people', verb = 'exported', truth = 9870 }\n"       \
	"inject 'first' { at = '0h', from = 'Customer', to = 'support', channel = 'email', subject = 'Hm', "           \
	"text = 'How do they know?', opens = 'who' }\n"                                                                \
	"inject 'live-still' { after = 'first', delay = '5h', when = function(w) return w.live end, from = 'Log', "    \
	"to = 'it-admin', channel = 'alert', text = 'A token works.' }\n"                                              \
	"inject 'after-that' { after = 'live-still', delay = '1h', from = 'Log', to = 'it-admin', channel = 'alert', " \
	"text = 'Again.' }\n"                                                                                          \
	"inject 'nudge' { by = '6h', unless = 'copy-logs', from = 'Auditor', to = 'it-admin', channel = 'phone', "     \
	"text = 'Where are the logs?' }\n"                                                                             \
	"inject 'by-hand' { from = 'Press', to = 'all', channel = 'press', text = 'A number?' }\n"                     \
	"decision 'who' { owner = 'incident-lead', within = '30m', closes = '2h', default = 'chat', "                  \
	"objective = 'containment', ask = 'Who leads?', hint = 'A name', probes = { 'Who decides?' }, "                \
	"listen_for = 'A name', "                                                                                      \
	"{ id = 'named', 'One name', does = { 'open-incident' }, sets = { how = 'letter' }, "                          \
	"score = { containment = 3 }, because = 'One owner decides.' }, "                                              \
	"{ id = 'chat', 'A group chat', takes = '2h', sets = { live = false }, score = { containment = 1 }, "          \
	"because = 'A committee debates.' }, "                                                                         \
	"{ id = 'ceo', 'Wait', score = { containment = -2 }, because = 'Nobody leads.' }, "                            \
	"late = { score = { containment = -1 }, because = 'Nobody took the lead.' } }\n"                               \
	"on 'open-incident' { moment = 'aware', verifies = { people = 9870 }, because = 'Opened.' }\n"                 \
	"on 'suspend-account' { sets = { live = false }, score = { containment = 1 }, because = 'Off.' }\n"            \
	"at '52h' { when = function(w) return not w:paused 'log-purge' end, critical = 'logs-gone', because = "        \
	"'Gone.' }\n"

static int setup(void **state)
{
	return small_setup(state, STORY);
}

static struct act choose(const struct small *small, const char *option)
{
	int who = small_name(small, NAMES_DECISION, "who");
	struct act act = {.kind = ACT_CHOOSE, .refs = {who}, .nrefs = 1, .value = EVENT_MEDIUM, .at = STATE_NEVER};
	act.t = session_now(small->session);
	act.other = story_option(&small->world->story->decisions[who], option);
	return act;
}

static struct act on_step(const struct small *small, enum act_kind kind, const char *step)
{
	struct act act = {.kind = kind, .nrefs = 1, .at = STATE_NEVER, .t = session_now(small->session)};
	act.refs[0] = small_name(small, NAMES_STEP, step);
	return act;
}

static int32_t points(const struct small *small)
{
	return small_get(small, STATE_SCORE, 0, 0);
}

static int32_t item(const struct small *small, const char *id)
{
	return small_get(small, STATE_ITEM, small_name(small, NAMES_ITEM, id), STATE_ITEM_STATUS);
}

static int32_t step(const struct small *small, const char *id, int field)
{
	return small_get(small, STATE_STEP, small_name(small, NAMES_STEP, id), field);
}

static void an_inject_at_nought_comes_first_and_opens_its_question(void **state)
{
	struct small *small = *state;
	assert_int_equal(view_current(&small->session->state), NAMES_NONE);
	assert_int_equal(small_until(small, 0), 1);
	assert_int_equal(item(small, "first"), STATE_DELIVERED);
	assert_int_equal(view_current(&small->session->state), small_name(small, NAMES_DECISION, "who"));
}

static void a_choice_applies_its_effects_and_their_reactions_in_order(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	const struct event_turn *turn = small_take(small, choose(small, "named"));
	static const enum event_kind expected[] = {EVENT_DECIDED, EVENT_SET,   EVENT_ACTED,    EVENT_FIRED,
	                                           EVENT_MOMENT,  EVENT_ACTED, EVENT_VERIFIED, EVENT_SCORED};
	assert_int_equal(turn->count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < turn->count; i++)
		assert_int_equal(turn->events[i].kind, expected[i]);
	assert_int_equal(points(small), 30);
	assert_int_equal(small_get(small, STATE_VAR, small_name(small, NAMES_VAR, "how"), 0), 1);
}

static void a_choice_cannot_be_made_twice(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	assert_non_null(small_take(small, choose(small, "named")));
	assert_null(small_take(small, choose(small, "ceo")));
	assert_string_equal(small->why, "who is not open.");
}

static void points_count_at_once_and_a_slow_choice_lands_later(void **state)
{
	struct small *small = *state;
	int live = small_name(small, NAMES_VAR, "live");
	small_until(small, 0);
	small_take(small, choose(small, "chat"));
	assert_int_equal(points(small), 10);
	assert_int_equal(small_get(small, STATE_VAR, live, 0), 1);
	small_until(small, 2 * 3600);
	assert_int_equal(small_get(small, STATE_VAR, live, 0), 0);
	assert_int_equal(points(small), 10);
	assert_int_equal(item(small, "land:who"), STATE_FIRED);
}

static void a_late_answer_earns_half(void **state)
{
	struct small *small = *state;
	small_until(small, 30 * 60);
	assert_int_equal(points(small), -10);
	small_take(small, choose(small, "named"));
	assert_int_equal(points(small), 5);
}

static void a_question_that_closes_lapses_to_its_default_without_gain(void **state)
{
	struct small *small = *state;
	int who = small_name(small, NAMES_DECISION, "who");
	small_until(small, 2 * 3600);
	assert_int_equal(small_get(small, STATE_DECISION, who, STATE_DECISION_STATUS), STATE_LAPSED);
	assert_int_equal(small_get(small, STATE_DECISION, who, STATE_DECISION_OPTION), 1);
	assert_int_equal(points(small), -10);
	small_until(small, 4 * 3600);
	assert_int_equal(small_get(small, STATE_VAR, small_name(small, NAMES_VAR, "live"), 0), 0);
}

static void a_false_when_withholds_for_good_and_so_what_comes_after(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, on_step(small, ACT_DO, "suspend"));
	small_until(small, 7 * 3600);
	assert_int_equal(item(small, "live-still"), STATE_WITHHELD);
	assert_int_equal(item(small, "after-that"), STATE_WAITING);
}

static void a_true_when_lets_it_come_and_starts_the_next_delay(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, choose(small, "ceo"));
	small_until(small, 6 * 3600);
	assert_int_equal(item(small, "live-still"), STATE_DELIVERED);
	assert_int_equal(item(small, "after-that"), STATE_DELIVERED);
}

static void a_contingency_inject_comes_unless_its_action_is_done(void **state)
{
	struct small *small = *state;
	small_until(small, 6 * 3600);
	assert_int_equal(item(small, "nudge"), STATE_DELIVERED);
	struct small other = small_open(STORY);
	small_start(&other);
	small_until(&other, 0);
	small_take(&other, on_step(&other, ACT_DO, "copy"));
	small_until(&other, 6 * 3600);
	assert_int_equal(item(&other, "nudge"), STATE_WITHHELD);
	small_close(&other);
}

static void one_person_does_one_thing_at_a_time_first_in_first_out(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	struct act act = on_step(small, ACT_DO, "suspend");
	act.refs[act.nrefs++] = small_name(small, NAMES_STEP, "copy");
	small_take(small, act);
	assert_int_equal(step(small, "suspend", STATE_STEP_STATUS), STATE_UNDER_WAY);
	assert_int_equal(step(small, "copy", STATE_STEP_STATUS), STATE_IN_QUEUE);
	small_until(small, 30 * 60);
	assert_int_equal(step(small, "suspend", STATE_STEP_STATUS), STATE_DONE);
	assert_int_equal(step(small, "copy", STATE_STEP_STATUS), STATE_UNDER_WAY);
	assert_int_equal(step(small, "copy", STATE_STEP_UNTIL), 90 * 60);
}

static void unmet_needs_refuse_by_name(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	assert_null(small_take(small, on_step(small, ACT_DO, "hold")));
	assert_string_equal(small->why, "hold needs copy first.");
}

static void a_queued_step_moves_to_somebody_free(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	struct act act = on_step(small, ACT_DO, "suspend");
	act.refs[act.nrefs++] = small_name(small, NAMES_STEP, "copy");
	small_take(small, act);
	act = on_step(small, ACT_ASSIGN, "copy");
	act.who = "Farah";
	small_take(small, act);
	assert_int_equal(step(small, "copy", STATE_STEP_STATUS), STATE_UNDER_WAY);
	assert_int_equal(step(small, "copy", STATE_STEP_PERSON), ledger_person(small->session->ledger, "Farah"));
}

static void a_skip_needs_leave_and_a_reason(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	assert_null(small_take(small, on_step(small, ACT_SKIP, "suspend")));
	assert_string_equal(small->why, "The playbook does not allow suspend to be skipped.");
	assert_null(small_take(small, on_step(small, ACT_SKIP, "copy")));
	assert_string_equal(small->why, "Say why: skip copy because ...");
	struct act act = on_step(small, ACT_SKIP, "copy");
	act.why = "counsel first";
	assert_non_null(small_take(small, act));
	assert_int_equal(small_get(small, STATE_SCORE, SCORE_ADHERENCE, 0), 10);
}

static void an_action_pauses_what_it_says_and_spares_the_critical_failure(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, on_step(small, ACT_DO, "copy"));
	small_until(small, 3600);
	small_take(small, on_step(small, ACT_DO, "hold"));
	small_until(small, 53 * 3600);
	assert_int_equal(small_get(small, STATE_PAUSE, 0, 0), 1);
	assert_int_equal(session_criticals(small->session), 0);
	struct small other = small_open(STORY);
	small_start(&other);
	small_until(&other, 53 * 3600);
	assert_int_equal(session_criticals(other.session), 1);
	small_close(&other);
}

static struct act moment(int32_t t, const char *id, int32_t at)
{
	struct act act = {.kind = ACT_MOMENT, .t = t, .nrefs = 1, .at = at};
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		if (strcmp(shape_moments[i], id) == 0)
			act.refs[0] = i;
	return act;
}

static void a_moment_starts_the_clocks_its_laws_name_and_a_correction_moves_them(void **state)
{
	struct small *small = *state;
	int pipa = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	int pdpa = small_name(small, NAMES_DEADLINE, "sg-pdpa.authority");
	bool provisional;
	assert_int_equal(view_due(&small->session->state, pipa, &provisional), 72 * 3600);
	assert_true(provisional);
	assert_int_equal(view_due(&small->session->state, pdpa, &provisional), STATE_NEVER);
	small_take(small, moment(3 * 3600, "aware", 2 * 3600));
	assert_int_equal(view_due(&small->session->state, pipa, &provisional), 74 * 3600);
	assert_false(provisional);
	small_take(small, moment(3 * 3600, "aware", 3600));
	assert_int_equal(view_due(&small->session->state, pipa, &provisional), 73 * 3600);
	assert_int_equal(small_get(small, STATE_MOMENT, 2, STATE_MOMENT_FIRST), 2 * 3600);
	/* Assessed Friday 6 March, 05:40 in Singapore: three calendar days end on Monday 9 March, 23:59:59. */
	small_take(small, moment(8 * 3600, "assessed", 8 * 3600));
	assert_int_equal(view_due(&small->session->state, pdpa, &provisional),
	                 (3 * 24 + 2) * 3600 + 20 * 60 - 1 + 24 * 3600);
}

static void a_moment_that_has_not_come_is_refused(void **state)
{
	struct small *small = *state;
	assert_null(small_take(small, moment(3600, "aware", 2 * 3600)));
	assert_string_equal(small->why, "T+2:00 has not come yet.");
}

static void silence_gains_nothing(void **state)
{
	struct small *small = *state;
	int pipa = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	small_take(small, moment(20 * 3600, "aware", 20 * 3600));
	assert_int_equal(score_deadline_due(&small->session->state, pipa), 73 * 3600 + 30 * 60);
	assert_int_equal(score_deadline(&small->session->state, pipa, 73 * 3600), 30);
	assert_int_equal(score_deadline(&small->session->state, pipa, 80 * 3600), -10);
	assert_int_equal(score_deadline(&small->session->state, pipa, STATE_NEVER), 0);
	small_take(small, (struct act){.kind = ACT_NOTE, .t = 80 * 3600, .text = "late", .at = STATE_NEVER});
	assert_int_equal(score_deadline(&small->session->state, pipa, STATE_NEVER), -20);
}

static void filing_an_action_tells_every_authority_whose_clock_runs(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, moment(0, "aware", 0));
	small_take(small, on_step(small, ACT_DONE, "file"));
	int pipa = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	int pdpa = small_name(small, NAMES_DEADLINE, "sg-pdpa.authority");
	assert_int_equal(small_get(small, STATE_DEADLINE, pipa, STATE_DEADLINE_NOTIFIED), 0);
	assert_int_equal(small_get(small, STATE_DEADLINE, pdpa, STATE_DEADLINE_NOTIFIED), STATE_NEVER);
}

static void undo_takes_back_typed_lines_up_to_the_last_that_fell_due(void **state)
{
	struct small *small = *state;
	struct act undo = {.kind = ACT_UNDO, .at = STATE_NEVER};
	small_until(small, 0);
	small_take(small, choose(small, "ceo"));
	struct act suspend = on_step(small, ACT_DO, "suspend");
	suspend.cause = "do suspend";
	small_take(small, suspend);
	assert_null(small->session->undone);
	const struct event_turn *turn = small_take(small, undo);
	assert_int_equal(turn->events[0].value, 4);
	assert_string_equal(small->session->undone, "do suspend");
	assert_int_equal(step(small, "suspend", STATE_STEP_STATUS), STATE_TODO);
	turn = small_take(small, undo);
	assert_int_equal(turn->events[0].value, 3);
	assert_int_equal(points(small), 0);
	assert_int_equal(view_current(&small->session->state), small_name(small, NAMES_DECISION, "who"));
	assert_null(small_take(small, undo));
	assert_non_null(strstr(small->why, "Nothing to take back"));
}

static void a_line_that_stops_the_clock_cannot_be_undone(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, on_step(small, ACT_DO, "suspend"));
	small_take(small, (struct act){.kind = ACT_HOLD, .at = STATE_NEVER});
	assert_null(small_take(small, (struct act){.kind = ACT_UNDO, .at = STATE_NEVER}));
}

static void an_inject_comes_by_hand_and_only_once(void **state)
{
	struct small *small = *state;
	struct act act = {.kind = ACT_INJECT, .nrefs = 1, .at = STATE_NEVER};
	act.refs[0] = small_name(small, NAMES_ITEM, "by-hand");
	assert_non_null(small_take(small, act));
	assert_null(small_take(small, act));
	assert_string_equal(small->why, "by-hand has come, or was withheld, already.");
}

static void a_deferred_inject_waits_until_it_is_brought_back(void **state)
{
	struct small *small = *state;
	struct act act = {.kind = ACT_DEFER, .nrefs = 1, .at = STATE_NEVER};
	act.refs[0] = small_name(small, NAMES_ITEM, "nudge");
	assert_non_null(small_take(small, act));
	small_until(small, 10 * 3600);
	assert_int_equal(item(small, "nudge"), STATE_DEFERRED);
	act.kind = ACT_INJECT;
	assert_non_null(small_take(small, act));
	assert_int_equal(item(small, "nudge"), STATE_DELIVERED);
}

static void endex_lapses_what_is_open_and_freezes_play(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, (struct act){.kind = ACT_END, .at = STATE_NEVER});
	assert_true(session_ended(small->session));
	assert_int_equal(agenda_next(&small->session->state).kind, AGENDA_NONE);
	assert_null(small_take(small, choose(small, "named")));
	assert_non_null(strstr(small->why, "EndEx has come"));
	assert_non_null(small_take(small, (struct act){.kind = ACT_NOTE, .text = "tired", .at = STATE_NEVER}));
}

static struct act audit_of(const struct small *small, const char *deadline)
{
	struct act act = {.kind = ACT_AUDIT, .nrefs = 1, .at = STATE_NEVER};
	act.refs[0] = small_name(small, NAMES_DEADLINE, deadline);
	return act;
}

static void the_audit_prices_a_missed_law_and_makes_it_critical(void **state)
{
	struct small *small = *state;
	small_until(small, 100 * 3600);
	int before = session_criticals(small->session);
	assert_non_null(small_take(small, audit_of(small, "kr-pipa.authority")));
	assert_int_equal(small_get(small, STATE_SCORE, SCORE_TIMELINESS, 0), -20);
	assert_int_equal(session_criticals(small->session), before + 1);
	assert_null(small_take(small, audit_of(small, "kr-pipa.authority")));
}

static void what_was_not_due_by_an_early_endex_is_not_missed(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	small_take(small, (struct act){.kind = ACT_END, .at = STATE_NEVER});
	small_take(small, audit_of(small, "kr-pipa.authority"));
	assert_int_equal(small_get(small, STATE_SCORE, SCORE_TIMELINESS, 0), 0);
	assert_int_equal(small_get(small, STATE_SCORE, SCORE_ADHERENCE, 0), 0);
	assert_int_equal(session_criticals(small->session), 0);
}

static void an_action_that_names_its_law_counts_before_the_moment_is_logged(void **state)
{
	struct small *small = *state;
	int pasar = small_name(small, NAMES_DEADLINE, "notify-marketplace");
	small_until(small, 0);
	small_take(small, on_step(small, ACT_DONE, "tell-pasar"));
	assert_int_equal(small_get(small, STATE_DEADLINE, pasar, STATE_DEADLINE_NOTIFIED), 0);
}

static void why_nothing_was_filed_is_on_record(void **state)
{
	struct small *small = *state;
	small_take(small, (struct act){.kind = ACT_END, .at = STATE_NEVER});
	struct act act = {.kind = ACT_AUDIT, .nrefs = 1, .at = STATE_NEVER, .why = "nobody had the password"};
	act.refs[0] = small_name(small, NAMES_DEADLINE, "kr-pipa.authority");
	assert_non_null(small_take(small, act));
	assert_string_equal(ledger_last(small->session->ledger, LEDGER_NOTE, act.refs[0])->text,
	                    "nobody had the password");
}

static void taking_a_turn_changes_nothing(void **state)
{
	struct small *small = *state;
	small_until(small, 0);
	struct session *session = small->session;
	size_t entries = ledger_count(session->ledger), bytes = session->state.count * sizeof(int32_t);
	int32_t *before = malloc(bytes);
	memcpy(before, session->state.cells, bytes);
	struct act act = choose(small, "named");
	act.talk = EVENT_NO_TALK;
	assert_non_null(session_take(session, &act, small->arena, small->why));
	assert_memory_equal(before, session->state.cells, bytes);
	assert_int_equal(ledger_count(session->ledger), entries);
	free(before);
}

static void talk_begins_with_a_question_and_ends_with_its_answer(void **state)
{
	struct small *small = *state;
	struct agenda_item next = agenda_next(&small->session->state);
	struct act act = {.kind = ACT_DUE, .due = next, .by = "clock", .cause = "inject:first", .at = STATE_NEVER};
	struct event_turn *turn = session_take(small->session, &act, small->arena, small->why);
	assert_int_equal(turn->talk, 180000);
	session_apply(small->session, turn);
	act = choose(small, "named");
	act.talk = 60000;
	act.by = "incident-lead";
	turn = session_take(small->session, &act, small->arena, small->why);
	assert_int_equal(turn->talk, 0);
}

int main(void)
{
#define EACH(name) cmocka_unit_test_setup_teardown(name, setup, small_teardown)
	const struct CMUnitTest tests[] = {
	    EACH(an_inject_at_nought_comes_first_and_opens_its_question),
	    EACH(a_choice_applies_its_effects_and_their_reactions_in_order),
	    EACH(a_choice_cannot_be_made_twice),
	    EACH(points_count_at_once_and_a_slow_choice_lands_later),
	    EACH(a_late_answer_earns_half),
	    EACH(a_question_that_closes_lapses_to_its_default_without_gain),
	    EACH(a_false_when_withholds_for_good_and_so_what_comes_after),
	    EACH(a_true_when_lets_it_come_and_starts_the_next_delay),
	    EACH(a_contingency_inject_comes_unless_its_action_is_done),
	    EACH(one_person_does_one_thing_at_a_time_first_in_first_out),
	    EACH(unmet_needs_refuse_by_name),
	    EACH(a_queued_step_moves_to_somebody_free),
	    EACH(a_skip_needs_leave_and_a_reason),
	    EACH(an_action_pauses_what_it_says_and_spares_the_critical_failure),
	    EACH(a_moment_starts_the_clocks_its_laws_name_and_a_correction_moves_them),
	    EACH(a_moment_that_has_not_come_is_refused),
	    EACH(silence_gains_nothing),
	    EACH(filing_an_action_tells_every_authority_whose_clock_runs),
	    EACH(undo_takes_back_typed_lines_up_to_the_last_that_fell_due),
	    EACH(a_line_that_stops_the_clock_cannot_be_undone),
	    EACH(an_inject_comes_by_hand_and_only_once),
	    EACH(a_deferred_inject_waits_until_it_is_brought_back),
	    EACH(endex_lapses_what_is_open_and_freezes_play),
	    EACH(the_audit_prices_a_missed_law_and_makes_it_critical),
	    EACH(what_was_not_due_by_an_early_endex_is_not_missed),
	    EACH(an_action_that_names_its_law_counts_before_the_moment_is_logged),
	    EACH(why_nothing_was_filed_is_on_record),
	    EACH(taking_a_turn_changes_nothing),
	    EACH(talk_begins_with_a_question_and_ends_with_its_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
