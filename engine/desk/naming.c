#include "desk/naming.h"

#include "desk/label.h"

void naming_open(struct naming *naming, const struct world *world, const struct phrases *phrases)
{
	*naming = (struct naming){world, phrases, phrases_tree(phrases)};
}

void naming_close(struct naming *naming)
{
	jsn_free(naming->words);
}

static const char *word(const struct naming *naming, const char *group, const char *id)
{
	const char *found = jsn_text(jsn_get(jsn_get(jsn_get(naming->words, "kit"), group), id));
	return found ? found : id;
}

void naming_put_told(const struct naming *naming, const char *s, struct jsn *object, const char *key)
{
	struct text told = {0}, clean = {0};
	if (s) {
		world_expand(naming->world, s, &told);
		text_add_clean(&clean, told.len ? told.data : "");
	}
	tree_text(object, key, clean.data);
	text_free(&told);
	text_free(&clean);
}

void naming_put(const struct naming *naming, const char *group, const char *id, struct jsn *object, const char *key)
{
	naming_put_told(naming, id ? word(naming, group, id) : NULL, object, key);
}

void naming_put_all(const struct naming *naming, const char *group, const struct shape_texts *ids, struct jsn *object,
                    const char *key)
{
	struct text text = {0};
	for (size_t i = 0; i < ids->n; i++) {
		text_add(&text, i ? word(naming, "say", "comma") : "");
		text_add(&text, word(naming, group, ids->v[i]));
	}
	naming_put_told(naming, text.data, object, key);
	text_free(&text);
}

void naming_put_role(const struct naming *naming, const char *role, struct jsn *object, const char *key)
{
	int number = role ? names_find(&naming->world->names, NAMES_ROLE, role) : NAMES_NONE;
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put(naming, "role", role, data, "role");
	if (number == NAMES_NONE)
		tree_null(data, "person");
	else
		tree_text(data, "person",
		          names_id(&naming->world->names, NAMES_PERSON, world_holder(naming->world, number)));
	phrase_put(naming->phrases, "kit.say.holder", data, object, key);
}

void naming_put_span(const struct naming *naming, int32_t seconds, struct jsn *object, const char *key)
{
	label_span(naming->phrases, object, key, seconds);
}

void naming_put_due(const struct naming *naming, const struct shape_due *due, struct jsn *object, const char *key)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (due->after == SHAPE_UNSET) {
		jsn_free(data);
		tree_null(object, key);
		return;
	}
	naming_put_span(naming, due->after, data, "span");
	naming_put(naming, "moment", due->moment == NAMES_NONE ? "start" : shape_moments[due->moment], data, "moment");
	phrase_put(naming->phrases, "kit.say.due", data, object, key);
}

void naming_put_instant(const struct naming *naming, int32_t t, struct jsn *object)
{
	struct text date = {0};
	if (t != SHAPE_UNSET)
		phrase_date(naming->phrases, naming->world->zone, naming->world->t0 + t, &date);
	label_stamp(object, "stamp", t);
	tree_text(object, "date", date.data);
	text_free(&date);
}

static void put_party(const struct naming *naming, const struct world_deadline *deadline, struct jsn *row)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	naming_put_told(naming, deadline->regime ? deadline->regime->authority.shorthand : deadline->party, data,
	                "party");
	phrase_put(naming->phrases, deadline->individuals ? "kit.say.people_under" : "kit.say.party", data, row,
	           "party");
}

static void put_days(const struct naming *naming, int32_t days, struct jsn *row, const char *key)
{
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	phrase_count(data, "days", days);
	phrase_put(naming->phrases, "kit.say.days", data, row, key);
}

void naming_put_deadline(const struct naming *naming, int number, struct jsn *row)
{
	const struct world_deadline *deadline = &naming->world->deadlines[number];
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	if (deadline->duty && deadline->duty->days != SHAPE_UNSET)
		put_days(naming, deadline->duty->days, data, "span");
	else
		naming_put_span(naming, deadline->duty ? deadline->duty->within : deadline->obligation->within, data,
		                "span");
	naming_put(naming, "moment", shape_moments[deadline->moment], data, "moment");
	phrase_put(naming->phrases, "kit.say.due", data, row, "within");
	put_party(naming, deadline, row);
	naming_put_told(naming, deadline->law, row, "law");
}

const char *naming_action(const struct naming *naming, int action)
{
	return vocabulary_action(naming->world->vocabulary, action)->description;
}

void naming_put_count(int32_t n, struct jsn *object, const char *key)
{
	static const struct fact count = {.kind = STORY_COUNT};
	char words[64];
	tree_text(object, key, fact_words(&count, n, words));
}
