#include "desk/check_allow.h"

#include "base/path.h"
#include "desk/check_code.h"

#include <string.h>

enum { LONGEST_CODE = 48, MOST_ALLOWS = 1000 };

static const char marker[] = "drill72: allow ";

struct allow {
	struct diag_place place; /* of the code within the comment */
	int line;                /* where it holds */
	char code[LONGEST_CODE];
	bool used;
};

struct allows {
	struct diags *diags;
	const struct diag_source *source;
	const char *file; /* whose comments are looked at closely */
	struct allow *v;
	size_t n;
};

/* A line of a source, and its end without the newline. */
struct strip {
	const char *from, *end;
	int number;
};

static bool next_line(const struct diag_source *source, struct strip *line)
{
	const char *end = source->bytes + source->len, *newline;
	line->from = line->from ? line->end + 1 : source->bytes;
	line->number++;
	if (line->from >= end)
		return false;
	newline = memchr(line->from, '\n', (size_t)(end - line->from));
	line->end = newline ? newline : end;
	return true;
}

/* How a comment begins in such a file. */
static const char *sign_of(const char *file)
{
	const char *name = file ? file : "";
	return path_ends(name, ".lua") ? "--" : path_ends(name, ".mustache") ? "{{!" : "#";
}

static const char *find(const char *from, const char *end, const char *what)
{
	size_t len = strlen(what);
	for (; end - from >= (ptrdiff_t)len; from++)
		if (memcmp(from, what, len) == 0)
			return from;
	return NULL;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

/* Whether nothing but a comment stands on the line. */
static bool stands_alone(const struct strip *line, const char *sign)
{
	const char *at = skip_blanks(line->from, line->end);
	return line->end - at >= (ptrdiff_t)strlen(sign) && memcmp(at, sign, strlen(sign)) == 0;
}

/* Where the comment's sign stands before the marker; NULL when the words stand in something else. */
static const char *comment_of(const struct strip *line, const char *at, const char *sign)
{
	size_t len = strlen(sign);
	while (at > line->from && (at[-1] == ' ' || at[-1] == '\t'))
		at--;
	return at - line->from >= (ptrdiff_t)len && memcmp(at - len, sign, len) == 0 ? at - len : NULL;
}

/* "drill72 allow X", "drill72:allow X": meant for check, and not what it reads. */
static const char *misspelt(const struct strip *line)
{
	const char *at = find(line->from, line->end, "drill72"), *word = at;
	size_t len = strlen("allow");
	if (!at)
		return NULL;
	for (word += strlen("drill72"); word < line->end && (*word == ' ' || *word == '\t' || *word == ':');)
		word++;
	bool allows = line->end - word > (ptrdiff_t)len && memcmp(word, "allow", len) == 0;
	return allows && (word[len] == ' ' || word[len] == ':') ? at : NULL;
}

static int column(const struct strip *line, const char *at)
{
	int col = 1;
	for (const char *c = line->from; c < at; c++)
		col += ((unsigned char)*c & 0xc0) != 0x80;
	return col;
}

static bool of_code(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* CODE, CODE: whatever comes after, a comma too, is the reason. */
static void read_codes(struct allows *allows, const struct strip *line, const char *at)
{
	size_t before = allows->n;
	for (;;) {
		const char *from = at = skip_blanks(at, line->end);
		struct allow found = {0};
		while (at < line->end && of_code(*at))
			at++;
		size_t len = (size_t)(at - from) < LONGEST_CODE ? (size_t)(at - from) : LONGEST_CODE - 1;
		memcpy(found.code, from, len);
		bool reason = allows->n > before && !check_code_find(found.code) && !check_code_nearest(found.code);
		if (!len || reason || allows->n == MOST_ALLOWS)
			return;
		found.place = (struct diag_place){allows->source->file, line->number, column(line, from)};
		*(struct allow *)arena_push(allows->diags->arena, &allows->v, &allows->n, sizeof found) = found;
		if (at == line->end || *at++ != ',')
			return;
	}
}

/* Those that stood alone hold on this line; in one walk, however many comments stand above each other. */
static void settle(struct allows *allows, size_t *waiting, int line)
{
	while (*waiting < allows->n)
		allows->v[(*waiting)++].line = line;
}

static void tell_misspelt(struct allows *allows, const struct strip *line, const char *sign)
{
	const char *at = strcmp(allows->source->file, allows->file) == 0 ? misspelt(line) : NULL;
	struct diag_place place = {allows->source->file, line->number, at ? column(line, at) : 0};
	if (at && comment_of(line, at, sign))
		check_code_tell(allows->diags, "allow-unread", place, "this allows nothing; it is written %s %sCODE",
		                sign, marker);
}

static void read_source(struct allows *allows, const struct diag_source *source)
{
	const char *sign = sign_of(source->file);
	struct strip line = {0};
	size_t waiting = allows->n;
	allows->source = source;
	while (next_line(source, &line)) {
		const char *at = find(line.from, line.end, marker);
		bool alone = stands_alone(&line, sign);
		if (!alone)
			settle(allows, &waiting, line.number);
		if (at && comment_of(&line, at, sign))
			read_codes(allows, &line, at + strlen(marker));
		else if (!at)
			tell_misspelt(allows, &line, sign);
		if (!alone)
			settle(allows, &waiting, line.number);
	}
}

static bool allowed(struct allows *allows, const struct diag *diag)
{
	bool found = false;
	for (size_t i = 0; i < allows->n; i++) {
		struct allow *allow = &allows->v[i];
		if (allow->line != diag->line || strcmp(allow->code, check_code_of(diag)->id) != 0 ||
		    strcmp(allow->place.file, diag->file) != 0)
			continue;
		allow->used = found = true;
		if (diag->level == DIAG_ERROR) {
			check_code_tell(allows->diags, "allow-unused", allow->place,
			                "%s is an error: it can't be allowed", allow->code);
			diag_hint(allows->diags, "mend it instead");
			found = false;
		}
	}
	return found;
}

/* What stays is kept in its order. */
static void take_out(struct allows *allows)
{
	struct diags *diags = allows->diags;
	size_t n = diags->n, kept = 0;
	for (size_t i = 0; i < n; i++) {
		struct diag diag = diags->v[i];
		if (!diag.file || !allowed(allows, &diag))
			diags->v[kept++] = diag;
	}
	for (size_t i = n; i < diags->n; i++)
		diags->v[kept++] = diags->v[i];
	diags->n = kept;
	diags->last = 0;
}

static void tell_unknown(struct diags *diags, const struct allow *allow)
{
	const char *nearest = check_code_nearest(allow->code);
	check_code_tell(diags, "allow-unknown", allow->place, "no finding is called \"%s\"", allow->code);
	if (nearest)
		diag_hint(diags, "did you mean \"%s\"?", nearest);
}

/* Beside a fault nobody knows which allows are of use: what can't be loaded is not looked at any further. */
static void tell_needless(struct allows *allows, const char *file)
{
	bool faulty = allows->diags->errors > 0;
	for (size_t i = 0; i < allows->n; i++) {
		const struct allow *allow = &allows->v[i];
		const struct check_code *code = check_code_find(allow->code);
		if (allow->used || strcmp(allow->place.file, file) != 0)
			continue;
		if (!code)
			tell_unknown(allows->diags, allow);
		else if (!code->depends && !faulty)
			check_code_tell(allows->diags, "allow-unused", allow->place, "%s is not found here", code->id);
	}
}

void check_allow(struct diags *diags, const char *file)
{
	struct allows allows = {.diags = diags, .file = file};
	for (size_t i = 0; i < diags->nsources; i++)
		if (diags->sources[i].file)
			read_source(&allows, &diags->sources[i]);
	take_out(&allows);
	tell_needless(&allows, file);
}
