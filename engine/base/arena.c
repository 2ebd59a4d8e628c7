#include "base/arena.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1024 * 1024, FIRST_ELEMENTS = 4, PRINTED = 256 };

struct block {
	struct block *next;
	size_t size, used;
	max_align_t bytes[];
};

struct arena {
	struct block *blocks; /* the first one has the room that is left */
	size_t next_size;
};

struct arena *arena_new(void)
{
	struct arena *arena = memory_zeroed(1, sizeof *arena);
	arena->next_size = FIRST_BLOCK;
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct block *block = arena->blocks, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	free(arena);
}

void arena_clear(struct arena *arena)
{
	struct block *kept = arena->blocks;
	if (!kept)
		return;
	for (struct block *block = kept->next, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	kept->next = NULL;
	memset(kept->bytes, 0, kept->used);
	kept->used = 0;
}

static struct block *block_new(size_t size)
{
	if (size > SIZE_MAX - sizeof(struct block))
		memory_need(NULL);
	struct block *block = memory_zeroed(1, sizeof *block + size); /* calloc: arenas promise zeroed memory */
	block->size = size;
	return block;
}

/* A block that one large allocation fills goes behind the first, whose room stays in use. */
static struct block *block_for(struct arena *arena, size_t size)
{
	struct block *first = arena->blocks;
	if (first && size <= first->size - first->used)
		return first;
	if (first && size > arena->next_size / 4) {
		struct block *own = block_new(size);
		own->next = first->next;
		first->next = own;
		return own;
	}
	struct block *block = block_new(size > arena->next_size ? size : arena->next_size);
	if (arena->next_size < LARGEST_BLOCK)
		arena->next_size *= 2;
	block->next = first;
	arena->blocks = block;
	return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	if (size > SIZE_MAX - unit)
		memory_need(NULL);
	size_t rounded = size ? (size + unit - 1) / unit * unit : unit;
	struct block *block = block_for(arena, rounded);
	void *out = (char *)block->bytes + block->used;
	block->used += rounded;
	return out;
}

char *arena_ndup(struct arena *arena, const char *s, size_t len)
{
	if (len == SIZE_MAX)
		memory_need(NULL);
	char *out = arena_alloc(arena, len + 1);
	if (len)
		memcpy(out, s, len);
	return out;
}

char *arena_dup(struct arena *arena, const char *s)
{
	return s ? arena_ndup(arena, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	char first[PRINTED];
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(first, sizeof first, format, args);
	va_end(args);
	if (len >= 0 && len < PRINTED) {
		va_end(again);
		return arena_ndup(arena, first, (size_t)len);
	}
	char *out = arena_alloc(arena, len < 0 ? 1 : (size_t)len + 1);
	if (len > 0)
		vsnprintf(out, (size_t)len + 1, format, again);
	va_end(again);
	return out;
}

/* Capacity follows from the count, so it need not be stored: it is FIRST_ELEMENTS, then doubles whenever the count
 * reaches a power of two. */
static size_t capacity_to_grow_to(size_t count)
{
	if (!count)
		return FIRST_ELEMENTS;
	return count >= FIRST_ELEMENTS && !(count & (count - 1)) ? count * 2 : 0;
}

void *arena_push(struct arena *arena, void *array, size_t *count, size_t size)
{
	char *elements;
	memcpy(&elements, array, sizeof elements); /* `array` is the address of any kind of object pointer */
	size_t capacity = capacity_to_grow_to(*count);
	if (capacity) {
		if (capacity < *count || (size && capacity > SIZE_MAX / size))
			memory_need(NULL);
		char *moved = arena_alloc(arena, capacity * size);
		if (*count)
			memcpy(moved, elements, *count * size);
		elements = moved;
		memcpy(array, &elements, sizeof elements);
	}
	return elements + (*count)++ * size;
}
