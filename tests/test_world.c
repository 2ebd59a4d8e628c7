#include "check.h"
#include "tiny.h"
#include "told.h"

/* The tiny world with other declarations, playbook or laws; NULL keeps its own. */
static struct world *build(struct told *told, const char *declarations, const char *playbook, const char *law,
                           const char *more)
{
	struct arena *arena = arena_new();
	const char *own = law ? law : tiny_regime;
	struct file laws[] = {{"a.yaml", own, strlen(own)}, {"b.yaml", more, more ? strlen(more) : 0}};
	struct world_sources sources = {
	    .scenario = {"small.lua", tiny_scenario, sizeof tiny_scenario - 1},
	    .playbook = {"shop.yaml", playbook ? playbook : tiny_playbook, strlen(playbook ? playbook : tiny_playbook)},
	    .actions = {"actions.yaml", tiny_actions, sizeof tiny_actions - 1},
	    .regimes = laws,
	    .nregimes = more ? 2 : 1,
	};
	const char *json = declarations ? declarations : tiny_story;
	struct jsn_fault fault;
	struct jsn *story = jsn_parse(json, strlen(json), &fault);
	struct yml *nodes = yml_from_jsn(story, "small.lua", arena);

	jsn_free(story);
	return world_build(arena, &sources, nodes, &(struct world_options){0}, &told->diags);
}

