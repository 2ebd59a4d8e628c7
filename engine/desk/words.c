#include "desk/words.h"

#include "base/text.h"

#include <string.h>
#include <strings.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *words_clean(struct arena *arena, const char *line)
{
	struct text clean = {0};
	text_add_clean(&clean, line);
	const char *s = clean.len ? clean.data : "";
	size_t len = clean.len;
	while (len && is_space(s[len - 1]))
		len--;
	while (len && is_space(*s)) {
		s++;
		len--;
	}
	char *out = arena_ndup(arena, s, len);
	for (char *c = out; *c; c++)
		if (is_space(*c))
			*c = ' ';
	text_free(&clean);
	return out;
}

/* Bytes of the quotation mark at `s`, straight or curly; 0 when there is none. */
static size_t quote_at(const char *s)
{
	if (*s == '"')
		return 1;
	return !strncmp(s, "\xe2\x80\x9c", 3) || !strncmp(s, "\xe2\x80\x9d", 3) ? 3 : 0;
}

static size_t quoted_end(const char *line, size_t from)
{
	while (line[from] && !quote_at(line + from))
		from++;
	return from;
}

static size_t plain_end(const char *line, size_t from)
{
	while (line[from] && !is_space(line[from]))
		from++;
	return from;
}

struct words words_split(struct arena *arena, const char *line)
{
	struct words words = {.line = line};
	for (size_t at = 0; line[at];) {
		if (is_space(line[at])) {
			at++;
			continue;
		}
		size_t mark = quote_at(line + at), from = at + mark;
		size_t to = mark ? quoted_end(line, from) : plain_end(line, from);
		struct word *word = arena_push(arena, &words.v, &words.n, sizeof *word);
		size_t end = mark ? to + quote_at(line + to) : to;
		*word = (struct word){arena_ndup(arena, line + from, to - from), at, end, mark > 0};
		at = end;
	}
	return words;
}

const char *words_at(const struct words *words, size_t i)
{
	return i < words->n ? words->v[i].s : "";
}

bool words_is(const struct words *words, size_t i, const char *word)
{
	return i < words->n && !words->v[i].quoted && strcasecmp(words->v[i].s, word) == 0;
}

size_t words_find(const struct words *words, size_t from, const char *word)
{
	while (from < words->n && !words_is(words, from, word))
		from++;
	return from < words->n ? from : words->n;
}

size_t words_last(const struct words *words, size_t from, const char *word)
{
	for (size_t i = words->n; i > from; i--)
		if (words_is(words, i - 1, word))
			return i - 1;
	return words->n;
}

const char *words_between(const struct words *words, struct arena *arena, size_t from, size_t to)
{
	if (to > words->n)
		to = words->n;
	if (from >= to)
		return NULL;
	if (to - from == 1)
		return *words->v[from].s ? words->v[from].s : NULL;
	size_t at = words->v[from].at;
	return arena_ndup(arena, words->line + at, words->v[to - 1].end - at);
}
