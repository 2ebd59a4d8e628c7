#include "check.h"
#include "told.h"

#include "content/yml.h"

static struct yml *parse(struct told *told, const char *bytes)
{
	struct file file = told_file(bytes);

	return yml_parse(&file, told->arena, &told->diags);
}

static void refused(struct told *told, const char *bytes, const char *expected)
{
	assert_null(parse(told, bytes));
	assert_string_equal(told_text(told), expected);
}

static void nodes_know_their_places(void **state)
{
	struct told *told = *state;
	const struct yml *root = parse(told, "# first\na: 1\nlist:\n  - x\n  - { b: \"y\" }\n");
	const struct yml *list = yml_get(root, "list");

	assert_int_equal(root->type, YML_MAP);
	assert_int_equal(root->n, 2);
	assert_int_equal(root->pairs[1].place.line, 3);
	assert_int_equal(root->pairs[1].place.col, 1);
	assert_int_equal(list->type, YML_LIST);
	assert_int_equal(list->pairs[1].value->place.line, 5);
	assert_int_equal(list->pairs[1].value->place.col, 5);
	assert_string_equal(yml_get(list->pairs[1].value, "b")->text, "y");
	assert_string_equal(root->place.file, "f.yaml");
}

static void a_scalar_is_never_guessed(void **state)
{
	struct told *told = *state;
	const struct yml *root = parse(told, "a: no\nb: 12\nc: ~\nd: ''\ne:\nf: 2026-03-05\n");

	assert_string_equal(yml_get(root, "a")->text, "no");
	assert_int_equal(yml_get(root, "b")->type, YML_TEXT);
	assert_string_equal(yml_get(root, "c")->text, "~");
	assert_string_equal(yml_get(root, "d")->text, "");
	assert_int_equal(yml_get(root, "e")->type, YML_NULL);
	assert_string_equal(yml_get(root, "f")->text, "2026-03-05");
	assert_null(yml_get(root, "g"));
}

static void columns_count_characters(void **state)
{
	struct told *told = *state;
	const struct yml *root = parse(told, "[\"\xe4\xb8\xad\xe6\x96\x87\", b]");

	assert_int_equal(root->pairs[1].value->place.col, 8);
}

static void duplicate_keys_are_told_with_both_lines(void **state)
{
	refused(*state, "a: 1\nb:\n  c: 1\n  c: 2\na: 2\na: 3\n",
	        "f.yaml:4:3: key \"c\" stands twice: in line 3 already\n"
	        "f.yaml:5:1: key \"a\" stands twice: in line 1 already\n"
	        "f.yaml:6:1: key \"a\" stands twice: in line 5 already\n");
}

static void aliases_anchors_and_tags_are_all_refused(void **state)
{
	refused(*state, "a: &x 1\nb: *x\nc: !!str 2\nd: &l [1]\ne: !m {}\n",
	        "f.yaml:1:4: anchors (&x) are not used here: write the value out at each place\n"
	        "f.yaml:2:4: aliases (*x) are not used here: write the value out at each place\n"
	        "f.yaml:3:4: tags (tag:yaml.org,2002:str) are not used here: write the value without one\n"
	        "f.yaml:4:4: anchors (&l) are not used here: write the value out at each place\n"
	        "f.yaml:5:4: tags (!m) are not used here: write the value without one\n");
}

static void the_same_fault_is_found_again(void **state)
{
	struct told *told = *state;

	assert_null(parse(told, "a: *x"));
	assert_null(parse(told, "a: *x"));
	assert_int_equal(told->diags.n, 1);
}

static void a_second_document_is_refused(void **state)
{
	refused(*state, "a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document begins here (---): a file holds one\n");
}

static void comments_alone_are_no_document(void **state)
{
	refused(*state, "# nothing\n\n", "f.yaml:1:1: nothing but comments in this file\n");
}

static char *nested(int depth)
{
	struct text text = {0};

	for (int i = 0; i < depth; i++)
		text_add(&text, "[");
	for (int i = 0; i < depth; i++)
		text_add(&text, "]");
	return text.data;
}

static void depth_has_an_end(void **state)
{
	struct told *told = *state;
	char *fits = nested(YML_DEPTH), *deep = nested(YML_DEPTH + 1), *hostile = nested(50000);

	assert_non_null(parse(told, fits));
	refused(told, deep, "f.yaml:1:25: nested too deeply: more than 24 levels\n");
	assert_null(parse(told, hostile));
	assert_int_equal(told->diags.n, 1);
	free(fits);
	free(deep);
	free(hostile);
}

static void the_number_of_values_has_an_end(void **state)
{
	struct text text = {0};

	for (int i = 0; i < YML_NODES; i++)
		text_add(&text, "- x\n");
	refused(*state, text.data, "f.yaml:50000:3: too large: more than 50000 values in one file\n");
	text_free(&text);
}

static void many_keys_are_compared_in_good_time(void **state)
{
	struct told *told = *state;
	struct text text = {0};

	for (int i = 0; i < YML_NODES / 2 - 1; i++)
		text_addf(&text, "k%d: x\n", i);
	assert_non_null(parse(told, text.data));
	text_free(&text);
}

static void escapes_bring_in_no_control_characters(void **state)
{
	refused(*state, "a: \"x\\0y\"\nb: \"\\e[2J\"\nc: \"tab\\tnewline\\n\"\n",
	        "f.yaml:1:4: a control character in a text\nf.yaml:2:4: a control character in a text\n");
}

