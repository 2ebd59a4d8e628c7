#include "check.h"
#include "told.h"

#include "content/scenario.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

enum { GUARD = 20 }; /* seconds until a hang ends the whole run */

static const struct file *no_include(void *context, const char *name, struct diag_place place)
{
	struct told *told = context;
	diag_error(&told->diags, place, "no file \"%s\"", name);
	return NULL;
}

static const struct file *blocks(void *context, const char *name, struct diag_place place)
{
	struct told *told = context;
	static const char shared[] =
	    "shared = 'from the block'\ninclude 'lib/blocks'\ninject 'inner' { text = shared }\n";
	static const char broken[] = "\nlocal x = = 1\n";
	(void)place;
	struct file *file = arena_alloc(told->arena, sizeof *file);
	const char *bytes = strcmp(name, "lib/broken") == 0 ? broken : shared;
	*file = (struct file){.name = arena_printf(told->arena, "%s.lua", name), .bytes = bytes, .len = strlen(bytes)};
	return file;
}

static struct scenario *load(struct told *told, const char *source, struct yml **declarations)
{
	struct file *file = arena_alloc(told->arena, sizeof *file);
	*file = (struct file){.name = "a.lua", .bytes = source, .len = strlen(source)};
	struct scenario_files files = {blocks, told};
	return scenario_load(file, &files, told->arena, &told->diags, declarations);
}

static const struct yml *body_of(const struct yml *declarations, size_t i)
{
	assert_true(i < declarations->n);
	return yml_get(declarations->pairs[i].value, "body");
}

static const char *hooks_of(struct told *told, const struct yml *node)
{
	const char *all = node->type == YML_HOOK ? arena_printf(told->arena, "%s ", node->text) : "";
	for (size_t i = 0; i < node->n; i++)
		all = arena_printf(told->arena, "%s%s", all, hooks_of(told, node->pairs[i].value));
	return all;
}

static void declarations_become_nodes_with_places(void **state)
{
	struct told *told = *state;
	struct yml *list;
	struct scenario *scenario = load(told,
	                                 "scenario 'x' {\n"
	                                 "  title = 'T',\n"
	                                 "  company = { name = 'N', customers = { SG = 3.0 } },\n"
	                                 "}\n"
	                                 "var 'open' (true)\n"
	                                 "var 'who' { 'none', 'hr' }\n"
	                                 "decision 'd' { ask = '?', { id = 'a', 'Words' } }\n",
	                                 &list);
	assert_string_equal(told_text(told) ? told_text(told) : "", "");
	assert_int_equal(list->n, 4);
	assert_string_equal(yml_get(list->pairs[0].value, "kind")->text, "scenario");
	assert_string_equal(yml_get(list->pairs[3].value, "id")->text, "d");
	assert_int_equal(list->pairs[3].value->place.line, 7);
	const struct yml *body = body_of(list, 0), *customers = yml_get(yml_get(body, "company"), "customers");
	assert_string_equal(body->pairs[0].key, "title"); /* the order of the source */
	assert_int_equal(yml_get(customers, "SG")->number, 3);
	assert_int_equal(yml_get(customers, "SG")->place.line, 3);
	assert_int_equal(body_of(list, 1)->type, YML_BOOL);
	assert_int_equal(body_of(list, 2)->type, YML_LIST);
	assert_string_equal(body_of(list, 2)->pairs[1].value->text, "hr");
	assert_string_equal(body_of(list, 3)->pairs[1].key, "ask");
	scenario_free(scenario);
}

static void hooks_are_named_after_what_they_serve(void **state)
{
	struct told *told = *state;
	struct yml *list;
	struct scenario *scenario =
	    load(told,
	         "local function f() end\n"
	         "inject 'i' { when = f, run = f }\n"
	         "decision 'd' { { id = 'a', 'A', run = f }, { 'B', run = f }, late = { run = f } }\n"
	         "at '52h' { when = f }\n"
	         "at '52h' { when = f }\n"
	         "on 'wipe' { run = f }\n",
	         &list);
	assert_non_null(scenario);
	assert_string_equal(hooks_of(told, list),
	                    "inject:i:when inject:i:run option:d.a:run option:d.#2:run late:d:run "
	                    "at:52h:when at:52h#2:when on:wipe:run ");
	scenario_free(scenario);
}

