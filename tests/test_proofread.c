#include "proofed.h"

#include "desk/readability.h"
#include "desk/reading.h"

static void a_worn_phrase_is_a_warning_with_why_and_what_instead(void **state)
{
	struct proofed *p = *state;
	assert_string_equal(
	    proofed(p, "The problem is fully\ncontained."),
	    "w 1:16: \"fully contained\": Copies that have left cannot be contained, and a second way in is "
	    "often found later.\n");
	assert_int_equal(p->told.diags.errors, 0);
	assert_string_equal(p->told.diags.v[0].hint, "Say which access was cut, and when.");
}

static void a_phrase_may_have_a_number_in_it(void **state)
{
	struct proofed *p = *state;
	proofed(p, "Only 9,870 people are in it, just 12,400 rows.");
	assert_int_equal(p->told.diags.n, 2);
	proofed(p, "Only people are in it.");
	assert_int_equal(p->told.diags.n, 0);
}

static void only_whole_words_are_phrases(void **state)
{
	assert_string_equal(proofed(*state, "The dismay of a mayor, unexposed."), "");
}

static void no_evidence_passes_by_the_search_of_what_it_names(void **state)
{
	struct proofed *p = *state;
	assert_string_equal(proofed(p, "There is no evidence that card numbers were exported."), "");
	assert_non_null(strstr(p->notes.data, "n.txt:1:10: note: passes by cards, verified in "));
	assert_string_equal(proofed(p, "We found no evidence of it in the columns of the export."), "");
	proofed(p, "There is no evidence that bank details were exported.");
	assert_int_equal(p->told.diags.n, 1);
	proofed(p, "There is no evidence that card numbers or birth dates were exported.");
	assert_int_equal(p->told.diags.n, 1);
}

static void no_evidence_of_misuse_passes_by_a_search_for_misuse_alone(void **state)
{
	struct proofed *p = *state;
	proofed(p, "There is no evidence of misuse.");
	assert_int_equal(p->told.diags.n, 1);
	struct matter matter = *p->origin.matter;
	struct matter_deed deed = {
	    .action = names_find(&matter.world->names, NAMES_ACTION, "search-misuse"), .at = 0, .proof = {.turn = 7}};
	matter.deeds = &deed;
	matter.ndeeds = 1;
	p->proofread.matter = &matter;
	assert_string_equal(proofed(p, "There is no evidence of misuse."), "");
	assert_non_null(strstr(p->notes.data, "n.txt:1:10: note: passes by search-misuse, logged in turn 7\n"));
}

static void may_passes_where_it_names_what_is_unknown(void **state)
{
	assert_string_equal(
	    proofed(*state, "Your data may be affected: we do not know yet whether dates of birth are in it."), "");
	assert_string_equal(
	    proofed(*state, "Your data may be affected. Whether your date of birth is in it is not known."), "");
	assert_string_equal(proofed(*state, "Birthdays may have been copied."), "");
	assert_string_not_equal(proofed(*state, "Your data may be affected. We are sorry."), "");
}

static void phrases_of_every_language_are_found(void **state)
{
	static const char *const texts[][2] = {{"zh", "事件已得到控制。"},
	                                       {"ms", "Insiden ini kes terpencil."},
	                                       {"ko", "안전하게\n보호되고 있습니다. 극히 일부 고객"}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct proofed *p = *state;
		proofed_as(p, "n.txt", texts[i][0], texts[i][1]);
		if (!p->told.diags.n)
			fail_msg("nothing found in %s", texts[i][1]);
		assert_int_equal(p->told.diags.errors, 0);
	}
}

static void comfort_that_nobody_can_give_is_warned_of_in_every_language(void **state)
{
	static const char *const texts[][2] = {
	    {"en", "No customer was harmed."},
	    {"en", "There is no risk to you."},
	    {"en", "Our investigation is complete."},
	    {"en", "The matter is fully resolved."},
	    {"en", "Each account is safe."},
	    {"en", "The incident was immediately contained."},
	    {"en", "This was an isolated breach."},
	    {"en", "Nothing suggests that anything was misused."},
	    {"zh", "没有客户受到损害。"},
	    {"zh", "您没有任何风险。"},
	    {"zh", "调查已经结束。"},
	    {"zh", "事情已经解决。"},
	    {"zh", "账号是安全的。"},
	    {"zh", "事件已被控制。"},
	    {"zh", "这是一次孤立的事件。"},
	    {"zh", "资料未被滥用。"},
	    {"ms", "Tiada pelanggan yang terjejas."},
	    {"ms", "Tiada risiko kepada anda."},
	    {"ms", "Siasatan telah selesai."},
	    {"ms", "Perkara ini telah diselesaikan."},
	    {"ms", "Akaun anda selamat."},
	    {"ms", "Insiden ini segera dibendung."},
	    {"ms", "Ini kejadian yang terpencil."},
	    {"ms", "Tiada penyalahgunaan berlaku."},
	    {"ko", "고객 피해는 없었습니다."},
	    {"ko", "고객님께 미치는 위험은 없습니다."},
	    {"ko", "조사가 완료되었습니다."},
	    {"ko", "문제가 해결되었습니다."},
	    {"ko", "시스템은 안전하게 보관되고 있습니다."},
	    {"ko", "추가 유출은 없습니다."},
	    {"ko", "단 한 번의 사고입니다."},
	    {"ko", "악용되지 않았습니다."},
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct proofed *p = *state;
		const char *said = proofed_as(p, "n.txt", texts[i][0], texts[i][1]);
		if (p->told.diags.n != 1 || p->told.diags.errors)
			fail_msg("%s\n%s", texts[i][1], said);
	}
}

