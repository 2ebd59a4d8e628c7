#include "check.h"
#include "bad.h"

#include "content/dossier.h"
#include "desk/shelf.h"

static const char head[] = "case: kopi\nmode: exercise\nat: 2026-03-09 08:00\n";

struct held {
	struct shelf_set set;
	struct matter *matter;
};

/* The whole way of a facts file: its head chooses the world, the world reads the rest. */
static struct held hold(struct told *told, const struct file *file, int64_t now)
{
	struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct dossier *dossier = dossier_load(file, now, &reader);
	struct held held = {0};
	if (!dossier)
		return held;
	struct shelf_choice choice = {.t0 = dossier->now, .starts = dossier->starts, .company = &dossier->company};
	if (shelf_open(&choice, &told->diags, &held.set))
		held.matter = dossier_matter(dossier, held.set.world, &reader);
	return held;
}

static struct held given(struct told *told, const char *rest)
{
	const char *bytes = arena_printf(told->arena, "%s%s", head, rest);
	struct file file = told_file(bytes);
	struct held held = hold(told, &file, 0);
	if (!held.matter)
		fail_msg("%s", told_text(told));
	return held;
}

static struct held example(struct told *told)
{
	struct file file;
	struct held held = {0};
	if (file_read("comms-templates/facts.example.yaml", "facts.example.yaml", told->arena, &told->diags, &file))
		held = hold(told, &file, 0);
	if (!held.matter)
		fail_msg("%s", told_text(told));
	return held;
}

static int64_t local(const char *s)
{
	struct zone_civil civil;
	assert_true(zone_read(s, &civil));
	return zone_epoch("Asia/Singapore", &civil);
}

static void refuse(struct told *told, const struct file *file)
{
	struct held held = hold(told, file, 0);
	assert_null(held.matter);
	shelf_close(&held.set);
}

static void every_fault_of_a_facts_file_is_told(void **state)
{
	(void)state;
	bad_cases("facts-", refuse);
}

static void the_example_is_an_exercise_with_its_own_customers(void **state)
{
	struct held held = example(*state);
	const struct matter *matter = held.matter;
	assert_true(matter->exercise);
	assert_string_equal(matter->company, "Kopi & Kain Pte Ltd");
	assert_string_equal(matter->zone, "Asia/Singapore");
	assert_int_equal(matter->customers->n, 4);
	assert_true(matter->now == local("2026-03-09 08:00"));
	assert_true(matter->moments[SHAPE_AWARE] == local("2026-03-05 23:10"));
	assert_true(matter->next_update == local("2026-03-09 18:00"));
	assert_false(matter->hold.on);
	shelf_close(&held.set);
}

static const struct matter_fact *fact(const struct held *held, const char *id)
{
	for (size_t i = 0; i < held->matter->nfacts; i++)
		if (!strcmp(held->matter->facts[i].id, id))
			return &held->matter->facts[i];
	fail_msg("no fact %s", id);
	return NULL;
}

static void a_verified_fact_names_who_and_against_what(void **state)
{
	struct held held = example(*state);
	const struct matter_fact *people = fact(&held, "people_exported");
	assert_int_equal(people->standing, MATTER_VERIFIED);
	assert_int_equal(people->value.number, 9870);
	assert_true(people->corrected);
	assert_int_equal(people->before.number, 12400);
	assert_string_equal(people->proof.who, "it-admin");
	assert_string_equal(people->proof.source, "the file's customer ids, each counted once");
	assert_true(people->proof.at == local("2026-03-08 21:20"));
	assert_int_equal(people->proof.turn, 0);
	assert_string_equal(people->proof.place.file, "facts.example.yaml");
	assert_true(people->proof.place.line > 1);
	shelf_close(&held.set);
}

static void a_claim_is_no_proof_and_a_label_alone_is_unheard(void **state)
{
	struct held held = example(*state);
	assert_int_equal(fact(&held, "people_kept")->standing, MATTER_CLAIMED);
	assert_int_equal(fact(&held, "people_kept")->value.number, 200);
	assert_string_equal(fact(&held, "people_kept")->proof.who, "the former employee");
	assert_int_equal(fact(&held, "where_now")->standing, MATTER_UNHEARD);
	assert_int_equal(fact(&held, "birthdays")->standing, MATTER_UNHEARD);
	shelf_close(&held.set);
}