struct example {
	const char *source, *told;
};

static const struct example slips[] = {
    {"injct 'a' {}", "a.lua:1:0: unknown word \"injct\"; did you mean \"inject\"?\n"},
    {"inject 'a' {\n  at = '0h',\n\ninject 'b' {}\ninject 'c' {}\n",
     "a.lua:4:0: going by the indentation, the { of line 1 is not closed before this\n"},
    {"inject 'a' {\n  at = '0h'\n  from = 'x' }", "a.lua:3:0: a comma is missing before 'from'\n"},
    {"inject 'a' { text = \xE2\x80\x9Chi\xE2\x80\x9D }", "a.lua:1:21: curly quote; Lua wants straight ones\n"},
    {"inject 'a' {\n when = function(w) if w.x = 1 then return true end end }",
     "a.lua:2:0: \"=\" gives a value; to compare, write \"==\"\n"},
    {"inject 'a' {\n log-purge = 1 }",
     "a.lua:2:0: a key with a dash, a dot or a space needs brackets: [\"my-key\"] = ...; or a { is missing\n"},
    {"inject 'a' {\n text = 'x'\n", "a.lua:3:0: the { of line 1 is never closed\n"},
    {"local function f()\n", "a.lua:2:0: what begins on line 1 has no \"end\"\n"},
    {"\nlocal function f()\n\n", "a.lua:4:0: what begins on line 2 has no \"end\"\n"},
    {"inject 'a' { text = 'x\n' }", "a.lua:1:0: this text has no closing quote\n"},
    {"inject 'a' {\n text = [[one,\n read_aloud = [[two]],\n}",
     "a.lua:2:9: another [[ stands in this text: is its own ]] missing?\n"},
    {"inject 'a' { from: 'x' }", "a.lua:1:0: a name is missing before ''x''; a key takes \"=\", not \":\"\n"},
    {"inject 'a' { when = function(w) return w.x,\n from = 'x' }",
     "a.lua:2:0: what begins on line 1 has no \"end\" before this; to compare, write \"==\"\n"},
    {"inject 'a' { when = function(w) return w.x, from = 'x' }",
     "a.lua:1:0: \"=\" gives a value; to compare, write \"==\"; or an \"end\" is missing before it\n"},
    {"inject 'a' { when = function(w) if w.x then return 1 end, at = '1h' }",
     "a.lua:1:0: an \"end\" is missing before this comma, or a value\n"},
    {"inject 'a' { does = 'b' }, at = '1h' }",
     "a.lua:1:0: no { is open here: one is missing before this comma, or a } before it is too many\n"},
    {"local x = 1\nend", "a.lua:2:0: this \"end\" closes nothing: it is one too many\n"},
    {"inject 'a' {}\n}", "a.lua:2:0: a value is missing before this }, or the } is one too many\n"},
    {"inject 'a' { when = function(w) w.x end }",
     "a.lua:1:0: this value goes nowhere: is \"return\" missing before it?\n"},
    {"inject 'a' { when = function(w) w.x >= 5 end }",
     "a.lua:1:0: this value goes nowhere: is \"return\" missing before it?\n"},
    {"inject 'a' { at = 20h }", "a.lua:1:0: '20h' is no number; a time or a name stands in quotes\n"},
    {"inject 'a' { at =\xC2\xA0'2h' }",
     "a.lua:1:0: a no-break space, or another sign that Lua does not know: write a plain space\n"},
    {"inject 'a' { when = function(w) return w.x != 1 end }",
     "a.lua:1:0: Lua writes \"~=\" for not equal, and \"not\"\n"},
    {"inject 'a' { when = function(w) return w.x || w.y end }", "a.lua:1:0: Lua writes \"or\", not ||\n"},
    {"inject 'a' { when = function(w) return w.x && w.y end }", "a.lua:1:0: Lua writes \"and\", not &&\n"},
    {"inject 'a' { when = function(w) return w.x OR w.y end }", "a.lua:1:0: \"or\" is written in small letters\n"},
    {"inject 'a' { at = '2h', // late\n}", "a.lua:1:0: a comment begins with --, not //\n"},
    {"inject 'a' { when = function(w) return w:open end }",
     "a.lua:1:0: w: asks with an id, as in w:done \"open-log\"; a variable has a dot, w.name\n"},
    {"fact 'f' {\n label = \"People, unit = \"people\",\n}",
     "a.lua:2:10: this text has no closing quote: it goes on over the next key\n"},
    {"fact 'f' { x = True }", "a.lua:1:0: unknown word \"True\"; did you mean \"true\"?\n"},
    {"inject 'a' { text = 'a 'quoted' word' }",
     "a.lua:1:25: a quote inside a text ends it: write \\\" there, or the text in [[ ]]\n"},
    {"inject 'a' { n = 6,100 }", "a.lua:1:18: a number has no comma in it: write 6100\n"},
    {"inject 'a' { owner = wrong-person }",
     "a.lua:1:0: unknown word \"wrong\" (a text stands in quotes: \"wrong-person\")\n"},
    {"inject 'a' { text = tostring(print(1)) }", "a.lua:1:0: unknown word \"print\"\n"},
    {"inject wrong-person {}", "a.lua:1:0: a declaration is written inject \"name\" { ... }, its name in quotes\n"},
    {"inject 'a'\n", "a.lua:1:1: inject \"a\" has no { body } after it\n"},
    {"\nlocal pending = inject('a' .. 1)\n", "a.lua:2:0: inject \"a1\" has no { body } after it\n"},
    {"local f = inject('a' .. 1)\nf {}\nf {}", "a.lua:3:0: inject \"a1\" has its body already\n"},
    {"inject {}", "a.lua:1:0: inject wants a name first: inject \"name\" { ... }\n"},
    {"inject 'a' { x = 1, x = 2 }", "a.lua:1:21: the key \"x\" is here twice, first on line 1\n"},
    {"objective 'a' { weight = 2.5 }", "a.lua:1:26: objective \"a\": weight: only whole numbers count here\n"},
    {"inject 'a' { does = { 'x', nil, 'y' } }",
     "a.lua:1:21: inject \"a\": does: this list has a gap (a nil, or a number that skips)\n"},
    {"inject 'a' { does = { [true] = 1 } }", "a.lua:1:21: inject \"a\": does: a key must be a name\n"},
    {"inject 'a' { text = '\\xff' }",
     "a.lua:1:21: inject \"a\": text: this text is not UTF-8, or has a zero byte in it\n"},
    {"var 'a' (nil)", "a.lua:1:0: var \"a\": nil is no value\n"},
    {"local t = {} t.t = t\ninject 'a' { x = t }", "a.lua:2:0: inject \"a\": t: this table contains itself\n"},
    {"local t = {} for i = 1, 20 do t = { t } end\ninject 'a' { x = t }",
     "a.lua:2:0: inject \"a\": nested deeper than 16 tables\n"},
    {"objective 'a' { weight = 0.5 }\nobjective 'b' { weight = 1.5 }",
     "a.lua:1:26: objective \"a\": weight: only whole numbers count here\n"
     "a.lua:2:26: objective \"b\": weight: only whole numbers count here\n"},
    {"inject 'a' { from => 'x' }", "a.lua:1:0: a key takes \"=\", not \"=>\"\n"},
    {"inject 'a' { from == 'x' }", "a.lua:1:0: unknown word \"from\" (a key takes one \"=\"; two compare)\n"},
    {"inject 'a' { 'from': 'x' }", "a.lua:1:0: a key takes \"=\", not \":\", and no quotes\n"},
    {"inject 'a' { does = [ 'x' ] }", "a.lua:1:0: a list stands in { }, not in [ ]\n"},
    {"inject 'a' { score = { care = +1 } }", "a.lua:1:0: a number has no plus before it: write 1, not +1\n"},
    {"inject 'a' { do = { 'x' } }", "a.lua:1:0: \"do\" is Lua's own word; is the key \"does\"?\n"},
    {"# late\ninject 'a' {}", "a.lua:1:0: a comment begins with --, not #\n"},
    {"- late\ninject 'a' {}", "a.lua:1:0: a comment begins with two dashes: --\n"},
    {"/* late */\ninject 'a' {}", "a.lua:1:0: a comment begins with --, not with /\n"},
    {"inject 'a' { from \xE2\x80\x93 'x' }",
     "a.lua:1:0: a curly quote or a long dash: Lua wants straight quotes, and -\n"},
    {"inject 'a' { when = function(w) not w.x end }",
     "a.lua:1:0: this value goes nowhere: is \"return\" missing before it?\n"},
    {"inject 'a' { when = function(w) if w.x end }",
     "a.lua:1:0: \"if\" wants a \"then\"; to answer yes or no write \"return\" instead\n"},
    {"inject 'a' { when = not w.x end }", "a.lua:1:0: this \"end\" closes nothing: a hook begins with function(w)\n"},
    {"inject ('a', {\n text = 'x' }\ninject 'b' {}",
     "a.lua:3:0: the ( of line 1 is never closed; a declaration needs none: decision \"name\" { ... }\n"},
    {"inject 'a' {\n text =\n", "a.lua:3:0: the file ends in the middle of a declaration\n"},
    {"decision 'a' {\n  { id = 'b', 'B', score = { care = 1,\n    because = 'C' },\n  { id = 'd', 'D' },\n}\ninject "
     "'e' {}",
     "a.lua:4:0: going by the indentation, the { of line 2 is not closed before this\n"},
    {"inject 'a' {\n  text = [[one\ntwo]],\n\n-- next\nat '5h' {\n}\ninject 'b' {}",
     "a.lua:6:0: going by the indentation, the { of line 1 is not closed before this\n"},
    {"include 'lib/broken'", "lib/broken.lua:2:0: unexpected symbol near '='\n"},
    {"include '../up'", "a.lua:1:0: include wants the name of a file below this folder: include \"lib/name\"\n"},
};

