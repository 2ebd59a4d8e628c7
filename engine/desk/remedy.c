#include "desk/remedy.h"

#include "base/span.h"
#include "base/tree.h"
#include "desk/check.h"
#include "desk/plan.h"

enum { TAKES = 30 * SPAN_MINUTE, LATER = 2 * SPAN_HOUR, UNASKED = 24 * SPAN_HOUR };

/* The inject that asked for it first: the earliest that came, else the first of the story; NAMES_NONE when none does.
 */
static int asked_by(const struct session *s, const char *action, int32_t *t)
{
	const struct story *story = s->world->story;
	int found = NAMES_NONE;
	*t = STATE_NEVER;
	for (int i = 0; i < (int)story->nitems; i++) {
		bool came = state_get(&s->state, STATE_ITEM, i, STATE_ITEM_STATUS) == STATE_DELIVERED;
		int32_t at = state_get(&s->state, STATE_ITEM, i, STATE_ITEM_AT);
		if (!plan_expects(&story->items[i], action))
			continue;
		if (found == NAMES_NONE || (came && (*t == STATE_NEVER || at < *t))) {
			found = i;
			*t = came ? at : STATE_NEVER;
		}
	}
	return found;
}

static const char *owner(const struct session *s, int item)
{
	const struct playbook *playbook = s->world->playbook;
	const char *to = item == NAMES_NONE ? NULL : s->world->story->items[item].to;
	return to && playbook_role(playbook, to) ? to : playbook->owner;
}

/* From the latest clock that a careful team has running by then, in whole hours. */
static void add_due(const struct session *s, int32_t t, struct text *out)
{
	int32_t aware = s->world->story->truth[SHAPE_AWARE];
	bool asked = t != STATE_NEVER, knows = !asked || (aware != SHAPE_UNSET && aware <= t);
	int32_t after = asked ? t - (knows ? aware : 0) + LATER : UNASKED;
	after = (after + SPAN_HOUR - 1) / SPAN_HOUR * SPAN_HOUR;
	text_addf(out, "%s+%dh", shape_moments[knows ? SHAPE_AWARE : SHAPE_DETECTED], after / SPAN_HOUR);
}

/* The action's id, or with a number behind it when a step is called that already. */
static void add_id(const struct world *world, const char *action, struct text *out)
{
	size_t from = out->len;
	text_add(out, action);
	for (int i = 2; names_find(&world->names, NAMES_STEP, out->data + from) != NAMES_NONE; i++) {
		out->len = from;
		text_addf(out, "%.40s-%d", action, i);
	}
}

/* JSON's quotes are YAML's. */
static void add_quoted(const char *s, struct text *out)
{
	struct jsn *value = jsn_string(s);
	jsn_write(value, out);
	jsn_free(value);
}

static void add_step(const struct session *s, int action, struct text *out)
{
	const struct world *world = s->world;
	const char *id = names_id(&world->names, NAMES_ACTION, action);
	char takes[SPAN_BUFFER];
	int32_t t;
	int item = asked_by(s, id, &t);
	text_add(out, "      - step: ");
	add_id(world, id, out);
	text_add(out, "\n        instruction: ");
	add_quoted(vocabulary_action(world->vocabulary, action)->description, out);
	text_addf(out, "\n        owner: %s\n        due: ", owner(s, item));
	add_due(s, t, out);
	text_addf(out, "\n        takes: %s\n        does: [%s]\n", span_format(TAKES, takes), id);
}

struct jsn *remedy_missing(const struct session *s)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct arena *arena = arena_new();
	struct shape_texts missing = check_missing(s->world, arena);
	struct text yaml = {0};
	for (size_t i = 0; i < missing.n; i++) {
		int action = names_find(&s->world->names, NAMES_ACTION, missing.v[i]);
		struct jsn *row = tree_row(list);
		tree_text(row, "action", missing.v[i]);
		tree_text(row, "text", vocabulary_action(s->world->vocabulary, action)->description);
		add_step(s, action, &yaml);
		tree_taken(row, "yaml", &yaml);
	}
	text_free(&yaml);
	arena_free(arena);
	return list;
}
