#include "check.h"
#include "told.h"

#include "desk/drafting.h"
#include "desk/fingerprint.h"
#include "desk/origin.h"
#include "desk/rendition.h"

#include <stdio.h>

static struct letter letter = {.name = "customer-holding", .lang = "en", .channel = VOCABULARY_EMAIL};

static const char *of_notice(struct told *told, const char *subject, const char *text)
{
	const struct notice notice = {.letter = &letter, .lang = "en", .subject = subject, .text = text};
	char mark[FINGERPRINT + 1];
	fingerprint_notice(&notice, mark);
	return arena_dup(told->arena, mark);
}

static const char *of_file(struct told *told, const char *name, const char *bytes)
{
	struct file file;
	char mark[FINGERPRINT + 1];
	assert_true(file_take(bytes, strlen(bytes), name, told->arena, &told->diags, &file));
	fingerprint_file(&file, mark);
	return arena_dup(told->arena, mark);
}

#define SAME(a, b)  assert_string_equal(a, b)
#define OTHER(a, b) assert_string_not_equal(a, b)

static void another_letter_or_digit_is_another_mark(void **state)
{
	struct told *told = *state;
	const char *mark = of_notice(told, "A notice", "We wrote to 1,250 people at 3:26 pm.\n");
	assert_int_equal(strlen(mark), FINGERPRINT);
	assert_int_equal(strspn(mark, "0123456789abcdef"), FINGERPRINT);
	SAME(mark, of_notice(told, "A notice", "**We** wrote\nto 1,250 people - at _3:26_ pm!\n"));
	OTHER(mark, of_notice(told, "A notice", "We wrote to 1,251 people at 3:26 pm.\n"));
	OTHER(mark, of_notice(told, "A notice", "We wrote to 12,50 people at 3:26 pm.\n"));
	OTHER(mark, of_notice(told, "A notice", "We wrote to 1,250 people at 32:6 pm.\n"));
	OTHER(mark, of_notice(told, "A notice", "We write to 1,250 people at 3:26 pm.\n"));
	OTHER(mark, of_notice(told, "No notice", "We wrote to 1,250 people at 3:26 pm.\n"));
	OTHER(of_notice(told, NULL, "İ"), of_notice(told, NULL, ""));
}

static void what_was_edited_in_a_file_is_seen(void **state)
{
	struct told *told = *state;
	const char *mark = of_notice(told, "A notice", "1. Hang up.\n2. Call us.\n");
	SAME(mark, of_file(told, "n.txt", "Subject: DRAFT: A notice\r\n\r\n1. Hang up.\n2. Call us.\n"));
	SAME(mark, of_file(told, "n.txt", "Subject: A notice\n\n- Hang\n  up.\n- Call us.\n"));
	SAME(mark, of_file(told, "n.txt", "主题：草稿 DRAFT: A notice\n\n1. Hang up.\n2. Call us.\n"));
	SAME(mark, of_file(told, "n.html", "<title>A notice</title><p>Hang&nbsp;up. <b>Call</b> us."));
	OTHER(mark, of_file(told, "n.txt", "Subject: A notice\n\n1. Hang up now.\n2. Call us.\n"));
	OTHER(mark, of_file(told, "n.txt", "Subject: A notice\n\n1. Hang up.\n2. Call us.\nSubject: fraud\n"));
	OTHER(mark, of_file(told, "n.txt", "Subject: The notice\n\n1. Hang up.\n2. Call us.\n"));
	OTHER(mark, of_file(told, "n.html", "<title>A notice</title><p>Hang up. Call them."));
}

static void a_mail_whose_two_texts_differ_has_a_mark_of_its_own(void **state)
{
	struct told *told = *state;
	static const char mail[] = "Subject: A notice\nContent-Type: multipart/alternative; boundary=\"b\"\n\n"
	                           "--b\nContent-Type: text/plain\n\n%s\n"
	                           "--b\nContent-Type: text/html\n\n<title>A notice</title><p>%s</p>\n--b--\n";
	char same[sizeof mail + 40], plain[sizeof mail + 40], html[sizeof mail + 40];
	const char *mark = of_notice(told, "A notice", "Hang up.\n");
	snprintf(same, sizeof same, mail, "Hang up.", "Hang up.");
	snprintf(plain, sizeof plain, mail, "Stay on.", "Hang up.");
	snprintf(html, sizeof html, mail, "Hang up.", "Stay on.");
	SAME(mark, of_file(told, "n.eml", same));
	OTHER(mark, of_file(told, "n.eml", plain));
	OTHER(mark, of_file(told, "n.eml", html));
}

static void compare(struct told *told, const struct rendition *r, const struct notice *notice)
{
	char mark[FINGERPRINT + 1];
	struct text page = {0}, name = {0};
	fingerprint_notice(notice, mark);
	rendition_make(r, notice, &page);
	rendition_name(r, notice, &name);
	if (strcmp(mark, of_file(told, name.data, page.data)) != 0)
		fail_msg("%s differs from its notice", name.data);
	text_free(&page);
	text_free(&name);
}

static void compare_formats(struct told *told, const struct matter *matter, const struct phrases *phrases,
                            const struct notice *notice)
{
	struct matter real = *matter;
	real.exercise = false;
	for (int format = RENDITION_MARKDOWN; format <= RENDITION_MAIL; format++) {
		struct rendition r = {(enum rendition_format)format, false, phrases, matter, 72};
		compare(told, &r, notice);
		r.matter = &real;
		compare(told, &r, notice);
		r.approved = true;
		r.columns = 30;
		compare(told, &r, notice);
	}
	if (notice->letter->channel == VOCABULARY_SMS)
		compare(told, &(struct rendition){RENDITION_SMS, false, phrases, &real, 0}, notice);
}

static void every_shipped_notice_has_one_mark_in_all_formats(void **state)
{
	struct told *told = *state;
	const struct origin_choice choice = {.facts = "comms-templates/facts.example.yaml"};
	struct origin origin;
	assert_true(origin_open(&origin, &choice, &told->diags));
	struct drafting *drafting = drafting_open(origin.matter->world, &told->diags);
	assert_non_null(drafting);
	struct shape_texts names = drafting_names(drafting);
	assert_true(names.n > 10);
	for (size_t i = 0; i < names.n; i++) {
		struct shape_texts langs = drafting_spoken(drafting, names.v[i]);
		for (size_t k = 0; k < langs.n; k++) {
			struct notice notice;
			if (!drafting_write(drafting, origin.matter, names.v[i], langs.v[k], told->arena, &notice,
			                    &told->diags))
				fail_msg("%s", told_text(told));
			compare_formats(told, origin.matter, drafting_phrases(drafting, langs.v[k], &told->diags),
			                &notice);
		}
	}
	drafting_free(drafting);
	origin_close(&origin);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(another_letter_or_digit_is_another_mark),
	    told_test(what_was_edited_in_a_file_is_seen),
	    told_test(a_mail_whose_two_texts_differ_has_a_mark_of_its_own),
	    told_test(every_shipped_notice_has_one_mark_in_all_formats),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
