#include "exercise/material.h"

#include "base/tree.h"
#include "content/texts.h"
#include "exercise/retraction.h"

#include <stdlib.h>
#include <string.h>

struct filling {
	const struct saying *s;
	const struct matter *matter;
	struct jsn *root;
	const struct regime *regime; /* of a form */
	bool authorities;
};

static const struct matter_fact *fact_at(const struct filling *f, size_t i)
{
	return &f->matter->facts[i];
}

static bool is_text(const struct matter_fact *fact)
{
	return fact->kind == STORY_TEXT || fact->kind == STORY_TIME;
}

/* Facts by what they are ----------------------------------------------------------------------------------------- */

typedef bool fact_test(const struct matter_fact *fact, const char *code);

static void list_facts(const struct filling *f, struct jsn *in, const char *key, fact_test *test, const char *code)
{
	struct jsn *list = tree_list(in, key);
	for (size_t i = 0; i < f->matter->nfacts; i++)
		if (matter_proved(fact_at(f, i)) && test(fact_at(f, i), code))
			exhibit_fact(f->s, fact_at(f, i), tree_row(list));
}

static bool counts(const struct matter_fact *fact, const char *code)
{
	return fact->kind == STORY_COUNT && (!code || texts_have(&fact->says, code));
}

static bool tells(const struct matter_fact *fact, const char *code)
{
	return is_text(fact) && texts_have(&fact->says, code);
}

static bool happened(const struct matter_fact *fact, const char *code)
{
	(void)code;
	return is_text(fact) && (texts_have(&fact->says, "WHAT") || texts_have(&fact->says, "HOW"));
}

static void add_facts(const struct filling *f)
{
	struct jsn *facts = tree_object(f->root, "facts");
	for (size_t i = 0; i < f->matter->nfacts; i++)
		if (matter_proved(fact_at(f, i)))
			exhibit_fact(f->s, fact_at(f, i), tree_object(facts, fact_at(f, i)->id));
		else
			tree_null(facts, fact_at(f, i)->id);
	list_facts(f, f->root, "counts", counts, NULL);
	list_facts(f, f->root, "people", counts, "N");
	list_facts(f, f->root, "happened", happened, NULL);
	saying_end(f->s, f->root, "counts");
	saying_end(f->s, f->root, "people");
	saying_end(f->s, f->root, "happened");
}

/* What something is called, with the warning that it is called so in another language. */
static int called(const struct filling *f, const struct matter_fact *fact)
{
	struct voucher voucher = {.kind = VOUCHER_WORDS, .fact = NAMES_NONE, .action = NAMES_NONE};
	saying_label(f->s, fact, &voucher.foreign);
	return voucher.foreign.what ? vouchers_add(f->s->vouchers, voucher) : f->s->words;
}

/* Data ----------------------------------------------------------------------------------------------------------- */

static bool is_involved(const struct matter_fact *fact)
{
	return fact->kind == STORY_DATA && matter_proved(fact) && fact->value.number == STORY_INVOLVED;
}

static void add_data(const struct filling *f)
{
	static const char *const keys[] = {"unknown", "involved", "not_involved",
	                                   "not_held"}; /* enum fact_data; 0: none */
	struct jsn *data = tree_object(f->root, "data"), *lists[4];
	for (size_t i = 0; i < 4; i++)
		lists[i] = tree_list(data, keys[i]);
	for (size_t i = 0; i < f->matter->nfacts; i++) {
		const struct matter_fact *fact = fact_at(f, i);
		bool proved = matter_proved(fact);
		if (fact->kind != STORY_DATA)
			continue;
		if (proved && fact->value.number >= STORY_INVOLVED && fact->value.number <= STORY_NOT_HELD) {
			exhibit_fact(f->s, fact, tree_row(lists[fact->value.number]));
		} else if (!proved) {
			struct jsn *row = tree_row(lists[0]);
			saying_part(row, "label", saying_label(f->s, fact, NULL));
			saying_part(row, "name", saying_name(f->s, fact));
			voucher_back(row, NULL, called(f, fact));
		}
	}
	for (size_t i = 0; i < 4; i++)
		saying_end(f->s, data, keys[i]);
}

/* Until one of these is proved, a notice can't say that customers' data is concerned. */
static void add_concerned(const struct filling *f)
{
	const struct jsn *involved = jsn_get(jsn_get(f->root, "data"), "involved");
	tree_flag(f->root, "concerned",
	          jsn_count(involved) || jsn_count(jsn_get(f->root, "people")) || jsn_count(jsn_get(f->root, "what")));
}

