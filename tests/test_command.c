#include "typed.h"

#include "base/file.h"
#include "desk/command.c"

static void an_empty_line_reveals_then_waits(void **state)
{
	struct small *small = *state;
	assert_int_equal(parse(small, "").kind, COMMAND_NOTHING);
	small_until(small, OPEN);
	struct act act = act_of(small, "  ", ACT_REVEAL);
	assert_int_equal(act.refs[0], small_name(small, NAMES_DECISION, "who"));
	assert_non_null(small_take(small, act));
	struct command command = parse(small, "");
	assert_int_equal(command.kind, COMMAND_NOTHING);
	assert_string_equal(command.say, "Type a number, or 0 and what you would do instead.");
	assert_false(command.refused);
}

static void alone_an_empty_line_is_next_when_nothing_is_asked(void **state)
{
	struct small *small = *state;
	struct command_context context = context_of(small);
	context.alone = true;
	assert_int_equal(command_parse(&context, "").kind, COMMAND_NEXT);
	small_until(small, OPEN);
	context = context_of(small);
	context.alone = true;
	assert_int_equal(command_parse(&context, "").act.kind, ACT_REVEAL);
	assert_string_equal(command_parse(&context, "inject by-hand").say,
	                    "inject is the facilitator's, and here you are alone.");
}

static void steps_go_by_number_in_their_phase_and_by_id_anywhere(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "do 1, 3 and file", ACT_DO);
	assert_int_equal(act.nrefs, 3);
	assert_int_equal(act.refs[1], small_name(small, NAMES_STEP, "hold"));
	assert_int_equal(act.refs[2], small_name(small, NAMES_STEP, "file"));
	act = act_of(small, "do SUSP", ACT_DO);
	assert_int_equal(act.refs[0], small_name(small, NAMES_STEP, "suspend"));
	assert_says(small, "do 4", "The checklist of contain has 3 steps; another phase's steps go by their ids.");
	assert_says(small, "do copi", "Unknown step \"copi\"; did you mean copy?");
	assert_says(small, "do", "Write it like this:  do 1 3 4");
	take(small, "phase notify");
	act = act_of(small, "do 1", ACT_DO);
	assert_int_equal(act.refs[0], small_name(small, NAMES_STEP, "file"));
	take(small, "phase auto");
	act = act_of(small, "do 1", ACT_DO);
	assert_int_equal(act.refs[0], small_name(small, NAMES_STEP, "suspend"));
}

static void a_step_is_done_skipped_and_assigned(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	struct act act = act_of(small, "done 2 at 22:10", ACT_DONE);
	assert_int_equal(act.at, 1800);
	assert_mentions(small, "done 2 at 23:50", "has not come yet");
	act = act_of(small, "skip copy because \"counsel first\"", ACT_SKIP);
	assert_string_equal(act.why, "counsel first");
	assert_mentions(small, "skip copy counsel first", "Write it like this");
	act = act_of(small, "assign 2 to far", ACT_ASSIGN);
	assert_string_equal(act.who, "Farah");
	act = act_of(small, "assign copy Mei Lin", ACT_ASSIGN);
	assert_string_equal(act.who, "Mei Lin");
	act = act_of(small, "assign copy lin", ACT_ASSIGN);
	assert_string_equal(act.who, "Mei Lin");
	assert_says(small, "assign 2 to Bob", "Unknown person \"Bob\": Mei Lin, Arif or Farah.");
}

