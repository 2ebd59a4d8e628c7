#include "check.h"
#include "told.h"

#include "exercise/voucher.h"

static int own(struct vouchers *vouchers, const char *source)
{
	return vouchers_add(vouchers, (struct voucher){.kind = VOUCHER_OWN, .proof = {.source = source}});
}

static void a_value_has_its_own_voucher_or_its_object_s(void **state)
{
	struct told *told = *state;
	struct vouchers vouchers = {.arena = told->arena};
	struct jsn *object = jsn_make(JSN_OBJECT, 0);
	voucher_back(object, NULL, own(&vouchers, "all"));
	voucher_back(object, "before", own(&vouchers, "one"));
	assert_string_equal(voucher_of(&vouchers, object, "before")->proof.source, "one");
	assert_string_equal(voucher_of(&vouchers, object, "previous.before")->proof.source, "one");
	assert_string_equal(voucher_of(&vouchers, object, "now")->proof.source, "all");
	jsn_free(object);
}

static void what_nobody_backed_has_none(void **state)
{
	struct told *told = *state;
	struct vouchers vouchers = {.arena = told->arena};
	struct jsn *object = jsn_make(JSN_OBJECT, 0);
	assert_null(voucher_of(&vouchers, object, "words"));
	assert_null(voucher_of(&vouchers, NULL, "words"));
	assert_null(voucher_of(&vouchers, NULL, NULL));
	voucher_back(object, "words", 7);
	assert_null(voucher_of(&vouchers, object, "words"));
	jsn_free(object);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_value_has_its_own_voucher_or_its_object_s),
	    told_test(what_nobody_backed_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
