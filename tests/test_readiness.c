#include "debrief.h"
#include "issued.h"

/* The debrief's drill with a customers' text due after a day, which the first step sends, and two kinds of data. */
#define STORY                                                                                                          \
	DEBRIEF_STORY                                                                                                  \
	"fact 'bank' { kind = 'data', category = 'bank', label = 'Bank details', truth = 'involved' }\n"               \
	"fact 'cards' { kind = 'data', category = 'payments', label = 'Cards', truth = 'not_held' }\n"

#define ACTIONS                                                                                                        \
	"vocabulary: small\nreviewed: 2026-01-01\nactions:\n"                                                          \
	"  open-incident: { description: Open an incident, public: { en: We opened an incident. } }\n"                 \
	"  suspend-account: { description: Suspend, public: { en: We switched it off. }, notice: customer-holding }\n" \
	"  hold-log-purge: { description: Hold the purge, public: { en: We kept the logs. }, pauses: log-purge }\n"    \
	"  copy-logs: { description: Copy the logs, public: { en: We copied the logs. } }\n"                           \
	"  notify-authority: { description: File, public: { en: We told the authority. }, files: authority }\n"        \
	"  notify-marketplace: { description: Tell them, public: { en: We told the marketplace. } }\n"                 \
	"  log-aware: { description: Log it, public: { en: We logged it. }, moment: aware }\n"                         \
	"pausable:\n  log-purge: { description: The purge }\n"                                                         \
	"notices:\n  customer-holding: { audience: customers, channel: email, description: A holding line }\n"         \
	"  customer-sms: { audience: customers, channel: sms, description: One fact }\n"                               \
	"  customer-inapp: { audience: customers, channel: in-app, description: One fact }\n"

#define EMAIL                                                                                                          \
	"comms:\n"                                                                                                     \
	"  - { notice: customer-holding, audience: customers, languages: [en], approvers: [incident-lead], due: "      \
	"aware+24h }\n"
#define OTHERS                                                                                                         \
	"  - { notice: customer-sms, audience: customers, languages: [en], approvers: [incident-lead], due: "          \
	"aware+30h }\n"                                                                                                \
	"  - { notice: customer-inapp, audience: customers, languages: [en], approvers: [incident-lead] }\n"

static struct debrief *opened(const char *comms)
{
	struct text playbook = {0};
	text_addf(&playbook, "%s%s", small_playbook, comms);
	struct debrief *d = debrief_open_with(STORY, ACTIONS, playbook.data);
	text_free(&playbook);
	return d;
}

static void check(struct debrief *d, const char *id, const char *answer, const char *basis)
{
	const struct jsn *questions = jsn_get(debrief_model(d, false), "questions");
	assert_int_equal(jsn_count(questions), 5);
	for (size_t i = 0; i < jsn_count(questions); i++) {
		const struct jsn *row = jsn_at(questions, i, NULL);
		if (strcmp(jsn_text(jsn_get(row, "id")), id) != 0)
			continue;
		const char *given = jsn_text(jsn_get(row, "answer"));
		assert_string_equal(given ? given : "null", answer);
		assert_string_equal(jsn_text(jsn_get(row, "basis")), basis);
		return;
	}
	fail_msg("no question %s", id);
}

static void verify(struct debrief *d, const char *fact, int32_t value)
{
	struct act act = debrief_act(d, ACT_VERIFY, NAMES_FACT, fact);
	act.value = value;
	debrief_do(d, act);
}

static void a_careful_team_gets_five_times_yes(void **state)
{
	struct debrief *d = opened(EMAIL OTHERS);
	(void)state;
	debrief_until(d, 0);
	verify(d, "people", 9870);
	verify(d, "bank", STORY_INVOLVED);
	verify(d, "cards", STORY_NOT_HELD);
	debrief_play_well(d);
	check(d, "confirm", "yes", "Aware was logged at T+1:30, as soon as a careful team could be certain.");
	check(d, "data", "yes", "2 of 2 kinds of data were verified by the end.");
	check(d, "customers", "yes", "1 of 1 counts was verified by the end.");
	check(d, "texts", "yes",
	      "The playbook names texts to customers by email, in-app message, SMS; of 1 due before the end, 1 went "
	      "out.");
	check(d, "people", "yes", "1 of 1 question on what to say was answered in time.");
	debrief_close(d);
}

static void a_team_that_does_nothing_gets_five_times_no(void **state)
{
	struct debrief *d = opened(EMAIL);
	(void)state;
	debrief_play_badly(d);
	check(d, "confirm", "no", "Aware was never logged; a careful team could be certain at T+1:30.");
	check(d, "data", "no", "0 of 2 kinds of data were verified by the end.");
	check(d, "customers", "no",
	      "0 of 1 counts were verified by the end; 1 was stated wrongly and never put right.");
	check(d, "texts", "no",
	      "The playbook names texts to customers by email, none by in-app message, SMS; of 1 due before the end, 0 "
	      "went out.");
	check(d, "people", "no", "1 of 1 question on what to say was answered in time, with an answer that did harm.");
	debrief_close(d);
}

