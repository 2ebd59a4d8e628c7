#include "desk/boast.h"

#include "base/numeral.h"
#include "base/numeral_part.h"
#include "desk/addressee.h"
#include "desk/dated.h"
#include "desk/deedword.h"
#include "desk/kinds.h"
#include "desk/likeness.h"
#include "desk/searched.h"

#include <string.h>
#include <strings.h>

enum { LONGEST_CLAUSE = 400, NEAR = 16, NEAR_WIDE = 30, OWN_WORDS = 90, SYLLABLE = 3 };

struct wording { /* a sentence of an action's public wording */
	int action;
	struct likeness_words words;
};

struct boasts {
	struct sheet *sheet;
	const struct overclaim_language *language;
	struct deedword deeds;
	struct wording *wordings;
	size_t nwordings;
	struct likeness likeness;
	int *like;    /* room: of each wording, how like the last clause was */
	bool *logged; /* of each action */
};

/* ---- what was done, as notices say it ---- */

static const char *public_of(const struct vocabulary_action *action, const char *lang)
{
	for (size_t i = 0; i < action->public.n; i++)
		if (strcmp(action->public.v[i].key, lang) == 0)
			return action->public.v[i].text;
	return NULL;
}

/* Where its first sentence ends. */
static size_t sentence_length(const char *s)
{
	const char *stop = strstr(s, ". "), *wide = strstr(s, "。");
	if (wide && (!stop || wide < stop))
		return (size_t)(wide - s) + 3;
	return stop ? (size_t)(stop - s) + 1 : strlen(s);
}

/* Behind "We have", so that the verb comes first. */
static size_t skip_subject(const char *s, size_t len, const struct overclaim_language *language)
{
	size_t most = 0;
	for (size_t i = 0; i < language->deeds.n; i++) {
		size_t n = strlen(language->deeds.v[i]);
		if (n > most && n < len && strncasecmp(s, language->deeds.v[i], n) == 0)
			most = n;
	}
	return most;
}

static void add_wordings(struct boasts *b, int action, const char *text)
{
	while (text && *text) {
		size_t len = sentence_length(text), skip = skip_subject(text, len, b->language);
		struct wording *wording = arena_push(b->sheet->arena, &b->wordings, &b->nwordings, sizeof *b->wordings);
		wording->action = action;
		wording->words = likeness_words(text + skip, len - skip, b->sheet->lang, b->sheet->arena);
		text += len;
		while (*text == ' ')
			text++;
	}
}

/* As an action, or as what it does: a moment that was logged, a filing, a publication. */
static bool is_logged(const struct matter *matter, int action)
{
	const struct vocabulary_action *a = vocabulary_action(matter->world->vocabulary, action);
	bool named;
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == action)
			return true;
	for (size_t i = 0; i < matter->nclocks; i++)
		if (matter->clocks[i].notified != MATTER_NEVER &&
		    world_files(matter->world, action, matter->clocks[i].deadline, &named))
			return true;
	for (size_t i = 0; a->notice && i < matter->nwords; i++)
		if (!matter->words[i].needless && strcmp(matter->words[i].notice, a->notice) == 0)
			return true;
	return a->moment != SHAPE_UNSET && matter->moments[a->moment] != MATTER_NEVER;
}

/* In other words than those that its notices use. */
static void add_others(struct boasts *b, int action, const char *id)
{
	const struct overclaim_kind *known = b->language->actions.v;
	for (size_t i = 0; i < b->language->actions.n; i++)
		for (size_t k = 0; strcmp(known[i].entry.id, id) == 0 && k < known[i].names.n; k++)
			add_wordings(b, action, known[i].names.v[k]);
}