static void moments_and_filings_take_a_time_that_has_come(void **state)
{
	struct small *small = *state;
	small_until(small, OPEN);
	assert_int_equal(act_of(small, "moment aware", ACT_MOMENT).at, STATE_NEVER);
	assert_int_equal(act_of(small, "moment aware at T+0:20", ACT_MOMENT).at, 1200);
	assert_mentions(small, "moment awaer", "did you mean aware?");
	struct act act = act_of(small, "notify kr-pipa.authority at 22:10", ACT_NOTIFY);
	assert_int_equal(act.refs[0], small_name(small, NAMES_DEADLINE, "kr-pipa.authority"));
	assert_int_equal(act.at, 1800);
	assert_int_equal(act_of(small, "notify pasar+", ACT_NOTIFY).refs[0],
	                 small_name(small, NAMES_DEADLINE, "notify-marketplace"));
	assert_int_equal(act_of(small, "notify PIPC", ACT_NOTIFY).refs[0],
	                 small_name(small, NAMES_DEADLINE, "kr-pipa.authority"));
}

static void a_fact_takes_a_value_of_its_kind(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "fact people_exported 9,870 people from the crm log", ACT_CLAIM);
	assert_int_equal(act.value, 9870);
	assert_null(act.text); /* told from the value, so that the unit is never missing */
	assert_string_equal(act.why, "the crm log");
	assert_string_equal(act.who, "facilitator");
	assert_int_equal(act_of(small, "verify people-exported 200 against the export log", ACT_VERIFY).value, 200);
	assert_int_equal(act_of(small, "fact bank_details not involved", ACT_CLAIM).value, STORY_NOT_INVOLVED);
	assert_int_equal(act_of(small, "fact bank_details not_held", ACT_CLAIM).value, STORY_NOT_HELD);
	assert_int_equal(act_of(small, "fact became_aware at yesterday 23:10 from Arif", ACT_CLAIM).value,
	                 5400 - 86400);
	act = act_of(small, "fact way_out export from a login from the log", ACT_CLAIM);
	assert_string_equal(act.text, "export from a login");
	assert_string_equal(act.why, "the log");
	assert_mentions(small, "fact people_exported about 200", "is a number");
	assert_says(small, "fact people_exported -5 from the log", "people_exported is a count: 0 or more.");
	assert_says(small, "fact people_exported 9,870 rows from the log",
	            "people_exported counts people, not rows: those are another fact; facts lists what there is.");
	assert_says(small, "fact people_exported 1e9 from the log",
	            "people_exported is a whole number, written out: 1250 or 1,250.");
	assert_mentions(small, "fact people_exported 9.87 thousand from the log", "is a whole number, written out");
	assert_mentions(small, "fact people_exported 9870 I think from the log", "How sure you are");
	assert_mentions(small, "fact people_exported 12345678901", "too long");
	assert_mentions(small, "fact bank_details not", "one of: involved");
	assert_mentions(small, "fact became_aware soon", "is a time");
	assert_mentions(small, "verify people_exported 9870", "against what?");
	assert_mentions(small, "fact people_exported", "takes a number");
}

static void fact_alone_is_a_menu(void **state)
{
	struct small *small = *state;
	struct command command = parse(small, "verify");
	assert_int_equal(command.kind, COMMAND_HELP);
	assert_false(command.refused);
	assert_non_null(strstr(command.say, "1 people_exported: People (a number of people)"));
	assert_non_null(strstr(command.say, "verify 1 1,250 against the export log"));
}

static void a_fact_goes_by_its_number_in_the_menu_too(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "fact 1 9870 from the log", ACT_CLAIM);
	assert_int_equal(act.refs[0], 0);
	assert_int_equal(act.value, 9870);
	assert_int_equal(act_of(small, "verify bank details not involved against the columns", ACT_VERIFY).value,
	                 STORY_NOT_INVOLVED);
	act = act_of(small, "fact How it left through a lost phone from the log", ACT_CLAIM);
	assert_int_equal(act.refs[0], small_name(small, NAMES_FACT, "way_out"));
	assert_string_equal(act.text, "through a lost phone");
	assert_int_equal(act_of(small, "verify \"how it\" \"by post\" against the log", ACT_VERIFY).refs[0],
	                 act.refs[0]);
	assert_int_equal(act_of(small, "fact cert at T+0:00 from Arif", ACT_CLAIM).refs[0],
	                 small_name(small, NAMES_FACT, "became_aware"));
	assert_string_equal(act_of(small, "withdraw bank details because it was empty", ACT_WITHDRAW).why,
	                    "it was empty");
	assert_mentions(small, "fact how it", "way_out takes in words");
	assert_says(small, "fact 99 9870 from the log", "There are facts 1 to 4; fact alone lists them.");
	assert_says(small, "verify 0 9870 against the log", "There are facts 1 to 4; verify alone lists them.");
}

