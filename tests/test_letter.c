#include "check.h"
#include "told.h"

#include "content/letter.h"
#include "content/mustache_render.h"
#include "content/regime.h"
#include "content/vocabulary.h"

static const char *languages_v[] = {"en", "ko", "ms", "zh"};
static const char *regimes_v[] = {"eu-gdpr", "kr-pipa", "sg-pdpa"};

static struct letter *load_as(struct told *told, const char *name, const char *bytes)
{
	struct names *names = arena_alloc(told->arena, sizeof *names);
	const struct shape_texts languages = {languages_v, 4}, regimes = {regimes_v, 3};
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	const struct letter_context context = {names, &regimes, &languages, &reader};
	names->arena = told->arena;
	names_add(names, NAMES_NOTICE, "customer-holding");
	names_add(names, NAMES_NOTICE, "customer-sms");
	names_add(names, NAMES_NOTICE, "authority-kr-pipa");
	struct file *file = arena_alloc(told->arena, sizeof *file);
	*file = (struct file){name, bytes, strlen(bytes)};
	bool fine;
	struct letter *letter = letter_read(file, &context, &fine);
	return fine ? letter : NULL;
}

static struct letter *load(struct told *told, const char *bytes)
{
	return load_as(told, "a/holding.en.mustache", bytes);
}

static void assert_told(struct told *told, const char *name, const char *bytes, const char *expected)
{
	assert_null(load_as(told, name, bytes));
	assert_string_equal(told_text(told), expected);
}

#define FRONT "---\nkind: customer-holding\nsubject: Hello\n---\n"

static void a_letter_is_what_its_front_matter_says(void **state)
{
	struct told *told = *state;
	const struct letter *letter =
	    load_as(told, "comms-templates/form.ko.mustache",
	            "---\nkind: authority-kr-pipa\nsubject: \"To {{name}}\"\nchannel: email\naudience: the office\n"
	            "regime: kr-pipa\nrequires: [N, CON]\n---\nBody\n");
	assert_non_null(letter);
	assert_string_equal(letter->name, "form");
	assert_string_equal(letter->lang, "ko");
	assert_string_equal(letter->kind, "authority-kr-pipa");
	assert_string_equal(letter->regime, "kr-pipa");
	assert_string_equal(letter->audience, "the office");
	assert_int_equal(letter->channel, VOCABULARY_EMAIL);
	assert_int_equal(letter->requires.n, 2);
	assert_int_equal(letter->body_line, 9);
}

static void the_body_begins_behind_the_front_matter(void **state)
{
	struct told *told = *state;
	const struct letter *letter = load(told, FRONT "First {{name}}\n\nLast\n");
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	assert_non_null(letter);
	jsn_put(data, "name", jsn_string("a"));
	assert_true(mustache_render(letter->body, data, ESCAPE_NONE, &told->out, &told->diags));
	assert_string_equal(told->out.data, "First a\n\nLast\n");
	text_clear(&told->out);
	assert_true(mustache_render(letter->subject, data, ESCAPE_NONE, &told->out, &told->diags));
	assert_string_equal(told->out.data, "Hello");
	jsn_free(data);
}

static void a_fault_of_the_filling_is_told_at_its_line(void **state)
{
	struct told *told = *state;
	const struct letter *letter =
	    load(told, "---\nkind: customer-holding\nsubject: \"At {{shop}}\"\n---\n\nOne {{two}}\n");
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	assert_non_null(letter);
	assert_false(mustache_render(letter->subject, data, ESCAPE_NONE, &told->out, &told->diags));
	assert_false(mustache_render(letter->body, data, ESCAPE_NONE, &told->out, &told->diags));
	assert_string_equal(told_text(told), "a/holding.en.mustache:3:14: the data have no \"shop\"\n"
	                                     "a/holding.en.mustache:6:5: the data have no \"two\"\n");
	jsn_free(data);
}

static void an_sms_needs_no_subject(void **state)
{
	const struct letter *letter = load(*state, "---\nkind: customer-sms\nchannel: sms\n---\nCall us.\n");
	assert_non_null(letter);
	assert_null(letter->subject);
}

