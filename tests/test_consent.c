#include "check.h"
#include "issued.h"
#include "told.h"

#include "content/dossier.h"
#include "desk/consent.h"

static struct letter letter = {.name = "customer-holding", .lang = "en", .kind = "customer-holding"};

static bool approved_as(struct small *small, const char *lang, const char *subject, const char *text)
{
	struct letter of = {.name = "customer-holding", .kind = "customer-holding"};
	struct notice notice = {.letter = &of, .lang = lang, .subject = subject, .text = text};
	struct origin origin = {.arena = arena_new(), .record = {.session = small->session}};
	bool so = consent_given(&origin, &notice);
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

/* A facts file that ends so; close it with shelf_close(&origin.set). */
static struct origin open_facts(struct told *told, const char *rest)
{
	const char *bytes = arena_printf(told->arena, "%s%s", facts, rest);
	const struct file file = told_file(bytes);
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct origin origin = {.arena = told->arena, .dated = true};
	struct dossier *dossier = dossier_load(&file, 0, &reader);
	struct shelf_choice choice = {.starts = dossier->starts, .company = &dossier->company};
	origin.matter =
	    shelf_open(&choice, &told->diags, &origin.set) ? dossier_matter(dossier, origin.set.world, &reader) : NULL;
	if (!origin.matter)
		fail_msg("%s", told_text(told));
	return origin;
}

/* Whether a facts file that ends so has the approval of "Words." */
static bool has_approval(struct told *told, const char *subject, const char *rest)
{
	struct origin origin = open_facts(told, rest);
	struct notice notice = {.letter = &letter, .lang = "en", .subject = subject, .text = "Words."};
	bool so = consent_given(&origin, &notice);
	shelf_close(&origin.set);
	return so;
}

#define GIVEN(role, notice, words)                                                                                     \
	"  - { notice: " notice ", by: " role ", who: Mei, how: by phone, at: 2026-03-06 07:00, words: " words " }\n"
#define THESE "734da85cdc00"

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

#define BOTH "approved:\n" GIVEN("legal", "customer-holding", THESE) GIVEN("incident-lead", "customer-holding", THESE)

static void what_is_kept_back_is_a_draft_whoever_approved_it(void **state)
{
	struct told *told = *state;
	assert_true(has_approval(told, "A notice", BOTH));
	assert_false(has_approval(told, "A notice", BOTH "hold: { reason: the police asked }\n"));
	letter.kind = "customer-confirmed";
	const char *both = "approved:\n" GIVEN("legal", "customer-confirmed", THESE)
	    GIVEN("incident-lead", "customer-confirmed", THESE);
	assert_false(has_approval(told, "A notice", both));
	assert_true(has_approval(
	    told, "A notice", arena_printf(told->arena, "%sfiled: { sg-pdpa.authority: 2026-03-06 07:00 }\n", both)));
	letter.kind = "customer-holding";
}

static const char *words_of(struct told *told, const char *rest, const char *text)
{
	struct origin origin = open_facts(told, rest);
	const struct file file = {"n.txt", text, strlen(text)};
	text_clear(&told->out);
	consent_tell_words(origin.matter, &file, &told->out);
	shelf_close(&origin.set);
	return told->out.data;
}

static void a_file_is_told_by_whom_its_words_are_approved(void **state)
{
	static const char both[] =
	    "approved:\n" GIVEN("legal", "customer-holding", THESE) GIVEN("incident-lead", "customer-holding", THESE);
	static const char one[] = "approved:\n" GIVEN("legal", "customer-holding", THESE);
	struct told *told = *state;
	assert_string_equal(words_of(told, both, "Subject: A notice\n\nWords.\n"),
	                    "words " THESE ": customer-holding, approved by legal, incident-lead\n");
	assert_string_equal(words_of(told, one, "Subject: DRAFT: A notice\n\nWords.\n"),
	                    "words " THESE ": customer-holding, approved by legal; still wanted: incident-lead\n");
	assert_string_equal(words_of(told, both, "Subject: A notice\n\nWord.\n"),
	                    "words 959c2c804b5d: approved by nobody; the facts file has approvals of other words\n");
	assert_string_equal(words_of(told, "", "Subject: A notice\n\nWords.\n"),
	                    "words " THESE ": approved by nobody\n");
}

static const char *others(struct told *told, bool dated, const char *rest)
{
	struct origin origin = open_facts(told, rest);
	struct drafting *drafting = drafting_open(origin.matter->world, &told->diags);
	assert_non_null(drafting);
	origin.dated = dated;
	text_clear(&told->out);
	text_add(&told->out, "");
	consent_tell_others(&origin, drafting, drafting_letter(drafting, "customer-holding", "en", &told->diags),
	                    &told->out);
	drafting_free(drafting);
	shelf_close(&origin.set);
	return told->out.data;
}

static void approvals_of_other_words_are_told_and_why(void **state)
{
	static const char both[] = "approved:\n" GIVEN("legal", "customer-holding", THESE)
	    GIVEN("incident-lead", "customer-holding", THESE) GIVEN("legal", "press-line", "000000000000");
	struct told *told = *state;
	assert_string_equal(others(told, true, both),
	                    "The facts file has approvals of other words: " THESE " (legal, incident-lead).\n"
	                    "Since then a fact, the letter or at: has changed: put that back, or have the new words "
	                    "approved.\n");
	assert_string_equal(
	    others(told, false, both),
	    "The facts file has approvals of other words: " THESE " (legal, incident-lead).\n"
	    "There is no at: in it, so each run writes another time into the text: add at: as it was when "
	    "they approved, or have the new words approved.\n");
	assert_string_equal(others(told, true, ""), "");
}

static void an_approval_whose_notice_went_out_is_used_up(void **state)
{
	static const char rest[] = "published:\n  - { notice: customer-holding, lang: en, at: 2026-03-06 07:30 }\n"
	                           "approved:\n" GIVEN("legal", "customer-holding", THESE);
	assert_string_equal(others(*state, true, rest), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(only_the_very_words_that_all_approved_are_approved, issued_setup,
	                                    small_teardown),
	    told_test(in_a_facts_file_everybody_approves_the_very_words),
	    told_test(what_is_kept_back_is_a_draft_whoever_approved_it),
	    told_test(a_file_is_told_by_whom_its_words_are_approved),
	    told_test(approvals_of_other_words_are_told_and_why),
	    told_test(an_approval_whose_notice_went_out_is_used_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
