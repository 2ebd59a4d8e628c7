#include "check.h"
#include "told.h"

#include "desk/provenance.h"

#include <locale.h>

static const char words[] = "mark:\n"
                            "  exercise: EXERCISE\n"
                            "  exercise_line: \"EXERCISE: nothing in it has happened.\"\n"
                            "  draft: DRAFT\n"
                            "  draft_line: \"DRAFT: do not send it.\"\n"
                            "  subject: \"Subject: {{subject}}\"\n"
                            "time:\n"
                            "  date: \"{{day}} {{month}} {{year}}, {{clock}}\"\n"
                            "  month: { 3: March }\n"
                            "contents: { HOW: how it came about }\n"
                            "proof:\n"
                            "  title: \"What proves {{name}}, {{at}}\"\n"
                            "  missing: Missing\n"
                            "  warnings: Beware\n"
                            "  values: Values\n"
                            "  words: 'Words {{words}}'\n"
                            "  none: Nothing needs a proof.\n"
                            "  unknown: Not verified\n"
                            "  own: Our own\n"
                            "  line: line {{n}}\n"
                            "  subject: subject\n"
                            "  turn: turn {{n}}\n"
                            "  file: \"line {{n}} of {{file}}\"\n"
                            "  verified: \"verified{{#who}} by {{who}}{{/who}} against {{source}}\"\n"
                            "  searched: \"{{who}} searched {{source}} over {{over}}\"\n"
                            "  done: \"done{{#who}} by {{who}}{{/who}}{{#at}}, {{at}}{{/at}}\"\n"
                            "  stated: \"written down{{#who}} by {{who}}{{/who}}\"\n";

struct bench { /* all that a rendition is made of, to be changed by a test */
	struct told *told;
	struct letter letter;
	struct notice notice;
	struct matter_fact facts[2];
	struct matter matter;
	struct rendition rendition;
	struct text out;
};

static struct bench *set_up(void **state, enum rendition_format format)
{
	struct told *told = *state;
	struct file file = {"letters.xx.yaml", words, sizeof words - 1};
	struct bench *b = arena_alloc(told->arena, sizeof *b);
	b->told = told;
	b->letter = (struct letter){.name = "customer-holding", .lang = "en", .channel = VOCABULARY_EMAIL};
	b->matter = (struct matter){.exercise = true,
	                            .company = "Kopi & Kain Pte Ltd",
	                            .contact = "privacy@kopikain.example",
	                            .zone = "Asia/Singapore",
	                            .now = 1772738460, /* 6 March 2026, 03:21 there */
	                            .facts = b->facts,
	                            .nfacts = 2};
	b->notice = (struct notice){.letter = &b->letter,
	                            .lang = "en",
	                            .subject = "We are looking into it",
	                            .text = "# Title\n\nDear customer,\n\n1. Hang up.\n2. Call us.\n"};
	b->rendition = (struct rendition){.format = format,
	                                  .phrases = phrases_load(&file, NULL, told->arena, &told->diags),
	                                  .matter = &b->matter,
	                                  .columns = 40};
	assert_non_null(b->rendition.phrases);
	return b;
}

static const char *made(struct bench *b)
{
	text_clear(&b->told->out);
	rendition_make(&b->rendition, &b->notice, &b->told->out);
	return b->told->out.data;
}

static const char *named(struct bench *b)
{
	text_clear(&b->told->out);
	rendition_name(&b->rendition, &b->notice, &b->told->out);
	return b->told->out.data;
}

static void markdown_is_marked_at_both_ends(void **state)
{
	struct bench *b = set_up(state, RENDITION_MARKDOWN);
	assert_string_equal(made(b), "**EXERCISE: nothing in it has happened.**\n"
	                             "\n"
	                             "Subject: EXERCISE: We are looking into it\n"
	                             "\n"
	                             "# Title\n\nDear customer,\n\n1. Hang up.\n2. Call us.\n"
	                             "\n"
	                             "**EXERCISE: nothing in it has happened.**\n");
}

