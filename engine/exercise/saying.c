#include "exercise/saying.h"

#include "base/ending.h"
#include "base/tree.h"
#include "base/zone.h"

#include <stdio.h>
#include <string.h>

enum { KEY = 96 };

/* Texts -------------------------------------------------------------------------------------------------------- */

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* White space as one blank, none at either end. */
static void squeeze(const char *s, struct text *out)
{
	for (; *s; s++)
		if (!is_space(*s))
			text_add_bytes(out, s, 1);
		else if (out->len && s[1] && !is_space(s[1]))
			text_add_bytes(out, " ", 1);
}

static void put(struct jsn *object, const char *key, const char *s, bool part)
{
	struct text clean = {0}, line = {0};
	if (!s) {
		tree_null(object, key);
		return;
	}
	text_add_clean(&clean, s);
	squeeze(clean.len ? clean.data : "", &line);
	if (part && line.len) {
		line.len = ending_cut(line.data, line.len);
		line.data[line.len] = '\0';
	}
	tree_taken(object, key, &line);
	text_free(&clean);
	text_free(&line);
}

void saying_put(struct jsn *object, const char *key, const char *s)
{
	put(object, key, s, false);
}

void saying_part(struct jsn *object, const char *key, const char *s)
{
	put(object, key, s, true);
}

/* Vouchers ----------------------------------------------------------------------------------------------------- */

int saying_own(const struct saying *s, const char *source)
{
	return vouchers_add(s->vouchers, (struct voucher){.kind = VOUCHER_OWN,
	                                                  .fact = NAMES_NONE,
	                                                  .action = NAMES_NONE,
	                                                  .proof = {.at = MATTER_NEVER, .source = source}});
}

int saying_fact(const struct saying *s, const struct matter_fact *fact)
{
	return vouchers_add(s->vouchers, (struct voucher){.kind = VOUCHER_FACT,
	                                                  .fact = (int)(fact - s->matter->facts),
	                                                  .action = NAMES_NONE,
	                                                  .proof = fact->proof});
}

/* Times -------------------------------------------------------------------------------------------------------- */

void saying_at(const struct saying *s, struct jsn *object, int64_t at)
{
	struct text text = {0};
	phrase_day(s->phrases, s->matter->zone, at, &text);
	tree_taken(object, "date", &text);
	phrase_time(s->phrases, "time.clock", s->matter->zone, at, &text);
	tree_taken(object, "time", &text);
	text_free(&text);
}

void saying_when(const struct saying *s, struct jsn *object, const char *key, int64_t at, int voucher)
{
	if (at == MATTER_NEVER) {
		tree_null(object, key);
		return;
	}
	struct jsn *when = tree_object(object, key);
	saying_at(s, when, at);
	voucher_back(when, NULL, voucher);
}

/* Facts -------------------------------------------------------------------------------------------------------- */

static bool worded(const struct yml *texts, const char *lang)
{
	return texts && texts->type == YML_MAP && yml_get(texts, lang);
}

struct voucher_foreign saying_foreign(const struct saying *s, const char *what, const char *key,
                                      const struct yml *texts)
{
	bool english = strcmp(s->lang, "en") == 0;
	if (!texts || worded(texts, s->lang) || (english && texts->type == YML_TEXT))
		return (struct voucher_foreign){0};
	if (texts->type == YML_TEXT)
		return (struct voucher_foreign){what, key, NULL};
	return (struct voucher_foreign){what, key,
	                                worded(texts, "en") ? "English"
	                                : texts->n          ? texts->pairs[0].key
	                                                    : "no language"};
}

static const struct yml *name_texts(const struct saying *s, const struct matter_fact *fact)
{
	const struct advice_category *category =
	    fact->kind == STORY_DATA ? advice_category(s->advice, fact->category) : NULL;
	return category ? category->name : NULL;
}

/* Of two that name the same thing the one in the reader's language, else the first. */
static const char *either(const struct saying *s, const struct yml *first, const struct yml *second, const char *id)
{
	const struct yml *best = !first || (worded(second, s->lang) && !worded(first, s->lang) &&
	                                    (strcmp(s->lang, "en") != 0 || first->type != YML_TEXT))
	                             ? second
	                             : first;
	const char *text = yml_in(best, s->lang);
	return text ? text : id;
}

