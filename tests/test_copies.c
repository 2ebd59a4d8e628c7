#include "check.h"
#include "issued.h"
#include "told.h"

#include "content/dossier.h"
#include "desk/copies.h"

static struct letter letter = {.name = "customer-holding", .lang = "en", .kind = "customer-holding"};

static const char *path(struct told *told, bool exercise, bool approved, const char *folder, const char *file)
{
	struct matter matter = {.exercise = exercise};
	struct notice notice = {.letter = &letter, .lang = "zh"};
	struct rendition rendition = {.format = RENDITION_MAIL, .approved = approved, .matter = &matter};
	text_clear(&told->out);
	copies_path(&rendition, &notice, folder, file, &told->out);
	return told->out.data;
}

static void a_folder_gets_the_notices_own_name(void **state)
{
	assert_string_equal(path(*state, true, false, "out", NULL), "out/EXERCISE-customer-holding.zh.eml");
	assert_string_equal(path(*state, false, false, "out/", NULL), "out/DRAFT-customer-holding.zh.eml");
	assert_string_equal(path(*state, false, true, "a/b", NULL), "a/b/customer-holding.zh.eml");
}

static void a_file_that_was_named_bears_the_mark_all_the_same(void **state)
{
	assert_string_equal(path(*state, true, true, NULL, "x.eml"), "EXERCISE-x.eml");
	assert_string_equal(path(*state, true, true, NULL, "EXERCISE/x.eml"), "EXERCISE/EXERCISE-x.eml");
	assert_string_equal(path(*state, true, true, NULL, "my EXERCISE.eml"), "my EXERCISE.eml");
	assert_string_equal(path(*state, false, false, NULL, "/tmp/x.eml"), "/tmp/DRAFT-x.eml");
	assert_string_equal(path(*state, false, true, NULL, "x.eml"), "x.eml");
}

static const char *proof(struct told *told, const char *of)
{
	text_clear(&told->out);
	copies_proof_path(of, &told->out);
	return told->out.data;
}

static void a_proof_lies_beside_what_it_proves(void **state)
{
	assert_string_equal(proof(*state, "out/EXERCISE-x.en.txt"), "out/EXERCISE-x.en-proof.md");
	assert_string_equal(proof(*state, "a.b/x"), "a.b/x-proof.md");
	assert_string_equal(proof(*state, "a/.x"), "a/.x-proof.md");
}

static enum rendition_format format(int64_t asked, const char *file, int32_t channel)
{
	struct letter of = {.channel = channel};
	return copies_format(asked, file, &(struct notice){.letter = &of});
}

static void a_format_is_asked_for_or_named_by_the_file_or_by_the_channel(void **state)
{
	(void)state;
	assert_int_equal(format(RENDITION_HTML, "x.eml", VOCABULARY_SMS), RENDITION_HTML);
	assert_int_equal(format(-1, "x.y.eml", VOCABULARY_SMS), RENDITION_MAIL);
	assert_int_equal(format(-1, "x.unheard", VOCABULARY_SMS), RENDITION_SMS);
	assert_int_equal(format(-1, NULL, VOCABULARY_EMAIL), RENDITION_TEXT);
	assert_int_equal(format(-1, NULL, SHAPE_UNSET), RENDITION_TEXT);
}

static void several_languages_go_into_a_folder(void **state)
{
	(void)state;
	assert_true(copies_foldered("all", "x"));
	assert_true(copies_foldered("en,zh", "x"));
	assert_false(copies_foldered("en", "x"));
	assert_false(copies_foldered(NULL, "x"));
	assert_true(copies_foldered(NULL, "x/"));
	assert_true(copies_foldered(NULL, "tests"));
}

static struct shape_texts languages(struct told *told, const char *asked)
{
	struct shape_texts out;
	copies_languages(NULL, "customer-holding", asked, told->arena, &out, &told->diags);
	return out;
}

static void languages_are_taken_once_each_in_the_order_asked_for(void **state)
{
	struct shape_texts out = languages(*state, " zh, en,zh,ko ,");
	assert_int_equal(out.n, 3);
	assert_string_equal(out.v[0], "zh");
	assert_string_equal(out.v[1], "en");
	assert_string_equal(out.v[2], "ko");
	out = languages(*state, NULL);
	assert_int_equal(out.n, 1);
	assert_string_equal(out.v[0], "en");
	assert_int_equal(languages(*state, ",").n, 0);
	assert_string_equal(told_text(*state), "--lang:0:0: expected a language such as en, several such as en,zh, or "
	                                       "all\n");
}

