#include "check.h"
#include "bad.h"

#define MUSTACHE_RENDER_OUTPUT 10000 /* small, so that what meets them is small, too */
#define MUSTACHE_RENDER_STEPS  100000
#include "content/mustache_render.c"

static const char data_source[] =
    "{\"title\": \"A & B\", \"date\": \"5 March\", \"late\": true, \"early\": false, \"nothing\": null, \"score\": -7,"
    " \"company\": {\"name\": \"Kopi & Kain\", \"address\": null},"
    " \"gaps\": [{\"text\": \"*one*\", \"owner\": null}, {\"text\": \"=two\", \"owner\": {\"name\": \"Arif\"}}]}";

static bool read_partial(void *context, const char *name, struct file *out, struct diags *diags)
{
	struct told *told = context;
	const char *path = arena_printf(told->arena, "tests/bad/%s.mustache", name);
	if (strcmp(name, "missing") == 0 || strcmp(name, "absent") == 0)
		return false;
	return file_read(path, arena_printf(told->arena, "%s.mustache", name), told->arena, diags, out);
}

/* What an author would read about tests/bad/NAME.mustache, compiled and filled in strictly. */
static void tell(struct told *told, const char *name)
{
	const struct mustache_partials partials = {read_partial, told};
	struct file file;
	struct jsn_fault fault;
	struct jsn *data = jsn_parse(data_source, sizeof data_source - 1, &fault);
	if (read_partial(told, name, &file, &told->diags)) {
		const struct mustache *page =
		    mustache_compile(&file, MUSTACHE_STRICT, &partials, told->arena, &told->diags);
		if (page)
			mustache_render(page, data, ESCAPE_HTML, &told->out, &told->diags);
	}
	text_clear(&told->out);
	diags_render(&told->diags, &told->out);
	jsn_free(data);
}

static void every_misuse_is_told_with_its_place(void **state)
{
	(void)state;
	bad_each("template-", NULL, tell);
}

/* ---- small templates ---- */

static struct file named(const char *name, const char *source)
{
	return (struct file){name, source, strlen(source)};
}

static const struct mustache *compiled(struct told *told, const char *source, enum mustache_mode mode)
{
	const struct file file = named("t", source);
	return mustache_compile(&file, mode, NULL, told->arena, &told->diags);
}

static bool fill(struct told *told, const struct mustache *page, enum escape escape)
{
	struct jsn_fault fault;
	struct jsn *data = jsn_parse(data_source, sizeof data_source - 1, &fault);
	assert_non_null(page);
	bool done = mustache_render(page, data, escape, &told->out, &told->diags);
	jsn_free(data);
	return done;
}

static void assert_filled(struct told *told, const char *source, enum mustache_mode mode, enum escape escape,
                          const char *expected)
{
	text_clear(&told->out);
	assert_true(fill(told, compiled(told, source, mode), escape));
	assert_int_equal(told->diags.errors, 0);
	assert_string_equal(told->out.data, expected);
}

static void assert_refused(struct told *told, const char *source, const char *message)
{
	size_t before = told->diags.n;
	assert_null(compiled(told, source, MUSTACHE_LENIENT));
	assert_true(told->diags.n > before);
	assert_non_null(strstr(told_text(told), message));
}

static void escaping_is_the_pages(void **state)
{
	static const char page[] = "{{title}}|{{#gaps}}{{text}}{{{text}}}|{{/gaps}}{{score}}{{{score}}}";
	struct told *told = *state;
	assert_filled(told, page, MUSTACHE_STRICT, ESCAPE_HTML, "A &amp; B|*one**one*|=two=two|-7-7");
	assert_filled(told, page, MUSTACHE_STRICT, ESCAPE_MARKDOWN, "A & B|\\*one\\**one*|=two=two|-7-7");
	assert_filled(told, page, MUSTACHE_STRICT, ESCAPE_CSV, "A & B|*one**one*|'=two=two|'-7-7");
	assert_filled(told, page, MUSTACHE_STRICT, ESCAPE_NONE, "A & B|*one**one*|=two=two|-7-7");
}

