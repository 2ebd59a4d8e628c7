#include "check.h"
#include "told.h"

#include "desk/starter.h"
#include "desk/templates.h"

struct started {
	struct text path, bytes;
};

static bool start(struct told *told, struct started *started, const char *name, const char *lang)
{
	*started = (struct started){0};
	return starter_notice(name, lang, &started->path, &started->bytes, &told->diags);
}

static void finish(struct started *started)
{
	text_free(&started->path);
	text_free(&started->bytes);
}

static void every_start_passes_its_own_check(void **state)
{
	static const char *const names[] = {"customer-holding",  "customer-sms",      "website-notice",
	                                    "press-line",        "partner-notice",    "support",
	                                    "authority-kr-pipa", "authority-eu-gdpr", "vip-customers"};
	static const char *const languages[] = {"en", "zh", "ms", "ko"};
	struct told *told = *state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t k = 0; k < sizeof languages / sizeof *languages; k++) {
			struct started s;
			struct text facts = {0};
			bool done = start(told, &s, names[i], languages[k]);
			if (done) {
				struct file file = {s.path.data, s.bytes.data, s.bytes.len};
				templates_check(&file, NULL, &told->diags, &facts);
			}
			if (!done || told->diags.errors)
				fail_msg("%s.%s: %s", names[i], languages[k], told_text(told));
			text_free(&facts);
			finish(&s);
		}
}

/* Each start fills in its name wherever a reader has to type it. */
static void a_scenario_and_a_playbook_bear_their_name(void **state)
{
	struct told *told = *state;
	struct started scenario = {0}, playbook = {0};
	assert_true(starter_scenario("our-vips", &scenario.path, &scenario.bytes, &told->diags));
	assert_true(starter_playbook("our-shop", &playbook.path, &playbook.bytes, &told->diags));
	assert_string_equal(scenario.path.data, "scenarios/our-vips.lua");
	assert_string_equal(playbook.path.data, "playbooks/our-shop.yaml");
	assert_non_null(strstr(scenario.bytes.data, "-- Our vips\n"));
	assert_non_null(strstr(scenario.bytes.data, "scenario \"our-vips\" {\n  title    = \"Our vips\","));
	assert_non_null(strstr(playbook.bytes.data, "\nplaybook: our-shop\ntitle: Our shop\n"));
	assert_null(strstr(scenario.bytes.data, "<%"));
	assert_null(strstr(playbook.bytes.data, "<%"));
	finish(&scenario);
	finish(&playbook);
}

/* "the mail tool" stands for {mail}, and would begin the sentence with a small letter. */
static void a_term_begins_no_sentence(void **state)
{
	static const char *const before[] = {"= \"{", "[[{", ". {", "? {", "\n{"};
	struct told *told = *state;
	struct started s = {0};
	assert_true(starter_scenario("our-vips", &s.path, &s.bytes, &told->diags));
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (strstr(s.bytes.data, before[i]))
			fail_msg("%.80s", strstr(s.bytes.data, before[i]));
	finish(&s);
}

static void a_name_that_is_no_id_starts_nothing(void **state)
{
	struct told *told = *state;
	struct started s = {0};
	assert_false(starter_scenario("Our VIPs", &s.path, &s.bytes, &told->diags));
	assert_string_equal(told_text(told),
	                    "NAME:0:0: a scenario's name has small letters, digits and hyphens, at most 48, "
	                    "such as wrong-attachment\n");
	assert_int_equal(s.bytes.len, 0);
	assert_false(starter_playbook("../shop", &s.path, &s.bytes, &told->diags));
	finish(&s);
}

static void a_start_has_the_kind_that_its_name_is_like(void **state)
{
	static const char *const cases[][2] = {{"staff-brief", "kind: staff-brief\n"},
	                                       {"customer-holding-vip", "kind: customer-holding\n"},
	                                       {"support", "kind: support-script\n"},
	                                       {"pres-line", "kind: press-line\n"},
	                                       {"our-own-words", "kind: customer-update\n"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct started s;
		assert_true(start(*state, &s, cases[i][0], "en"));
		assert_non_null(strstr(s.bytes.data, cases[i][1]));
		finish(&s);
	}
}

static void a_start_is_called_by_its_name_and_language(void **state)
{
	struct started s;
	assert_true(start(*state, &s, "vip", "ko"));
	assert_string_equal(s.path.data, "comms-templates/vip.ko.mustache");
	finish(&s);
}

static void what_can_be_no_name_and_no_language_is_told(void **state)
{
	static const char *const names[] = {"",     "../x", "a/b",
	                                    "A",    "a b",  "-a",
	                                    "a.en", "a\nb", "a-name-that-goes-on-for-longer-than-anybody-would-care"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct told *told = *state;
		struct started s;
		assert_false(start(told, &s, names[i], "xx"));
		assert_string_equal(
		    told_text(told),
		    "NAME:0:0: a notice's name has small letters, digits and hyphens, at most 48, such as "
		    "customer-holding\n"
		    "--lang:0:0: notices have no words in \"xx\"; there are: en, ko, ms, zh\n");
		finish(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_start_passes_its_own_check),
	    told_test(a_scenario_and_a_playbook_bear_their_name),
	    told_test(a_term_begins_no_sentence),
	    told_test(a_name_that_is_no_id_starts_nothing),
	    told_test(a_start_has_the_kind_that_its_name_is_like),
	    told_test(a_start_is_called_by_its_name_and_language),
	    told_test(what_can_be_no_name_and_no_language_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
