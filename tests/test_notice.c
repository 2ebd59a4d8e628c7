#include "exercise/notice.c"

#include "lettered.h"

static void assert_reads(struct lettered *l, const char *body, const char *expected)
{
	assert_string_equal(lettered_text(l, body), expected);
}

/* Nothing unproved ----------------------------------------------------------------------------------------------- */

static void every_value_names_its_proof(void **state)
{
	struct lettered *l = *state;
	lettered_text(l, "{{company.name}}\n\n{{#facts.people}}{{label}}: {{words}}{{/facts.people}}\n"
	                 "{{#actions}}\n{{words}}\n{{/actions}}\n");
	assert_int_equal(l->notice.nvalues, 3);
	const struct notice_value *company = &l->notice.values[0], *people = company + 1, *deed = company + 2;
	assert_string_equal(company->text, "Kopi & Kain");
	assert_string_equal(company->proof.source, "the company's own");
	assert_int_equal(company->fact, NAMES_NONE);
	assert_int_equal(company->line, 1);
	assert_string_equal(people->text, "9,870 people");
	assert_string_equal(people->name, "people");
	assert_int_equal(people->fact, 0);
	assert_int_equal(people->line, 3);
	assert_string_equal(people->proof.who, "it-admin");
	assert_string_equal(people->proof.source, "the export log");
	assert_string_equal(people->proof.place.file, "facts.yaml");
	assert_string_equal(deed->name, "suspend-account");
	assert_int_equal(deed->line, 4);
}

static void a_lone_value_has_its_proof_too(void **state)
{
	struct lettered *l = *state;
	assert_reads(l,
	             "{{#company.contact}}Write to {{.}}.{{/company.contact}}{{#facts.people.words}} "
	             "{{.}}{{/facts.people.words}}",
	             "Write to privacy@kopikain.example. 9,870 people\n");
	assert_int_equal(l->notice.nvalues, 2);
	assert_string_equal(l->notice.values[0].name, "company.contact");
	assert_string_equal(l->notice.values[1].name, "people");
}

static bool is_proved(const struct matter_proof *proof)
{
	return proof->turn || proof->source || proof->place.file;
}

/* What says how a value is called proves nothing and needs no proof. */
static bool is_plain(const char *name)
{
	static const char *const plain[] = {"label", "name", "unit", "verb", "joint", "n"};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (strcmp(name, plain[i]) == 0)
			return true;
	return false;
}

/* Puts one name out in each way there is: whatever then stands in the notice has a proof, or there is no notice. */
static size_t put_out(struct lettered *l, const char *open, const char *name, const char *close)
{
	size_t proved = 0;
	for (size_t i = 0; i < 2; i++) {
		struct text tag = {0};
		if (i)
			text_addf(&tag, "%s{{#%s}}{{.}}{{/%s}}%s\n", open, name, name, close);
		else
			text_addf(&tag, "%s{{%s}}%s\n", open, name, close);
		bool written = lettered_body(l, tag.data);
		text_free(&tag);
		if (!written)
			continue;
		for (size_t k = 0; k < l->notice.nvalues; k++)
			assert_true(is_proved(&l->notice.values[k].proof));
		if (!l->notice.nvalues && !is_plain(name) && strspn(l->notice.text, "\n") != strlen(l->notice.text))
			fail_msg("%s%s: nothing proves %s", open, name, l->notice.text);
		proved += l->notice.nvalues;
	}
	return proved;
}

static size_t put_out_all(struct lettered *l, const struct jsn *value, const char *open, const char *close)
{
	struct arena *arena = l->told.arena;
	size_t proved = 0;
	const char *key;
	for (size_t i = 0; i < jsn_count(value); i++) {
		const struct jsn *member = jsn_at(value, i, &key);
		if (*key == ' ' || strcmp(key, "w") == 0)
			continue;
		proved += put_out(l, open, key, close);
		const struct jsn *inner = jsn_type(member) == JSN_ARRAY ? jsn_at(member, 0, NULL) : member;
		if (jsn_type(inner) == JSN_OBJECT)
			proved += put_out_all(l, inner, arena_printf(arena, "%s{{#%s}}", open, key),
			                      arena_printf(arena, "{{/%s}}%s", key, close));
	}
	return proved;
}

