#include "debrief.h"
#include "issued.h"
#include "sought.h"

#include "desk/flaw.h"

/* Something to be said well or badly, so that points for it are worth something. */
static const char story[] =
    ISSUED_STORY "inject 'asked' { at = '99h', from = 'Press', to = 'it-admin', channel = 'press', subject = 'Hm', "
                 "text = 'A number?', opens = 'line' }\n"
                 "decision 'line' { owner = 'it-admin', within = '30m', objective = 'communications', "
                 "ask = 'What do we say?', hint = 'A word', probes = { 'Is it true?' }, listen_for = 'No number', "
                 "{ id = 'none', 'We are counting', score = { communications = 3 }, because = 'It is so.' }, "
                 "{ id = 'some', 'About 200', score = { communications = -2 }, because = 'It is not.' } }\n";

struct bench {
	struct debrief *d;
	struct small *small;
	struct text out;
};

/* Law of Singapore, as it ships: people after the authority. */
static void put_authority_first(const struct world *world)
{
	for (size_t i = 0; i < world->nregimes; i++) {
		struct regime_duties *duties = &world->regimes[i]->duties;
		if (strcmp(world->regimes[i]->id, "sg-pdpa") == 0)
			duties->individuals = (struct regime_duty){
			    .entry = duties->authority.entry, .after = REGIME_AFTER_AUTHORITY, .law = "s 26D(2)"};
	}
}

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	if (!b)
		return -1;
	struct text playbook = {0};
	text_addf(&playbook,
	          "%sobligations:\n  - { party: Clan, clause: '1', clock: aware, within: 48h, action: "
	          "notify-individuals }\n",
	          issued_playbook);
	b->d = debrief_open_with(story, issued_actions, playbook.data);
	text_free(&playbook);
	b->small = &b->d->small;
	put_authority_first(b->small->world);
	debrief_until(b->d, 0);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	debrief_close(b->d);
	text_free(&b->out);
	free(b);
	return 0;
}

static struct statement_value unbacked(const char *text)
{
	return (struct statement_value){NAMES_NONE, NAMES_NONE, NAMES_NONE, SHAPE_UNSET, 0, text, NULL};
}

/* Drafts a kind without two of the contents that the law asks for, and sends it: for a reason, or with both approvals.
 */
static void send(struct bench *b, const char *kind, const struct statement_value *value, const char *because)
{
	static const char *missing[] = {"N", "HOW"};
	struct statement one = issued_statement("We lost 50,000 people.", value, value != NULL);
	one.missing = (struct shape_texts){missing, 2};
	debrief_keep(b->d, issued_draft_of(b->small, kind, &one, 1));
	for (int i = 0; !because && i < 2; i++)
		debrief_keep(b->d, issued_approve(b->small, kind, i ? "legal" : "incident-lead"));
	debrief_keep(b->d, issued_publish(b->small, kind, because));
}

static void log_aware(struct bench *b)
{
	debrief_do(b->d, debrief_act(b->d, ACT_MOMENT, NAMES_MOMENT, "aware"));
}

static void end(struct bench *b)
{
	debrief_until(b->d, 100 * 3600);
}

/* What was wrong with the newest notice; "" for nothing. */
static const char *wrong(struct bench *b, bool brief)
{
	struct issue issue, last = {.n = 0};
	struct flaw flaw;
	for (size_t at = 0; issue_next(b->small->session, &at, b->small->arena, &issue);)
		last = issue;
	assert_true(last.n > 0);
	text_clear(&b->out);
	if (flaw_of(b->small->session, &last, &flaw))
		flaw_say(b->small->session, b->d->words, &flaw, brief, &b->out);
	return b->out.data ? b->out.data : "";
}

static const char *model_at(struct bench *b, const char *path)
{
	return sought_at(debrief_model(b->d, false), path, &b->out);
}

static void what_was_approved_and_proved_has_no_flaw_though_contents_were_not_known_yet(void **state)
{
	struct bench *b = *state;
	struct statement_value people;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(b->small, "people", 9870, NULL));
	people = issued_number(b->small, "people", 9870, turn->n);
	send(b, "customer-holding", &people, NULL);
	end(b);
	assert_string_equal(wrong(b, false), "");
}