static const char *told_of(struct told *told, struct notice *notice, enum rendition_format format, const char *made)
{
	struct matter matter = {.exercise = true};
	struct rendition rendition = {.format = format, .matter = &matter};
	struct text page = {0}, last = {0};
	notice->letter = &letter;
	notice->lang = "en";
	text_add(&page, made);
	text_clear(&told->out);
	copies_tell(&rendition, notice, NULL, &page, &last, &told->out);
	text_free(&page);
	text_free(&last);
	return told->out.data;
}

static void what_is_missing_is_told_by_name(void **state)
{
	const char *missing[] = {"HOW", "REM"}, *unknown[] = {"where_now", "birthdays"},
	           *warnings[] = {"on hold\x1b[2J"};
	struct notice_value values[] = {{.fact = 3, .action = NAMES_NONE, .moment = NAMES_NONE},
	                                {.fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE}};
	struct notice notice = {.values = values,
	                        .nvalues = 2,
	                        .missing = {missing, 2},
	                        .unknown = {unknown, 2},
	                        .warnings = {warnings, 1}};
	assert_string_equal(told_of(*state, &notice, RENDITION_TEXT, ""),
	                    "customer-holding.en, EXERCISE: 1 proved value in it; words 75a11da44c80.\n"
	                    "  Asked for, and missing: <contents.HOW> (HOW); <contents.REM> (REM).\n"
	                    "  Not verified yet: where_now, birthdays.\n"
	                    "  Beware: on hold\xef\xbf\xbd\n");
}

static void a_mail_without_a_sender_is_told(void **state)
{
	struct notice notice = {0};
	assert_non_null(strstr(told_of(*state, &notice, RENDITION_MAIL, ""),
	                       "  Beware: the mail has no sender: the company's contact is no single mail address.\n"));
}

static void what_holds_of_every_language_is_told_once(void **state)
{
	struct told *told = *state;
	const char *unknown[] = {"where_now", "birthdays"};
	struct matter matter = {.exercise = false};
	struct rendition rendition = {.format = RENDITION_TEXT, .matter = &matter};
	struct notice notice = {.letter = &letter, .lang = "en", .unknown = {unknown, 2}};
	struct text last = {0};
	copies_tell(&rendition, &notice, NULL, &(struct text){0}, &last, &told->out);
	notice.lang = "zh";
	copies_tell(&rendition, &notice, NULL, &(struct text){0}, &last, &told->out);
	notice.lang = "ko";
	notice.unknown.n = 1;
	copies_tell(&rendition, &notice, NULL, &(struct text){0}, &last, &told->out);
	text_free(&last);
	assert_string_equal(told->out.data, "customer-holding.en, DRAFT: 0 proved values in it; words 75a11da44c80.\n"
	                                    "  Not verified yet: where_now, birthdays.\n"
	                                    "customer-holding.zh, DRAFT: 0 proved values in it; words 75a11da44c80.\n"
	                                    "customer-holding.ko, DRAFT: 0 proved values in it; words 75a11da44c80.\n"
	                                    "  Not verified yet: where_now.\n");
}

static void an_sms_is_counted_without_the_line_feed_of_its_file(void **state)
{
	struct notice notice = {0};
	assert_string_equal(told_of(*state, &notice, RENDITION_SMS, "Hang up.\n"),
	                    "customer-holding.en, EXERCISE: 0 proved values in it; words 75a11da44c80.\n"
	                    "  SMS: 1 message, 8 characters (GSM-7); 152 left in the last.\n");
	assert_string_equal(told_of(*state, &notice, RENDITION_SMS, "Don’t.\n"),
	                    "customer-holding.en, EXERCISE: 0 proved values in it; words 75a11da44c80.\n"
	                    "  SMS: 1 message, 6 units (UCS-2); 64 left in the last.\n"
	                    "  \"’\" (U+2019) is the first character that GSM-7 does not have.\n");
}

static void each_of_several_sms_is_told_by_how_it_begins(void **state)
{
	struct notice notice = {0};
	struct text page = {0};
	for (int i = 0; i < 16; i++)
		text_addf(&page, "This is line %d of it\n", i + 10);
	const char *out = told_of(*state, &notice, RENDITION_SMS, page.data);
	assert_non_null(strstr(out, "  SMS: 3 messages, 351 characters (GSM-7); 108 left in the last.\n"
	                            "  Message 2 begins: \" This is line 17 of it T\"\n"
	                            "  Message 3 begins: \"t This is line 24 of it \"\n"));
	text_free(&page);
}

/* ---- approval ---- */

