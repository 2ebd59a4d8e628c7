#include "check.h"

#include "base/numeral.h"
#include "base/text.h"

/* Each number of the text as "kind bound value[words][round] |its bytes|". */
static const char *read_all(const char *s, struct text *out)
{
	static const char kinds[] = "n%$", bounds[] = "=~+>-<?";
	struct numeral found;
	text_clear(out);
	for (size_t at = 0; numeral_next(s, strlen(s), at, &found); at = found.to) {
		assert_true(found.from >= at && found.core >= found.from && found.end > found.core &&
		            found.to >= found.end);
		assert_int_equal(found.about, found.bound != NUMERAL_EXACT);
		text_addf(out, "%s%c%c%lld", out->len ? " " : "", kinds[found.kind], bounds[found.bound],
		          (long long)(found.milli / 1000));
		if (found.milli % 1000)
			text_addf(out, ".%03lld", (long long)(found.milli % 1000));
		text_addf(out, "%s%s|%.*s|", found.words ? "w" : "", found.round ? "r" : "",
		          (int)(found.to - found.from), s + found.from);
	}
	return out->data;
}

static const char *const cases[][2] = {
    /* figures */
    {"9,870 people", "n=9870|9,870|"},
    {"9870", "n=9870|9870|"},
    {"9 870 and 9\xc2\xa0"
     "870",
     "n=9870|9 870| n=9870|9\xc2\xa0"
     "870|"},
    {"1,234,567.5", "n=1234567.500|1,234,567.5|"},
    {"in 2026 120 people", "n=2026|2026| n=120|120|"},
    {"９，８７０人", "n=9870|９，８７０|"},
    {"1, 2 and 3", "n=1|1| n=2|2| n=3|3|"},
    {"100-200", "n=100|100| n=200|200|"},
    {"fell by -5", "n=5|-5|"},
    {"99999999999999999999999", "n=1000000000000000|99999999999999999999999|"},
    /* with scales */
    {"9.87 thousand", "n=9870r|9.87 thousand|"},
    {"33.7 million", "n=33700000r|33.7 million|"},
    {"33.7m or 10k", "n=33700000r|33.7m| n=10000|10k|"},
    {"2 hundred thousand", "n=200000|2 hundred thousand|"},
    {"9.87 ribu orang", "n=9870r|9.87 ribu|"},
    {"2 juta", "n=2000000|2 juta|"},
    /* English words */
    {"about ten thousand", "n~10000w|about ten thousand|"},
    {"nine thousand eight hundred and seventy people", "n=9870w|nine thousand eight hundred and seventy|"},
    {"Twenty-four of them", "n=24w|Twenty-four|"},
    {"a hundred and five", "n=105w|hundred and five|"},
    {"thousands of customers", "n?1000w|thousands|"},
    {"tens of thousands of customers", "n?10000w|tens of thousands|"},
    {"百分之1to5March, 百分之7人", "%=7|百分之7|"},
    {"puluhan ribu pelanggan", "n?10000w|puluhan ribu|"},
    {"one or two", "n=1w|one| n=2w|two|"},
    {"two-step sign-in, one-time codes", ""},
    {"none, tender, often, atone", ""},
    {"seven eight", "n=7w|seven| n=8w|eight|"},
    /* bounds */
    {"more than 9,000", "n>9000|more than 9,000|"},
    {"no more than 200", "n-200|no more than 200|"},
    {"9,000+ people", "n+9000|9,000+|"},
    {"over S$900", "$>900|over S$900|"},
    {"turnover 900", "n=900|900|"},
    /* Malay words */
    {"sepuluh ribu", "n=10000w|sepuluh ribu|"},
    {"sembilan ribu lapan ratus tujuh puluh", "n=9870w|sembilan ribu lapan ratus tujuh puluh|"},
    {"lima belas", "n=15w|lima belas|"},
    {"kira-kira seribu orang", "n~1000w|kira-kira seribu|"},
    {"lebih daripada 9,000", "n>9000|lebih daripada 9,000|"},
    /* money and percentages */
    {"S$900", "$=900|S$900|"},
    {"US$1,200.50", "$=1200.500|US$1,200.50|"},
    {"RM 50 and RM50", "$=50|RM 50| $=50|RM50|"},
    {"₩3,000", "$=3000|₩3,000|"},
    {"KRW 624.68bn", "$=624680000000r|KRW 624.68bn|"},
    {"900元", "$=900|900元|"},
    {"3천원", "$=3000|3천원|"},
    {"3만 원", "$=30000|3만 원|"},
    {"900 dollars", "$=900|900 dollars|"},
    {"87%", "%=87|87%|"},
    {"87 per cent", "%=87|87 per cent|"},
    {"12.5 peratus", "%=12.500|12.5 peratus|"},
    {"百分之八十七", "%=87w|百分之八十七|"},
    {"百分之87", "%=87|百分之87|"},
    /* Korean */
    {"3천 명", "n=3000|3천|"},
    {"1만 2천 명", "n=12000|1만 2천|"},
    {"33만", "n=330000|33만|"},
    {"3,370만 개", "n=33700000|3,370만|"},
    {"9천8백7십", "n=9870|9천8백7십|"},
    {"약 9,870명", "n~9870|약 9,870|"},
    {"구천팔백칠십 명", "n=9870w|구천팔백칠십|"},
    {"수천 명의 고객", "n?1000w|수천|"},
    {"두 명", "n=2w|두|"},
    {"회원만 일이 사고 조사 천천히 백업 조회", ""},
    {"9천여 명", "n+9000|9천여|"},
    /* Chinese */
    {"一万", "n=10000w|一万|"},
    {"3千", "n=3000|3千|"},
    {"九千八百七十人", "n=9870w|九千八百七十|"},
    {"12.4万", "n=124000r|12.4万|"},
    {"约一万人", "n~10000w|约一万|"},
    {"1万2千", "n=12000|1万2千|"},
    {"网上9,870人 上万人", "n=9870|9,870| n?10000w|上万|"},
    {"最近12天", "n=12|12|"},
    {"数千名客户", "n?1000w|数千|"},
    {"三名员工", "n=3w|三|"},
    {"一旦 统一 第三方 十分 万一 千万不要 一些", ""},
    {"9000多人", "n+9000|9000多|"},
    {"十二人", "n=12w|十二|"},
    /* no numbers */
    {"INC-2041, T14, 26D, 192.168.0.1, v1.2.3, 24/7, #12, 5th, B2B", ""},
    {"72h and 24-hour", "n=72|72| n=24|24|"},
    {"9870people", "n=9870|9870|"},
    {"", ""},
};

