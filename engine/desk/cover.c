#include "desk/cover.h"

#include "base/tree.h"
#include "desk/label.h"

#include <stdio.h>
#include <string.h>

enum { FACTS = 6, ACTIONS = 8, CROWDED = 4, CLOCKS = 7, CRITICALS = 3, PLAN = 3 };

struct cover {
	struct jsn *model, *tree;
	const struct phrases *phrases;
};

/* "and 4 more in the annex"; null for none. */
static void put_more(const struct cover *c, const char *name, size_t n)
{
	if (n == 0) {
		tree_null(c->tree, name);
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", (int64_t)n);
	phrase_put(c->phrases, "report.more", data, c->tree, name);
}

static void copy(struct jsn *to, const struct jsn *from, const char *key)
{
	tree_text(to, key, jsn_text(jsn_get(from, key)));
}

/* Verified, and not so: nobody may read it as established. */
static bool wrong(const struct jsn *fact)
{
	const char *look = jsn_text(jsn_get(fact, "look"));
	return look && strcmp(look, "bad") == 0;
}

static void put_facts(const struct cover *c)
{
	struct jsn *fact, *list = tree_list(c->tree, "facts");
	size_t proved = 0;
	for (size_t i = 0; (fact = label_row(c->model, "facts", i)) != NULL; i++) {
		if (!jsn_text(jsn_get(fact, "verified")) || proved++ >= FACTS)
			continue;
		struct jsn *row = tree_row(list);
		copy(row, fact, "label");
		copy(row, fact, "verified");
		if (wrong(fact))
			copy(row, fact, "truth");
		else
			tree_null(row, "truth");
	}
	put_more(c, "more_facts", proved > FACTS ? proved - FACTS : 0);
}

static bool expects(const struct jsn *inject, const char *action)
{
	const struct jsn *row;
	for (size_t i = 0; (row = label_row(inject, "expects", i)) != NULL; i++)
		if (strcmp(jsn_text(jsn_get(row, "action")), action) == 0)
			return true;
	return false;
}

/* Whether the story asked for it: those come before what was done besides. */
static bool asked_for(const struct cover *c, const struct jsn *action)
{
	const char *id = jsn_text(jsn_get(action, "id"));
	const struct jsn *inject;
	for (size_t i = 0; id && (inject = label_row(c->model, "injects", i)) != NULL; i++)
		if (expects(inject, id))
			return true;
	return false;
}

static void put_action(struct jsn *list, const struct jsn *action)
{
	struct jsn *row = tree_row(list);
	copy(row, action, "stamp");
	copy(row, action, "text");
}

/* Whether the k-th of `all` is among `shown` of them, evenly spread from the first on. */
static bool picked(size_t k, size_t shown, size_t all)
{
	return k * shown % all < shown;
}

/* What the story asked for, from its first day to its last, thinned where it is too much for a page; where it is
 * little, what was done besides. */
static void put_actions(const struct cover *c)
{
	struct jsn *action, *list = tree_list(c->tree, "actions");
	size_t asked = 0, seen = 0;
	for (size_t i = 0; (action = label_row(c->model, "actions", i)) != NULL; i++)
		asked += asked_for(c, action);
	bool crowded = jsn_count(jsn_get(c->tree, "criticals")) > 0 || jsn_number(jsn_get(c->model, "banner"), 0);
	size_t most = crowded ? CROWDED : ACTIONS;
	size_t shown = asked < most ? asked : most, room = most - shown;
	for (size_t i = 0; (action = label_row(c->model, "actions", i)) != NULL; i++) {
		bool main = asked_for(c, action);
		if (main ? picked(seen++, shown, asked) : room > 0)
			put_action(list, action);
		room -= !main && room > 0;
	}
	put_more(c, "more_actions", jsn_count(jsn_get(c->model, "actions")) - jsn_count(list));
}

static bool same(const struct jsn *a, const struct jsn *b, const char *key)
{
	const char *x = jsn_text(jsn_get(a, key)), *y = jsn_text(jsn_get(b, key));
	return x && y && strcmp(x, y) == 0;
}

/* Failures for the same reason are one row. */
static void put_criticals(const struct cover *c)
{
	struct jsn *critical, *row, *list = tree_list(c->tree, "criticals");
	const struct jsn *score = jsn_get(c->model, "score");
	size_t more = 0;
	for (size_t i = 0; (critical = label_row(score, "criticals", i)) != NULL; i++) {
		size_t k = 0;
		while ((row = label_row(c->tree, "criticals", k)) != NULL && !same(row, critical, "because"))
			k++;
		if (!row && k < CRITICALS) {
			row = tree_row(list);
			copy(row, critical, "id");
			copy(row, critical, "stamp");
			copy(row, critical, "because");
		} else if (!row) {
			more++;
		}
	}
	put_more(c, "more_criticals", more);
	tree_flag(c->tree, "any_critical", jsn_count(list) > 0);
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", (int64_t)jsn_count(jsn_get(score, "criticals")));
	phrase_put(c->phrases, "report.criticals_count", data, c->tree, "criticals_text");
}

static void put_clocks(const struct cover *c)
{
	static const char *const keys[] = {"party",       "moment_text", "moment_stamp", "due_stamp", "due_text",
	                                   "filed_stamp", "margin_text", "look",         "within",    "flaw_brief"};
	struct jsn *clock, *list = tree_list(c->tree, "clocks");
	size_t all = jsn_count(jsn_get(c->model, "clocks"));
	for (size_t i = 0; i < CLOCKS && (clock = label_row(c->model, "clocks", i)) != NULL; i++) {
		struct jsn *row = tree_row(list);
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
			copy(row, clock, keys[k]);
	}
	tree_flag(c->tree, "any_clock", all > 0);
	put_more(c, "more_clocks", all > CLOCKS ? all - CLOCKS : 0);
}

/* An action in its own words. One that took up a gap has the gap's, which stand beside it: it names the number. */
static void put_what(const struct cover *c, const struct jsn *improvement, struct jsn *row)
{
	int64_t gap = jsn_number(jsn_get(improvement, "gap"), 0);
	if (gap == 0) {
		copy(row, improvement, "text");
		return;
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	tree_number(data, "gap", gap);
	phrase_put(c->phrases, "report.plan.gap", data, row, "text");
}

/* Three actions; what was not agreed is a line to fill in. */
static void put_plan(const struct cover *c)
{
	struct jsn *list = tree_list(c->tree, "plan");
	size_t agreed = jsn_count(jsn_get(c->model, "improvements"));
	for (size_t i = 0; i < PLAN; i++) {
		const struct jsn *improvement = label_row(c->model, "improvements", i);
		struct jsn *row = tree_row(list);
		tree_number(row, "no", (int64_t)i + 1);
		put_what(c, improvement, row);
		copy(row, improvement, "owner");
		copy(row, improvement, "date");
	}
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "n", (int64_t)agreed);
	if (agreed < PLAN)
		phrase_put(c->phrases, agreed ? "report.plan.few" : "report.plan.none", data, c->tree, "plan_note");
	else
		jsn_free(data);
	label_fill(c->tree, "plan_note");
	put_more(c, "more_plan", agreed > PLAN ? agreed - PLAN : 0);
}

void cover_dress(struct jsn *model, const struct phrases *phrases)
{
	struct cover cover = {model, tree_object(model, "cover"), phrases};
	put_facts(&cover);
	put_criticals(&cover); /* they take room from the actions */
	put_actions(&cover);
	put_clocks(&cover);
	put_plan(&cover);
}
