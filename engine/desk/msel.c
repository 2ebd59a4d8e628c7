#include "desk/msel.h"

#include "base/span.h"
#include "desk/label.h"
#include "desk/naming.h"
#include "desk/plan.h"

#include <string.h>

enum { HOUR = 60, DAY = 24 * HOUR, SHORT = 64 /* bytes of a hook that a cell shows */ };

/* What a row is, as `type` has it (words: msel.type). */
enum type { INJECT, CONTINGENCY, AUTOMATIC, ADMINISTRATIVE };
static const char *const types[] = {"inject", "contingency", "automatic", "administrative"};

struct list {
	struct naming naming;
	int32_t begins;
	struct jsn *rows;
	int number;
};

static const struct story *story_of(const struct list *list)
{
	return list->naming.world->story;
}

/* ---- when ---- */

static void put_delivery(const struct list *list, int32_t t, struct jsn *row)
{
	struct text text = {0};
	if (t != SHAPE_UNSET) {
		int minute = plan_minute(list->naming.world, t);
		int at = list->begins == SHAPE_UNSET ? minute : (list->begins + minute) % DAY;
		text_addf(&text, "%d:%02d", at / HOUR, at % HOUR);
	}
	tree_text(row, "delivery", text.data);
	text_free(&text);
}

/* The day without its year, which stands above the list. */
static void put_near(const struct list *list, int32_t t, struct jsn *row)
{
	const struct world *world = list->naming.world;
	struct text near = {0};
	if (t != SHAPE_UNSET)
		phrase_time(list->naming.phrases, "time.near", world->zone, world->t0 + t, &near);
	tree_text(row, "near", near.data);
	text_free(&near);
}

static const struct file *source_of(const struct world *world, const char *name)
{
	for (size_t i = 0; i < world->sources.nincludes; i++)
		if (name && strcmp(world->sources.includes[i].name, name) == 0)
			return &world->sources.includes[i];
	return &world->sources.scenario;
}

static void add_line(const struct file *file, int number, struct text *out)
{
	const char *s = file->bytes, *end = s + file->len;
	for (int line = 1; s && line < number; line++) {
		s = memchr(s, '\n', (size_t)(end - s));
		s = s ? s + 1 : NULL;
	}
	const char *close = s ? memchr(s, '\n', (size_t)(end - s)) : NULL;
	text_add_bytes(out, s ? s : "", s ? (size_t)((close ? close : end) - s) : 0);
	text_add(out, "");
}

static size_t count_of(const char *s, size_t len, char c)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++)
		n += s[i] == c;
	return n;
}

/* What stands between `return` and `end` of the line's `when = function(w) return ... end`; NULL when it is longer. */
static const char *expression_in(const char *line, size_t *len)
{
	static const char begin[] = "when = function(w) return ", close[] = " end";
	const char *from = strstr(line, begin), *to = from ? strstr(from += sizeof begin - 1, close) : NULL;
	*len = to ? (size_t)(to - from) : 0;
	bool whole = to && *len && *len <= SHORT && strchr(",; \t\r}", to[sizeof close - 1]) &&
	             count_of(from, *len, '"') % 2 == 0 && count_of(from, *len, '\'') % 2 == 0;
	return whole ? from : NULL;
}

static void add_hook(const struct world *world, const struct yml *hook, struct text *out)
{
	struct text line = {0}, words = {0};
	size_t len = 0;
	if (hook)
		add_line(source_of(world, hook->place.file), hook->place.line, &line);
	const char *expression = line.data ? expression_in(line.data, &len) : NULL;
	text_add_bytes(&words, expression ? expression : "the story so decides",
	               expression ? len : strlen("the story so decides"));
	text_add(out, "when ");
	text_add_clean(out, words.data);
	text_free(&line);
	text_free(&words);
}

void msel_condition(const struct world *world, const struct story_item *item, bool brought, struct text *out)
{
	size_t from = out->len;
	char span[SPAN_BUFFER];
	if (item->after && item->delay > 0)
		text_addf(out, "after %s + %s", item->after, span_format(item->delay, span));
	else if (item->after)
		text_addf(out, "after %s", item->after);
	if (item->by != SHAPE_UNSET)
		text_addf(out, "%sby, unless %s", out->len > from ? ", " : "", item->unless);
	if (item->hook != NAMES_NONE) {
		text_add(out, out->len > from ? ", " : "");
		add_hook(world, item->when, out);
	}
	if (brought)
		text_add(out, out->len > from ? ", brought" : "brought");
	if (item->extra)
		text_add(out, out->len > from ? ", extra" : "extra");
}

