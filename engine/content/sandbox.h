/* sandbox: bounded Lua.
 * Owns one Lua state under a memory cap; promises that whatever a stranger wrote ends within its budget, touches
 * nothing outside, and gives the same answer every time. Never knows what a scenario is.
 * lua.h is shared with scenario_api.c and scenario.c alone. */
#ifndef CONTENT_SANDBOX_H
#define CONTENT_SANDBOX_H

#include "base/file.h"

#include <stdbool.h>
#include <stddef.h>

enum { SANDBOX_MEMORY = 16 * 1024 * 1024, SANDBOX_LOAD = 20000000, SANDBOX_CALL = 2000000 }; /* bytes, instructions */

struct lua_State;
struct sandbox;

struct sandbox_fault {
	char file[128];
	int line; /* 0 = unknown */
	char message[256];
};

struct sandbox *sandbox_new(void); /* NULL when even the empty state does not fit */
void sandbox_free(struct sandbox *sandbox);
struct lua_State *sandbox_state(struct sandbox *sandbox);

/* Runs `body(L, argument)` protected, with a fresh instruction budget and no result; the only pcall there is. */
bool sandbox_protect(struct sandbox *sandbox, int (*body)(struct lua_State *), void *argument, long budget,
                     struct sandbox_fault *fault);

/* Compiles a text chunk and leaves it on the stack as a function over the sandbox's environment table; to be called
 * inside sandbox_protect only. Raises on a syntax error. */
void sandbox_compile(struct lua_State *L, const struct file *file);

/* Pushes the table that scenario code sees as its globals; read-only for it once sandbox_freeze was called. */
void sandbox_environment(struct lua_State *L);
void sandbox_freeze(struct sandbox *sandbox);

#endif