static void what_is_verified_as_not_involved_may_be_called_safe(void **state)
{
	assert_string_equal(proofed(*state, "Your card details are safe. Your card numbers are not at risk."), "");
}

static void the_end_of_an_investigation_may_be_promised(void **state)
{
	assert_string_equal(proofed(*state, "When our investigation is complete, we will write to you again."), "");
	assert_string_equal(
	    proofed_as(*state, "n.txt", "ms", "Apabila siasatan telah selesai, kami akan menulis lagi."), "");
	assert_string_equal(proofed_as(*state, "n.txt", "ko", "조사가 완료되는 대로 다시 안내해 드리겠습니다."), "");
}

static void advice_and_verified_texts_claim_nothing(void **state)
{
	assert_string_equal(proofed(*state, "In 87% of the cases two passwords were the same, and S$900 was paid."),
	                    "");
	assert_string_equal(proofed(*state,
	                            "Tell your bank that your account number is part of this incident, and ask what it "
	                            "advises."),
	                    "");
}

static void hard_english_is_noted(void **state)
{
	struct proofed *p = *state;
	proofed(
	    p,
	    "We wrote to you. This sentence is here because a sentence that goes on and on with more and more words is "
	    "hard to read for most people.");
	assert_string_equal(p->notes.data, "n.txt: note: school grade 3.4 (Flesch-Kincaid); aim at 8 or less\n"
	                                   "n.txt:1:18: note: a sentence of 24 words; aim at 20 or less\n");
	proofed_as(p, "n.txt", "zh", "我们正在调查。");
	assert_int_equal(p->notes.len, 0);
}

static void the_grade_is_flesch_and_kincaids(void **state)
{
	struct proofed *p = *state;
	struct file file = {"n.txt", "The cat sat on the mat. It was very happy.", 0};
	file.len = strlen(file.bytes);
	struct readability r = readability_of(reading_open(&file, p->told.arena, &p->told.diags));
	assert_int_equal(r.words, 10);
	assert_int_equal(r.sentences, 2);
	assert_int_equal(r.syllables, 12);
	assert_int_equal(r.grade_tenths, 5); /* 0.39 x 5 + 11.8 x 1.2 - 15.59 = 0.52 */
}

static void syllables_are_groups_of_vowels(void **state)
{
	static const struct {
		const char *word;
		int syllables;
	} words[] = {{"made", 1}, {"table", 2}, {"stopped", 1},     {"wanted", 2},
	             {"data", 2}, {"9,870", 1}, {"information", 4}, {"the", 1}};
	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		int n;
		assert_int_equal(readability_words(words[i].word, 0, strlen(words[i].word), &n), 1);
		assert_int_equal(n, words[i].syllables);
	}
}

static void what_is_known_is_so_within_a_sentence(void **state)
{
	struct proofed *p = *state;
	struct matter *matter = (struct matter *)p->origin.matter;
	matter->hold =
	    (struct matter_hold){.on = true, .reason = "the police asked for 17 days.", .until = MATTER_NEVER};
	assert_string_equal(proofed(p, "We wait, as the police asked for 17 days, and write again.\n"), "");
}

static void what_others_deleted_or_what_is_safe_is_told(void **state)
{
	static const char *const claims[] = {"The agency has deleted the file.", "Our agency deleted all copies.",
	                                     "The agency assured us that the list is deleted.",
	                                     "The hackers were caught.", "Your passwords are safe."};
	for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
		if (!strstr(proofed(*state, claims[i]), "w 1:"))
			fail_msg("%s", claims[i]);
	static const char *const caught[][2] = {
	    {"zh", "黑客已被抓获。"}, {"ms", "Penggodam telah ditangkap."}, {"ko", "해커가 검거되었습니다."}};
	for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
		if (!strstr(proofed_as(*state, "n.txt", caught[i][0], caught[i][1]), "w 1:"))
			fail_msg("%s", caught[i][1]);
	assert_string_equal(proofed(*state, "The agency says that it has deleted the file; we cannot verify that."),
	                    "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(what_others_deleted_or_what_is_safe_is_told),
	    proofed_test(a_worn_phrase_is_a_warning_with_why_and_what_instead),
	    proofed_test(a_phrase_may_have_a_number_in_it),
	    proofed_test(only_whole_words_are_phrases),
	    proofed_test(no_evidence_passes_by_the_search_of_what_it_names),
	    proofed_test(no_evidence_of_misuse_passes_by_a_search_for_misuse_alone),
	    proofed_test(may_passes_where_it_names_what_is_unknown),
	    proofed_test(phrases_of_every_language_are_found),
	    proofed_test(comfort_that_nobody_can_give_is_warned_of_in_every_language),
	    proofed_test(what_is_verified_as_not_involved_may_be_called_safe),
	    proofed_test(the_end_of_an_investigation_may_be_promised),
	    proofed_test(advice_and_verified_texts_claim_nothing),
	    proofed_test(hard_english_is_noted),
	    proofed_test(the_grade_is_flesch_and_kincaids),
	    proofed_test(syllables_are_groups_of_vowels),
	    proofed_test(what_is_known_is_so_within_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