static void faults_are_told_in_plain_words(void **state)
{
	struct told *told = *state;
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		struct yml *list;
		assert_null(load(told, slips[i].source, &list));
		assert_string_equal(told_text(told), slips[i].told);
		diags_free(&told->diags);
		diags_init(&told->diags);
	}
}

static void an_include_shares_the_globals_and_runs_once(void **state)
{
	struct told *told = *state;
	struct yml *list;
	struct scenario *scenario =
	    load(told, "include 'lib/blocks'\ninclude 'lib/blocks'\ninject 'outer' { text = shared }\n", &list);
	assert_non_null(scenario);
	assert_int_equal(list->n, 2);
	assert_string_equal(list->pairs[0].value->place.file, "lib/blocks.lua");
	assert_int_equal(list->pairs[0].value->place.line, 3);
	assert_string_equal(yml_get(body_of(list, 1), "text")->text, "from the block");
	assert_string_equal(list->pairs[1].value->place.file, "a.lua");
	assert_int_equal(list->pairs[1].value->place.line, 3);
	scenario_free(scenario);
}

/* ---- hooks over a small world ---- */

struct play {
	struct world world;
	struct story story;
	struct fact_var vars[3];
	struct fact facts[4];
	struct story_option options[2];
	struct story_decision decisions[1];
	struct state state;
	struct view view;
};

