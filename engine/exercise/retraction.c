#include "exercise/retraction.h"

#include "base/numeral.h"
#include "base/tree.h"
#include "content/heard.h"
#include "content/texts.h"
#include "content/unit.h"

#include <stdio.h>
#include <string.h>

enum { KEY = 64, ABOUT = 10 }; /* "about": a tenth more or less */

struct change { /* something that is not so, and the languages it was said in */
	const struct matter_said *said;
	const struct matter_word *word; /* the newest, of those in the reader's language if there are any */
	const char *own;                /* as it stood in the reader's language; NULL: it did not, or nobody kept it */
	struct shape_texts langs;
};

struct heard { /* what readers of a language heard last of a thing */
	const char *lang;
	const struct matter_said *said;
};

struct retraction {
	const struct saying *s;
	const struct matter *matter;
	const char *kind;
	struct arena *arena;
	struct change *changes;
	size_t nchanges;
	struct heard *heard;
	size_t nheard;
};

static const struct matter_fact *fact_of(const struct retraction *r, const struct matter_said *said)
{
	return &r->matter->facts[said->fact];
}

/* What it is about ------------------------------------------------------------------------------------------------ */

enum subject { FACT, DEED, MOMENT, WORDS };

static enum subject subject_of(const struct matter_said *said)
{
	return said->fact != NAMES_NONE     ? FACT
	       : said->action != NAMES_NONE ? DEED
	       : said->moment != NAMES_NONE ? MOMENT
	                                    : WORDS;
}

static bool same_words(const struct matter_said *a, const struct matter_said *b)
{
	return strcmp(a->text, b->text) == 0 && strcmp(a->unit ? a->unit : "", b->unit ? b->unit : "") == 0;
}

static bool same_subject(const struct matter_said *a, const struct matter_said *b)
{
	return subject_of(a) == subject_of(b) && a->fact == b->fact && a->action == b->action &&
	       a->moment == b->moment && (subject_of(a) != WORDS || same_words(a, b));
}

static bool same_claim(const struct retraction *r, const struct matter_said *a, const struct matter_said *b)
{
	if (!same_subject(a, b))
		return false;
	return subject_of(a) == FACT ? exhibit_same(r->s, fact_of(r, a), &a->value, &b->value)
	                             : a->value.number == b->value.number;
}

/* Whether it is so ------------------------------------------------------------------------------------------------ */

static bool fits(const struct numeral *number, int64_t count)
{
	int64_t off = number->milli - count * 1000, most = number->about ? count * 1000 / ABOUT : 0;
	return off <= most && off >= -most;
}

/* A number that nothing proved then may be a verified count's by now: of the same things, 9,870 rows are no 9,870
 * people. */
static bool is_proved_since(const struct matter *matter, const struct matter_said *said)
{
	struct numeral number;
	size_t len = strlen(said->text);
	if (!numeral_next(said->text, len, 0, &number) || number.kind != NUMERAL_COUNT || number.from != 0 ||
	    number.to != len)
		return false;
	for (size_t i = 0; i < matter->nfacts; i++)
		if (matter->facts[i].kind == STORY_COUNT && matter_proved(&matter->facts[i]) &&
		    unit_is(said->unit, matter->facts[i].unit) && fits(&number, matter->facts[i].value.number))
			return true;
	return false;
}

static bool is_so(const struct retraction *r, const struct matter_word *word, const struct matter_said *said)
{
	int64_t done;
	switch (subject_of(said)) {
	case FACT:
		return matter_proved(fact_of(r, said)) &&
		       exhibit_same(r->s, fact_of(r, said), &said->value, &fact_of(r, said)->value);
	case DEED:
		done = matter_done(r->matter, said->action);
		return done != MATTER_NEVER && done <= word->at;
	case MOMENT:
		return r->matter->moments[said->moment] == said->value.number;
	case WORDS:
		return is_proved_since(r->matter, said);
	}
	return true;
}

/* Whether something else is known now, which a correction says and is heard to say. */
static bool has_value(const struct retraction *r, const struct matter_said *said)
{
	switch (subject_of(said)) {
	case FACT:
		return matter_proved(fact_of(r, said));
	case MOMENT:
		return r->matter->moments[said->moment] != MATTER_NEVER;
	default:
		return false;
	}
}

static bool corrects(const struct retraction *r, const struct matter_word *word)
{
	const struct world *world = r->matter->world;
	const struct vocabulary_notice *kind =
	    vocabulary_notice(world->vocabulary, names_find(&world->names, NAMES_NOTICE, word->notice));
	return (kind && kind->corrects) || strcmp(word->notice, r->kind) == 0;
}

/* Where no new value takes the place of what was said, a correction of this language since has said so. */
static bool is_taken_back(const struct retraction *r, const struct matter_word *word, const struct matter_said *said)
{
	int64_t since = word->at;
	if (has_value(r, said))
		return false;
	if (subject_of(said) == FACT && fact_of(r, said)->standing == MATTER_WITHDRAWN &&
	    fact_of(r, said)->proof.at > since)
		since = fact_of(r, said)->proof.at - 1;
	for (const struct matter_word *later = r->matter->words + r->matter->nwords; --later > word;)
		if (later->at > since && strcmp(later->lang, word->lang) == 0 && corrects(r, later) &&
		    heard_by(r->matter, later, r->kind))
			return true;
	return false;
}