/* What is not known ---------------------------------------------------------------------------------------------- */

static bool is_listed(const struct jsn *list, const char *key, const char *text)
{
	for (size_t i = 0, n = jsn_count(list); i < n; i++)
		if (strcmp(jsn_text(jsn_get(jsn_at(list, i, NULL), key)), text) == 0)
			return true;
	return false;
}

/* The same question is asked once: two counts may both say how many people. Authorities alone hear of what is no part
 * of any notice. */
static void add_unknown(const struct filling *f)
{
	struct jsn *list = tree_list(f->root, "unknown");
	struct text text = {0};
	for (size_t i = 0; i < f->matter->nfacts; i++) {
		text_clear(&text);
		if (!matter_proved(fact_at(f, i)) && (f->authorities || fact_at(f, i)->asked))
			exhibit_unknown(f->s, fact_at(f, i), &text);
		if (!text.len || is_listed(list, "label", text.data))
			continue;
		struct jsn *row = tree_row(list);
		saying_part(row, "label", text.data);
		voucher_back(row, NULL, called(f, fact_at(f, i)));
	}
	text_free(&text);
	saying_end(f->s, f->root, "unknown");
}

static bool is_claim(const struct matter_fact *fact)
{
	return fact->standing == MATTER_CLAIMED;
}

/* What nobody has verified, for those who are told of it as that. */
static void add_estimates(const struct filling *f)
{
	struct jsn *list = tree_list(f->root, "estimates");
	struct text text = {0};
	for (size_t i = 0; f->authorities && i < f->matter->nfacts; i++) {
		const struct matter_fact *fact = fact_at(f, i);
		if (!is_claim(fact))
			continue;
		struct jsn *row = tree_row(list);
		text_clear(&text);
		saying_value(f->s, fact, &fact->value, &text);
		saying_part(row, "label", saying_label(f->s, fact, NULL));
		saying_put(row, "words", text.len ? text.data : "");
		saying_part(row, "who", fact->proof.who);
		saying_part(row, "source", fact->proof.source);
		int number = saying_own(f->s, "claimed, not verified");
		f->s->vouchers->v[number].proof.turn = fact->proof.turn;
		f->s->vouchers->v[number].proof.who = fact->proof.who;
		voucher_back(row, NULL, number);
		voucher_back(row, "label", f->s->words);
	}
	text_free(&text);
	saying_end(f->s, f->root, "estimates");
}

/* What was done -------------------------------------------------------------------------------------------------- */

static void add_actions(const struct filling *f)
{
	struct jsn *list = tree_list(f->root, "actions");
	for (size_t i = 0; i < f->matter->ndeeds; i++) {
		const struct matter_deed *deed = &f->matter->deeds[i];
		bool again = false;
		for (size_t k = 0; k < i; k++)
			again = again || f->matter->deeds[k].action == deed->action;
		if (again || !exhibit_tells(f->s, deed, f->authorities))
			continue;
		struct jsn *row = tree_row(list);
		exhibit_deed(f->s, deed, row);
		saying_at(f->s, row, deed->at);
	}
	saying_end(f->s, f->root, "actions");
}

/* Advice --------------------------------------------------------------------------------------------------------- */

struct kind_of_data {
	const struct matter_fact *fact;
	const struct advice_category *category;
};

static int by_urgency(const void *a, const void *b)
{
	const struct kind_of_data *x = a, *y = b;
	if (x->category->urgency != y->category->urgency)
		return x->category->urgency < y->category->urgency ? -1 : 1;
	return (x->fact > y->fact) - (x->fact < y->fact);
}

/* The kinds of data confirmed as involved that there is advice for, most urgent first. */
static size_t confirmed(const struct filling *f, struct kind_of_data **out)
{
	size_t n = 0;
	*out = NULL;
	for (size_t i = 0; i < f->matter->nfacts; i++) {
		const struct matter_fact *fact = fact_at(f, i);
		const struct advice_category *category =
		    is_involved(fact) ? advice_category(f->s->advice, fact->category) : NULL;
		if (category)
			*(struct kind_of_data *)arena_push(f->s->vouchers->arena, out, &n, sizeof **out) =
			    (struct kind_of_data){fact, category};
	}
	if (n)
		qsort(*out, n, sizeof **out, by_urgency);
	return n;
}

