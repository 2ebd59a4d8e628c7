#include "proofed.h"

/* cards are verified as not involved, birth dates are not verified, nothing is about the others. */
static const char *const fine[][2] = {
    {"en", "Card numbers were not involved."},
    {"en", "Your card details are safe."},
    {"en", "No credit card was affected."},
    {"en", "It is not known whether birth dates were involved."},
    {"en", "Were my bank details involved?"},
    {"en", "Card numbers were not taken, but we do not know yet whether dates of birth were."},
    {"en", "Change your password. Do not send us your password."},
    {"en", "9,870 people must choose a new password."},
    {"en", "Nobody got card numbers. The file does not contain card numbers."},
    {"en", "The IP addresses in the file are ours."},
    {"ms", "Alamat IP itu tidak terlibat."},
    {"ko", "파일에 IP 주소가 들어 있습니다."},
    {"zh", "请9,870名客户更改密码。"},
    {"ko", "고객 9,870명의 비밀번호를 변경해 주시기 바랍니다."},
    {"zh", "银行卡号未受影响。"},
    {"zh", "尚不清楚是否涉及出生日期。"},
    {"ms", "Nombor kad tidak terlibat."},
    {"ko", "카드 번호는 유출되지 않았습니다."},
    {"ko", "생년월일이 포함되었는지는 아직 확인하지 못했습니다."},
};

static const char *const wrong[][2] = {
    {"en", "No addresses were taken."},
    {"en", "Addresses were not in the file."},
    {"en", "PINs were not in the file."},
    {"en", "No debit cards and no addresses were in the file."},
    {"zh", "没有地址被泄露。"},
    {"ms", "Alamat tidak terlibat."},
    {"ko", "주소는 유출되지 않았습니다."},
    {"en", "Birth dates were not involved."},
    {"en", "Your date of birth is safe."},
    {"en", "Your bank details are safe."},
    {"en", "Email addresses and dates of birth were exported."},
    {"en", "9,870 people lost their passwords."},
    {"en", "9,870 people gave up their passwords."},
    {"en", "Hackers have 9,870 passwords."},
    {"en", "Your passwords fell into the wrong hands."},
    {"en", "Card numbers ended up on Telegram."},
    {"en", "The file contains your password."},
    {"zh", "9,870人丢了密码。"},
    {"zh", "该文件含有您的密码。"},
    {"zh", "黑客有9,870个密码。"},
    {"ms", "9,870 orang kehilangan kata laluan."},
    {"ms", "Fail itu mengandungi kata laluan."},
    {"ko", "파일에 비밀번호가 들어 있습니다."},
    {"ko", "비밀번호가 새어 나갔습니다."},
    {"ko", "해커가 비밀번호 9,870개를 얻었습니다."},
    {"en", "Card numbers were involved."},
    {"en", "Card numbers were exported, and we are sorry."},
    {"en", "None of your passwords were stolen."},
    {"en", "No personal data was accessed."},
    {"en", "Card numbers and dates of birth were not affected."},
    {"en", "Card numbers were not involved, but your dates of birth were taken."},
    {"zh", "出生日期未受影响。"},
    {"zh", "您的银行账号是安全的。"},
    {"zh", "银行卡号已外泄。"},
    {"ms", "Tarikh lahir tidak terlibat."},
    {"ms", "Akaun bank anda selamat."},
    {"ko", "생년월일은 포함되지 않았습니다."},
    {"ko", "계좌번호는 안전합니다."},
};

static void what_is_verified_of_a_kind_of_data_may_be_said(void **state)
{
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		struct proofed *p = *state;
		const char *said = proofed_as(p, "n.txt", fine[i][0], fine[i][1]);
		if (p->told.diags.errors)
			fail_msg("%s\n%s", fine[i][1], said);
	}
}

static void what_is_not_verified_of_it_is_an_error(void **state)
{
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct proofed *p = *state;
		proofed_as(p, "n.txt", wrong[i][0], wrong[i][1]);
		if (p->told.diags.errors != 1)
			fail_msg("%s: %zu errors", wrong[i][1], p->told.diags.errors);
	}
}

static void the_fact_that_says_otherwise_is_named(void **state)
{
	assert_string_equal(
	    proofed(*state, "Birth dates were not involved."),
	    "1:22: \"Birth dates were not involved.\": whether birthdays is involved is not verified\n");
	assert_string_equal(proofed(*state, "Card numbers were exported."),
	                    "1:19: \"Card numbers were exported.\": cards is not_involved, verified in "
	                    "tests/notices/facts.yaml:58\n");
	assert_string_equal(proofed(*state, "Your passwords are not affected."),
	                    "1:24: \"Your passwords are not affected.\": no fact is about logins\n");
	assert_string_equal(proofed(*state, "No email addresses were taken."),
	                    "1:25: \"No email addresses were taken.\": no fact is about contact\n");
}

static void what_was_said_of_a_kind_is_a_value(void **state)
{
	struct proofed *p = *state;
	proofed(p, "Birth dates were not involved. Card numbers were not involved.");
	assert_int_equal(p->values.nvalues, 2);
	assert_int_equal(p->values.values[0].value, STORY_NOT_INVOLVED);
	assert_int_equal(p->values.values[0].turn, 0);
	assert_int_equal(p->values.values[1].value, STORY_NOT_INVOLVED);
	proofed(p, "Your passwords are not affected.");
	assert_int_equal(p->values.values[0].fact, NAMES_NONE);
	assert_int_equal(p->values.values[0].value, STORY_NOT_INVOLVED);
}

/* Card numbers are not involved, dates of birth may be. */
static void what_a_question_takes_for_granted_is_said(void **state)
{
	assert_string_not_equal(proofed(*state, "It is not known yet why card numbers were stolen."), "");
	assert_string_equal(proofed(*state, "It is not known yet whether dates of birth were stolen."), "");
	assert_string_equal(proofed(*state, "We do not know how, or whether, dates of birth were stolen."), "");
	assert_string_not_equal(proofed_as(*state, "n.txt", "zh", "银行卡号为何被盗，尚不清楚。"), "");
	assert_string_not_equal(proofed_as(*state, "n.txt", "ms", "Kami belum tahu mengapa nombor kad dicuri."), "");
	assert_string_not_equal(proofed_as(*state, "n.txt", "ko", "카드 번호가 왜 유출되었는지 아직 알 수 없습니다."),
	                        "");
}

static void what_is_not_involved_is_not_counted(void **state)
{
	assert_string_equal(proofed(*state, "Card numbers were not involved."), "");
	assert_string_equal(proofed(*state, "9,870 card numbers were not involved."),
	                    "1:1: \"9,870 card numbers were not involved.\": nothing verified counts what is not "
	                    "involved\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(what_is_verified_of_a_kind_of_data_may_be_said),
	    proofed_test(what_is_not_verified_of_it_is_an_error),
	    proofed_test(the_fact_that_says_otherwise_is_named),
	    proofed_test(what_was_said_of_a_kind_is_a_value),
	    proofed_test(what_a_question_takes_for_granted_is_said),
	    proofed_test(what_is_not_involved_is_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
