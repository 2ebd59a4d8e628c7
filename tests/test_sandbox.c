#include "check.h"

#include "content/sandbox.h"

#include <lauxlib.h>
#include <lua.h>

#include <stdio.h>

struct run {
	struct file file;
	char result[256];
};

static int body_run(lua_State *L)
{
	struct run *run = lua_touserdata(L, 1);
	sandbox_compile(L, &run->file);
	lua_call(L, 0, 1);
	snprintf(run->result, sizeof run->result, "%s", luaL_optstring(L, -1, "nil"));
	return 0;
}

static struct run chunk(const char *source)
{
	return (struct run){.file = {.name = "a.lua", .bytes = source, .len = strlen(source)}};
}

/* The answer of a chunk, or `LINE: message` of its fault. */
static const char *say(const char *source, char out[320])
{
	struct sandbox *sandbox = sandbox_new();
	struct run run = chunk(source);
	struct sandbox_fault fault;
	if (sandbox_protect(sandbox, body_run, &run, SANDBOX_LOAD, &fault)) {
		snprintf(out, 320, "%s", run.result);
	} else {
		assert_string_equal(fault.file, "a.lua");
		snprintf(out, 320, "%d: %s", fault.line, fault.message);
	}
	sandbox_free(sandbox);
	return out;
}

struct example {
	const char *source, *answer;
};

static void hold(const struct example *examples, size_t n)
{
	char out[320];
	for (size_t i = 0; i < n; i++)
		assert_string_equal(say(examples[i].source, out), examples[i].answer);
}

static void what_is_allowed_works(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"return ('ab'):upper() .. string.rep('-', 3, '.')", "AB-.-.-"},
	    {"return (('a, b'):gsub('%s*,%s*', ';'))", "a;b"},
	    {"return ('x=1'):match('(%w+)=') .. #'abc'", "x3"},
	    {"local s = '' for w in ('one two'):gmatch('%a+') do s = s .. w end return s", "onetwo"},
	    {"return ('a.b'):find('.', 1, true)", "2"},
	    {"return string.format('%d %s %5.1f', 3, true, 2.5)", "3 true   2.5"},
	    {"return table.concat({3, 1, 2}, ',')", "3,1,2"},
	    {"return math.max(1, 7, 3) + select('#', 1, 2)", "9"},
	    {"x = 1; x = x + 1; return x", "2"},
	    {"return utf8.len('\xe4\xb8\xad')", "1"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

static void nothing_else_is_there(void **unused)
{
	(void)unused;
	static const char *const words[] = {"os",     "io",          "debug",          "package",      "require",
	                                    "load",   "loadstring",  "dofile",         "loadfile",     "pcall",
	                                    "xpcall", "coroutine",   "setmetatable",   "getmetatable", "rawset",
	                                    "rawget", "rawequal",    "collectgarbage", "next",         "print",
	                                    "_G",     "string.dump", "table.move",     "string.pack",  "math.random"};
	char source[80], out[320];
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		snprintf(source, sizeof source, "return %s", words[i]);
		const char *answer = say(source, out);
		assert_true(strncmp(answer, "1: unknown word", 15) == 0 || strcmp(answer, "nil") == 0);
	}
}

static void an_unknown_word_gets_the_nearest(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"\n\nreturn selct(1)", "3: unknown word \"selct\"; did you mean \"select\"?"},
	    {"return True", "1: unknown word \"True\"; did you mean \"true\"?"},
	    {"return zzz", "1: unknown word \"zzz\""},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

