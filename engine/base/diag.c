#include "base/diag.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FINDINGS = 200, LONGEST_NAME = 64, LONGEST_MESSAGE = 1000 };
enum { WINDOW = 100, BEFORE_CARET = 60 };           /* columns of a quoted line */
enum { FARTHEST_COL = 20000, QUOTED_BYTES = 2000 }; /* a line longer than any author's is not worth a walk */

void diags_init(struct diags *diags)
{
	*diags = (struct diags){.arena = arena_new()};
}

void diags_free(struct diags *diags)
{
	arena_free(diags->arena);
	*diags = (struct diags){0};
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

void diags_source(struct diags *diags, const char *file, const char *bytes, size_t len)
{
	struct diag_source *source = NULL;
	for (size_t i = 0; i < diags->nsources && !source; i++)
		if (same(diags->sources[i].file, file))
			source = &diags->sources[i];
	if (!source)
		source = arena_push(diags->arena, &diags->sources, &diags->nsources, sizeof *source);
	*source = (struct diag_source){arena_dup(diags->arena, file), arena_ndup(diags->arena, bytes, len), len};
}

static bool same_finding(const struct diag *diag, const struct diag *other)
{
	return diag->line == other->line && diag->col == other->col && diag->level == other->level &&
	       same(diag->file, other->file) && same(diag->message, other->message);
}

static void add(struct diags *diags, enum diag_level level, struct diag_place place, const char *format, va_list args)
{
	char message[LONGEST_MESSAGE]; /* not the arena's: a hostile file repeats one fault a million times */
	vsnprintf(message, sizeof message, format, args);
	diags->refused += level == DIAG_ERROR;
	struct diag found = {level, place.file, place.line, place.col, message, NULL, diags->usual};
	for (size_t i = 0; i < diags->n; i++) {
		if (same_finding(&diags->v[i], &found)) {
			diags->last = i + 1;
			return;
		}
	}
	diags->errors += level == DIAG_ERROR;
	diags->last = 0;
	if (diags->n >= MOST_FINDINGS) {
		diags->dropped++;
		return;
	}
	found.file = arena_dup(diags->arena, place.file);
	found.message = arena_dup(diags->arena, message);
	*(struct diag *)arena_push(diags->arena, &diags->v, &diags->n, sizeof found) = found;
	diags->last = diags->n;
}

bool diag_error(struct diags *diags, struct diag_place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(diags, DIAG_ERROR, place, format, args);
	va_end(args);
	return false;
}

void diag_warn(struct diags *diags, struct diag_place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(diags, DIAG_WARNING, place, format, args);
	va_end(args);
}

void diag_note(struct diags *diags, struct diag_place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(diags, DIAG_NOTE, place, format, args);
	va_end(args);
}

void diag_hint(struct diags *diags, const char *format, ...)
{
	if (!diags->last)
		return;
	char hint[LONGEST_MESSAGE];
	va_list args;
	va_start(args, format);
	vsnprintf(hint, sizeof hint, format, args);
	va_end(args);
	diags->v[diags->last - 1].hint = arena_dup(diags->arena, hint);
}

bool diag_code(struct diags *diags, const char *code)
{
	if (diags->last)
		diags->v[diags->last - 1].code = code;
	return false;
}

const char *diag_usual(struct diags *diags, const char *code)
{
	const char *before = diags->usual;
	diags->usual = code;
	return before;
}

/* The nearest name */

static char fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c == '_' ? '-' : c;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment over folded bytes: insert, delete, replace, or swap two neighbours. */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][LONGEST_NAME + 1], m = strlen(b);
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	size_t i = 0;
	for (; a[i]; i++) {
		size_t *row = rows[(i + 1) % 3], *above = rows[i % 3], *above2 = rows[(i + 2) % 3];
		row[0] = i + 1;
		for (size_t j = 0; j < m; j++) {
			size_t replaced = above[j] + (fold(a[i]) != fold(b[j]));
			row[j + 1] = least(replaced, least(above[j + 1], row[j]) + 1);
			if (i && j && fold(a[i]) == fold(b[j - 1]) && fold(a[i - 1]) == fold(b[j]))
				row[j + 1] = least(row[j + 1], above2[j - 1] + 1);
		}
	}
	return rows[i % 3][m];
}

