#include "check.h"
#include "told.h"

#include "content/stray.h"

static void key_in(struct told *told, const char *what, const char *key, bool lua)
{
	static const char *const keys[] = {"owner", "takes"};
	struct yml value = {.type = YML_TEXT, .text = "x", .lua = lua};
	struct yml_pair pair = {.key = key, .place = {"a.lua", (int)told->diags.n + 1, 1}, .value = &value};
	stray_key(&(struct scalar){.diags = &told->diags, .arena = told->arena}, what, &pair, keys, 2);
}

static void assert_last(const struct told *told, const char *message, const char *hint)
{
	const struct diag *last = &told->diags.v[told->diags.n - 1];
	assert_string_equal(last->message, message);
	assert_string_equal(last->hint ? last->hint : "", hint);
}

static void a_key_in_the_wrong_place_is_told_where_it_belongs(void **state)
{
	struct told *told = *state;
	key_in(told, "an option", "late", true);
	assert_last(told, "unknown key \"late\" in an option", "`late` belongs to the decision, beside its options");
	key_in(told, "an option", "containment", true);
	assert_last(told, "unknown key \"containment\" in an option",
	            "points stand together: score = { containment = 3 }, by the dimension's name");
	key_in(told, "a decision", "options", true);
	assert_last(told, "unknown key \"options\" in a decision",
	            "the options stand in the decision itself: { id = \"...\", \"...\" }, without a key around them");
	key_in(told, "an inject", "because", true);
	assert_last(told, "unknown key \"because\" in an inject",
	            "an inject has none: it belongs to an option, to `late`, to an `on` or an `at`");
	key_in(told, "a decision", "at", true);
	assert_last(told, "unknown key \"at\" in a decision",
	            "an inject or an `at` brings the question: opens = \"...\" there says when");
}

static void any_other_key_is_told_the_nearest(void **state)
{
	struct told *told = *state;
	key_in(told, "a decision", "ownr", true);
	assert_last(told, "unknown key \"ownr\" in a decision", "did you mean \"owner\"?");
	key_in(told, "an option", "lat", true);
	assert_last(told, "unknown key \"lat\" in an option", "");
	key_in(told, "a step", "late", false);
	assert_last(told, "unknown key \"late\" in a step", "");
	key_in(told, "a", "late", true); /* part of a name is none */
	assert_last(told, "unknown key \"late\" in a", "");
	key_in(told, "an option", "options choices", true);
	assert_last(told, "unknown key \"options choices\" in an option", "");
}

static void id_of(struct told *told, const struct names *names, enum names_kind kind, const char *id)
{
	stray_id(&(struct scalar){.diags = &told->diags, .arena = told->arena}, names, kind, id,
	         (struct diag_place){"a.lua", (int)told->diags.n + 1, 5});
}

static void an_id_of_another_kind_is_told_what_it_is(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	names_add(&names, NAMES_ITEM, "news");
	names_add(&names, NAMES_DECISION, "who");
	id_of(told, &names, NAMES_ITEM, "who");
	assert_last(told, "unknown inject \"who\"",
	            "that is a decision: `opens` asks it; `delivers` and `after` take injects");
	id_of(told, &names, NAMES_DECISION, "news");
	assert_last(told, "unknown decision \"news\"",
	            "that is an inject: `delivers` brings it; `opens` takes decisions");
	id_of(told, &names, NAMES_DECISION, "whoo");
	assert_last(told, "unknown decision \"whoo\"", "did you mean \"who\"?");
}

static void actions_are_suggested_by_the_words_they_share(void **state)
{
	static const struct {
		const char *id, *hint;
	} cases[] = {
	    {"wipe-devise", "did you mean \"wipe-device\"?"},
	    {"wipe-laptop", "did you mean \"wipe-device\"? The actions are those of playbooks/actions.yaml"},
	    {"report-police", "did you mean \"police-report\"? The actions are those of playbooks/actions.yaml"},
	    {"report-theft", "did you mean \"police-report\" or \"report-takeover\"? The actions are those of "
	                     "playbooks/actions.yaml"},
	    {"tell-them", "the actions are those of playbooks/actions.yaml; one of your own is added there"},
	    {"-", "the actions are those of playbooks/actions.yaml; one of your own is added there"},
	};
	struct told *told = *state;
	struct names names = {.arena = told->arena, .vocabulary = "playbooks/actions.yaml"};
	names_add(&names, NAMES_ACTION, "wipe-device");
	names_add(&names, NAMES_ACTION, "police-report");
	names_add(&names, NAMES_ACTION, "report-takeover");
	names_add(&names, NAMES_ACTION, "tell-board");
	names_add(&names, NAMES_ACTION, "tell-bank");
	names_add(&names, NAMES_ACTION, "tell-staff");
	names_add(&names, NAMES_ACTION, "tell-press"); /* four alike are too many to name */
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		id_of(told, &names, NAMES_ACTION, cases[i].id);
		assert_string_equal(told->diags.v[told->diags.n - 1].hint, cases[i].hint);
	}
	names.vocabulary = "actions.yaml"; /* a team's own */
	id_of(told, &names, NAMES_ACTION, "-");
	assert_string_equal(
	    told->diags.v[told->diags.n - 1].hint,
	    "the actions are those of actions.yaml beside the playbook; one of your own is added there");
}

static void what_was_told_to_be_no_id_is_not_told_to_be_unknown(void **state)
{
	struct told *told = *state;
	struct names names = {.arena = told->arena};
	const struct diag_place place = {"a.lua", 3, 5};
	const struct scalar how = {.diags = &told->diags, .arena = told->arena};
	assert_false(scalar_check_id(&how, "it Admin", place));
	stray_id(&how, &names, NAMES_ROLE, "it Admin", place);
	assert_int_equal(told->diags.n, 1);
	assert_last(told, "\"it Admin\" is no id: use lower-case letters, digits and hyphens, at most 48",
	            "write it-admin");
	stray_id(&how, &names, NAMES_ROLE, "it Admin", (struct diag_place){"a.lua", 4, 5});
	assert_int_equal(told->diags.n, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_key_in_the_wrong_place_is_told_where_it_belongs),
	    told_test(any_other_key_is_told_the_nearest),
	    told_test(an_id_of_another_kind_is_told_what_it_is),
	    told_test(actions_are_suggested_by_the_words_they_share),
	    told_test(what_was_told_to_be_no_id_is_not_told_to_be_unknown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
