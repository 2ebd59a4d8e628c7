#include "content/overclaim.h"

#include <string.h>

/* As an author writes enum overclaim_unless. */
static const char *const passes[] = {"search", "unknown", "later", "open", NULL};

// clang-format off
#define PHRASE(member) offsetof(struct overclaim_phrase, member)
static const struct shape_field phrase_fields[] = {
	{"phrases", SHAPE_TEXTS, PHRASE(phrases), SHAPE_REQUIRED, 0, NULL, NULL},
	{"why",     SHAPE_TEXT,  PHRASE(why), SHAPE_REQUIRED, 0, NULL, NULL},
	{"instead", SHAPE_TEXT,  PHRASE(instead), SHAPE_REQUIRED, 0, NULL, NULL},
	{"unless",  SHAPE_CHOICE, PHRASE(unless), 0, 0, NULL, passes},
	{"searches", SHAPE_TEXTS, PHRASE(searches), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape phrase_shape = {"an over-claiming phrase", sizeof(struct overclaim_phrase), phrase_fields};

#define KIND(member) offsetof(struct overclaim_kind, member)
static const struct shape_field kind_fields[] = {
	{"names", SHAPE_TEXTS, KIND(names), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape kind_shape = {"a kind of data", sizeof(struct overclaim_kind), kind_fields};
static const struct shape zone_shape = {"a zone", sizeof(struct overclaim_kind), kind_fields};
static const struct shape action_shape = {"an action's wordings", sizeof(struct overclaim_kind), kind_fields};
static const struct shape moment_shape = {"a moment", sizeof(struct overclaim_kind), kind_fields};
static const struct shape addressee_shape = {"whom we told", sizeof(struct overclaim_kind), kind_fields};

#define LANGUAGE(member) offsetof(struct overclaim_language, member)
static const struct shape_field language_fields[] = {
	{"deeds",   SHAPE_TEXTS, LANGUAGE(deeds), SHAPE_REQUIRED, 0, NULL, NULL},
	{"subjects", SHAPE_TEXTS, LANGUAGE(subjects), 0, 0, NULL, NULL},
	{"past",     SHAPE_TEXTS, LANGUAGE(past), 0, 0, NULL, NULL},
	{"adverbs",  SHAPE_TEXTS, LANGUAGE(adverbs), 0, 0, NULL, NULL},
	{"relative", SHAPE_TEXTS, LANGUAGE(relative), 0, 0, NULL, NULL},
	{"was",      SHAPE_TEXTS, LANGUAGE(was), 0, 0, NULL, NULL},
	{"done",     SHAPE_TEXTS, LANGUAGE(done), 0, 0, NULL, NULL},
	{"agents",   SHAPE_TEXTS, LANGUAGE(agents), 0, 0, NULL, NULL},
	{"undone",  SHAPE_TEXTS, LANGUAGE(undone), SHAPE_REQUIRED, 0, NULL, NULL},
	{"tells",   SHAPE_TEXTS, LANGUAGE(tells), 0, 0, NULL, NULL},
	{"looks",   SHAPE_TEXTS, LANGUAGE(looks), 0, 0, NULL, NULL},
	{"addressees", SHAPE_KEYED, LANGUAGE(addressees), 0, 0, &addressee_shape, NULL},
	{"actions", SHAPE_KEYED, LANGUAGE(actions), 0, 0, &action_shape, NULL},
	{"moments", SHAPE_KEYED, LANGUAGE(moments), 0, 0, &moment_shape, NULL},
	{"kinds",   SHAPE_KEYED, LANGUAGE(kinds), 0, 0, &kind_shape, NULL},
	{"in",      SHAPE_TEXTS, LANGUAGE(in), 0, 0, NULL, NULL},
	{"none",    SHAPE_TEXTS, LANGUAGE(none), 0, 0, NULL, NULL},
	{"out",     SHAPE_TEXTS, LANGUAGE(out), 0, 0, NULL, NULL},
	{"open",    SHAPE_TEXTS, LANGUAGE(open), 0, 0, NULL, NULL},
	{"asks",    SHAPE_TEXTS, LANGUAGE(asks), 0, 0, NULL, NULL},
	{"handles", SHAPE_TEXTS, LANGUAGE(handles), 0, 0, NULL, NULL},
	{"apart",   SHAPE_TEXTS, LANGUAGE(apart), 0, 0, NULL, NULL},
	{"references", SHAPE_TEXTS, LANGUAGE(references), 0, 0, NULL, NULL},
	{"ordinals",   SHAPE_TEXTS, LANGUAGE(ordinals), 0, 0, NULL, NULL},
	{"repeats",    SHAPE_TEXTS, LANGUAGE(repeats), 0, 0, NULL, NULL},
	{"promises",   SHAPE_TEXTS, LANGUAGE(promises), 0, 0, NULL, NULL},
	{"opening",    SHAPE_TEXTS, LANGUAGE(opening), 0, 0, NULL, NULL},
	{"titles",     SHAPE_TEXTS, LANGUAGE(titles), 0, 0, NULL, NULL},
	{"heads",      SHAPE_TEXTS, LANGUAGE(heads), 0, 0, NULL, NULL},
	{"zones",      SHAPE_KEYED, LANGUAGE(zones), 0, 0, &zone_shape, NULL},
	{"happened",   SHAPE_TEXTS, LANGUAGE(happened), 0, 0, NULL, NULL},
	{"until",      SHAPE_TEXTS, LANGUAGE(until), 0, 0, NULL, NULL},
	{"next",       SHAPE_TEXTS, LANGUAGE(next), 0, 0, NULL, NULL},
	{"shares",  SHAPE_TEXTS, LANGUAGE(shares), 0, 0, NULL, NULL},
	{"phrases", SHAPE_KEYED, LANGUAGE(phrases), SHAPE_REQUIRED, 0, &phrase_shape, NULL},
	SHAPE_END,
};
static const struct shape language_shape = {"a language", sizeof(struct overclaim_language), language_fields};

#define OVERCLAIM(member) offsetof(struct overclaim, member)
static const struct shape_field overclaim_fields[] = {
	{"overclaims", SHAPE_ID,    OVERCLAIM(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"reviewed",   SHAPE_DATE,  OVERCLAIM(reviewed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"languages",  SHAPE_KEYED, OVERCLAIM(languages), SHAPE_REQUIRED, 0, &language_shape, NULL},
	SHAPE_END,
};
static const struct shape overclaim_shape = {"the over-claiming phrases", sizeof(struct overclaim), overclaim_fields};
// clang-format on

struct overclaim *overclaim_load(const struct file *file, const struct shape_reader *reader)
{
	bool fine;
	struct overclaim *overclaim = shape_load(reader, &overclaim_shape, file, &fine);
	return fine ? overclaim : NULL;
}

const struct overclaim_language *overclaim_language(const struct overclaim *overclaim, const char *lang)
{
	const struct overclaim_language *languages = overclaim->languages.v;
	for (size_t i = 0; i < overclaim->languages.n; i++)
		if (strcmp(languages[i].entry.id, lang) == 0)
			return &languages[i];
	return NULL;
}