static void plain_text_is_marked_at_both_ends(void **state)
{
	struct bench *b = set_up(state, RENDITION_TEXT);
	b->notice.subject = "A subject longer than a line of forty columns stays on one";
	assert_string_equal(made(b), "EXERCISE: nothing in it has happened.\n"
	                             "\n"
	                             "Subject: EXERCISE: A subject longer than a line of forty columns stays on one\n"
	                             "\n"
	                             "Title\n=====\n\nDear customer,\n\n1. Hang up.\n2. Call us.\n"
	                             "\n"
	                             "EXERCISE: nothing in it has happened.\n");
}

static void an_incident_says_draft_until_it_is_approved(void **state)
{
	struct bench *b = set_up(state, RENDITION_TEXT);
	b->matter.exercise = false;
	assert_non_null(strstr(made(b), "Subject: DRAFT: We are looking into it\n"));
	assert_true(strncmp(made(b), "DRAFT: do not send it.\n", 23) == 0);
	assert_null(strstr(made(b), "EXERCISE"));
	assert_string_equal(named(b), "DRAFT-customer-holding.en.txt");
	b->rendition.approved = true;
	assert_string_equal(made(b), "Subject: We are looking into it\n\nTitle\n=====\n\nDear customer,\n\n"
	                             "1. Hang up.\n2. Call us.\n");
	assert_string_equal(named(b), "customer-holding.en.txt");
}

static void an_approved_exercise_is_an_exercise(void **state)
{
	struct bench *b = set_up(state, RENDITION_TEXT);
	b->rendition.approved = true;
	assert_true(strncmp(made(b), "EXERCISE", 8) == 0);
	assert_string_equal(named(b), "EXERCISE-customer-holding.en.txt");
}

/* A company's own letters.xx.yaml may have lost the word. */
static void the_mark_stays_whatever_the_words_say(void **state)
{
	static const char theirs[] = "mark: { exercise: 演练, exercise_line: 这是演练。, subject: \"{{subject}}\" }\n";
	struct file file = {"letters.zh.yaml", theirs, sizeof theirs - 1};
	struct bench *b = set_up(state, RENDITION_TEXT);
	b->rendition.phrases = phrases_load(&file, NULL, b->told->arena, &b->told->diags);
	assert_true(strncmp(made(b), "EXERCISE: 这是演练。\n", 20) == 0);
	assert_non_null(strstr(made(b), "EXERCISE 演练: We are"));
	b->rendition.phrases = NULL;
	assert_true(strncmp(made(b), "EXERCISE", 8) == 0);
}

static int times(const char *text, const char *part)
{
	int n = 0;
	for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
		n++;
	return n;
}

