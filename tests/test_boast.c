#include "proofed.h"

/* Light editing of what was logged. */
static const char *const same[][2] = {
    {"en", "We switched off the account concerned."},
    {"en", "We have switched off the account concerned."},
    {"en", "On 5 March at 10:20 pm we switched off the account."},
    {"en", "We've now switched the account concerned off."},
    {"en", "Our team has switched off the account concerned, so that nobody can use it."},
    {"en", "We immediately made copies of the system logs."},
    {"en", "We have stopped the routine deletion of our old logs."},
    {"en", "We switched off the account concerned and made copies of the system logs."},
    {"en", "We switched off the account concerned, and we have not found another one."},
    {"en", "We have switched off the account concerned, and our team made copies of the system logs."},
    {"en", "We opened an incident and put one person in charge."},
    {"en", "We withdrew the access keys that were linked to the account concerned."},
    {"en", "We have changed staff passwords on the systems concerned."},
    {"en", "The account concerned was switched off."},
    {"zh", "我们已停用相关账号。"},
    {"zh", "我们已停用该相关账号，以免再被使用。"},
    {"zh", "我们已撤销与相关账号关联的访问密钥。"},
    {"ms", "Kami telah menggantung akaun yang terlibat itu."},
    {"ko", "해당 계정의 사용을 즉시 정지했습니다."},
    /* in other words of overclaims.yaml */
    {"en", "We suspended the account."},
    {"en", "We disabled the account."},
    {"en", "We blocked the account."},
    {"en", "We saved copies of the logs."},
    {"zh", "我们已保存系统日志的副本。"},
    {"ms", "Kami telah menyimpan salinan log sistem."},
    {"ko", "해당 계정을 차단했습니다."},
    {"ko", "해당 계정의 사용을 정지했고 시스템 로그의 사본을 확보했습니다."},
};

/* Another deed, whoever did it. */
static const char *const other[][2] = {
    {"en", "We have deleted the account concerned."},
    {"en", "We deleted all copies of the file."},
    {"en", "We switched off the account concerned and wiped the laptop."},
    {"en", "We switched off customer data exports."},
    {"en", "We changed the passwords of every customer."},
    {"en", "We changed the customer passwords on the systems concerned."},
    {"zh", "我们已更改相关系统的客户密码。"},
    {"ko", "관련 시스템의 고객 비밀번호를 변경했습니다."},
    {"en", "We blocked the attacker's account on Telegram."},
    {"en", "We suspended the accounts of all customers."},
    {"en", "We copied the customer records."},
    {"ko", "모든 고객의 계정을 차단했습니다."},
    {"ms", "Kami telah menukar kata laluan pelanggan bagi sistem yang terlibat."},
    {"en", "We have secured our systems."},
    {"en", "We were able to recover the file."},
    {"en", "We switched off the account concerned, and we have deleted the data."},
    {"en", "The account was found and we deleted it."},
    {"zh", "我们已停用相关账号，我们也已删除资料。"},
    {"en", "Our engineers fixed the hole, tested it and hired an expert."},
    {"en", "We've reported this to the police."},
    {"en", "We notified the Personal Data Protection Commission in Singapore."},
    {"en", "We confirm that we have erased all data."},
    {"zh", "我们已删除相关账号。"},
    {"zh", "我们已报警。"},
    {"zh", "我们已停用相关账号，并更改了所有客户的密码。"},
    {"ms", "Kami telah memadam semua data pelanggan."},
    {"ko", "모든 고객의 비밀번호를 변경했습니다."},
    {"en", "We immediately told the banks."},
    {"en", "We at once closed the account of every customer."},
    {"en", "The police were informed."},
    {"en", "The attacker has been blocked."},
    {"en", "The customer passwords have now been reset."},
    {"zh", "我们聘请了专家。"},
    {"zh", "本公司删除了资料。"},
    {"zh", "资料已被删除。"},
    {"ms", "Kami memadam fail itu semalam."},
    {"ms", "Fail telah dipadam oleh kami."},
    {"ko", "파일을 지웠습니다."},
    {"zh", "已报警。"},
    {"zh", "警方已获通知。"},
    {"ko", "해커를 차단하였습니다."},
    {"ko", "해커가 접속했지만 계정을 모두 지웠습니다."},
    {"ko", "퇴사자가 내려받은 파일을 저희가 삭제했습니다."},
    {"ko", "모든 보안 수준을 높였습니다."},
    {"ko", "외부 접속을 전부 막았습니다."},
    {"ko", "계정을 모두 지웠고, 아직 원인을 확인하지 못했습니다."},
    {"ko", "같은 파일이 있는 것을 확인하고 모두 지웠습니다."},
    {"ko", "해당 계정의 사용을 정지했으며 노트북을 초기화했습니다."},
};

