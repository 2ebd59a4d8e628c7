/* arena: many allocations, one free.
 * Owns every byte it hands out; promises zeroed, aligned memory and never a NULL (out of memory aborts).
 * Never frees a single allocation: a loaded document is one arena, one arena_free. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is fine */

/* Takes back all that was handed out, and keeps a block to go on with: for what is done over and over. */
void arena_clear(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size);
char *arena_dup(struct arena *arena, const char *s); /* NULL gives NULL */
char *arena_ndup(struct arena *arena, const char *s, size_t len);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One more zeroed element at the end of the array at `*array` holding `*count` of them; counts it and returns it.
 * The array must only ever grow through this call: capacity follows from the count. Pointers into it may move. */
void *arena_push(struct arena *arena, void *array, size_t *count, size_t size);

#endif
