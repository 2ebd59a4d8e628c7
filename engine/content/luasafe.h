/* luasafe: the part of Lua's library that a stranger may have, and the meter that bounds it.
 * Owns no state; promises that memory, texts, patterns and every walk over data are capped or charged, and that
 * nothing answers by address, hash order or time. Never reaches beyond the Lua state it was given. */
#ifndef CONTENT_LUASAFE_H
#define CONTENT_LUASAFE_H

#include <stdbool.h>
#include <stddef.h>

enum { LUASAFE_MEMORY = 16 * 1024 * 1024, LUASAFE_STRING = 32 * 1024, LUASAFE_COUNT = 100 };

struct lua_State;
struct lua_Debug;

struct luasafe { /* a pointer to it lies in the state's extra space */
	struct lua_State *L;
	size_t used, largest; /* bytes; the largest block, which one instruction may have to walk */
	size_t text;          /* the longest text, which one may have to read as a number */
	long budget, whole;   /* instructions left, and given in all */
	bool text_too_long;   /* why an allocation was refused, and where */
	char file[128];
	int line;
	int reading; /* the line of `file` that is being compiled; 0 = none */
};

void *luasafe_allocate(void *meter, void *old, size_t old_size, size_t size); /* a lua_Alloc */
void luasafe_count(struct lua_State *L, struct lua_Debug *at);                /* a lua_Hook, every LUASAFE_COUNT */
void luasafe_charge(struct lua_State *L, double cost);                        /* raises when the budget is gone */
void luasafe_charge_walk(struct lua_State *L); /* before lua_next goes over a table, which may be large and empty */
void luasafe_note(struct luasafe *meter);      /* fills file and line */

/* The first line of a source on which an escape such as \0 would put a zero byte into a text (a comment that says so
 * counts, too); 0 = none. */
int luasafe_zero_line(const char *source);

/* Pushes a table of the allowed globals: functions, and the tables string, table, math, utf8. Also makes texts
 * methods of that string table alone. */
void luasafe_open(struct lua_State *L);

#endif
