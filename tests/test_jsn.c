#include "check.h"
#include "base/jsn.h"

#define BYTES(literal) literal, sizeof(literal) - 1

static void assert_written(const struct jsn *value, const char *expected)
{
	struct text text = {0};
	jsn_write(value, &text);
	assert_string_equal(text.data, expected);
	text_free(&text);
}

static void refused_at(const char *bytes, size_t len, int line, int col, const char *part)
{
	struct jsn_fault fault = {0};
	assert_null(jsn_parse(bytes, len, &fault));
	assert_non_null(strstr(fault.message, part));
	assert_int_equal(fault.line, line);
	assert_int_equal(fault.col, col);
}

static void what_is_written_is_canonical(void **state)
{
	(void)state;
	static const char source[] = " { \"b\" : [ 1 , true, null ], \"a\":\"x\\u00e9\\n\" } ";
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(source, strlen(source), &fault);
	assert_non_null(value);
	assert_written(value, "{\"a\":\"xé\\n\",\"b\":[1,true,null]}");
	jsn_free(value);
}

static void a_lone_value_is_read_and_written(void **state)
{
	(void)state;
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(BYTES("-9223372036854775808"), &fault);
	assert_true(jsn_number(value, 0) == INT64_MIN);
	assert_written(value, "-9223372036854775808");
	jsn_free(value);
	jsn_free(NULL);
}

static void bad_json_is_refused_with_its_place(void **state)
{
	(void)state;
	refused_at(BYTES(""), 1, 1, "end of file");
	refused_at(BYTES("{\"a\":1,\n \"a\":2}"), 2, 4, "duplicate object key");
	refused_at(BYTES("[1] [2]"), 1, 5, "end of file expected");
	refused_at(BYTES("[\"\xff\"]"), 1, 2, "unable to decode byte 0xff");
	refused_at(BYTES("[\"\\u0000\"]"), 1, 9, "\\u0000 is not allowed");
	refused_at(BYTES("[1\0]"), 1, 3, "NUL");
	refused_at(BYTES("[9223372036854775808]"), 1, 20, "too big integer");
	refused_at(BYTES("[1"), 1, 2, "expected");
	refused_at(BYTES("\"abc"), 1, 4, "premature end of input");
}

static void a_fraction_is_refused_with_its_place(void **state)
{
	(void)state;
	refused_at(BYTES("{\"né 1.5\":\n [1, 2.5]}"), 2, 6, "whole numbers only");
	refused_at(BYTES("1e3"), 1, 1, "whole numbers only");
	refused_at(BYTES("[\"a\\\"1.5\",-0.0]"), 1, 11, "whole numbers only");
}

static void sixty_four_levels_pass_and_one_more_does_not(void **state)
{
	(void)state;
	char deep[65 * 2 + 1];
	memset(deep, '[', 65);
	memset(deep + 65, ']', 65);
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(deep + 1, 128, &fault);
	assert_non_null(value);
	jsn_free(value);
	refused_at(deep, 130, 1, 65, "deeper than 64");

	char text[] = "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"";
	value = jsn_parse(text, strlen(text), &fault);
	assert_non_null(value);
	jsn_free(value);
}

static void a_tree_is_made_and_read_back(void **state)
{
	(void)state;
	struct jsn *root = jsn_make(JSN_OBJECT, 7);
	struct jsn *list = jsn_put(root, "list", jsn_make(JSN_ARRAY, 0));
	jsn_put(list, NULL, jsn_make(JSN_INT, -3));
	jsn_put(list, NULL, jsn_make(JSN_BOOL, 5));
	jsn_put(root, "name", jsn_string("old"));
	jsn_put(root, "name", jsn_string("new"));
	jsn_put(root, "none", jsn_string(NULL));
	jsn_put(root, "empty", jsn_make(JSN_STRING, 0));
	assert_written(root, "{\"empty\":\"\",\"list\":[-3,true],\"name\":\"new\",\"none\":null}");

	assert_int_equal(jsn_count(root), 4);
	assert_int_equal(jsn_count(jsn_get(root, "list")), 2);
	assert_int_equal(jsn_number(jsn_at(jsn_get(root, "list"), 0, NULL), 9), -3);
	assert_int_equal(jsn_number(jsn_at(jsn_get(root, "list"), 1, NULL), 9), 1);
	assert_string_equal(jsn_text(jsn_get(root, "name")), "new");
	assert_int_equal(jsn_type(jsn_get(root, "none")), JSN_NULL);
	assert_int_equal(jsn_type(jsn_get(root, "list")), JSN_ARRAY);
	assert_int_equal(jsn_type(jsn_at(list, 1, NULL)), JSN_BOOL);
	assert_int_equal(jsn_type(jsn_at(list, 0, NULL)), JSN_INT);
	assert_int_equal(jsn_type(jsn_get(root, "name")), JSN_STRING);
	assert_int_equal(jsn_type(root), JSN_OBJECT);
	jsn_free(root);
}

static void an_object_is_walked_in_its_stored_order(void **state)
{
	(void)state;
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(BYTES("{\"z\":1,\"a\":2}"), &fault);
	const char *key;
	assert_int_equal(jsn_number(jsn_at(value, 0, &key), 0), 1);
	assert_string_equal(key, "z");
	assert_int_equal(jsn_number(jsn_at(value, 1, &key), 0), 2);
	assert_string_equal(key, "a");
	assert_null(jsn_at(value, 2, &key));
	assert_null(key);
	jsn_free(value);
}

static void nothing_there_is_read_as_nothing(void **state)
{
	(void)state;
	assert_null(jsn_get(NULL, "a"));
	assert_null(jsn_at(NULL, 0, NULL));
	assert_int_equal(jsn_count(NULL), 0);
	assert_int_equal(jsn_type(NULL), JSN_NULL);
	assert_null(jsn_text(NULL));
	assert_int_equal(jsn_number(NULL, 42), 42);
	struct jsn *word = jsn_string("x");
	assert_null(jsn_get(word, "a"));
	assert_int_equal(jsn_count(word), 0);
	assert_int_equal(jsn_number(word, 42), 42);
	assert_null(jsn_put(word, "a", jsn_make(JSN_INT, 1))); /* no container: the value is freed all the same */
	jsn_free(word);
}

static void bad_utf8_is_replaced_before_it_is_stored(void **state)
{
	(void)state;
	struct jsn *root = jsn_make(JSN_OBJECT, 0);
	jsn_put(root, "k\xff", jsn_string("a\xc3(b"));
	assert_written(root, "{\"k\uFFFD\":\"a\uFFFD(b\"}");
	jsn_free(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_written_is_canonical),
	    cmocka_unit_test(a_lone_value_is_read_and_written),
	    cmocka_unit_test(bad_json_is_refused_with_its_place),
	    cmocka_unit_test(a_fraction_is_refused_with_its_place),
	    cmocka_unit_test(sixty_four_levels_pass_and_one_more_does_not),
	    cmocka_unit_test(a_tree_is_made_and_read_back),
	    cmocka_unit_test(an_object_is_walked_in_its_stored_order),
	    cmocka_unit_test(nothing_there_is_read_as_nothing),
	    cmocka_unit_test(bad_utf8_is_replaced_before_it_is_stored),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
