#include "exercise/notice.h"

#include "base/tree.h"
#include "content/mustache_render.h"
#include "content/tag.h"
#include "content/texts.h"
#include "exercise/caution.h"
#include "exercise/material.h"
#include "exercise/owing.h"
#include "exercise/restraint.h"
#include "exercise/retraction.h"
#include "exercise/setting.h"

#include <string.h>

enum {
	VALUES = 50000,
	TOLD = 50
}; /* of one notice, at most; faults told, each of which is looked for in the template */

struct shown { /* one value as it was put out */
	const char *name;
	const char *text;
	size_t from;
	bool subject;
	const struct voucher *voucher;
};

struct writing {
	const struct letter *letter;
	const struct notice_kit *kit;
	struct arena *arena;
	struct diags *diags;
	struct vouchers vouchers;
	struct jsn *tree;
	struct text *out;
	bool subject; /* what is being rendered */
	size_t unproved;
	struct shown *v;
	size_t n;
	struct voucher_foreign *foreign;
	size_t nforeign;
};

static const struct vocabulary_notice *kind_of(const struct letter *letter, const struct matter *matter)
{
	int number = names_find(&matter->world->names, NAMES_NOTICE, letter->kind);
	return vocabulary_notice(matter->world->vocabulary, number);
}

static bool to_authorities(const struct letter *letter, const struct matter *matter)
{
	const struct vocabulary_notice *kind = kind_of(letter, matter);
	return kind && strcmp(kind->audience, "authorities") == 0;
}

/* The tree ------------------------------------------------------------------------------------------------------- */

static void back_words(struct jsn *object, int words)
{
	for (size_t i = 0, n = jsn_count(object); i < n; i++) {
		const struct jsn *value = jsn_at(object, i, NULL);
		if (jsn_type(value) == JSN_OBJECT)
			back_words((struct jsn *)value, words);
	}
	voucher_back(object, NULL, words);
}

static struct jsn *make_tree(const struct letter *letter, const struct notice_kit *kit, struct vouchers *vouchers)
{
	struct jsn *root = jsn_make(JSN_OBJECT, 0);
	bool authorities = to_authorities(letter, kit->matter);
	struct saying saying = {kit->matter, kit->phrases, kit->advice, kit->lang, vouchers, 0};
	saying.words =
	    vouchers_add(vouchers, (struct voucher){.kind = VOUCHER_WORDS, .fact = NAMES_NONE, .action = NAMES_NONE});
	setting_add(&saying, letter->kind, letter->regime, authorities, root);
	material_add(&saying, letter->kind, setting_regime(kit->matter, letter->regime), authorities, root);
	jsn_put(root, "w", phrases_tree(kit->phrases));
	back_words((struct jsn *)jsn_get(root, "w"), saying.words);
	return root;
}

/* Contents ------------------------------------------------------------------------------------------------------- */

struct asked {
	const char *code;
	const struct regime *regime; /* that asks for it; NULL: the letter alone */
};

struct asking {
	const struct matter *matter;
	struct arena *arena;
	struct asked *v;
	size_t n;
};

/* Reasons for a delay are asked for once there is one. */
static void ask(struct asking *a, const struct shape_texts *codes, const struct regime *regime, bool individuals)
{
	for (size_t i = 0; i < codes->n; i++) {
		bool early =
		    regime && strcmp(codes->v[i], "LATE") == 0 && !setting_late(a->matter, regime, individuals);
		if (!early)
			*(struct asked *)arena_push(a->arena, &a->v, &a->n, sizeof *a->v) =
			    (struct asked){codes->v[i], regime};
	}
}

/* In the order of each law; what the letter asks for besides comes last. */
static struct asking ask_all(const struct letter *letter, const struct matter *matter, struct arena *arena)
{
	struct asking a = {matter, arena, NULL, 0};
	for (size_t i = 0; i < matter->world->nregimes; i++) {
		const struct regime *regime = matter->world->regimes[i];
		const struct regime_duty *duty = owing_duty(matter->world, letter->kind, letter->regime, regime);
		if (duty)
			ask(&a, &duty->contents, regime, duty == &regime->duties.individuals);
	}
	ask(&a, &letter->requires, NULL, false);
	return a;
}

struct shape_texts notice_contents(const struct letter *letter, const struct matter *matter, struct arena *arena)
{
	struct asking a = ask_all(letter, matter, arena);
	struct shape_texts codes = {NULL, 0};
	for (size_t i = 0; i < a.n; i++)
		texts_add_once(&codes, a.v[i].code, arena);
	return codes;
}

