/* What a scenario can call, as the sandbox and the binding tables have it: for the tests that hold the language
 * reference and the annotations against it. */
#ifndef TESTS_CALLABLE_H
#define TESTS_CALLABLE_H

#include "grammar.h"

#include "content/sandbox.h"
#include "content/scenario_api.h"

#include <lauxlib.h>
#include <lua.h>

struct callable {
	struct told *told;
	struct shape_texts found;
};

/* The names in the table on top of the stack, and in the tables in it. */
static inline void callable_list(lua_State *L, struct callable *c, const char *prefix)
{
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		const char *name = arena_dup(c->told->arena, lua_tostring(L, -2));

		grammar_add(c->told, &c->found, arena_printf(c->told->arena, "%s%s", prefix, name));
		if (lua_istable(L, -1) && !*prefix)
			callable_list(L, c, arena_printf(c->told->arena, "%s.", name));
	}
}

static inline int callable_look(lua_State *L)
{
	struct callable *c = lua_touserdata(L, 1);
	struct scenario_api api = {.arena = c->told->arena, .diags = &c->told->diags};
	struct view view = {0};

	scenario_api_open(L, &api);
	sandbox_environment(L);
	callable_list(L, c, ""); /* the keywords */
	lua_getmetatable(L, -1);
	lua_getfield(L, -1, "__index");
	callable_list(L, c, ""); /* Lua's own */
	scenario_api_push_view(L, &view);
	lua_getmetatable(L, -1);
	lua_getfield(L, -1, "__index");
	lua_getupvalue(L, -1, 1); /* the methods of w */
	callable_list(L, c, "view:");
	scenario_api_close_view(L);
	return 0;
}

/* "inject", "string", "string.rep", "view:done" */
static inline struct shape_texts callable_names(struct told *told)
{
	struct callable c = {.told = told};
	struct sandbox *sandbox = sandbox_new();

	assert_true(sandbox_protect(sandbox, callable_look, &c, SANDBOX_LOAD, NULL));
	sandbox_free(sandbox);
	return c.found;
}

#endif