static void prepare(struct boasts *b)
{
	const struct vocabulary *vocabulary = b->sheet->matter->world->vocabulary;
	b->likeness.arena = b->sheet->arena;
	b->logged = arena_alloc(b->sheet->arena, vocabulary->actions.n + 1);
	for (int i = 0; vocabulary_action(vocabulary, i); i++) {
		add_wordings(b, i, public_of(vocabulary_action(vocabulary, i), b->sheet->lang));
		add_others(b, i, vocabulary_action(vocabulary, i)->entry.id);
	}
	for (size_t i = 0; i < b->nwordings; i++)
		likeness_add(&b->likeness, &b->wordings[i].words);
	likeness_finish(&b->likeness);
	b->like = arena_alloc(b->sheet->arena, (b->nwordings + 1) * sizeof *b->like);
	for (int i = 0; vocabulary_action(vocabulary, i); i++)
		b->logged[i] = is_logged(b->sheet->matter, i);
}

/* ---- where a deed is claimed ---- */

static bool has_any(const struct boasts *b, size_t from, size_t to, const struct shape_texts *words)
{
	size_t at, end;
	return kinds_says(b->sheet, from, to, words, &at, &end);
}

/* ---- judging one ---- */

struct match {
	int action, like;
	const struct likeness_words *words; /* the wording's */
};

/* The wordings most like the last clause: of what was logged, and of what was not. */
static void find_best(const struct boasts *b, struct match *yes, struct match *no)
{
	*yes = *no = (struct match){NAMES_NONE, -1, NULL};
	for (size_t i = 0; i < b->nwordings; i++) {
		if (b->like[i] <= yes->like && b->like[i] <= no->like)
			continue;
		struct match *found = b->logged[b->wordings[i].action] ? yes : no;
		if (b->like[i] > found->like)
			*found = (struct match){b->wordings[i].action, b->like[i], &b->wordings[i].words};
	}
}

static const struct matter_deed *deed_of(const struct boasts *b, int action)
{
	const struct matter *matter = b->sheet->matter;
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == action)
			return &matter->deeds[i];
	return NULL;
}

/* The action that it sounds like and that nobody logged; NAMES_NONE. One that was logged goes first, unless the words
 * are those of the other. */
static int sounds_like(const struct match *yes, const struct match *no)
{
	bool other = no->like >= LIKENESS_SAME || yes->like < LIKENESS_SOUNDS;
	return other && no->like >= LIKENESS_SOUNDS && no->like > yes->like ? no->action : NAMES_NONE;
}

static void tell(const struct boasts *b, size_t from, const char *quote, const struct match *yes,
                 const struct match *no)
{
	struct sheet *s = b->sheet;
	struct diag_place place = prose_place(s->prose, from);
	const struct names *names = &s->matter->world->names;
	if (sounds_like(yes, no) != NAMES_NONE)
		diag_error(s->diags, place, "no logged action says \"%s\": it sounds like %s, which is not logged",
		           quote, names_id(names, NAMES_ACTION, no->action));
	else if (yes->like >= LIKENESS_SOUNDS)
		diag_error(s->diags, place, "no logged action says \"%s\": the nearest is %s, in the words \"%s\"",
		           quote, names_id(names, NAMES_ACTION, yes->action),
		           public_of(vocabulary_action(s->matter->world->vocabulary, yes->action), s->lang));
	else
		diag_error(s->diags, place, "no logged action says \"%s\"", quote);
	diag_hint(s->diags, s->matter->recorded
	                        ? "log it once it is done, or verify a text fact in these words"
	                        : "log it under actions: once it is done, or verify a text fact in these "
	                          "words");
}

static struct likeness_words words_of(const struct boasts *b, size_t from, size_t to)
{
	size_t cut = to > from + LONGEST_CLAUSE ? from + LONGEST_CLAUSE : to;
	return likeness_words(b->sheet->prose->text + from, cut - from, b->sheet->lang, b->sheet->arena);
}

/* Whether a logged action says it, better than any that was not logged. */
static bool is_backed(const struct boasts *b, struct likeness_words *words, struct match *yes, struct match *no)
{
	likeness_weigh(&b->likeness, words);
	likeness_each(&b->likeness, words, b->like);
	find_best(b, yes, no);
	return yes->like >= LIKENESS_SAME && yes->like >= no->like;
}

