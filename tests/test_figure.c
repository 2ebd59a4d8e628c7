#include "proofed.h"

static void passes(struct proofed *p, const char *lang, const char *s)
{
	const char *said = proofed_as(p, "n.txt", lang, s);
	if (*said)
		fail_msg("%s\n%s", s, said);
}

static void a_verified_number_passes_in_every_spelling(void **state)
{
	static const char *const english[] = {"The file names 9,870 people.",
	                                      "9870 customers",
	                                      "9 870 people",
	                                      "9.87 thousand people",
	                                      "about ten thousand people",
	                                      "Nine thousand eight hundred and seventy people are in it.",
	                                      "More than 9,000 people are in it.",
	                                      "12,400 rows were exported.",
	                                      "33.67 million accounts, about 33.7 million accounts",
	                                      "People in the file: 9,870",
	                                      "Rows in the file: 12,400",
	                                      "thousands of people",
	                                      "It was searched from 1 January to 5 March 2026."};
	static const char *const others[][2] = {
	    {"zh", "涉及9,870人。"},    {"zh", "共九千八百七十人"},    {"zh", "约一万人"},
	    {"zh", "资料共12,400行。"}, {"zh", "９，８７０名客户"},    {"ko", "고객 9,870명"},
	    {"ko", "약 1만 명"},        {"ko", "1만 2,400행"},         {"ko", "3,367만 개 계정"},
	    {"ms", "9,870 orang"},      {"ms", "9.87 ribu pelanggan"}, {"ms", "kira-kira sepuluh ribu orang"}};
	for (size_t i = 0; i < sizeof english / sizeof *english; i++)
		passes(*state, "en", english[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		passes(*state, others[i][0], others[i][1]);
}

static void what_nobody_verified_is_told_with_the_nearest_fact(void **state)
{
	assert_string_equal(proofed(*state, "We know of 9,780 people."),
	                    "1:12: nothing verified says \"9,780\": people is 9,870 people, verified in "
	                    "tests/notices/facts.yaml:21\n");
	assert_string_equal(proofed(*state, "Of them\n88% live here."),
	                    "2:1: nothing verified says \"88%\": no percentage is verified\n");
	assert_string_equal(proofed(*state, "S$1,000 was lost."),
	                    "1:1: nothing verified says \"S$1,000\": no sum of money is verified\n");
}

static void rows_are_not_people(void **state)
{
	assert_string_equal(proofed(*state, "12,400 customers are in the file."),
	                    "1:1: nothing verified says \"12,400\" of people: rows is 12,400 rows, verified in "
	                    "tests/notices/facts.yaml:28: rows are not people\n");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "고객 12,400명"),
	                    "1:4: nothing verified says \"12,400\" of people: rows is 12,400 rows, verified in "
	                    "tests/notices/facts.yaml:28: rows are not people\n");
	assert_string_equal(proofed_as(*state, "n.txt", "zh", "共9,870行"),
	                    "1:2: nothing verified says \"9,870\" of rows: people is 9,870 people, verified in "
	                    "tests/notices/facts.yaml:21: people are not rows\n");
}

static void what_follows_in_another_place_is_not_what_was_counted(void **state)
{
	passes(*state, "en", "9,870 are in the file, 9,870 of our own customers, 12,400 from rows.");
}

static void how_many_customers_there_are_proves_nothing(void **state)
{
	assert_string_equal(proofed(*state, "41,200 customers are concerned."),
	                    "1:1: nothing verified says \"41,200\": people is 9,870 people, verified in "
	                    "tests/notices/facts.yaml:21\n");
}

static void a_number_of_a_verified_text_proves_that_text_alone(void **state)
{
	static const char *const wrong[][2] = {{"en", "87% of our customers were told."},
	                                       {"en", "S$900 was lost."},
	                                       {"en", "14 people were affected."},
	                                       {"en", "7,010 people in Korea were affected."},
	                                       {"en", "It happened on 1 January 2026."},
	                                       {"zh", "87%的客户"},
	                                       {"ms", "87 peratus"}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct proofed *p = *state;
		proofed_as(p, "n.txt", wrong[i][0], wrong[i][1]);
		if (!p->told.diags.errors)
			fail_msg("%s passed", wrong[i][1]);
	}
	passes(*state, "en", "In 87% of the cases two passwords were the same, and S$900 was paid.");
	passes(*state, "zh", "在87%的情况下，两个密码相同。");
	passes(*state, "en", "Searched: the export's 14 columns.");
}