static void whatever_a_template_names_is_proved_or_refused(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	const struct letter *letter =
	    lettered_letter(l, "a.en.mustache", "---\nkind: customer-confirmed\nsubject: x\n---\nx\n");
	struct notice_kit kit = lettered_kit(l, "en");
	struct vouchers vouchers = {.arena = l->told.arena};
	struct jsn *tree = make_tree(letter, &kit, &vouchers);
	assert_true(put_out_all(l, tree, "", "") > 100);
	jsn_free(tree);
}

static void a_notice_with_more_values_than_anybody_checks_is_refused(void **state)
{
	struct lettered *l = *state;
	struct text body = {0};
	lettered_open(l, shopkept_facts);
	for (int i = 0; i < 50001; i++)
		text_add(&body, "{{company.name}}\n");
	assert_false(lettered_body(l, body.data));
	text_free(&body);
	assert_string_equal(told_text(&l->told), "small.en.mustache:0:0: puts out more than 50000 values: too many for "
	                                         "anybody to check\n");
}

static void a_yes_or_no_is_no_value(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_false(lettered_body(l, "There are counts: {{has_counts}}\n"));
	assert_string_equal(told_text(&l->told),
	                    "small.en.mustache:5:19: nothing proves \"has_counts\": a section can ask "
	                    "for it\n");
}

static void vouchers_have_no_name_that_a_template_could_write(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_false(lettered_body(l, "{{facts.people. }}\n{{#facts.people}}{{ words}} {{ }}{{/facts.people}}\n"));
	assert_null(l->notice.text);
}

static void markup_in_a_value_is_shown_as_it_is(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD "facts:\n  a: { kind: text, label: \"<b>*A*</b>\", value: "
	                               "\"<script>x</script> [y](z) # `c`\", " SHOPKEPT_PROVED " }\n");
	assert_reads(l, "{{#facts.a}}{{label}}: {{words}}{{/facts.a}}",
	             "\\<b>\\*A\\*\\</b>: \\<script>x\\</script> \\[y\\](z) # \\`c\\`\n");
	assert_string_equal(l->notice.values[0].text, "<script>x</script> [y](z) # `c`");
}

static void a_subject_and_an_sms_are_plain_and_a_subject_is_one_line(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(
	    lettered_write(l, "s.en.mustache",
	                   "---\nkind: customer-sms\nchannel: sms\nsubject: |\n  {{company.name}}\n   * now\n---\n"
	                   "{{company.name}} * {{#facts.people}}{{words}}{{/facts.people}}\n"));
	assert_string_equal(l->notice.subject, "Kopi & Kain * now");
	assert_string_equal(l->notice.text, "Kopi & Kain * 9,870 people\n");
	assert_int_equal(l->notice.values[0].line, 0);
	assert_int_equal(l->notice.values[1].line, 1);
}

static void what_sections_leave_empty_is_closed_up(void **state)
{
	assert_reads(*state,
	             "{{#previous}}\nx\n\n{{/previous}}\n\n# One\n\n\n{{#previous}}\ny\n{{/previous}}\n\n \nTwo\n\n\n",
	             "# One\n\nTwo\n");
}

/* What is missing ------------------------------------------------------------------------------------------------ */

static const char *joined(struct lettered *l, const struct shape_texts *codes)
{
	text_clear(&l->told.out);
	for (size_t i = 0; i < codes->n; i++)
		text_addf(&l->told.out, "%s%s", i ? " " : "", codes->v[i]);
	return l->told.out.len ? l->told.out.data : "";
}

static void a_form_misses_what_its_law_asks_for_in_its_order(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD "facts:\n  a: { kind: text, label: A }\n");
	static const char form[] =
	    "---\nkind: authority-kr-pipa\nregime: kr-pipa\nsubject: x\nrequires: [WHAT]\n---\nx\n";
	assert_true(lettered_write(l, "form.en.mustache", form));
	struct shape_texts asked = notice_contents(l->notice.letter, l->matter, l->told.arena);
	assert_string_equal(joined(l, &asked), "CAT WHEN HOW DO ACT CON REM WHAT");
	assert_string_equal(joined(l, &l->notice.missing), "CAT WHEN HOW DO ACT WHAT");
}