/* What was said, back from the newest ----------------------------------------------------------------------------- */

static bool heard_since(const struct retraction *r, const char *lang, const struct matter_said *said)
{
	for (size_t i = 0; i < r->nheard; i++)
		if (strcmp(r->heard[i].lang, lang) == 0 && same_subject(r->heard[i].said, said))
			return true;
	return false;
}

static void add_change(struct retraction *r, const struct matter_word *word, const struct matter_said *said)
{
	size_t i = 0;
	while (i < r->nchanges && !same_claim(r, r->changes[i].said, said))
		i++;
	if (i == r->nchanges)
		*(struct change *)arena_push(r->arena, &r->changes, &r->nchanges, sizeof *r->changes) =
		    (struct change){said, word, NULL, {NULL, 0}};
	texts_add_once(&r->changes[i].langs, word->lang, r->arena);
	if (strcmp(word->lang, r->s->lang) != 0)
		return;
	r->changes[i].own = r->changes[i].own ? r->changes[i].own : said->text;
	if (strcmp(r->changes[i].word->lang, word->lang) != 0)
		r->changes[i].word = word;
}

/* One notice may say two values of a thing: both count, and neither hides the other. */
static void hear(struct retraction *r, const struct matter_word *word)
{
	for (size_t i = 0; i < word->nsaid; i++)
		if (!heard_since(r, word->lang, &word->said[i]) && !is_so(r, word, &word->said[i]) &&
		    !is_taken_back(r, word, &word->said[i]))
			add_change(r, word, &word->said[i]);
	for (size_t i = 0; i < word->nsaid; i++)
		if (!heard_since(r, word->lang, &word->said[i]))
			*(struct heard *)arena_push(r->arena, &r->heard, &r->nheard, sizeof *r->heard) =
			    (struct heard){word->lang, &word->said[i]};
}

/* In words -------------------------------------------------------------------------------------------------------- */

static int vouch_for(const struct saying *s, const struct matter_word *word)
{
	int number = saying_own(s, arena_printf(s->vouchers->arena, "published: %s", word->notice));
	s->vouchers->v[number].proof.turn = word->turn;
	s->vouchers->v[number].proof.at = word->at;
	return number;
}

static void put_phrase(const struct saying *s, struct jsn *row, const char *key, const char *phrase, const char *part)
{
	char path[KEY];
	snprintf(path, sizeof path, "%s%s%s", phrase, part ? "." : "", part ? part : "");
	phrase_put(s->phrases, path, NULL, row, key);
}

/* Words that were said, as a quotation: the proofreader knows that nobody says them again. */
static void quote(const struct saying *s, const char *words, struct text *out)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	saying_put(data, "words", words);
	phrase_say(s->phrases, "said.quote", data, out);
	jsn_free(data);
}

/* "“12,400” people": readers are told what was counted, where their language has a word for it. */
static void say_words(const struct retraction *r, const struct matter_said *said, struct text *out)
{
	char key[KEY];
	struct text part = {0};
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	quote(r->s, said->text, &part);
	snprintf(key, sizeof key, "unit.%.32s", said->unit ? said->unit : "");
	bool named = said->unit && phrase_has(r->s->phrases, key);
	if (named) {
		tree_taken(data, "value", &part);
		saying_unit(r->s, "unit", said->unit, 0, &part);
		tree_taken(data, "unit", &part);
		phrase_say(r->s->phrases, "fact.count", data, &part);
	}
	text_add_bytes(out, part.data, part.len);
	jsn_free(data);
	text_free(&part);
}

static void say_before(const struct retraction *r, const struct change *change, struct text *out)
{
	const struct matter_said *said = change->said;
	switch (subject_of(said)) {
	case FACT:
		saying_value(r->s, fact_of(r, said), &said->value, out);
		break;
	case DEED:
		quote(r->s, change->own ? change->own : exhibit_wording(r->s, said->action), out);
		break;
	case MOMENT:
		phrase_date(r->s->phrases, r->matter->zone, said->value.number, out);
		break;
	case WORDS:
		say_words(r, said, out);
		break;
	}
}

/* "Korean and Chinese" */
static void say_languages(const struct saying *s, const struct shape_texts *langs, struct text *out)
{
	char key[KEY];
	for (size_t i = 0; i < langs->n; i++) {
		if (i)
			phrase_say(s->phrases, i + 1 == langs->n ? "list.last" : "list.comma", NULL, out);
		snprintf(key, sizeof key, "language.%.8s", langs->v[i]);
		if (phrase_has(s->phrases, key))
			phrase_say(s->phrases, key, NULL, out);
		else
			text_add(out, langs->v[i]);
	}
}

