/* A text proofread against tests/notices/facts.yaml, and what was told of it. */
#ifndef TESTS_PROOFED_H
#define TESTS_PROOFED_H

#include "check.h"
#include "told.h"

#include "desk/origin.h"
#include "desk/proofread.h"

struct proofed {
	struct told told;
	struct origin origin;
	struct proofread proofread;
	struct statement values;
	struct text notes;
};

static inline int proofed_setup(void **state)
{
	struct proofed *p = calloc(1, sizeof *p);
	const struct origin_choice choice = {.facts = "tests/notices/facts.yaml"};
	if (!p)
		return -1;
	p->told.arena = arena_new();
	diags_init(&p->told.diags);
	if (!origin_open(&p->origin, &choice, &p->told.diags) ||
	    !proofread_open(&p->proofread, p->origin.matter, p->told.arena, &p->told.diags))
		fail_msg("%s", told_text(&p->told));
	*state = p;
	return 0;
}

static inline int proofed_teardown(void **state)
{
	struct proofed *p = *state;
	origin_close(&p->origin);
	diags_free(&p->told.diags);
	arena_free(p->told.arena);
	text_free(&p->told.out);
	text_free(&p->notes);
	free(p);
	return 0;
}

/* "1:5: message\n" for each finding, without the file's name; a warning begins with "w ". */
static inline const char *proofed_as(struct proofed *p, const char *name, const char *lang, const char *s)
{
	struct file file = {name, s, strlen(s)};
	struct text *out = &p->told.out;
	diags_free(&p->told.diags);
	diags_init(&p->told.diags);
	diags_source(&p->told.diags, name, s, strlen(s));
	text_clear(&p->notes);
	text_clear(out);
	p->values = (struct statement){0};
	p->proofread.lang = lang;
	bool fine = proofread_file(&p->proofread, &file, p->told.arena, &p->told.diags, &p->notes, &p->values);
	assert_int_equal(fine, p->told.diags.errors == 0);
	for (size_t i = 0; i < p->told.diags.n; i++) {
		const struct diag *d = &p->told.diags.v[i];
		text_addf(out, "%s%d:%d: %s\n", d->level == DIAG_WARNING ? "w " : "", d->line, d->col, d->message);
	}
	return out->data;
}

static inline const char *proofed(struct proofed *p, const char *s)
{
	return proofed_as(p, "n.txt", "en", s);
}

#define proofed_test(function) cmocka_unit_test_setup_teardown(function, proofed_setup, proofed_teardown)

#endif