static void a_notice_to_the_people_asks_for_what_every_law_does(void **state)
{
	struct lettered *l = *state;
	lettered_text(l, "x\n");
	struct shape_texts asked = notice_contents(l->notice.letter, l->matter, l->told.arena);
	assert_string_equal(joined(l, &asked), "CAT WHEN HOW CON HARM DO");
	assert_string_equal(joined(l, &l->notice.missing), "WHEN");
}

static void a_first_line_is_asked_for_no_more_than_it_says(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(
	    lettered_write(l, "a.en.mustache", "---\nkind: customer-holding\nsubject: x\nrequires: [CON]\n---\nx\n"));
	assert_int_equal(l->notice.missing.n, 0);
}

#define LATE_FACTS(filed)                                                                                              \
	"case: small\nmode: exercise\nat: 2026-03-20 02:31\n"                                                          \
	"company: { name: K, contact: a@b.example, timezone: Asia/Singapore, customers: { SG: 41200 } }\n"             \
	"moments: { detected: 2026-03-05 21:40, aware: 2026-03-05 23:10, assessed: 2026-03-06 01:00 }\n"               \
	"facts:\n  a: { kind: text, label: A }\n" filed

static void reasons_for_a_delay_are_asked_for_once_there_is_one(void **state)
{
	static const char form[] =
	    "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\n{{#late}}{{words}}{{/late}}\n";
	static const struct {
		const char *facts;
		bool late;
	} cases[] = {{LATE_FACTS(""), true},
	             {LATE_FACTS("filed: { sg-pdpa.authority: 2026-03-08 10:00 }\n"), false},
	             {LATE_FACTS("filed: { sg-pdpa.authority: 2026-03-12 10:00 }\n"), true}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct lettered *l = NULL;
		assert_int_equal(lettered_setup((void **)&l), 0);
		lettered_open(l, cases[i].facts);
		assert_true(lettered_write(l, "form.en.mustache", form));
		struct shape_texts asked = notice_contents(l->notice.letter, l->matter, l->told.arena);
		assert_int_equal(strstr(joined(l, &asked), "LATE") != NULL, cases[i].late);
		lettered_teardown((void **)&l);
	}
	(void)state;
}

static void a_note_is_told_beside_the_draft_and_never_in_it(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(lettered_write(l, "a.en.mustache",
	                           "---\nkind: customer-confirmed\nsubject: x\nnote: Ask for a receipt\n---\nHello\n"));
	assert_string_equal(l->notice.text, "Hello\n");
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0], "Ask for a receipt");
}

/* For the record ------------------------------------------------------------------------------------------------- */

static void a_correction_of_nothing_is_told(void **state)
{
	static const char letter[] = "---\nkind: customer-correction\nsubject: x\n---\nx\n";
	struct lettered *l = *state;
	lettered_open(l, SHOPKEPT_HEAD);
	assert_true(lettered_write(l, "a.en.mustache", letter));
	assert_int_equal(l->notice.warnings.n, 1);
	assert_string_equal(l->notice.warnings.v[0],
	                    "no notice to these readers is on record: there is nothing to correct");
	lettered_open(l,
	              SHOPKEPT_HEAD "published:\n  - { notice: customer-holding, lang: en, at: 2026-03-05 23:30 }\n");
	assert_true(lettered_write(l, "a.en.mustache", letter));
	assert_string_equal(l->notice.warnings.v[0], "the facts file does not say what these readers were told (said: "
	                                             "and did:): there is nothing to correct");
	lettered_open(l, SHOPKEPT_HEAD "actions: { suspend-account: 2026-03-05 23:20 }\n"
	                               "published:\n  - { notice: customer-holding, lang: en, at: 2026-03-05 23:30,"
	                               " did: [suspend-account] }\n");
	assert_true(lettered_write(l, "a.en.mustache", letter));
	assert_string_equal(l->notice.warnings.v[0], "nothing that these readers were told has turned out wrong: there "
	                                             "is nothing to correct");
	lettered_open(l, SHOPKEPT_HEAD "published:\n  - { notice: customer-holding, lang: en, at: 2026-03-05 23:30,"
	                               " did: [suspend-account] }\n");
	assert_true(lettered_write(l, "a.en.mustache", letter));
	assert_int_equal(l->notice.warnings.n, 0);
}