static bool approved_as(struct small *small, const char *lang, const char *subject, const char *text)
{
	struct letter of = {.name = "customer-holding", .kind = "customer-holding"};
	struct notice notice = {.letter = &of, .lang = lang, .subject = subject, .text = text};
	struct origin origin = {.arena = arena_new(), .record = {.session = small->session}};
	bool so = copies_approved(&origin, &notice);
	arena_free(origin.arena);
	return so;
}

static bool approved(struct small *small, const char *lang, const char *text)
{
	return approved_as(small, lang, "A notice", text);
}

static void only_the_very_words_that_all_approved_are_approved(void **state)
{
	struct small *small = *state;
	assert_false(approved(small, "en", "We look into it."));
	issued_draft(small, "customer-holding", "We look into it.", NULL);
	assert_false(approved(small, "en", "We look into it."));
	issued_approve(small, "customer-holding", "legal");
	assert_false(approved(small, "en", "We look into it."));
	issued_approve(small, "customer-holding", "incident-lead");
	assert_true(approved(small, "en", "We look into it."));
	assert_false(approved(small, "zh", "We look into it."));
	assert_false(approved(small, "en", "We look into this."));
	assert_false(approved_as(small, "en", "Another subject", "We look into it."));
	issued_draft(small, "customer-holding", "We look into this.", NULL);
	assert_false(approved(small, "en", "We look into this."));
}

static const char facts[] = "case: kopi\nmode: incident\nat: 2026-03-06 08:00\n"
                            "facts:\n  what: { kind: text, label: What, says: WHAT, value: A file left, "
                            "verified: { by: it-admin, against: the log, at: 2026-03-06 01:00 } }\n";

/* Whether a facts file that ends so has the approval of "Words." */
static bool has_approval(struct told *told, const char *subject, const char *rest)
{
	const char *bytes = arena_printf(told->arena, "%s%s", facts, rest);
	const struct file file = told_file(bytes);
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct origin origin = {.arena = told->arena};
	struct dossier *dossier = dossier_load(&file, 0, &reader);
	struct shelf_choice choice = {.starts = dossier->starts, .company = &dossier->company};
	struct notice notice = {.letter = &letter, .lang = "en", .subject = subject, .text = "Words."};
	origin.matter =
	    shelf_open(&choice, &told->diags, &origin.set) ? dossier_matter(dossier, origin.set.world, &reader) : NULL;
	if (!origin.matter)
		fail_msg("%s", told_text(told));
	bool so = copies_approved(&origin, &notice);
	shelf_close(&origin.set);
	return so;
}

#define GIVEN(role, notice, words)                                                                                     \
	"  - { notice: " notice ", by: " role ", who: Mei, how: by phone, at: 2026-03-06 07:00, words: " words " }\n"
#define THESE "b5ee6249642c"

static void in_a_facts_file_everybody_approves_the_very_words(void **state)
{
	struct told *told = *state;
	assert_false(has_approval(told, "A notice", ""));
	assert_false(has_approval(told, "A notice", "approved:\n" GIVEN("legal", "customer-holding", THESE)));
	assert_true(has_approval(told, "A notice",
	                         "approved:\n" GIVEN("legal", "customer-holding", THESE)
	                             GIVEN("incident-lead", "customer-holding", THESE)));
	assert_false(has_approval(told, "Another subject",
	                          "approved:\n" GIVEN("legal", "customer-holding", THESE)
	                              GIVEN("incident-lead", "customer-holding", THESE)));
	assert_false(has_approval(told, "A notice",
	                          "approved:\n" GIVEN("legal", "customer-holding", THESE)
	                              GIVEN("incident-lead", "customer-holding", "000000000000")));
	assert_false(has_approval(told, "A notice",
	                          "approved:\n" GIVEN("legal", "customer-holding", THESE)
	                              GIVEN("incident-lead", "press-line", THESE)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_folder_gets_the_notices_own_name),
	    told_test(a_file_that_was_named_bears_the_mark_all_the_same),
	    told_test(a_proof_lies_beside_what_it_proves),
	    told_test(a_format_is_asked_for_or_named_by_the_file_or_by_the_channel),
	    told_test(several_languages_go_into_a_folder),
	    told_test(languages_are_taken_once_each_in_the_order_asked_for),
	    told_test(what_is_missing_is_told_by_name),
	    cmocka_unit_test_setup_teardown(only_the_very_words_that_all_approved_are_approved, issued_setup,
	                                    small_teardown),
	    told_test(in_a_facts_file_everybody_approves_the_very_words),
	    told_test(a_mail_without_a_sender_is_told),
	    told_test(what_holds_of_every_language_is_told_once),
	    told_test(each_of_several_sms_is_told_by_how_it_begins),
	    told_test(an_sms_is_counted_without_the_line_feed_of_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