static void what_went_out_for_a_reason_says_what_it_lacked_and_whom_it_came_before(void **state)
{
	struct bench *b = *state;
	send(b, "customer-confirmed", NULL, "to calm them");
	assert_string_equal(wrong(b, false), "without: how many people, how it came about; before PDPC was told");
	assert_string_equal(wrong(b, true), "with 2 of the contents missing; before PDPC was told");
}

static void what_is_false_is_only_not_proved_until_the_end(void **state)
{
	struct bench *b = *state;
	struct statement_value deed = unbacked("We called the bank.");
	send(b, "customer-holding", &deed, "to calm them");
	assert_string_equal(wrong(b, true), "with 1 unproved value; with 2 of the contents missing");
	end(b);
	assert_string_equal(wrong(b, true), "with 1 false value; with 2 of the contents missing");
}

static void a_false_value_is_a_flaw_whoever_approved_it(void **state)
{
	struct bench *b = *state;
	struct event_turn *turn = debrief_keep(b->d, issued_verify(b->small, "people", 200, NULL));
	struct statement_value people = issued_number(b->small, "people", 200, turn->n);
	send(b, "customer-holding", &people, NULL);
	end(b);
	assert_string_equal(wrong(b, false), "with 1 false value");
}

static void an_authority_that_was_told_by_then_was_told_first(void **state)
{
	struct bench *b = *state;
	debrief_do(b->d, debrief_act(b->d, ACT_NOTIFY, NAMES_DEADLINE, "sg-pdpa.authority"));
	send(b, "customer-confirmed", NULL, "to calm them");
	assert_string_equal(wrong(b, true), "with 2 of the contents missing");
}

static void an_authority_that_was_told_later_was_not_told_first(void **state)
{
	struct bench *b = *state;
	send(b, "customer-confirmed", NULL, "to calm them");
	debrief_until(b->d, 3600);
	struct act act = debrief_act(b->d, ACT_NOTIFY, NAMES_DEADLINE, "sg-pdpa.authority");
	act.t = 7200;
	debrief_do(b->d, act);
	assert_string_equal(wrong(b, true), "with 2 of the contents missing; before PDPC was told");
	assert_string_equal(model_at(b, "notices 0 first"),
	                    "\"PDPC had to be told first, or at the same time (s 26D(2))\"");
}

static void a_clock_that_such_a_notice_stopped_is_no_strength_and_says_how(void **state)
{
	struct bench *b = *state;
	log_aware(b);
	send(b, "customer-confirmed", NULL, "to calm them");
	end(b);
	const struct jsn *model = debrief_model(b->d, false);
	const struct jsn *clock = sought_row(jsn_get(model, "clocks"), "party", "Clan");
	assert_string_equal(sought_string(clock, "state"), "in_time");
	assert_string_equal(sought_string(clock, "flaw"),
	                    "told without: how many people, how it came about; before PDPC was told");
	assert_string_equal(sought_string(clock, "flaw_brief"),
	                    "told with 2 of the contents missing; before PDPC was told");
	assert_int_equal(jsn_count(jsn_get(model, "strengths")), 0);
	const struct jsn *gap = sought_row(jsn_get(model, "gaps"), "source", "flaw:customer-confirmed");
	assert_string_equal(sought_string(gap, "text"),
	                    "At T+0:00 customer-confirmed went out without: how many people, how it came about; before "
	                    "PDPC was told.");
}

static void a_clock_that_was_stopped_by_hand_has_no_notice_to_be_flawed(void **state)
{
	struct bench *b = *state;
	log_aware(b);
	debrief_do(b->d, debrief_act(b->d, ACT_NOTIFY, NAMES_DEADLINE, "notify-individuals"));
	end(b);
	const struct jsn *model = debrief_model(b->d, false);
	const struct jsn *clock = sought_row(jsn_get(model, "clocks"), "party", "Clan");
	assert_string_equal(sought_string(clock, "flaw"), "(none)");
	sought_row(jsn_get(model, "strengths"), "source", "deadline:notify-individuals");
}

