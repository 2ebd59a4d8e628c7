#include "check.h"
#include "told.h"

#include "desk/check_code.h"
#include "desk/check_export.h"

/* The export of one file with an error and a warning. */
static const char *list_of(struct told *told, enum check_export_form form)
{
	struct check_export export = check_export_new(form);
	diag_error(&told->diags, (struct diag_place){"my folder/a.lua", 3, 7}, "it\033 is wrong");
	check_code_tell(&told->diags, "never-opened", (struct diag_place){"my folder/a.lua", 9, 0}, "nothing asks it");
	check_code_complete(&told->diags);
	check_export_add(&export, "my folder/a.lua", &told->diags);
	jsn_write(export.document, &told->out);
	jsn_free(export.document);
	return told->out.data;
}

static void json_holds_every_finding_with_its_place_code_and_severity(void **state)
{
	assert_string_equal(
	    list_of(*state, CHECK_EXPORT_JSON),
	    "{\"files\":[{\"errors\":1,\"file\":\"my folder/a.lua\",\"notes\":0,\"untold\":0,\"warnings\":1}],"
	    "\"findings\":["
	    "{\"code\":\"refused\",\"col\":7,\"file\":\"my folder/a.lua\",\"hint\":null,\"line\":3,"
	    "\"message\":\"it\xef\xbf\xbd is wrong\",\"severity\":\"error\"},"
	    "{\"code\":\"never-opened\",\"col\":null,\"file\":\"my folder/a.lua\","
	    "\"hint\":\"name it in the `opens` of an inject, an option or an `at`\",\"line\":9,"
	    "\"message\":\"nothing asks it\",\"severity\":\"warning\"}],\"format\":1}");
}

static struct jsn *parsed(const char *bytes)
{
	struct jsn_fault fault;
	struct jsn *value = jsn_parse(bytes, strlen(bytes), &fault);
	if (!value)
		fail_msg("%d:%d: %s", fault.line, fault.col, fault.message);
	return value;
}

static const struct jsn *at(const struct jsn *list, size_t i)
{
	return jsn_at(list, i, NULL);
}

static void assert_text(const struct jsn *object, const char *key, const char *text)
{
	assert_non_null(jsn_text(jsn_get(object, key)));
	assert_string_equal(jsn_text(jsn_get(object, key)), text);
}

/* SARIF 2.1.0, section 3.13 on: version, one run with a named driver, rules by unique id. */
static void sarif_names_its_version_its_tool_and_every_rule(void **state)
{
	struct jsn *document = parsed(list_of(*state, CHECK_EXPORT_SARIF));
	const struct jsn *run = at(jsn_get(document, "runs"), 0);
	const struct jsn *driver = jsn_get(jsn_get(run, "tool"), "driver"), *rules = jsn_get(driver, "rules");
	size_t n = 0;
	assert_text(document, "version", "2.1.0");
	assert_int_equal(jsn_count(jsn_get(document, "runs")), 1);
	assert_text(driver, "name", "drill72");
	assert_text(run, "columnKind", "unicodeCodePoints");
	assert_text(jsn_get(at(jsn_get(run, "artifacts"), 0), "location"), "uri", "my%20folder/a.lua");
	for (; check_code_at(n); n++) {
		assert_text(at(rules, n), "id", check_code_at(n)->id);
		assert_text(jsn_get(at(rules, n), "shortDescription"), "text", check_code_at(n)->meaning);
		assert_text(jsn_get(at(rules, n), "defaultConfiguration"), "level",
		            check_code_level(check_code_at(n)->level));
	}
	assert_int_equal(jsn_count(rules), n);
	jsn_free(document);
}

/* Section 3.8: what the format has no word for stands in a bag of properties. */
static void tests_are_a_list_of_the_document_and_in_sarif_a_property_of_its_run(void **state)
{
	(void)state;
	for (int form = CHECK_EXPORT_JSON; form <= CHECK_EXPORT_SARIF; form++) {
		struct check_export export = check_export_new((enum check_export_form)form);
		const struct jsn *run =
		    form == CHECK_EXPORT_JSON ? export.document : at(jsn_get(export.document, "runs"), 0);
		assert_null(jsn_get(export.document, "tests")); /* of a check that plays none */
		assert_null(jsn_get(run, "properties"));
		struct jsn *tests = check_export_tests(&export);
		assert_ptr_equal(check_export_tests(&export), tests);
		const struct jsn *holder = form == CHECK_EXPORT_JSON ? run : jsn_get(run, "properties");
		assert_ptr_equal(jsn_get(holder, "tests"), tests);
		jsn_free(export.document);
	}
}

/* Sections 3.27 to 3.30: a result points at its rule; a region's numbers count from 1 and unknown ones are left out. */
static void a_sarif_result_points_at_its_rule_and_its_place(void **state)
{
	struct jsn *document = parsed(list_of(*state, CHECK_EXPORT_SARIF));
	const struct jsn *run = at(jsn_get(document, "runs"), 0), *results = jsn_get(run, "results");
	assert_int_equal(jsn_count(results), 2);
	for (size_t i = 0; i < 2; i++) {
		const struct jsn *result = at(results, i);
		const struct jsn *place = jsn_get(at(jsn_get(result, "locations"), 0), "physicalLocation");
		int64_t rule = jsn_number(jsn_get(result, "ruleIndex"), -1);
		assert_text(result, "ruleId", i ? "never-opened" : "refused");
		assert_text(result, "ruleId", check_code_at((size_t)rule)->id);
		assert_text(result, "level", i ? "warning" : "error");
		assert_text(jsn_get(place, "artifactLocation"), "uri", "my%20folder/a.lua");
		assert_int_equal(jsn_number(jsn_get(jsn_get(place, "region"), "startLine"), 0), i ? 9 : 3);
		assert_int_equal(jsn_number(jsn_get(jsn_get(place, "region"), "startColumn"), 0), i ? 0 : 7);
	}
	assert_text(jsn_get(at(results, 1), "message"), "text",
	            "nothing asks it; name it in the `opens` of an inject, an option or an `at`");
	jsn_free(document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(json_holds_every_finding_with_its_place_code_and_severity),
	    told_test(sarif_names_its_version_its_tool_and_every_rule),
	    told_test(tests_are_a_list_of_the_document_and_in_sarif_a_property_of_its_run),
	    told_test(a_sarif_result_points_at_its_rule_and_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
