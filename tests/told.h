/* What a loader's test holds: memory, findings, and how they read. */
#ifndef TESTS_TOLD_H
#define TESTS_TOLD_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"

struct told {
	struct arena *arena;
	struct diags diags;
	struct text out;
};

static inline struct told *told_open(void)
{
	struct told *told = calloc(1, sizeof *told);

	assert_non_null(told);
	told->arena = arena_new();
	diags_init(&told->diags);
	return told;
}

static inline void told_close(struct told *told)
{
	diags_free(&told->diags);
	arena_free(told->arena);
	text_free(&told->out);
	free(told);
}

static inline int told_setup(void **state)
{
	*state = told_open();
	return 0;
}

static inline int told_teardown(void **state)
{
	told_close(*state);
	return 0;
}

static inline struct file told_file(const char *bytes)
{
	return (struct file){"f.yaml", bytes, strlen(bytes)};
}

/* The findings' first lines alone, without the quoted source: "f.yaml:1:2: message (hint)\n". */
static inline const char *told_text(struct told *told)
{
	text_clear(&told->out);
	for (size_t i = 0; i < told->diags.n; i++) {
		const struct diag *d = &told->diags.v[i];

		text_addf(&told->out, "%s:%d:%d: %s", d->file, d->line, d->col, d->message);
		if (d->hint)
			text_addf(&told->out, " (%s)", d->hint);
		text_add(&told->out, "\n");
	}
	return told->out.data;
}

/* One of the shipped files. */
static inline struct file told_shipped(struct told *told, const char *path)
{
	struct file file;

	if (!file_read(path, path, told->arena, &told->diags, &file))
		fail_msg("%s", told_text(told));
	return file;
}

#define told_test(function) cmocka_unit_test_setup_teardown(function, told_setup, told_teardown)

#endif