static void a_form_that_was_forced_out_says_so_at_its_own_clock(void **state)
{
	struct bench *b = *state;
	static const char *missing[] = {"ACT"};
	struct statement form = issued_statement("Words.", NULL, 0);
	log_aware(b);
	form.regime = "kr-pipa";
	form.missing = (struct shape_texts){missing, 1};
	debrief_keep(b->d, issued_draft_of(b->small, "authority-kr-pipa", &form, 1));
	debrief_keep(b->d, issued_publish(b->small, "authority-kr-pipa", "no time"));
	const struct jsn *clock = sought_row(jsn_get(debrief_model(b->d, false), "clocks"), "id", "kr-pipa.authority");
	assert_string_equal(sought_string(clock, "flaw"), "told without: what was done");
}

static void whom_a_false_notice_came_before_stands_in_its_gap(void **state)
{
	struct bench *b = *state;
	struct statement_value deed = unbacked("We called the bank.");
	send(b, "customer-confirmed", &deed, "to calm them");
	end(b);
	const struct jsn *gap =
	    sought_row(jsn_get(debrief_model(b->d, false), "gaps"), "source", "false:customer-confirmed");
	assert_string_equal(
	    sought_string(gap, "text"),
	    "At T+0:00 customer-confirmed went out before PDPC, which had to be told first, and said what "
	    "was not so: \"We called the bank\", in truth nobody logged that as done.");
}

static void a_deed_that_was_such_a_notice_is_no_strength_and_its_step_says_so(void **state)
{
	struct bench *b = *state;
	send(b, "customer-holding", NULL, "to calm them");
	end(b);
	const struct jsn *model = debrief_model(b->d, false);
	assert_int_equal(jsn_count(jsn_get(model, "strengths")), 0);
	const struct jsn *step = sought_row(jsn_get(jsn_get(model, "coverage"), "done"), "id", "tell");
	assert_string_equal(sought_string(step, "flaw"),
	                    "customer-holding went out without: how many people, how it came about");
}

static void the_same_deed_is_a_strength_once_it_is_approved(void **state)
{
	struct bench *b = *state;
	send(b, "customer-holding", NULL, NULL);
	end(b);
	const struct jsn *model = debrief_model(b->d, false);
	sought_row(jsn_get(model, "strengths"), "source", "on:publish-holding");
	const struct jsn *step = sought_row(jsn_get(jsn_get(model, "coverage"), "done"), "id", "tell");
	assert_string_equal(sought_string(step, "flaw"), "(none)");
}

static void the_nearest_figure_counts_what_the_notice_counts(void **state)
{
	struct bench *b = *state;
	struct statement_value number = unbacked("50,000");
	number.unit = "people";
	send(b, "customer-holding", &number, "to calm them");
	end(b);
	assert_string_equal(model_at(b, "notices 0 values 0 truth"),
	                    "\"the nearest figure is 9,870 people (People in the file)\"");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_was_approved_and_proved_has_no_flaw_though_contents_were_not_known_yet),
	    TEST(what_went_out_for_a_reason_says_what_it_lacked_and_whom_it_came_before),
	    TEST(what_is_false_is_only_not_proved_until_the_end),
	    TEST(a_false_value_is_a_flaw_whoever_approved_it),
	    TEST(an_authority_that_was_told_by_then_was_told_first),
	    TEST(an_authority_that_was_told_later_was_not_told_first),
	    TEST(a_clock_that_such_a_notice_stopped_is_no_strength_and_says_how),
	    TEST(a_clock_that_was_stopped_by_hand_has_no_notice_to_be_flawed),
	    TEST(a_form_that_was_forced_out_says_so_at_its_own_clock),
	    TEST(whom_a_false_notice_came_before_stands_in_its_gap),
	    TEST(a_deed_that_was_such_a_notice_is_no_strength_and_its_step_says_so),
	    TEST(the_same_deed_is_a_strength_once_it_is_approved),
	    TEST(the_nearest_figure_counts_what_the_notice_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
