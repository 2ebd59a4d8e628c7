/* luanode: a Lua value as nodes.
 * Owns nothing but what its arena holds; promises that a value crosses whole or is told with its line, in an order
 * that follows from the value alone: the list part, then the keys sorted. Never keeps a pointer into Lua. */
#ifndef CONTENT_LUANODE_H
#define CONTENT_LUANODE_H

#include "content/shape.h"
#include "content/yml.h"

struct lua_State;

struct luanode {
	struct arena *arena;
	struct diags *diags; /* NULL: faults raise, and functions are refused */
	struct diag_place place;
	const char *kind, *id;     /* of the declaration; NULL for what a hook answered */
	const char *owner;         /* what its hooks are called after: "inject:forwarded-message" */
	struct shape_texts *hooks; /* their names; the functions are kept by the sandbox under the same numbers */
	size_t *nodes, most;       /* made so far, and how many there may be; long texts count as several */
};

/* The value on top of the stack, which stays there. */
struct yml *luanode_read(struct lua_State *L, const struct luanode *how);

/* Adds the faults of what was read, which stand in it: to be called once its nodes have their own places. */
void luanode_tell(const struct yml *node, struct diags *diags);

#endif