static void a_key_is_a_text(void **state)
{
	refused(*state, "{a: 1}: 2\n? [b]\n: 3\n? \n: 4\n'': 5\n",
	        "f.yaml:1:1: expected a key, found a map: put a text with { or [ in quotes\n"
	        "f.yaml:2:3: expected a key, found a list: put a text with { or [ in quotes\n"
	        "f.yaml:4:2: a key is missing before the colon\n"
	        "f.yaml:6:1: a key is missing before the colon\n");
}

static void broken_yaml_is_told_in_plain_words(void **state)
{
	struct told *told = *state;

	refused(told, "a: b: c\n",
	        "f.yaml:1:5: a second colon in one line: put the text in quotes, or check the indentation\n");
}

static void a_text_that_begins_with_a_brace_needs_quotes(void **state)
{
	refused(*state, "a: {crm}; never delete it\nb: 1\n",
	        "f.yaml:1:9: a text that begins with { or [ stands in quotes\n");
}

static void a_colon_without_a_space_is_told_on_its_line(void **state)
{
	refused(*state, "a: 1\nb:2\nc: 3\n", "f.yaml:2:1: a key without a colon and a space after it\n");
}

/* Each of its keys stands twice: the first says why. */
static void an_entry_without_its_dash_is_told_once(void **state)
{
	refused(*state, "list:\n  - a: 1\n    b: 2\n    a: 3\n    b: 4\n  - a: 5\n    b: 6\n    b: 7\n",
	        "f.yaml:4:5: key \"a\" stands twice: in line 2 already (an entry of a list begins with \"- \")\n"
	        "f.yaml:8:5: key \"b\" stands twice: in line 7 already\n");
}

static void an_open_bracket_is_told_with_its_line(void **state)
{
	refused(*state, "a: [b,\n  c\nd: 1\n", "f.yaml:3:2: expected a comma or ] here (it begins at line 1)\n");
}

static void a_tab_is_told(void **state)
{
	refused(*state, "a:\n\tb: 1\n",
	        "f.yaml:2:1: this character can't begin a value: indent with spaces, not tabs, and put such a text "
	        "in quotes\n");
}

static void json_carries_the_same_nodes(void **state)
{
	static const char json[] = "{\"#\":[\"words\",{\"id\":\"x\"}],\"flag\":true,\"n\":-3,\"none\":null,"
	                           "\"when\":{\"hook\":\"when:a\"},\"z\":[1,[]]}";
	struct told *told = *state;
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(json, strlen(json), &fault), *back;
	struct yml *node = yml_from_jsn(value, "a.jsonl", told->arena);

	assert_int_equal(node->type, YML_MAP);
	assert_null(node->pairs[0].key);
	assert_string_equal(node->pairs[0].value->text, "words");
	assert_int_equal(yml_get(node, "n")->number, -3);
	assert_int_equal(yml_get(node, "when")->type, YML_HOOK);
	assert_string_equal(yml_get(node, "when")->text, "when:a");
	back = yml_to_jsn(node);
	jsn_write(back, &told->out);
	assert_string_equal(told->out.data, json);
	jsn_free(value);
	jsn_free(back);
}

static void a_key_named_hook_is_no_hook(void **state)
{
	struct told *told = *state;
	struct diag_place place = {"f.lua", 1, 1};
	struct yml *map = yml_make(told->arena, YML_MAP, place), *back;
	struct jsn *json;

	yml_put(told->arena, map, "hook", place, yml_make(told->arena, YML_TEXT, place))->text = "a word";
	json = yml_to_jsn(map);
	back = yml_from_jsn(json, "f", told->arena);
	assert_int_equal(back->type, YML_MAP);
	assert_string_equal(yml_get(back, "hook")->text, "a word");
	assert_int_equal(back->n, 1);
	jsn_free(json);
}

static void json_that_is_too_deep_gives_nothing(void **state)
{
	struct told *told = *state;
	struct jsn_fault fault;
	char *deep = nested(YML_DEPTH + 2);
	struct jsn *value = jsn_parse(deep, strlen(deep), &fault);

	assert_non_null(value);
	assert_null(yml_from_jsn(value, "f", told->arena));
	jsn_free(value);
	free(deep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(nodes_know_their_places),
	    told_test(a_scalar_is_never_guessed),
	    told_test(columns_count_characters),
	    told_test(duplicate_keys_are_told_with_both_lines),
	    told_test(aliases_anchors_and_tags_are_all_refused),
	    told_test(the_same_fault_is_found_again),
	    told_test(a_second_document_is_refused),
	    told_test(comments_alone_are_no_document),
	    told_test(depth_has_an_end),
	    told_test(the_number_of_values_has_an_end),
	    told_test(many_keys_are_compared_in_good_time),
	    told_test(escapes_bring_in_no_control_characters),
	    told_test(a_key_is_a_text),
	    told_test(broken_yaml_is_told_in_plain_words),
	    told_test(a_text_that_begins_with_a_brace_needs_quotes),
	    told_test(a_colon_without_a_space_is_told_on_its_line),
	    told_test(an_entry_without_its_dash_is_told_once),
	    told_test(an_open_bracket_is_told_with_its_line),
	    told_test(a_tab_is_told),
	    told_test(json_carries_the_same_nodes),
	    told_test(a_key_named_hook_is_no_hook),
	    told_test(json_that_is_too_deep_gives_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
