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

static inline int told_setup(void **state)
{
	struct told *told = calloc(1, sizeof *told);

	if (!told)
		return -1;
	told->arena = arena_new();
	diags_init(&told->diags);
	*state = told;
	return 0;
}

static inline int told_teardown(void **state)
{
	struct told *told = *state;

	diags_free(&told->diags);
	arena_free(told->arena);
	text_free(&told->out);
	free(told);
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

#define told_test(function) cmocka_unit_test_setup_teardown(function, told_setup, told_teardown)

#endif
