#include "proofed.h"

static void what_is_a_persons_is_told_and_never_repeated_whole(void **state)
{
	static const char *const cases[][2] = {
	    {"IC S1234567D is hers.", "1:4: an NRIC or FIN number (S1...): take it out\n"},
	    {"IC T0412345F", "1:4: an NRIC or FIN number (T0...): take it out\n"},
	    {"IC S 1234567 D is hers.", "1:4: an NRIC or FIN number (S ...): take it out\n"},
	    {"Card 4111.1111.1111.1111.", "1:6: a payment card number (41...): take it out\n"},
	    {"FIN G1234567X", "1:5: an NRIC or FIN number (G1...): take it out\n"},
	    {"Card 4111 1111 1111 1111.", "1:6: a payment card number (41...): take it out\n"},
	    {"Card 5500-0000-0000-0004", "1:6: a payment card number (55...): take it out\n"},
	    {"Card 378282246310005", "1:6: a payment card number (37...): take it out\n"},
	    {"No 900101-1234567", "1:4: a Korean resident number (90...): take it out\n"},
	    {"No 900101-14-5566", "1:4: a MyKad number (90...): take it out\n"},
	    {"Mail tan.ah.kow@gmail.com now",
	     "1:6: an e-mail address that is none of our contacts' (ta...): take it out\n"},
	    {"Call +65 9123 4567 now", "1:6: a phone number that is none of our contacts' (+6...): take it out\n"},
	    {"Call 9123-4567.", "1:6: a phone number that is none of our contacts' (91...): take it out\n"},
	    {"Call 010-1234-5678", "1:6: a phone number that is none of our contacts' (01...): take it out\n"},
	    {"Blk 123 Ang Mo Kio Ave 3 #12-34 Singapore 560123", "1:1: a street address (Bl...): take it out\n"},
	    {"At #05-678.", "1:4: a street address (#0...): take it out\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(proofed(*state, cases[i][0]), cases[i][1]);
}

static void what_only_looks_like_it_passes(void **state)
{
	static const char *const fine[] = {"IC S1234567A is none: its letter is wrong.",
	                                   "INC-2041",
	                                   "Write to privacy@kopikain.example.",
	                                   "Write to press@kopikain.example or to our vendor, support@hubnest.example.",
	                                   "Call +65 5550 0101.",
	                                   "Ticket AB4111111111111111",
	                                   "kopikain.example@",
	                                   "@kopikain"};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		assert_string_equal(proofed(*state, fine[i]), "");
	struct proofed *p = *state;
	proofed(p, "A number 4111 1111 1111 1112 that fails the check is a number all the same.");
	assert_null(strstr(p->told.out.data, "card"));
	assert_int_not_equal(p->told.diags.errors, 0);
}

static void the_quoted_line_hides_it_too(void **state)
{
	struct proofed *p = *state;
	struct text shown = {0};
	proofed(p, "Her card 4111 1111 1111 1111 and ours, privacy@kopikain.example.");
	diags_render(&p->told.diags, &shown);
	assert_null(strstr(shown.data, "1111"));
	assert_non_null(strstr(shown.data, "Her card **** **** **** **** and ours, privacy@kopikain.example."));
	text_free(&shown);
}

static void it_is_found_behind_markup(void **state)
{
	assert_string_equal(proofed_as(*state, "n.html", "en", "<p>IC&nbsp;<b>S1234567</b>D</p>"),
	                    "1:15: an NRIC or FIN number (S1...): take it out\n");
}

static void our_own_number_has_a_way_forward(void **state)
{
	struct proofed *p = *state;
	proofed(p, "Call +65 6555 0199.");
	assert_string_equal(p->told.diags.v[0].hint,
	                    "one of your own passes once company: contact: or a role's reach: has it");
	proofed(p, "Ask for S1234567D.");
	assert_null(p->told.diags.v[0].hint);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    proofed_test(our_own_number_has_a_way_forward),
	    proofed_test(what_is_a_persons_is_told_and_never_repeated_whole),
	    proofed_test(what_only_looks_like_it_passes),
	    proofed_test(the_quoted_line_hides_it_too),
	    proofed_test(it_is_found_behind_markup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