static void a_record_keeps_each_value_once_and_what_was_missing(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(lettered_write(l, "form.en.mustache",
	                           "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: \"On {{date}}\"\n"
	                           "requires: [WHAT]\n---\n{{#actions}}{{words}}{{/actions}}\n{{#actions}}{{words}}"
	                           "{{/actions}} {{company.name}}\n"));
	struct statement statement = notice_statement(&l->notice, l->told.arena);
	assert_string_equal(statement.template, "form");
	assert_string_equal(statement.lang, "en");
	assert_string_equal(statement.regime, "sg-pdpa");
	assert_string_equal(statement.subject, "On 6 March 2026");
	assert_ptr_equal(statement.text, l->notice.text);
	assert_null(statement.source);
	assert_int_equal(statement.nvalues, 2);
	assert_string_equal(statement.values[0].text, "We switched off the account.");
	assert_int_equal(statement.values[0].action, 0);
	assert_int_equal(statement.values[0].fact, NAMES_NONE);
	assert_int_equal(statement.values[0].value, SHAPE_UNSET);
	assert_int_equal(statement.values[1].action, 1);
	assert_int_equal(statement.missing.n, 1);
	assert_string_equal(statement.missing.v[0], "WHAT");
}

static void a_record_keeps_a_moment_with_its_second(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, shopkept_facts);
	assert_true(lettered_write(l, "form.en.mustache",
	                           "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\n"
	                           "{{#moments.aware}}{{time}}{{/moments.aware}}\n"));
	struct statement statement = notice_statement(&l->notice, l->told.arena);
	assert_int_equal(statement.nvalues, 1);
	assert_int_equal(statement.values[0].moment, SHAPE_AWARE);
	assert_string_equal(statement.values[0].text, "11:10 pm");
	assert_int_equal(statement.values[0].value, l->matter->moments[SHAPE_AWARE] - l->matter->world->t0);
	assert_string_equal(l->notice.values[0].name, "aware");
}

static void a_record_of_too_many_values_is_told_from_a_full_one(void **state)
{
	struct lettered *l = *state;
	static struct statement_value many[STATEMENT_VALUES + 20];
	lettered_text(l, "x\n");
	l->notice.unbacked = many;
	l->notice.nunbacked = STATEMENT_VALUES;
	assert_int_equal(notice_statement(&l->notice, l->told.arena).nvalues, STATEMENT_VALUES);
	l->notice.nunbacked = STATEMENT_VALUES + 20;
	assert_int_equal(notice_statement(&l->notice, l->told.arena).nvalues, STATEMENT_VALUES + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    lettered_test(every_value_names_its_proof),
	    lettered_test(a_record_keeps_a_moment_with_its_second),
	    lettered_test(a_record_of_too_many_values_is_told_from_a_full_one),
	    lettered_test(a_lone_value_has_its_proof_too),
	    lettered_test(whatever_a_template_names_is_proved_or_refused),
	    lettered_test(a_notice_with_more_values_than_anybody_checks_is_refused),
	    lettered_test(a_yes_or_no_is_no_value),
	    lettered_test(vouchers_have_no_name_that_a_template_could_write),
	    lettered_test(markup_in_a_value_is_shown_as_it_is),
	    lettered_test(a_subject_and_an_sms_are_plain_and_a_subject_is_one_line),
	    lettered_test(what_sections_leave_empty_is_closed_up),
	    lettered_test(a_form_misses_what_its_law_asks_for_in_its_order),
	    lettered_test(a_notice_to_the_people_asks_for_what_every_law_does),
	    lettered_test(a_first_line_is_asked_for_no_more_than_it_says),
	    lettered_test(reasons_for_a_delay_are_asked_for_once_there_is_one),
	    lettered_test(a_note_is_told_beside_the_draft_and_never_in_it),
	    lettered_test(a_correction_of_nothing_is_told),
	    lettered_test(a_record_keeps_each_value_once_and_what_was_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
