/* The globals of scenario code are an empty table before a store, so that every write to them passes here. */
#include "content/sandbox.h"
#include "content/luasafe.h"

#include <lauxlib.h>
#include <lua.h>

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <xlocale.h> /* newlocale, which POSIX has in locale.h */
#endif

enum { WORDS = 1000, GARBAGE = 1024 * 1024, QUEUE = 2, SEEN = 3, UPVALUES = 4 };

struct sandbox {
	struct luasafe meter;                   /* first: the state's extra space points at both */
	char message[256];                      /* of the last fault */
	int environment, store, kept, upvalues; /* references in the registry */
	int nkept;
	size_t used, largest, text; /* by the meter, when frozen: what each call begins with; used is 0 before */
	locale_t plain;             /* letters and numbers as in C, whatever the reader's country; 0 = there is none */
};

static struct sandbox *sandbox_of(lua_State *L)
{
	return *(struct sandbox **)lua_getextraspace(L);
}

/* ---- the environment ---- */

/* Puts a name into its place among the first WORDS of the alphabet: the table's own order differs from run to run. */
static size_t keep_least(const char *names[WORDS], size_t n, const char *name)
{
	size_t at = n;
	while (at > 0 && strcmp(names[at - 1], name) > 0)
		at--;
	if (at == WORDS)
		return n;
	n -= n == WORDS;
	memmove(names + at + 1, names + at, (n - at) * sizeof *names);
	names[at] = name;
	return n + 1;
}

/* A word of Lua's, as other languages spell it. */
static const char *other_spelling(const char *word)
{
	static const char *const spellings[][2] = {{"True", "true"},   {"TRUE", "true"}, {"False", "false"},
	                                           {"FALSE", "false"}, {"None", "nil"},  {"null", "nil"},
	                                           {"NULL", "nil"}};
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (strcmp(spellings[i][0], word) == 0)
			return spellings[i][1];
	return NULL;
}

static int f_unknown(lua_State *L)
{
	const char *names[WORDS];
	size_t n = 0;
	lua_settop(L, 2);
	if (lua_type(L, 2) != LUA_TSTRING)
		return 0;
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
		if (lua_type(L, -2) == LUA_TSTRING)
			n = keep_least(names, n, lua_tostring(L, -2));
	const char *word = lua_tostring(L, 2), *near = other_spelling(word);
	if (near == NULL)
		near = diag_nearest(word, names, n);
	if (near != NULL)
		return luaL_error(L, "unknown word \"%s\"; did you mean \"%s\"?", word, near);
	return luaL_error(L, "unknown word \"%s\"", word);
}

static int f_frozen(lua_State *L)
{
	if (lua_type(L, 2) == LUA_TSTRING)
		return luaL_error(L, "a hook can't set \"%s\"", lua_tostring(L, 2));
	return luaL_error(L, "a hook can't change a table that it did not make");
}

static int f_length(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
	return 1;
}

static int body_open(lua_State *L)
{
	struct sandbox *sandbox = lua_touserdata(L, 1);
	luasafe_open(L);
	lua_createtable(L, 0, 1); /* of the store: whoever gets there asked for nothing known */
	lua_pushcfunction(L, f_unknown);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	lua_createtable(L, 0, 0); /* the environment */
	lua_createtable(L, 0, 3);
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__index");
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
	sandbox->environment = luaL_ref(L, LUA_REGISTRYINDEX);
	sandbox->store = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_createtable(L, 0, 0);
	sandbox->kept = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_createtable(L, 0, 0);
	sandbox->upvalues = luaL_ref(L, LUA_REGISTRYINDEX);
	return 0;
}

void sandbox_environment(lua_State *L)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox_of(L)->environment);
}

struct source {
	const char *at, *end;
	struct luasafe *meter;
};

