/* Loading runs a stranger's file once and freezes what it left; after that only its kept functions are called. */
#include "content/scenario.h"

#include "base/clip.h"
#include "content/luascan.h"
#include "content/sandbox.h"
#include "content/scenario_api.h"

#include <lauxlib.h>
#include <lua.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scenario {
	struct sandbox *sandbox;
	struct scenario_api api;
	bool spent; /* by the last hook */
};

/* ---- faults in plain words ---- */

enum { ALL = 200 };

/* When a message of Lua's has both parts, the third says it plainly; a %d there is the line that it names, a %s what
 * stands behind "near". */
static const struct plain {
	const char *has, *also, *words;
} plain[] = {
    // clang-format off
    {"near '<\\226>'", "", "a curly quote or a long dash: Lua wants straight quotes, and -"},
    {"near '<\\194>'", "", "a no-break space, or another sign that Lua does not know: write a plain space"},
    {"near '<\\", "", "a sign that Lua does not know; outside of texts there are plain letters only"},
    {"malformed number", "near '", "%s is no number; a time or a name stands in quotes"},
    {"near '!'", "", "Lua writes \"~=\" for not equal, and \"not\""},
    {"near '|'", "", "Lua writes \"or\", not ||"},
    {"near '&'", "", "Lua writes \"and\", not &&"},
    {"near 'OR'", "", "\"or\" is written in small letters"},
    {"near 'AND'", "", "\"and\" is written in small letters"},
    {"unexpected symbol", "near '>'", "a key takes \"=\", not \"=>\""},
    {"unexpected symbol", "near '#'", "a comment begins with --, not #"},
    {"')' expected (to close", "", "the ( of line %d is never closed; a declaration needs none: decision \"name\" { ... }"},
    {"unexpected symbol", "near '-'", "a comment begins with two dashes: --"},
    {"unexpected symbol", "near '/'", "a comment begins with --, not with /"},
    {"unexpected symbol", "near '+'", "a number has no plus before it: write 1, not +1"},
    {"unexpected symbol", "near '['", "a list stands in { }, not in [ ]"},
    {"unexpected symbol", "near 'do'", "\"do\" is Lua's own word; is the key \"does\"?"},
    {"unexpected symbol", "near 'not'", "this value goes nowhere: is \"return\" missing before it?"},
    {"unexpected symbol", "near <eof>", "the file ends in the middle of a declaration"},
    {"'then' expected", "near 'end'", "\"if\" wants a \"then\"; to answer yes or no write \"return\" instead"},
    {"'}' expected", "near 'end'", "this \"end\" closes nothing: a hook begins with function(w)"},
    {"'}' expected", "near ':'", "a key takes \"=\", not \":\", and no quotes"},
    {"unexpected symbol", "near '//'", "a comment begins with --, not //"},
    {"<eof> expected", "near 'end'", "this \"end\" closes nothing: it is one too many"},
    {"unexpected symbol", "near '}'", "a value is missing before this }, or the } is one too many"},
    {"unexpected symbol", "near ','", "an \"end\" is missing before this comma, or a value"},
    {"function arguments expected", "", "w: asks with an id, as in w:done \"open-log\"; a variable has a dot, w.name"},
    {"syntax error", "near ','", "no { is open here: one is missing before this comma, or a } before it is too many"},
    {"syntax error", "near 'end'", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near 'and'", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near 'or'", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near '=='", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near '~='", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near '<", "this value goes nowhere: is \"return\" missing before it?"},
    {"syntax error", "near '>", "this value goes nowhere: is \"return\" missing before it?"},
    {"'}' expected", "near '='", "a key with a dash, a dot or a space needs brackets: [\"my-key\"] = ...; or a { is missing"},
    {"'end' expected (to close", "near '='", "what begins on line %d has no \"end\" before this; to compare, write \"==\""},
    {"'end' expected", "near '='", "\"=\" gives a value; to compare, write \"==\"; or an \"end\" is missing before it"},
    {" expected", "near '='", "\"=\" gives a value; to compare, write \"==\""},
    {"'}' expected (to close", "near <eof>", "the { of line %d is never closed"},
    {"'end' expected (to close", "near <eof>", "what begins on line %d has no \"end\""},
    {"'end' expected (to close", "near '", "what begins on line %d has no \"end\" before this"},
    {"'end' expected", "near '", "an \"end\" is missing before %s"},
    {"'}' expected", "near <eof>", "a { is never closed"},
    {"'}' expected (to close", "near 'inject'", "the { of line %d is not closed before this"},
    {"'}' expected (to close", "near 'decision'", "the { of line %d is not closed before this"},
    {"'}' expected (to close", "near 'fact'", "the { of line %d is not closed before this"},
    {"'}' expected (to close", "near 'var'", "the { of line %d is not closed before this"},
    {"'}' expected", "near '", "a comma is missing before %s"},
    {"<name> expected", "near '", "a name is missing before %s; a key takes \"=\", not \":\""},
    {"syntax error", "near '", "a declaration is written inject \"name\" { ... }, its name in quotes"},
    {"unfinished long string", "starting at line", "the [[ of line %d is never closed"},
    {"unfinished long comment", "starting at line", "the --[[ of line %d is never closed"},
    {"unfinished string", "", "this text has no closing quote"},
    {"binary chunk", "", "this is compiled Lua; a scenario is plain text"},
    {"attempt to compare", "nil", "nil can't be compared; a fact is nil until it is verified"},
    {"attempt to compare", "string", "a text is compared with a number; w.now counts seconds, and 4h is 4 * 3600"},
    {"C stack overflow", "", "nested too deeply"},
    {"stack overflow", "", "a function calls itself without end"},
    // clang-format on
};

static void say_plainly(const char *message, char out[ALL])
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		if (strstr(message, plain[i].has) == NULL || strstr(message, plain[i].also) == NULL)
			continue;
		const char *line = strstr(message, "at line "), *near = strstr(message, "near "),
		           *words = plain[i].words;
		const char *hole = strchr(words, '%');
		if (hole == NULL)
			clip(out, ALL, "%s", words);
		else if (hole[1] == 'd' && line != NULL)
			clip(out, ALL, "%.*s%ld%s", (int)(hole - words), words, strtol(line + 8, NULL, 10), hole + 2);
		else if (hole[1] == 's' && near != NULL)
			clip(out, ALL, "%.*s%s%s", (int)(hole - words), words, near + 5, hole + 2);
		else
			continue;
		return;
	}
	clip(out, ALL, "%s", message);
}