static void add(struct play *play, enum names_kind kind, const char *const *ids)
{
	for (; *ids != NULL; ids++)
		names_add(&play->world.names, kind, *ids);
}

static struct play *play_new(struct told *told, const char *hook)
{
	static const char *choices[] = {"none", "counsel", "hr"};
	struct play *play = arena_alloc(told->arena, sizeof *play);
	play->world = (struct world){.arena = told->arena, .story = &play->story, .names = {.arena = told->arena}};
	add(play, NAMES_VAR, (const char *[]){"open", "count", "who", NULL});
	add(play, NAMES_FACT, (const char *[]){"people", "bank", "since", "name", NULL});
	add(play, NAMES_ACTION, (const char *[]){"revoke-tokens", "open-log", NULL});
	add(play, NAMES_PAUSE, (const char *[]){"log-purge", "ads", NULL});
	add(play, NAMES_NOTICE, (const char *[]){"press-line", "staff-brief", NULL});
	add(play, NAMES_DECISION, (const char *[]){"who-leads", NULL});
	play->vars[0] = (struct fact_var){.id = "open", .kind = STORY_FLAG};
	play->vars[1] = (struct fact_var){.id = "count", .kind = STORY_INTEGER};
	play->vars[2] = (struct fact_var){.id = "who", .kind = STORY_CHOICE, .choices = {choices, 3}};
	for (int i = 0; i < 4; i++)
		play->facts[i].kind = (int32_t[]){STORY_COUNT, STORY_DATA, STORY_TIME, STORY_TEXT}[i];
	play->options[0].id = "named";
	play->options[1].id = "chat";
	play->decisions[0].options = (struct shape_list){.v = play->options, .n = 2};
	play->story = (struct story){.vars = play->vars,
	                             .nvars = 3,
	                             .facts = play->facts,
	                             .nfacts = 4,
	                             .decisions = play->decisions,
	                             .ndecisions = 1};
	const char **name = arena_push(told->arena, &play->story.hooks.v, &play->story.hooks.n, sizeof *name);
	*name = hook;
	state_init(&play->state, &play->world);
	*state_cell(&play->state, STATE_RUN, 0, STATE_NOW) = 0;
	play->view = (struct view){.state = &play->state, .seed = 7, .item = "i"};
	return play;
}