/* A lua_Reader, line by line: so a refused allocation has a line even while the compiler runs. */
static const char *read_line(lua_State *L, void *context, size_t *size)
{
	(void)L;
	struct source *source = context;
	const char *line = source->at, *newline = memchr(line, '\n', (size_t)(source->end - line));
	source->at = newline != NULL ? newline + 1 : source->end;
	*size = (size_t)(source->at - line);
	source->meter->reading += *size > 0;
	return line;
}

void sandbox_compile(lua_State *L, const struct file *file)
{
	struct luasafe *meter = &sandbox_of(L)->meter;
	struct source source = {file->bytes, file->bytes + file->len, meter};
	size_t largest = meter->largest;
	int zero = luasafe_zero_line(file->bytes);
	snprintf(meter->file, sizeof meter->file, "%s", file->name);
	meter->reading = 0;
	if (zero > 0)
		luaL_error(L, "%s:%d: a text can't hold a zero byte", meter->file, zero);
	lua_pushfstring(L, "@%s", file->name);
	if (lua_load(L, read_line, &source, lua_tostring(L, -1), "t") != LUA_OK)
		lua_error(L);
	lua_remove(L, -2);
	sandbox_environment(L);
	lua_setupvalue(L, -2, 1);
	meter->reading = 0;
	meter->largest = largest; /* code is no data: no instruction walks it */
}

/* ---- keeping functions pure ---- */

int sandbox_keep(lua_State *L)
{
	struct sandbox *sandbox = sandbox_of(L);
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->kept);
	lua_insert(L, -2);
	lua_rawseti(L, -2, ++sandbox->nkept);
	lua_pop(L, 1);
	return sandbox->nkept - 1;
}

/* Pops the value on top; a table or a Lua function seen for the first time joins the queue. */
static void enqueue(lua_State *L)
{
	if (lua_iscfunction(L, -1) && lua_getupvalue(L, -1, 1) != NULL) {
		/* ours and the keywords hold a function or a pointer; what holds data is a running iterator */
		if (lua_type(L, -1) == LUA_TTABLE || lua_type(L, -1) == LUA_TSTRING)
			luaL_error(L, "a hook can't keep the iterator of pairs or gmatch from outside it");
		lua_pop(L, 1);
	} else if (lua_istable(L, -1) || (lua_isfunction(L, -1) && !lua_iscfunction(L, -1))) {
		lua_pushvalue(L, -1);
		if (lua_rawget(L, SEEN) == LUA_TNIL) {
			lua_pushvalue(L, -2);
			lua_pushboolean(L, 1);
			lua_rawset(L, SEEN);
			lua_pushvalue(L, -2);
			lua_rawseti(L, QUEUE, (lua_Integer)lua_rawlen(L, QUEUE) + 1);
		}
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
}

static void enqueue_content(lua_State *L, int table)
{
	for (lua_pushnil(L); lua_next(L, table);) {
		enqueue(L);
		lua_pushvalue(L, -1);
		enqueue(L);
		luasafe_charge(L, 4);
	}
}

/* Moves what the table at the top holds into a hidden one, which it then only shows. */
static void freeze_table(lua_State *L)
{
	int table = lua_gettop(L), hidden = table + 1;
	enqueue_content(L, table);
	lua_createtable(L, 0, 0);
	for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
		lua_pushvalue(L, -2);
		lua_pushvalue(L, -2);
		lua_rawset(L, hidden);
		lua_pushvalue(L, -2); /* clearing a field while walking is allowed */
		lua_pushnil(L);
		lua_rawset(L, table);
	}
	lua_createtable(L, 0, 4);
	lua_pushvalue(L, hidden);
	lua_pushcclosure(L, f_length, 1);
	lua_setfield(L, -2, "__len");
	lua_pushcfunction(L, f_frozen);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_pushvalue(L, hidden);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, table);
}

