#include "desk/msel_lexicon.h"

#include "content/story.h"
#include "desk/layout.h"

#include <ctype.h>
#include <string.h>

struct entry {
	const char *group, *id, *plain, *name;
};

struct msel_lexicon {
	struct arena *arena;
	struct entry *v;
	size_t n;
};

const char *const msel_lexicon_columns[] = {"no",       "time",      "local",   "delivery",    "type",  "method",
                                            "from",     "to",        "subject", "description", "aloud", "controller",
                                            "expected", "objective", "status",  "condition",   "id",    NULL};
static const char *const types[] = {"inject", "contingency", "automatic", "administrative", "expected", NULL};
static const char *const ends[] = {"start", "end", NULL};
static const char *const controllers[] = {"facilitator", "program", NULL};
static const char *const all[] = {"all", NULL};

/* Where the words of a group stand: what pages call each, and its other names. */
static const struct {
	const char *group, *words, *known;
	const char *const *ids;
} groups[] = {{"column", "msel.column", "msel.known.column", msel_lexicon_columns},
              {"type", "msel.type", "msel.known.type", types},
              {"method", "kit.channel", "msel.known.method", story_channels},
              {"to", "kit.to", "msel.known.to", all},
              {"controller", "msel.controller", NULL, controllers},
              {"end", NULL, "msel.known.end", ends}};

/* Letters and figures alone, in small letters: "E-Mail " is "email". What is no ASCII stays, but its punctuation. */
static const char *plain(struct arena *arena, const char *s)
{
	struct text text = {0};
	while (*s) {
		const char *from = s;
		int32_t c = text_next(&s);
		char small = (char)tolower((unsigned char)*from);
		bool mark = (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xff0f) ||
		            (c >= 0xff1a && c <= 0xff20) || c == 0xa0 || (c >= 0x2000 && c <= 0x206f);
		if (c >= 0x80 && !mark)
			text_add_bytes(&text, from, (size_t)(s - from));
		else if (c > 0 && c < 0x80 && (isalnum((unsigned char)small) || small == '#'))
			text_add_bytes(&text, &small, 1);
	}
	const char *made = arena_ndup(arena, text.len ? text.data : "", text.len);
	text_free(&text);
	return made;
}

void msel_lexicon_add(struct msel_lexicon *lexicon, const char *group, const char *id, const char *name)
{
	const char *made = plain(lexicon->arena, name);
	if (*made)
		*(struct entry *)arena_push(lexicon->arena, &lexicon->v, &lexicon->n, sizeof *lexicon->v) =
		    (struct entry){group, id, made, arena_dup(lexicon->arena, name)};
}

struct msel_lexicon *msel_lexicon_copy(const struct msel_lexicon *lexicon, struct arena *arena)
{
	struct msel_lexicon *copy = arena_alloc(arena, sizeof *copy);
	copy->arena = arena;
	for (size_t i = 0; i < lexicon->n; i++)
		*(struct entry *)arena_push(arena, &copy->v, &copy->n, sizeof *copy->v) = lexicon->v[i];
	return copy;
}

/* The names under a key of the words, with semicolons between. */
static void add_names(struct msel_lexicon *lexicon, const struct phrases *phrases, const char *key, const char *group,
                      const char *id)
{
	struct text names = {0};
	if (!phrase_has(phrases, key))
		return;
	phrase_say(phrases, key, NULL, &names);
	for (char *s = names.data; s && *s;) {
		size_t len = strcspn(s, ";");
		char *next = s[len] ? s + len + 1 : s + len;
		s[len] = '\0';
		msel_lexicon_add(lexicon, group, id, s + strspn(s, " "));
		s = next;
	}
	text_free(&names);
}

/* Every role that the language has a word for: by its id, the word, and its other names. */
static void add_roles(struct msel_lexicon *lexicon, const struct phrases *phrases)
{
	struct jsn *words = phrases_tree(phrases);
	const struct jsn *roles = jsn_get(jsn_get(words, "kit"), "role"), *role;
	const char *key;
	for (size_t i = 0; (role = jsn_at(roles, i, &key)); i++) {
		const char *id = arena_dup(lexicon->arena, key);
		msel_lexicon_add(lexicon, "role", id, id);
		msel_lexicon_add(lexicon, "role", id, jsn_text(role) ? jsn_text(role) : id);
		add_names(lexicon, phrases, arena_printf(lexicon->arena, "msel.known.role.%s", id), "role", id);
	}
	jsn_free(words);
}

static void add_language(struct msel_lexicon *lexicon, const struct phrases *phrases)
{
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
		for (size_t i = 0; groups[g].ids[i]; i++) {
			const char *id = groups[g].ids[i];
			if (groups[g].words)
				add_names(lexicon, phrases, arena_printf(lexicon->arena, "%s.%s", groups[g].words, id),
				          groups[g].group, id);
			if (groups[g].known)
				add_names(lexicon, phrases, arena_printf(lexicon->arena, "%s.%s", groups[g].known, id),
				          groups[g].group, id);
		}
	add_roles(lexicon, phrases);
}

struct msel_lexicon *msel_lexicon_open(struct arena *arena, struct diags *diags)
{
	struct msel_lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
	struct shape_texts languages = layout_languages("words", arena);
	size_t refused = diags->refused;
	lexicon->arena = arena;
	for (size_t i = 0; i < languages.n; i++) {
		struct layout *layout = layout_open(languages.v[i], diags);
		if (layout)
			add_language(lexicon, layout_phrases(layout));
		layout_free(layout);
	}
	return diags->refused == refused ? lexicon : NULL;
}

const char *msel_lexicon_find(const struct msel_lexicon *lexicon, const char *group, const char *words)
{
	const char *made = plain(lexicon->arena, words);
	for (size_t i = 0; *made && i < lexicon->n; i++)
		if (strcmp(lexicon->v[i].group, group) == 0 && strcmp(lexicon->v[i].plain, made) == 0)
			return lexicon->v[i].id;
	return NULL;
}

const char *msel_lexicon_nearest(const struct msel_lexicon *lexicon, const char *group, const char *words,
                                 const char **name)
{
	const char **names = arena_alloc(lexicon->arena, (lexicon->n + 1) * sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < lexicon->n; i++)
		if (strcmp(lexicon->v[i].group, group) == 0)
			names[n++] = lexicon->v[i].plain;
	const char *near = diag_nearest(plain(lexicon->arena, words), names, n);
	for (size_t i = 0; near && i < lexicon->n; i++)
		if (strcmp(lexicon->v[i].group, group) == 0 && strcmp(lexicon->v[i].plain, near) == 0) {
			*name = lexicon->v[i].name;
			return lexicon->v[i].id;
		}
	return NULL;
}

const char *msel_lexicon_within(const struct msel_lexicon *lexicon, const char *group, const char *words, bool begins)
{
	const char *made = plain(lexicon->arena, words);
	for (size_t i = 0; i < lexicon->n; i++) {
		const char *found = strcmp(lexicon->v[i].group, group) == 0 ? strstr(made, lexicon->v[i].plain) : NULL;
		if (found && (!begins || found == made))
			return lexicon->v[i].id;
	}
	return NULL;
}