/* Answers an expression over w: "yes", "no", or the fault. */
static const char *ask(struct told *told, struct play *play, const char *expression)
{
	static const char *const frame = "inject 'a' { when = function(w) return false end }\n"
	                                 "inject 'i' {\n when = function(w) return %s end }";
	struct yml *list;
	char fault[256] = "";
	bool answer = false;
	struct scenario *scenario = load(told, arena_printf(told->arena, frame, expression), &list);
	assert_non_null(scenario);
	bool good = scenario_when(scenario, 0, &play->view, &answer, fault);
	scenario_free(scenario);
	return !good ? arena_dup(told->arena, fault) : answer ? "yes" : "no";
}

static void a_hook_sees_what_is_so(void **state)
{
	struct told *told = *state;
	struct play *play = play_new(told, "inject:i:when");
	*state_cell(&play->state, STATE_VAR, 0, 0) = 1;
	*state_cell(&play->state, STATE_VAR, 1, 0) = 42;
	*state_cell(&play->state, STATE_VAR, 2, 0) = 2;
	*state_cell(&play->state, STATE_ACTION, 0, 0) = 0;
	*state_cell(&play->state, STATE_PAUSE, 1, 0) = 1;
	*state_cell(&play->state, STATE_NOTICE, 0, 0) = 1;
	*state_cell(&play->state, STATE_RUN, 0, STATE_NOW) = 3600;
	*state_cell(&play->state, STATE_DECISION, 0, STATE_DECISION_OPTION) = story_option(&play->decisions[0], "chat");
	for (int i = 0; i < 3; i++) {
		*state_cell(&play->state, STATE_FACT, i, STATE_FACT_VERIFIED) = 1;
		*state_cell(&play->state, STATE_FACT, i, STATE_FACT_VALUE) = 2;
	}
	static const char *const yes[] = {"w.open",
	                                  "w.count == 42",
	                                  "w.who == 'hr'",
	                                  "w.now == 3600",
	                                  "w:done 'revoke-tokens' and not w:done 'open-log'",
	                                  "w:paused 'ads' and not w:paused 'log-purge'",
	                                  "w:published 'press-line' and not w:published 'staff-brief'",
	                                  "w:chose 'who-leads' == 'chat'",
	                                  "w:fact 'people' == 2 and w:fact 'bank' == 'not_involved'",
	                                  "w:fact 'since' == 2 and w:fact 'name' == nil"};
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_string_equal(ask(told, play, yes[i]), "yes");
	*state_cell(&play->state, STATE_DECISION, 0, STATE_DECISION_OPTION) = NAMES_NONE;
	assert_string_equal(ask(told, play, "w:chose 'who-leads' == nil"), "yes");
	assert_string_equal(ask(told, play, "nil"), "no");
	state_free(&play->state);
}

