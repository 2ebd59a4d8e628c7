#include "exercise/slot.h"
#include "issued.h"

struct fixture {
	struct small small;
	struct statement_value values[2];
	const char *codes[2];
	struct statement statement;
	char why[SLOT_WHY];
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	f->small = small_open_with(ISSUED_STORY, issued_actions, issued_playbook);
	f->values[0] = issued_number(&f->small, "bank", STORY_INVOLVED, 7);
	f->values[1] = issued_deed(&f->small, "suspend-account", "We switched it off.");
	f->values[1].turn = 9;
	f->codes[0] = "HARM";
	f->codes[1] = "LATE";
	f->statement = issued_statement("Words.\n", f->values, 2);
	f->statement.regime = "kr-pipa";
	f->statement.missing = (struct shape_texts){f->codes, 2};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	small_close(&f->small);
	free(f);
	return 0;
}

static void a_statement_is_written_so_that_it_can_be_read_on_its_own(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(statement_pack(&f->statement, f->small.world, f->small.arena),
	                    "{\"lang\":\"en\",\"missing\":[\"HARM\",\"LATE\"],\"regime\":\"kr-pipa\",\"sha256\":"
	                    "\"b0453fe54c63b5f4e9cccc483d6e2ee51ffbb4a40f648e98b2e5c0dbd2324ab6\","
	                    "\"source\":\"{{text}}\",\"subject\":\"A notice\",\"template\":\"customer-holding\","
	                    "\"text\":\"Words.\\n\",\"values\":["
	                    "{\"fact\":\"bank\",\"text\":\"a number\",\"turn\":7,\"value\":\"involved\"},"
	                    "{\"action\":\"suspend-account\",\"text\":\"We switched it off.\",\"turn\":9}]}");
}

static void a_moment_is_a_value_with_its_second(void **state)
{
	struct fixture *f = *state;
	f->values[0] = (struct statement_value){NAMES_NONE, NAMES_NONE, SHAPE_AWARE, -3600, 5, "22:40", NULL};
	f->statement.nvalues = 1;
	const char *packed = statement_pack(&f->statement, f->small.world, f->small.arena);
	assert_non_null(strstr(packed, "{\"moment\":\"aware\",\"text\":\"22:40\",\"turn\":5,\"value\":-3600}"));
	const struct statement *back = statement_unpack(packed, f->small.world, f->small.arena);
	assert_int_equal(back->values[0].moment, SHAPE_AWARE);
	assert_int_equal(back->values[0].value, -3600);
	assert_int_equal(back->values[0].fact, NAMES_NONE);
	assert_int_equal(back->values[0].action, NAMES_NONE);
}

static void what_is_said_of_data_that_no_fact_is_about_keeps_its_answer(void **state)
{
	struct fixture *f = *state;
	f->values[0] = (struct statement_value){
	    NAMES_NONE, NAMES_NONE, NAMES_NONE, STORY_NOT_INVOLVED, 0, "Your passwords are not affected.", NULL};
	f->statement.nvalues = 1;
	const char *packed = statement_pack(&f->statement, f->small.world, f->small.arena);
	assert_non_null(
	    strstr(packed, "{\"text\":\"Your passwords are not affected.\",\"turn\":0,\"value\":\"not_involved\"}"));
	const struct statement *back = statement_unpack(packed, f->small.world, f->small.arena);
	assert_int_equal(back->values[0].fact, NAMES_NONE);
	assert_int_equal(back->values[0].value, STORY_NOT_INVOLVED);
}

static void what_was_packed_is_unpacked_the_same(void **state)
{
	struct fixture *f = *state;
	const char *packed = statement_pack(&f->statement, f->small.world, f->small.arena);
	const struct statement *back = statement_unpack(packed, f->small.world, f->small.arena);
	assert_non_null(back);
	assert_string_equal(back->text, "Words.\n");
	assert_int_equal(back->values[0].fact, f->values[0].fact);
	assert_int_equal(back->values[0].value, STORY_INVOLVED);
	assert_int_equal(back->values[1].fact, NAMES_NONE);
	assert_int_equal(back->values[1].value, SHAPE_UNSET);
	assert_string_equal(back->missing.v[1], "LATE");
	assert_string_equal(statement_pack(back, f->small.world, f->small.arena), packed);
	assert_null(statement_unpack("{}", f->small.world, f->small.arena));
	assert_null(statement_unpack("no", f->small.world, f->small.arena));
	assert_null(statement_unpack(NULL, f->small.world, f->small.arena));
}

static void assert_refused(struct fixture *f, const char *json, const char *why)
{
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(json, strlen(json), &fault);
	assert_non_null(value);
	assert_null(statement_decode(value, f->small.world, f->small.arena, f->why));
	assert_string_equal(f->why, why);
	jsn_free(value);
}

