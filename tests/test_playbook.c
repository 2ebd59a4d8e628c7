#include "check.h"
#include "bad.h"

#include "content/playbook.c"
#include "content/vocabulary.h"

static const char *const actions[] = {"suspend-account", "press-line", "notify-marketplace"};
static const char *const pauses[] = {"retargeting", "exports"};

/* A vocabulary of the test's own: shipped words may change. */
static void own_words(struct names *names)
{
	for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
		names_add(names, NAMES_ACTION, actions[i]);
	for (size_t i = 0; i < sizeof pauses / sizeof pauses[0]; i++)
		names_add(names, NAMES_PAUSE, pauses[i]);
	names_add(names, NAMES_NOTICE, "customer-holding");
}

static struct playbook *load(struct told *told, const struct file *file, struct names *names)
{
	struct shape_reader reader = {told->arena, &told->diags, "en"};

	own_words(names);
	return playbook_load(file, &reader, names);
}

static void refuse(struct told *told, const struct file *file)
{
	struct names names = {.arena = told->arena};

	assert_null(load(told, file, &names));
}

static void every_fault_of_a_playbook_is_told(void **state)
{
	(void)state;
	bad_cases("playbook-", refuse);
}

static const char small[] = "playbook: small\ntitle: T\n"
                            "company: { name: N, timezone: Asia/Singapore, customers: { SG: 900 } }\n"
                            "reviewed: 2026-02-01\nowner: lead\n"
                            "roles: { lead: { person: Mei Lin }, it: { person: Arif, deputy: Wei Jie } }\n"
                            "severities: { sev1: { when: W, wake: lead } }\n"
                            "phases:\n"
                            "  - phase: contain\n    goal: G\n    steps:\n"
                            "      - { step: a, instruction: A, owner: it, due: aware+1h, takes: 20m }\n"
                            "      - { step: b, instruction: B, owner: lead, needs: a, extra: true }\n"
                            "  - phase: notify\n    goal: G\n    steps:\n"
                            "      - { step: c, instruction: C, owner: it, needs: [a], does: press-line }\n";

static void steps_know_their_phase_and_number(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file = told_file(small);
	const struct playbook *p;

	p = load(told, &file, &names);
	assert_non_null(p);
	assert_int_equal(p->nsteps, 3);
	assert_string_equal(p->steps[1]->id, "b");
	assert_int_equal(p->steps[1]->phase, 0);
	assert_int_equal(p->steps[1]->number, 2);
	assert_int_equal(p->steps[2]->phase, 1);
	assert_int_equal(p->steps[2]->number, 1);
	assert_int_equal(((const struct playbook_phase *)p->phases.v)[1].first, 2);
	assert_int_equal(names_find(&names, NAMES_STEP, "c"), 2);
	assert_int_equal(names_find(&names, NAMES_PHASE, "notify"), 1);
	assert_int_equal(names_find(&names, NAMES_ROLE, "it"), 1);
	assert_int_equal(names_find(&names, NAMES_SEVERITY, "sev1"), 0);
}

static void what_a_step_leaves_out_is_usual(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file = told_file(small);
	const struct playbook *p;

	p = load(told, &file, &names);
	assert_int_equal(p->steps[0]->takes, 20 * 60);
	assert_int_equal(p->steps[1]->takes, 15 * 60);
	assert_int_equal(p->steps[1]->due.after, SHAPE_UNSET);
	assert_null(p->steps[0]->skip.entry.node);
	assert_false(p->steps[0]->skip.allowed);
	assert_true(p->steps[1]->extra);
}

static void a_role_of_the_scenario_is_none_of_the_playbook(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	char *changed = arena_dup(told->arena, small);
	struct file file;

	memcpy(strstr(changed, "owner: lead"), "owner: boss", strlen("owner: boss"));
	file = told_file(changed);
	names_add(&names, NAMES_ROLE, "boss");
	assert_null(load(told, &file, &names));
	assert_string_equal(told_text(told), "f.yaml:5:8: unknown role \"boss\" (there are lead and it)\n");
}

static void a_role_is_found_by_its_id(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct file file = told_file(small);
	const struct playbook *p;

	p = load(told, &file, &names);
	assert_string_equal(playbook_role(p, "it")->deputy, "Wei Jie");
	assert_null(playbook_role(p, "legal"));
}

static void steps_without_number_are_refused_at_once(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct text text = {0};
	struct file file;

	text_add_bytes(&text, small, strlen(small));
	for (int i = 0; i < 4000; i++)
		text_addf(&text, "      - { step: s%d, instruction: I, owner: it }\n", i);
	file = told_file(text.data);
	assert_null(load(told, &file, &names));
	assert_non_null(strstr(told_text(told), "f.yaml:9:3: 4003 steps; at most 500\n"));
	assert_int_equal(names.of[NAMES_STEP].n, 0);
	text_free(&text);
}

