#include "penned.h"
#include "worded.h"

#include "desk/galley.h"

struct bench {
	struct penned pen;
	struct writing writing;
	struct writing_job job;
};

static int set_up(void **state)
{
	struct bench *b = *state = calloc(1, sizeof *b);
	assert_non_null(b);
	penned_open(&b->pen);
	b->writing = (struct writing){
	    .session = b->pen.small->session, .journal = b->pen.journal, .words = worded("en", b->pen.told->arena)};
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	writing_done(&b->job);
	writing_close(&b->writing);
	penned_close(&b->pen);
	free(b);
	return 0;
}

static bool draft(struct bench *b, const char *name, const char *languages)
{
	struct act asked = {.kind = ACT_KINDS, .text = name, .over = languages, .at = STATE_NEVER, .by = "facilitator"};
	asked.t = session_now(b->pen.small->session);
	writing_done(&b->job);
	return writing_draft(&b->writing, &asked, b->pen.told->arena, &b->job, &b->pen.told->diags);
}

static const struct event_turn *take(struct bench *b)
{
	const struct event_turn *turn = small_take(b->pen.small, b->job.act);
	assert_non_null(turn);
	return turn;
}

static const char *show(struct bench *b)
{
	struct paint paint = {&b->pen.screen, 80, false};
	text_clear(&b->pen.screen);
	galley_show(&b->writing, &b->job, &paint);
	return b->pen.screen.data;
}

static int times(const char *text, const char *words)
{
	int n = 0;
	for (; (text = strstr(text, words)); text++)
		n++;
	return n;
}

/* The bytes of a file beside the journal; fails the test when there is none. */
static const char *file_of(struct bench *b, const char *name)
{
	struct file file;
	const char *path = arena_printf(b->pen.told->arena, "%s/%s", b->pen.home.folder, name);
	if (!file_read(path, name, b->pen.told->arena, &b->pen.told->diags, &file))
		fail_msg("%s", told_text(b->pen.told));
	return file.bytes;
}

static bool is_there(struct bench *b, const char *name)
{
	return access(arena_printf(b->pen.told->arena, "%s/%s", b->pen.home.folder, name), F_OK) == 0;
}

static void without_a_language_it_is_those_of_the_playbook(void **state)
{
	struct bench *b = *state;
	assert_true(draft(b, "customer-holding", NULL));
	assert_int_equal(b->job.n, 2);
	assert_string_equal(b->job.act.statements[0].lang, "en");
	assert_string_equal(b->job.act.statements[1].lang, "zh");
	assert_int_equal(b->job.act.refs[0], issued_kind(b->pen.small, "customer-holding"));
	assert_true(draft(b, "customer-holding", "ko"));
	assert_int_equal(b->job.n, 1);
}

static void a_letter_or_a_language_that_is_not_there_is_told(void **state)
{
	struct bench *b = *state;
	assert_false(draft(b, "customer-holdin", NULL));
	assert_non_null(strstr(told_text(b->pen.told), "customer-holding"));
	assert_false(draft(b, "customer-holding", "xx"));
	assert_non_null(strstr(told_text(b->pen.told), "xx"));
}

static void a_letters_bytes_are_kept_at_their_first_use_alone(void **state)
{
	struct bench *b = *state;
	assert_true(draft(b, "customer-holding", "en"));
	assert_non_null(take(b)->events[0].statement->source);
	assert_true(draft(b, "customer-holding", "en"));
	const struct statement *again = take(b)->events[0].statement;
	assert_null(again->source);
	assert_non_null(again->sha256);
}

static void a_draft_is_shown_with_what_it_lacks_and_whose_word_it_wants(void **state)
{
	struct bench *b = *state;
	assert_true(draft(b, "customer-holding", "en"));
	take(b);
	const char *screen = show(b);
	assert_non_null(strstr(screen, " | EXERCISE: this is a practice message."));
	assert_non_null(strstr(screen, " | Subject: EXERCISE: We are looking into an incident at Small Shop\n"));
	assert_non_null(strstr(screen, "Not verified, so not in it: People in the file; "));
	assert_non_null(strstr(screen, "legal (Adeline, not yet), incident-lead (Mei Lin,"));
	assert_true(draft(b, "customer-confirmed", "en"));
	take(b);
	assert_non_null(strstr(show(b), "Missing, though it is asked for: what happened, which kinds of data"));
}

static void what_holds_of_every_language_is_said_once(void **state)
{
	struct bench *b = *state;
	struct act hold = issued_act(b->pen.small, ACT_PAUSE, small_name(b->pen.small, NAMES_PAUSE, "notices"));
	hold.why = "the police asked";
	assert_non_null(small_take(b->pen.small, hold));
	assert_true(draft(b, "customer-holding", "en zh ko"));
	take(b);
	assert_int_equal(times(show(b), "on hold: the police asked"), 1);
}

