#include "proofed.h"

/* Filed in Korea alone; a first word went to customers. */
static const char *const told[][2] = {
    {"en", "We reported this to the PIPC on 8 March 2026."},
    {"en", "We have notified Korea's Personal Information Protection Commission."},
    {"en", "KISA has been notified."},
    {"en", "We filed a report with the data protection authority in Korea."},
    {"en", "We informed the data protection authority."},
    {"en", "On 6 March we told you about it."},
    {"en", "We have informed our customers."},
    {"zh", "我们已于2026年3月8日向韩国个人信息保护委员会申报。"},
    {"zh", "我们已向监管部门报告。"},
    {"ms", "Kami telah melaporkan perkara ini kepada PIPC pada 8 Mac 2026."},
    {"ms", "Perkara ini telah dilaporkan kepada PIPC."},
    {"ko", "우리는 2026년 3월 8일 개인정보보호위원회에 신고했습니다."},
    {"ko", "KISA에 신고하였습니다."},
};

static const struct {
	const char *lang, *text, *lacks;
} untold[] = {
    {"en", "We notified the PDPC.", "no filing under sg-pdpa is on record"},
    {"en", "We notified the data protection authority in Singapore.", "no filing under sg-pdpa is on record"},
    {"en", "We reported this to the PIPC and the PDPC.", "no filing under sg-pdpa is on record"},
    {"en", "The PDPC has been notified.", "no filing under sg-pdpa is on record"},
    {"en", "We have informed the relevant authorities.", "no filing under sg-pdpa is on record"},
    {"en", "We reported this to the ICO.", "no filing under uk-gdpr is on record"},
    {"en", "We have reported the incident to the police.", "police-report is not logged"},
    {"en", "We informed the PIPC and our insurer.", "notify-insurer is not logged"},
    {"zh", "我们已通知PDPC。", "no filing under sg-pdpa is on record"},
    {"zh", "我们已通知警方。", "police-report is not logged"},
    {"ms", "Kami telah melaporkan kepada Pesuruhjaya Perlindungan Data Peribadi.",
     "no filing under my-pdpa is on record"},
    {"ms", "Kami telah melaporkan perkara ini kepada polis.", "police-report is not logged"},
    {"ko", "싱가포르 개인정보보호위원회에 신고했습니다.", "no filing under sg-pdpa is on record"},
    {"ko", "경찰에 신고하였습니다.", "police-report is not logged"},
};

static void whoever_is_on_record_as_told_may_be_named(void **state)
{
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		const char *said = proofed_as(*state, "n.txt", told[i][0], told[i][1]);
		if (*said)
			fail_msg("%s\n%s", told[i][1], said);
	}
}

static void whoever_no_record_says_we_told_is_an_error(void **state)
{
	for (size_t i = 0; i < sizeof untold / sizeof *untold; i++) {
		struct proofed *p = *state;
		const char *said = proofed_as(p, "n.txt", untold[i].lang, untold[i].text);
		if (p->told.diags.errors != 1 || !strstr(said, untold[i].lacks))
			fail_msg("%s\n%s", untold[i].text, said);
	}
}

static void without_any_filing_none_is_backed(void **state)
{
	struct proofed *p = *state;
	struct matter matter = *p->origin.matter;
	struct matter_clock clocks[8];
	assert_true(matter.nclocks <= 8);
	for (size_t i = 0; i < matter.nclocks; i++) {
		clocks[i] = matter.clocks[i];
		clocks[i].notified = MATTER_NEVER;
	}
	matter.clocks = clocks;
	matter.nwords = 0;
	p->proofread.matter = &matter;
	assert_string_equal(proofed(p, "We informed the data protection authority."),
	                    "1:1: \"We informed the data protection authority.\": no filing is on record\n");
	assert_string_equal(proofed(p, "We have informed our customers."),
	                    "1:1: \"We have informed our customers.\": no notice to customers is on record\n");
}

static void the_day_of_a_filing_is_the_one_on_record(void **state)
{
	assert_string_equal(proofed(*state, "We reported this to the PIPC on 6 March 2026."),
	                    "w 1:33: \"6 March 2026\": the filing is on record at Sun 8 Mar 2026, 18:00\n");
}

static void what_we_wrote_to_readers_was_published_on_that_day(void **state)
{
	assert_string_equal(proofed(*state, "On 6 March we wrote that we were looking into it."), "");
	assert_string_equal(proofed(*state, "We told our customers on 6 March."), "");
	assert_string_equal(proofed(*state, "We told our customers on 5 March."),
	                    "w 1:26: \"5 March\": a notice to customers is on record at Fri 6 Mar 2026, 18:00\n");
}

static void a_contract_s_party_is_known_by_its_own_name(void **state)
{
	assert_string_equal(
	    proofed(*state, "We told Pasar+ about it."),
	    "1:1: no logged action says \"We told Pasar+ about it.\": notify-marketplace is not logged\n");
	assert_string_equal(
	    proofed(*state, "We informed Merlion Mutual."),
	    "1:1: no logged action says \"We informed Merlion Mutual.\": notify-insurer is not logged\n");
}

static void a_telling_that_is_another_action_s_own_words_is_that_action(void **state)
{
	struct proofed *p = *state;
	proofed(p, "We told our staff to keep all records that concern the incident.");
	assert_int_equal(p->told.diags.errors, 1);
	assert_string_equal(proofed(p, "We have been told by the police that they are looking into it."), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(whoever_is_on_record_as_told_may_be_named),
	    proofed_test(whoever_no_record_says_we_told_is_an_error),
	    proofed_test(without_any_filing_none_is_backed),
	    proofed_test(the_day_of_a_filing_is_the_one_on_record),
	    proofed_test(what_we_wrote_to_readers_was_published_on_that_day),
	    proofed_test(a_contract_s_party_is_known_by_its_own_name),
	    proofed_test(a_telling_that_is_another_action_s_own_words_is_that_action),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
