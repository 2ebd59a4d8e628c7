#include "check.h"
#include "told.h"

#include "content/loan.h"
#include "desk/counsel.h"
#include "desk/drafting.h"
#include "desk/layout.h"
#include "desk/origin.h"
#include "exercise/event.h"

#include <stdio.h>
#include <unistd.h>

/* An incident of a company that has no playbook of its own, with something for every kind of notice to say. */
static const char facts[] =
    "case: brot-2026\n"
    "mode: incident\n"
    "at: 2026-11-21 20:00\n"
    "company: { name: Brot & Butter GmbH, contact: privacy@brot.de, timezone: Europe/Berlin, customers: { SG: 9, KR: "
    "7010, MY: 640, DE: 85 } }\n"
    "moments: { occurred: 2026-11-20 10:00, detected: 2026-11-21 10:00, aware: 2026-11-21 12:00 }\n"
    "facts:\n"
    "  people: { kind: count, says: [N], label: People, unit: people, verb: exported, value: 50,\n"
    "            verified: { by: it-admin, against: the log, at: 2026-11-21 13:00 } }\n"
    "  bank: { kind: data, category: bank, value: involved,\n"
    "          verified: { by: it-admin, against: the log, at: 2026-11-21 13:00 } }\n"
    "  how: { kind: text, says: [HOW], label: How it came about }\n"
    "actions: { suspend-account: 2026-11-21 14:00, notify-marketplace: 2026-11-21 15:00 }\n"
    "published: [{ notice: customer-holding, lang: en, at: 2026-11-21 16:00, said: { people: 60 } }]\n";

struct lent {
	struct told *told;
	struct origin origin;
	struct drafting *drafting;
	struct shape_texts own; /* what the lender could be known by */
};

static void add(struct lent *lent, const char *s)
{
	if (s)
		*(const char **)arena_push(lent->told->arena, &lent->own.v, &lent->own.n, sizeof s) = s;
}

/* The shipped playbook as it is for drills. */
static void collect(struct lent *lent)
{
	static const char *const more[] = {"Mei Lin", "Arif",   "HubNest",  "StraitsPay", "Pasar",
	                                   "5550",    "Kopi &", "kopikain", "14.2",       "folder"};
	struct shelf_set set;
	assert_true(shelf_open(&(struct shelf_choice){.t0 = 0}, &lent->told->diags, &set));
	const struct playbook *playbook = set.world->playbook;
	const struct playbook_role *roles = playbook->roles.v;
	const struct playbook_system *systems = playbook->systems.v;
	const struct playbook_obligation *obligations = playbook->obligations.v;
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		add(lent, more[i]);
	for (size_t i = 0; i < playbook->roles.n; i++) {
		add(lent, arena_dup(lent->told->arena, roles[i].person));
		add(lent, arena_dup(lent->told->arena, roles[i].deputy));
	}
	for (size_t i = 0; i < playbook->systems.n; i++)
		add(lent, arena_dup(lent->told->arena, systems[i].vendor));
	for (size_t i = 0; i < playbook->obligations.n; i++)
		add(lent, arena_dup(lent->told->arena, obligations[i].party));
	assert_true(lent->own.n > 30);
	shelf_close(&set);
}

static bool open_facts(struct lent *lent, const char *bytes, const char *playbook)
{
	char path[] = "/tmp/loan-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, strlen(bytes)), strlen(bytes));
	close(fd);
	bool opened = origin_open(&lent->origin, &(struct origin_choice){.facts = path, .playbook = playbook},
	                          &lent->told->diags);
	unlink(path);
	return opened;
}

static int set_up(void **state)
{
	struct lent *lent = calloc(1, sizeof *lent);
	assert_int_equal(told_setup((void **)&lent->told), 0);
	*state = lent;
	return 0;
}

static int tear_down(void **state)
{
	struct lent *lent = *state;
	drafting_free(lent->drafting);
	origin_close(&lent->origin);
	told_teardown((void **)&lent->told);
	free(lent);
	return 0;
}

static int find(const struct lent *lent, const char *where, const char *text)
{
	int found = 0;
	for (size_t i = 0; text && i < lent->own.n; i++)
		if (strstr(text, lent->own.v[i])) {
			print_error("%s has \"%s\"\n", where, lent->own.v[i]);
			found++;
		}
	return found;
}

static int find_in_notice(struct lent *lent, const char *name, const char *lang)
{
	struct notice notice;
	const char *where = arena_printf(lent->told->arena, "%s.%s", name, lang);
	if (!drafting_write(lent->drafting, lent->origin.matter, name, lang, lent->told->arena, &notice,
	                    &lent->told->diags))
		fail_msg("%s: %s", where, told_text(lent->told));
	int found = find(lent, where, notice.subject) + find(lent, where, notice.text);
	for (size_t i = 0; i < notice.nvalues; i++)
		found += find(lent, where, notice.values[i].text);
	return found;
}