const char *diag_nearest(const char *word, const char *const *names, size_t n)
{
	size_t len = word ? strlen(word) : 0;
	if (!len || len > LONGEST_NAME)
		return NULL;
	const char *nearest = NULL;
	size_t bound = least(2, len / 3) + 1; /* a distance has to stay below it */
	for (size_t i = 0; i < n; i++) {
		if (!names[i] || strlen(names[i]) > LONGEST_NAME)
			continue;
		size_t d = distance(word, names[i]);
		if (d < bound) {
			nearest = names[i];
			bound = d;
		}
	}
	return nearest;
}

/* Rendering */

/* A line of a source, found from the place the last one was: findings come in order, so a file is walked once. */
struct cursor {
	const struct diag_source *source;
	const char *at;
	int line;
};

struct quoted {
	const char *from, *end;
};

static const struct diag_source *source_of(const struct diags *diags, const char *file)
{
	for (size_t i = 0; i < diags->nsources; i++)
		if (same(diags->sources[i].file, file))
			return &diags->sources[i];
	return NULL;
}

static bool find_line(const struct diags *diags, struct cursor *cursor, const struct diag *diag, struct quoted *out)
{
	const struct diag_source *source = source_of(diags, diag->file);
	if (!source || diag->line < 1 || diag->col > FARTHEST_COL)
		return false;
	if (cursor->source != source || cursor->line > diag->line)
		*cursor = (struct cursor){source, source->bytes, 1};
	const char *end = source->bytes + source->len;
	while (cursor->line < diag->line) {
		const char *newline = memchr(cursor->at, '\n', (size_t)(end - cursor->at));
		if (!newline)
			return false;
		cursor->at = newline + 1;
		cursor->line++;
	}
	const char *newline = memchr(cursor->at, '\n', (size_t)(end - cursor->at));
	*out = (struct quoted){cursor->at, newline ? newline : end};
	return true;
}

/* Where the caret goes: before the col-th character, or at the first that is not blank. */
static const char *caret_in(struct quoted line, int col)
{
	const char *at = line.from;
	if (col < 1) {
		while (at < line.end && (*at == ' ' || *at == '\t'))
			at++;
		return at;
	}
	while (--col > 0 && at < line.end)
		for (at++; at < line.end && ((unsigned char)*at & 0xc0) == 0x80;)
			at++;
	return at;
}

/* Cleaned, and on one line whatever it holds, NUL included. */
static void add_clean_line(struct text *out, const char *bytes, size_t len)
{
	struct text raw = {0};
	text_add_bytes(&raw, bytes, len);
	for (char *c = raw.data; c < raw.data + raw.len; c++) {
		if (*c == '\n' || (*c == '\r' && c[1] == '\n'))
			*c = ' ';
		else if (!*c)
			*c = '\a';
	}
	text_add_clean(out, raw.data);
	text_free(&raw);
}

/* Moves past one character and tells its columns. */
static int step(const char **at)
{
	char one[8] = "";
	const char *from = *at;
	text_next(at);
	memcpy(one, from, (size_t)(*at - from));
	return text_width(one);
}

/* The last `columns` of `s`. */
static const char *tail(const char *s, int columns)
{
	for (int width = text_width(s); width > columns;)
		width -= step(&s);
	return s;
}

/* The bytes of `s` that fit into `columns`. */
static size_t head(const char *s, int columns)
{
	const char *at = s, *fits = s;
	while (*at && (columns -= step(&at)) >= 0)
		fits = at;
	return (size_t)(fits - s);
}

/* The part of a line that is worth cleaning: what a window can show, from a whole character on. */
static struct quoted near_caret(struct quoted line, const char *caret)
{
	if (caret - line.from > QUOTED_BYTES)
		line.from = caret - QUOTED_BYTES;
	while (line.from < caret && ((unsigned char)*line.from & 0xc0) == 0x80)
		line.from++;
	if (line.end - caret > QUOTED_BYTES)
		line.end = caret + QUOTED_BYTES;
	return line;
}

