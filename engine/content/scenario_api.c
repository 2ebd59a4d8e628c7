/* A keyword is called twice: `inject "id"` makes the declaration and answers a function that takes its body. So one
 * that never gets a body is known, and told. */
#include "content/scenario_api.h"

#include "base/hash.h"
#include "content/luanode.h"
#include "content/texts.h"

#include <lauxlib.h>
#include <lua.h>

#include <string.h>

enum { INCLUDES = 8, DECLARATIONS = 2000, NAME = 100, INCLUDED_BYTES = 1024 * 1024, ANSWER = 256 };

const char *const scenario_api_keywords[] = {"scenario", "objective", "var", "fact", "inject",
                                             "decision", "on",        "at",  NULL};

static const char api_key = 'a', view_key = 'v'; /* their addresses are keys of the registry */

struct yml *scenario_api_node(lua_State *L, struct arena *arena, struct diag_place place)
{
	size_t nodes = 0;
	return luanode_read(L, &(struct luanode){.arena = arena, .place = place, .nodes = &nodes, .most = ANSWER});
}

/* ---- the keywords ---- */

static struct scenario_api *api_of(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &api_key);
	struct scenario_api *api = lua_touserdata(L, -1);
	lua_pop(L, 1);
	if (api == NULL)
		luaL_error(L, "a hook declares nothing: declarations stand in the file itself");
	return api;
}

/* The line that called. The file's name has to outlive the nodes and the findings, as its owner's does. */
static struct diag_place here(lua_State *L, const struct scenario_api *api)
{
	lua_Debug at = {.currentline = 0, .source = "@"};
	if (lua_getstack(L, 1, &at))
		lua_getinfo(L, "Sl", &at);
	int line = at.currentline > 0 ? at.currentline : 0;
	const char *file = at.source + (at.source[0] == '@');
	if (strcmp(file, api->file->name) == 0)
		return (struct diag_place){api->file->name, line, 0};
	return (struct diag_place){arena_dup(api->diags->arena, file), line, 0};
}

static const char *text_of(const struct yml *node, const char *key)
{
	return yml_get(node, key)->text;
}

static struct yml *put_text(struct scenario_api *api, struct yml *node, const char *key, const char *text)
{
	struct yml *value = yml_make(api->arena, YML_TEXT, node->place);
	value->text = arena_dup(api->arena, text);
	return yml_put(api->arena, node, key, node->place, value);
}

/* How many declarations like the last one stand before it, in all files or in its own. */
static int earlier(const struct scenario_api *api, bool anywhere)
{
	const struct yml *list = api->declarations, *last = list->pairs[list->n - 1].value;
	int n = 0;
	for (size_t i = 0; i + 1 < list->n; i++) {
		const struct yml *other = list->pairs[i].value;
		n += strcmp(text_of(other, "id"), text_of(last, "id")) == 0 &&
		     strcmp(text_of(other, "kind"), text_of(last, "kind")) == 0 &&
		     (anywhere || strcmp(other->place.file, last->place.file) == 0);
	}
	return n;
}

/* "inject:ID"; a second `at` or `on` of the same ID is "at:ID#2". */
static const char *owner_name(struct scenario_api *api, const char *kind, const char *id)
{
	int nth = earlier(api, true) + 1;
	if (nth == 1 || (strcmp(kind, "at") != 0 && strcmp(kind, "on") != 0))
		return arena_printf(api->arena, "%s:%s", kind, id);
	return arena_printf(api->arena, "%s:%s#%d", kind, id, nth);
}

/* upvalues: the declaration, its number among the like of its file, what its hooks are called after */
static int f_body(lua_State *L)
{
	struct scenario_api *api = api_of(L);
	struct yml *declaration = lua_touserdata(L, lua_upvalueindex(1));
	struct luanode how = {
	    .arena = api->arena,
	    .diags = api->diags,
	    .place = declaration->place,
	    .kind = text_of(declaration, "kind"),
	    .id = text_of(declaration, "id"),
	    .owner = lua_touserdata(L, lua_upvalueindex(3)),
	    .hooks = &api->hooks,
	    .nodes = &api->nodes,
	    .most = YML_NODES,
	};
	lua_settop(L, 1);
	if (yml_get(declaration, "body") != NULL)
		return luaL_error(L, "%s \"%s\" has its body already", how.kind, how.id);
	struct yml *body = luanode_read(L, &how);
	yml_put(api->arena, declaration, "body", declaration->place, body);
	luascan_place(api->scan, how.kind, how.id, (int)lua_tointeger(L, lua_upvalueindex(2)), body);
	luanode_tell(body, api->diags);
	return 0;
}

