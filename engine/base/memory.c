#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_ROOM = 32 };

void *memory_need(void *memory)
{
	if (memory)
		return memory;
	fputs("drill72: out of memory\n", stderr);
	abort();
}

void *memory_zeroed(size_t n, size_t size)
{
	return memory_need(calloc(n ? n : 1, size));
}

void *memory_grown(void *list, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return list;
	*room = *room ? *room * 2 : FIRST_ROOM;
	if (*room > SIZE_MAX / size)
		memory_need(NULL);
	return memory_need(realloc(list, *room * size));
}