static void numbers_are_read_as_people_write_them(void **state)
{
	struct text out = {0};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		text_add(&out, "");
		const char *got = read_all(cases[i][0], &out);
		if (strcmp(got, cases[i][1]))
			print_error("%s\n  expected %s\n  got      %s\n", cases[i][0], cases[i][1], got);
	}
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_string_equal(read_all(cases[i][0], &out), cases[i][1]);
	}
	text_free(&out);
}

static void a_number_of_the_last_figure_is_known(void **state)
{
	struct numeral n = {.milli = 9870000};
	(void)state;
	assert_int_equal(numeral_step(&n), 10000);
	n.milli = 9875;
	assert_int_equal(numeral_step(&n), 1);
	n.milli = 0;
	assert_int_equal(numeral_step(&n), 1000);
	n.milli = INT64_C(1000000000000000000); /* the largest there is */
	assert_int_equal(numeral_step(&n), INT64_C(1000000000000000000));
}

static void cut_off_bytes_are_no_trouble(void **state)
{
	static const char whole[] = "약 3천 명 ９，８７０ 百分之八十 S$900 about nine thousand";
	(void)state;
	for (size_t len = 0; len < sizeof whole; len++) {
		char *cut = malloc(len + 1);
		struct numeral found;
		memcpy(cut, whole, len);
		for (size_t at = 0; numeral_next(cut, len, at, &found); at = found.to)
			assert_true(found.to <= len && found.to > at);
		free(cut);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_read_as_people_write_them),
	    cmocka_unit_test(a_number_of_the_last_figure_is_known),
	    cmocka_unit_test(cut_off_bytes_are_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
