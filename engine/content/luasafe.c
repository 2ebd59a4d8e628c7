/* Plain "remove os and io, count instructions" is not enough: one instruction may copy or compare megabytes, one
 * pattern may run for ever. So texts are capped, library calls are charged for what they read, allocations for their
 * bytes, and while anything big is alive every instruction counts for more. */
#include "content/luasafe.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	PATTERN = 128,          /* bytes of the longest pattern */
	BYTES_PER_CHARGE = 8,   /* allocated, or compared by a sort */
	BYTES_PER_SWEEP = 4,    /* in use, when the collector has to find room */
	BYTES_PER_STEP = 128,   /* of the largest block, when a table is walked */
	BLOCK_PER_WEIGHT = 512, /* bytes of the largest block that make each instruction count once more */
	TEXT_PER_WEIGHT = 32,   /* the same of the longest text */
	CONVERSION = 300,       /* a number that string.format writes */
	ITEM = 2,               /* of a table that a function reads */
	FROZEN_ITEM = 16,       /* the same where each is looked up elsewhere */
};

static struct luasafe *meter_of(lua_State *L)
{
	return *(struct luasafe **)lua_getextraspace(L);
}

/* Where the code stands that runs or is being compiled. Reads only, so that even a refused allocation may ask. */
void luasafe_note(struct luasafe *meter)
{
	lua_Debug at;
	if (meter->reading > 0) {
		meter->line = meter->reading;
		return;
	}
	for (int level = 0; meter->L != NULL && lua_getstack(meter->L, level, &at); level++) {
		lua_getinfo(meter->L, "Sl", &at);
		if (at.currentline <= 0)
			continue;
		meter->line = at.currentline;
		snprintf(meter->file, sizeof meter->file, "%s", at.source + (at.source[0] == '@'));
		return;
	}
}

void *luasafe_allocate(void *context, void *old, size_t old_size, size_t size)
{
	struct luasafe *meter = context;
	size_t before = old != NULL ? old_size : 0;
	if (size == 0) {
		meter->used -= before;
		free(old);
		return NULL;
	}
	bool text_too_long = old == NULL && old_size == LUA_TSTRING && size > LUASAFE_STRING + 64;
	if (text_too_long || (size > before && size - before > LUASAFE_MEMORY - meter->used)) {
		meter->text_too_long = text_too_long;
		meter->budget -= (long)(meter->used / BYTES_PER_SWEEP); /* Lua now looks for garbage everywhere */
		luasafe_note(meter);
		return NULL;
	}
	void *block = realloc(old, size);
	if (block == NULL)
		return NULL;
	meter->used = meter->used - before + size;
	meter->budget -= (long)(size / BYTES_PER_CHARGE);
	if (size > meter->largest)
		meter->largest = size;
	if (old == NULL && old_size == LUA_TSTRING && size > meter->text)
		meter->text = size;
	return block;
}

void luasafe_charge(lua_State *L, double cost)
{
	struct luasafe *meter = meter_of(L);
	meter->budget = cost < (double)meter->budget ? meter->budget - (long)cost : -1;
	if (meter->budget >= 0)
		return;
	lua_sethook(L, luasafe_count, LUA_MASKCOUNT, 1); /* stays tripped */
	luaL_error(L, "this never ends, or takes far too long; stopped");
}

void luasafe_charge_walk(lua_State *L)
{
	luasafe_charge(L, 16 + (double)(meter_of(L)->largest / BYTES_PER_STEP));
}

void luasafe_count(lua_State *L, lua_Debug *at)
{
	(void)at;
	const struct luasafe *meter = meter_of(L);
	size_t weight = 1 + meter->largest / BLOCK_PER_WEIGHT + meter->text / TEXT_PER_WEIGHT;
	luasafe_charge(L, LUASAFE_COUNT * (double)weight);
}

/* Behind a backslash: one of \0 \00 \000 \x00 \u{0}. */
static bool zero_escape(const char *at)
{
	if (at[0] == 'x')
		return at[1] == '0' && at[2] == '0';
	bool unicode = at[0] == 'u' && at[1] == '{';
	size_t zeros = strspn(at += unicode ? 2 : 0, "0");
	if (unicode)
		return zeros > 0 && at[zeros] == '}';
	return zeros > 2 || (zeros > 0 && (at[zeros] < '0' || at[zeros] > '9'));
}

int luasafe_zero_line(const char *source)
{
	int line = 1;
	for (const char *at = source; *at != '\0'; at++) {
		if (*at == '\\' && zero_escape(at + 1))
			return line;
		at += *at == '\\' && at[1] != '\0';
		line += *at == '\n';
	}
	return 0;
}

