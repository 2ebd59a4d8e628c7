/* The shipped words, read from the tree that the tests run in. */
#ifndef TESTS_WORDED_H
#define TESTS_WORDED_H

#include "check.h"

#include "content/phrase.h"

/* One file over another; fails the test on any fault. */
static inline const struct phrases *worded_over(const char *lang, const struct phrases *base, struct arena *arena)
{
	struct diags diags;
	struct file file;
	struct text told = {0};
	const char *path = arena_printf(arena, "comms-templates/words.%s.yaml", lang);
	const struct phrases *phrases = NULL;
	diags_init(&diags);
	if (file_read(path, path, arena, &diags, &file))
		phrases = phrases_load(&file, base, arena, &diags);
	diags_render(&diags, &told);
	if (!phrases)
		fail_msg("%s", told.data);
	text_free(&told);
	diags_free(&diags);
	return phrases;
}

static inline const struct phrases *worded(const char *lang, struct arena *arena)
{
	const struct phrases *english = worded_over("en", NULL, arena);
	return strcmp(lang, "en") == 0 ? english : worded_over(lang, english, arena);
}

#endif