/* What it gives a law ("how many people are concerned"), in a language that the fact has no label in; NULL. */
static const char *label_by_content(const struct saying *s, const struct matter_fact *fact)
{
	char key[KEY];
	struct text text = {0};
	const char *label = NULL;
	for (size_t i = 0; !label && i < fact->says.n; i++) {
		snprintf(key, sizeof key, "contents.%s", fact->says.v[i]);
		if (!phrase_has(s->phrases, key))
			continue;
		phrase_say(s->phrases, key, NULL, &text);
		label = arena_ndup(s->vouchers->arena, text.data, text.len);
	}
	text_free(&text);
	return label;
}

/* Whether a label in the reader's language is to be had: the fact's, its kind of data's, its content's. */
static bool is_labelled(const struct saying *s, const struct matter_fact *fact)
{
	return !saying_foreign(s, fact->id, "label", fact->label).what || worded(name_texts(s, fact), s->lang);
}

const char *saying_label(const struct saying *s, const struct matter_fact *fact, struct voucher_foreign *foreign)
{
	const char *label = is_labelled(s, fact) ? NULL : label_by_content(s, fact);
	const char *what = arena_printf(s->vouchers->arena, "the label of %s", fact->id);
	if (foreign)
		*foreign = label || is_labelled(s, fact) ? (struct voucher_foreign){0}
		                                         : saying_foreign(s, what, "label", fact->label);
	return label ? label : either(s, fact->label, name_texts(s, fact), fact->id);
}

const char *saying_name(const struct saying *s, const struct matter_fact *fact)
{
	return either(s, name_texts(s, fact), fact->label, fact->id);
}

void saying_unit(const struct saying *s, const char *group, const char *word, int64_t n, struct text *out)
{
	char key[KEY];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", n);
	snprintf(key, sizeof key, "%s.%s", group, word);
	if (phrase_has(s->phrases, key))
		phrase_say(s->phrases, key, data, out);
	else
		text_add(out, word);
	jsn_free(data);
}

static void say_count(const struct saying *s, const struct matter_fact *fact, int64_t n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text text = {0};
	phrase_number(s->phrases, n, &text);
	tree_taken(data, "value", &text);
	if (fact->unit) {
		saying_unit(s, "unit", fact->unit, n, &text);
		tree_taken(data, "unit", &text);
	}
	phrase_say(s->phrases, "fact.count", data, out);
	text_free(&text);
	jsn_free(data);
}

static void say_data(const struct saying *s, int64_t value, struct text *out)
{
	static const char *const keys[] = {[STORY_INVOLVED] = "fact.involved",
	                                   [STORY_NOT_INVOLVED] = "fact.not_involved",
	                                   [STORY_NOT_HELD] = "fact.not_held"};
	phrase_say(s->phrases, value >= STORY_INVOLVED && value <= STORY_NOT_HELD ? keys[value] : "fact", NULL, out);
}

void saying_value(const struct saying *s, const struct matter_fact *fact, const struct matter_value *value,
                  struct text *out)
{
	const char *text = yml_in(value->words, s->lang);
	switch (fact->kind) {
	case STORY_COUNT:
		say_count(s, fact, value->number, out);
		break;
	case STORY_DATA:
		say_data(s, value->number, out);
		break;
	case STORY_TIME:
		phrase_date(s->phrases, s->matter->zone, value->number, out);
		break;
	case STORY_TEXT:
		text_add(out, text ? text : "");
		break;
	}
}

/* Lists -------------------------------------------------------------------------------------------------------- */

void saying_end(const struct saying *s, struct jsn *object, const char *key)
{
	struct jsn *list = (struct jsn *)jsn_get(object, key);
	size_t n = jsn_count(list);
	tree_has(object, key);
	for (size_t i = 0; i < n; i++) {
		struct jsn *row = (struct jsn *)jsn_at(list, i, NULL);
		if (i)
			phrase_put(s->phrases, i + 1 == n ? "list.last" : "list.comma", NULL, row, "joint");
		else
			tree_text(row, "joint", "");
		tree_number(row, "n", (int64_t)i + 1);
		voucher_back(row, "joint", s->words);
		voucher_back(row, "n", s->words);
	}
}
