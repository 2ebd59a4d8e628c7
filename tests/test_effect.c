#include "declared.h"

#include "content/effect.h"

static bool value_of(const struct effect_reader *reader, enum names_kind kind, int32_t ref, const struct yml *node,
                     struct effect *out)
{
	(void)ref;
	out->value = (int32_t)node->number + (kind == NAMES_FACT ? 1000 : 0);
	return node->type == YML_INT || diag_error(reader->shape->diags, node->place, "a number was wanted");
}

static int32_t hook_of(const struct effect_reader *reader, const struct yml *node)
{
	if (node->type == YML_HOOK)
		return 7;
	diag_error(reader->shape->diags, node->place, "a hook was wanted");
	return NAMES_NONE;
}

struct whole {
	struct shape_entry entry;
	struct effect_source source;
};
static const struct shape_field fields[] = {EFFECT_FIELDS(struct whole, source), SHAPE_END};
static const struct shape shape = {"an option", sizeof(struct whole), fields};

struct rig {
	struct shape_reader shape;
	struct names names;
	struct effect_reader reader;
};

static void set_up(struct told *told, struct rig *rig)
{
	rig->shape = declared_reader(told);
	rig->names = declared_names(told);
	for (int i = 0; shape_moments[i]; i++)
		names_add(&rig->names, NAMES_MOMENT, shape_moments[i]);
	names_add(&rig->names, NAMES_OBJECTIVE, "containment");
	names_add(&rig->names, NAMES_OBJECTIVE, "timeliness");
	names_add(&rig->names, NAMES_VAR, "calls");
	names_add(&rig->names, NAMES_FACT, "people");
	names_add(&rig->names, NAMES_ITEM, "letter");
	names_add(&rig->names, NAMES_ITEM, "reporter");
	names_add(&rig->names, NAMES_ITEM, "at:52h");
	names_add(&rig->names, NAMES_DECISION, "who-leads");
	rig->reader = (struct effect_reader){&rig->shape, &rig->names, &rig->names, NULL, value_of, hook_of};
}

static bool read(struct told *told, struct rig *rig, const char *json, struct effects *out)
{
	struct whole whole = {0};
	bool fine;

	set_up(told, rig);
	fine = shape_read(&rig->shape, &shape, declared_nodes(told, json), &whole);
	return effect_read(&rig->reader, &whole.source, out) && fine;
}

static void effects_stand_in_the_order_of_applying(void **state)
{
	struct rig rig;
	struct effects out;

	assert_true(
	    read(*state, &rig,
	         "{'ends':true,'run':{'hook':'h'},'critical':'lost','score':{'containment':-2},"
	         "'opens':'who-leads','delivers':['reporter','letter'],'cancels':'letter','does':'revoke-tokens',"
	         "'verifies':{'people':3},'claims':{'people':2},'sets':{'calls':1},'moment':'aware',"
	         "'because':'So it is.'}",
	         &out));
	static const struct effect expected[] = {
	    {EFFECT_MOMENT, 2, SHAPE_UNSET, NULL},
	    {EFFECT_SET, 0, 1, NULL},
	    {EFFECT_CLAIM, 0, 1002, NULL},
	    {EFFECT_VERIFY, 0, 1003, NULL},
	    {EFFECT_DO, 2, 0, NULL},
	    {EFFECT_CANCEL, 0, 0, NULL},
	    {EFFECT_DELIVER, 1, 0, NULL},
	    {EFFECT_DELIVER, 0, 0, NULL},
	    {EFFECT_OPEN, 0, 0, NULL},
	    {EFFECT_SCORE, 0, -20, NULL},
	    {EFFECT_CRITICAL, 0, 0, NULL},
	    {EFFECT_RUN, 7, 0, NULL},
	    {EFFECT_END, -1, 0, NULL},
	};
	assert_int_equal(out.n, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < out.n; i++) {
		assert_int_equal(out.v[i].kind, expected[i].kind);
		assert_int_equal(out.v[i].ref, expected[i].ref);
		assert_int_equal(out.v[i].value, expected[i].value);
	}
	assert_string_equal(out.because, "So it is.");
	assert_string_equal(names_id(&rig.names, NAMES_CRITICAL, 0), "lost");
	assert_told(*state, "");
}

static void every_unknown_id_is_told_with_the_nearest(void **state)
{
	struct rig rig;
	struct effects out;

	assert_false(read(*state, &rig,
	                  "{'moment':'awere','sets':{'call':1},'does':['revoke-token','suspend-account'],"
	                  "'opens':'who-lead','delivers':'lettre'}",
	                  &out));
	assert_told(*state, "f:0:0: unknown moment \"awere\" (did you mean \"aware\"?)\n"
	                    "f:0:0: unknown variable \"call\" (did you mean \"calls\"?)\n"
	                    "f:0:0: unknown action \"revoke-token\" (did you mean \"revoke-tokens\"?)\n"
	                    "f:0:0: unknown inject \"lettre\" (did you mean \"letter\"?)\n"
	                    "f:0:0: unknown decision \"who-lead\" (did you mean \"who-leads\"?)\n");
	assert_int_equal(out.n, 1); /* what could be read is there */
}