static void a_sentence_ends_once(void **state)
{
	static const char page[] =
	    "{{a}}.|{{a}} .|{{a}}...|{{a}}, {{b}}。|{{#c}}{{.}}{{/c}}.|{{a}}{{d}}.|{{e}}.|{{b}}.|({{a}})";
	struct told *told = *state;
	struct mustache *mustache;
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text out = {0};
	const struct file file = {"p.mustache", page, sizeof page - 1};
	jsn_put(data, "a", jsn_string("Shop Inc."));
	jsn_put(data, "b", jsn_string("没有停用。"));
	jsn_put(data, "c", jsn_string("확인했습니다."));
	jsn_put(data, "d", jsn_string(""));
	jsn_put(data, "e", jsn_string("and so on..."));
	mustache = mustache_compile(&file, MUSTACHE_STRICT, NULL, told->arena, &told->diags);
	assert_non_null(mustache);
	text_add(&out, "Before.");
	assert_true(mustache_render(mustache, data, ESCAPE_COMMONMARK, &out, &told->diags));
	assert_string_equal(out.data,
	                    "Before.Shop Inc.|Shop Inc. .|Shop Inc....|Shop Inc., 没有停用。|확인했습니다.|Shop Inc.|"
	                    "and so on....|没有停用.|(Shop Inc.)");
	text_free(&out);
	jsn_free(data);
}

static void true_false_and_null_are_shown_as_such(void **state)
{
	assert_filled(*state, "{{late}} {{early}} [{{nothing}}]", MUSTACHE_STRICT, ESCAPE_HTML, "true false []");
}

static void a_lenient_page_leaves_out_what_is_not_there(void **state)
{
	assert_filled(*state, "[{{titel}}{{company.x.y}}{{#no}}x{{/no}}{{^no}}y{{/no}}{{>none}}{{gaps}}{{company}}]",
	              MUSTACHE_LENIENT, ESCAPE_HTML, "[y]");
}

static void a_strict_page_takes_null_for_there(void **state)
{
	assert_filled(
	    *state,
	    "[{{nothing}}{{#nothing}}x{{/nothing}}{{company.address}}{{^company.address}}y{{/company.address}}]",
	    MUSTACHE_STRICT, ESCAPE_HTML, "[y]");
}

static void a_page_is_filled_in_many_times(void **state)
{
	struct told *told = *state;
	const struct mustache *page = compiled(told, "{{#gaps}}{{text}},{{/gaps}}", MUSTACHE_STRICT);
	assert_true(fill(told, page, ESCAPE_HTML));
	assert_true(fill(told, page, ESCAPE_NONE));
	assert_string_equal(told->out.data, "*one*,=two,*one*,=two,");
}

static void a_page_that_fails_leaves_the_output_as_it_was(void **state)
{
	struct told *told = *state;
	text_add(&told->out, "before ");
	assert_false(fill(told, compiled(told, "{{title}}{{titel}}", MUSTACHE_STRICT), ESCAPE_HTML));
	assert_string_equal(told->out.data, "before ");
	assert_int_equal(told->out.len, strlen("before "));
}

static void every_missing_name_is_told_once(void **state)
{
	struct told *told = *state;
	assert_false(fill(told, compiled(told, "{{#gaps}}{{txet}}{{/gaps}}{{zzz}}", MUSTACHE_STRICT), ESCAPE_HTML));
	assert_string_equal(told_text(told), "t:1:10: the data have no \"txet\" (did you mean \"text\"?)\n"
	                                     "t:1:27: the data have no \"zzz\"\n");
}