/* Some contents come from advice.yaml: the tree has them or not. */
static bool is_given(const struct jsn *tree, const struct matter *matter, const struct asked *asked)
{
	static const char *const flags[][2] = {{"HARM", "has_harm"}, {"DO", "has_advice"}, {"REM", "has_remedy"}};
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (strcmp(asked->code, flags[i][0]) == 0)
			return jsn_number(jsn_get(tree, flags[i][1]), 0);
	return matter_has(matter, asked->code, asked->regime);
}

static struct shape_texts missing(const struct writing *w)
{
	struct asking a = ask_all(w->letter, w->kit->matter, w->arena);
	struct shape_texts codes = {NULL, 0};
	for (size_t i = 0; i < a.n; i++)
		if (!is_given(w->tree, w->kit->matter, &a.v[i]))
			texts_add_once(&codes, a.v[i].code, w->arena);
	return codes;
}

/* Filling in ----------------------------------------------------------------------------------------------------- */

static bool is_named(const struct tag *tag, const char *name)
{
	return (tag->kind == TAG_VALUE || tag->kind == TAG_SECTION) && strlen(name) == tag->name.len &&
	       strncmp(name, tag->name.bytes, tag->name.len) == 0;
}

/* Where the template has that name first. */
static struct diag_place place_of(const struct letter *letter, const char *name)
{
	struct tag_reader reader = tag_reader(&letter->file);
	struct diags ignored;
	struct tag tag;
	diags_init(&ignored);
	do
		tag = tag_next(&reader, &ignored);
	while (tag.kind != TAG_END && !is_named(&tag, name));
	diags_free(&ignored);
	return tag.kind == TAG_END ? (struct diag_place){.file = letter->file.name} : tag.place;
}

static const char *last_part(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot ? dot + 1 : name;
}

static void show(void *context, const struct jsn *holder, const char *name, size_t from)
{
	struct writing *w = context;
	const struct voucher *voucher = voucher_of(&w->vouchers, holder, name);
	name = name ? name : ".";
	if (!voucher) {
		if (w->unproved++ >= TOLD)
			return;
		diag_error(w->diags, place_of(w->letter, name), "nothing proves \"%s\": a section can ask for it",
		           name);
		return;
	}
	if (w->n == VALUES) {
		w->unproved = TOLD;
		diag_error(w->diags, (struct diag_place){.file = w->letter->file.name},
		           "puts out more than %d values: too many for anybody to check", VALUES);
		return;
	}
	const char *text = jsn_text(jsn_get(holder, last_part(name)));
	*(struct shown *)arena_push(w->arena, &w->v, &w->n, sizeof *w->v) =
	    (struct shown){.name = arena_dup(w->arena, name),
	                   .text = arena_dup(w->arena, text ? text : w->out->data + from),
	                   .from = from,
	                   .subject = w->subject,
	                   .voucher = voucher};
}

static bool fill(struct writing *w, const struct mustache *mustache, bool subject, struct text *out)
{
	const struct mustache_render_watch watch = {show, w};
	bool plain = subject || w->letter->channel == VOCABULARY_SMS;
	w->subject = subject;
	w->out = out;
	return !mustache || mustache_render_watched(mustache, w->tree, plain ? ESCAPE_NONE : ESCAPE_COMMONMARK, &watch,
	                                            out, w->diags);
}

/* Values --------------------------------------------------------------------------------------------------------- */

static const char *name_of(const struct writing *w, const struct shown *shown)
{
	const struct matter *matter = w->kit->matter;
	if (shown->voucher->kind == VOUCHER_FACT)
		return matter->facts[shown->voucher->fact].id;
	if (shown->voucher->kind == VOUCHER_MOMENT)
		return shape_moments[shown->voucher->moment];
	if (shown->voucher->kind == VOUCHER_DEED)
		return names_id(&matter->world->names, NAMES_ACTION, shown->voucher->action);
	return shown->name;
}