/* A line on which the scan found a fault is told already, and in better words. */
static bool told(const struct diags *diags, const struct sandbox_fault *fault)
{
	for (size_t i = 0; i < diags->n; i++)
		if (diags->v[i].line == fault->line && strcmp(diags->v[i].file, fault->file) == 0)
			return true;
	return false;
}

/* The fault's line in a source; "" when it is past the end. */
static const char *line_of(const struct file *file, int line)
{
	const char *at = file->bytes;
	while (line-- > 1 && at != NULL)
		at = strchr(at, '\n') != NULL ? strchr(at, '\n') + 1 : NULL;
	return at != NULL ? at : "";
}

/* `owner = support`: what was meant as a text lacks its quotes. `owner == "support"`: what was meant as a key. */
static void advise_writing(struct scenario *scenario, const struct file *file, const struct sandbox_fault *fault)
{
	static const char begin[] = "unknown word \"";
	static const char of_id[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	const char *word = fault->message + sizeof begin - 1, *at = line_of(file, fault->line);
	if (strncmp(fault->message, begin, sizeof begin - 1) != 0 || strcmp(fault->file, file->name) != 0)
		return;
	size_t len = strcspn(word, "\"");
	bool indented = *at == ' ' || *at == '\t' || strncmp(at, word, len) != 0; /* a declaration begins its line */
	bool spelt = strstr(word, "did you mean") != NULL;
	bool lua = strstr(word, "mean \"true\"") || strstr(word, "mean \"false\"") || strstr(word, "mean \"nil\"");
	while (*at != '\0' && *at != '\n') {
		size_t all = strspn(at, of_id), blanks = strspn(at + all, " \t\r");
		if (all == len && len > 0 && memcmp(at, word, len) == 0 && strncmp(at + all + blanks, "==", 2) == 0) {
			diag_hint(scenario->api.diags, "a key takes one \"=\"; two compare");
			return;
		}
		if (indented && all == len && len > 0 && memcmp(at, word, len) == 0 &&
		    strchr("\"'", at[all + blanks]) != NULL && !spelt) {
			diag_hint(scenario->api.diags, "is it a key? Then \"=\" is missing: %.*s = ...", (int)len, at);
			return;
		}
		if (all >= len && len > 0 && memcmp(at, word, len) == 0 && (all == len || at[len] == '-') && !lua &&
		    strchr(",}\n", at[all + blanks]) != NULL) {
			diag_hint(scenario->api.diags, "a text stands in quotes: \"%.*s\"", (int)all, at);
			return;
		}
		at += all > 0 ? all : 1;
	}
}

/* Lua names the outermost brace that is open; how the lines are set in tells which was meant. */
static int find_brace(const struct scenario *scenario, const struct file *file, const struct sandbox_fault *fault,
                      char words[ALL])
{
	static const char begin[] = "the { of line ";
	int opened = 0;
	if (strncmp(words, begin, sizeof begin - 1) != 0 || strcmp(fault->file, file->name) != 0)
		return fault->line;
	int line = luascan_unclosed(scenario->api.scan, &opened);
	if (line == 0 || line >= fault->line)
		return fault->line;
	clip(words, ALL, "going by the indentation, %s%d is not closed before this", begin, opened);
	return line;
}

static void tell(struct scenario *scenario, const struct file *main, const struct sandbox_fault *fault)
{
	char words[ALL];
	if (told(scenario->api.diags, fault))
		return;
	say_plainly(fault->message, words);
	const char *file = arena_dup(scenario->api.diags->arena, fault->file);
	int line = find_brace(scenario, main, fault, words);
	diag_error(scenario->api.diags, (struct diag_place){file, line > 0 ? line : 1, 0}, "%s", words);
	advise_writing(scenario, main, fault);
}

/* ---- loading ---- */

struct job {
	struct scenario_api *api;
	const struct file *file;
};

static int body_run(lua_State *L)
{
	struct job *job = lua_touserdata(L, 1);
	scenario_api_open(L, job->api);
	sandbox_compile(L, job->file);
	lua_call(L, 0, 0);
	return 0;
}

static int body_close(lua_State *L)
{
	struct job *job = lua_touserdata(L, 1);
	scenario_api_close(L, job->api);
	return 0;
}

static void run(struct scenario *scenario, const struct file *file)
{
	struct job job = {&scenario->api, file};
	struct sandbox_fault fault;
	scenario->api.file = file;
	scenario->api.scan = luascan_file(file, scenario_api_keywords, scenario->api.arena, scenario->api.diags);
	if (!sandbox_protect(scenario->sandbox, body_run, &job, SANDBOX_LOAD, &fault))
		tell(scenario, file, &fault);
	if (!sandbox_protect(scenario->sandbox, body_close, &job, SANDBOX_LOAD, &fault) ||
	    !sandbox_freeze(scenario->sandbox, &fault))
		tell(scenario, file, &fault);
}

struct scenario *scenario_load(const struct file *file, const struct scenario_files *files, struct arena *arena,
                               struct diags *diags, struct yml **declarations)
{
	struct diag_place top = {file->name, 1, 0};
	struct scenario *scenario = calloc(1, sizeof *scenario);
	size_t refused = diags->refused;
	if (scenario == NULL)
		abort();
	scenario->sandbox = sandbox_new();
	scenario->api = (struct scenario_api){.arena = arena, .diags = diags};
	scenario->api.declarations = yml_make(arena, YML_LIST, top);
	if (files != NULL) {
		scenario->api.include = files->include;
		scenario->api.context = files->context;
	}
	*declarations = scenario->api.declarations;
	const char *usual = diag_usual(diags, "syntax");
	if (scenario->sandbox == NULL)
		diag_error(diags, top, "there is no memory left to run a scenario in");
	else
		run(scenario, file);
	diag_usual(diags, usual);
	if (diags->refused == refused)
		return scenario;
	scenario_free(scenario);
	return NULL;
}

void scenario_free(struct scenario *scenario)
{
	if (scenario == NULL)
		return;
	sandbox_free(scenario->sandbox);
	free(scenario);
}

/* ---- hooks ---- */

struct call {
	int number, line; /* the hook, and where its function begins */
	char file[sizeof((struct sandbox_fault *)0)->file];
	struct view *view;
	struct arena *arena; /* for effects; NULL when a yes or no is asked for */
	struct yml *effects;
	bool answer;
};

/* Of no folder: records travel. */
static const char *name_of(const char *path)
{
	const char *folder = strrchr(path, '/');
	return folder != NULL ? folder + 1 : path;
}

/* Where the function on top of the stack begins. */
static void note_place(lua_State *L, struct call *call)
{
	lua_Debug at;
	lua_pushvalue(L, -1);
	lua_getinfo(L, ">S", &at);
	call->line = at.linedefined;
	snprintf(call->file, sizeof call->file, "%s", name_of(at.source + (at.source[0] == '@')));
}

static int body_call(lua_State *L)
{
	struct call *call = lua_touserdata(L, 1);
	sandbox_push_kept(L, call->number);
	if (call->arena != NULL)
		note_place(L, call);
	scenario_api_push_view(L, call->view);
	lua_call(L, 1, 1);
	if (call->arena == NULL) {
		if (!lua_isboolean(L, -1) && !lua_isnil(L, -1)) /* in Lua 0 and "" would count as true */
			return luaL_error(L, "when answers true or false, not a %s", luaL_typename(L, -1));
		call->answer = lua_toboolean(L, -1);
	} else if (!lua_isnil(L, -1)) {
		if (!lua_istable(L, -1))
			return luaL_error(L, "run answers with a table of effects, not a %s", luaL_typename(L, -1));
		struct diag_place place = {arena_dup(call->arena, call->file), call->line, 0};
		call->effects = scenario_api_node(L, call->arena, place);
	}
	return 0;
}

static int body_line(lua_State *L)
{
	struct call *call = lua_touserdata(L, 1);
	sandbox_push_kept(L, call->number);
	note_place(L, call);
	return 0;
}

/* The story numbers hooks in its own way (one read from a journal knows no order of declaration): names decide. */
static int number_of(const struct scenario *scenario, int hook, const struct view *view)
{
	const struct shape_texts *own = &scenario->api.hooks, *story = &view->state->world->story->hooks;
	if (hook < 0 || (size_t)hook >= story->n)
		return NAMES_NONE;
	if ((size_t)hook < own->n && strcmp(own->v[hook], story->v[hook]) == 0)
		return hook;
	for (size_t i = 0; i < own->n; i++)
		if (strcmp(own->v[i], story->v[hook]) == 0)
			return (int)i;
	return NAMES_NONE;
}

static bool call_hook(struct scenario *scenario, int hook, struct call *call, char out[256])
{
	struct sandbox_fault fault;
	char words[ALL];
	scenario->spent = false;
	call->number = number_of(scenario, hook, call->view);
	if (call->number == NAMES_NONE) {
		snprintf(out, 256, "the scenario has no such hook");
		return false;
	}
	bool good = sandbox_protect(scenario->sandbox, body_call, call, SANDBOX_CALL, &fault);
	scenario_api_close_view(sandbox_state(scenario->sandbox));
	if (!good) {
		scenario->spent = fault.spent;
		say_plainly(fault.message, words);
		call->line = fault.line;
		snprintf(call->file, sizeof call->file, "%s", name_of(fault.file));
		if (call->line == 0 || fault.spent) /* no line, or none that a record can hold: that of the hook */
			sandbox_protect(scenario->sandbox, body_line, call, SANDBOX_CALL, NULL);
		clip(out, 256, "%.63s:%d: %.170s", call->file, call->line, words);
	}
	return good;
}

bool scenario_when(struct scenario *scenario, int hook, struct view *view, bool *answer, char fault[256])
{
	struct call call = {.view = view};
	if (!call_hook(scenario, hook, &call, fault))
		return false;
	*answer = call.answer;
	return true;
}

bool scenario_run(struct scenario *scenario, int hook, struct view *view, struct arena *arena, struct yml **effects,
                  char fault[256])
{
	struct call call = {.view = view, .arena = arena};
	if (!call_hook(scenario, hook, &call, fault))
		return false;
	*effects = call.effects;
	return true;
}

bool scenario_spent(const struct scenario *scenario)
{
	return scenario->spent;
}
