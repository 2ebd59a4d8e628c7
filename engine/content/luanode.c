/* Every walk here ends: tables nest to a depth, contain no cycle, and each value is counted before it is made. */
#include "content/luanode.h"
#include "content/luasafe.h"
#include "content/sandbox.h"
#include "content/texts.h"

#include <lauxlib.h>
#include <lua.h>

#include <string.h>

enum { DEPTH = 16, BYTES_PER_NODE = 256 };

struct conversion {
	const struct luanode *how;
	const void *within[DEPTH]; /* the tables around, against cycles */
};

/* What is wrong is kept in its place: where that stands is known once the whole is set beside its source. */
static struct yml *refuse(lua_State *L, const struct conversion *c, const char *key, const char *what)
{
	const char *colon = key != NULL ? ": " : "";
	key = key != NULL ? key : "";
	if (c->how->diags == NULL)
		luaL_error(L, "%s%s%s", key, colon, what);
	struct yml *node = yml_make(c->how->arena, YML_NULL, c->how->place);
	node->text = arena_printf(c->how->arena, "%s \"%s\": %s%s%s", c->how->kind, c->how->id, key, colon, what);
	return node;
}

void luanode_tell(const struct yml *node, struct diags *diags)
{
	if (node->type == YML_NULL && node->text != NULL)
		diag_error(diags, node->place, "%s", node->text);
	for (size_t i = 0; i < node->n; i++)
		luanode_tell(node->pairs[i].value, diags);
}

static void count(lua_State *L, struct conversion *c, size_t bytes)
{
	*c->how->nodes += 1 + bytes / BYTES_PER_NODE;
	if (*c->how->nodes > c->how->most)
		luaL_error(L, "too much: more than %d values", (int)c->how->most);
}

static struct yml *make(lua_State *L, struct conversion *c, enum yml_type type, size_t bytes)
{
	count(L, c, bytes);
	struct yml *node = yml_make(c->how->arena, type, c->how->place);
	node->lua = true;
	return node;
}

static struct yml *from_number(lua_State *L, struct conversion *c, const char *key)
{
	int whole;
	lua_Integer number = lua_tointegerx(L, -1, &whole);
	if (!whole)
		return refuse(L, c, key, "only whole numbers count here");
	struct yml *node = make(L, c, YML_INT, 0);
	node->number = number;
	return node;
}

static struct yml *from_text(lua_State *L, struct conversion *c, const char *key)
{
	size_t len;
	const char *text = lua_tolstring(L, -1, &len);
	if (strlen(text) != len || text_valid(text, len) != len)
		return refuse(L, c, key, "this text is not UTF-8, or has a zero byte in it");
	struct yml *node = make(L, c, YML_TEXT, len);
	node->text = arena_ndup(c->how->arena, text, len);
	return node;
}

static struct yml *from_function(lua_State *L, struct conversion *c, const char *owner, const char *key)
{
	if (c->how->diags == NULL)
		return refuse(L, c, key, "a hook answers with plain values, not with a function");
	struct yml *node = make(L, c, YML_HOOK, strlen(owner) + (key != NULL ? strlen(key) : 0));
	node->text = arena_printf(c->how->arena, "%s:%s", owner, key != NULL ? key : "body");
	lua_pushvalue(L, -1);
	sandbox_keep(L);
	texts_add(c->how->hooks, node->text, c->how->arena);
	return node;
}

static struct yml *from_table(lua_State *L, struct conversion *c, const char *owner, const char *key, int depth);

/* The value on top of the stack, which stays there. `owner` names the hooks in it: "option:who-leads.named". */
static struct yml *from_value(lua_State *L, struct conversion *c, const char *owner, const char *key, int depth)
{
	struct yml *node;
	switch (lua_type(L, -1)) {
	case LUA_TBOOLEAN:
		node = make(L, c, YML_BOOL, 0);
		node->number = lua_toboolean(L, -1);
		return node;
	case LUA_TNUMBER:
		return from_number(L, c, key);
	case LUA_TSTRING:
		return from_text(L, c, key);
	case LUA_TFUNCTION:
		return from_function(L, c, owner, key);
	case LUA_TTABLE:
		return from_table(L, c, owner, key, depth);
	default:
		return refuse(L, c, key, lua_isnil(L, -1) ? "nil is no value" : "this can't be kept as data");
	}
}

struct keys {
	const char **v; /* they live in their table */
	size_t n;
	lua_Integer listed;
};

/* What can be wrong with keys. They come in another order each run, so the first of these that is so is told. */
static const char *const key_faults[] = {
    "a key is not UTF-8, or has a zero byte in it",
    "a key must be a name",
    "this list has a gap (a nil, or a number that skips)",
};
enum { KEY_BYTES, KEY_TYPE, KEY_GAP, KEY_FINE };