/* ---- the library, as far as it is allowed ---- */

/* Every function of ours that stands for a stock one has that one as its upvalue. */
static int stock(lua_State *L)
{
	return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* What reading the i-th argument costs: a text by its bytes, a table by its items. */
static double reading_cost(lua_State *L, int i)
{
	if (!lua_istable(L, i))
		return (double)lua_rawlen(L, i) / 4;
	bool frozen = lua_getmetatable(L, i);
	lua_pop(L, frozen);
	return (double)luaL_len(L, i) * (frozen ? FROZEN_ITEM : ITEM);
}

static int f_charged(lua_State *L)
{
	double cost = 0;
	for (int i = lua_gettop(L); i > 0; i--)
		cost += reading_cost(L, i);
	luasafe_charge(L, cost);
	return stock(L);
}

static void refuse_address(lua_State *L, int index)
{
	int type = lua_type(L, index);
	if (type != LUA_TNIL && type != LUA_TBOOLEAN && type != LUA_TNUMBER && type != LUA_TSTRING)
		luaL_error(L, "a %s can't be turned into text", luaL_typename(L, index));
}

static int f_tostring(lua_State *L)
{
	luaL_checkany(L, 1);
	refuse_address(L, 1);
	return stock(L);
}

/* Comparing texts walks each piece between zero bytes apart, which no charge by length covers: so there are none. */
static int f_zeroless(lua_State *L)
{
	size_t len;
	int results = f_charged(L);
	const char *text = lua_tolstring(L, -1, &len);
	if (strlen(text) != len)
		return luaL_error(L, "a text can't hold a zero byte");
	return results;
}

static int f_format(lua_State *L)
{
	const char *format = luaL_checkstring(L, 1);
	for (int i = lua_gettop(L); i > 1; i--)
		refuse_address(L, i);
	while ((format = strchr(format, '%')) != NULL) {
		format += 1 + strspn(format + 1, "-+ #0123456789.");
		if (*format == 'p')
			return luaL_error(L, "string.format knows no %%p here");
		format += *format != '\0';
		luasafe_charge(L, CONVERSION); /* a number may have hundreds of digits */
	}
	return f_zeroless(L);
}

static int f_rep(lua_State *L)
{
	size_t len, gap;
	luaL_checklstring(L, 1, &len);
	lua_Integer times = luaL_checkinteger(L, 2);
	luaL_optlstring(L, 3, "", &gap);
	if (times > LUASAFE_STRING || (times > 0 && (size_t)times * (len + gap) > LUASAFE_STRING))
		return luaL_error(L, "string.rep would make a text over %d KiB", LUASAFE_STRING / 1024);
	return stock(L);
}

/* An upper bound of the matcher's steps: the ways in which k loops can divide n bytes, from every start unless it is
 * anchored, twice for each `?`, each way looking at the whole pattern. */
static double pattern_cost(const char *pattern, size_t len, double n, bool anchored)
{
	int loops = !anchored;
	double cost = 1;
	for (size_t i = 0; i < len; i++) {
		if (pattern[i] == '%' && ++i < len)
			loops += pattern[i] == 'b' || (pattern[i] >= '0' && pattern[i] <= '9');
		else if (i < len && strchr("*+-", pattern[i]) != NULL && pattern[i] != '\0')
			loops++;
		else if (i < len && pattern[i] == '?')
			cost *= 2;
	}
	for (int k = 1; k <= loops; k++)
		cost = cost * (n + k) / k;
	return cost * (1 + (double)len / 8) / 4;
}

static void charge_pattern(lua_State *L, bool may_anchor)
{
	size_t n, len;
	luaL_checklstring(L, 1, &n);
	const char *pattern = luaL_checklstring(L, 2, &len);
	double cost = pattern_cost(pattern, len, (double)n, may_anchor && pattern[0] == '^');
	if (len > PATTERN)
		luaL_error(L, "this pattern is longer than %d bytes", PATTERN);
	if (cost > (double)meter_of(L)->whole)
		luaL_error(L, "this pattern could take too long on a text of %d bytes", (int)n);
	luasafe_charge(L, cost);
}

static int f_pattern(lua_State *L)
{
	charge_pattern(L, true);
	return stock(L);
}

/* upvalues: the text, the stock iterator (nil once it found nothing: it would look through the whole text again) */
static int f_match_next(lua_State *L)
{
	lua_settop(L, 0);
	if (lua_isnil(L, lua_upvalueindex(2)))
		return 0;
	lua_pushvalue(L, lua_upvalueindex(2));
	lua_call(L, 0, LUA_MULTRET);
	if (lua_isnoneornil(L, 1)) {
		lua_pushnil(L);
		lua_replace(L, lua_upvalueindex(2));
	}
	return lua_gettop(L);
}

/* Here `^` is a character like others. */
static int f_gmatch(lua_State *L)
{
	charge_pattern(L, false);
	lua_pushvalue(L, 1);
	lua_insert(L, 1);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 2);
	lua_call(L, lua_gettop(L) - 2, 1);
	lua_pushcclosure(L, f_match_next, 2);
	return 1;
}