static void no_notice_of_any_kind_and_language_names_the_lender(void **state)
{
	struct lent *lent = *state;
	collect(lent);
	assert_true(open_facts(lent, facts, NULL));
	lent->drafting = drafting_open(lent->origin.matter->world, &lent->told->diags);
	struct shape_texts names = drafting_names(lent->drafting);
	int seen = 0, found = 0;
	for (size_t i = 0; i < names.n; i++) {
		struct shape_texts langs = drafting_spoken(lent->drafting, names.v[i]);
		for (size_t k = 0; k < langs.n; k++, seen++)
			found += find_in_notice(lent, names.v[i], langs.v[k]);
	}
	assert_true(seen > 40);
	assert_int_equal(found, 0);
}

static void counsels_page_names_the_roles_and_nobody_in_them(void **state)
{
	struct lent *lent = *state;
	collect(lent);
	assert_true(open_facts(lent, facts, NULL));
	static const char *const langs[] = {"en", "zh"}, *const unnamed[] = {"Incident lead**: not named yet",
	                                                                     "尚未指定"};
	for (size_t i = 0; i < 2; i++) {
		struct text page = {0};
		struct layout *layout = layout_open(langs[i], &lent->told->diags);
		struct jsn *tree = counsel_tree(lent->origin.matter, langs[i], layout_phrases(layout));
		assert_true(layout_render(layout, "brief.md", ESCAPE_COMMONMARK, tree, &page, &lent->told->diags));
		assert_int_equal(find(lent, langs[i], page.data), 0);
		assert_non_null(strstr(page.data, unnamed[i]));
		jsn_free(tree);
		layout_free(layout);
		text_free(&page);
	}
}

static void roles_and_who_approves_what_are_anybodys(void **state)
{
	struct lent *lent = *state;
	assert_true(open_facts(lent, facts, NULL));
	const struct world *world = lent->origin.set.world;
	const struct playbook *playbook = world->playbook;
	const struct playbook_comms *comms = playbook->comms.v;
	assert_non_null(playbook_role(playbook, "incident-lead"));
	assert_string_equal(playbook->owner, "incident-lead");
	assert_true(playbook->nsteps > 0 && playbook->severities.n && playbook->pauses.n);
	for (size_t i = 0; i < playbook->comms.n; i++)
		assert_true(comms[i].approvers.n && comms[i].next_update == SHAPE_UNSET);
	for (size_t i = 0; i < world->ndeadlines; i++)
		assert_null(world->deadlines[i].obligation);
	assert_string_equal(world->zone, "Europe/Berlin");
}

static void it_is_told_that_nobody_is_in_the_texts(void **state)
{
	struct lent *lent = *state;
	assert_true(open_facts(lent, facts, NULL));
	assert_int_equal(lent->told->diags.n, 1);
	assert_non_null(strstr(told_text(lent->told),
	                       "no playbook is named (playbook: in the file, or --playbook): no people, systems or "
	                       "contracts are in these texts"));
}

/* That what stands in it is the invented company's, and nothing else. */
static bool is_told_as_shipped(const struct lent *lent)
{
	const struct diags *diags = &lent->told->diags;
	return diags->n == 1 && diags->errors == 0 && strstr(diags->v[0].message, "not yours yet");
}

static void a_named_playbook_is_whole(void **state)
{
	struct lent *lent = *state;
	assert_true(open_facts(lent, facts, "sme-ecommerce"));
	assert_true(is_told_as_shipped(lent));
	assert_string_equal(playbook_role(lent->origin.set.world->playbook, "incident-lead")->person, "Mei Lin");
}

static void the_file_itself_can_name_it(void **state)
{
	struct lent *lent = *state;
	const char *bytes = arena_printf(lent->told->arena, "%splaybook: sme-ecommerce\n", facts);
	assert_true(open_facts(lent, bytes, NULL));
	assert_true(is_told_as_shipped(lent));
	assert_int_equal(lent->origin.set.world->playbook->obligations.n, 3);
}

static void nobodys_contact_is_the_companys(void **state)
{
	struct lent *lent = *state;
	assert_true(open_facts(
	    lent, "case: a\nmode: incident\ncompany: { name: Brot, timezone: Asia/Seoul, customers: { KR: 9 } }\n",
	    NULL));
	assert_null(lent->origin.matter->contact);
}

static void an_exercise_has_the_whole_example(void **state)
{
	struct lent *lent = *state;
	assert_true(open_facts(lent, "case: a\nmode: exercise\n", NULL));
	assert_int_equal(lent->told->diags.n, 0);
	assert_string_equal(lent->origin.matter->company, "Kopi & Kain Pte Ltd");
}

/* A drill of a company of its own ---------------------------------------------------------------------------------- */