static void a_long_circle_of_needs_is_told_once(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	struct text text = {0};
	struct file file;

	text_add_bytes(&text, small, strlen(small));
	for (int i = 0; i < PLAYBOOK_STEPS_MAX - 3; i++)
		text_addf(&text, "      - { step: s%d, instruction: I, owner: it, needs: [s%d] }\n", i,
		          i + 4 < PLAYBOOK_STEPS_MAX ? i + 1 : 0);
	file = told_file(text.data);
	assert_null(load(told, &file, &names));
	assert_int_equal(told->diags.n, 1);
	assert_non_null(strstr(told_text(told), "in a circle: s0 -> s1 -> s2"));
	text_free(&text);
}

static void the_shipped_playbook_loads(void **state)
{
	struct told *told = *state;
	struct shape_reader reader = {told->arena, &told->diags, "en"};
	struct names names = {.arena = told->arena};
	struct file words, file;
	int core = 0;

	assert_true(file_read("playbooks/actions.yaml", "actions.yaml", told->arena, &told->diags, &words));
	assert_non_null(vocabulary_load(&words, &reader, &names));
	assert_true(file_read("playbooks/sme-ecommerce.yaml", "sme.yaml", told->arena, &told->diags, &file));
	const struct playbook *p = playbook_load(&file, &reader, &names);
	if (!p)
		fail_msg("%s", told_text(told));
	for (size_t i = 0; i < p->nsteps; i++)
		core += !p->steps[i]->extra;
	assert_true(p->nsteps >= 32);
	assert_true(core >= 20);
	assert_int_equal(p->phases.n, 5);
}

/* ---- the schema beside it ---- */

struct pairing {
	const struct shape *shape;
	const char *path; /* in the schema: keys with "/" between */
};

static const struct pairing pairings[] = {
    {&playbook_shape, ""},
    {&company_shape, "properties/company"},
    {&role_shape, "properties/roles/additionalProperties"},
    {&system_shape, "properties/systems/additionalProperties"},
    {&escalation_shape, "properties/escalation/items"},
    {&severity_shape, "properties/severities/additionalProperties"},
    {&obligation_shape, "properties/obligations/items"},
    {&pause_shape, "properties/pauses/items"},
    {&phase_shape, "properties/phases/items"},
    {&comms_shape, "properties/comms/items"},
    {&step_shape, "$defs/step"},
    {&evidence_shape, "$defs/evidence"},
    {&skip_shape, "$defs/skip"},
};

static const struct jsn *walk(const struct jsn *node, const char *path)
{
	char part[64];

	while (*path) {
		size_t len = strcspn(path, "/");

		snprintf(part, sizeof part, "%.*s", (int)len, path);
		node = jsn_get(node, part);
		path += len + (path[len] == '/');
	}
	return node;
}

static bool lists(const struct jsn *required, const char *key)
{
	for (size_t i = 0; i < jsn_count(required); i++)
		if (!strcmp(jsn_text(jsn_at(required, i, NULL)), key))
			return true;
	return false;
}

static void agree(const struct jsn *schema, const struct pairing *pairing)
{
	const struct jsn *node = walk(schema, pairing->path), *properties = jsn_get(node, "properties");
	size_t n = 0;

	for (const struct shape_field *f = pairing->shape->fields; f->key; f++, n++) {
		if (!jsn_get(properties, f->key))
			fail_msg("the schema lacks \"%s\" in %s", f->key, pairing->shape->what);
		if ((f->flags & SHAPE_REQUIRED) && !lists(jsn_get(node, "required"), f->key))
			fail_msg("the schema does not require \"%s\" in %s", f->key, pairing->shape->what);
	}
	if (jsn_count(properties) != n)
		fail_msg("the schema has keys in %s that the loader refuses", pairing->shape->what);
}

static void the_schema_and_the_loader_know_the_same_keys(void **state)
{
	struct told *told = *state;
	struct jsn_fault fault;
	struct file file;
	struct jsn *schema;

	assert_true(file_read("playbooks/playbook.schema.json", "schema", told->arena, &told->diags, &file));
	schema = jsn_parse(file.bytes, file.len, &fault);
	assert_non_null(schema);
	for (size_t i = 0; i < sizeof pairings / sizeof pairings[0]; i++)
		agree(schema, &pairings[i]);
	jsn_free(schema);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(every_fault_of_a_playbook_is_told),
	    told_test(steps_know_their_phase_and_number),
	    told_test(what_a_step_leaves_out_is_usual),
	    told_test(a_role_of_the_scenario_is_none_of_the_playbook),
	    told_test(a_role_is_found_by_its_id),
	    told_test(steps_without_number_are_refused_at_once),
	    told_test(a_long_circle_of_needs_is_told_once),
	    told_test(the_shipped_playbook_loads),
	    told_test(the_schema_and_the_loader_know_the_same_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