static void add_value(struct writing *w, const struct shown *shown, int line, struct notice *out)
{
	const struct voucher *voucher = shown->voucher;
	if (voucher->foreign.what)
		*(struct voucher_foreign *)arena_push(w->arena, &w->foreign, &w->nforeign, sizeof *w->foreign) =
		    voucher->foreign;
	if (voucher->kind == VOUCHER_WORDS)
		return;
	*(struct notice_value *)arena_push(w->arena, &out->values, &out->nvalues, sizeof *out->values) =
	    (struct notice_value){.text = shown->text,
	                          .name = name_of(w, shown),
	                          .line = line,
	                          .fact = voucher->kind == VOUCHER_FACT ? voucher->fact : NAMES_NONE,
	                          .action = voucher->kind == VOUCHER_DEED ? voucher->action : NAMES_NONE,
	                          .moment = voucher->kind == VOUCHER_MOMENT ? voucher->moment : NAMES_NONE,
	                          .proof = voucher->proof};
}

static bool is_blank(const char *line, size_t len)
{
	return strspn(line, " \t") >= len;
}

/* What sections left empty goes: one empty line is enough, none at the start. Values get the lines they end up in. */
static void tidy(struct writing *w, const struct text *raw, struct notice *out)
{
	struct text text = {0};
	size_t next = 0;
	int line = 0;
	bool blank = true;
	while (next < w->n && w->v[next].subject)
		add_value(w, &w->v[next++], 0, out);
	for (size_t at = 0; at < raw->len;) {
		size_t len = strcspn(raw->data + at, "\n");
		bool empty = is_blank(raw->data + at, len);
		if (!empty || !blank) {
			text_add_bytes(&text, raw->data + at, len);
			text_add(&text, "\n");
			line++;
		}
		for (at += len; next < w->n && w->v[next].from < at; next++)
			add_value(w, &w->v[next], line, out);
		blank = empty;
		at += raw->data[at] == '\n';
	}
	while (text.len > 1 && text.data[text.len - 2] == '\n')
		text.len--;
	out->text = arena_ndup(w->arena, text.data, text.len);
	text_free(&text);
}

/* A subject is one line. */
static const char *one_line(const struct text *raw, struct arena *arena)
{
	struct jsn *object = jsn_make(JSN_OBJECT, 0);
	saying_put(object, "subject", raw->len ? raw->data : "");
	const char *line = arena_dup(arena, jsn_text(jsn_get(object, "subject")));
	jsn_free(object);
	return line;
}

/* All of it ------------------------------------------------------------------------------------------------------ */

static bool has_law(const struct writing *w)
{
	const struct world *world = w->kit->matter->world;
	if (!w->letter->regime || setting_regime(w->kit->matter, w->letter->regime))
		return true;
	struct text laws = {0};
	for (size_t i = 0; i < world->nregimes; i++)
		text_addf(&laws, "%s%s", i ? ", " : "", world->regimes[i]->id);
	diag_error(w->diags, shape_place(w->letter->entry.node, "regime"),
	           "%s is not a law of this incident; its laws are: %s", w->letter->regime,
	           laws.len ? laws.data : "none");
	text_free(&laws);
	return false;
}

/* A correction of nothing says that all of it stands: somebody has to want that. */
static void finish_correction(struct writing *w, struct notice *out)
{
	const struct vocabulary_notice *kind = kind_of(w->letter, out->matter);
	const struct jsn *previous = jsn_get(w->tree, "previous");
	const struct saying saying = {out->matter, w->kit->phrases, w->kit->advice, w->kit->lang, &w->vouchers, 0};
	if (!kind || !kind->corrects)
		return;
	out->owed = retraction_owed(&saying, w->letter->kind);
	if (out->owed.n)
		return;
	bool told = jsn_type(previous) == JSN_OBJECT,
	     known = out->matter->recorded || jsn_number(jsn_get(previous, "stands"), 0);
	out->needless = !told   ? "no notice to these readers is on record"
	                : known ? "nothing that these readers were told has turned out wrong"
	                        : "the facts file does not say what these readers were told (said: and did:)";
	texts_add(&out->warnings, arena_printf(w->arena, "%s: there is nothing to correct", out->needless), w->arena);
}

/* By its own name, or by what stands in it. */
static bool names_promise(const struct letter *letter)
{
	return place_of(letter, "next_update").line > 0 || place_of(letter, "next_update.date").line > 0 ||
	       place_of(letter, "next_update.time").line > 0;
}

static void take_promise(const struct writing *w, const struct caution *caution, struct notice *out)
{
	struct setting_promise next = setting_promise(out->matter, w->letter->kind);
	out->next = names_promise(w->letter) ? next.at : MATTER_NEVER;
	if (names_promise(w->letter))
		caution_promise(caution, &next);
}