static void its_files_lie_beside_the_journal_and_say_exercise(void **state)
{
	struct bench *b = *state;
	assert_true(draft(b, "customer-holding", "en zh"));
	take(b);
	show(b);
	assert_non_null(strstr(file_of(b, "a-EXERCISE-customer-holding.en.txt"), "EXERCISE"));
	assert_non_null(strstr(file_of(b, "a-EXERCISE-customer-holding.zh.eml"), "X-Unsent: 1"));
	assert_non_null(strstr(file_of(b, "a-EXERCISE-customer-holding.en-proof.md"), "EXERCISE"));
}

static void a_file_that_somebody_edited_stays_as_it_is(void **state)
{
	struct bench *b = *state;
	assert_true(draft(b, "customer-holding", "en"));
	take(b);
	assert_null(strstr(show(b), "differs"));
	assert_null(strstr(show(b), "differs"));
	housed_put(arena_printf(b->pen.told->arena, "%s/a-EXERCISE-customer-holding.en.txt", b->pen.home.folder),
	           "Mine");
	assert_non_null(strstr(show(b), "stays)"));
	assert_string_equal(file_of(b, "a-EXERCISE-customer-holding.en.txt"), "Mine");
	assert_non_null(strstr(file_of(b, "a-EXERCISE-customer-holding.en-2.txt"), "EXERCISE"));
	show(b);
	assert_false(is_there(b, "a-EXERCISE-customer-holding.en-3.txt"));
}

static void a_file_that_cannot_be_written_is_told_and_loses_nothing(void **state)
{
	struct bench *b = *state;
	snprintf(b->pen.journal, sizeof b->pen.journal, "%s/not-there/a.jsonl", b->pen.home.folder);
	assert_true(draft(b, "customer-holding", "en"));
	take(b);
	assert_non_null(strstr(show(b), "no such folder"));
	assert_int_equal(small_get(b->pen.small, STATE_NOTICE, b->job.act.refs[0], STATE_NOTICE_DRAFTED), 0);
}

static void in_an_incident_a_file_says_draft_until_it_was_published(void **state)
{
	struct bench *b = *state;
	struct paint paint = {&b->pen.screen, 80, false};
	b->pen.small->session->start.mode = "incident";
	assert_true(draft(b, "customer-holding", "en"));
	take(b);
	show(b);
	assert_non_null(strstr(file_of(b, "a-DRAFT-customer-holding.en.txt"), "DRAFT"));
	assert_false(is_there(b, "a-customer-holding.en.eml"));
	struct event_turn *turn = issued_publish(b->pen.small, "customer-holding", "it is night");
	assert_non_null(turn);
	galley_release(&b->writing, turn, &paint);
	const char *mail = file_of(b, "a-customer-holding.en.eml");
	assert_null(strstr(mail, "DRAFT"));
	assert_null(strstr(mail, "EXERCISE"));
}

static void what_a_draft_lacks_is_asked_about_by_name(void **state)
{
	struct bench *b = *state;
	struct text lacks = {0};
	galley_lacks(&b->writing, issued_kind(b->pen.small, "customer-holding"), &lacks);
	assert_int_equal(lacks.len, 0);
	assert_true(draft(b, "customer-confirmed", "en"));
	take(b);
	galley_lacks(&b->writing, b->job.act.refs[0], &lacks);
	assert_non_null(strstr(lacks.data, "which kinds of data"));
	text_free(&lacks);
}

static void the_menu_lists_letters_with_their_readers_and_approvers(void **state)
{
	struct bench *b = *state;
	struct paint paint = {&b->pen.screen, 80, false};
	assert_true(draft(b, "customer-holding", "en"));
	take(b);
	galley_menu(&b->writing, &paint, &b->pen.told->diags);
	assert_non_null(strstr(b->pen.screen.data,
	                       "   customer-holding     to customers; approvers: legal, incident-lead; drafted"));
	assert_non_null(strstr(b->pen.screen.data, "   authority-kr-pipa    to Commission; approvers: incident-lead"));
	assert_null(strstr(b->pen.screen.data, "authority-eu-gdpr")); /* whose law concerns nobody here */
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(without_a_language_it_is_those_of_the_playbook),
	    TEST(a_letter_or_a_language_that_is_not_there_is_told),
	    TEST(a_letters_bytes_are_kept_at_their_first_use_alone),
	    TEST(a_draft_is_shown_with_what_it_lacks_and_whose_word_it_wants),
	    TEST(what_holds_of_every_language_is_said_once),
	    TEST(its_files_lie_beside_the_journal_and_say_exercise),
	    TEST(a_file_that_somebody_edited_stays_as_it_is),
	    TEST(a_file_that_cannot_be_written_is_told_and_loses_nothing),
	    TEST(in_an_incident_a_file_says_draft_until_it_was_published),
	    TEST(what_a_draft_lacks_is_asked_about_by_name),
	    TEST(the_menu_lists_letters_with_their_readers_and_approvers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