/* The wording's own numbers claim nothing. */
static void mark_own_numbers(const struct boasts *b, size_t from, size_t to, int action)
{
	struct sheet *s = b->sheet;
	const char *own = public_of(vocabulary_action(s->matter->world->vocabulary, action), s->lang);
	struct numeral said, number;
	for (size_t at = from; numeral_next(s->prose->text, to, at, &said); at = said.to)
		for (size_t i = 0; own && numeral_next(own, strlen(own), i, &number); i = number.to)
			if (number.milli == said.milli && number.kind == said.kind)
				sheet_mark(s, said.from, said.to, SHEET_KNOWN);
}

static void mark_done(const struct boasts *b, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		b->sheet->marks[i] = b->sheet->marks[i] ? b->sheet->marks[i] : SHEET_DONE;
}

/* Whether the day told with it is one on which it was logged, or its notice published. */
static void check_day(const struct boasts *b, size_t from, size_t to, int action)
{
	const struct matter *m = b->sheet->matter;
	int64_t *at = arena_alloc(b->sheet->arena, (m->ndeeds + m->nwords + 1) * sizeof *at);
	const char *notice = vocabulary_action(m->world->vocabulary, action)->notice;
	size_t n = 0;
	for (size_t i = 0; i < m->ndeeds; i++)
		if (m->deeds[i].action == action)
			at[n++] = m->deeds[i].at;
	for (size_t i = 0; notice && i < m->nwords; i++)
		if (strcmp(m->words[i].notice, notice) == 0)
			at[n++] = m->words[i].at;
	dated_check(b->sheet, from, to, at, n, names_id(&m->world->names, NAMES_ACTION, action));
}

/* `action`: what it says or sounds like; `backed`: that it is logged. What was logged as something else than an action,
 * a filing for one, is no value. */
static void add_value(const struct boasts *b, size_t from, size_t to, int action, bool backed)
{
	struct statement_value value = {NAMES_NONE, action, NAMES_NONE, SHAPE_UNSET, 0, sheet_quote(b->sheet, from, to),
	                                NULL};
	const struct matter_deed *done = backed ? deed_of(b, action) : NULL;
	value.turn = done ? done->proof.turn : 0;
	if (done || !backed)
		sheet_add(b->sheet, &value);
}

static void accept(const struct boasts *b, size_t from, size_t to, int action)
{
	add_value(b, from, to, action, true);
	if (action == NAMES_NONE)
		return;
	mark_own_numbers(b, from, to, action);
	check_day(b, from, to, action);
	mark_done(b, from, to);
}

/* ---- whom we told ---- */

static void tell_missing(const struct boasts *b, size_t from, const char *quote, const struct addressee_told *told)
{
	struct sheet *s = b->sheet;
	struct diag_place place = prose_place(s->prose, from);
	if (told->missing == ADDRESSEE_NO_ACTION)
		diag_error(s->diags, place, "no logged action says \"%s\": %s is not logged", quote, told->whom);
	else if (told->missing == ADDRESSEE_NO_NOTICE)
		diag_error(s->diags, place, "\"%s\": no notice to %s is on record", quote, told->whom);
	else
		diag_error(s->diags, place, "\"%s\": no filing%s%s is on record", quote, told->whom ? " under " : "",
		           told->whom ? told->whom : "");
}

/* Where the verb of a clause may stand, which is told between two bytes. */
struct verb {
	size_t from, to;
};

static struct verb verb_at(const struct boasts *b, size_t from, size_t verb, size_t to)
{
	if (b->deeds.korean)
		return (struct verb){to > from + NEAR_WIDE ? to - NEAR_WIDE : from, to};
	if (b->deeds.chinese)
		return (struct verb){from, to};
	return (struct verb){verb, verb + NEAR < to ? verb + NEAR : to};
}

