#include "desk/assay.h"

#include "base/span.h"
#include "base/tree.h"
#include "content/matter.h"
#include "desk/label.h"
#include "desk/sentence.h"
#include "desk/wording.h"
#include "exercise/score.h"

#include <string.h>

enum { NAMED = 3 }; /* values in one sentence */

struct assay {
	const struct session *session;
	const struct world *world;
	const struct phrases *phrases;
	const struct issue *issue;
	const struct matter *matter;
};

static struct assay assay_of(const struct session *session, const struct phrases *phrases, const struct issue *issue)
{
	return (struct assay){session, session->world, phrases, issue, NULL};
}

bool assay_tells(const struct session *session)
{
	return session_ended(session) && wording_drill(session);
}

static bool is_false(const struct assay *a, const struct statement_value *value)
{
	return assay_tells(a->session) && issue_truth(a->session, a->issue, value) == TRUTH_FALSE;
}

/* What is so --------------------------------------------------------------------------------------------------------*/

static void say_fact(const struct assay *a, int fact, struct text *out)
{
	sentence_fact(a->world, a->phrases, fact, a->world->story->facts[fact].truth, NULL, out);
}

static void say_label(const struct assay *a, int fact, struct text *out)
{
	if (a->world->story->facts[fact].label)
		world_expand(a->world, a->world->story->facts[fact].label, out);
}

/* The nearest figure, where a number stands for no fact; that a deed was not done. */
static void say_nearest(const struct assay *a, const struct statement_value *value, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text text = {0};
	int fact = value->action == NAMES_NONE ? truth_nearest(a->world, value) : NAMES_NONE;
	if (fact != NAMES_NONE) {
		say_fact(a, fact, &text);
		tree_taken(data, "value", &text);
		say_label(a, fact, &text);
		tree_taken(data, "label", &text);
	}
	phrase_say(a->phrases, fact == NAMES_NONE ? "report.said.not_done" : "report.said.nearest", data, out);
	jsn_free(data);
	text_free(&text);
}

/* Nothing for a moment that the story does not tell. */
static void say_truth(const struct assay *a, const struct statement_value *value, struct text *out)
{
	char stamp[SPAN_BUFFER];
	if (value->fact != NAMES_NONE)
		say_fact(a, value->fact, out);
	else if (value->moment == NAMES_NONE)
		say_nearest(a, value, out);
	else if (a->world->story->truth[value->moment] != SHAPE_UNSET)
		text_add(out, span_stamp(a->world->story->truth[value->moment], stamp));
}

/* Several in one sentence ------------------------------------------------------------------------------------------*/

static void put_label(const struct assay *a, struct jsn *row, const struct statement_value *value)
{
	struct text label = {0};
	if (value->moment != NAMES_NONE) {
		label_put(a->phrases, row, "label", "event.moments", shape_moments[value->moment]);
		return;
	}
	if (value->fact != NAMES_NONE)
		say_label(a, value->fact, &label);
	tree_text(row, "label", label.len ? label.data : NULL);
	text_free(&label);
}

/* A deed ends its own sentence. */
static void put_words(struct jsn *data, const char *words)
{
	struct text text = {0};
	size_t len = strlen(words);
	text_add_bytes(&text, words, len && words[len - 1] == '.' ? len - 1 : len);
	tree_taken(data, "text", &text);
	text_free(&text);
}

static void say_one(const struct assay *a, const struct statement_value *value, const char *key, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	struct text truth = {0};
	say_truth(a, value, &truth);
	put_words(data, value->text);
	put_label(a, data, value);
	tree_text(data, "truth", truth.len ? truth.data : NULL);
	phrase_say(a->phrases, key, data, out);
	jsn_free(data);
	text_free(&truth);
}

static void say_more(const struct assay *a, size_t n, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", (int64_t)n);
	phrase_say(a->phrases, "report.said.more", data, out);
	jsn_free(data);
}

static void say_all(const struct assay *a, bool (*is)(const struct assay *, const struct statement_value *),
                    const char *key, struct text *out)
{
	size_t n = 0;
	for (size_t i = 0; i < a->issue->nvalues; i++) {
		if (!is(a, a->issue->values[i]) || n++ >= NAMED)
			continue;
		if (n > 1)
			phrase_say(a->phrases, "report.said.between", NULL, out);
		say_one(a, a->issue->values[i], key, out);
	}
	if (n > NAMED)
		say_more(a, n - NAMED, out);
}

