#include "declared.h"

#include "content/declaration.h"

static const struct declaration_kind kinds[] = {{"inject", false}, {"at", true}, {NULL, false}};

static bool read(struct told *told, const char *json, struct declarations out[2])
{
	struct shape_reader reader = declared_reader(told);

	out[0] = out[1] = (struct declarations){0};
	return declaration_read(&reader, declared_nodes(told, json), kinds, out);
}

static void declarations_are_sorted_by_kind(void **state)
{
	struct declarations out[2];

	assert_true(read(*state,
	                 "[{'kind':'at','id':'2h','body':{}},{'kind':'inject','id':'b','body':{}},"
	                 "{'kind':'inject','id':'a','body':true},{'kind':'at','id':'2h','body':{}}]",
	                 out));
	assert_int_equal(out[0].n, 2);
	assert_string_equal(out[0].v[0].id, "b");
	assert_string_equal(out[0].v[1].id, "a");
	assert_int_equal(out[0].v[1].body->type, YML_BOOL);
	assert_int_equal(out[1].n, 2);
	assert_int_equal(out[1].v[0].nth, 1);
	assert_int_equal(out[1].v[1].nth, 2);
}

static void an_id_used_twice_is_told(void **state)
{
	struct declarations out[2];

	assert_false(read(*state, "[{'kind':'inject','id':'b','body':{}},{'kind':'inject','id':'b','body':{}}]", out));
	assert_told(*state, "f:0:0: an id used twice: inject \"b\" stands on line 0 already\n");
	assert_int_equal(out[0].n, 1);
}

static void what_is_no_declaration_is_told(void **state)
{
	struct declarations out[2];

	assert_false(read(*state, "[{'kind':'injekt','id':'b','body':{}}]", out));
	assert_false(read(*state, "[{'kind':'inject','id':'b'}]", out));
	assert_false(read(*state, "[{'kind':'inject','id':'A b','body':{}}]", out));
	assert_int_equal(((struct told *)*state)->diags.errors, 3);
	assert_false(read(*state, "{'kind':'inject'}", out));
	assert_int_equal(((struct told *)*state)->diags.errors, 4);
}

/* Its body is read all the same, and every fault in it told. */
static void a_name_that_is_no_id_is_told_with_one_that_is(void **state)
{
	struct declarations out[2];

	assert_false(read(*state, "[{'kind':'inject','id':' Late_Parcel!','body':{}}]", out));
	assert_told(*state, "f:0:0: \" Late_Parcel!\" is no id: use lower-case letters, digits and hyphens, at most 48 "
	                    "(write late-parcel)\n");
	assert_int_equal(out[0].n, 1);
}

static void there_is_an_end_to_declaring(void **state)
{
	struct declarations out[2];
	struct text json = {0};

	text_add(&json, "[");
	for (int i = 0; i <= DECLARATION_MOST; i++)
		text_addf(&json, "%s{'kind':'inject','id':'i%d','body':{}}", i ? "," : "", i);
	text_add(&json, "]");
	assert_false(read(*state, json.data, out));
	assert_int_equal(out[0].n, DECLARATION_MOST);
	text_free(&json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(declarations_are_sorted_by_kind), told_test(an_id_used_twice_is_told),
	    told_test(what_is_no_declaration_is_told),  told_test(a_name_that_is_no_id_is_told_with_one_that_is),
	    told_test(there_is_an_end_to_declaring),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
