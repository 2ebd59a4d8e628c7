#include "check.h"
#include "told.h"

#include "desk/remarks.h"
#include "desk/shelf.h"

static struct letter letter = {.name = "customer-holding", .lang = "en", .kind = "customer-holding"};

static const char *told_of(struct told *told, struct notice *notice, enum rendition_format format, const char *text)
{
	struct shelf_choice choice = {.t0 = 1772755200};
	struct shelf_set set;
	struct matter matter = {.exercise = true};
	struct rendition rendition = {.format = format, .matter = &matter};
	struct text last = {0};
	if (!shelf_open(&choice, &told->diags, &set))
		fail_msg("%s", told_text(told));
	matter.world = set.world;
	notice->letter = &letter;
	notice->text = text;
	notice->lang = "en";
	text_clear(&told->out);
	remarks_add(&rendition, notice, NULL, &last, &told->out);
	text_free(&last);
	shelf_close(&set);
	return told->out.data;
}

static void what_is_missing_is_told_by_name(void **state)
{
	const char *missing[] = {"HOW", "REM"}, *unknown[] = {"where_now", "birthdays"},
	           *warnings[] = {"on hold\x1b[2J"};
	struct notice_value values[] = {{.fact = 3, .action = NAMES_NONE, .moment = NAMES_NONE},
	                                {.fact = NAMES_NONE, .action = NAMES_NONE, .moment = NAMES_NONE}};
	struct notice notice = {.values = values,
	                        .nvalues = 2,
	                        .missing = {missing, 2},
	                        .unknown = {unknown, 2},
	                        .warnings = {warnings, 1}};
	assert_string_equal(told_of(*state, &notice, RENDITION_TEXT, ""),
	                    "customer-holding.en, EXERCISE: 1 proved value in it; words e3b0c44298fc.\n"
	                    "  Asked for, and missing: <contents.HOW> (HOW); <contents.REM> (REM).\n"
	                    "  Not verified yet: where_now, birthdays.\n"
	                    "  Beware: on hold\xef\xbf\xbd\n");
}

static void what_a_law_asks_for_is_told_with_that_law(void **state)
{
	const char *missing[] = {"CAT"};
	struct notice notice = {.missing = {missing, 1}};
	letter.kind = "customer-confirmed";
	const char *told = told_of(*state, &notice, RENDITION_TEXT, "");
	letter.kind = "customer-holding";
	assert_non_null(strstr(told, "  Asked for, and missing: <contents.CAT> (CAT, for kr-pipa, sg-pdpa).\n"));
}

static void a_mail_without_a_sender_is_told(void **state)
{
	struct notice notice = {0};
	assert_non_null(strstr(told_of(*state, &notice, RENDITION_MAIL, ""),
	                       "  Beware: the mail has no sender: the company's contact is no single mail address.\n"));
}

static void what_holds_of_every_language_is_told_once(void **state)
{
	struct told *told = *state;
	const char *unknown[] = {"where_now", "birthdays"};
	struct matter matter = {.exercise = false};
	struct rendition rendition = {.format = RENDITION_TEXT, .matter = &matter};
	struct notice notice = {.letter = &letter, .lang = "en", .unknown = {unknown, 2}};
	struct text last = {0};
	remarks_add(&rendition, &notice, NULL, &last, &told->out);
	notice.lang = "zh";
	remarks_add(&rendition, &notice, NULL, &last, &told->out);
	notice.lang = "ko";
	notice.unknown.n = 1;
	remarks_add(&rendition, &notice, NULL, &last, &told->out);
	text_free(&last);
	assert_string_equal(told->out.data, "customer-holding.en, DRAFT: 0 proved values in it; words e3b0c44298fc.\n"
	                                    "  Not verified yet: where_now, birthdays.\n"
	                                    "customer-holding.zh, DRAFT: 0 proved values in it; words e3b0c44298fc.\n"
	                                    "customer-holding.ko, DRAFT: 0 proved values in it; words e3b0c44298fc.\n"
	                                    "  Not verified yet: where_now.\n");
}

static void an_sms_is_counted_without_the_line_feed_of_its_file(void **state)
{
	struct notice notice = {0};
	assert_string_equal(told_of(*state, &notice, RENDITION_SMS, "Hang up.\n"),
	                    "customer-holding.en, EXERCISE: 0 proved values in it; words 2911f4110f8e.\n"
	                    "  SMS: 1 message, 8 characters (GSM-7); 152 left in the last. With EXERCISE in front: 1 "
	                    "message.\n");
	assert_string_equal(
	    told_of(*state, &notice, RENDITION_SMS, "Don’t.\n"),
	    "customer-holding.en, EXERCISE: 0 proved values in it; words fea729483584.\n"
	    "  SMS: 1 message, 6 units (UCS-2); 64 left in the last. With EXERCISE in front: 1 message.\n"
	    "  \"’\" (U+2019) is the first character that GSM-7 does not have.\n");
}

static void each_of_several_sms_is_told_by_how_it_begins(void **state)
{
	struct notice notice = {0};
	struct text page = {0};
	for (int i = 0; i < 16; i++)
		text_addf(&page, "This is line %d of it\n", i + 10);
	const char *out = told_of(*state, &notice, RENDITION_SMS, page.data);
	assert_non_null(strstr(
	    out,
	    "  SMS: 3 messages, 351 characters (GSM-7); 108 left in the last. With EXERCISE in front: 3 messages.\n"
	    "  Message 2 begins: \" This is line 17 of it T\"\n"
	    "  Message 3 begins: \"t This is line 24 of it \"\n"));
	text_free(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(what_is_missing_is_told_by_name),
	    told_test(what_a_law_asks_for_is_told_with_that_law),
	    told_test(a_mail_without_a_sender_is_told),
	    told_test(what_holds_of_every_language_is_told_once),
	    told_test(an_sms_is_counted_without_the_line_feed_of_its_file),
	    told_test(each_of_several_sms_is_told_by_how_it_begins),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
