/* msel_lua: an events list as a scenario's source.
 * Owns nothing; promises that whatever stands in a cell is a text or a comment in Lua, never code, and that the same
 * list gives the same bytes. Never checks what it is given: the reader of the list does. */
#ifndef DESK_MSEL_LUA_H
#define DESK_MSEL_LUA_H

#include "content/playbook.h"

struct msel_lua_note { /* what the language has no key for; kept as a comment */
	const char *label, *text;
};

struct msel_lua_inject {
	int row;                                                       /* of the spreadsheet */
	const char *id, *from, *to, *channel, *subject, *text, *aloud; /* subject, aloud: NULL when there is none */
	const char *after, *unless;                                    /* NULL */
	int32_t at, delay; /* seconds; `at` SHAPE_UNSET: somebody brings it, or it is `after` another */
	int32_t t;         /* when it comes at the earliest; SHAPE_UNSET: that follows from play */
	bool conditional, extra;
	bool brought; /* an instant of the story brings it at `at` */
	struct shape_texts expects;
	struct msel_lua_note *notes;
	size_t nnotes;
};

struct msel_lua_scene {
	const char *id, *title, *source; /* source: the list's file, for a comment */
	const struct playbook_company *company;
	const char *zone;
	int64_t t0; /* seconds since 1970 */
	int32_t end;
	struct shape_texts roles;
	struct shape_pairs terms;
	struct msel_lua_inject *injects;
	size_t ninjects;
};

void msel_lua_write(const struct msel_lua_scene *scene, struct text *out);

#endif