static void faults_say_their_line(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"local x = {\n a = 1\n b = 2 }", "3: '}' expected (to close '{' at line 1) near 'b'"},
	    {"\nerror('too bad')", "2: too bad"},
	    {"\nerror('too bad', 0)", "2: too bad"},
	    {"\nerror({})", "2: an error that is no text"},
	    {"\nassert(false)", "2: assertion failed!"},
	    {"\nlocal t = {} return t.a.b", "2: attempt to index a nil value (field 'a')"},
	    {"\nreturn '1' + 2", "2: attempt to perform arithmetic on a string value (constant '1')"},
	    {"\nreturn tostring({})", "2: a table can't be turned into text"},
	    {"\nreturn string.format('%s', print == nil or error)", "2: unknown word \"print\""},
	    {"\nreturn string.format('%s', error)", "2: a function can't be turned into text"},
	    {"\nreturn string.format('%-3p', 'x')", "2: string.format knows no %p here"},
	    {"\nreturn string.rep('', 1 << 60)", "2: string.rep would make a text over 32 KiB"},
	    {"\nlocal s = 'x' while true do s = s .. s end", "2: a text over 32 KiB"},
	    {"\nlocal t = {} while true do t[#t + 1] = ('x'):rep(30000) .. #t end",
	     "2: this wants more than 16 MiB of memory"},
	    {"\nwhile true do end", "2: this never ends, or takes far too long; stopped"},
	    {"\nreturn (('a'):rep(9999)):find(('.-'):rep(4) .. 'b')",
	     "2: this pattern could take too long on a text of 9999 bytes"},
	    {"\nfor _ in pairs({[true] = 1}) do end", "2: pairs walks number and text keys only, not a boolean"},
	    {"\nfor _ in pairs({[true] = 1, [error] = 2, [{}] = 3}) do end",
	     "2: pairs walks number and text keys only, not a boolean"},
	    {"\nreturn string.format('%c%p', 0, 'x')", "2: string.format knows no %p here"},
	    {"\nerror('a.lua:3000000000: far away', 0)", "2: a.lua:3000000000: far away"},
	    {"\n\x1bLua", "2: unexpected symbol near '<\\27>'"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

/* Comparing them would take a time that no length tells. */
static void no_text_holds_a_zero_byte(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"\nreturn '\\0'", "2: a text can't hold a zero byte"},
	    {"\nreturn '\\\\\\00a'", "2: a text can't hold a zero byte"},
	    {"\nreturn '\\x00'", "2: a text can't hold a zero byte"},
	    {"\n\nreturn '\\u{000}'", "3: a text can't hold a zero byte"},
	    {"return '\\\\0' .. '\\0010\\x0a' .. [[\\]]", "\\0\x01"
	                                                  "0\n\\"},
	    {"\nreturn string.char(65, 0)", "2: a text can't hold a zero byte"},
	    {"\nreturn utf8.char(0)", "2: a text can't hold a zero byte"},
	    {"\nreturn string.format('%c', 0)", "2: a text can't hold a zero byte"},
	    {"return #string.char(65, 66) .. utf8.char(0x4e2d) .. utf8.charpattern:byte(2)", "2\xe4\xb8\xad"
	                                                                                     "1"},
	    {"return utf8.charpattern", "[\x01-\x7F\xC2-\xFD][\x80-\xBF]*"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

static void patterns_pay_for_every_look(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"for _ in (('^'):rep(32000)):gmatch('^.-b') do end",
	     "1: this pattern could take too long on a text of 32000 bytes"},
	    {"return (('a'):rep(32000)):match('^.-b')", "nil"},
	    {"local s = '' for a, b in ('k=v, x=y'):gmatch('(%w)=(%w)') do s = s .. a .. b end return s", "kvxy"},
	    {"local it = ('ab'):gmatch('%a', 2) return it() .. #{it()} .. #{it()}", "b00"},
	    {"local it = ('ab'):gmatch('()') return it() .. it() .. it() .. #{it()}", "1230"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

/* The order of a table's keys differs from run to run; five states are five orders. */
static void the_nearest_of_equals_is_always_the_same(void **unused)
{
	(void)unused;
	for (int i = 0; i < 5; i++) {
		static const struct example example = {
		    "for i = 1, 500 do _ENV['word' .. i] = i end word_d, word_b, word_c = 1, 1, 1 return word_x",
		    "1: unknown word \"word_x\"; did you mean \"word_b\"?"};
		hold(&example, 1);
	}
}

static void a_fault_of_the_compiler_has_its_line(void **unused)
{
	(void)unused;
	char source[40100] = "local a = 1\nlocal b = '", out[320];
	size_t head = strlen(source);
	memset(source + head, 'x', 40000);
	memcpy(source + head + 40000, "'", 2);
	assert_string_equal(say(source, out), "2: a text over 32 KiB");
}

static void pairs_walks_in_one_order(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"local s = '' for k, v in pairs({z = 1, b = 2, 'x', 'y', a = 3, [9] = 4, [-1] = 5}) do s = s .. k .. v "
	     "end return s",
	     "-151x2y94a3b2z1"},
	    {"local t, s = {a = 1, b = 2, c = 3}, '' for k in pairs(t) do t.b = nil s = s .. k end return s", "ac"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

static void sort_keeps_equal_ones_in_order(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"local t = {{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {0, 'e'}}\n"
	     "table.sort(t, function(a, b) return a[1] < b[1] end)\n"
	     "local s = '' for _, v in ipairs(t) do s = s .. v[2] end return s",
	     "ebdac"},
	    {"local t = {5, 3, 4, 1, 2} table.sort(t) return table.concat(t)", "12345"},
	    {"local t = {1, 2, 3} table.sort(t, function() return true end) return #t", "3"},
	    {"local t = {} for i = 1, 2000 do t[i] = 2001 - i end table.sort(t) return t[1] .. t[1999] .. t[2000]",
	     "119992000"},
	    {"table.sort({1, 'x'})", "1: attempt to compare string with number"},
	};
	hold(examples, sizeof examples / sizeof *examples);
}

struct hooks {
	struct run run;
	int number;
};

static int body_keep(lua_State *L)
{
	struct hooks *hooks = lua_touserdata(L, 1);
	sandbox_compile(L, &hooks->run.file);
	lua_call(L, 0, 1);
	luaL_checktype(L, -1, LUA_TFUNCTION);
	hooks->number = sandbox_keep(L);
	return 0;
}

static int body_call(lua_State *L)
{
	struct hooks *hooks = lua_touserdata(L, 1);
	sandbox_push_kept(L, hooks->number);
	lua_call(L, 0, 1);
	snprintf(hooks->run.result, sizeof hooks->run.result, "%s", luaL_optstring(L, -1, "nil"));
	return 0;
}

/* Keeps the function a chunk returns, freezes, calls it twice; the second answer or the fault. */
static const char *twice(const char *source, char out[320])
{
	struct sandbox *sandbox = sandbox_new();
	struct hooks hooks = {.run = chunk(source)};
	struct sandbox_fault fault = {.line = 0};
	bool good = sandbox_protect(sandbox, body_keep, &hooks, SANDBOX_LOAD, &fault) &&
	            sandbox_freeze(sandbox, &fault) &&
	            sandbox_protect(sandbox, body_call, &hooks, SANDBOX_CALL, &fault) &&
	            sandbox_protect(sandbox, body_call, &hooks, SANDBOX_CALL, &fault);
	snprintf(out, 320, "%s", good ? hooks.run.result : fault.message);
	sandbox_free(sandbox);
	return out;
}

static void a_kept_function_leaves_no_trace(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"local n = 0 return function() n = n + 1 return n end", "1"},
	    {"local n; return function() n = (n or 0) + 1 return n end", "1"},
	    {"local n = 0 local function up() n = n + 1 return n end return function() return up() end", "1"},
	    {"local n = 0 function up() n = n + 1 return n end return function() return up() end", "1"},
	    {"local f = function() return 1 end return function() local r = f() f = function() return 2 end return r "
	     "end",
	     "1"},
	    {"return function() if x then return 2 end _ENV = {x = 1} return 1 end", "unknown word \"x\""},
	    {"n = 0 return function() n = n + 1 end", "a hook can't set \"n\""},
	    {"return function() string.x = 1 end", "a hook can't set \"x\""},
	    {"return function() ('').x = 1 end", "attempt to index a string value (constant '')"},
	    {"t = {a = {}} return function() t.a.b = 1 end", "a hook can't set \"b\""},
	    {"local t = {1} return function() t[2] = 1 end", "a hook can't change a table that it did not make"},
	    {"local t = {3, 1} return function() table.sort(t) end",
	     "a hook can't change a table that it did not make"},
	    {"local t = {} function f() t.n = 1 end return function() f() end", "a hook can't set \"n\""},
	    {"local it = ('a b'):gmatch('%a') return function() return it() end",
	     "a hook can't keep the iterator of pairs or gmatch from outside it"},
	    {"local it = ('a b'):gmatch('b') return function() it = it return it() end",
	     "a hook can't keep the iterator of pairs or gmatch from outside it"},
	    {"it = pairs({1, 2}) return function() return it() end",
	     "a hook can't keep the iterator of pairs or gmatch from outside it"},
	};
	char out[320];
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		assert_string_equal(twice(examples[i].source, out), examples[i].answer);
}