static void put_condition(const struct world *world, const struct story_item *item, bool brought, struct jsn *row)
{
	struct text text = {0};
	msel_condition(world, item, brought, &text);
	tree_text(row, "condition", text.data);
	text_free(&text);
}

/* ---- what is hoped for ---- */

/* The list once more as the lines of one cell; and with its first apart, for what stands between two of them. */
static void finish_expected(struct jsn *row)
{
	const struct jsn *expected = jsn_get(row, "expected");
	struct jsn *rest = tree_list(row, "expected_rest");
	struct text lines = {0};
	tree_text(row, "expected_first", jsn_count(expected) ? jsn_text(jsn_at(expected, 0, NULL)) : NULL);
	for (size_t i = 0; i < jsn_count(expected); i++) {
		const char *line = jsn_text(jsn_at(expected, i, NULL));
		text_addf(&lines, "%s%s", i ? "\n" : "", line);
		if (i)
			jsn_put(rest, NULL, jsn_string(line));
	}
	tree_taken(row, "expected_lines", &lines);
	tree_has(row, "expected");
	text_free(&lines);
}

static void put_expected(const struct list *list, const struct story_item *item, struct jsn *row)
{
	const struct world *world = list->naming.world;
	struct jsn *expected = tree_list(row, "expected");
	for (size_t i = 0; i < item->expects.n; i++) {
		int action = names_find(&world->names, NAMES_ACTION, item->expects.v[i]);
		naming_put_told(&list->naming, naming_action(&list->naming, action), expected, NULL);
	}
	for (size_t i = 0; i < item->effects.n; i++) {
		const struct effect *effect = &item->effects.v[i];
		if (effect->kind != EFFECT_OPEN || !world_asks(world, effect->ref))
			continue;
		const struct story_decision *decision = &story_of(list)->decisions[effect->ref];
		struct jsn *data = jsn_make(JSN_OBJECT, 0);
		naming_put(&list->naming, "role", decision->owner, data, "owner");
		naming_put_told(&list->naming, decision->ask, data, "ask");
		phrase_put(list->naming.phrases, "msel.say.decides", data, expected, NULL);
	}
	finish_expected(row);
}

/* The objectives that an effect of these kinds touches. */
static unsigned scored(const struct effects *effects)
{
	unsigned set = 0;
	for (size_t i = 0; i < effects->n; i++)
		if (effects->v[i].kind == EFFECT_SCORE)
			set |= 1u << effects->v[i].ref;
	return set;
}

static unsigned objective_of(const struct list *list, int decision)
{
	return 1u << names_find(&list->naming.world->names, NAMES_OBJECTIVE,
	                        story_of(list)->decisions[decision].objective);
}

/* The objectives of the questions that an answer settles with the action, and of the reaction to it. */
static unsigned served(const struct list *list, int action)
{
	unsigned set = 0;
	for (int i = 0; i < (int)story_of(list)->ndecisions; i++) {
		const struct story_decision *decision = &story_of(list)->decisions[i];
		for (int k = 0; world_asks(list->naming.world, i) && k < (int)decision->options.n; k++)
			if (plan_has(&story_option_at(decision, k)->effects, EFFECT_DO, action))
				set |= objective_of(list, i);
	}
	for (size_t i = 0; i < story_of(list)->nitems; i++)
		if (story_of(list)->items[i].kind == STORY_ON && story_of(list)->items[i].action == action)
			set |= scored(&story_of(list)->items[i].effects);
	return set;
}

/* What a row is there to try: the objectives of the questions it opens, and of the actions it hopes for. */
static unsigned objectives(const struct list *list, const struct story_item *item)
{
	const struct world *world = list->naming.world;
	unsigned set = scored(&item->effects);
	for (size_t i = 0; i < item->effects.n; i++)
		if (item->effects.v[i].kind == EFFECT_OPEN && world_asks(world, item->effects.v[i].ref))
			set |= objective_of(list, item->effects.v[i].ref);
	for (size_t i = 0; i < item->expects.n; i++)
		set |= served(list, names_find(&world->names, NAMES_ACTION, item->expects.v[i]));
	return set;
}

