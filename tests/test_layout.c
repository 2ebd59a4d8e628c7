#include "installed.h"

#include "base/tree.h"
#include "desk/layout.h"

struct bench {
	struct housed home;
	struct layout *layout;
	struct jsn *data;
	struct diags diags;
	struct text out, told;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	installed_enter(&b->home);
	diags_init(&b->diags);
	b->data = jsn_make(JSN_OBJECT, 0);
	tree_text(b->data, "shop", "Kopi & Kain");
	housed_put("installed/comms-templates/words.en.yaml", "report:\n  title: The report\n  gaps: Gaps\n");
	housed_put("installed/comms-templates/words.zh.yaml", "report:\n  title: 报告\n");
	housed_put("installed/comms-templates/page.mustache", "{{lang}} {{w.report.title}} {{w.report.gaps}} {{shop}}");
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	housed_close(&b->home);
	layout_free(b->layout);
	jsn_free(b->data);
	diags_free(&b->diags);
	text_free(&b->out);
	text_free(&b->told);
	free(b);
	return 0;
}

static const char *rendered(struct bench *b, const char *lang)
{
	layout_free(b->layout);
	b->layout = layout_open(lang, &b->diags);
	assert_non_null(b->layout);
	text_clear(&b->out);
	assert_true(layout_render(b->layout, "page", ESCAPE_HTML, b->data, &b->out, &b->diags));
	return b->out.data;
}

/* Each finding: "file:line:col: message (hint)\n"; a place that is not known is left out. */
static const char *told(struct bench *b)
{
	text_clear(&b->told);
	for (size_t i = 0; i < b->diags.n; i++) {
		const struct diag *d = &b->diags.v[i];
		text_add(&b->told, d->file);
		if (d->line)
			text_addf(&b->told, ":%d:%d", d->line, d->col);
		text_addf(&b->told, ": %s", d->message);
		if (d->hint)
			text_addf(&b->told, " (%s)", d->hint);
		text_add(&b->told, "\n");
	}
	return b->told.data;
}

/* What is told when the page can't be made; nothing of it is left behind. */
static const char *fails(struct bench *b)
{
	b->layout = layout_open("en", &b->diags);
	assert_non_null(b->layout);
	text_add(&b->out, "before");
	assert_false(layout_render(b->layout, "page", ESCAPE_HTML, b->data, &b->out, &b->diags));
	assert_string_equal(b->out.data, "before");
	return told(b);
}

static void a_page_has_its_words_and_its_data(void **state)
{
	assert_string_equal(rendered(*state, "en"), "en The report Gaps Kopi &amp; Kain");
}

static void what_a_language_lacks_is_said_in_english(void **state)
{
	assert_string_equal(rendered(*state, "zh"), "zh 报告 Gaps Kopi &amp; Kain");
}

static void a_companys_own_template_comes_first(void **state)
{
	housed_put("comms-templates/page.mustache", "ours: {{shop}}");
	assert_string_equal(rendered(*state, "en"), "ours: Kopi &amp; Kain");
}

static void a_companys_own_words_stand_over_those_that_came(void **state)
{
	housed_put("comms-templates/words.en.yaml", "report:\n  gaps: Where it hurt\n");
	assert_string_equal(rendered(*state, "en"), "en The report Where it hurt Kopi &amp; Kain");
	assert_string_equal(rendered(*state, "zh"), "zh 报告 Where it hurt Kopi &amp; Kain");
	housed_put("comms-templates/words.zh.yaml", "report:\n  gaps: 痛点\n");
	assert_string_equal(rendered(*state, "zh"), "zh 报告 痛点 Kopi &amp; Kain");
}

static void a_company_may_add_a_language(void **state)
{
	housed_put("comms-templates/words.ms.yaml", "report:\n  title: Laporan\n");
	assert_true(layout_speaks("ms"));
	assert_string_equal(rendered(*state, "ms"), "ms Laporan Gaps Kopi &amp; Kain");
}

static void a_word_that_pages_never_say_is_told(void **state)
{
	struct bench *b = *state;
	housed_put("comms-templates/words.en.yaml", "report:\n  gasp: Where it hurt\n");
	assert_null(layout_open("en", &b->diags));
	assert_non_null(strstr(told(b), "comms-templates/words.en.yaml:2:"));
	assert_non_null(strstr(told(b), "report.gaps"));
}

static void an_unknown_language_is_told_with_those_there_are(void **state)
{
	struct bench *b = *state;
	assert_false(layout_speaks("zhh"));
	assert_true(layout_speaks("zh"));
	assert_null(layout_open("zhh", &b->diags));
	assert_string_equal(told(b),
	                    "zhh: pages have no words in this language; there are: en, zh (did you mean \"zh\"?)\n");
}

static void a_language_is_no_way_out_of_the_folder(void **state)
{
	struct bench *b = *state;
	assert_null(layout_open("../../x", &b->diags));
	assert_int_equal(b->diags.errors, 1);
}

static void a_misspelt_name_is_told_where_it_stands(void **state)
{
	struct bench *b = *state;
	housed_put("comms-templates/page.mustache", "One line\nand {{shp}}");
	assert_non_null(strstr(fails(b), "comms-templates/page.mustache:2:"));
	assert_non_null(strstr(told(b), "shop"));
}

static void a_template_that_is_not_there_is_told(void **state)
{
	struct bench *b = *state;
	unlink("installed/comms-templates/page.mustache");
	assert_string_equal(fails(b), "page.mustache: no such file in comms-templates\n");
}

static void an_own_template_that_cant_be_read_is_not_stood_in_for(void **state)
{
	housed_put("comms-templates/page.mustache", "\xff\xff not text");
	assert_non_null(strstr(fails(*state), "comms-templates/page.mustache:1:1: not UTF-8"));
}

static void a_partial_comes_from_the_same_folders(void **state)
{
	housed_put("comms-templates/page.mustache", "{{> foot}}|");
	housed_put("installed/comms-templates/foot.mustache", "by {{shop}}");
	assert_string_equal(rendered(*state, "en"), "by Kopi &amp; Kain|");
}

static void a_partial_is_no_way_out_of_the_folder(void **state)
{
	housed_put("secret.mustache", "secret");
	housed_put("comms-templates/page.mustache", "{{> ../secret}}");
	assert_non_null(strstr(fails(*state), "comms-templates/page.mustache:1:"));
}

static void a_template_is_read_once(void **state)
{
	struct bench *b = *state;
	rendered(b, "en");
	unlink("installed/comms-templates/page.mustache");
	assert_true(layout_render(b->layout, "page", ESCAPE_NONE, b->data, &b->out, &b->diags));
	assert_string_equal(b->out.data, "en The report Gaps Kopi &amp; Kainen The report Gaps Kopi & Kain");
}

#define bench_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    bench_test(a_page_has_its_words_and_its_data),
	    bench_test(what_a_language_lacks_is_said_in_english),
	    bench_test(a_companys_own_template_comes_first),
	    bench_test(a_companys_own_words_stand_over_those_that_came),
	    bench_test(a_company_may_add_a_language),
	    bench_test(a_word_that_pages_never_say_is_told),
	    bench_test(an_unknown_language_is_told_with_those_there_are),
	    bench_test(a_language_is_no_way_out_of_the_folder),
	    bench_test(a_misspelt_name_is_told_where_it_stands),
	    bench_test(a_template_that_is_not_there_is_told),
	    bench_test(an_own_template_that_cant_be_read_is_not_stood_in_for),
	    bench_test(a_partial_comes_from_the_same_folders),
	    bench_test(a_partial_is_no_way_out_of_the_folder),
	    bench_test(a_template_is_read_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
