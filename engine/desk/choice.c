#include "desk/choice.h"

#include "base/text.h"
#include "exercise/slot.h"

#include <stdlib.h>
#include <string.h>

enum { SPLIT_MAX = 20 };
static const char *const confidences[] = {"low", "medium", "high"}; /* enum event_confidence */
static const char *const sure[] = {"not sure", NULL, "sure"};

static const struct story_decision *decision_at(const struct session *s, int decision)
{
	return &s->world->story->decisions[decision];
}

static bool is_number(const char *word)
{
	return *word && strspn(word, "0123456789") == strlen(word);
}

static bool is_open(const struct session *s, int decision)
{
	return state_get(&s->state, STATE_DECISION, decision, STATE_DECISION_STATUS) == STATE_OPEN;
}

/* Which of its options has the id, if there is a decision at all. */
static int option_called(const struct session *s, int decision, const char *id)
{
	return decision == NAMES_NONE ? NAMES_NONE : story_option(decision_at(s, decision), id);
}

/* The option shown as that number. */
static int option_shown(const struct session *s, int decision, long shown)
{
	int32_t order = state_get(&s->state, STATE_DECISION, decision, STATE_DECISION_SHUFFLE);
	int options = (int)decision_at(s, decision)->options.n;
	int option = shown >= 1 && shown <= options ? slot_ordered(order, (int)shown) : NAMES_NONE;
	return option >= 0 && option < options ? option : NAMES_NONE;
}

static int number_of(const struct session *s, int decision, int option)
{
	int shown = 1;
	while (shown <= STORY_OPTIONS_MAX && option_shown(s, decision, shown) != option)
		shown++;
	return shown;
}

const char *choice_shown(const struct session *s, int decision, int shown)
{
	int option = option_shown(s, decision, shown);
	return option == NAMES_NONE ? NULL : story_option_at(decision_at(s, decision), option)->id;
}

bool choice_is(const struct line *line)
{
	const char *first = words_at(&line->words, 0);
	int current = view_current(&line->session->state);
	if (line->words.n == 0 || line->words.v[0].quoted)
		return false;
	return is_number(first) || option_called(line->session, current, first) != NAMES_NONE ||
	       names_find(&line->session->world->names, NAMES_DECISION, first) != NAMES_NONE;
}

/* The option a word means, by number or id; false after refusing. */
static bool option_of(struct line *line, int decision, const char *word, int *option)
{
	const struct session *s = line->session;
	*option =
	    is_number(word) ? option_shown(s, decision, strtol(word, NULL, 10)) : option_called(s, decision, word);
	if (*option != NAMES_NONE)
		return true;
	size_t n = decision_at(s, decision)->options.n;
	return line_refuse(line,
	                   "\"%.60s\" is none of the choices: 1 to %d, or 0 and your own words for something else.",
	                   word, (int)n);
}

static bool is_split(const char *word)
{
	const char *dash = strchr(word, '-');
	size_t len = strlen(word);
	return dash && dash != word && word[len - 1] != '-' && len <= SPLIT_MAX && !strstr(word, "--") &&
	       strspn(word, "0123456789-") == len;
}

static int confidence_of(const struct line *line, size_t i)
{
	for (int c = 0; c < (int)(sizeof confidences / sizeof *confidences); c++)
		if (words_is(&line->words, i, confidences[c]))
			return c;
	return NAMES_NONE;
}

/* The room's split and how sure it is, each at most once, in either order; returns the word after them. */
static size_t read_votes(struct line *line, size_t at)
{
	bool rated = false;
	line->act.value = EVENT_MEDIUM;
	for (;; at++) {
		int confidence = rated ? NAMES_NONE : confidence_of(line, at);
		if (confidence != NAMES_NONE) {
			line->act.value = confidence;
			rated = true;
		} else if (!line->act.text && is_split(words_at(&line->words, at))) {
			line->act.text = words_at(&line->words, at);
		} else {
			return at;
		}
	}
}

static const char *reason_from(const struct line *line, size_t at)
{
	at += words_is(&line->words, at, "because");
	return words_between(&line->words, line->arena, at, line->words.n);
}