#define WITH(values, missing)                                                                                          \
	"{\"template\":\"x\",\"lang\":\"en\",\"text\":\"y\",\"values\":" values ",\"missing\":" missing "}"

static void what_is_missing_or_wrong_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(f, "[]", "\"statement\" is no map");
	assert_refused(f, "{\"lang\":\"en\"}", "\"template\" is missing");
	assert_refused(f, "{\"template\":\"x\",\"lang\":\"en\",\"text\":\"y\"}",
	               "a notice has no list of values, or over 200");
	assert_refused(f,
	               "{\"template\":\"x\",\"lang\":\"en\",\"subject\":\"a\\nb\",\"text\":\"y\",\"values\":[],"
	               "\"missing\":[]}",
	               "a notice has a subject of more than one line");
	assert_refused(f, WITH("[7]", "[]"), "a value of a notice is no map");
	assert_refused(f, WITH("[{\"text\":\"a\",\"fact\":\"nobody\"}]", "[]"), "unknown fact \"nobody\"");
	assert_refused(f, WITH("[{\"text\":\"a\",\"value\":3}]", "[]"), "a value of a notice belongs to no fact");
	assert_refused(f, WITH("[{\"fact\":\"people\"}]", "[]"), "\"text\" is missing");
	assert_refused(f, WITH("[{\"text\":\"a\",\"mood\":1}]", "[]"), "a value of a notice has a key that is unknown");
	assert_refused(f, WITH("[]", "[\"WHY\"]"), "a notice misses \"WHY\": no such content");
	assert_refused(f, WITH("[]", "{}"), "a notice has no list of what is missing");
	assert_refused(f, WITH("[]", "[],\"mood\":1"),
	               "a notice has a key that is unknown: this journal was written by a newer drill72");
}

static void a_template_that_is_not_the_one_of_its_hash_is_refused(void **state)
{
	struct fixture *f = *state;
	f->statement.source = "{{other}}";
	assert_refused(f, statement_pack(&f->statement, f->small.world, f->small.arena),
	               "the hash of customer-holding (en) is not that of its template");
	f->statement.sha256 = NULL;
	assert_refused(f, statement_pack(&f->statement, f->small.world, f->small.arena),
	               "the hash of customer-holding (en) is not that of its template");
}

static void a_name_that_is_a_path_is_refused(void **state)
{
	struct fixture *f = *state;
	static const char why[] = "a notice has a template or a language that nothing can be called";
	assert_refused(f, "{\"template\":\"../x\",\"lang\":\"en\",\"text\":\"y\",\"values\":[],\"missing\":[]}", why);
	assert_refused(f, "{\"template\":\"..\",\"lang\":\"en\",\"text\":\"y\",\"values\":[],\"missing\":[]}", why);
	assert_refused(f, "{\"template\":\"x\",\"lang\":\"\",\"text\":\"y\",\"values\":[],\"missing\":[]}", why);
	assert_refused(f, "{\"template\":\"x\",\"lang\":\"e\\u001b\",\"text\":\"y\",\"values\":[],\"missing\":[]}",
	               why);
}

static void a_text_or_a_list_of_values_beyond_bounds_is_refused(void **state)
{
	struct fixture *f = *state;
	struct text many = {0};
	for (int i = 0; i <= STATEMENT_VALUES; i++)
		text_addf(&many, "%s{\"text\":\"a\"}", i ? "," : "");
	assert_refused(f, arena_printf(f->small.arena, WITH("[%s]", "[]"), many.data),
	               "a notice has no list of values, or over 200");
	text_clear(&many);
	for (int i = 0; i <= STATEMENT_TEXT; i++)
		text_add(&many, "a");
	assert_refused(f,
	               arena_printf(f->small.arena,
	                            "{\"template\":\"x\",\"lang\":\"en\",\"text\":\"%s\",\"values\":[],\"missing\":[]}",
	                            many.data),
	               "a notice has a text of over 65536 bytes");
	text_free(&many);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_statement_is_written_so_that_it_can_be_read_on_its_own),
	    TEST(a_moment_is_a_value_with_its_second),
	    TEST(what_is_said_of_data_that_no_fact_is_about_keeps_its_answer),
	    TEST(what_was_packed_is_unpacked_the_same),
	    TEST(what_is_missing_or_wrong_is_refused),
	    TEST(a_template_that_is_not_the_one_of_its_hash_is_refused),
	    TEST(a_name_that_is_a_path_is_refused),
	    TEST(a_text_or_a_list_of_values_beyond_bounds_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
