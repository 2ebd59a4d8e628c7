#include "lettered.h"

static void assert_reads(struct lettered *l, const char *body, const char *expected)
{
	assert_string_equal(lettered_text(l, body), expected);
}

static void the_company_is_the_one_of_the_facts(void **state)
{
	assert_reads(*state, "{{company.name}}, {{company.contact}}", "Kopi & Kain, privacy@kopikain.example\n");
}

static void a_company_without_a_contact_has_nothing_there(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, "case: small\nmode: exercise\nat: 2026-03-06 02:31\n"
	                 "company: { name: K, timezone: Asia/Singapore, customers: { SG: 1 } }\n"
	                 "facts:\n  a: { kind: text, label: A }\n");
	assert_reads(l, "{{^company.contact}}none{{/company.contact}}", "none\n");
}

static void a_zone_without_words_is_told_by_its_distance(void **state)
{
	static const char *const zones[][2] = {{"Asia/Seoul", "UTC+9\n"},
	                                       {"Asia/Kathmandu", "UTC+5:45\n"},
	                                       {"America/Caracas", "UTC-4\n"},
	                                       {"UTC", "UTC+0\n"}};
	(void)state;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		struct lettered *l = NULL;
		assert_int_equal(lettered_setup((void **)&l), 0);
		lettered_open(l, arena_printf(l->told.arena,
		                              "case: small\nmode: exercise\nat: 2026-03-06 02:31\n"
		                              "company: { name: K, timezone: %s, customers: { SG: 1 } }\n"
		                              "facts:\n  a: { kind: text, label: A }\n",
		                              zones[i][0]));
		assert_reads(l, "{{zone}}", zones[i][1]);
		lettered_teardown((void **)&l);
	}
}

static void every_law_concerned_is_listed(void **state)
{
	assert_reads(*state,
	             "{{#regimes}}\n- {{name}}, {{short}}, {{law}}, {{due.date}}{{#late}}, late{{/late}}\n{{/regimes}}",
	             "- PIPA, PIPC, Art. 2, 8 March 2026\n- PDPA, PDPC, Art. 2, 8 March 2026\n");
}

static void the_plan_names_everybody_with_a_clock(void **state)
{
	assert_reads(
	    *state,
	    "{{#plan}}\n- {{audience}}{{#due}}, by {{date}}{{/due}}{{#done}}, told {{date}}{{/done}}\n{{/plan}}",
	    "- The PIPC, by 8 March 2026\n- the people (PIPA), by 8 March 2026\n- The PDPC, by 8 March 2026\n"
	    "- the people (PDPA), by 8 March 2026\n- Pasar+, by 7 March 2026\n"
	    "- Merlion, by 6 March 2026, told 6 March 2026\n");
}

static void the_plan_tells_the_people_concerned_from_the_rest(void **state)
{
	assert_reads(*state, "{{#plan}}\n{{#individuals}}\n- {{audience}}\n{{/individuals}}\n{{/plan}}",
	             "- the people (PIPA)\n- the people (PDPA)\n");
}

static void a_contract_says_what_it_is(void **state)
{
	assert_reads(
	    *state,
	    "{{#obligations}}\n- {{party}}, {{clause}}, {{due.date}}{{#marketplace}} shop{{/marketplace}}"
	    "{{#insurer}} insurer{{/insurer}}{{#payments}} cards{{/payments}}{{^contact}} nobody{{/contact}}\n"
	    "{{/obligations}}",
	    "- Pasar+, Terms 14.2, 7 March 2026 shop nobody\n- Merlion, Policy 3, 6 March 2026 insurer nobody\n");
}

static void the_playbook_gives_systems_and_people(void **state)
{
	assert_reads(*state, "{{#systems}}{{name}}, {{vendor}}, {{logs}}{{/systems}}",
	             "HubNest CRM, HubNest, 72 hours\n");
	assert_reads(*state,
	             "{{#contacts}}{{joint}}{{role}}: {{person}}{{/contacts}}; {{lead.person}}, {{lead.deputy}}",
	             "incident-lead: Mei Lin and it-admin: Arif; Mei Lin, Arif\n");
}

static void customers_are_counted_by_country(void **state)
{
	assert_reads(*state, "{{#countries}}{{joint}}{{country}}: {{customers}}{{/countries}}",
	             "Singapore: 41,200 and KR: 7,010\n");
}

static void a_form_that_is_late_says_so_and_why(void **state)
{
	struct lettered *l = *state;
	lettered_open(l, "case: small\nmode: exercise\nat: 2026-03-20 02:31\n"
	                 "company: { name: K, timezone: Asia/Singapore, customers: { SG: 1, KR: 1 } }\n"
	                 "moments: { detected: 2026-03-05 21:40, aware: 2026-03-05 23:10 }\n"
	                 "facts:\n  why: { kind: text, says: [LATE], label: Why late, value: We counted twice.,"
	                 " verified: { by: it-admin, against: the log, at: 2026-03-09 01:10 } }\n");
	assert_true(lettered_write(l, "form.en.mustache",
	                           "---\nkind: authority-sg-pdpa\nregime: sg-pdpa\nsubject: x\n---\n"
	                           "{{#regime}}{{due.date}}{{#late}}, late{{/late}}{{/regime}}: "
	                           "{{#has_late}}{{#late}}{{words}}{{/late}}{{/has_late}}\n"));
	assert_string_equal(l->notice.text, "8 March 2026, late: We counted twice.\n");
}

static void what_a_contract_made_us_tell_is_in_no_customer_s_chronology(void **state)
{
	struct lettered *l = *state;
	lettered_text(l, "{{#chronology}}\n{{words}}\n{{/chronology}}");
	assert_null(strstr(l->notice.text, "Merlion"));
	assert_null(strstr(l->notice.text, "insurer"));
}

static void who_was_told_is_named_in_the_chronology_as_in_the_plan(void **state)
{
	static const char told[] =
	    "filed: { sg-pdpa.authority: 2026-03-06 01:00, sg-pdpa.individuals: 2026-03-06 02:00 }\n";
	struct lettered *l = *state;
	lettered_open(l, arena_printf(l->told.arena, "%s%s", shopkept_facts, told));
	lettered_text(l, "{{#chronology}}\n{{words}}\n{{/chronology}}");
	assert_non_null(strstr(l->notice.text, "We told The PDPC."));
	assert_non_null(strstr(l->notice.text, "We told the people (PDPA)."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    lettered_test(the_company_is_the_one_of_the_facts),
	    lettered_test(a_company_without_a_contact_has_nothing_there),
	    lettered_test(a_zone_without_words_is_told_by_its_distance),
	    lettered_test(every_law_concerned_is_listed),
	    lettered_test(the_plan_names_everybody_with_a_clock),
	    lettered_test(the_plan_tells_the_people_concerned_from_the_rest),
	    lettered_test(a_contract_says_what_it_is),
	    lettered_test(the_playbook_gives_systems_and_people),
	    lettered_test(customers_are_counted_by_country),
	    lettered_test(a_form_that_is_late_says_so_and_why),
	    lettered_test(what_a_contract_made_us_tell_is_in_no_customer_s_chronology),
	    lettered_test(who_was_told_is_named_in_the_chronology_as_in_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
