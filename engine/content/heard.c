#include "content/heard.h"

#include <string.h>

static const struct vocabulary_notice *kind_of(const struct matter *matter, const char *kind)
{
	return vocabulary_notice(matter->world->vocabulary, names_find(&matter->world->names, NAMES_NOTICE, kind));
}

static bool share(const struct matter *matter, const char *one, const char *other)
{
	const struct vocabulary_notice *a = kind_of(matter, one), *b = kind_of(matter, other);
	return a && b && vocabulary_share(a, b);
}

/* The last that went to these readers themselves; NULL. */
static const struct matter_word *last_to(const struct matter *matter, const char *kind)
{
	for (size_t i = matter->nwords; i-- > 0;)
		if (share(matter, matter->words[i].notice, kind))
			return &matter->words[i];
	return NULL;
}

int64_t heard_promise(const struct matter *matter, const char *kind)
{
	const struct matter_word *last = last_to(matter, kind);
	return last && last->next > matter->now ? last->next : MATTER_NEVER;
}

int64_t heard_broken(const struct matter *matter, const char *kind)
{
	const struct matter_word *last = last_to(matter, kind);
	int64_t stated = matter->recorded ? MATTER_NEVER : matter->next_update;
	if (stated != MATTER_NEVER && stated < matter->now && (!last || last->at < stated))
		return stated;
	return last && last->next != MATTER_NEVER && last->next < matter->now ? last->next : MATTER_NEVER;
}

/* A customer reads the website and the paper, too. */
static bool is_public(const struct vocabulary_notice *kind)
{
	const char *audience = kind ? kind->audience : "";
	return strcmp(audience, "customers") == 0 || strcmp(audience, "public") == 0 || strcmp(audience, "press") == 0;
}

bool heard_by(const struct matter *matter, const struct matter_word *word, const char *kind)
{
	return share(matter, word->notice, kind) ||
	       (is_public(kind_of(matter, word->notice)) && is_public(kind_of(matter, kind)));
}

const struct matter_word *heard_last(const struct matter *matter, const char *kind, const char *lang)
{
	const struct matter_word *found = NULL;
	for (size_t i = matter->nwords; i-- > 0;) {
		const struct matter_word *word = &matter->words[i];
		if (!heard_by(matter, word, kind))
			continue;
		if (strcmp(word->lang, lang) == 0)
			return word;
		found = found ? found : word;
	}
	return found;
}

bool heard_together(const struct matter_word *one, const struct matter_word *other)
{
	return one->turn == other->turn && one->at == other->at && strcmp(one->notice, other->notice) == 0;
}

/* NULL: any language. */
static const struct matter_word *first_in(const struct matter *matter, const struct matter_word *word, const char *lang)
{
	for (size_t i = 0; i < matter->nwords; i++)
		if (heard_together(&matter->words[i], word) && (!lang || strcmp(matter->words[i].lang, lang) == 0))
			return &matter->words[i];
	return NULL;
}

const struct matter_word *heard_leading(const struct matter *matter, const struct matter_word *word)
{
	const struct matter_word *found = first_in(matter, word, "en");
	found = found ? found : first_in(matter, word, matter->world->lang);
	return found ? found : first_in(matter, word, NULL);
}

const struct matter_word *heard_in(const struct matter *matter, const struct matter_word *word, const char *lang)
{
	const struct matter_word *found = first_in(matter, word, lang);
	return found ? found : heard_leading(matter, word);
}