static void what_was_searched_is_kept_with_its_span(void **state)
{
	struct held held = example(*state);
	const struct matter_fact *passwords = fact(&held, "passwords");
	assert_int_equal(passwords->value.number, STORY_NOT_INVOLVED);
	assert_string_equal(passwords->proof.over, "1 January to 5 March 2026");
	assert_string_equal(yml_in(yml_get(passwords->proof.words, "over"), "ko"), "2026년 1월 1일부터 3월 5일까지");
	assert_int_equal(fact(&held, "card_numbers")->value.number, STORY_NOT_HELD);
	shelf_close(&held.set);
}

static void a_text_has_its_words_in_each_language(void **state)
{
	struct held held = example(*state);
	const struct matter_fact *way = fact(&held, "way_out");
	assert_string_equal(yml_in(way->value.words, "en"),
	                    "The login of a former employee had not been switched off.");
	assert_string_equal(yml_in(way->label, "ko"), "어떻게 가능했는지");
	assert_string_equal(way->says.v[0], "HOW");
	shelf_close(&held.set);
}

static const struct matter_clock *clock_of(const struct held *held, const char *id)
{
	int number = names_find(&held->set.world->names, NAMES_DEADLINE, id);
	assert_int_not_equal(number, NAMES_NONE);
	return &held->matter->clocks[number];
}

static void deeds_stand_in_order_of_time(void **state)
{
	struct held held = example(*state);
	const struct matter *matter = held.matter;
	assert_int_equal(matter->ndeeds, 10);
	for (size_t i = 1; i < matter->ndeeds; i++)
		assert_true(matter->deeds[i - 1].at <= matter->deeds[i].at);
	assert_int_equal(matter->deeds[4].action, names_find(&held.set.world->names, NAMES_ACTION, "hold-log-purge"));
	shelf_close(&held.set);
}

static void clocks_run_from_their_moments_and_stop_when_filed(void **state)
{
	struct held held = example(*state);
	assert_true(clock_of(&held, "kr-pipa.authority")->due == local("2026-03-08 23:10"));
	assert_true(clock_of(&held, "kr-pipa.authority")->notified == local("2026-03-08 18:00"));
	assert_true(clock_of(&held, "sg-pdpa.authority")->due == local("2026-03-09 23:59") + 59);
	assert_true(clock_of(&held, "my-pdpa.authority")->notified == MATTER_NEVER);
	/* an action that fulfils a contract files it */
	assert_true(clock_of(&held, "notify-marketplace")->notified == local("2026-03-06 15:00"));
	assert_true(clock_of(&held, "notify-marketplace")->due == local("2026-03-07 23:10"));
	shelf_close(&held.set);
}

static void a_clock_waits_for_its_moment(void **state)
{
	struct held held = given(*state, "moments: { detected: 2026-03-05 21:40 }\n");
	assert_true(clock_of(&held, "kr-pipa.authority")->due == MATTER_NEVER);
	shelf_close(&held.set);
}

static void an_action_logs_the_moment_that_it_is_about(void **state)
{
	struct held held = given(*state, "actions: { log-aware: 2026-03-05 22:00 }\n");
	assert_true(held.matter->moments[SHAPE_AWARE] == local("2026-03-05 22:00"));
	shelf_close(&held.set);
}

/* What people logged stands over what an action implies. */
static void a_moment_as_written_stands(void **state)
{
	struct held held = given(*state, "moments: { aware: 2026-03-05 21:00 }\n"
	                                 "actions: { log-aware: 2026-03-05 22:00 }\n");
	assert_true(held.matter->moments[SHAPE_AWARE] == local("2026-03-05 21:00"));
	shelf_close(&held.set);
}

static void a_notice_in_four_languages_is_four_words(void **state)
{
	struct held held = example(*state);
	const struct matter *matter = held.matter;
	assert_int_equal(matter->nwords, 14);
	assert_string_equal(matter->words[5].notice, "customer-update");
	assert_string_equal(matter->words[5].lang, "zh");
	assert_string_equal(matter->words[5].subject, "目前已知的情况");
	assert_int_equal(matter->words[5].nsaid, 1);
	assert_string_equal(matter->facts[matter->words[5].said[0].fact].id, "people_exported");
	assert_int_equal(matter->words[5].said[0].value.number, 12400);
	shelf_close(&held.set);
}