static void a_search_names_its_span(void **state)
{
	struct small *small = *state;
	struct act act =
	    act_of(small, "verify bank_details not involved against the columns over all rows over 1 Jan to 5 Mar",
	           ACT_VERIFY);
	assert_string_equal(act.why, "the columns over all rows");
	assert_string_equal(act.over, "1 Jan to 5 Mar");
	act = act_of(small, "verify people_exported 9870 against a count over two days", ACT_VERIFY);
	assert_string_equal(act.why, "a count over two days");
	assert_null(act.over);
}

static void a_withdrawal_says_why(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "withdraw people_exported because it counts rows", ACT_WITHDRAW);
	assert_int_equal(act.refs[0], small_name(small, NAMES_FACT, "people_exported"));
	assert_string_equal(act.why, "it counts rows");
	assert_int_equal(act_of(small, "withdraw 1 because it counts rows", ACT_WITHDRAW).refs[0], 0);
	assert_says(small, "withdraw people_exported", "Say why: withdraw people_exported because ...");
	assert_non_null(strstr(parse(small, "withdraw").say, "withdraw 1 because it counts rows"));
}

static void a_pause_keeps_its_reason_and_its_end(void **state)
{
	struct small *small = *state;
	struct act act =
	    act_of(small, "pause log-purge because the police asked in writing until 10 Mar 09:00", ACT_PAUSE);
	assert_string_equal(act.why, "the police asked in writing");
	assert_int_equal(act.at, 4 * 86400 + 11 * 3600 + 20 * 60);
	act = act_of(small, "pause log-purge until 2h because of the police", ACT_PAUSE);
	assert_string_equal(act.why, "of the police");
	assert_int_equal(act.at, 7200);
	act = act_of(small, "pause log-purge", ACT_PAUSE);
	assert_null(act.why);
	assert_int_equal(act.at, STATE_NEVER);
	assert_mentions(small, "pause log-purge until Easter", "until when");
	assert_mentions(small, "pause log-purge for good", "Write it like this:");
	assert_says(small, "pause", "Write it like this:  pause retargeting");
}

static void a_call_names_who_was_rung(void **state)
{
	struct small *small = *state;
	struct act act = act_of(small, "call mei lin no answer", ACT_CALL);
	assert_string_equal(act.who, "Mei Lin");
	assert_string_equal(act.text, "no answer");
	act = act_of(small, "call Adeline Chua asked for a hold", ACT_CALL);
	assert_string_equal(act.who, "Adeline Chua");
	assert_string_equal(act.text, "asked for a hold");
	act = act_of(small, "call PDPC hotline: file online", ACT_CALL);
	assert_string_equal(act.who, "PDPC hotline");
	assert_string_equal(act.text, "file online");
	assert_mentions(small, "call Farah", "what came of it?");
}

static void somebody_else_speaks_for_a_line_or_from_now_on(void **state)
{
	struct small *small = *state;
	assert_string_equal(act_of(small, "note x", ACT_NOTE).by, "facilitator");
	struct act act = act_of(small, "@support note we saw it", ACT_NOTE);
	assert_string_equal(act.by, "support");
	assert_string_equal(act.text, "we saw it");
	assert_string_equal(act.cause, "@support note we saw it");
	assert_string_equal(act_of(small, "@Farah note x", ACT_NOTE).by, "support");
	take(small, "as support");
	assert_string_equal(act_of(small, "note x", ACT_NOTE).by, "support");
	small_until(small, OPEN);
	assert_string_equal(act_of(small, "chat", ACT_CHOOSE).by, "support");
	assert_string_equal(act_of(small, "@support chat", ACT_CHOOSE).by, "support");
	take(small, "as facilitator");
	assert_string_equal(act_of(small, "note x", ACT_NOTE).by, "facilitator");
	assert_mentions(small, "@suport note x", "did you mean support?");
	assert_mentions(small, "@support", "what do they say?");
}

