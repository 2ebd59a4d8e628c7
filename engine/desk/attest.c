#include "desk/attest.h"

#include "base/zone.h"
#include "exercise/saying.h"

#include <stdio.h>
#include <string.h>

void attest_open(struct attest *attest, const struct matter *matter, const char *lang, const struct phrases *phrases)
{
	*attest = (struct attest){.matter = matter, .phrases = phrases, .lang = lang};
	naming_open(&attest->naming, matter->world, phrases);
}

void attest_close(struct attest *attest)
{
	naming_close(&attest->naming);
}

/* Values --------------------------------------------------------------------------------------------------------- */

static void add_instant(const struct attest *attest, int64_t at, struct text *out)
{
	const char *zone = attest->matter->zone;
	bool near = zone_civil(zone, at).year == zone_civil(zone, attest->matter->now).year;
	phrase_time(attest->phrases, near ? "time.near" : "time.date", zone, at, out);
}

void attest_instant(const struct attest *attest, struct jsn *row, const char *key, int64_t at)
{
	struct text date = {0};
	if (at != MATTER_NEVER)
		add_instant(attest, at, &date);
	tree_text(row, key, date.data);
	text_free(&date);
}

/* With the unit as the language counts it; one that it has no words for stands as the fact has it. */
static void add_count(const struct attest *attest, const char *unit, int64_t n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	char key[64];
	snprintf(key, sizeof key, "brief.unit.%.40s", unit ? unit : "");
	phrase_count(data, "n", n);
	naming_put_count((int32_t)n, data, "n");
	naming_put_told(&attest->naming, unit, data, "unit");
	phrase_say(attest->phrases, unit && phrase_has(attest->phrases, key) ? key : "brief.count", data, out);
	jsn_free(data);
}

static void add_value(const struct attest *attest, const struct matter_fact *fact, const struct matter_value *value,
                      struct text *out)
{
	static const char *const data[] = {"event.fact.unknown", "event.fact.involved", "event.fact.not_involved",
	                                   "event.fact.not_held"};
	const char *words = fact->kind == STORY_TEXT ? yml_in(value->words, attest->lang) : NULL;
	bool known = value->number >= STORY_INVOLVED && value->number <= STORY_NOT_HELD;
	if (fact->kind == STORY_COUNT)
		add_count(attest, fact->unit, value->number, out);
	else if (fact->kind == STORY_DATA)
		phrase_say(attest->phrases, data[known ? value->number : 0], NULL, out);
	else if (fact->kind == STORY_TIME)
		add_instant(attest, value->number, out);
	else
		text_add_clean(out, words ? words : "");
}

void attest_value(const struct attest *attest, struct jsn *row, const char *key, const struct matter_fact *fact,
                  const struct matter_value *value)
{
	struct text text = {0};
	add_value(attest, fact, value, &text);
	saying_part(row, key, text.len ? text.data : "");
	text_free(&text);
}

bool attest_same(const struct attest *attest, const struct matter_fact *fact, const struct matter_value *one,
                 const struct matter_value *other)
{
	struct text a = {0}, b = {0};
	add_value(attest, fact, one, &a);
	add_value(attest, fact, other, &b);
	bool same = strcmp(a.len ? a.data : "", b.len ? b.data : "") == 0;
	text_free(&a);
	text_free(&b);
	return same;
}

void attest_label(const struct attest *attest, struct jsn *row, const char *key, const struct matter_fact *fact)
{
	const char *label = fact->label ? yml_in(fact->label, attest->lang) : NULL;
	naming_put_told(&attest->naming, label ? label : fact->id, row, key);
}

/* Proofs --------------------------------------------------------------------------------------------------------- */

/* Which record it is that proves a thing: a line of a journal, or of a facts file. */
static void put_record(struct jsn *data, const struct matter_proof *proof)
{
	bool journal = proof->turn > 0, file = !journal && proof->place.line > 0;
	jsn_put(data, "turn", journal ? jsn_make(JSN_INT, proof->turn) : jsn_make(JSN_NULL, 0));
	jsn_put(data, "line", file ? jsn_make(JSN_INT, proof->place.line) : jsn_make(JSN_NULL, 0));
}

/* A facts file may say what was searched in each language; a record has it as it was typed. */
static void put_told(const struct attest *attest, const struct matter_proof *proof, const char *given,
                     const char *typed, struct jsn *data, const char *key)
{
	const struct yml *words = proof->words ? yml_get(proof->words, given) : NULL;
	naming_put_told(&attest->naming, words ? yml_in(words, attest->lang) : typed, data, key);
	saying_part(data, key, jsn_text(jsn_get(data, key)));
}

struct jsn *attest_proof(const struct attest *attest, const struct matter_proof *proof)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put(&attest->naming, "role", proof->who, data, "who");
	saying_part(data, "who", jsn_text(jsn_get(data, "who")));
	put_told(attest, proof, "against", proof->source, data, "source");
	put_told(attest, proof, "over", proof->over, data, "over");
	attest_instant(attest, data, "at", proof->at);
	put_record(data, proof);
	return data;
}