/* `text` with `from` replaced once. */
static const char *changed(struct told *told, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return arena_printf(told->arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void deadlines_are_laws_then_contracts(void **state)
{
	struct world *world = build(*state, NULL, NULL, NULL, NULL);

	assert_non_null(world);
	assert_int_equal(world->ndeadlines, 2);
	assert_string_equal(world->deadlines[0].id, "sg-pdpa.authority");
	assert_string_equal(world->deadlines[0].party, "PDPC");
	assert_string_equal(names_id(&world->names, NAMES_CRITICAL, world->deadlines[0].critical),
	                    "deadline:sg-pdpa.authority");
	assert_string_equal(world->deadlines[1].id, "notify-marketplace");
	assert_int_equal(world->deadlines[1].critical, NAMES_NONE);
	assert_int_equal(names_find(&world->names, NAMES_DEADLINE, "notify-marketplace"), 1);
	world_free(world);
}

static void a_deadline_falls_by_its_law(void **state)
{
	struct world *world = build(*state, NULL, NULL, NULL, NULL);

	/* Assessed on Friday at 05:40: the third day after ends on Monday at midnight. */
	assert_int_equal(world_due(world, 0, 8 * 3600), 98 * 3600 + 20 * 60 - 1);
	assert_int_equal(world_true_due(world, 0), world_due(world, 0, 8 * 3600));
	assert_int_equal(world_due(world, 1, 5400), 5400 + 48 * 3600);
	world_free(world);
}

static void a_law_not_in_force_or_not_about_us_has_no_deadline(void **state)
{
	struct told *told = *state;
	const char *later = changed(told, tiny_regime, "from: 2021-02-01", "from: 2026-03-06");
	struct world *world = build(told, NULL, NULL, later, NULL);

	assert_non_null(world);
	assert_int_equal(world->nregimes, 0);
	assert_int_equal(world->ndeadlines, 1);
	assert_string_equal(world->uncovered.v[0], "SG");
	world_free(world);
	world = build(told, NULL, changed(told, tiny_playbook, "SG: 41200", "SG: 41200, KR: 7010"), NULL, NULL);
	assert_int_equal(world->nregimes, 1);
	assert_int_equal(world->uncovered.n, 1);
	assert_string_equal(world->uncovered.v[0], "KR");
	world_free(world);
}

static void two_records_in_force_at_once_are_a_fault(void **state)
{
	assert_null(build(*state, NULL, NULL, NULL, tiny_regime));
	assert_non_null(strstr(told_text(*state), "b.yaml"));
	assert_int_equal(((struct told *)*state)->diags.errors, 1);
}

static void people_come_from_the_playbook_owner_first(void **state)
{
	struct told *told = *state;
	const char *turned = changed(told, tiny_playbook, "owner: incident-lead", "owner: it-admin");
	struct world *world = build(told, NULL, turned, NULL, NULL);
	int lead = names_find(&world->names, NAMES_ROLE, "incident-lead");
	int admin = names_find(&world->names, NAMES_ROLE, "it-admin");

	assert_string_equal(names_id(&world->names, NAMES_PERSON, 0), "Arif");
	assert_string_equal(names_id(&world->names, NAMES_PERSON, 1), "Mei Lin");
	assert_int_equal(world->names.of[NAMES_PERSON].n, 2);
	assert_int_equal(world_holder(world, lead), 1);
	assert_int_equal(world_deputy(world, lead), 0);
	assert_int_equal(world_holder(world, admin), 0);
	assert_int_equal(world_deputy(world, admin), NAMES_NONE);
	world_free(world);
}

static void a_playbook_of_more_people_than_a_room_holds_is_a_fault(void **state)
{
	struct told *told = *state;
	struct text roles = {0};
	for (int i = 3; i <= WORLD_PERSONS; i++) /* two stand there already */
		text_addf(&roles, "  extra-%d: { person: Person %d }\n", i, i);
	text_add(&roles, "systems:");
	struct world *world = build(told, NULL, changed(told, tiny_playbook, "systems:", roles.data), NULL, NULL);
	assert_non_null(world);
	world_free(world);
	const char *all = arena_printf(told->arena, "  one-more: { person: Person 33 }\n%s", roles.data);
	assert_null(build(told, NULL, changed(told, tiny_playbook, "systems:", all), NULL, NULL));
	assert_non_null(strstr(told_text(told), "33 people; at most 32"));
	text_free(&roles);
}

static void a_role_the_playbook_lacks_is_the_owners(void **state)
{
	struct told *told = *state;
	const char *more = changed(told, tiny_story, "\"it-admin\"]", "\"it-admin\",\"legal\"]");
	struct world *world = build(told, more, NULL, NULL, NULL);
	int legal = names_find(&world->names, NAMES_ROLE, "legal");

	assert_int_equal(legal, 2); /* the playbook's come first */
	assert_string_equal(names_id(&world->names, NAMES_PERSON, world_holder(world, legal)), "Mei Lin");
	world_free(world);
}

static void the_playbooks_systems_name_the_terms(void **state)
{
	struct told *told = *state;
	struct world *world = build(told, NULL, NULL, NULL, NULL);

	text_clear(&told->out);
	world_expand(world, "{crm} and {shop}, not {mail} or { {crm}", &told->out);
	assert_string_equal(told->out.data, "HubNest CRM and the web shop, not {mail} or { HubNest CRM");
	world_free(world);
}

static void extra_items_are_for_extended_drills(void **state)
{
	struct told *told = *state;
	const char *more = changed(told, tiny_story, "{\"by\":\"24h\"", "{\"extra\":true,\"by\":\"24h\"");
	struct world *world = build(told, more, NULL, NULL, NULL);
	int post = names_find(&world->names, NAMES_ITEM, "staff-post");

	assert_false(world_plays(world, post));
	assert_true(world_plays(world, 0));
	world->extended = true;
	assert_true(world_plays(world, post));
	world_free(world);
}

static void faults_of_every_file_are_told_together(void **state)
{
	struct told *told = *state;
	const char *story = changed(told, tiny_story, "\"opens\":\"who-leads\"", "\"opens\":\"who-lead\"");
	const char *playbook = changed(told, tiny_playbook, "reviewed: 2026-02-01", "reviewed: soon");
	const char *law = changed(told, tiny_regime, "confidence: primary", "confidence: sure");

	assert_null(build(told, story, playbook, law, NULL));
	told_text(told);
	assert_non_null(strstr(told->out.data, "small.lua:0:0: unknown decision \"who-lead\""));
	assert_non_null(strstr(told->out.data, "shop.yaml:4:"));
	assert_non_null(strstr(told->out.data, "a.yaml:9:"));
}

static void a_story_that_cannot_be_told_is_refused(void **state)
{
	struct told *told = *state;

	assert_null(build(told, changed(told, tiny_story, "\"id\":\"52h\"", "\"id\":\"101h\""), NULL, NULL, NULL));
	assert_non_null(strstr(told_text(told), "at:101h can never come"));
}

static void a_world_without_a_story_begins_when_it_is_told_to(void **state)
{
	struct told *told = *state;
	struct arena *arena = arena_new();
	struct file law = {"a.yaml", tiny_regime, sizeof tiny_regime - 1};
	struct world_sources sources = {
	    .playbook = {"shop.yaml", tiny_playbook, sizeof tiny_playbook - 1},
	    .actions = {"actions.yaml", tiny_actions, sizeof tiny_actions - 1},
	    .regimes = &law,
	    .nregimes = 1,
	};
	const int64_t before = 1612000000, within = 1612200000; /* the law's first day is 1 February 2021 */
	struct world *world = world_build(arena, &sources, NULL, &(struct world_options){.t0 = within}, &told->diags);

	assert_non_null(world);
	assert_true(world->t0 == within);
	assert_int_equal(world->ndeadlines, 2);
	assert_null(world->sources.scenario.name);
	world_free(world);
	world = world_build(arena_new(), &sources, NULL, &(struct world_options){.t0 = before}, &told->diags);
	assert_non_null(world);
	assert_int_equal(world->nregimes, 0);
	world_free(world);
}

/* A world without a story, of the tiny playbook and its law. */
static struct world *storyless(struct told *told, const struct world_options *options)
{
	struct file law = {"a.yaml", tiny_regime, sizeof tiny_regime - 1};
	struct world_sources sources = {
	    .playbook = {"shop.yaml", tiny_playbook, sizeof tiny_playbook - 1},
	    .actions = {"actions.yaml", tiny_actions, sizeof tiny_actions - 1},
	    .regimes = &law,
	    .nregimes = 1,
	};
	struct world *world = world_build(arena_new(), &sources, NULL, options, &told->diags);

	assert_non_null(world);
	return world;
}

static void another_company_stands_over_the_playbooks(void **state)
{
	struct shape_count germans = {"DE", 900};
	struct playbook_company company = {.name = "Brot", .timezone = "Europe/Berlin", .customers = {&germans, 1}};
	struct world *world = storyless(*state, &(struct world_options){.t0 = 1772800000, .company = &company});

	company.name = NULL; /* it is borrowed while building, no longer */
	assert_string_equal(world->playbook->company.name, "Brot");
	assert_string_equal(world->zone, "Europe/Berlin");
	assert_int_equal(world->nregimes, 0);
	assert_int_equal(world->uncovered.n, 1);
	assert_string_equal(world->uncovered.v[0], "DE");
	world_free(world);
}

static void what_another_company_leaves_out_stays_the_playbooks(void **state)
{
	struct playbook_company company = {.contact = "help@kopi.example"};
	struct world *world = storyless(*state, &(struct world_options){.t0 = 1772800000, .company = &company});

	assert_string_equal(world->playbook->company.name, "Kopi & Kain Pte Ltd");
	assert_string_equal(world->playbook->company.contact, "help@kopi.example");
	assert_int_equal(world->nregimes, 1);
	world_free(world);
}

static void a_local_start_is_read_by_the_companys_clocks(void **state)
{
	struct zone_civil starts = {2021, 2, 1, 7, 30, 0, 1};
	struct playbook_company company = {.timezone = "Asia/Seoul"};
	struct world_options options = {.t0 = 5, .starts = &starts};
	struct world *world = storyless(*state, &options);

	assert_true(world->t0 == zone_epoch("Asia/Singapore", &starts));
	world_free(world);
	options.company = &company;
	world = storyless(*state, &options);
	assert_true(world->t0 == zone_epoch("Asia/Seoul", &starts));
	assert_int_equal(world->nregimes, 1);
	starts.hour = 0; /* midnight in Seoul is still January in Singapore, where the law begins in February */
	world_free(world);
	world = storyless(*state, &options);
	assert_int_equal(world->nregimes, 0);
	world_free(world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(deadlines_are_laws_then_contracts),
	    told_test(a_deadline_falls_by_its_law),
	    told_test(a_law_not_in_force_or_not_about_us_has_no_deadline),
	    told_test(two_records_in_force_at_once_are_a_fault),
	    told_test(people_come_from_the_playbook_owner_first),
	    told_test(a_playbook_of_more_people_than_a_room_holds_is_a_fault),
	    told_test(a_role_the_playbook_lacks_is_the_owners),
	    told_test(the_playbooks_systems_name_the_terms),
	    told_test(extra_items_are_for_extended_drills),
	    told_test(faults_of_every_file_are_told_together),
	    told_test(a_story_that_cannot_be_told_is_refused),
	    told_test(a_world_without_a_story_begins_when_it_is_told_to),
	    told_test(another_company_stands_over_the_playbooks),
	    told_test(what_another_company_leaves_out_stays_the_playbooks),
	    told_test(a_local_start_is_read_by_the_companys_clocks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