/* A telling, by whoever was told; false when it is none, or sounds like another action that was not logged. */
static bool judge_telling(const struct boasts *b, size_t from, size_t to, struct verb verb, const struct match *yes,
                          const struct match *no)
{
	const struct addressees addressees = {b->sheet, b->language, b->logged};
	struct addressee_told told;
	size_t cut = to > from + LONGEST_CLAUSE ? from + LONGEST_CLAUSE : to;
	if (!addressee_read(&addressees, from, cut, verb.from, verb.to, &told))
		return false;
	if (told.missing) {
		tell_missing(b, from, sheet_quote(b->sheet, from, to), &told);
		add_value(b, from, to, told.action, false);
		return true;
	}
	bool other = no->like >= LIKENESS_SAME && no->like > yes->like && !addressee_tells(&addressees, no->action);
	if (!other && told.action == NAMES_NONE)
		dated_check(b->sheet, from, to, told.at, told.nat, told.what);
	if (!other)
		accept(b, from, to, told.action);
	return !other;
}

/* ---- where we looked ---- */

/* "Searched the sign-in log": what stands behind the verb, or in Korean in front of it, is what was searched. */
static bool is_search(const struct boasts *b, size_t from, size_t to, struct verb verb)
{
	size_t at, end, cut = to > from + LONGEST_CLAUSE ? from + LONGEST_CLAUSE : to;
	if (!kinds_says(b->sheet, verb.from, verb.to, &b->language->looks, &at, &end))
		return false;
	return b->deeds.korean ? searched_says(b->sheet, from, at) : end < cut && searched_says(b->sheet, end, cut);
}

/* ---- any deed ---- */

/* A logged action's wording may name an authority that nothing was filed with. */
static bool in_own_words(const struct boasts *b, const struct match *yes)
{
	const struct vocabulary *vocabulary = b->sheet->matter->world->vocabulary;
	return yes->like >= OWN_WORDS && vocabulary_action(vocabulary, yes->action)->files == SHAPE_UNSET;
}

/* One deed: told between two bytes, in these words. `whole`: the logged action that the whole sentence says, or NULL:
 * its wording may be of several deeds. */
static void judge(const struct boasts *b, size_t from, size_t to, struct verb verb, struct likeness_words *words,
                  const struct match *whole)
{
	struct match yes, no;
	bool backed = is_backed(b, words, &yes, &no);
	if (!in_own_words(b, &yes) && judge_telling(b, from, to, verb, &yes, &no))
		return;
	if (!backed && whole && likeness_part(words, whole->words) >= LIKENESS_SAME) {
		backed = true;
		yes = *whole;
	}
	if (backed || is_search(b, from, to, verb)) {
		accept(b, from, to, backed ? yes.action : NAMES_NONE);
		return;
	}
	tell(b, from, sheet_quote(b->sheet, from, to), &yes, &no);
	add_value(b, from, to, sounds_like(&yes, &no), false);
}

static void judge_part(const struct boasts *b, size_t from, size_t said, size_t to, const struct match *whole)
{
	struct likeness_words words = words_of(b, said, to);
	judge(b, from, to, verb_at(b, from, said, to), &words, whole);
}

/* The deed that shares the subject of the one before it, which ended at `at`; `to` when none follows. */
static size_t next_clause(const struct boasts *b, size_t at, size_t to)
{
	static const char *const signs[] = {" ", ",", ";", "，", "；", "、"}, *const joints[] = {"and ", "then ", "并"};
	const char *text = b->sheet->prose->text;
	bool moved = true;
	while (moved && at < to) {
		moved = false;
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
			if (numeral_part_starts(text, to, at, signs[i])) {
				at += strlen(signs[i]);
				moved = true;
			}
		for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
			if (numeral_part_starts(text, to, at, joints[i])) {
				at += strlen(joints[i]);
				moved = true;
			}
	}
	return at;
}

/* A Chinese clause without a sign of the past goes with the deed: a purpose, a manner. */
static bool is_deed(const struct boasts *b, size_t from, size_t to)
{
	return !b->deeds.chinese || has_any(b, from, to, &b->language->past);
}

/* Deed by deed. */
static void check_deeds(const struct boasts *b, size_t deed, size_t verb, size_t to)
{
	struct match yes, no;
	struct likeness_words words = words_of(b, verb, to);
	const struct match *whole = is_backed(b, &words, &yes, &no) ? &yes : NULL;
	size_t end = deedword_clause_end(&b->deeds, verb, to);
	judge_part(b, deed, verb, end, whole);
	for (size_t at = next_clause(b, end, to); at < to; at = next_clause(b, end, to)) {
		end = deedword_clause_end(&b->deeds, at, to);
		if (is_deed(b, at, end))
			judge_part(b, at, at, end, whole);
	}
}

