#include "check.h"
#include "told.h"

#include "content/advice.h"

static struct advice *load(struct told *told, const char *bytes)
{
	static const char *both[] = {"en", "zh"};
	const struct shape_texts languages = {both, 2};
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct file file = told_file(bytes);
	return advice_load(&file, &languages, &reader);
}

static const char sound[] = "advice: small\nreviewed: 2026-11-22\ncategories:\n  bank:\n    urgency: 1\n"
                            "    name: { en: bank accounts, zh: 银行账号 }\n"
                            "    harm: { en: Somebody may sound like your bank., zh: 有人可能冒充银行。 }\n"
                            "    steps:\n      - { en: Check your account., zh: 查看账户。 }\n"
                            "remedies:\n  kr-pipa:\n    text: { en: Claim damages., zh: 可要求赔偿。 }\n";

static void a_kind_of_data_is_found_by_its_id(void **state)
{
	const struct advice *advice = load(*state, sound);
	assert_non_null(advice);
	const struct advice_category *bank = advice_category(advice, "bank");
	assert_int_equal(bank->urgency, 1);
	assert_string_equal(yml_in(bank->name, "zh"), "银行账号");
	assert_string_equal(yml_in(bank->steps->pairs[0].value, "en"), "Check your account.");
	assert_null(advice_category(advice, "orders"));
	assert_null(advice_category(advice, NULL));
}

static void a_remedy_serves_the_law_s_later_record_too(void **state)
{
	const struct advice *advice = load(*state, sound);
	assert_non_null(advice_remedy(advice, "kr-pipa"));
	assert_ptr_equal(advice_remedy(advice, "kr-pipa-2026"), advice_remedy(advice, "kr-pipa"));
	assert_null(advice_remedy(advice, "sg-pdpa"));
}

static void an_authority_s_words_are_asked_for_in_every_language_once_given(void **state)
{
	struct told *told = *state;
	assert_null(advice_category(load(told, sound), "bank")->risk);
	assert_null(load(told, "advice: small\nreviewed: 2026-11-22\ncategories:\n  bank:\n    urgency: 1\n"
	                       "    name: { en: bank, zh: 银行 }\n    harm: { en: Calls., zh: 来电。 }\n"
	                       "    risk: { en: Calls to them. }\n    steps: [{ en: Check., zh: 查看。 }]\n"));
	assert_string_equal(told_text(told), "f.yaml:8:11: \"risk\" lacks its text in \"zh\"\n");
}

static void every_fault_is_told_at_its_place(void **state)
{
	struct told *told = *state;
	assert_null(load(told, "advice: small\nreviewed: 2026-11-22\ncategories:\n  bank:\n    urgency: 100\n"
	                       "    name: { en: bank accounts }\n    harm: Somebody may sound like your bank.\n"
	                       "    steps: { en: Check your account. }\n  orders:\n    urgency: 2\n"
	                       "    name: { en: orders, zh: \"\" }\n    harm: { en: x, zh: [y] }\n    steps: []\n"
	                       "remedies:\n  kr-pipa:\n    txt: x\n"));
	assert_string_equal(told_text(told),
	                    "f.yaml:5:14: \"urgency\" is 100; expected 0 to 99\n"
	                    "f.yaml:16:5: unknown key \"txt\" in a remedy (did you mean \"text\"?)\n"
	                    "f.yaml:16:5: a remedy needs \"text\"\n"
	                    "f.yaml:6:11: \"name\" lacks its text in \"zh\"\n"
	                    "f.yaml:7:11: \"harm\": expected texts by language, found a text\n"
	                    "f.yaml:8:12: \"steps\": expected a list of texts by language, found a map\n"
	                    "f.yaml:11:29: \"name\": expected a text in \"zh\", found an empty one\n"
	                    "f.yaml:12:24: \"harm\": expected a text in \"zh\", found a list\n"
	                    "f.yaml:13:12: \"steps\": expected a list of texts by language, found an empty one\n");
}

static void the_shipped_advice_loads(void **state)
{
	struct told *told = *state;
	static const char *english[] = {"en"};
	const struct shape_texts languages = {english, 1};
	const struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct file file;
	assert_true(file_read("comms-templates/advice.yaml", "advice.yaml", told->arena, &told->diags, &file));
	const struct advice *advice = advice_load(&file, &languages, &reader);
	assert_string_equal(told_text(told) ? told_text(told) : "", "");
	assert_non_null(advice);
	assert_non_null(advice_category(advice, "bank"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_kind_of_data_is_found_by_its_id),
	    told_test(a_remedy_serves_the_law_s_later_record_too),
	    told_test(an_authority_s_words_are_asked_for_in_every_language_once_given),
	    told_test(every_fault_is_told_at_its_place),
	    told_test(the_shipped_advice_loads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