/* Remembers function, index, value of each upvalue of the function at the top; shared ones once. */
static void remember_upvalues(lua_State *L)
{
	int function = lua_gettop(L);
	for (int i = 1; lua_getupvalue(L, function, i) != NULL; i++) {
		lua_Integer n = (lua_Integer)lua_rawlen(L, UPVALUES);
		if (lua_rawgetp(L, SEEN, lua_upvalueid(L, function, i)) == LUA_TNIL) {
			lua_pushboolean(L, 1);
			lua_rawsetp(L, SEEN, lua_upvalueid(L, function, i));
			lua_createtable(L, 2, 1);
			lua_pushvalue(L, function);
			lua_rawseti(L, -2, 1);
			lua_pushinteger(L, i);
			lua_rawseti(L, -2, 2);
			lua_pushvalue(L, -3);
			lua_setfield(L, -2, "value"); /* may be nil */
			lua_rawseti(L, UPVALUES, n + 1);
		}
		lua_pop(L, 1);
		enqueue(L);
	}
}

static int body_freeze(lua_State *L)
{
	struct sandbox *sandbox = lua_touserdata(L, 1);
	lua_createtable(L, 0, 0); /* QUEUE */
	lua_createtable(L, 0, 0); /* SEEN */
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->upvalues);
	sandbox_environment(L);
	lua_getmetatable(L, -1);
	lua_pushcfunction(L, f_frozen);
	lua_setfield(L, -2, "__newindex");
	lua_pop(L, 1);
	lua_pushboolean(L, 1);
	lua_rawset(L, SEEN);
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->store);
	enqueue_content(L, lua_gettop(L));
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->kept);
	enqueue_content(L, lua_gettop(L));
	for (lua_Integer i = 1; lua_rawgeti(L, QUEUE, i) != LUA_TNIL; i++) {
		if (lua_istable(L, -1))
			freeze_table(L);
		else
			remember_upvalues(L);
		lua_settop(L, UPVALUES);
	}
	return 0;
}

bool sandbox_freeze(struct sandbox *sandbox, struct sandbox_fault *fault)
{
	if (!sandbox_protect(sandbox, body_freeze, sandbox, SANDBOX_LOAD, fault))
		return false;
	lua_gc(sandbox->meter.L, LUA_GCCOLLECT);
	sandbox->used = sandbox->meter.used;
	sandbox->largest = sandbox->meter.largest;
	sandbox->text = sandbox->meter.text;
	return true;
}

void sandbox_push_kept(lua_State *L, int number)
{
	struct sandbox *sandbox = sandbox_of(L);
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->upvalues);
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) == LUA_TTABLE; i++) {
		lua_rawgeti(L, -1, 2);
		int index = (int)lua_tointeger(L, -1);
		lua_rawgeti(L, -2, 1);
		lua_getfield(L, -3, "value");
		lua_setupvalue(L, -2, index);
		lua_pop(L, 3);
	}
	lua_pop(L, 2);
	lua_rawgeti(L, LUA_REGISTRYINDEX, sandbox->kept);
	lua_rawgeti(L, -1, number + 1);
	lua_remove(L, -2);
}

/* ---- calls ---- */

/* True when a message begins with `file:line: `; then those are remembered, and *said moves behind them. */
static bool skip_place(struct luasafe *meter, const char **said, const char *file, const char *shown)
{
	size_t len = strlen(shown);
	if (strncmp(*said, shown, len) != 0 || (*said)[len] != ':')
		return false;
	char *end;
	long line = strtol(*said + len + 1, &end, 10);
	if (line <= 0 || line > INT_MAX || strncmp(end, ": ", 2) != 0)
		return false;
	meter->line = (int)line;
	if (file != meter->file)
		snprintf(meter->file, sizeof meter->file, "%s", file);
	*said = end + 2;
	return true;
}

/* Keeps what and where without allocating: the place in front of the message if it is one of ours, else that of the
 * code that runs. */