/* One claim of deeds, up to the next one that names its subject. */
static void check_claim(const struct boasts *b, size_t deed, size_t verb, size_t to)
{
	size_t near = verb + (b->deeds.chinese ? NEAR_WIDE : NEAR);
	near = near < to ? near : to;
	if (b->sheet->marks[deed] == SHEET_FREE && !has_any(b, deed, near, &b->language->undone))
		check_deeds(b, deed, verb, to);
}

/* Whether a verb that ends a clause is none of a deed: 발생했, 것을 확인했. */
static bool is_undone(const struct boasts *b, size_t from, size_t deed)
{
	size_t at = deed > from + NEAR_WIDE ? deed - NEAR_WIDE : from, end, behind = deed + SYLLABLE;
	for (; kinds_says(b->sheet, at, behind, &b->language->undone, &at, &end); at++)
		if (end + 2 * SYLLABLE > deed)
			return true;
	return false;
}

/* In Korean the verb ends the clause: all before it is the deed. */
static void check_korean(const struct boasts *b, size_t from, size_t to)
{
	struct match yes, no;
	struct likeness_words words = {0};
	size_t deed, verb;
	for (size_t at = from; deedword_find(&b->deeds, from, to, at, &deed, &verb); at = verb) {
		if (b->sheet->marks[deed] != SHEET_FREE || is_undone(b, at, deed))
			continue;
		words = words.v ? words : words_of(b, from, to);
		judge_part(b, at, at, verb, verb < to && is_backed(b, &words, &yes, &no) ? &yes : NULL);
	}
}

static void check_sentence(const struct boasts *b, const struct prose_sentence *sentence)
{
	size_t deed, verb, next = 0, next_verb = 0, from = sentence->from, to = sentence->to;
	if (b->deeds.korean) {
		check_korean(b, from, to);
		return;
	}
	bool more = deedword_find(&b->deeds, from, to, from, &deed, &verb);
	for (; more; deed = next, verb = next_verb) {
		more = deedword_find(&b->deeds, from, to, verb, &next, &next_verb);
		check_claim(b, deed, verb, more ? next : to);
	}
}

/* "The police were informed": as "informed the police", the verb first. */
static void check_passives(const struct boasts *b, const struct prose_sentence *sentence)
{
	const char *text = b->sheet->prose->text;
	size_t clause, was, verb, from = sentence->from, to = sentence->to;
	for (size_t at = from; deedword_passive(&b->deeds, from, to, at, &clause, &was, &verb); at = verb) {
		size_t end = deedword_clause_end(&b->deeds, verb, to), near = verb + NEAR < end ? verb + NEAR : end;
		end = end > verb + LONGEST_CLAUSE ? verb + LONGEST_CLAUSE : end;
		if (b->sheet->marks[was] != SHEET_FREE || was - clause > LONGEST_CLAUSE ||
		    has_any(b, was, near, &b->language->undone))
			continue;
		const char *said = arena_printf(b->sheet->arena, "%.*s %.*s", (int)(end - verb), text + verb,
		                                (int)(was - clause), text + clause);
		struct likeness_words words = likeness_words(said, strlen(said), b->sheet->lang, b->sheet->arena);
		judge(b, clause, end, verb_at(b, clause, verb, end), &words, NULL);
	}
}

void boast_check(struct sheet *sheet, const struct overclaim_language *language)
{
	if (!language)
		return;
	struct boasts b = {.sheet = sheet, .language = language, .deeds = deedword_of(sheet, language)};
	prepare(&b);
	for (size_t i = 0; b.nwordings && i < sheet->prose->nsentences; i++)
		check_sentence(&b, &sheet->prose->sentences[i]);
	for (size_t i = 0; b.nwordings && i < sheet->prose->nsentences; i++)
		check_passives(&b, &sheet->prose->sentences[i]);
}