static void what_is_only_claimed_says_so(void **state)
{
	assert_string_equal(
	    proofed(*state, "He kept the data of 200 people."),
	    "1:21: \"200\" is claimed, not verified: kept, claimed in tests/notices/facts.yaml:41 by the "
	    "former employee\n");
	passes(*state, "en",
	       "- People whose data he still has: 200. Said by the former employee, his mail of 6 March.");
}

static void a_round_number_must_be_what_rounding_gives(void **state)
{
	static const char *const wrong[] = {"about 9,000 people",     "ten thousand people", "33.6 million accounts",
	                                    "more than 5,000 people", "up to 50,000 people", "hundreds of people"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_string_not_equal(proofed(*state, wrong[i]), "");
}

static void what_passes_as_rounded_says_of_what(void **state)
{
	struct proofed *p = *state;
	assert_string_equal(proofed(p, "About 10,000 people are in the file."), "");
	assert_non_null(strstr(p->notes.data, "n.txt:1:1: note: \"About 10,000\" passes as a rounded figure: people is "
	                                      "9,870 people, verified in tests/notices/facts.yaml:"));
	proofed(p, "9,870 people are in the file.");
	assert_null(strstr(p->notes.data, "rounded"));
}

static void a_number_about_ourselves_has_a_way_forward(void **state)
{
	struct proofed *p = *state;
	assert_string_equal(proofed(p, "We are a shop of twelve people."), "");
	assert_string_equal(proofed_as(p, "n.txt", "zh", "我们是一家12人的小店。"), "");
	assert_string_equal(proofed_as(p, "n.txt", "ko", "저희는 12명의 작은 가게입니다."), "");
	proofed(p, "We have 12 people in the warehouse.");
	assert_string_equal(p->told.diags.v[p->told.diags.n - 1].hint,
	                    "if it is about yourselves, verify a text fact in these words");
	proofed(p, "It concerns 12 people.");
	assert_null(p->told.diags.v[0].hint);
}

static void what_was_said_before_passes_as_such_only(void **state)
{
	passes(*state, "en", "We said 4,500 accounts. Now confirmed: 33,670,000 accounts.");
	assert_string_equal(proofed(*state, "4,500 accounts are concerned."),
	                    "1:1: \"4,500\" no longer holds: accounts is 33,670,000 accounts, verified in "
	                    "tests/notices/facts.yaml:35\n");
}

static void dates_and_times_need_an_instant(void **state)
{
	static const char *const known[] = {"5 March 2026, 11:10 pm",
	                                    "on 2026-03-05 at 23:10",
	                                    "at 22:20",
	                                    "05/03/2026",
	                                    "in March 2026",
	                                    "2026",
	                                    "6 March, 6 pm",
	                                    "Our next update comes on 10 March at 6 pm.",
	                                    "9 March 2026",
	                                    "We will write to you by 12 March."};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		passes(*state, "en", known[i]);
	passes(*state, "zh", "2026年3月5日23时10分");
	passes(*state, "ko", "2026년 3월 5일 오후 11시 10분");
	passes(*state, "ms", "5 Mac 2026, 11.10 malam");
	assert_string_equal(
	    proofed(*state, "It was open on 3 March 2026."),
	    "1:16: nothing is recorded at \"3 March 2026\": nearest is occurred, Wed 4 Mar 2026, 22:18\n");
	assert_string_equal(proofed(*state, "On 5 March at 10:20 am it was off."),
	                    "1:4: nothing is recorded at \"5 March at 10:20 am\": nearest is detected, Thu 5 Mar 2026, "
	                    "21:40\n");
}

static void a_share_of_all_and_an_impossible_date_are_told(void **state)
{
	static const char *const wrong[][2] = {{"en", "Half of our customers are in the file."},
	                                       {"en", "It concerns a third of you."},
	                                       {"en", "Almost all of our customers are concerned."},
	                                       {"zh", "几乎所有客户"},
	                                       {"ms", "hampir semua pelanggan"},
	                                       {"ko", "거의 모든 고객"},
	                                       {"en", "A quarter of the rows"},
	                                       {"en", "tens of thousands of people"},
	                                       {"zh", "三成客户"},
	                                       {"zh", "一半的客户"},
	                                       {"ms", "separuh pelanggan"},
	                                       {"ko", "고객의 절반"}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct proofed *p = *state;
		proofed_as(p, "n.txt", wrong[i][0], wrong[i][1]);
		if (p->told.diags.errors != 1)
			fail_msg("%s: %zu errors", wrong[i][1], p->told.diags.errors);
	}
	assert_string_equal(proofed(*state, "It ended on 31/02/2026."),
	                    "1:13: there is no such date as \"31/02/2026\"\n");
	assert_string_equal(proofed(*state, "It took half an hour to write. A third person is on call."), "");
}

static void what_claims_nothing_is_left_alone(void **state)
{
	static const char *const fine[] = {"1. Change your password.\n2. Tell your bank.\n3. Wait.",
	                                   "2. What we know\n\nNothing.",
	                                   "Call +65 5550 0101 or write to privacy@kopikain.example.",
	                                   "See ticket INC-2041 and order #5512.",
	                                   "Article 33 of the law, sections 26A to 26E, and reg. 4 and 5.",
	                                   "The law gives us 72 hours.",
	                                   "We will tell you more within 5 days.",
	                                   "Turn on two-step sign-in. One of us will call.",
	                                   "Personal Data Protection Act 2012 (Singapore)",
	                                   "https://kopikain.example/2041/99",
	                                   "We are open 24/7.",
	                                   "Version 3 of this text, step 4."};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		passes(*state, "en", fine[i]);
}

static void a_korean_ordinal_counts_nothing(void **state)
{
	struct proofed *p = *state;
	passes(p, "ko", "2차 피해에 주의해 주십시오. 제2조에 따른 두 번째 안내입니다.");
	proofed_as(p, "n.txt", "ko", "2차례 유출되었습니다.");
	assert_int_equal(p->told.diags.errors, 1);
}

static void a_list_number_is_none_in_the_middle_of_a_paragraph(void **state)
{
	assert_string_not_equal(proofed(*state, "The people concerned number no fewer than the figure we had of\n"
	                                        "77. They were told."),
	                        "");
}

static void every_claim_is_a_value_of_the_statement(void **state)
{
	struct proofed *p = *state;
	proofed(p, "9,870 people, not 88%, and 12,400 rows, 9,870 people. We switched off the account concerned.");
	assert_int_equal(p->values.nvalues, 4);
	assert_string_equal(p->values.values[0].text, "We switched off the account concerned.");
	assert_int_equal(p->values.values[0].fact, NAMES_NONE);
	assert_string_equal(names_id(&p->origin.matter->world->names, NAMES_ACTION, p->values.values[0].action),
	                    "suspend-account");
	assert_int_equal(p->values.values[1].value, 9870);
	assert_string_equal(p->values.values[2].text, "88%");
	assert_int_equal(p->values.values[2].fact, NAMES_NONE);
	assert_int_equal(p->values.values[2].value, SHAPE_UNSET);
	assert_int_equal(p->values.values[3].value, 12400);
}

static void a_verified_text_is_a_value_too(void **state)
{
	struct proofed *p = *state;
	proofed(p, "In 87% of the cases two passwords were the\nsame, and S$900 was paid.");
	assert_int_equal(p->values.nvalues, 1);
	assert_memory_equal(p->values.values[0].text, "In 87%", 6);
	assert_int_equal(p->values.values[0].value, SHAPE_UNSET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(a_verified_number_passes_in_every_spelling),
	    proofed_test(what_nobody_verified_is_told_with_the_nearest_fact),
	    proofed_test(rows_are_not_people),
	    proofed_test(what_follows_in_another_place_is_not_what_was_counted),
	    proofed_test(how_many_customers_there_are_proves_nothing),
	    proofed_test(a_number_of_a_verified_text_proves_that_text_alone),
	    proofed_test(what_is_only_claimed_says_so),
	    proofed_test(a_round_number_must_be_what_rounding_gives),
	    proofed_test(what_passes_as_rounded_says_of_what),
	    proofed_test(a_number_about_ourselves_has_a_way_forward),
	    proofed_test(what_was_said_before_passes_as_such_only),
	    proofed_test(dates_and_times_need_an_instant),
	    proofed_test(a_share_of_all_and_an_impossible_date_are_told),
	    proofed_test(what_claims_nothing_is_left_alone),
	    proofed_test(a_korean_ordinal_counts_nothing),
	    proofed_test(a_list_number_is_none_in_the_middle_of_a_paragraph),
	    proofed_test(a_verified_text_is_a_value_too),
	    proofed_test(every_claim_is_a_value_of_the_statement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