static void a_page_is_whole_and_loads_nothing(void **state)
{
	struct bench *b = set_up(state, RENDITION_HTML);
	const char *page = made(b);
	assert_true(strncmp(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", 62) == 0);
	assert_non_null(strstr(page, "<title>EXERCISE: We are looking into it</title>\n"));
	assert_int_equal(times(page, "<p class=\"mark\">EXERCISE: nothing in it has happened.</p>\n"), 2);
	assert_int_equal(times(page, "<p class=\"every\" aria-hidden=\"true\">EXERCISE</p>\n"), 1);
	assert_non_null(strstr(page, "<h1>Title</h1>\n<p>Dear customer,</p>\n<ol>\n<li>Hang up.</li>"));
	assert_non_null(strstr(page, "</main>\n</body>\n</html>\n"));
	assert_null(strstr(page, "http"));
	assert_null(strstr(page, "url("));
	assert_null(strstr(page, "<script"));
}

/* How it looks, `make test-browser` sees; a text that ends right at the foot of a sheet it does not have. */
static void a_mark_never_has_a_sheet_of_paper_to_itself(void **state)
{
	const char *page = made(set_up(state, RENDITION_HTML)), *paper = strstr(page, "@media print{");
	assert_non_null(paper);
	assert_non_null(strstr(paper, ".mark{break-before:avoid}"));
}

static void no_value_becomes_markup(void **state)
{
	struct bench *b = set_up(state, RENDITION_HTML);
	b->notice.subject = "</title><script>alert(1)</script>";
	b->notice.lang = "en\"><script>";
	b->notice.text = "<script>alert(2)</script>\n\n<img src=x onerror=y>\n";
	assert_null(strstr(made(b), "<script"));
	assert_null(strstr(made(b), "<img"));
	assert_non_null(strstr(made(b), "&lt;img src=x onerror=y&gt;"));
}

static void a_mail_of_an_exercise_has_no_recipient(void **state)
{
	struct bench *b = set_up(state, RENDITION_MAIL);
	assert_non_null(strstr(made(b), "\r\nSubject: EXERCISE: We are looking into it\r\n"));
	assert_null(strstr(made(b), "\nTo:"));
	assert_int_equal(times(made(b), "EXERCISE: nothing in it has happened."), 4);
	/* the subject is a header alone */
	assert_int_equal(times(made(b), "We are looking into it"), 2);
	assert_string_equal(named(b), "EXERCISE-customer-holding.en.eml");
}

static void a_mail_of_an_incident_goes_to_the_company_itself(void **state)
{
	struct bench *b = set_up(state, RENDITION_MAIL);
	b->matter.exercise = false;
	assert_non_null(strstr(made(b), "\r\nTo: <privacy@kopikain.example>\r\n"));
	assert_non_null(strstr(made(b), "\r\nSubject: DRAFT: We are"));
	b->matter.contact = "ring +65 5550 0131";
	assert_null(strstr(made(b), "\nTo:"));
	b->matter.contact = NULL;
	assert_null(strstr(made(b), "\nFrom:"));
}

static void a_changed_word_makes_another_mail(void **state)
{
	struct bench *b = set_up(state, RENDITION_MAIL);
	char *first = arena_dup(b->told->arena, made(b));
	assert_string_equal(made(b), first);
	b->notice.text = "Other words.\n";
	assert_string_not_equal(strstr(made(b), "Message-ID"), strstr(first, "Message-ID"));
	assert_false(strncmp(strstr(made(b), "Message-ID"), strstr(first, "Message-ID"), 40) == 0);
}

static void an_sms_carries_its_mark_in_front(void **state)
{
	struct bench *b = set_up(state, RENDITION_SMS);
	b->letter.channel = VOCABULARY_SMS;
	b->notice.subject = NULL;
	b->notice.text = "Kopi: *one* fact_here_. Do <this> now & call.\n";
	assert_string_equal(made(b), "EXERCISE: Kopi: *one* fact_here_. Do <this> now & call.\n");
	assert_string_equal(named(b), "EXERCISE-customer-holding.en.sms");
}

static void a_text_for_phones_keeps_its_signs_in_a_page(void **state)
{
	struct bench *b = set_up(state, RENDITION_HTML);
	b->letter.channel = VOCABULARY_SMS;
	b->notice.subject = NULL;
	b->notice.text = "# *one* <b>\n";
	assert_non_null(strstr(made(b), "<p># *one* &lt;b&gt;</p>"));
	assert_non_null(strstr(made(b), "<title>EXERCISE: customer-holding</title>"));
}

static void a_subject_is_no_markdown(void **state)
{
	struct bench *b = set_up(state, RENDITION_MARKDOWN);
	b->notice.subject = "*Now* [x](https://evil.example) <b>";
	assert_non_null(strstr(made(b), "Subject: EXERCISE: \\*Now\\* \\[x\\](https://evil.example) \\<b>\n"));
}

/* ---- what proves it ---- */

static const char *proof(struct bench *b)
{
	text_clear(&b->told->out);
	provenance_write(&b->rendition, &b->notice, &b->told->out);
	return b->told->out.data;
}

static void a_proof_groups_what_one_record_proves(void **state)
{
	struct bench *b = set_up(state, RENDITION_MARKDOWN);
	struct matter_proof log = {.at = 1772738460, .who = "it-admin", .source = "the log", .place = {"f.yaml", 9, 3}};
	struct matter_proof search = {.turn = 12, .who = "legal", .source = "14 columns", .over = "March"};
	struct matter_proof deed = {.at = 1772738460, .place = {"f.yaml", 20, 3}};
	struct notice_value values[] = {
	    {"Kopi & Kain", "company.name", 0, NAMES_NONE, NAMES_NONE, NAMES_NONE, {.turn = 0}},
	    {"9,870 people", "people_exported", 3, 0, NAMES_NONE, NAMES_NONE, log},
	    {"Passwords", "passwords", 5, 1, NAMES_NONE, NAMES_NONE, search},
	    {"We did *this*.", "suspend-account", 7, NAMES_NONE, 4, NAMES_NONE, deed},
	    {"9,870", "people_exported", 0, 0, NAMES_NONE, NAMES_NONE, log},
	    {"Kopi & Kain", "company.name", 9, NAMES_NONE, NAMES_NONE, NAMES_NONE, {.turn = 0}},
	};
	b->notice.values = values;
	b->notice.nvalues = sizeof values / sizeof *values;
	assert_string_equal(proof(b), "# What proves customer-holding.en, 6 March 2026, 03:21\n"
	                              "\n"
	                              "**EXERCISE: nothing in it has happened.**\n"
	                              "\nWords 3822a5b62c84\n"
	                              "\n"
	                              "## Values\n"
	                              "\n"
	                              "- verified by it-admin against the log; line 9 of f.yaml\n"
	                              "  - line 7: \"9,870 people\" (people_exported)\n"
	                              "  - subject: \"9,870\" (people_exported)\n"
	                              "- legal searched 14 columns over March; turn 12\n"
	                              "  - line 9: \"Passwords\" (passwords)\n"
	                              "- done, 6 March 2026, 03:21; line 20 of f.yaml\n"
	                              "  - line 11: \"We did \\*this\\*.\" (suspend-account)\n"
	                              "\n"
	                              "## Our own\n"
	                              "\n"
	                              "- \"Kopi & Kain\" (company.name)\n");
}

/* A step of a drill may verify a fact, log an action and search, all in one turn. */
static void one_turn_may_prove_in_several_manners(void **state)
{
	struct bench *b = set_up(state, RENDITION_MARKDOWN);
	struct matter_proof step = {.turn = 12, .at = MATTER_NEVER, .source = "the step"};
	struct notice_value values[] = {
	    {"9,870", "people_exported", 1, 0, NAMES_NONE, NAMES_NONE, step},
	    {"We counted.", "count-people", 2, NAMES_NONE, 3, NAMES_NONE, step},
	    {"Ask your bank.", "words", 3, NAMES_NONE, NAMES_NONE, NAMES_NONE, step},
	};
	b->notice.values = values;
	b->notice.nvalues = sizeof values / sizeof *values;
	assert_non_null(strstr(proof(b), "- verified against the step; turn 12\n"
	                                 "  - line 5: \"9,870\" (people_exported)\n"
	                                 "  - line 7: \"Ask your bank.\"\n"
	                                 "- done; turn 12\n"
	                                 "  - line 6: \"We counted.\" (count-people)\n"));
}

/* The lines are those of the notice as Markdown, where marks stand before the body. */
static void a_proof_quotes_the_words_of_its_language(void **state)
{
	struct bench *b = set_up(state, RENDITION_TEXT);
	const struct file file = told_file("{ against: { en: the log, ko: K }, over: { en: March, ko: M } }");
	struct matter_proof search = {.turn = 12,
	                              .who = "legal",
	                              .source = "the log",
	                              .over = "March",
	                              .words = yml_parse(&file, b->told->arena, &b->told->diags)};
	struct notice_value value = {"Passwords", "passwords", 5, 1, NAMES_NONE, NAMES_NONE, search};
	b->notice.values = &value;
	b->notice.nvalues = 1;
	assert_non_null(strstr(proof(b), "- legal searched the log over March; turn 12\n"));
	b->notice.lang = "ko";
	assert_non_null(strstr(proof(b), "- legal searched K over M; turn 12\n"));
}

static void the_lines_of_a_proof_are_those_of_the_markdown(void **state)
{
	struct bench *b = set_up(state, RENDITION_MARKDOWN);
	struct notice_value value = {
	    "Hang up.", "x", 5, 0, NAMES_NONE, NAMES_NONE, {.turn = 3, .who = "a", .source = "b"}};
	const char *line;
	int n = 1;
	b->notice.values = &value;
	b->notice.nvalues = 1;
	assert_non_null(strstr(proof(b), "line 9: \"Hang up.\""));
	made(b);
	for (line = b->told->out.data; n < 9; n++)
		line = strchr(line, '\n') + 1;
	assert_true(strncmp(line, "1. Hang up.\n", 12) == 0);
}

static void beside_another_format_a_value_stands_with_its_sentence(void **state)
{
	struct bench *b = set_up(state, RENDITION_HTML);
	struct matter_proof log = {.turn = 3, .who = "a", .source = "b"};
	struct notice_value values[] = {
	    {"9,870 people", "n", 1, 0, NAMES_NONE, NAMES_NONE, log},
	    {"4 March", "day", 1, 0, NAMES_NONE, NAMES_NONE, log},
	    {"Hang up.", "x", 2, NAMES_NONE, NAMES_NONE, NAMES_NONE, log},
	    {"9,870\xe4\xba\xba", "n", 3, 0, NAMES_NONE, NAMES_NONE, log},
	    {"Names", "kinds", 4, 0, NAMES_NONE, NAMES_NONE, log},
	    {"9,870", "n", 0, 0, NAMES_NONE, NAMES_NONE, log},
	};
	b->notice.text = "We looked. The file of 4 March holds *9,870 people*. More comes.\n1. Hang up. Now.\n"
	                 "\xe5\xa5\xbd\xe3\x80\x82\xe5\x85\xb1 9,870\xe4\xba\xba\xe3\x80\x82\xe5\xa5\xbd\n- Names";
	b->notice.values = values;
	b->notice.nvalues = sizeof values / sizeof *values;
	assert_non_null(strstr(proof(b), "  - \"9,870 people\" (n): The file of 4 March holds 9,870 people.\n"
	                                 "  - \"4 March\" (day): The file of 4 March holds 9,870 people.\n"
	                                 "  - \"Hang up.\"\n"
	                                 "  - \"9,870\xe4\xba\xba\" (n): \xe5\x85\xb1 9,870\xe4\xba\xba\xe3\x80\x82\n"
	                                 "  - \"Names\" (kinds)\n"
	                                 "  - subject: \"9,870\" (n)\n"));
}

static void a_proof_says_what_is_missing_first(void **state)
{
	struct bench *b = set_up(state, RENDITION_TEXT);
	const char *codes[] = {"HOW"}, *unknown[] = {"people_kept"}, *warnings[] = {"it is on hold"};
	struct yml label = {.type = YML_TEXT, .text = "People he *kept*"};
	b->facts[0] = (struct matter_fact){.id = "people_kept", .label = &label};
	b->facts[1] = (struct matter_fact){.id = "other"};
	b->matter.exercise = false;
	b->rendition.approved = true;
	b->notice.missing = (struct shape_texts){codes, 1};
	b->notice.unknown = (struct shape_texts){unknown, 1};
	b->notice.warnings = (struct shape_texts){warnings, 1};
	assert_string_equal(proof(b), "# What proves customer-holding.en, 6 March 2026, 03:21\n"
	                              "\nWords 3822a5b62c84\n"
	                              "\n## Missing\n\n- how it came about (HOW)\n"
	                              "\n## Beware\n\n- it is on hold\n"
	                              "\n## Values\n\nNothing needs a proof.\n"
	                              "\n## Not verified\n\n- People he \\*kept\\* (people_kept)\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(markdown_is_marked_at_both_ends),
	    told_test(plain_text_is_marked_at_both_ends),
	    told_test(an_incident_says_draft_until_it_is_approved),
	    told_test(an_approved_exercise_is_an_exercise),
	    told_test(the_mark_stays_whatever_the_words_say),
	    told_test(a_mark_never_has_a_sheet_of_paper_to_itself),
	    told_test(a_page_is_whole_and_loads_nothing),
	    told_test(no_value_becomes_markup),
	    told_test(a_mail_of_an_exercise_has_no_recipient),
	    told_test(a_mail_of_an_incident_goes_to_the_company_itself),
	    told_test(a_changed_word_makes_another_mail),
	    told_test(an_sms_carries_its_mark_in_front),
	    told_test(a_text_for_phones_keeps_its_signs_in_a_page),
	    told_test(a_subject_is_no_markdown),
	    told_test(a_proof_groups_what_one_record_proves),
	    told_test(one_turn_may_prove_in_several_manners),
	    told_test(a_proof_quotes_the_words_of_its_language),
	    told_test(the_lines_of_a_proof_are_those_of_the_markdown),
	    told_test(beside_another_format_a_value_stands_with_its_sentence),
	    told_test(a_proof_says_what_is_missing_first),
	};
	setlocale(LC_CTYPE, "C.UTF-8"); /* how wide a Chinese character is */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
