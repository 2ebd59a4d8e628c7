#include "content/texts.h"

#include <stdlib.h>
#include <string.h>

bool texts_have(const struct shape_texts *texts, const char *text)
{
	size_t i = 0;
	while (i < texts->n && strcmp(texts->v[i], text) != 0)
		i++;
	return i < texts->n;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool texts_sorted_have(const struct shape_texts *texts, const char *text)
{
	return texts->n && bsearch(&text, texts->v, texts->n, sizeof text, by_bytes);
}

void texts_sort(struct shape_texts *texts)
{
	if (texts->n)
		qsort(texts->v, texts->n, sizeof *texts->v, by_bytes);
}

const char *texts_joined(const struct shape_texts *texts, struct arena *arena)
{
	const char *list = "";
	for (size_t i = 0; i < texts->n; i++)
		list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", texts->v[i]);
	return list;
}

void texts_add(struct shape_texts *texts, const char *text, struct arena *arena)
{
	*(const char **)arena_push(arena, &texts->v, &texts->n, sizeof *texts->v) = text;
}

void texts_add_once(struct shape_texts *texts, const char *text, struct arena *arena)
{
	if (!texts_have(texts, text))
		texts_add(texts, text, arena);
}