static void plain_commands_become_their_acts(void **state)
{
	struct small *small = *state;
	static const struct {
		const char *line;
		enum act_kind kind;
	} plain[] = {{"pause log-purge", ACT_PAUSE},
	             {"unpause log", ACT_UNPAUSE},
	             {"undo", ACT_UNDO},
	             {"go", ACT_GO},
	             {"hold because lunch", ACT_HOLD},
	             {"HOLD", ACT_HOLD},
	             {"inject by-hand", ACT_INJECT},
	             {"defer first", ACT_DEFER},
	             {"wait 2h", ACT_STEP_TO},
	             {"observe care they rang her", ACT_OBSERVE},
	             {"rate communications P because it held", ACT_RATE},
	             {"roster Priya as support", ACT_ROSTER},
	             {"end", ACT_END}};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		act_of(small, plain[i].line, plain[i].kind);
	assert_string_equal(act_of(small, "hold because lunch", ACT_HOLD).why, "lunch");
	assert_int_equal(act_of(small, "wait 2h", ACT_STEP_TO).at, 7200);
	assert_int_equal(act_of(small, "rate comm u because x", ACT_RATE).value, 3);
	assert_non_null(strstr(parse(small, "end").read_back, "EndEx now"));
	assert_string_equal(act_of(small, "rate care S they heard it in English", ACT_RATE).why,
	                    "they heard it in English");
	assert_mentions(small, "rate care S", "Why?");
	assert_mentions(small, "rate care X because y", "Ratings are P");
	assert_mentions(small, "undo 3", "Write it like this");
	assert_mentions(small, "inject by-hnd", "No inject is called");
	assert_mentions(small, "extend 2m", "No question is open");
	small_until(small, OPEN);
	assert_int_equal(act_of(small, "extend 5m", ACT_EXTEND).value, 300000);
	assert_int_equal(act_of(small, "hint", ACT_HINT).refs[0], small_name(small, NAMES_DECISION, "who"));
}

static void views_and_ways_out_are_no_acts(void **state)
{
	struct small *small = *state;
	assert_int_equal(parse(small, "status").kind, COMMAND_STATUS);
	assert_int_equal(parse(small, "steps notify").kind, COMMAND_STEPS);
	assert_int_equal(parse(small, "steps notify").act.refs[0], small_name(small, NAMES_PHASE, "notify"));
	assert_int_equal(parse(small, "facts").kind, COMMAND_FACTS);
	assert_int_equal(parse(small, "clock").kind, COMMAND_CLOCK);
	assert_int_equal(parse(small, "log").kind, COMMAND_LOG);
	assert_int_equal(parse(small, "again").kind, COMMAND_AGAIN);
	assert_int_equal(parse(small, "again").act.value, 0);
	assert_int_equal(parse(small, "again 3").act.value, 3);
	assert_says(small, "again first", "How many of the last messages? Write it like this:  again 3");
	assert_says(small, "again 9999", "How many of the last messages? Write it like this:  again 3");
	assert_int_equal(parse(small, "ahead").kind, COMMAND_AHEAD);
	assert_int_equal(parse(small, "next").kind, COMMAND_NEXT);
	assert_int_equal(parse(small, "stop").kind, COMMAND_STOP);
	assert_int_equal(parse(small, "quit").kind, COMMAND_QUIT);
}

static void a_wrong_word_is_answered_with_the_nearest_right_one(void **state)
{
	struct small *small = *state;
	assert_says(small, "stauts", "Unknown command \"stauts\"; did you mean status?");
	assert_says(small, "xyzzy", "Unknown command \"xyzzy\"; help lists them, note ... writes a line down.");
	assert_mentions(small, "help stauts", "did you mean status?");
	assert_mentions(small, "\"note\" x", "Unknown command");
}

