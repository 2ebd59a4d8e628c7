#include "content/names.h"

#include "base/diag.h"

#include <string.h>

static const char *const words[NAMES_KINDS] = {
    [NAMES_MOMENT] = "moment",
    [NAMES_OBJECTIVE] = "objective",
    [NAMES_ROLE] = "role",
    [NAMES_VAR] = "variable",
    [NAMES_FACT] = "fact",
    [NAMES_ACTION] = "action",
    [NAMES_PAUSE] = "pausable thing",
    [NAMES_NOTICE] = "notice kind",
    [NAMES_DECISION] = "decision",
    [NAMES_ITEM] = "inject",
    [NAMES_DEADLINE] = "deadline",
    [NAMES_PHASE] = "phase",
    [NAMES_STEP] = "step",
    [NAMES_SEVERITY] = "severity",
    [NAMES_PERSON] = "person",
    [NAMES_CRITICAL] = "critical failure",
};

int names_find(const struct names *names, enum names_kind kind, const char *id)
{
	const struct names_list *list = &names->of[kind];

	for (size_t i = 0; i < list->n; i++)
		if (!strcmp(list->v[i], id))
			return (int)i;
	return NAMES_NONE;
}

int names_add(struct names *names, enum names_kind kind, const char *id)
{
	struct names_list *list = &names->of[kind];
	const char **slot;
	int known = names_find(names, kind, id);

	if (known != NAMES_NONE)
		return known;
	slot = arena_push(names->arena, &list->v, &list->n, sizeof *slot);
	*slot = arena_dup(names->arena, id);
	return (int)list->n - 1;
}

const char *names_id(const struct names *names, enum names_kind kind, int number)
{
	const struct names_list *list = &names->of[kind];

	return number >= 0 && (size_t)number < list->n ? list->v[number] : "?";
}

const char *names_nearest(const struct names *names, enum names_kind kind, const char *id)
{
	return diag_nearest(id, names->of[kind].v, names->of[kind].n);
}

const char *names_word(enum names_kind kind)
{
	return words[kind];
}
