#include "desk/heading.h"

#include "base/path.h"
#include "desk/words.h"

#include <string.h>

static const char *const verbs[] = {"play", "train"};
enum { VERBS = sizeof verbs / sizeof *verbs };

struct heading {
	struct words words;
	size_t at; /* the word in hand */
	struct diag_place place;
	struct diags *diags;
	struct playing *playing;
	struct option_row rows[OPTION_MOST];
};

/* At a word, or behind the last. */
static bool fault(const struct heading *h, size_t word, const char *message)
{
	size_t at = word < h->words.n ? h->words.v[word].at : strlen(h->words.line);
	diag_error(h->diags, (struct diag_place){h->place.file, h->place.line, (int)at + 1}, "%s", message);
	return diag_code(h->diags, "test-unreadable");
}

/* Adds the nearest right name to the fault above. */
static bool suggest(const struct heading *h, const char *dashes, const char *nearest)
{
	if (nearest)
		diag_hint(h->diags, "did you mean \"%s%s\"?", dashes, nearest);
	return false;
}

static bool read_option(struct heading *h)
{
	size_t at = h->at++;
	const char *word = words_at(&h->words, at);
	bool dashed = strncmp(word, "--", 2) == 0;
	const struct option_row *row = dashed ? option_find(h->rows, word + 2) : NULL;
	char why[OPTION_WHY];
	if (!row) {
		fault(h, at, "no option of a test");
		return suggest(h, "--", option_nearest(h->rows, word));
	}
	if (row->operand)
		at = h->at++;
	if (at >= h->words.n)
		return fault(h, at, "what should stand behind it is missing");
	const char *value = words_at(&h->words, at);
	if (!option_set(row, value, why)) {
		fault(h, at, why);
		return suggest(h, "", option_choice(row, value));
	}
	const char *wrong = playing_wrong(h->playing, true);
	return !wrong || fault(h, at, wrong);
}

/* The word that says what is done: a line copied from a terminal has the program's name before it. */
static size_t verb_at(const struct words *words)
{
	return words->n && strcmp(path_name(words_at(words, 0)), "drill72") == 0;
}

static int verb_of(const struct words *words)
{
	int i = 0;
	while (i < VERBS && !words_is(words, verb_at(words), verbs[i]))
		i++;
	return i;
}

static bool read_heading(struct heading *h)
{
	size_t at = verb_at(&h->words);
	int verb = verb_of(&h->words);
	*h->playing = playing_usual(verb == 1);
	h->playing->scenario = words_at(&h->words, at + 1);
	playing_rows(h->playing, true, h->rows);
	if (verb == VERBS) {
		fault(h, at, "the first line says what is played: play SCENARIO, or train SCENARIO");
		return suggest(h, "", diag_nearest(words_at(&h->words, at), verbs, VERBS));
	}
	if (!file_name_safe(h->playing->scenario) || strchr(h->playing->scenario, '/'))
		return fault(h, at + 1, "behind it stands the name of a scenario of the folder above");
	for (h->at = at + 2; h->at < h->words.n;)
		if (!read_option(h))
			return false;
	return true;
}

bool heading_read(const char *line, struct diag_place place, struct arena *arena, struct diags *diags,
                  struct playing *out)
{
	struct heading heading = {.words = words_split(arena, line), .place = place, .diags = diags, .playing = out};
	return read_heading(&heading);
}

bool heading_is(const char *line)
{
	struct arena *arena = arena_new();
	struct words words = words_split(arena, line);
	bool is = verb_of(&words) < VERBS;
	arena_free(arena);
	return is;
}