static void what_a_hook_gets_wrong_is_told(void **state)
{
	struct told *told = *state;
	struct play *play = play_new(told, "inject:i:when");
	static const struct example examples[] = {
	    {"w.opne", "a.lua:3: unknown variable \"opne\"; did you mean \"open\"?"},
	    {"w:done 'revoke-token'", "a.lua:3: unknown action \"revoke-token\"; did you mean \"revoke-tokens\"?"},
	    {"w.done('open-log')",
	     "a.lua:3: write this with a colon, and the action in quotes, such as w:done \"open-log\""},
	    {"w.random(0)", "a.lua:3: w.random wants a number from 1"},
	    {"1", "a.lua:3: when answers true or false, not a number"},
	    {"(function() w.open = true end)()",
	     "a.lua:3: a hook can't set w.open; answer with sets = { ... } instead"},
	    {"(function() seen = true end)()", "a.lua:3: a hook can't set \"seen\""},
	    {"inject 'late' {}", "a.lua:3: a hook declares nothing: declarations stand in the file itself"},
	    {"(function() while true do end end)()", "a.lua:3: this never ends, or takes far too long; stopped"},
	    {"tostring(w)", "a.lua:3: a userdata can't be turned into text"},
	    {"#w", "a.lua:3: attempt to get length of a userdata value (local 'w')"},
	};
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		assert_string_equal(ask(told, play, examples[i].source), examples[i].told);
	state_free(&play->state);
}

/* At each length that a cut could fall on within a character of three bytes. */
static void a_long_fault_is_cut_between_characters(void **state)
{
	struct told *told = *state;
	struct play *play = play_new(told, "inject:i:when");
	for (int i = 0; i < 3; i++) {
		const char *hook = arena_printf(told->arena, "error('%.*s' .. ('\xE6\x89\xB9'):rep(99))", i, "xyz"),
		           *fault;
		fault = ask(told, play, hook);
		assert_true(strlen(fault) > 150);
		assert_int_equal(text_valid(fault, strlen(fault)), strlen(fault));
		struct yml *list;
		assert_null(load(told, arena_printf(told->arena, "%.*s%s", i, "\n\n", hook), &list));
		fault = told->diags.v[told->diags.n - 1].message;
		assert_true(strlen(fault) > 150);
		assert_int_equal(text_valid(fault, strlen(fault)), strlen(fault));
	}
	state_free(&play->state);
}

static void chance_follows_from_seed_item_and_call(void **state)
{
	struct told *told = *state;
	struct play *play = play_new(told, "inject:i:when");
	const char *first = "w.random(1000000) == w.random(1000000)";
	assert_string_equal(ask(told, play, first), "no");
	assert_int_equal(play->view.draws, 2);
	play->view.draws = 0;
	assert_string_equal(ask(told, play, "w.random(6) <= 6 and w:random(1) == 1"), "yes");
	state_free(&play->state);
}