void assay_falsehoods(const struct session *session, const struct phrases *phrases, const struct issue *issue,
                      struct text *out)
{
	struct assay a = assay_of(session, phrases, issue);
	say_all(&a, is_false, "report.said.falsehood", out);
}

static bool is_unproved(const struct assay *a, const struct statement_value *value)
{
	enum truth truth = assay_tells(a->session) ? issue_truth(a->session, a->issue, value) : TRUTH_BACKED;
	return truth == TRUTH_SO || truth == TRUTH_OPEN;
}

void assay_unproved(const struct session *session, const struct phrases *phrases, const struct issue *issue,
                    struct text *out)
{
	struct assay a = assay_of(session, phrases, issue);
	say_all(&a, is_unproved, "report.said.unproved", out);
}

void assay_reason(const struct session *session, const struct phrases *phrases, const struct ledger_entry *critical,
                  struct text *out)
{
	struct arena *arena = arena_new();
	struct text said = {0};
	struct issue issue;
	bool engines = critical->why && strcmp(critical->why, score_reasons[SCORE_SAID_FALSE]) == 0;
	if (engines && issue_of_turn(session, critical->turn, arena, &issue))
		assay_falsehoods(session, phrases, &issue, &said);
	if (said.len) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		tree_taken(data, "values", &said);
		phrase_say(phrases, "report.said.false_why", data, out);
		jsn_free(data);
	} else if (critical->why) {
		sentence_reason(phrases, critical->why, out);
	}
	text_free(&said);
	arena_free(arena);
}

/* A row each --------------------------------------------------------------------------------------------------------*/

static const struct ledger_entry *proof_of(const struct assay *a, const struct statement_value *value)
{
	int32_t ref = value->moment == NAMES_NONE ? value->fact : value->moment;
	for (size_t i = 0; ref != NAMES_NONE && i < ledger_count(a->session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(a->session->ledger, i);
		bool proves = value->moment == NAMES_NONE
		                  ? entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION
		                  : entry->kind == LEDGER_MOMENT;
		if (proves && entry->ref == ref && entry->turn == value->turn)
			return entry;
	}
	return NULL;
}

/* What the story itself proves it gives by id; the matter has it in words. */
static const char *source_of(const struct assay *a, const struct ledger_entry *proof)
{
	if (proof->kind == LEDGER_MOMENT)
		return proof->why;
	const struct matter_fact *fact = &a->matter->facts[proof->ref];
	bool newest = fact->standing == MATTER_VERIFIED && fact->proof.turn == proof->turn;
	return newest ? fact->proof.source : proof->who ? proof->why : NULL;
}

static void put_proof(const struct assay *a, struct jsn *row, const struct statement_value *value)
{
	const struct ledger_entry *proof = proof_of(a, value);
	if (value->turn == 0) {
		tree_null(row, "proof");
		return;
	}
	struct jsn *data = tree_object(row, "proof");
	tree_number(data, "turn", value->turn);
	tree_text(data, "who", proof ? proof->who : NULL);
	tree_text(data, "source", proof ? source_of(a, proof) : NULL);
	tree_text(data, "over", proof ? proof->over : NULL);
}

static void put_value(const struct assay *a, struct jsn *list, const struct statement_value *value)
{
	struct jsn *row = tree_row(list);
	struct text truth = {0};
	bool wrong = is_false(a, value);
	bool stands = truth_stands(a->world, a->session->ledger, a->issue->place, value);
	if (wrong)
		say_truth(a, value, &truth);
	tree_text(row, "text", value->text);
	put_label(a, row, value);
	tree_text(row, "state", wrong ? "false" : stands ? "proved" : "unproved");
	put_proof(a, row, value);
	tree_text(row, "truth", truth.len ? truth.data : NULL);
	text_free(&truth);
}

void assay_put_values(const struct session *session, const struct phrases *phrases, const struct matter *matter,
                      const struct issue *issue, struct jsn *row)
{
	struct assay a = assay_of(session, phrases, issue);
	struct jsn *list = tree_list(row, "values");
	a.matter = matter;
	for (size_t i = 0; i < issue->nvalues; i++)
		put_value(&a, list, issue->values[i]);
}