static void a_page_without_data_is_filled_with_nothing(void **state)
{
	struct told *told = *state;
	const struct mustache *lenient = compiled(told, "[{{title}}{{.}}{{#a}}x{{/a}}]", MUSTACHE_LENIENT);
	const struct mustache *strict = compiled(told, "[{{title}}]", MUSTACHE_STRICT);
	assert_true(mustache_render(lenient, NULL, ESCAPE_HTML, &told->out, &told->diags));
	assert_string_equal(told->out.data, "[]");
	assert_false(mustache_render(strict, NULL, ESCAPE_HTML, &told->out, &told->diags));
}

/* ---- bounds ---- */

static char *repeated(struct told *told, const char *what, int times)
{
	struct text all = {0};
	for (int i = 0; i < times; i++)
		text_add(&all, what);
	char *out = arena_dup(told->arena, all.data);
	text_free(&all);
	return out;
}

static char *nested(struct told *told, int levels)
{
	return arena_printf(told->arena, "%s%s", repeated(told, "{{#late}}", levels),
	                    repeated(told, "{{/late}}", levels));
}

static void sections_go_sixty_four_levels_deep(void **state)
{
	struct told *told = *state;
	assert_filled(told, nested(told, MUSTACHE_DEPTH), MUSTACHE_STRICT, ESCAPE_HTML, "");
	assert_refused(told, nested(told, MUSTACHE_DEPTH + 1), "nested deeper than 64 levels");
}

static void ten_thousand_levels_are_one_fault(void **state)
{
	struct told *told = *state;
	assert_null(compiled(told, nested(told, 10000), MUSTACHE_STRICT));
	assert_string_equal(told_text(told), "t:1:577: sections are nested deeper than 64 levels\n");
}

static void ten_thousand_open_levels_are_told_to_the_deepest_allowed(void **state)
{
	struct told *told = *state;
	assert_null(compiled(told, repeated(told, "{{#late}}", 10000), MUSTACHE_STRICT));
	assert_int_equal(told->diags.errors, 1 + MUSTACHE_DEPTH);
}

/* Each file's one line is the template of that name. */
static bool numbered(void *context, const char *name, struct file *out, struct diags *diags)
{
	(void)diags;
	*out = named(name, arena_printf(context, "%s{{>%d}}", name, atoi(name) - 1));
	return atoi(name) >= 0;
}

static bool filled_from(struct told *told, const char *source)
{
	const struct mustache_partials partials = {numbered, told->arena};
	const struct file file = named("t", source);
	const struct mustache *page = mustache_compile(&file, MUSTACHE_LENIENT, &partials, told->arena, &told->diags);
	return page && fill(told, page, ESCAPE_HTML);
}

static void partials_go_sixty_four_levels_deep(void **state)
{
	struct told *told = *state;
	assert_true(filled_from(told, "{{>63}}"));
	assert_string_equal(told->out.data + told->out.len - 4, "3210");
	assert_false(filled_from(told, "{{>64}}"));
	assert_string_equal(
	    told_text(told),
	    "1:1:2: \"0\" is included more than 64 levels deep (does it include itself without end?)\n");
}

static void two_hundred_and_fifty_six_partials_are_read(void **state)
{
	struct told *told = *state;
	assert_false(filled_from(told, "{{#early}}{{>255}}{{/early}}{{>256}}"));
	assert_non_null(strstr(told_text(told), "more than 256 different partials"));
}

static bool itself(void *context, const char *name, struct file *out, struct diags *diags)
{
	(void)diags;
	*out = named(name, context);
	return true;
}

static void assert_stopped(struct told *told, const char *partial, const char *message)
{
	const struct mustache_partials partials = {itself, (void *)(uintptr_t)partial};
	const struct file file = named("t", "{{>p}}");
	const struct mustache *page = mustache_compile(&file, MUSTACHE_LENIENT, &partials, told->arena, &told->diags);
	assert_false(fill(told, page, ESCAPE_HTML));
	assert_non_null(strstr(told_text(told), message));
	assert_int_equal(told->out.len ? strlen(told->out.data) : 0, told->out.len);
}

