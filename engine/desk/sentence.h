/* sentence: what happened, one event at a time, in plain words.
 * Owns nothing; promises one short sentence an event, a phrase of the language, with names and texts as they came (not
 * yet cleaned). Never says what an event was worth to whom: that is for the report. */
#ifndef DESK_SENTENCE_H
#define DESK_SENTENCE_H

#include "content/phrase.h"
#include "exercise/event.h"

/* Appends the sentence, without a newline; false, and nothing appended, for what no reader needs (a variable set). */
bool sentence_event(const struct world *world, const struct phrases *phrases, const struct event *event,
                    struct text *out);

/* The question a decision ends on: the last sentence of its `ask`. */
void sentence_question(const struct world *world, int decision, struct text *out);

/* The words of an option. */
void sentence_option(const struct world *world, int decision, int option, struct text *out);

/* An action in its public wording ("We switched off the account concerned."), in the world's language; else its
 * description. */
const char *sentence_action(const struct world *world, int action);

/* How long a deadline runs: "72h", "3 days". */
void sentence_within(const struct world *world, const struct phrases *phrases, int deadline, struct text *out);

/* Whom a deadline is owed to: "PIPC", "customers (PIPC)", "Pasar+ marketplace". */
void sentence_party(const struct world *world, const struct phrases *phrases, int deadline, struct text *out);

/* Why something was scored: the engine's own reasons (score_reasons) in the language, others as they were given. */
void sentence_reason(const struct phrases *phrases, const char *why, struct text *out);

/* A fact's value: `words` where it was said in words, else `value`: "9,870 people", "not involved", "T+1:30". */
void sentence_fact(const struct world *world, const struct phrases *phrases, int fact, int32_t value, const char *words,
                   struct text *out);

/* Contents that a law asks for (regime_codes), by name: "how many people, what may come of it". */
void sentence_contents(const struct phrases *phrases, const struct shape_texts *codes, struct text *out);

#endif