static void half_of_it_is_partly(void **state)
{
	struct debrief *d = opened(EMAIL);
	(void)state;
	debrief_until(d, 4 * 3600);
	struct act aware = debrief_act(d, ACT_MOMENT, NAMES_MOMENT, "aware");
	aware.t = 4 * 3600;
	debrief_do(d, aware);
	verify(d, "bank", STORY_INVOLVED);
	verify(d, "cards", STORY_INVOLVED);
	debrief_do(d, debrief_act(d, ACT_DO, NAMES_STEP, "suspend"));
	debrief_until(d, 100 * 3600);
	check(d, "confirm", "partly", "Aware was logged at T+4:00, 2h30 after a careful team could be certain.");
	check(d, "data", "partly",
	      "1 of 2 kinds of data was verified by the end; 1 was stated wrongly and never put right.");
	check(d, "texts", "partly",
	      "The playbook names texts to customers by email, none by in-app message, SMS; of 1 due before the end, 1 "
	      "went out.");
	check(d, "people", "no", "0 of 1 question on what to say was answered in time.");
	debrief_close(d);
}

static void an_early_and_a_very_late_moment_are_told_by_their_distance(void **state)
{
	struct debrief *d = opened("");
	(void)state;
	debrief_until(d, 0);
	debrief_do(d, debrief_act(d, ACT_MOMENT, NAMES_MOMENT, "aware"));
	check(d, "confirm", "null", "Aware was logged at T+0:00.");
	debrief_until(d, 100 * 3600);
	check(d, "confirm", "yes", "Aware was logged at T+0:00, 1h30 before a careful team could be certain.");
	debrief_close(d);
	d = opened("");
	debrief_until(d, 20 * 3600);
	struct act aware = debrief_act(d, ACT_MOMENT, NAMES_MOMENT, "aware");
	aware.t = 20 * 3600;
	debrief_do(d, aware);
	debrief_until(d, 100 * 3600);
	check(d, "confirm", "no", "Aware was logged at T+20:00, 18h30 after a careful team could be certain.");
	debrief_close(d);
}

static void a_record_that_stops_early_answers_only_what_is_settled(void **state)
{
	struct debrief *d = opened(EMAIL OTHERS);
	(void)state;
	debrief_until(d, 3600);
	verify(d, "bank", STORY_INVOLVED);
	check(d, "confirm", "null", "Aware was not logged by T+1:00, where the record stops.");
	check(d, "data", "null", "1 of 2 kinds of data was verified by T+1:00, where the record stops.");
	check(d, "customers", "null", "0 of 1 counts were verified by T+1:00, where the record stops.");
	check(d, "texts", "null",
	      "The playbook names texts to customers by email, in-app message, SMS; of 1 due before the end, 0 went "
	      "out by "
	      "T+1:00, where the record stops.");
	check(d, "people", "null", "No question on what to say came up by T+1:00, where the record stops.");
	verify(d, "cards", STORY_NOT_HELD);
	check(d, "data", "yes", "2 of 2 kinds of data were verified by T+1:00, where the record stops.");
	debrief_close(d);
}

/* Sends the holding line without what it was to say. */
static void send(struct debrief *d, const char *because)
{
	static const char *missing[] = {"HOW"};
	struct statement one = issued_statement("Words.", NULL, 0);
	one.missing = (struct shape_texts){missing, 1};
	debrief_keep(d, issued_draft_of(&d->small, "customer-holding", &one, 1));
	if (!because)
		debrief_keep(d, issued_approve(&d->small, "customer-holding", "incident-lead"));
	debrief_keep(d, issued_publish(&d->small, "customer-holding", because));
}

static void a_text_that_was_forced_out_was_not_ready_until_one_is_approved(void **state)
{
	struct debrief *d = opened(EMAIL OTHERS);
	(void)state;
	debrief_until(d, 0);
	send(d, "no time");
	debrief_until(d, 100 * 3600);
	check(d, "texts", "no",
	      "The playbook names texts to customers by email, in-app message, SMS; of 1 due before the end, 0 went "
	      "out as they should, 1 with flaws.");
	debrief_close(d);
	d = opened(EMAIL OTHERS);
	debrief_until(d, 0);
	send(d, "no time");
	send(d, NULL);
	debrief_until(d, 100 * 3600);
	check(d, "texts", "yes",
	      "The playbook names texts to customers by email, in-app message, SMS; of 1 due before the end, 1 went "
	      "out.");
	debrief_close(d);
}

static void a_playbook_without_texts_is_not_ready(void **state)
{
	struct debrief *d = opened("");
	(void)state;
	debrief_play_well(d);
	check(d, "texts", "no", "The playbook names no text to customers; none fell due before the end.");
	debrief_close(d);
}

static void a_story_that_asks_for_nothing_leaves_the_answer_open(void **state)
{
	struct debrief *d = debrief_open();
	(void)state;
	debrief_play_well(d);
	check(d, "data", "null", "The record holds nothing to judge this by.");
	debrief_close(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_careful_team_gets_five_times_yes),
	    cmocka_unit_test(a_team_that_does_nothing_gets_five_times_no),
	    cmocka_unit_test(half_of_it_is_partly),
	    cmocka_unit_test(an_early_and_a_very_late_moment_are_told_by_their_distance),
	    cmocka_unit_test(a_record_that_stops_early_answers_only_what_is_settled),
	    cmocka_unit_test(a_text_that_was_forced_out_was_not_ready_until_one_is_approved),
	    cmocka_unit_test(a_playbook_without_texts_is_not_ready),
	    cmocka_unit_test(a_story_that_asks_for_nothing_leaves_the_answer_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