static void what_would_go_on_without_end_is_stopped(void **state)
{
	struct told *told = *state;
	assert_stopped(told, "{{>p}}", "more than 64 levels deep");
	assert_stopped(told,
	               "{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}"
	               "{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{#gaps}}{{^late}}{{/late}}{{/gaps}}{{/gaps}}"
	               "{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}"
	               "{{/gaps}}{{/gaps}}{{/gaps}}{{/gaps}}",
	               "after 100000 steps");
	assert_stopped(told, repeated(told, "{{title}}{{title}}", 1000), "after 10000 bytes");
	assert_stopped(told, arena_printf(told->arena, "%s\n{{>p}}", repeated(told, " ", 9999)), "after 10000 bytes");
}

static void an_indentation_that_grows_is_stopped(void **state)
{
	struct told *told = *state;
	assert_stopped(told, arena_printf(told->arena, "%s\n  {{>p}}\n", repeated(told, "x\n", 500)),
	               "after 10000 bytes");
}

static void a_delimiter_has_sixteen_bytes_at_most(void **state)
{
	struct told *told = *state;
	assert_filled(told, "{{=<<<<<<<<<<<<<<<< >=}}<<<<<<<<<<<<<<<<date>", MUSTACHE_STRICT, ESCAPE_HTML, "5 March");
	assert_refused(told, "{{=<<<<<<<<<<<<<<<<< >=}}", "of at most 16 bytes");
}

static void a_name_has_two_hundred_and_fifty_six_bytes_at_most(void **state)
{
	struct told *told = *state;
	const char *longest = repeated(told, "x", TAG_NAME);
	assert_filled(told, arena_printf(told->arena, "{{%s}}", longest), MUSTACHE_LENIENT, ESCAPE_HTML, "");
	assert_refused(told, arena_printf(told->arena, "{{%sx}}", longest), "this name is too long");
}

/* Time in proportion to the source: what compares each tag with all the others would not come back. */
static void a_million_bytes_of_faults_are_read_to_the_end(void **state)
{
	struct told *told = *state;
	static const char *const faults[] = {"{{",     "{{{",    "{{!",      "{{=",        "{{= =}}",
	                                     "{{#a}}", "{{/a}}", "{{#a}",    "{{a b}}",    "{{\n",
	                                     "{{>p}}", "{{ }",   "{{!}}{{!", "{{=a b=}}{{"};
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		size_t before = told->diags.errors;
		compiled(told, repeated(told, faults[i], 1000000 / (int)strlen(faults[i])), MUSTACHE_STRICT);
		assert_true(told->diags.errors > before);
		diags_free(&told->diags);
		diags_init(&told->diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_misuse_is_told_with_its_place),
	    told_test(escaping_is_the_pages),
	    told_test(a_sentence_ends_once),
	    told_test(true_false_and_null_are_shown_as_such),
	    told_test(a_lenient_page_leaves_out_what_is_not_there),
	    told_test(a_strict_page_takes_null_for_there),
	    told_test(a_page_is_filled_in_many_times),
	    told_test(a_page_that_fails_leaves_the_output_as_it_was),
	    told_test(every_missing_name_is_told_once),
	    told_test(a_page_without_data_is_filled_with_nothing),
	    told_test(sections_go_sixty_four_levels_deep),
	    told_test(ten_thousand_levels_are_one_fault),
	    told_test(ten_thousand_open_levels_are_told_to_the_deepest_allowed),
	    told_test(partials_go_sixty_four_levels_deep),
	    told_test(two_hundred_and_fifty_six_partials_are_read),
	    told_test(what_would_go_on_without_end_is_stopped),
	    told_test(an_indentation_that_grows_is_stopped),
	    told_test(a_delimiter_has_sixteen_bytes_at_most),
	    told_test(a_name_has_two_hundred_and_fifty_six_bytes_at_most),
	    told_test(a_million_bytes_of_faults_are_read_to_the_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