static int f_find(lua_State *L)
{
	if (!lua_toboolean(L, 4))
		return f_pattern(L);
	size_t n, len;
	luaL_checklstring(L, 1, &n);
	luaL_checklstring(L, 2, &len);
	luasafe_charge(L, (double)n * (1 + (double)len / 16));
	return stock(L);
}

/* Compares the two values on top, and pops them. With function 0 they are keys: numbers first, then texts. */
static bool less(lua_State *L, int function)
{
	bool yes;
	if (function != 0 && !lua_isnil(L, function)) {
		lua_pushvalue(L, function);
		lua_insert(L, -3);
		lua_call(L, 2, 1);
		yes = lua_toboolean(L, -1);
		lua_pop(L, 1);
		return yes;
	}
	if (lua_type(L, -1) == LUA_TSTRING && lua_type(L, -2) == LUA_TSTRING)
		luasafe_charge(L, (double)(lua_rawlen(L, -1) + lua_rawlen(L, -2)) / BYTES_PER_CHARGE);
	if (function == 0 && lua_type(L, -1) != lua_type(L, -2))
		yes = lua_type(L, -2) == LUA_TNUMBER;
	else
		yes = lua_compare(L, -2, -1, LUA_OPLT);
	lua_pop(L, 2);
	return yes;
}

static void merge(lua_State *L, int from, int to, int function, const lua_Integer cut[3])
{
	lua_Integer left = cut[0], right = cut[1];
	for (lua_Integer out = cut[0]; out < cut[2]; out++) {
		bool take_right = left == cut[1];
		if (left < cut[1] && right < cut[2]) {
			lua_rawgeti(L, from, right);
			lua_rawgeti(L, from, left);
			take_right = less(L, function); /* only then: equal ones keep their order */
		}
		lua_rawgeti(L, from, take_right ? right++ : left++);
		lua_rawseti(L, to, out);
	}
}

/* A stable merge sort of 1..n between the tables at `from` and `to`; the index of the one that ends up sorted. Any
 * comparison at all, however confused, makes it end. */
static int merge_sort(lua_State *L, int from, int to, lua_Integer n, int function)
{
	luasafe_charge(L, 64 + 16.0 * (double)n); /* two tables, however little there is to sort */
	for (lua_Integer width = 1; width < n; width *= 2) {
		for (lua_Integer at = 1; at <= n; at += 2 * width) {
			lua_Integer middle = at + width <= n ? at + width : n + 1;
			merge(L, from, to, function,
			      (lua_Integer[]){at, middle, at + 2 * width <= n ? at + 2 * width : n + 1});
		}
		int swap = from;
		from = to;
		to = swap;
	}
	return from;
}

static int f_sort(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	if (!lua_isnoneornil(L, 2))
		luaL_checktype(L, 2, LUA_TFUNCTION);
	lua_settop(L, 2);
	lua_Integer n = luaL_len(L, 1);
	lua_createtable(L, 0, 0);
	lua_createtable(L, 0, 0);
	for (lua_Integer i = 1; i <= n; i++) {
		lua_geti(L, 1, i);
		lua_rawseti(L, 3, i);
	}
	int sorted = merge_sort(L, 3, 4, n, 2);
	for (lua_Integer i = 1; i <= n; i++) {
		lua_rawgeti(L, sorted, i);
		lua_seti(L, 1, i);
	}
	return 0;
}

/* upvalues: the sorted keys, how many were given out */
static int f_next(lua_State *L)
{
	lua_settop(L, 1);
	for (lua_Integer i = lua_tointeger(L, lua_upvalueindex(2)) + 1;; i++) {
		lua_pushinteger(L, i);
		lua_replace(L, lua_upvalueindex(2));
		if (lua_rawgeti(L, lua_upvalueindex(1), i) == LUA_TNIL)
			return 1;
		lua_pushvalue(L, -1);
		if (lua_gettable(L, 1) != LUA_TNIL)
			return 2;
		lua_pop(L, 2);
	}
}

