#include "declared.h"

#include "content/term.h"

static const char *lookup(const void *context, const char *name)
{
	(void)context;
	return strcmp(name, "crm") ? NULL : "HubNest {crm}";
}

static const char *expand(struct told *told, const char *s)
{
	text_clear(&told->out);
	term_expand(s, lookup, NULL, &told->out);
	return told->out.data;
}

static void a_known_term_is_replaced_once(void **state)
{
	assert_string_equal(expand(*state, "In {crm}, or {crm}."), "In HubNest {crm}, or HubNest {crm}.");
	assert_string_equal(expand(*state, "{crm}"), "HubNest {crm}");
}

static void what_is_no_known_term_stays(void **state)
{
	assert_string_equal(expand(*state, "{shop} {} { crm} {crm {{crm}"), "{shop} {} { crm} {crm {HubNest {crm}");
	assert_string_equal(expand(*state, ""), "");
}

static void unknown_terms_are_told_with_the_nearest(void **state)
{
	struct shape_pair pairs[] = {{"crm", "HubNest"}, {"marketplace", "Pasar+"}};
	struct shape_pairs known = {pairs, 2};
	struct shape_reader reader = declared_reader(*state);

	assert_true(term_check(&reader, &known, declared_nodes(*state, "{'a':['{crm}',{'b':'{marketplace} {x y}'}]}")));
	assert_false(term_check(&reader, &known,
	                        declared_nodes(*state, "{'a':['{marketplac}'],'b':{'en':'{zz}','ko':'{mycrm}'}}")));
	assert_told(*state,
	            "f:0:0: unknown term {marketplac}: neither `terms` nor `systems` has it "
	            "(did you mean \"marketplace\"?)\n"
	            "f:0:0: unknown term {zz}: neither `terms` nor `systems` has it\n"
	            "f:0:0: unknown term {mycrm}: neither `terms` nor `systems` has it (did you mean \"crm\"?)\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_known_term_is_replaced_once),
	    told_test(what_is_no_known_term_stays),
	    told_test(unknown_terms_are_told_with_the_nearest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