static void add_caret(struct text *out, int spaces, const char *hint)
{
	text_addf(out, "%*s^", spaces, "");
	if (hint) {
		text_add_bytes(out, " ", 1);
		add_clean_line(out, hint, strlen(hint));
	}
	text_add_bytes(out, "\n", 1);
}

/* The line with its number, a window of it when it is long, and the caret below. */
static void add_quote(struct text *out, const struct diag *diag, struct quoted line)
{
	struct text before = {0}, after = {0};
	const char *caret = caret_in(line, diag->col);
	struct quoted part = near_caret(line, caret);
	add_clean_line(&before, part.from, (size_t)(caret - part.from));
	add_clean_line(&after, caret, (size_t)(part.end - caret));
	bool whole = part.from == line.from && text_width(before.data) + text_width(after.data) <= WINDOW;
	const char *from = whole ? before.data : tail(before.data, BEFORE_CARET);
	const char *left = from == before.data && part.from == line.from ? "" : "...";
	int used = text_width(left) + text_width(from);
	size_t shown = head(after.data, WINDOW - used);
	const char *right = after.data[shown] || part.end < line.end ? "..." : "";

	size_t start = out->len;
	text_addf(out, "%5d | ", diag->line);
	int margin = text_width(out->data + start);
	text_addf(out, "%s%s%.*s%s", left, from, (int)shown, after.data, right);
	while (out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	text_add_bytes(out, "\n", 1);
	add_caret(out, margin + used, diag->hint);
	text_free(&before);
	text_free(&after);
}

static void add_heading(struct text *out, const struct diag *diag, bool codes)
{
	static const char *const levels[] = {"", "warning: ", "note: "};
	if (diag->file) {
		add_clean_line(out, diag->file, strlen(diag->file));
		if (diag->line > 0)
			text_addf(out, ":%d", diag->line);
		if (diag->line > 0 && diag->col > 0)
			text_addf(out, ":%d", diag->col);
		text_add(out, ": ");
	}
	text_add(out, levels[diag->level]);
	add_clean_line(out, diag->message, strlen(diag->message));
	if (codes && diag->code)
		text_addf(out, " [%s]", diag->code);
	text_add_bytes(out, "\n", 1);
}

struct ranked {
	const struct diag *diag;
	size_t file, index; /* files rank by their first finding */
};

static int by_place(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->file != y->file)
		return x->file < y->file ? -1 : 1;
	if (x->diag->line != y->diag->line)
		return x->diag->line < y->diag->line ? -1 : 1;
	if (x->diag->col != y->diag->col)
		return x->diag->col < y->diag->col ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static void rank(const struct diags *diags, struct ranked *ranked)
{
	for (size_t i = 0; i < diags->n; i++) {
		size_t first = 0;
		while (!same(diags->v[first].file, diags->v[i].file))
			first++;
		ranked[i] = (struct ranked){&diags->v[i], first, i};
	}
	qsort(ranked, diags->n, sizeof *ranked, by_place);
}

void diags_sort(struct diags *diags)
{
	struct ranked ranked[MOST_FINDINGS];
	struct diag sorted[MOST_FINDINGS];
	rank(diags, ranked);
	for (size_t i = 0; i < diags->n; i++)
		sorted[i] = *ranked[i].diag;
	if (diags->n)
		memcpy(diags->v, sorted, diags->n * sizeof *sorted);
	diags->last = 0;
}

void diags_render(const struct diags *diags, struct text *out)
{
	struct ranked ranked[MOST_FINDINGS];
	struct cursor cursor = {0};
	rank(diags, ranked);
	for (size_t i = 0; i < diags->n; i++) {
		const struct diag *diag = ranked[i].diag;
		struct quoted line;
		add_heading(out, diag, diags->codes);
		if (find_line(diags, &cursor, diag, &line))
			add_quote(out, diag, line);
		else if (diag->hint)
			add_caret(out, 7, diag->hint);
	}
	if (diags->dropped)
		text_addf(out, "... and %zu more\n", diags->dropped);
}