static int on_error(lua_State *L)
{
	struct sandbox *sandbox = sandbox_of(L);
	const char *said = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "an error that is no text";
	lua_Debug at;
	bool found = skip_place(&sandbox->meter, &said, sandbox->meter.file, sandbox->meter.file);
	for (int level = 0; !found && lua_getstack(L, level, &at); level++) {
		lua_getinfo(L, "Sl", &at);
		found = at.source[0] == '@' && skip_place(&sandbox->meter, &said, at.source + 1, at.short_src);
	}
	if (!found)
		luasafe_note(&sandbox->meter);
	snprintf(sandbox->message, sizeof sandbox->message, "%s", said);
	return 1;
}

static void tell_memory(struct sandbox *sandbox)
{
	if (sandbox->meter.text_too_long)
		snprintf(sandbox->message, sizeof sandbox->message, "a text over %d KiB", LUASAFE_STRING / 1024);
	else
		snprintf(sandbox->message, sizeof sandbox->message, "this wants more than %d MiB of memory",
		         LUASAFE_MEMORY / 1024 / 1024);
}

/* A call pays for nothing that an earlier one left: a resumed drill has not run that. */
static void forget_calls(struct sandbox *sandbox)
{
	if (sandbox->used == 0)
		return;
	if (sandbox->meter.used > sandbox->used + GARBAGE)
		lua_gc(sandbox->meter.L, LUA_GCCOLLECT);
	sandbox->meter.largest = sandbox->largest;
	sandbox->meter.text = sandbox->text;
}

bool sandbox_protect(struct sandbox *sandbox, int (*body)(lua_State *), void *argument, long budget,
                     struct sandbox_fault *fault)
{
	lua_State *L = sandbox->meter.L;
	int top = lua_gettop(L);
	forget_calls(sandbox);
	sandbox->meter.budget = sandbox->meter.whole = budget;
	sandbox->meter.text_too_long = false;
	sandbox->meter.line = sandbox->meter.reading = 0;
	lua_sethook(L, luasafe_count, LUA_MASKCOUNT, LUASAFE_COUNT);
	lua_pushcfunction(L, on_error);
	lua_pushcfunction(L, body);
	lua_pushlightuserdata(L, argument);
	locale_t outer = sandbox->plain != (locale_t)0 ? uselocale(sandbox->plain) : (locale_t)0;
	int status = lua_pcall(L, 1, 0, top + 1);
	if (outer != (locale_t)0)
		uselocale(outer);
	lua_settop(L, top);
	if (status == LUA_OK)
		return true;
	bool memory = status == LUA_ERRMEM || strcmp(sandbox->message, "not enough memory") == 0;
	if (memory)
		tell_memory(sandbox);
	if (fault != NULL) {
		fault->spent = sandbox->meter.budget < 0 || (memory && !sandbox->meter.text_too_long);
		snprintf(fault->file, sizeof fault->file, "%s", sandbox->meter.file);
		snprintf(fault->message, sizeof fault->message, "%s", sandbox->message);
		fault->line = sandbox->meter.line;
	}
	return false;
}

struct sandbox *sandbox_new(void)
{
	struct sandbox *sandbox = calloc(1, sizeof *sandbox);
	if (sandbox == NULL)
		return NULL;
	lua_State *L = lua_newstate(luasafe_allocate, sandbox);
	if (L == NULL) {
		free(sandbox);
		return NULL;
	}
	sandbox->meter.L = L;
	*(struct sandbox **)lua_getextraspace(L) = sandbox;
	sandbox->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	if (sandbox_protect(sandbox, body_open, sandbox, SANDBOX_LOAD, NULL))
		return sandbox;
	sandbox_free(sandbox);
	return NULL;
}

void sandbox_free(struct sandbox *sandbox)
{
	if (sandbox == NULL)
		return;
	lua_close(sandbox->meter.L);
	if (sandbox->plain != (locale_t)0)
		freelocale(sandbox->plain);
	free(sandbox);
}

lua_State *sandbox_state(struct sandbox *sandbox)
{
	return sandbox->meter.L;
}
