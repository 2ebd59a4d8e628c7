/* scenario_api: the one file of binding tables: the keywords of a scenario file, and the view its hooks get.
 * Owns nothing; promises that a Lua value crosses into nodes whole or is told with its line.
 * Never raises across a heap pointer it holds: everything goes to the arena it was given. */
#ifndef CONTENT_SCENARIO_API_H
#define CONTENT_SCENARIO_API_H

#include "content/luascan.h"
#include "content/sandbox.h"
#include "content/view.h"
#include "content/yml.h"

struct scenario_api {
	struct arena *arena;
	struct diags *diags;
	struct yml *declarations; /* grows while the file runs */
	struct shape_texts hooks; /* names, in order of declaration; the functions lie in the registry by number */
	/* Reads an include ("lib/telegram-sample"), or NULL after adding the fault. */
	const struct file *(*include)(void *context, const char *name, struct diag_place place);
	void *context;
	const struct file *file;    /* that is running */
	const struct luascan *scan; /* of it */
	struct shape_texts included;
	size_t included_bytes;
	int depth;    /* of includes */
	size_t nodes; /* made so far, of YML_NODES */
};

extern const char *const scenario_api_keywords[]; /* scenario objective var fact inject decision on at, NULL */

/* Puts the keywords into the environment; `api` must live while the file runs. Inside sandbox_protect only. */
void scenario_api_open(struct lua_State *L, struct scenario_api *api);
/* From here on every keyword is an error: a hook declares nothing. Also tells each declaration without a body. */
void scenario_api_close(struct lua_State *L, struct scenario_api *api);

/* Pushes `w` over a view; it is dead (every use an error) after scenario_api_close_view. */
void scenario_api_push_view(struct lua_State *L, struct view *view);
void scenario_api_close_view(struct lua_State *L);

/* The value at the top of the stack, a hook's answer, as nodes of the arena: so few that a turn full of hooks is small.
 */
struct yml *scenario_api_node(struct lua_State *L, struct arena *arena, struct diag_place place);

#endif