static void what_was_published_stands_in_order_of_time(void **state)
{
	struct held held =
	    given(*state, "published:\n"
	                  "- { notice: press-line, lang: en, at: 2026-03-07 10:00 }\n"
	                  "- { notice: customer-holding, lang: [en, zh], at: 2026-03-06 10:00, did: open-log }\n");
	assert_int_equal(held.matter->nwords, 3);
	assert_string_equal(held.matter->words[0].lang, "en");
	assert_string_equal(held.matter->words[1].lang, "zh");
	assert_string_equal(held.matter->words[2].notice, "press-line");
	assert_int_equal(held.matter->words[0].said[0].fact, NAMES_NONE);
	assert_int_equal(held.matter->words[0].said[0].action,
	                 names_find(&held.set.world->names, NAMES_ACTION, "open-log"));
	shelf_close(&held.set);
}

static void a_hold_keeps_its_reason_and_end(void **state)
{
	struct held held = given(*state, "hold: { reason: The police asked, until: 2026-03-10 09:00 }\n");
	assert_true(held.matter->hold.on);
	assert_string_equal(held.matter->hold.reason, "The police asked");
	assert_true(held.matter->hold.until == local("2026-03-10 09:00"));
	shelf_close(&held.set);
	held = given(*state, "hold: { reason: The police asked }\n");
	assert_true(held.matter->hold.until == MATTER_NEVER);
	shelf_close(&held.set);
}

static void without_a_company_the_playbooks_stands(void **state)
{
	struct held held = given(*state, "");
	assert_string_equal(held.matter->contact, "privacy@kopikain.example");
	assert_int_equal(held.matter->customers->n, 2);
	shelf_close(&held.set);
}

static void another_company_brings_its_own_laws_and_clocks(void **state)
{
	struct held held =
	    given(*state, "company: { name: Brot & Butter, timezone: Europe/Berlin, customers: { DE: 900 } }\n"
	                  "moments: { aware: 2026-03-05 23:10 }\n");
	struct zone_civil due = zone_civil("Europe/Berlin", clock_of(&held, "eu-gdpr.authority")->due);
	assert_string_equal(held.matter->company, "Brot & Butter");
	assert_string_equal(held.matter->contact, "privacy@kopikain.example");
	assert_int_equal(names_find(&held.set.world->names, NAMES_DEADLINE, "kr-pipa.authority"), NAMES_NONE);
	assert_int_equal(due.day, 8);
	assert_int_equal(due.hour, 23);
	assert_int_equal(due.minute, 10);
	shelf_close(&held.set);
}

/* Late in the evening in Singapore is the next day in Seoul, where the new law is in force then. */
static void the_laws_are_those_of_the_companys_own_day(void **state)
{
	struct told *told = *state;
	struct file file = told_file("case: a\nmode: incident\nat: 2026-09-10 20:00\n");
	struct held held = hold(told, &file, 0);
	assert_non_null(held.matter);
	assert_true(held.matter->now == local("2026-09-10 20:00"));
	assert_string_equal(held.set.world->regimes[0]->in_force.to, "2026-09-10");
	shelf_close(&held.set);
}

static void without_at_the_facts_stand_now(void **state)
{
	struct told *told = *state;
	struct file file = told_file("case: a\nmode: incident\n");
	struct held held = hold(told, &file, 1772800000);
	assert_non_null(held.matter);
	assert_true(held.matter->now == 1772800000);
	assert_false(held.matter->exercise);
	shelf_close(&held.set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_fault_of_a_facts_file_is_told),
	    told_test(the_example_is_an_exercise_with_its_own_customers),
	    told_test(a_verified_fact_names_who_and_against_what),
	    told_test(a_claim_is_no_proof_and_a_label_alone_is_unheard),
	    told_test(what_was_searched_is_kept_with_its_span),
	    told_test(a_text_has_its_words_in_each_language),
	    told_test(deeds_stand_in_order_of_time),
	    told_test(clocks_run_from_their_moments_and_stop_when_filed),
	    told_test(a_clock_waits_for_its_moment),
	    told_test(an_action_logs_the_moment_that_it_is_about),
	    told_test(a_moment_as_written_stands),
	    told_test(a_notice_in_four_languages_is_four_words),
	    told_test(what_was_published_stands_in_order_of_time),
	    told_test(a_hold_keeps_its_reason_and_end),
	    told_test(without_a_company_the_playbooks_stands),
	    told_test(another_company_brings_its_own_laws_and_clocks),
	    told_test(the_laws_are_those_of_the_companys_own_day),
	    told_test(without_at_the_facts_stand_now),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