static const char drill[] =
    "scenario 's' { title = 'S', synopsis = 'A.', company = { name = 'Satay & Co', timezone = 'Asia/Kuala_Lumpur', "
    "customers = { SG = 9, MY = 900 } }, terms = { crm = 'our list' }, starts = '2026-03-05 21:40', roles = { "
    "'support' }, pace = { { to = '4h', takes = '8m' } }, truth = { aware = '1h' } }\n"
    "inject 'one' { at = '0h', from = 'X', to = 'support', channel = 'chat', text = 'T' }\n";

static struct shelf_set open_drill(struct lent *lent, const char *playbook)
{
	char path[] = "/tmp/loan-XXXXXX.lua";
	struct shelf_set set;
	int fd = mkstemps(path, 4);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, drill, strlen(drill)), strlen(drill));
	close(fd);
	bool opened =
	    shelf_open(&(struct shelf_choice){.scenario = path, .playbook = playbook}, &lent->told->diags, &set);
	unlink(path);
	assert_true(opened);
	return set;
}

static bool has_clock(const struct world *world, const char *start)
{
	for (size_t i = 0; i < world->ndeadlines; i++)
		if (strncmp(world->deadlines[i].id, start, strlen(start)) == 0)
			return true;
	return false;
}

static void assert_own_shop(const struct world *world)
{
	struct text said = {0};
	assert_true(world->borrows);
	assert_string_equal(world->playbook->company.name, "Satay & Co");
	assert_null(world->playbook->company.contact);
	assert_string_equal(world->zone, "Asia/Kuala_Lumpur");
	assert_true(has_clock(world, "my-pdpa") && has_clock(world, "sg-pdpa"));
	assert_false(has_clock(world, "kr-pipa") || has_clock(world, "notify-marketplace"));
	world_expand(world, "{crm}, {mail}", &said);
	assert_string_equal(said.data, "our list, Postlane");
	text_free(&said);
}

static void a_scenarios_company_stands_over_the_example_that_nobody_chose(void **state)
{
	struct shelf_set set = open_drill(*state, NULL);
	assert_own_shop(set.world);
	assert_string_equal(playbook_role(set.world->playbook, "incident-lead")->person, "Mei Lin");
	assert_true(set.world->playbook->nsteps > 0);
	shelf_close(&set);
}

static void a_playbook_that_somebody_named_stands_over_the_scenario(void **state)
{
	struct shelf_set set = open_drill(*state, "sme-ecommerce");
	assert_false(set.world->borrows);
	assert_string_equal(set.world->playbook->company.name, "Kopi & Kain Pte Ltd");
	assert_true(has_clock(set.world, "kr-pipa") && has_clock(set.world, "notify-marketplace"));
	shelf_close(&set);
}

static void a_record_keeps_whose_drill_it_was(void **state)
{
	struct lent *lent = *state;
	struct shelf_set set = open_drill(lent, NULL);
	struct event_start start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1};
	struct jsn *data = event_start(&start, set.world);
	struct world *again = event_world(data, &start, &lent->told->diags);
	assert_non_null(again);
	assert_own_shop(again);
	world_free(again);
	jsn_free(data);
	shelf_close(&set);
}

static void nothing_changes_where_it_is_the_same_company_or_a_real_one(void **state)
{
	(void)state;
	struct shape_count here[] = {{"SG", 1}, {"KR", 2}}, there[] = {{"KR", 2}, {"SG", 1}};
	struct playbook_company told = {.name = "A", .timezone = "UTC", .customers = {here, 2}};
	struct playbook same = {.company = told}, real = {.company = told};
	same.company.contact = "a@a.example";
	same.company.customers.v = there;
	assert_false(loan_to(&same, &told));
	assert_string_equal(same.company.contact, "a@a.example");
	there[0].n = 3;
	assert_true(loan_to(&same, &told));
	assert_ptr_equal(same.company.customers.v, here);
	real.company.contact = "a@a.sg";
	real.company.name = "B";
	assert_false(loan_to(&real, &told));
	assert_string_equal(real.company.name, "B");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(no_notice_of_any_kind_and_language_names_the_lender),
	    TEST(counsels_page_names_the_roles_and_nobody_in_them),
	    TEST(roles_and_who_approves_what_are_anybodys),
	    TEST(it_is_told_that_nobody_is_in_the_texts),
	    TEST(a_named_playbook_is_whole),
	    TEST(the_file_itself_can_name_it),
	    TEST(nobodys_contact_is_the_companys),
	    TEST(an_exercise_has_the_whole_example),
	    TEST(a_scenarios_company_stands_over_the_example_that_nobody_chose),
	    TEST(a_playbook_that_somebody_named_stands_over_the_scenario),
	    TEST(a_record_keeps_whose_drill_it_was),
	    TEST(nothing_changes_where_it_is_the_same_company_or_a_real_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
