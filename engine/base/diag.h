/* diag: errors as values.
 * Owns a list of findings with their places; promises that every fault of a load can be told at once, each with its
 * line, a caret and the nearest right name. Never prints: diags_render writes into a text. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE };

struct diag {
	enum diag_level level;
	const char *file; /* relative, as the user named it */
	int line, col;    /* 1-based, col in characters; 0 = unknown */
	const char *message;
	const char *hint; /* shown beside the caret, such as: did you mean "x"? May be NULL */
	const char *code; /* what kind of finding, for whoever lists or silences them; not owned; may be NULL */
};

struct diag_source {
	const char *file, *bytes;
	size_t len;
};

struct diags {
	struct arena *arena; /* lives as long as the findings */
	struct diag *v;
	size_t n, errors; /* errors counts those beyond the cap, too */
	size_t dropped;   /* findings beyond the cap */
	size_t refused;   /* each error told, a repeated one too: what a loader compares before and after */
	size_t last;      /* 1 + the finding that diag_hint means; 0 = none */
	struct diag_source *sources;
	size_t nsources;
	const char *usual; /* the code of what names none: diag_usual */
	bool codes;        /* diags_render ends each heading with [code] */
};

struct diag_place {
	const char *file;
	int line, col;
};

void diags_init(struct diags *diags); /* makes its own arena */
void diags_free(struct diags *diags);

/* Keeps a copy of a file's bytes for the quoted line and caret. */
void diags_source(struct diags *diags, const char *file, const char *bytes, size_t len);

/* Adds an error and returns false, so that failing is one `return`. A repeated (place, message) is dropped; after
 * 200 findings the rest is only counted. */
bool diag_error(struct diags *diags, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_warn(struct diags *diags, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_note(struct diags *diags, struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sets the hint of the finding added last. */
void diag_hint(struct diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Sets the code of the finding added last, a literal; returns false, as diag_error does. */
bool diag_code(struct diags *diags, const char *code);

/* Gives each finding from here on that code, until another is set. Returns the one before, to be put back. */
const char *diag_usual(struct diags *diags, const char *code);

/* The name in `names` nearest to `word` (optimal string alignment distance, at most min(2, length / 3), and always
 * allowing for case and `_` against `-`), or NULL. */
const char *diag_nearest(const char *word, const char *const *names, size_t n);

/* Puts the findings in order of file and place; files come in the order of their first findings. */
void diags_sort(struct diags *diags);

/* Appends all findings in that order: `file:line:col: message`, the line, a caret and the hint; a warning or a note
 * says so after the place. All text is cleaned. */
void diags_render(const struct diags *diags, struct text *out);

#endif
