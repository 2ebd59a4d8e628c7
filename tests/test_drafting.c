#include "installed.h"

#include "shopkept.h"

#include "desk/drafting.h"

struct bench {
	struct housed home;
	struct arena *arena;
	struct diags diags;
	struct world *world;
	struct matter *matter;
	struct drafting *drafting;
	struct notice notice;
	struct text told;
};

#define FRONT "---\nkind: customer-holding\nsubject: x\n---\n"

static void put_all(void)
{
	static const char folder[] = "installed/comms-templates/";
	static const struct {
		const char *name, *bytes;
	} files[] = {{"letters.en.yaml", shopkept_english},
	             {"letters.zh.yaml", shopkept_chinese},
	             {"advice.yaml", shopkept_advice},
	             {"customer-holding.en.mustache", FRONT "Shipped {{#facts.people}}{{words}}{{/facts.people}}\n"},
	             {"customer-holding.zh.mustache", FRONT "{{#facts.people}}{{words}}{{/facts.people}}\n"},
	             {"staff-brief.en.mustache", FRONT "{{facts.kept.words}}\n"},
	             {"report.html.mustache", "{{page}}"}};
	char path[128];
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(path, sizeof path, "%s%s", folder, files[i].name);
		housed_put(path, files[i].bytes);
	}
}

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	installed_enter(&b->home);
	diags_init(&b->diags);
	b->arena = arena_new();
	put_all();
	const struct shape_reader reader = {b->arena, &b->diags, "en"};
	struct file facts = {"facts.yaml", shopkept_facts, sizeof shopkept_facts - 1};
	struct dossier *dossier = dossier_load(&facts, 1772735460, &reader);
	b->world = shopkept_world(dossier, &b->diags);
	b->matter = dossier_matter(dossier, b->world, &reader);
	*state = b;
	return b->matter ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	housed_close(&b->home);
	drafting_free(b->drafting);
	world_free(b->world);
	arena_free(b->arena);
	diags_free(&b->diags);
	text_free(&b->told);
	free(b);
	return 0;
}

static const char *told(struct bench *b)
{
	text_clear(&b->told);
	diags_render(&b->diags, &b->told);
	return b->told.data ? b->told.data : "";
}

static bool draft(struct bench *b, const char *name, const char *lang)
{
	if (!b->drafting)
		b->drafting = drafting_open(b->world, &b->diags);
	return b->drafting && drafting_write(b->drafting, b->matter, name, lang, b->arena, &b->notice, &b->diags);
}

static const char *drafted(struct bench *b, const char *name, const char *lang)
{
	if (!draft(b, name, lang))
		fail_msg("%s", told(b));
	return b->notice.text;
}

static void the_shipped_letter_serves_everybody(void **state)
{
	assert_string_equal(drafted(*state, "customer-holding", "en"), "Shipped 9,870 people\n");
	assert_string_equal(drafted(*state, "customer-holding", "zh"), "9,870人\n");
}

static void a_company_s_own_letter_is_taken_first(void **state)
{
	housed_put("comms-templates/customer-holding.en.mustache", FRONT "Our own\n");
	housed_put("comms-templates/vip.en.mustache", FRONT "For a few\n");
	assert_string_equal(drafted(*state, "customer-holding", "en"), "Our own\n");
	assert_string_equal(drafted(*state, "vip", "en"), "For a few\n");
}

static void a_company_s_own_words_stand_over_the_shipped_ones(void **state)
{
	housed_put("comms-templates/letters.en.yaml", "unit:\n  people: customers\n");
	assert_string_equal(drafted(*state, "customer-holding", "en"), "Shipped 9,870 customers\n");
}

static void a_company_s_faulty_letter_is_told_and_not_stood_in_for(void **state)
{
	housed_put("comms-templates/customer-holding.en.mustache", "Our own\n");
	assert_false(draft(*state, "customer-holding", "en"));
	assert_non_null(
	    strstr(told(*state), "customer-holding.en.mustache:1:1: a notice begins with its front matter"));
}

static const char *joined(struct bench *b, struct shape_texts texts)
{
	text_clear(&b->told);
	for (size_t i = 0; i < texts.n; i++)
		text_addf(&b->told, "%s%s", i ? " " : "", texts.v[i]);
	return b->told.data;
}

static void letters_are_listed_by_name_and_language_and_pages_are_not(void **state)
{
	struct bench *b = *state;
	housed_put("comms-templates/vip.zh.mustache", FRONT "x\n");
	b->drafting = drafting_open(b->world, &b->diags);
	assert_string_equal(joined(b, drafting_names(b->drafting)), "customer-holding staff-brief vip");
	assert_string_equal(joined(b, drafting_languages(b->drafting)), "en zh");
	assert_string_equal(joined(b, drafting_spoken(b->drafting, "customer-holding")), "en zh");
	assert_string_equal(joined(b, drafting_spoken(b->drafting, "customer")), "");
}

static void what_is_not_there_is_told_with_what_is(void **state)
{
	static const struct {
		const char *name, *lang, *expected;
	} cases[] = {{"customer-holdin", "en",
	              "customer-holdin: no such notice; there are: customer-holding, staff-brief (did you mean "
	              "\"customer-holding\"?)"},
	             {"customer-h", "en",
	              "customer-h: no such notice; there are: customer-holding, staff-brief (did you mean "
	              "\"customer-holding\"?)"},
	             {"staff-brief", "zh", "zh: staff-brief is not there in this language; there are: en"},
	             {"staff-brief", "xx", "xx: notices have no words in this language; there are: en, zh"},
	             {"../x", "en", "../x: no such notice; there are: customer-holding, staff-brief"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bench *b = *state;
		size_t n = b->diags.n;
		assert_false(draft(b, cases[i].name, cases[i].lang));
		const struct diag *d = &b->diags.v[n];
		text_clear(&b->told);
		text_addf(&b->told, "%s: %s", d->file, d->message);
		if (d->hint)
			text_addf(&b->told, " (%s)", d->hint);
		assert_string_equal(b->told.data, cases[i].expected);
	}
}

static void a_letter_that_names_what_nobody_verified_is_no_draft(void **state)
{
	assert_false(draft(*state, "staff-brief", "en"));
	assert_non_null(
	    strstr(told(*state), "staff-brief.en.mustache:5:1: \"facts.kept.words\": there is no \"kept\" now"));
}

static void without_words_or_advice_nothing_is_drafted(void **state)
{
	struct bench *b = *state;
	assert_int_equal(unlink("installed/comms-templates/advice.yaml"), 0);
	assert_int_equal(unlink("installed/comms-templates/letters.en.yaml"), 0);
	assert_null(drafting_open(b->world, &b->diags));
	assert_string_equal(told(b), "advice.yaml: no such file in comms-templates\n"
	                             "letters.en.yaml: no such file in comms-templates\n");
}

#define drafting_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    drafting_test(the_shipped_letter_serves_everybody),
	    drafting_test(a_company_s_own_letter_is_taken_first),
	    drafting_test(a_company_s_own_words_stand_over_the_shipped_ones),
	    drafting_test(a_company_s_faulty_letter_is_told_and_not_stood_in_for),
	    drafting_test(letters_are_listed_by_name_and_language_and_pages_are_not),
	    drafting_test(what_is_not_there_is_told_with_what_is),
	    drafting_test(a_letter_that_names_what_nobody_verified_is_no_draft),
	    drafting_test(without_words_or_advice_nothing_is_drafted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