/* "we call the bank first", perhaps "= 2 because they ring back". */
static bool read_own(struct line *line, int decision, size_t at)
{
	struct words *words = &line->words;
	size_t equals = words_find(words, at, "=");
	line->act.other = NAMES_NONE;
	line->act.who = words_between(words, line->arena, at, equals);
	if (!line->act.who)
		return line_refuse(
		    line, "In your own words: 0 we call the bank first = 2. Leave out = 2 when none comes near.");
	if (equals == words->n)
		return true;
	if (!option_of(line, decision, words_at(words, equals + 1), &line->act.other))
		return false;
	line->act.why = reason_from(line, equals + 2);
	return true;
}

static void add_option(struct text *out, const struct line *line, int decision)
{
	const struct session *s = line->session;
	text_addf(out, "%d: ", number_of(s, decision, line->act.other));
	world_expand(s->world, story_option_at(decision_at(s, decision), line->act.other)->words, out);
}

/* "2: Suspend it, then copy the logs (room 4-1, sure)." */
static const char *read_back(const struct line *line, int decision)
{
	const struct act *act = &line->act;
	struct text out = {0};
	if (act->who)
		text_addf(&out, "\"%s\", %s", act->who,
		          act->other == NAMES_NONE ? "like none of the choices" : "most like ");
	if (act->other != NAMES_NONE)
		add_option(&out, line, decision);
	while (out.len && out.data[out.len - 1] == '.')
		out.data[--out.len] = '\0';
	bool asks = out.len && strchr("?!", out.data[out.len - 1]);
	if (act->text || sure[act->value])
		text_addf(&out, " (%s%s%s%s).", act->text ? "room " : "", act->text ? act->text : "",
		          act->text && sure[act->value] ? ", " : "", sure[act->value] ? sure[act->value] : "");
	else if (!asks)
		text_add(&out, ".");
	const char *s = words_clean(line->arena, out.data);
	text_free(&out);
	return s;
}

/* Which question, and at which word the answer begins; NAMES_NONE after refusing. */
static int question_of(struct line *line, size_t *at)
{
	const struct session *s = line->session;
	const char *first = words_at(&line->words, 0);
	int current = view_current(&s->state);
	int named = is_number(first) || option_called(s, current, first) != NAMES_NONE
	                ? NAMES_NONE
	                : names_find(&s->world->names, NAMES_DECISION, first);
	*at = named != NAMES_NONE;
	if (named == NAMES_NONE && line->question != current && is_number(first)) {
		line->again = current != NAMES_NONE;
		line_refuse(line, current == NAMES_NONE
		                      ? "That question is closed; nothing was chosen."
		                      : "The question has changed while you typed; nothing was chosen.");
		return NAMES_NONE;
	}
	if (named == NAMES_NONE && current == NAMES_NONE)
		line_refuse(line,
		            strlen(first) <= 2 && *first != '0' ? "No question is open; to start a step of the "
		                                                  "checklist: do %s."
		                                                : "No question is open.",
		            first);
	else if (named != NAMES_NONE && !is_open(s, named))
		line_refuse(line, "%s is not open.", first);
	else if (named != NAMES_NONE && line->words.n == 1)
		line_refuse(line, "Which of its choices? By number or id: %s 2.", first);
	else
		return named == NAMES_NONE ? current : named;
	return NAMES_NONE;
}

bool choice_read(struct line *line)
{
	struct act *act = &line->act;
	size_t at;
	int decision = question_of(line, &at);
	if (decision == NAMES_NONE)
		return false;
	const char *word = words_at(&line->words, at);
	bool own = is_number(word) && strtol(word, NULL, 10) == 0;
	if (!own && !option_of(line, decision, word, &act->other))
		return false;
	at = read_votes(line, at + 1);
	if (own && !read_own(line, decision, at))
		return false;
	if (!own)
		act->why = reason_from(line, at);
	act->kind = ACT_CHOOSE;
	act->refs[0] = decision;
	act->nrefs = 1;
	line->read_back = read_back(line, decision);
	return true;
}