static void a_run_hook_answers_with_effects(void **state)
{
	struct told *told = *state;
	struct play *play = play_new(told, "on:wipe:run");
	struct yml *list, *effects = NULL;
	char fault[256] = "";
	struct scenario *scenario = load(told,
	                                 "local n, kept = 0, { sets = { open = false } }\n"
	                                 "on 'wipe' { run = function(w)\n"
	                                 "  n = n + 1\n"
	                                 "  if w.count == 0 then return end\n"
	                                 "  if w.count == 1 then return kept end\n"
	                                 "  if w.count == 3 then return { run = function() end } end\n"
	                                 "  return { sets = { count = n }, does = { 'open-log' } }\n"
	                                 "end }",
	                                 &list);
	for (int call = 0; call < 2; call++) { /* the second finds nothing of the first */
		*state_cell(&play->state, STATE_VAR, 1, 0) = 2;
		assert_true(scenario_run(scenario, 0, &play->view, told->arena, &effects, fault));
		assert_int_equal(yml_get(yml_get(effects, "sets"), "count")->number, 1);
	}
	*state_cell(&play->state, STATE_VAR, 1, 0) = 1;
	assert_true(scenario_run(scenario, 0, &play->view, told->arena, &effects, fault));
	assert_int_equal(yml_get(yml_get(effects, "sets"), "open")->type, YML_BOOL);
	*state_cell(&play->state, STATE_VAR, 1, 0) = 0;
	assert_true(scenario_run(scenario, 0, &play->view, told->arena, &effects, fault));
	assert_null(effects);
	*state_cell(&play->state, STATE_VAR, 1, 0) = 3;
	assert_false(scenario_run(scenario, 0, &play->view, told->arena, &effects, fault));
	assert_non_null(strstr(fault, "run: a hook answers with plain values"));
	assert_false(scenario_run(scenario, 5, &play->view, told->arena, &effects, fault));
	scenario_free(scenario);
	state_free(&play->state);
}

/* ---- whole files ---- */

static struct file slurp(struct told *told, const char *path, const char *name)
{
	FILE *in = fopen(path, "rb");
	char *bytes = arena_alloc(told->arena, 1 << 20);
	assert_non_null(in);
	size_t len = fread(bytes, 1, (1 << 20) - 1, in);
	fclose(in);
	return (struct file){.name = arena_dup(told->arena, name), .bytes = bytes, .len = len};
}

/* Each of tests/hostile ends soon, with a place; the guard ends a run that hangs. (tests/hostile.sh plays those that
 * load.) */
static void hostile_files_end_with_a_place(void **state)
{
	struct told *told = *state;
	struct scenario_files files = {no_include, told};
	int refused = 0;
	DIR *folder = opendir("tests/hostile");
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (strstr(entry->d_name, ".lua") == NULL)
			continue;
		struct yml *list;
		struct file file =
		    slurp(told, arena_printf(told->arena, "tests/hostile/%s", entry->d_name), entry->d_name);
		alarm(GUARD);
		struct scenario *scenario = scenario_load(&file, &files, told->arena, &told->diags, &list);
		alarm(0);
		assert_int_equal(scenario == NULL, told->diags.errors > 0);
		scenario_free(scenario);
		refused += scenario == NULL;
		for (size_t i = 0; i < told->diags.n; i++) {
			assert_string_equal(told->diags.v[i].file, file.name);
			assert_true(told->diags.v[i].line > 0);
		}
		assert_null(strstr(told_text(told), "0x"));
		diags_free(&told->diags);
		diags_init(&told->diags);
	}
	closedir(folder);
	assert_true(refused >= 100);
}

static void the_first_drill_loads(void **state)
{
	struct told *told = *state;
	struct scenario_files files = {no_include, told};
	struct yml *list;
	struct file file = slurp(told, "scenarios/ex-employee-export.lua", "ex-employee-export.lua");
	struct scenario *scenario = scenario_load(&file, &files, told->arena, &told->diags, &list);
	if (scenario == NULL)
		fail_msg("%s", told_text(told));
	assert_true(list->n > 50);
	assert_non_null(strstr(hooks_of(told, list), ":when"));
	scenario_free(scenario);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(declarations_become_nodes_with_places),
	    told_test(hooks_are_named_after_what_they_serve),
	    told_test(faults_are_told_in_plain_words),
	    told_test(an_include_shares_the_globals_and_runs_once),
	    told_test(a_hook_sees_what_is_so),
	    told_test(what_a_hook_gets_wrong_is_told),
	    told_test(a_long_fault_is_cut_between_characters),
	    told_test(chance_follows_from_seed_item_and_call),
	    told_test(a_run_hook_answers_with_effects),
	    told_test(hostile_files_end_with_a_place),
	    told_test(the_first_drill_loads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
