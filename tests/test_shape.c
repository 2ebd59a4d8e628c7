#include "check.h"
#include "told.h"

#include "content/shape.h"

struct part {
	struct shape_entry entry;
	const char *what;
	bool required;
};
struct skip {
	struct shape_entry entry;
	bool allowed;
	int32_t after;
};
struct thing {
	struct shape_entry entry;
	const char *id, *title;
	int32_t size, takes, colour;
	struct shape_due due;
	struct shape_texts needs, notes;
	struct shape_list parts, keyed;
	struct skip skip;
	struct shape_counts customers;
	struct shape_pairs terms;
	const struct yml *rest;
};

static const char *const colours[] = {"red", "green", NULL};

// clang-format off
static const struct shape_field part_fields[] = {
	{"what",     SHAPE_TEXT, offsetof(struct part, what), SHAPE_REQUIRED, 0, NULL, NULL},
	{"required", SHAPE_FLAG, offsetof(struct part, required), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape part_shape = {"a part", sizeof(struct part), part_fields};

static const struct shape_field skip_fields[] = {
	{"allowed", SHAPE_FLAG, offsetof(struct skip, allowed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"after",   SHAPE_SPAN, offsetof(struct skip, after), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape skip_shape = {"a skip", sizeof(struct skip), skip_fields};

static const struct shape_field thing_fields[] = {
	{"thing",     SHAPE_ID,     offsetof(struct thing, id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"title",     SHAPE_TEXT,   offsetof(struct thing, title), 0, 3, NULL, NULL},
	{"size",      SHAPE_NUMBER, offsetof(struct thing, size), 0, 100, NULL, NULL},
	{"takes",     SHAPE_SPAN,   offsetof(struct thing, takes), 0, 0, NULL, NULL},
	{"colour",    SHAPE_CHOICE, offsetof(struct thing, colour), 0, 0, NULL, colours},
	{"due",       SHAPE_DUE,    offsetof(struct thing, due), 0, 0, NULL, NULL},
	{"needs",     SHAPE_IDS,    offsetof(struct thing, needs), 0, 0, NULL, NULL},
	{"notes",     SHAPE_TEXTS,  offsetof(struct thing, notes), 0, 0, NULL, NULL},
	{"#",         SHAPE_MANY,   offsetof(struct thing, parts), 0, 0, &part_shape, NULL},
	{"keyed",     SHAPE_KEYED,  offsetof(struct thing, keyed), 0, 0, &part_shape, NULL},
	{"skip",      SHAPE_ONE,    offsetof(struct thing, skip), 0, 0, &skip_shape, NULL},
	{"customers", SHAPE_COUNTS, offsetof(struct thing, customers), 0, 0, NULL, NULL},
	{"terms",     SHAPE_PAIRS,  offsetof(struct thing, terms), 0, 0, NULL, NULL},
	{"rest",      SHAPE_NODE,   offsetof(struct thing, rest), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape thing_shape = {"a thing", sizeof(struct thing), thing_fields};
// clang-format on

static struct shape_reader reader(struct told *told)
{
	return (struct shape_reader){told->arena, &told->diags, "en"};
}

static bool read(struct told *told, const char *bytes, struct thing *out)
{
	struct shape_reader r = reader(told);
	struct file file = told_file(bytes);
	struct yml *node = yml_parse(&file, told->arena, &told->diags);

	*out = (struct thing){0};
	assert_non_null(node);
	return shape_read(&r, &thing_shape, node, out);
}

static void refused(struct told *told, const char *bytes, const char *expected)
{
	struct thing thing;

	assert_false(read(told, bytes, &thing));
	assert_string_equal(told_text(told), expected);
}

static void a_map_becomes_a_struct(void **state)
{
	struct thing t;

	assert_true(read(*state,
	                 "thing: box\ntitle: { zh: b, en: a }\nsize: 7\ntakes: 2h\ncolour: green\ndue: aware+1h\n"
	                 "needs: [a, b]\nnotes: one alone\nkeyed: { k: { what: x, required: true } }\n"
	                 "skip: { allowed: true }\ncustomers: { SG: 5, KR: 6 }\nterms: { crm: HubNest }\nrest: [1]\n",
	                 &t));
	assert_string_equal(t.id, "box");
	assert_string_equal(t.title, "a");
	assert_int_equal(t.size, 7);
	assert_int_equal(t.takes, 7200);
	assert_int_equal(t.colour, 1);
	assert_int_equal(t.due.moment, 2);
	assert_int_equal(t.due.after, 3600);
	assert_int_equal(t.needs.n, 2);
	assert_string_equal(t.needs.v[1], "b");
	assert_int_equal(t.notes.n, 1);
	assert_string_equal(t.notes.v[0], "one alone");
	assert_int_equal(t.keyed.n, 1);
	assert_string_equal(((struct part *)t.keyed.v)->entry.id, "k");
	assert_true(((struct part *)t.keyed.v)->required);
	assert_true(t.skip.allowed);
	assert_int_equal(t.skip.entry.node->place.line, 10);
	assert_string_equal(t.customers.v[1].key, "KR");
	assert_int_equal(t.customers.v[1].n, 6);
	assert_string_equal(t.terms.v[0].text, "HubNest");
	assert_int_equal(t.rest->type, YML_LIST);
}

static void what_is_absent_is_unset(void **state)
{
	struct thing t;

	assert_true(read(*state, "thing: box\n", &t));
	assert_null(t.title);
	assert_int_equal(t.size, SHAPE_UNSET);
	assert_int_equal(t.takes, SHAPE_UNSET);
	assert_int_equal(t.colour, SHAPE_UNSET);
	assert_int_equal(t.due.moment, NAMES_NONE);
	assert_int_equal(t.due.after, SHAPE_UNSET);
	assert_null(t.skip.entry.node);
	assert_int_equal(t.skip.after, SHAPE_UNSET);
	assert_false(t.skip.allowed);
	assert_non_null(t.entry.node);
}

static void every_fault_is_told_in_one_pass(void **state)
{
	refused(*state, "titel: x\nsize: 101\ntakes: [1]\nneeds: { a: b }\nskip: {}\nkeyed: { K: { wat: x } }\n",
	        "f.yaml:1:1: unknown key \"titel\" in a thing (did you mean \"title\"?)\n"
	        "f.yaml:1:1: a thing needs \"thing\"\n"
	        "f.yaml:2:7: \"size\" is 101; expected 0 to 100\n"
	        "f.yaml:3:8: \"takes\": expected a time such as 30m or 2h, found a list\n"
	        "f.yaml:4:8: \"needs\": expected an id or a list of ids, found a map\n"
	        "f.yaml:6:10: \"K\" is no id: use lower-case letters, digits and hyphens, at most 48 (write k)\n"
	        "f.yaml:6:15: unknown key \"wat\" in a part (did you mean \"what\"?)\n"
	        "f.yaml:6:13: a part needs \"what\"\n"
	        "f.yaml:5:7: a skip needs \"allowed\"\n");
}

static void an_id_stands_once_in_a_list(void **state)
{
	refused(*state, "thing: box\nneeds: [a, b, a]\n", "f.yaml:2:15: \"a\" stands twice in \"needs\"\n");
}

static void a_long_text_is_counted(void **state)
{
	refused(*state, "thing: box\ntitle: one two three four\n",
	        "f.yaml:2:8: \"title\" has 4 words; at most 3 fit\n");
}

static void a_text_is_no_map(void **state)
{
	refused(*state, "a text\n",
	        "f.yaml:1:1: expected a thing as a map of keys, found a text (write { thing: \"...\" })\n");
}

static void a_value_that_is_not_there_is_told(void **state)
{
	refused(*state, "thing: box\ntitle:\nkeyed: x\n",
	        "f.yaml:2:7: \"title\": expected a text, found nothing\n"
	        "f.yaml:3:8: \"keyed\": expected a map of ids, found a text\n");
}

static void a_sharp_sign_is_no_key_of_a_file(void **state)
{
	refused(*state, "thing: box\n\"#\": [{ what: x }]\n", "f.yaml:2:1: unknown key \"#\" in a thing\n");
}

static struct yml *lua_text(struct told *told, const char *s)
{
	struct yml *node = yml_make(told->arena, YML_TEXT, (struct diag_place){"s.lua", 4, 0});

	node->text = s;
	return node;
}

static void the_list_part_of_a_lua_table_is_read(void **state)
{
	struct told *told = *state;
	struct shape_reader r = reader(told);
	struct diag_place place = {"s.lua", 3, 0};
	struct yml *map = yml_make(told->arena, YML_MAP, place), *part = yml_make(told->arena, YML_MAP, place);
	struct thing t = {0};

	yml_put(told->arena, part, "what", place, lua_text(told, "x"));
	yml_put(told->arena, map, NULL, place, part);
	yml_put(told->arena, map, NULL, place, part);
	yml_put(told->arena, map, "thing", place, lua_text(told, "box"));
	assert_true(shape_read(&r, &thing_shape, map, &t));
	assert_int_equal(t.parts.n, 2);
	assert_string_equal(((struct part *)t.parts.v)[1].what, "x");
}

static void a_value_without_a_key_is_told(void **state)
{
	struct told *told = *state;
	struct shape_reader r = reader(told);
	struct diag_place place = {"s.lua", 3, 0};
	struct yml *map = yml_make(told->arena, YML_MAP, place);
	struct part part = {0};

	yml_put(told->arena, map, NULL, place, lua_text(told, "stray"));
	yml_put(told->arena, map, "what", place, lua_text(told, "x"));
	assert_false(shape_read(&r, &part_shape, map, &part));
	assert_string_equal(told_text(told), "s.lua:4:0: a value without a key in a part\n");
}

struct words {
	struct shape_entry entry;
	const char *words;
};

static void a_list_alone_may_be_the_whole_table(void **state)
{
	static const struct shape_field fields[] = {
	    {"#", SHAPE_TEXT, offsetof(struct words, words), SHAPE_REQUIRED, 0, NULL, NULL},
	    SHAPE_END,
	};
	static const struct shape shape = {"an objective", sizeof(struct words), fields};
	struct told *told = *state;
	struct shape_reader r = reader(told);
	struct diag_place place = {"s.lua", 3, 0};
	struct yml *list = yml_make(told->arena, YML_LIST, place);
	struct words words = {0};

	assert_false(shape_read(&r, &shape, list, &words));
	yml_put(told->arena, list, NULL, place, lua_text(told, "Access is cut"));
	assert_true(shape_read(&r, &shape, list, &words));
	assert_string_equal(words.words, "Access is cut");
	yml_put(told->arena, list, NULL, place, lua_text(told, "again"));
	assert_false(shape_read(&r, &shape, list, &words));
	assert_string_equal(told_text(told), "s.lua:3:0: an objective needs a text without a key\n"
	                                     "s.lua:4:0: a second value without a key in an objective\n");
}

static void references_are_told_at_their_places(void **state)
{
	struct told *told = *state;
	struct shape_reader r = reader(told);
	struct names names = {.arena = told->arena};
	struct thing t;

	names_add(&names, NAMES_ROLE, "legal");
	assert_true(read(told, "thing: box\nneeds: [legal, leagl]\n", &t));
	assert_int_equal(shape_refer(&r, &names, NAMES_ROLE, "legal", shape_place(t.entry.node, "needs")), 0);
	assert_false(shape_refer_all(&r, &names, NAMES_ROLE, t.entry.node, "needs"));
	assert_int_equal(shape_refer(&r, &names, NAMES_ROLE, "box", shape_place(t.entry.node, "thing")), NAMES_NONE);
	assert_string_equal(told_text(told), "f.yaml:2:16: unknown role \"leagl\" (did you mean \"legal\"?)\n"
	                                     "f.yaml:1:8: unknown role \"box\" (there are legal)\n");
	assert_int_equal(shape_place(t.entry.node, "absent").line, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_map_becomes_a_struct),
	    told_test(what_is_absent_is_unset),
	    told_test(every_fault_is_told_in_one_pass),
	    told_test(an_id_stands_once_in_a_list),
	    told_test(a_long_text_is_counted),
	    told_test(a_text_is_no_map),
	    told_test(a_value_that_is_not_there_is_told),
	    told_test(a_sharp_sign_is_no_key_of_a_file),
	    told_test(the_list_part_of_a_lua_table_is_read),
	    told_test(a_value_without_a_key_is_told),
	    told_test(a_list_alone_may_be_the_whole_table),
	    told_test(references_are_told_at_their_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
