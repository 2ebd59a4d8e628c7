/* memory: what the heap gives to those who outgrow an arena: rows that grow, objects that are freed one by one.
 * Owns nothing (the caller frees); promises that it is there, for out of memory ends the program.
 * Never knows what lies in it. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* What malloc, realloc or strdup gave; ends the program when that is NULL. */
void *memory_need(void *memory);

/* Zeroed, for `n` elements of `size` bytes; never NULL, even for none. */
void *memory_zeroed(size_t n, size_t size);

/* The list of `n` elements of `size` bytes, with room for one more behind them: it may have moved. `room` counts the
 * elements that it has room for; a list without any is NULL. */
void *memory_grown(void *list, size_t n, size_t *room, size_t size);

#endif