/* upvalue: the keyword's number */
static int f_keyword(lua_State *L)
{
	struct scenario_api *api = api_of(L);
	const char *kind = scenario_api_keywords[lua_tointeger(L, lua_upvalueindex(1))], *id = lua_tostring(L, 1);
	if (lua_type(L, 1) != LUA_TSTRING || strlen(id) != lua_rawlen(L, 1) || text_valid(id, strlen(id)) != strlen(id))
		return luaL_error(L, "%s wants a name first: %s \"name\" { ... }", kind, kind);
	if (strlen(id) > NAME)
		return luaL_error(L, "the name of this %s has %d bytes; at most %d", kind, (int)strlen(id), NAME);
	if (api->declarations->n == DECLARATIONS)
		return luaL_error(L, "too much: more than %d declarations", DECLARATIONS);
	struct yml *declaration = yml_make(api->arena, YML_MAP, here(L, api));
	yml_put(api->arena, api->declarations, NULL, declaration->place, declaration);
	put_text(api, declaration, "kind", kind);
	put_text(api, declaration, "id", id);
	int nth = earlier(api, false), line = luascan_declaration(api->scan, kind, id, nth);
	if (line > 0) { /* nearer than the line of the call, which may be its last one */
		declaration->place.line = line;
		declaration->number = 1; /* luascan has told it when it lacks a body */
	}
	lua_pushlightuserdata(L, declaration);
	lua_pushinteger(L, nth);
	lua_pushlightuserdata(L, (void *)(intptr_t)owner_name(api, kind, id));
	lua_pushcclosure(L, f_body, 3);
	return 1;
}

static int f_include(lua_State *L)
{
	struct scenario_api *api = api_of(L);
	const char *name = lua_tostring(L, 1);
	if (lua_type(L, 1) != LUA_TSTRING || strlen(name) != lua_rawlen(L, 1) || !file_name_safe(name))
		return luaL_error(L, "include wants the name of a file below this folder: include \"lib/name\"");
	if (texts_have(&api->included, name))
		return 0;
	if (api->depth == INCLUDES)
		return luaL_error(L, "includes within includes, deeper than %d", INCLUDES);
	const char *included = arena_dup(api->arena, name);
	texts_add(&api->included, included, api->arena);
	const struct file *file =
	    api->include != NULL ? api->include(api->context, included, here(L, api)) : NULL; /* tells its own fault */
	if (file == NULL)
		return api->include != NULL ? 0 : luaL_error(L, "nothing can be included here");
	api->included_bytes += file->len;
	if (api->included_bytes > INCLUDED_BYTES)
		return luaL_error(L, "the included files are over %d KiB in all", INCLUDED_BYTES / 1024);
	const struct scenario_api outer = *api;
	api->file = file;
	api->scan = luascan_file(file, scenario_api_keywords, api->arena, api->diags);
	api->depth++;
	sandbox_compile(L, file);
	lua_call(L, 0, 0);
	api->depth--;
	api->file = outer.file;
	api->scan = outer.scan;
	return 0;
}

void scenario_api_close(lua_State *L, struct scenario_api *api)
{
	lua_pushnil(L);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &api_key);
	for (size_t i = 0; i < api->declarations->n; i++) {
		const struct yml *declaration = api->declarations->pairs[i].value;
		const char *kind = text_of(declaration, "kind");
		if (yml_get(declaration, "body") == NULL && declaration->number == 0)
			diag_error(api->diags, declaration->place, "%s \"%s\" has no %s after it", kind,
			           text_of(declaration, "id"), strcmp(kind, "var") == 0 ? "(value)" : "{ body }");
	}
}

/* ---- the view ---- */

struct holder {
	struct view *view; /* NULL outside a call */
};

static struct view *view_of(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &view_key);
	struct holder *holder = lua_touserdata(L, -1);
	lua_pop(L, 1);
	if (holder->view == NULL)
		luaL_error(L, "w is only there while a hook runs");
	return holder->view;
}

static int unknown(lua_State *L, const struct names *names, enum names_kind kind, const char *id)
{
	const char *near = names_nearest(names, kind, id);
	if (near != NULL)
		return luaL_error(L, "unknown %s \"%s\"; did you mean \"%s\"?", names_word(kind), id, near);
	return luaL_error(L, "unknown %s \"%s\"", names_word(kind), id);
}

/* The number that `w:method "id"` asks about. */
static int asked(lua_State *L, const struct view *view, enum names_kind kind)
{
	if (lua_type(L, 1) != LUA_TUSERDATA || lua_type(L, 2) != LUA_TSTRING)
		luaL_error(L, "write this with a colon, and the %s in quotes, such as w:done \"open-log\"",
		           names_word(kind));
	const struct names *names = &view->state->world->names;
	int number = names_find(names, kind, lua_tostring(L, 2));
	if (number == NAMES_NONE)
		unknown(L, names, kind, lua_tostring(L, 2));
	return number;
}

/* What a hook reads of the state, seen by whoever asked. */
static int32_t look(const struct view *view, enum state_group group, int number, int field)
{
	size_t place = state_place(view->state, group, number, field);
	if (view->read)
		view->read[place] = true;
	return view->state->cells[place];
}

static int f_done(lua_State *L)
{
	const struct view *view = view_of(L);
	int action = asked(L, view, NAMES_ACTION);
	lua_pushboolean(L, look(view, STATE_ACTION, action, 0) != STATE_NEVER);
	return 1;
}