static void points_are_few_and_never_the_engines_own(void **state)
{
	struct rig rig;
	struct effects out;

	assert_false(read(*state, &rig, "{'score':{'containment':-3}}", &out));
	assert_int_equal(out.n, 0);
	assert_false(read(*state, &rig, "{'score':{'containment':4,'adherence':1,'timeliness':1}}", &out));
	assert_told(*state, "f:0:0: points for \"containment\" are a whole number from -2 to 3\n"
	                    "f:0:0: `score` can't give \"adherence\": it follows from the clocks and the playbook\n"
	                    "f:0:0: `score` can't give \"timeliness\": it follows from the clocks and the playbook\n");
	assert_true(read(*state, &rig, "{'score':{'containment':3}}", &out));
	assert_int_equal(out.v[0].value, 30);
}

static void a_moment_may_say_when_it_was(void **state)
{
	struct rig rig;
	struct effects out;

	assert_true(read(*state, &rig, "{'moment':{'assessed':'2h','aware':'1h30'}}", &out));
	assert_int_equal(out.n, 2); /* in order of the moments, not of the keys */
	assert_int_equal(out.v[0].ref, 2);
	assert_int_equal(out.v[0].value, 5400);
	assert_int_equal(out.v[1].ref, 3);
	assert_int_equal(out.v[1].value, 7200);
	assert_false(read(*state, &rig, "{'moment':{'aware':'90'}}", &out));
	assert_false(read(*state, &rig, "{'moment':{'awere':'1h'}}", &out));
	assert_int_equal(((struct told *)*state)->diags.errors, 2);
}

static void only_injects_are_delivered(void **state)
{
	struct rig rig;
	struct effects out;

	assert_false(read(*state, &rig, "{'delivers':'at:52h'}", &out));
	assert_told(*state, "f:0:0: `delivers` takes injects only, not \"at:52h\"\n");
}

static void wrong_types_are_told(void **state)
{
	struct rig rig;
	struct effects out;

	assert_false(read(*state, &rig, "{'does':1,'sets':'calls','ends':'soon','run':'x'}", &out));
	assert_int_equal(((struct told *)*state)->diags.errors, 4);
	assert_int_equal(out.n, 0);
	assert_true(read(*state, &rig, "{'ends':false,'sets':[]}", &out));
	assert_int_equal(out.n, 0);
}

static void a_hook_proposes_pure_effects_alone(void **state)
{
	struct rig rig;
	struct effects out;

	set_up(*state, &rig);
	assert_true(effect_read_hook(&rig.reader, declared_nodes(*state, "{'sets':{'calls':5}}"), &out));
	assert_int_equal(out.n, 1);
	assert_int_equal(out.v[0].value, 5);
	assert_true(effect_read_hook(&rig.reader, declared_nodes(*state, "[]"), &out));
	assert_int_equal(out.n, 0);
	assert_true(effect_read_hook(&rig.reader, NULL, &out));
	assert_false(effect_read_hook(&rig.reader, declared_nodes(*state, "{'score':{'containment':1}}"), &out));
	assert_false(effect_read_hook(&rig.reader, declared_nodes(*state, "{'critical':'x'}"), &out));
	assert_int_equal(rig.names.of[NAMES_CRITICAL].n, 0);
}

static void points_are_added_up_for_one_objective_or_for_all(void **state)
{
	(void)state;
	struct effect v[] = {{EFFECT_SCORE, 0, 30, NULL},
	                     {EFFECT_SCORE, 1, -10, NULL},
	                     {EFFECT_MOMENT, 0, 500, NULL},
	                     {EFFECT_SCORE, 0, 5, NULL}};
	const struct effects effects = {v, 4, NULL};
	assert_int_equal(effect_points(&effects, 0), 35);
	assert_int_equal(effect_points(&effects, 1), -10);
	assert_int_equal(effect_points(&effects, 2), 0);
	assert_int_equal(effect_points(&effects, NAMES_NONE), 25);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(effects_stand_in_the_order_of_applying),
	    told_test(every_unknown_id_is_told_with_the_nearest),
	    told_test(points_are_few_and_never_the_engines_own),
	    told_test(a_moment_may_say_when_it_was),
	    told_test(only_injects_are_delivered),
	    told_test(wrong_types_are_told),
	    told_test(a_hook_proposes_pure_effects_alone),
	    cmocka_unit_test(points_are_added_up_for_one_objective_or_for_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