static void what_comes_after_endex_is_refused_before_it(void **state)
{
	struct small *small = *state;
	assert_says(small, "y", "y comes after EndEx.");
	assert_says(small, "improve x @Arif 30 Apr", "improve comes after EndEx.");
	take(small, "end");
	assert_says(small, "do 1", "EndEx has come; do belongs to the story. The hot wash goes on.");
	assert_int_equal(parse(small, "").kind, COMMAND_NOTHING);
	act_of(small, "note x", ACT_NOTE);
}

static void no_line_is_too_strange(void **state)
{
	struct small *small = *state;
	char *line = arena_alloc(small->arena, 5000);
	memset(line, 'x', 4999);
	assert_mentions(small, line, "too long");
	line[4096] = '\0';
	assert_mentions(small, line, "Unknown command");
	memset(line, '@', 4096);
	assert_true(parse(small, line).refused);
	assert_true(parse(small, "\x1b[2J\xff\xfe \x01").refused);
	assert_null(strchr(parse(small, "note a\x1b[2Jb").act.cause, '\x1b'));
	static const char *const empty[] = {"call \"\"F\"a\"", "call \"\"",      "roster \"\" as legal",
	                                    "roster \"\"",     "note \"\"",      "assign 1 \"\"",
	                                    "notify \"\"",     "do \"\"",        "fact \"\" \"\"",
	                                    "as \"\"",         "rate \"\" \"\"", "wait \"\"",
	                                    "0 \"\"",          "\"\"",           "@ note x"};
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		assert_true(parse(small, empty[i]).refused);
	assert_true(parse(small, "do 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1").refused);
}

/* scenarios/README.md says which ids are taken. */
static void the_guide_lists_every_command(void **state)
{
	static const char begin[] = "These words are taken: ";
	struct arena *arena = arena_new();
	struct diags diags;
	struct file guide;
	(void)state;
	diags_init(&diags);
	assert_true(file_read("scenarios/README.md", "README.md", arena, &diags, &guide));
	const char *list = strstr(guide.bytes, begin), *end = list ? strstr(list, "\n\n") : NULL;
	assert_non_null(end);
	list = arena_ndup(arena, list, (size_t)(end - list));
	for (size_t i = 0; i < manual.n; i++)
		if (!(manual.rows[i].flags & MANUAL_SHAPE) &&
		    !strstr(list, arena_printf(arena, "`%s`", manual.rows[i].name)))
			fail_msg("\"%s\" is not listed", manual.rows[i].name);
	diags_free(&diags);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    typed_test(an_empty_line_reveals_then_waits),
	    typed_test(alone_an_empty_line_is_next_when_nothing_is_asked),
	    typed_test(steps_go_by_number_in_their_phase_and_by_id_anywhere),
	    typed_test(a_step_is_done_skipped_and_assigned),
	    typed_test(moments_and_filings_take_a_time_that_has_come),
	    typed_test(a_fact_takes_a_value_of_its_kind),
	    typed_test(fact_alone_is_a_menu),
	    typed_test(a_fact_goes_by_its_number_in_the_menu_too),
	    typed_test(a_search_names_its_span),
	    typed_test(a_withdrawal_says_why),
	    typed_test(a_pause_keeps_its_reason_and_its_end),
	    typed_test(a_call_names_who_was_rung),
	    typed_test(somebody_else_speaks_for_a_line_or_from_now_on),
	    typed_test(plain_commands_become_their_acts),
	    typed_test(views_and_ways_out_are_no_acts),
	    typed_test(a_wrong_word_is_answered_with_the_nearest_right_one),
	    typed_test(what_comes_after_endex_is_refused_before_it),
	    typed_test(no_line_is_too_strange),
	    cmocka_unit_test(the_guide_lists_every_command),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