static int f_paused(lua_State *L)
{
	const struct view *view = view_of(L);
	lua_pushboolean(L, look(view, STATE_PAUSE, asked(L, view, NAMES_PAUSE), 0) > 0);
	return 1;
}

static int f_published(lua_State *L)
{
	const struct view *view = view_of(L);
	lua_pushboolean(L, look(view, STATE_NOTICE, asked(L, view, NAMES_NOTICE), 0) > 0);
	return 1;
}

static int f_chose(lua_State *L)
{
	const struct view *view = view_of(L);
	int number = asked(L, view, NAMES_DECISION);
	int32_t chosen = look(view, STATE_DECISION, number, STATE_DECISION_OPTION);
	const struct story_option *option =
	    chosen >= 0 ? story_option_at(&view->state->world->story->decisions[number], chosen) : NULL;
	lua_pushstring(L, option != NULL ? option->id : NULL);
	return 1;
}

static int f_fact(lua_State *L)
{
	static const char *const data[] = {
	    [STORY_INVOLVED] = "involved", [STORY_NOT_INVOLVED] = "not_involved", [STORY_NOT_HELD] = "not_held"};
	const struct view *view = view_of(L);
	int number = asked(L, view, NAMES_FACT);
	int32_t value = look(view, STATE_FACT, number, STATE_FACT_VALUE);
	int32_t kind = view->state->world->story->facts[number].kind;
	if (look(view, STATE_FACT, number, STATE_FACT_VERIFIED) <= 0)
		lua_pushnil(L);
	else if (kind == STORY_TEXT) /* hooks read no texts: that it is known has to do */
		lua_pushboolean(L, 1);
	else if (kind == STORY_DATA)
		lua_pushstring(L, value >= STORY_INVOLVED && value <= STORY_NOT_HELD ? data[value] : NULL);
	else
		lua_pushinteger(L, value);
	return 1;
}

static int f_random(lua_State *L)
{
	struct view *view = view_of(L);
	lua_Integer n = luaL_checkinteger(L, lua_isuserdata(L, 1) ? 2 : 1);
	if (n < 1 || n > INT32_MAX)
		return luaL_error(L, "w.random wants a number from 1");
	lua_pushinteger(L, 1 + (lua_Integer)hash_draw(view->seed, view->item, view->draws++, (uint32_t)n));
	return 1;
}

static const luaL_Reg methods[] = {
    {"chose", f_chose},         {"done", f_done},     {"fact", f_fact}, {"paused", f_paused},
    {"published", f_published}, {"random", f_random}, {NULL, NULL},
};

static void push_variable(lua_State *L, const struct view *view, int number)
{
	const struct fact_var *var = &view->state->world->story->vars[number];
	int32_t value = look(view, STATE_VAR, number, 0);
	if (var->kind == STORY_FLAG)
		lua_pushboolean(L, value != 0);
	else if (var->kind == STORY_INTEGER)
		lua_pushinteger(L, value);
	else
		lua_pushstring(L, value >= 0 && (size_t)value < var->choices.n ? var->choices.v[value] : NULL);
}

/* upvalue: the methods */
static int f_view(lua_State *L)
{
	const struct view *view = view_of(L);
	const struct names *names = &view->state->world->names;
	const char *key = luaL_checkstring(L, 2);
	int number = names_find(names, NAMES_VAR, key);
	if (number != NAMES_NONE) {
		push_variable(L, view, number);
		return 1;
	}
	lua_pushvalue(L, 2);
	if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
		return 1;
	if (strcmp(key, "now") != 0)
		return unknown(L, names, NAMES_VAR, key);
	lua_pushinteger(L, look(view, STATE_RUN, 0, STATE_NOW));
	return 1;
}

static int f_sealed(lua_State *L)
{
	return luaL_error(L, "a hook can't set w.%s; answer with sets = { ... } instead", luaL_checkstring(L, 2));
}

static void open_view(lua_State *L)
{
	struct holder *holder = lua_newuserdatauv(L, sizeof *holder, 0);
	holder->view = NULL;
	lua_createtable(L, 0, 3);
	lua_createtable(L, 0, 8);
	luaL_setfuncs(L, methods, 0);
	lua_pushcclosure(L, f_view, 1);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, f_sealed);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &view_key);
}

void scenario_api_push_view(lua_State *L, struct view *view)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &view_key);
	struct holder *holder = lua_touserdata(L, -1);
	holder->view = view;
}

void scenario_api_close_view(lua_State *L)
{
	scenario_api_push_view(L, NULL);
	lua_pop(L, 1);
}

void scenario_api_open(lua_State *L, struct scenario_api *api)
{
	lua_pushlightuserdata(L, api);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &api_key);
	open_view(L);
	sandbox_environment(L);
	for (int i = 0; scenario_api_keywords[i] != NULL; i++) {
		lua_pushinteger(L, i);
		lua_pushcclosure(L, f_keyword, 1);
		lua_setfield(L, -2, scenario_api_keywords[i]);
	}
	lua_pushcfunction(L, f_include);
	lua_setfield(L, -2, "include");
	lua_pop(L, 1);
}