static int f_pairs(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	lua_createtable(L, 0, 0);
	lua_createtable(L, 0, 0);
	if (luaL_getmetafield(L, 1, "__index") == LUA_TNIL) /* only frozen tables have one: what they stand for */
		lua_pushvalue(L, 1);
	lua_Integer n = 0;
	int other = LUA_NUMTYPES; /* the least of them: keys come in another order each run */
	luasafe_charge_walk(L);
	for (lua_pushnil(L); lua_next(L, 4); lua_pop(L, 1)) {
		int type = lua_type(L, -2);
		if (type != LUA_TNUMBER && type != LUA_TSTRING && type < other)
			other = type;
		lua_pushvalue(L, -2);
		lua_rawseti(L, 2, ++n);
	}
	if (other < LUA_NUMTYPES)
		return luaL_error(L, "pairs walks number and text keys only, not a %s", lua_typename(L, other));
	lua_pushvalue(L, merge_sort(L, 2, 3, n, 0));
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, f_next, 2);
	lua_pushvalue(L, 1);
	lua_pushnil(L);
	return 3;
}

/* An own function, or NULL for the stock one as it is. */
static const struct allowed {
	const char *library, *name;
	lua_CFunction own;
} allowed[] = {
    // clang-format off
    {"_G", "assert", NULL}, {"_G", "error", NULL}, {"_G", "ipairs", NULL}, {"_G", "pairs", f_pairs},
    {"_G", "select", NULL}, {"_G", "tonumber", f_charged}, {"_G", "tostring", f_tostring}, {"_G", "type", NULL},
    {"string", "byte", f_charged}, {"string", "char", f_zeroless}, {"string", "find", f_find},
    {"string", "format", f_format}, {"string", "gmatch", f_gmatch}, {"string", "gsub", f_pattern},
    {"string", "len", NULL}, {"string", "lower", f_charged}, {"string", "match", f_pattern},
    {"string", "rep", f_rep}, {"string", "reverse", f_charged}, {"string", "sub", f_charged},
    {"string", "upper", f_charged},
    {"table", "concat", f_charged}, {"table", "insert", f_charged}, {"table", "remove", f_charged},
    {"table", "sort", f_sort}, {"table", "unpack", f_charged},
    {"math", "abs", NULL}, {"math", "ceil", NULL}, {"math", "floor", NULL}, {"math", "fmod", NULL},
    {"math", "max", NULL}, {"math", "maxinteger", NULL}, {"math", "min", NULL}, {"math", "mininteger", NULL},
    {"math", "tointeger", NULL}, {"math", "type", NULL}, {"math", "ult", NULL},
    {"utf8", "char", f_zeroless}, {"utf8", "codepoint", f_charged},
    {"utf8", "codes", f_charged}, {"utf8", "len", f_charged}, {"utf8", "offset", f_charged},
    // clang-format on
};

static const luaL_Reg libraries[] = {
    {"_G", luaopen_base},   {"string", luaopen_string}, {"table", luaopen_table},
    {"math", luaopen_math}, {"utf8", luaopen_utf8},
};

/* Leaves the allowed part of one library on the stack. */
static void open_library(lua_State *L, const luaL_Reg *library)
{
	luaL_requiref(L, library->name, library->func, 0);
	lua_createtable(L, 0, 0);
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
		if (strcmp(allowed[i].library, library->name) != 0)
			continue;
		lua_getfield(L, -2, allowed[i].name);
		if (allowed[i].own != NULL)
			lua_pushcclosure(L, allowed[i].own, 1);
		lua_setfield(L, -2, allowed[i].name);
	}
	lua_remove(L, -2);
}

void luasafe_open(lua_State *L)
{
	open_library(L, &libraries[0]);
	for (size_t i = 1; i < sizeof libraries / sizeof *libraries; i++) {
		open_library(L, &libraries[i]);
		lua_setfield(L, -2, libraries[i].name);
	}
	lua_getfield(L, -1, "utf8");
	lua_pushliteral(L, "[\x01-\x7F\xC2-\xFD][\x80-\xBF]*"); /* the stock one begins at zero */
	lua_setfield(L, -2, "charpattern");
	lua_pop(L, 1);
	lua_createtable(L, 0, 2); /* the metatable of every text */
	lua_getfield(L, -2, "string");
	lua_setfield(L, -2, "__index");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_pushliteral(L, "");
	lua_insert(L, -2);
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
}