/* Readers who were not told so in their own language hear in which it was. */
static void put_before(const struct retraction *r, const struct change *change, struct jsn *row)
{
	struct text said = {0}, langs = {0};
	say_before(r, change, &said);
	if (!texts_have(&change->langs, r->s->lang)) {
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		say_languages(r->s, &change->langs, &langs);
		tree_taken(data, "words", &said);
		tree_taken(data, "languages", &langs);
		phrase_say(r->s->phrases, "said.elsewhere", data, &said);
		jsn_free(data);
	}
	int voucher = vouch_for(r->s, change->word);
	saying_part(row, "before", said.len ? said.data : "");
	voucher_back(row, "before", voucher);
	saying_when(r->s, row, "said", change->word->at, voucher);
	text_free(&said);
	text_free(&langs);
}

static const struct matter_deed *deed_of(const struct matter *matter, int action)
{
	for (size_t i = 0; i < matter->ndeeds; i++)
		if (matter->deeds[i].action == action)
			return &matter->deeds[i];
	return NULL;
}

/* Done only after it was said, or not at all. */
static void put_deed(const struct retraction *r, const struct matter_said *said, struct jsn *row)
{
	int64_t done = matter_done(r->matter, said->action);
	const struct matter_deed *deed = deed_of(r->matter, said->action);
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	put_phrase(r->s, row, "label", "said.deed", NULL);
	if (done != MATTER_NEVER)
		saying_at(r->s, data, done);
	phrase_put(r->s->phrases, done == MATTER_NEVER ? "said.not_done" : "said.done_since", data, row, "now");
	tree_null(row, "as_of");
	tree_flag(row, "withdrawn", done == MATTER_NEVER);
	voucher_back(row, NULL, r->s->words);
	if (deed)
		voucher_back(row, "now", vouchers_deed(r->s->vouchers, deed));
}

static void put_moment(const struct retraction *r, const struct matter_said *said, struct jsn *row)
{
	struct text now = {0};
	int64_t at = r->matter->moments[said->moment];
	put_phrase(r->s, row, "label", "said.moment", shape_moments[said->moment]);
	if (at == MATTER_NEVER)
		phrase_say(r->s->phrases, "fact.withdrawn", NULL, &now);
	else
		phrase_date(r->s->phrases, r->matter->zone, at, &now);
	tree_taken(row, "now", &now);
	tree_null(row, "as_of");
	tree_flag(row, "withdrawn", at == MATTER_NEVER);
	voucher_back(row, NULL, r->s->words);
	if (at != MATTER_NEVER)
		voucher_back(row, "now", vouchers_moment(r->s->vouchers, r->matter, said->moment));
	text_free(&now);
}

static void put_words(const struct retraction *r, struct jsn *row)
{
	put_phrase(r->s, row, "label", "said.words", NULL);
	put_phrase(r->s, row, "now", "said.unproved", NULL);
	tree_null(row, "as_of");
	tree_flag(row, "withdrawn", true);
	voucher_back(row, NULL, r->s->words);
}

static void put_change(const struct retraction *r, const struct change *change, struct jsn *row)
{
	const struct matter_said *said = change->said;
	switch (subject_of(said)) {
	case FACT:
		exhibit_change(r->s, fact_of(r, said), row);
		break;
	case DEED:
		put_deed(r, said, row);
		break;
	case MOMENT:
		put_moment(r, said, row);
		break;
	case WORDS:
		put_words(r, row);
		break;
	}
	put_before(r, change, row);
}

/* All of it ------------------------------------------------------------------------------------------------------- */

static struct retraction retract(const struct saying *saying, const char *kind)
{
	struct retraction r = {.s = saying, .matter = saying->matter, .kind = kind, .arena = saying->vouchers->arena};
	for (size_t i = r.matter->nwords; i-- > 0;)
		if (heard_by(r.matter, &r.matter->words[i], kind))
			hear(&r, &r.matter->words[i]);
	return r;
}

struct shape_texts retraction_owed(const struct saying *saying, const char *kind)
{
	struct shape_texts owed = {NULL, 0};
	const struct retraction r = retract(saying, kind);
	for (size_t i = 0; i < r.nchanges; i++)
		for (size_t k = 0; k < r.changes[i].langs.n; k++)
			texts_add_once(&owed, r.changes[i].langs.v[k], r.arena);
	return owed;
}

void retraction_add(const struct saying *saying, const char *kind, struct jsn *root)
{
	const struct matter_word *last = heard_last(saying->matter, kind, saying->lang);
	if (!last) {
		tree_null(root, "previous");
		return;
	}
	const struct retraction r = retract(saying, kind);
	struct jsn *previous = tree_object(root, "previous"), *list = tree_list(previous, "changes");
	for (size_t i = 0; i < r.nchanges; i++)
		put_change(&r, &r.changes[i], tree_row(list));
	saying_end(saying, previous, "changes");
	bool on_record = strcmp(last->lang, saying->lang) == 0 && (r.matter->recorded || last->nsaid);
	tree_flag(previous, "stands", on_record && !r.nchanges);
	saying_at(saying, previous, last->at);
	saying_put(previous, "subject", last->subject);
	voucher_back(previous, NULL, vouch_for(saying, last));
}