static void every_lie_of_a_front_matter_is_told_at_once(void **state)
{
	struct told *told = *state;
	assert_told(
	    told, "holding.xx.mustache",
	    "---\nkind: customer-holdin\nsubject: \"{{#a}}\"\nchannel: fax\nregime: kr-pippa\n"
	    "requires: [CON, WHO]\nsubjct: x\n---\n{{#list}}\n",
	    "holding.xx.mustache:0:0: unknown language \"xx\"; there are: en, ko, ms, zh\n"
	    "holding.xx.mustache:7:1: unknown key \"subjct\" in the front matter (did you mean \"subject\"?)\n"
	    "holding.xx.mustache:4:10: \"channel\": expected email, in-app or sms, found \"fax\"\n"
	    "holding.xx.mustache:2:7: unknown notice kind \"customer-holdin\" (did you mean \"customer-holding\"?)\n"
	    "holding.xx.mustache:6:17: unknown code \"WHO\" in \"requires\"\n"
	    "holding.xx.mustache:5:9: unknown regime \"kr-pippa\"; there are: eu-gdpr, kr-pipa, sg-pdpa (did you "
	    "mean \"kr-pipa\"?)\n"
	    "holding.xx.mustache:3:11: section \"a\" is never closed\n"
	    "holding.xx.mustache:9:1: section \"list\" is never closed\n");
}

static void a_file_without_a_front_matter_is_no_notice(void **state)
{
	assert_told(*state, "a.en.mustache", "Dear customer\n",
	            "a.en.mustache:1:1: a notice begins with its front matter between two lines of ---\n");
}

static void a_front_matter_that_never_ends_is_told(void **state)
{
	assert_told(*state, "a.en.mustache", "---\nkind: customer-holding\n",
	            "a.en.mustache:1:1: the front matter is never closed: a second line of --- is expected\n");
}

static void what_a_notice_can_t_do_without_is_told(void **state)
{
	assert_told(*state, "a.en.mustache", "---\nchannel: email\n---\n \n",
	            "a.en.mustache:2:1: the front matter needs \"kind\"\n"
	            "a.en.mustache:2:1: the front matter needs \"subject\"\n"
	            "a.en.mustache:4:1: the notice has no body behind its front matter\n");
}

static void an_empty_subject_is_told(void **state)
{
	assert_told(*state, "a.en.mustache", "---\nkind: customer-holding\nsubject: \" \"\n---\nx\n",
	            "a.en.mustache:3:11: the subject is empty\n");
}

static void a_name_that_is_none_is_told(void **state)
{
	static const char *const names[] = {"holding.mustache", "holding.en.html.mustache", ".en.mustache",
	                                    "holding..mustache"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct told *told = *state;
		assert_null(load_as(told, names[i], FRONT "x\n"));
		assert_non_null(strstr(told_text(told), "a notice's file is called NAME.LANG.mustache, such as "
		                                        "customer-holding.en.mustache"));
	}
}

static void a_value_that_would_not_be_escaped_is_refused(void **state)
{
	assert_told(*state, "a.en.mustache", FRONT "a {{{name}}}\n{{& date}}\n",
	            "a.en.mustache:5:3: a notice shows every value as the characters it is made of (write {{name}})\n"
	            "a.en.mustache:6:1: a notice shows every value as the characters it is made of (write {{date}})\n");
}

static void a_notice_takes_no_other_file_in(void **state)
{
	assert_told(*state, "a.en.mustache", FRONT "{{> footer}}\n",
	            "a.en.mustache:5:1: there is no partial \"footer\"\n");
}

static void a_law_s_later_record_is_meant_by_its_name(void **state)
{
	(void)state;
	assert_true(regime_means("kr-pipa", "kr-pipa"));
	assert_true(regime_means("kr-pipa", "kr-pipa-2026"));
	assert_false(regime_means("kr-pipa-2026", "kr-pipa"));
	assert_false(regime_means("kr-pip", "kr-pipa"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_letter_is_what_its_front_matter_says),
	    told_test(the_body_begins_behind_the_front_matter),
	    told_test(a_fault_of_the_filling_is_told_at_its_line),
	    told_test(an_sms_needs_no_subject),
	    told_test(every_lie_of_a_front_matter_is_told_at_once),
	    told_test(a_file_without_a_front_matter_is_no_notice),
	    told_test(a_front_matter_that_never_ends_is_told),
	    told_test(what_a_notice_can_t_do_without_is_told),
	    told_test(an_empty_subject_is_told),
	    told_test(a_name_that_is_none_is_told),
	    told_test(a_value_that_would_not_be_escaped_is_refused),
	    told_test(a_notice_takes_no_other_file_in),
	    told_test(a_law_s_later_record_is_meant_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