/* A row of advice.yaml's words, said because of a confirmed fact. */
static void add_words(const struct filling *f, struct jsn *list, const struct yml *texts, const char *id, int voucher)
{
	const char *text = yml_in(texts, f->s->lang);
	if (!text || is_listed(list, "words", text))
		return;
	struct jsn *row = tree_row(list);
	saying_put(row, "words", text);
	saying_put(row, "label", NULL);
	f->s->vouchers->v[voucher].foreign = saying_foreign(f->s, id, "value", texts);
	voucher_back(row, NULL, voucher);
}

static int because(const struct filling *f, const struct matter_fact *fact)
{
	int number = saying_fact(f->s, fact);
	f->s->vouchers->v[number].kind = VOUCHER_OWN;
	return number;
}

static void add_advice(const struct filling *f)
{
	struct kind_of_data *kinds;
	size_t n = confirmed(f, &kinds);
	struct jsn *list = tree_list(f->root, "advice");
	for (size_t i = 0; i < n; i++) {
		const struct yml *steps = kinds[i].category->steps;
		for (size_t k = 0; steps && k < steps->n; k++)
			add_words(f, list, steps->pairs[k].value, "advice", because(f, kinds[i].fact));
	}
	saying_end(f->s, f->root, "advice");
	if (!jsn_count(list)) {
		tree_null(f->root, "urgent");
		return;
	}
	struct jsn *urgent = tree_object(f->root, "urgent");
	saying_put(urgent, "words", jsn_text(jsn_get(jsn_at(list, 0, NULL), "words")));
	voucher_back(urgent, NULL, because(f, kinds[0].fact));
}

/* Facts by what they give ---------------------------------------------------------------------------------------- */

static void add_harm(const struct filling *f, struct jsn *list)
{
	struct kind_of_data *kinds;
	size_t n = confirmed(f, &kinds);
	for (size_t i = 0; i < n; i++) {
		const struct advice_category *category = kinds[i].category;
		add_words(f, list, f->authorities && category->risk ? category->risk : category->harm, "advice",
		          because(f, kinds[i].fact));
	}
}

static void add_remedies(const struct filling *f, struct jsn *list)
{
	const struct world *world = f->matter->world;
	for (size_t i = 0; i < world->nregimes; i++) {
		const struct advice_remedy *remedy = advice_remedy(f->s->advice, world->regimes[i]->id);
		if (remedy)
			add_words(f, list, remedy->text, "advice", saying_own(f->s, world->regimes[i]->source));
	}
}

static void add_reasons(const struct filling *f, struct jsn *list)
{
	for (size_t i = 0; i < f->matter->nclocks; i++) {
		const struct matter_clock *clock = &f->matter->clocks[i];
		const struct world_deadline *deadline = &f->matter->world->deadlines[clock->deadline];
		if (!clock->reason || !f->regime || deadline->regime != f->regime ||
		    deadline->individuals == f->authorities)
			continue;
		struct jsn *row = tree_row(list);
		saying_put(row, "words", clock->reason);
		saying_put(row, "label", NULL);
		voucher_back(row, NULL,
		             saying_own(f->s, arena_printf(f->s->vouchers->arena, "noted with %s", deadline->id)));
	}
}

static void add_contents(const struct filling *f)
{
	static const struct {
		const char *key, *code;
		void (*more)(const struct filling *, struct jsn *);
	} lists[] = {
	    {"what", "WHAT", NULL},        {"when", "WHEN", NULL},       {"how", "HOW", NULL},
	    {"harm", "HARM", add_harm},    {"prevention", "PREV", NULL}, {"remedy", "REM", add_remedies},
	    {"late", "LATE", add_reasons},
	};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		list_facts(f, f->root, lists[i].key, tells, lists[i].code);
		if (lists[i].more)
			lists[i].more(f, (struct jsn *)jsn_get(f->root, lists[i].key));
		saying_end(f->s, f->root, lists[i].key);
	}
}

/* All of it ------------------------------------------------------------------------------------------------------ */

static void add_moments(const struct filling *f)
{
	struct jsn *moments = tree_object(f->root, "moments");
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		saying_when(f->s, moments, shape_moments[i], f->matter->moments[i],
		            vouchers_moment(f->s->vouchers, f->matter, i));
}

void material_add(const struct saying *saying, const char *kind, const struct regime *regime, bool authorities,
                  struct jsn *root)
{
	struct filling f = {saying, saying->matter, root, regime, authorities};
	add_moments(&f);
	add_facts(&f);
	add_contents(&f);
	add_data(&f);
	add_concerned(&f);
	add_unknown(&f);
	add_estimates(&f);
	add_actions(&f);
	add_advice(&f);
	retraction_add(saying, kind, root);
}
