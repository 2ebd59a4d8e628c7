#include "content/vocabulary.h"

#include <string.h>

static const char *const files[] = {"authority", "individuals", NULL};
static const char *const audiences[] = {"everybody", "authorities", NULL};
const char *const vocabulary_channels[] = {"email", "in-app", "sms", NULL};

// clang-format off
#define ACTION(member) offsetof(struct vocabulary_action, member)
static const struct shape_field action_fields[] = {
	{"description", SHAPE_TEXT,   ACTION(description), SHAPE_REQUIRED, 0, NULL, NULL},
	{"public",      SHAPE_PAIRS,  ACTION(public), SHAPE_REQUIRED, 0, NULL, NULL},
	{"pauses",      SHAPE_IDS,    ACTION(pauses), 0, 0, NULL, NULL},
	{"unpauses",    SHAPE_IDS,    ACTION(unpauses), 0, 0, NULL, NULL},
	{"moment",      SHAPE_CHOICE, ACTION(moment), 0, 0, NULL, shape_moments},
	{"files",       SHAPE_CHOICE, ACTION(files), 0, 0, NULL, files},
	{"regime",      SHAPE_ID,     ACTION(regime), 0, 0, NULL, NULL},
	{"notice",      SHAPE_ID,     ACTION(notice), 0, 0, NULL, NULL},
	{"tell",        SHAPE_CHOICE, ACTION(tell), 0, 0, NULL, audiences},
	{"preserves",   SHAPE_FLAG,   ACTION(preserves), 0, 0, NULL, NULL},
	{"harms",       SHAPE_FLAG,   ACTION(harms), 0, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape action_shape = {"an action", sizeof(struct vocabulary_action), action_fields};

static const struct shape_field pause_fields[] = {
	{"description", SHAPE_TEXT, offsetof(struct vocabulary_pause, description), SHAPE_REQUIRED, 0, NULL, NULL},
	SHAPE_END,
};
static const struct shape pause_shape = {"a pausable thing", sizeof(struct vocabulary_pause), pause_fields};

#define NOTICE(member) offsetof(struct vocabulary_notice, member)
static const struct shape_field notice_fields[] = {
	{"audience",    SHAPE_ID,     NOTICE(audience), SHAPE_REQUIRED, 0, NULL, NULL},
	{"description", SHAPE_TEXT,   NOTICE(description), SHAPE_REQUIRED, 0, NULL, NULL},
	{"held",        SHAPE_ID,     NOTICE(held), 0, 0, NULL, NULL},
	{"corrects",    SHAPE_FLAG,   NOTICE(corrects), 0, 0, NULL, NULL},
	{"channel",     SHAPE_CHOICE, NOTICE(channel), 0, 0, NULL, vocabulary_channels},
	SHAPE_END,
};
static const struct shape notice_shape = {"a notice kind", sizeof(struct vocabulary_notice), notice_fields};

#define VOCABULARY(member) offsetof(struct vocabulary, member)
static const struct shape_field vocabulary_fields[] = {
	{"vocabulary", SHAPE_ID,    VOCABULARY(id), SHAPE_REQUIRED, 0, NULL, NULL},
	{"reviewed",   SHAPE_DATE,  VOCABULARY(reviewed), SHAPE_REQUIRED, 0, NULL, NULL},
	{"actions",    SHAPE_KEYED, VOCABULARY(actions), SHAPE_REQUIRED, 0, &action_shape, NULL},
	{"pausable",   SHAPE_KEYED, VOCABULARY(pausable), SHAPE_REQUIRED, 0, &pause_shape, NULL},
	{"notices",    SHAPE_KEYED, VOCABULARY(notices), SHAPE_REQUIRED, 0, &notice_shape, NULL},
	SHAPE_END,
};
static const struct shape vocabulary_shape = {"the vocabulary", sizeof(struct vocabulary), vocabulary_fields};
// clang-format on

static void register_all(struct names *names, enum names_kind kind, const struct shape_list *list, size_t size)
{
	for (size_t i = 0; i < list->n; i++)
		names_add(names, kind, ((const struct shape_entry *)((const char *)list->v + i * size))->id);
}

static bool worded_in_english(const struct vocabulary_action *action)
{
	for (size_t i = 0; i < action->public.n; i++)
		if (!strcmp(action->public.v[i].key, "en"))
			return true;
	return !action->public.n; /* told as missing already */
}

static bool check_action(const struct shape_reader *reader, const struct names *names,
                         const struct vocabulary_action *action)
{
	const struct yml *node = action->entry.node;
	bool fine = shape_refer_all(reader, names, NAMES_PAUSE, node, "pauses");

	fine = shape_refer_all(reader, names, NAMES_PAUSE, node, "unpauses") && fine;
	fine = shape_refer_all(reader, names, NAMES_NOTICE, node, "notice") && fine;
	if (!worded_in_english(action))
		fine = diag_error(reader->diags, shape_place(node, "public"),
		                  "\"public\" needs the wording in English (en)");
	if (action->regime && action->files == SHAPE_UNSET && !yml_get(node, "files"))
		fine = diag_error(reader->diags, shape_place(node, "regime"),
		                  "\"regime\" narrows \"files\", which is not given");
	return fine;
}

struct vocabulary *vocabulary_load(const struct file *file, const struct shape_reader *reader, struct names *names)
{
	bool fine;
	struct vocabulary *vocabulary = shape_load(reader, &vocabulary_shape, file, &fine);

	if (!vocabulary)
		return NULL;
	names->vocabulary = arena_dup(reader->arena, file->name);
	register_all(names, NAMES_ACTION, &vocabulary->actions, sizeof(struct vocabulary_action));
	register_all(names, NAMES_PAUSE, &vocabulary->pausable, sizeof(struct vocabulary_pause));
	register_all(names, NAMES_NOTICE, &vocabulary->notices, sizeof(struct vocabulary_notice));
	for (int i = 0; vocabulary_action(vocabulary, i); i++)
		fine = check_action(reader, names, vocabulary_action(vocabulary, i)) && fine;
	for (int i = 0; vocabulary_notice(vocabulary, i); i++)
		fine =
		    shape_refer_all(reader, names, NAMES_PAUSE, vocabulary_notice(vocabulary, i)->entry.node, "held") &&
		    fine;
	return fine ? vocabulary : NULL;
}

const struct vocabulary_action *vocabulary_action(const struct vocabulary *vocabulary, int number)
{
	if (number < 0 || (size_t)number >= vocabulary->actions.n)
		return NULL;
	return &((const struct vocabulary_action *)vocabulary->actions.v)[number];
}

const struct vocabulary_notice *vocabulary_notice(const struct vocabulary *vocabulary, int number)
{
	if (number < 0 || (size_t)number >= vocabulary->notices.n)
		return NULL;
	return &((const struct vocabulary_notice *)vocabulary->notices.v)[number];
}

const char *vocabulary_public(const struct vocabulary_action *action, const char *lang)
{
	for (size_t i = 0; i < action->public.n; i++)
		if (strcmp(action->public.v[i].key, lang) == 0)
			return action->public.v[i].text;
	return NULL;
}

bool vocabulary_share(const struct vocabulary_notice *one, const struct vocabulary_notice *other)
{
	return one == other ||
	       (strcmp(one->audience, other->audience) == 0 && strcmp(one->audience, "authorities") != 0);
}
