#include "exercise/exhibit.h"

#include "base/tree.h"

#include <stdio.h>
#include <string.h>

enum { KEY = 64 };

/* A fact as an object -------------------------------------------------------------------------------------------- */

/* The value is the fact's; its label and unit say what it is and prove nothing. */
static void back(const struct saying *s, const struct matter_fact *fact, struct jsn *object)
{
	int number = saying_fact(s, fact), label = saying_fact(s, fact);
	struct voucher *v = s->vouchers->v;
	if (fact->kind == STORY_TEXT)
		v[number].foreign = saying_foreign(s, fact->id, "value", fact->value.words);
	if (fact->kind != STORY_DATA)
		v[label].kind = VOUCHER_WORDS;
	saying_label(s, fact, &v[label].foreign);
	voucher_back(object, NULL, number);
	voucher_back(object, "label", label);
	voucher_back(object, "name", label);
	voucher_back(object, "unit", s->words);
	voucher_back(object, "verb", s->words);
}

static void put_words(const struct saying *s, const struct matter_fact *fact, struct jsn *object)
{
	struct text text = {0};
	saying_value(s, fact, &fact->value, &text);
	saying_put(object, "words", text.len ? text.data : "");
	text_clear(&text);
	if (fact->kind == STORY_COUNT)
		phrase_number(s->phrases, fact->value.number, &text);
	else
		saying_value(s, fact, &fact->value, &text);
	saying_put(object, "value", text.len ? text.data : "");
	text_free(&text);
}

static void put_word(const struct saying *s, const char *group, const char *word, int64_t n, struct jsn *object)
{
	struct text text = {0};
	if (word)
		saying_unit(s, group, word, n, &text);
	saying_put(object, group, word ? text.data : NULL);
	text_free(&text);
}

/* What a proof says of its search: a facts file may have it in each language, a record has it as it was typed. */
static void put_searched(const struct saying *s, const struct matter_fact *fact, const char *key, const char *own,
                         const char *name, struct jsn *object)
{
	const struct yml *given = fact->proof.words ? yml_get(fact->proof.words, key) : NULL;
	const char *what = arena_printf(s->vouchers->arena, "what was searched for %s", fact->id);
	int number = saying_fact(s, fact);
	struct voucher *voucher = &s->vouchers->v[number];
	if (given)
		voucher->foreign = saying_foreign(s, what, key, given);
	else if (strcmp(s->lang, "en") != 0)
		voucher->foreign = (struct voucher_foreign){what, key, NULL};
	saying_part(object, name, given ? yml_in(given, s->lang) : own);
	voucher_back(object, name, number);
}

void exhibit_fact(const struct saying *s, const struct matter_fact *fact, struct jsn *object)
{
	int64_t n = fact->kind == STORY_COUNT ? fact->value.number : 0;
	back(s, fact, object);
	put_words(s, fact, object);
	saying_part(object, "label", saying_label(s, fact, NULL));
	saying_part(object, "name", saying_name(s, fact));
	put_word(s, "unit", fact->unit, n, object);
	put_word(s, "verb", fact->verb, n, object);
	put_searched(s, fact, "against", fact->proof.source, "searched", object);
	put_searched(s, fact, "over", fact->proof.over, "over", object);
	saying_when(s, object, "as_of", fact->proof.at, saying_fact(s, fact));
}

/* What is not known ---------------------------------------------------------------------------------------------- */

static const char *unknown_key(const struct saying *s, const struct matter_fact *fact, char key[KEY])
{
	static const char *const kinds[] = {
	    [STORY_COUNT] = "count", [STORY_DATA] = "data", [STORY_TIME] = "time", [STORY_TEXT] = "text"};
	for (size_t i = 0; fact->kind != STORY_DATA && i < fact->says.n; i++) {
		snprintf(key, KEY, "unknown.%s", fact->says.v[i]);
		if (phrase_has(s->phrases, key))
			return key;
	}
	snprintf(key, KEY, "unknown.%s", kinds[fact->kind]);
	return key;
}

void exhibit_unknown(const struct saying *s, const struct matter_fact *fact, struct text *out)
{
	char key[KEY];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	saying_part(data, "label", saying_label(s, fact, NULL));
	saying_part(data, "name", saying_name(s, fact));
	put_word(s, "unit", fact->unit, 0, data);
	phrase_say(s->phrases, unknown_key(s, fact, key), data, out);
	jsn_free(data);
}

/* What was done -------------------------------------------------------------------------------------------------- */

bool exhibit_tells(const struct saying *s, const struct matter_deed *deed, bool authorities)
{
	const struct vocabulary_action *action = vocabulary_action(s->matter->world->vocabulary, deed->action);
	return action && (authorities || action->tell != VOCABULARY_AUTHORITIES);
}

const char *exhibit_wording(const struct saying *s, int action)
{
	const struct vocabulary_action *a = vocabulary_action(s->matter->world->vocabulary, action);
	const char *own = vocabulary_public(a, s->lang), *english = vocabulary_public(a, "en");
	return own ? own : english ? english : a->entry.id;
}

void exhibit_deed(const struct saying *s, const struct matter_deed *deed, struct jsn *object)
{
	const struct vocabulary_action *action = vocabulary_action(s->matter->world->vocabulary, deed->action);
	int number = vouchers_deed(s->vouchers, deed);
	if (!vocabulary_public(action, s->lang))
		s->vouchers->v[number].foreign = (struct voucher_foreign){action->entry.id, "public", "English"};
	saying_put(object, "words", exhibit_wording(s, deed->action));
	voucher_back(object, NULL, number);
}

/* What was said before ------------------------------------------------------------------------------------------- */

/* A text in the language it was published in; else the number. */
bool exhibit_same(const struct saying *s, const struct matter_fact *fact, const struct matter_value *a,
                  const struct matter_value *b)
{
	struct text x = {0}, y = {0};
	saying_value(s, fact, a, &x);
	saying_value(s, fact, b, &y);
	bool equal = fact->kind == STORY_TEXT ? x.len == y.len && (!x.len || memcmp(x.data, y.data, x.len) == 0)
	                                      : a->number == b->number;
	text_free(&x);
	text_free(&y);
	return equal;
}

void exhibit_change(const struct saying *s, const struct matter_fact *fact, struct jsn *row)
{
	struct text text = {0};
	bool proved = matter_proved(fact);
	back(s, fact, row);
	saying_part(row, "label", saying_label(s, fact, NULL));
	if (proved)
		saying_value(s, fact, &fact->value, &text);
	else
		phrase_say(s->phrases, "fact.withdrawn", NULL, &text);
	saying_part(row, "now", text.len ? text.data : "");
	saying_when(s, row, "as_of", proved ? fact->proof.at : MATTER_NEVER, saying_fact(s, fact));
	tree_flag(row, "withdrawn", !proved);
	if (!proved)
		voucher_back(row, NULL, s->words);
	text_free(&text);
}