/* No deed at all. */
static const char *const none[][2] = {
    {"en", "We are investigating. We will write by 10 March. We have not finished."},
    {"en", "What we did"},
    {"en", "Have we deleted it? Customers who we informed can call. If we have found it, we will say so."},
    {"en", "Keep the logs of what you and we exchanged."},
    {"en", "We have found no other file. We have no reason to think so. We have to wait."},
    {"en", "We learned of it on 5 March. We received a message. We need time."},
    {"en", "We are sorry. We were told so. We hold your name."},
    {"en", "A former employee deleted the file."},
    {"en", "Copies were deleted by a former employee. The file that was deleted is gone. It will be reset."},
    {"zh", "为了帮助您了解情况，我们写信给您。我们的客户。我们收到了一封邮件。"},
    {"ko", "파일이 있었습니다. 사고가 발생했습니다."},
    {"zh", "我们正在调查。我们将于3月10日再次通知。我们尚未查明原因。"},
    {"ms", "Kami sedang menyiasat. Kami akan menulis lagi. Kami belum pasti."},
    {"ko", "현재 조사하고 있습니다. 다시 안내해 드리겠습니다. 아직 확인하지 못했습니다."},
    {"ko", "조사 중이었습니다. 차단되지 않은 상태였습니다. 저희의 실수였습니다."},
    {"ko", "사고가 발생하였습니다. 안내가 늦어졌습니다. 문제가 생겼습니다."},
    {"ko", "저희는 3월 5일에 이 사실을 알았습니다. 저희의 관리가 부족했습니다. 심려를 끼쳤습니다."},
    {"ko", "담당자가 이를 발견하였습니다. 같은 파일임을 확인했습니다."},
    {"ko", "퇴사한 직원이 파일을 지웠습니다. 해커가 서버에 접속하였습니다."},
};

static void a_logged_deed_may_be_edited_lightly(void **state)
{
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		const char *said = proofed_as(*state, "n.txt", same[i][0], same[i][1]);
		if (*said)
			print_error("%s\n  %s", same[i][1], said);
	}
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_string_equal(proofed_as(*state, "n.txt", same[i][0], same[i][1]), "");
}

static void another_deed_is_an_error(void **state)
{
	for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
		struct proofed *p = *state;
		proofed_as(p, "n.txt", other[i][0], other[i][1]);
		if (!p->told.diags.errors)
			fail_msg("%s passed", other[i][1]);
	}
}

static void a_plan_a_denial_and_what_was_learned_are_no_deeds(void **state)
{
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		struct proofed *p = *state;
		const char *said = proofed_as(p, "n.txt", none[i][0], none[i][1]);
		if (p->told.diags.errors)
			fail_msg("%s\n%s", none[i][1], said);
	}
}

static void the_action_that_it_sounds_like_is_named(void **state)
{
	assert_string_equal(proofed(*state, "We have deleted the account concerned."),
	                    "1:1: no logged action says \"We have deleted the account concerned.\": it sounds like "
	                    "delete-account, which is not logged\n");
	assert_string_equal(
	    proofed(*state, "We changed the passwords of our customers on the systems concerned."),
	    "1:1: no logged action says \"We changed the passwords of our customers on the systems con...\": "
	    "the nearest is rotate-passwords, in the words \"We changed the staff passwords on the systems "
	    "concerned.\"\n");
	assert_string_equal(proofed(*state, "So far we have danced."),
	                    "1:8: no logged action says \"we have danced.\"\n");
}

static void a_filing_and_a_publication_are_logged_deeds_too(void **state)
{
	assert_string_equal(
	    proofed(*state, "We published a first statement. We recorded when we became aware of the incident."), "");
	assert_string_not_equal(proofed(*state, "We published a notice on our website."), "");
}

static void each_deed_of_a_sentence_is_held_against_the_log(void **state)
{
	assert_string_equal(
	    proofed(*state, "We made copies of the system logs, wiped the laptop and switched off the account."),
	    "1:36: no logged action says \"wiped the laptop\"\n");
}

static void a_deed_that_was_not_logged_is_a_value_by_what_it_sounds_like(void **state)
{
	struct proofed *p = *state;
	const struct names *names = &p->origin.matter->world->names;
	proofed(p, "We have deleted the account concerned.");
	assert_int_equal(p->values.nvalues, 1);
	assert_string_equal(names_id(names, NAMES_ACTION, p->values.values[0].action), "delete-account");
	assert_int_equal(p->values.values[0].turn, 0);
	proofed(p, "So far we have danced.");
	assert_int_equal(p->values.values[0].action, NAMES_NONE);
}

static void a_word_processors_quotes_change_nothing(void **state)
{
	struct proofed *p = *state;
	proofed(p, "We\xe2\x80\x99ve deleted the account.");
	assert_int_equal(p->told.diags.errors, 1);
}

static void a_deed_that_is_not_logged_has_a_way_forward(void **state)
{
	struct proofed *p = *state;
	proofed(p, "We have hired an outside security firm.");
	assert_string_equal(p->told.diags.v[0].hint,
	                    "log it under actions: once it is done, or verify a text fact in these words");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(a_deed_that_is_not_logged_has_a_way_forward),
	    proofed_test(a_logged_deed_may_be_edited_lightly),
	    proofed_test(another_deed_is_an_error),
	    proofed_test(a_plan_a_denial_and_what_was_learned_are_no_deeds),
	    proofed_test(the_action_that_it_sounds_like_is_named),
	    proofed_test(a_filing_and_a_publication_are_logged_deeds_too),
	    proofed_test(each_deed_of_a_sentence_is_held_against_the_log),
	    proofed_test(a_deed_that_was_not_logged_is_a_value_by_what_it_sounds_like),
	    proofed_test(a_word_processors_quotes_change_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