static void put_objectives(const struct list *list, unsigned set, struct jsn *row)
{
	struct shape_texts ids = {NULL, 0};
	const char *v[STORY_OBJECTIVES];
	ids.v = v;
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		if (set & 1u << i)
			v[ids.n++] = story_objectives[i];
	naming_put_all(&list->naming, "objective", &ids, row, "objective");
}

/* ---- rows ---- */

static struct jsn *add_row(struct list *list, enum type type, int32_t t)
{
	struct jsn *row = tree_row(list->rows);
	tree_number(row, "no", ++list->number);
	tree_flag(row, "plain", type == INJECT || type == CONTINGENCY);
	tree_flag(row, "contingency", type == CONTINGENCY);
	label_put(list->naming.phrases, row, "type", "msel.type", types[type]);
	naming_put_instant(&list->naming, t, row);
	put_near(list, t, row);
	put_delivery(list, t, row);
	label_put(list->naming.phrases, row, "controller", "msel.controller",
	          type == AUTOMATIC ? "program" : "facilitator");
	phrase_put(list->naming.phrases, "msel.status.planned", NULL, row, "status");
	return row;
}

static void put_addressee(const struct list *list, const struct story_item *item, struct jsn *row)
{
	bool role = item->to && names_find(&list->naming.world->names, NAMES_ROLE, item->to) != NAMES_NONE;
	naming_put(&list->naming, role ? "role" : "to", item->to, row, "to");
}

static void put_cue(struct list *list, const struct plan_cue *cue)
{
	const struct story_item *item = &story_of(list)->items[cue->item];
	bool contingency = item->by != SHAPE_UNSET || item->hook != NAMES_NONE || cue->brought;
	struct jsn *row = add_row(list,
	                          item->kind == STORY_AT ? AUTOMATIC
	                          : contingency          ? CONTINGENCY
	                                                 : INJECT,
	                          cue->t);
	naming_put(&list->naming, "channel", item->channel_name, row, "method");
	naming_put_told(&list->naming, item->from, row, "from");
	put_addressee(list, item, row);
	naming_put_told(&list->naming, item->subject, row, "subject");
	naming_put_told(&list->naming, item->text ? item->text : item->effects.because, row, "description");
	naming_put_told(&list->naming, item->read_aloud, row, "aloud");
	put_expected(list, item, row);
	put_objectives(list, objectives(list, item), row);
	put_condition(list->naming.world, item, cue->brought, row);
	naming_put_told(&list->naming, names_id(&list->naming.world->names, NAMES_ITEM, cue->item), row, "id");
}

static void put_end(struct list *list, const char *which, int32_t t)
{
	static const char *const absent[] = {"method", "from",      "to",        "subject",
	                                     "aloud",  "objective", "condition", "id"};
	struct jsn *row = add_row(list, ADMINISTRATIVE, t);
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		tree_null(row, absent[i]);
	tree_list(row, "expected");
	finish_expected(row);
	label_put(list->naming.phrases, row, "description", "msel.end", which);
}

static const char *company(const struct world *world)
{
	return world->playbook->company.name ? world->playbook->company.name : world->story->company.name;
}

static void put_head(const struct list *list, struct jsn *tree)
{
	const struct world *world = list->naming.world;
	naming_put_told(&list->naming, world->story->title, tree, "title");
	naming_put_told(&list->naming, company(world), tree, "company");
	naming_put_told(&list->naming, world->playbook->title, tree, "playbook");
	naming_put_instant(&list->naming, 0, tree);
	tree_flag(tree, "extended", world->extended);
	tree_flag(tree, "clock", list->begins != SHAPE_UNSET);
	tree_number(tree, "minutes", plan_minutes(world->story, world->extended));
}

struct jsn *msel_tree(const struct world *world, int32_t begins, const struct phrases *phrases)
{
	struct jsn *tree = jsn_make(JSN_OBJECT, 0);
	struct list list = {.begins = begins, .rows = tree_list(tree, "rows")};
	struct arena *arena = arena_new();
	size_t n;
	const struct plan_cue *cues = plan_cues(world, arena, &n);
	naming_open(&list.naming, world, phrases);
	put_head(&list, tree);
	put_end(&list, "start", 0);
	for (size_t i = 0; i < n; i++)
		put_cue(&list, &cues[i]);
	put_end(&list, "end", story_end(world->story));
	naming_close(&list.naming);
	arena_free(arena);
	return tree;
}