/* A drill that is resumed has not run the earlier calls. */
static void no_call_pays_for_an_earlier_one(void **unused)
{
	(void)unused;
	static const struct example examples[] = {
	    {"return function() for i = 1, 5000 do end local s = ('x'):rep(32000) return 1 end", "1"},
	    {"return function() for i = 1, 5000 do end local t = {} for i = 1, 600 do t[i] = i end return 1 end", "1"},
	    {"return function() local c for i = 1, 30000 do c = {c} end return 1 end", "1"},
	};
	char out[320];
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		assert_string_equal(twice(examples[i].source, out), examples[i].answer);
}

static void frozen_tables_still_read(void **unused)
{
	(void)unused;
	char out[320];
	assert_string_equal(twice("local t = {5, 6, b = 7, a = {8}} t.t = t\n"
	                          "return function() local s = #t .. t.a[1] .. table.concat(t)\n"
	                          "for k in pairs(t) do s = s .. k end for i, v in ipairs(t) do s = s .. v end\n"
	                          "return s .. string.upper('x') end",
	                          out),
	                    "285612abt56X");
}

static void a_spent_budget_comes_back_with_the_next_call(void **unused)
{
	(void)unused;
	struct sandbox *sandbox = sandbox_new();
	struct run loop = chunk("while true do end"), fine = chunk("return 1");
	assert_false(sandbox_protect(sandbox, body_run, &loop, SANDBOX_CALL, NULL));
	assert_true(sandbox_protect(sandbox, body_run, &fine, SANDBOX_CALL, NULL));
	assert_string_equal(fine.result, "1");
	assert_int_equal(lua_gettop(sandbox_state(sandbox)), 0);
	sandbox_free(sandbox);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_allowed_works),
	    cmocka_unit_test(nothing_else_is_there),
	    cmocka_unit_test(an_unknown_word_gets_the_nearest),
	    cmocka_unit_test(faults_say_their_line),
	    cmocka_unit_test(no_text_holds_a_zero_byte),
	    cmocka_unit_test(patterns_pay_for_every_look),
	    cmocka_unit_test(the_nearest_of_equals_is_always_the_same),
	    cmocka_unit_test(a_fault_of_the_compiler_has_its_line),
	    cmocka_unit_test(pairs_walks_in_one_order),
	    cmocka_unit_test(sort_keeps_equal_ones_in_order),
	    cmocka_unit_test(a_kept_function_leaves_no_trace),
	    cmocka_unit_test(no_call_pays_for_an_earlier_one),
	    cmocka_unit_test(frozen_tables_still_read),
	    cmocka_unit_test(a_spent_budget_comes_back_with_the_next_call),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
