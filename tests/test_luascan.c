#include "check.h"
#include "told.h"

#include "content/luascan.h"

static const char *const keywords[] = {"inject", "var", "decision", NULL};

static struct luascan *scan(struct told *told, const char *source, struct file *file)
{
	*file = told_file(source);
	return luascan_file(file, keywords, told->arena, &told->diags);
}

static void each_declaration_has_its_line(void **state)
{
	struct told *told = *state;
	struct file file;
	struct luascan *found = scan(told,
	                             "-- inject \"comment\" {}\n"
	                             "--[==[ inject \"block\" {}\n]==]\n"
	                             "inject \"a\" { text = [[ inject \"inside\" {} ]] }\n"
	                             "var('b')(true)\n"
	                             "x.inject \"field\" {}\n"
	                             "inject [[a]] {}\n",
	                             &file);
	assert_int_equal(luascan_declaration(found, "inject", "a", 0), 4);
	assert_int_equal(luascan_declaration(found, "inject", "a", 1), 7);
	assert_int_equal(luascan_declaration(found, "inject", "a", 2), 0);
	assert_int_equal(luascan_declaration(found, "var", "b", 0), 5);
	assert_int_equal(luascan_declaration(found, "inject", "comment", 0), 0);
	assert_int_equal(luascan_declaration(found, "inject", "block", 0), 0);
	assert_int_equal(luascan_declaration(found, "inject", "inside", 0), 0);
	assert_int_equal(luascan_declaration(found, "inject", "field", 0), 0);
	assert_int_equal(told->diags.n, 0);
}

static void faults_are_told_at_their_place(void **state)
{
	struct told *told = *state;
	struct file file;
	scan(told,
	     "inject \"a\" {\n"
	     "  at = 1, when = function(w) local at = { at = 1 } return at, 2 end,\n"
	     "  ['at'] = 2,\n"
	     "}\n"
	     "inject \"b\"\n"
	     "var \"c\" true\n"
	     "x = \xE2\x80\x9Chello\xE2\x80\x9D y = 'it\xE2\x80\x99s'\n",
	     &file);
	assert_string_equal(told_text(told), "f.yaml:7:5: curly quote; Lua wants straight ones\n"
	                                     "f.yaml:3:4: the key \"at\" is here twice, first on line 2\n"
	                                     "f.yaml:5:1: inject \"b\" has no { body } after it\n"
	                                     "f.yaml:6:1: var \"c\" has no (value) after it\n");
}

static void what_only_looks_like_a_slip_is_passed_over(void **state)
{
	struct told *told = *state;
	struct file file;
	scan(told,
	     "x = { 1,100 } y = f(6,100) z = 6, 100\n"
	     "if a == 'b'then c = 'd'end\n"
	     "f 'a' g [[b]]h() return 'say \\'no\\' to it'\n",
	     &file);
	assert_int_equal(told->diags.n, 0);
}

static struct yml *text(struct told *told, const char *s)
{
	struct yml *node = yml_make(told->arena, YML_TEXT, (struct diag_place){"f.yaml", 1, 0});
	node->text = s;
	return node;
}

static void nodes_get_the_places_and_the_order_of_their_tokens(void **state)
{
	struct told *told = *state;
	struct file file;
	struct diag_place start = {"f.yaml", 1, 0};
	struct luascan *found = scan(told,
	                             "inject \"a\" {\n"
	                             "  zeta = f(1, 2),\n"
	                             "  'one', { 'two',\n"
	                             "    'three' };\n"
	                             "  beta = 'x',\n"
	                             "}\n",
	                             &file);
	struct yml *body = yml_make(told->arena, YML_MAP, start), *list = yml_make(told->arena, YML_LIST, start);
	yml_put(told->arena, body, NULL, start, text(told, "one"));
	yml_put(told->arena, body, NULL, start, list);
	yml_put(told->arena, list, NULL, start, text(told, "two"));
	yml_put(told->arena, list, NULL, start, text(told, "three"));
	yml_put(told->arena, body, "alpha", start, text(told, "not in the source"));
	yml_put(told->arena, body, "beta", start, text(told, "x"));
	yml_put(told->arena, body, "zeta", start, text(told, "computed"));
	luascan_place(found, "inject", "a", 0, body);

	assert_int_equal(body->place.col, 12);
	assert_null(body->pairs[0].key);
	assert_int_equal(body->pairs[0].value->place.line, 3);
	assert_int_equal(body->pairs[1].value->place.col, 10);
	assert_int_equal(list->pairs[1].value->place.line, 4);
	assert_string_equal(body->pairs[2].key, "zeta");
	assert_int_equal(body->pairs[2].place.line, 2);
	assert_int_equal(body->pairs[2].value->place.col, 10);
	assert_string_equal(body->pairs[3].key, "beta");
	assert_int_equal(body->pairs[3].place.line, 5);
	assert_string_equal(body->pairs[4].key, "alpha");
	assert_int_equal(body->pairs[4].place.line, 1);
}

static void bad_lua_never_stops_it(void **state)
{
	struct told *told = *state;
	static const char *const sources[] = {
	    "",      "inject", "inject \"a\" {",    "}}}} { {{{", "[[ never closed", "\"open",   "--[==[",
	    "{ [",   "{ a =",  "{ end end end , }", "'\\",        "inject (",        "\xE2\x80", "{ ['a'",
	    "[====", "0x1.8p3"};
	struct file file;
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		assert_int_equal(luascan_declaration(scan(told, sources[i], &file), "inject", "b", 0), 0);
}

static void deep_and_wide_sources_end_soon(void **state)
{
	struct told *told = *state;
	enum { WIDE = 400000 };
	char *source = arena_alloc(told->arena, WIDE + 1);
	struct file file;
	memset(source, '{', WIDE);
	assert_non_null(scan(told, source, &file));
	for (size_t i = 0; i < WIDE; i += 4)
		memcpy(source + i, "a=1,", 4);
	source[0] = '{';
	assert_non_null(scan(told, source, &file));
	assert_int_equal(told->diags.n, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(each_declaration_has_its_line),
	    told_test(faults_are_told_at_their_place),
	    told_test(what_only_looks_like_a_slip_is_passed_over),
	    told_test(nodes_get_the_places_and_the_order_of_their_tokens),
	    told_test(bad_lua_never_stops_it),
	    told_test(deep_and_wide_sources_end_soon),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