static int read_key(lua_State *L, struct conversion *c, struct keys *keys, lua_Integer n)
{
	if (lua_type(L, -2) == LUA_TSTRING) {
		size_t len;
		const char *key = lua_tolstring(L, -2, &len), **slot;
		if (strlen(key) != len || text_valid(key, len) != len)
			return KEY_BYTES;
		count(L, c, len);
		slot = arena_push(c->how->arena, &keys->v, &keys->n, sizeof *slot);
		*slot = key;
		return KEY_FINE;
	}
	if (!lua_isinteger(L, -2))
		return KEY_TYPE;
	return lua_tointeger(L, -2) < 1 || lua_tointeger(L, -2) > n || ++keys->listed > n ? KEY_GAP : KEY_FINE;
}

/* Sorts the keys of the table at `table`; what is wrong with them, or NULL. */
static const char *read_keys(lua_State *L, struct conversion *c, int table, struct keys *keys)
{
	lua_Integer n = (lua_Integer)lua_rawlen(L, table);
	int worst = KEY_FINE;
	luasafe_charge_walk(L);
	for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
		int fault = read_key(L, c, keys, n);
		worst = fault < worst ? fault : worst;
	}
	if (worst == KEY_FINE && keys->listed != n)
		worst = KEY_GAP;
	texts_sort(&(struct shape_texts){keys->v, keys->n});
	return worst == KEY_FINE ? NULL : key_faults[worst];
}

/* Whose hooks lie in the i-th element of a table: an option's own, else as before. */
static const char *owner_of(lua_State *L, struct conversion *c, const char *owner, int depth, lua_Integer i)
{
	if (depth > 0 || c->how->kind == NULL || strcmp(c->how->kind, "decision") != 0 || !lua_istable(L, -1))
		return owner;
	lua_pushliteral(L, "id");
	lua_rawget(L, -2);
	const char *id = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	count(L, c, id != NULL ? strlen(id) : 0);
	owner = id != NULL ? arena_printf(c->how->arena, "option:%s.%s", c->how->id, id)
	                   : arena_printf(c->how->arena, "option:%s.#%d", c->how->id, (int)i);
	lua_pop(L, 1);
	return owner;
}

static void fill(lua_State *L, struct conversion *c, struct yml *node, const char *owner, int depth,
                 const struct keys *keys)
{
	int table = lua_gettop(L);
	for (lua_Integer i = 1; i <= keys->listed; i++) {
		lua_rawgeti(L, table, i);
		const char *inner = owner_of(L, c, owner, depth, i);
		yml_put(c->how->arena, node, NULL, c->how->place, from_value(L, c, inner, NULL, depth + 1));
		lua_settop(L, table);
	}
	for (size_t i = 0; i < keys->n; i++) {
		bool late = depth == 0 && strcmp(keys->v[i], "late") == 0;
		const char *inner = late ? arena_printf(c->how->arena, "late:%s", c->how->id) : owner;
		lua_pushstring(L, keys->v[i]);
		lua_rawget(L, table);
		yml_put(c->how->arena, node, keys->v[i], c->how->place, from_value(L, c, inner, keys->v[i], depth + 1));
		lua_settop(L, table);
	}
}

static struct yml *from_table(lua_State *L, struct conversion *c, const char *owner, const char *key, int depth)
{
	struct keys keys = {0};
	int top = lua_gettop(L);
	luaL_checkstack(L, 8, "too deep");
	if (luaL_getmetafield(L, -1, "__index") == LUA_TNIL) /* only frozen tables have one: what they stand for */
		lua_pushvalue(L, top);
	const void *self = lua_topointer(L, -1);
	const char *wrong = depth >= DEPTH ? "nested deeper than 16 tables" : NULL;
	for (int i = 0; i < depth && wrong == NULL; i++)
		if (c->within[i] == self)
			wrong = "this table contains itself";
	if (wrong == NULL)
		wrong = read_keys(L, c, lua_gettop(L), &keys);
	if (wrong != NULL) {
		lua_settop(L, top);
		return refuse(L, c, key, wrong);
	}
	bool body =
	    depth == 0 && (c->how->kind == NULL || strcmp(c->how->kind, "var") != 0); /* a map even when it is empty */
	struct yml *node = make(L, c, keys.n > 0 || body ? YML_MAP : YML_LIST, 0);
	c->within[depth] = self;
	fill(L, c, node, owner, depth, &keys);
	lua_settop(L, top);
	return node;
}

struct yml *luanode_read(lua_State *L, const struct luanode *how)
{
	struct conversion c = {.how = how};
	return from_value(L, &c, how->owner, NULL, 0);
}