static void finish(struct writing *w, const struct text *subject, const struct text *body, struct notice *out)
{
	const struct matter *matter = w->kit->matter;
	*out = (struct notice){
	    .letter = w->letter, .matter = matter, .lang = w->kit->lang, .subject = one_line(subject, w->arena)};
	const struct caution caution = {matter, w->letter, w->arena, &out->warnings};
	restraint_warn(matter, w->letter->kind, w->arena, &out->warnings);
	finish_correction(w, out);
	take_promise(w, &caution, out);
	if (to_authorities(w->letter, matter))
		caution_due(&caution);
	if (w->letter->note)
		texts_add_once(&out->warnings, w->letter->note, w->arena);
	tidy(w, body, out);
	caution_foreign(&caution, w->foreign, w->nforeign);
	out->missing = missing(w);
	for (size_t i = 0; i < matter->nfacts; i++)
		if (!matter_proved(&matter->facts[i]) &&
		    (matter->facts[i].asked || matter->facts[i].standing != MATTER_UNHEARD))
			texts_add_once(&out->unknown, matter->facts[i].id, w->arena);
}

bool notice_write(const struct letter *letter, const struct notice_kit *kit, struct arena *arena, struct notice *out,
                  struct diags *diags)
{
	struct writing w = {.letter = letter, .kit = kit, .arena = arena, .diags = diags, .vouchers = {.arena = arena}};
	struct text subject = {0}, body = {0};
	if (!has_law(&w))
		return false;
	w.tree = make_tree(letter, kit, &w.vouchers);
	bool filled = fill(&w, letter->subject, true, &subject);
	filled = fill(&w, letter->body, false, &body) && filled && !w.unproved;
	if (filled)
		finish(&w, &subject, &body, out);
	text_free(&subject);
	text_free(&body);
	jsn_free(w.tree);
	return filled;
}

/* For the record ------------------------------------------------------------------------------------------------- */

static int32_t recorded(const struct matter *matter, const struct matter_fact *fact)
{
	if (fact->kind == STORY_TEXT)
		return SHAPE_UNSET;
	return (int32_t)(fact->kind == STORY_TIME ? fact->value.number - matter->world->t0 : fact->value.number);
}

static bool is_recorded(const struct statement_value *values, size_t n, const struct statement_value *value)
{
	for (size_t i = 0; i < n; i++)
		if (values[i].fact == value->fact && values[i].action == value->action &&
		    values[i].moment == value->moment && strcmp(values[i].text, value->text) == 0)
			return true;
	return false;
}

/* Facts by the world's numbers: a facts file may declare others. */
static struct statement_value value_of(const struct notice_value *value, const struct matter *matter)
{
	const struct matter_fact *fact = value->fact == NAMES_NONE ? NULL : &matter->facts[value->fact];
	return (struct statement_value){
	    .fact = fact ? names_find(&matter->world->names, NAMES_FACT, fact->id) : NAMES_NONE,
	    .action = value->action,
	    .moment = value->moment,
	    .value = fact                          ? recorded(matter, fact)
	             : value->moment != NAMES_NONE ? (int32_t)(matter->moments[value->moment] - matter->world->t0)
	                                           : SHAPE_UNSET,
	    .turn = value->proof.turn,
	    .text = value->text};
}

struct statement notice_statement(const struct notice *notice, struct arena *arena)
{
	const struct matter *matter = notice->matter;
	const struct regime *law = setting_regime(matter, notice->letter->regime);
	struct statement_value *values = NULL;
	size_t n = 0;
	for (size_t i = 0; i < notice->nvalues && n <= STATEMENT_VALUES; i++) {
		struct statement_value value = value_of(&notice->values[i], matter);
		bool named = value.fact != NAMES_NONE || value.action != NAMES_NONE || value.moment != NAMES_NONE;
		if (named && !is_recorded(values, n, &value))
			*(struct statement_value *)arena_push(arena, &values, &n, sizeof value) = value;
	}
	for (size_t i = 0; i < notice->nunbacked && n <= STATEMENT_VALUES; i++)
		*(struct statement_value *)arena_push(arena, &values, &n, sizeof *values) = notice->unbacked[i];
	return (struct statement){.template = notice->letter->name,
	                          .lang = notice->lang,
	                          .regime = law ? law->id : NULL,
	                          .subject = *notice->subject ? notice->subject : NULL,
	                          .text = notice->text,
	                          .values = values,
	                          .nvalues = n,
	                          .missing = notice->missing,
	                          .needless = notice->needless};
}
