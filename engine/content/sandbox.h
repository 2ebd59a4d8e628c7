/* sandbox: bounded Lua.
 * Owns one Lua state under a memory cap; promises that whatever a stranger wrote ends within its budget, touches
 * nothing outside, and gives the same answer every time. Never knows what a scenario is.
 * lua.h is shared with luasafe.c, luanode.c, scenario_api.c and scenario.c alone. */
#ifndef CONTENT_SANDBOX_H
#define CONTENT_SANDBOX_H

#include "base/file.h"

#include <stdbool.h>
#include <stddef.h>

enum { SANDBOX_LOAD = 20000000, SANDBOX_CALL = 2000000 }; /* instructions; memory is capped in content/luasafe.h */

struct lua_State;
struct sandbox;

struct sandbox_fault {
	char file[128];
	int line;   /* 0 = unknown */
	bool spent; /* instructions or memory ran out; on which line of a loop, may differ from run to run */
	char message[256];
};

struct sandbox *sandbox_new(void); /* NULL when even the empty state does not fit */
void sandbox_free(struct sandbox *sandbox);
struct lua_State *sandbox_state(struct sandbox *sandbox);

/* Runs `body(L, argument)` protected, with a fresh instruction budget and no result; the only pcall there is. The
 * argument is a light userdata at index 1. */
bool sandbox_protect(struct sandbox *sandbox, int (*body)(struct lua_State *), void *argument, long budget,
                     struct sandbox_fault *fault);

/* Compiles a text chunk and leaves it on the stack as a function over the sandbox's environment table; to be called
 * inside sandbox_protect only. Raises on a syntax error. */
void sandbox_compile(struct lua_State *L, const struct file *file);

/* Pushes the table that scenario code sees as its globals; read-only for it once sandbox_freeze was called. */
void sandbox_environment(struct lua_State *L);

/* Keeps the function on top of the stack (popped) for calls after the freeze; its number, from 0. */
int sandbox_keep(struct lua_State *L);

/* Makes the globals, and every table that kept functions can reach, read-only, and remembers what each upvalue holds.
 * False, told in `fault`, when something kept can't be frozen. */
bool sandbox_freeze(struct sandbox *sandbox, struct sandbox_fault *fault);

/* Pushes a kept function after putting every upvalue back to what it held at the freeze: a call leaves no trace. */
void sandbox_push_kept(struct lua_State *L, int number);

#endif
