#include "content/names.h"

#include "base/diag.h"

#include <stdint.h>
#include <string.h>

enum { SLOTS = 8 }; /* at first; a power of two, and at most half of them are taken */

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

/* FNV-1a: ids are asked for at every turn, and a playbook has many. */
static size_t hash(const char *id)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *id; id++)
		h = (h ^ (unsigned char)*id) * UINT64_C(0x100000001b3);
	return (size_t)(h ^ h >> 32);
}

/* Where the id stands, or the free place where it belongs; there always is one. */
static int *slot_of(const struct names_list *list, const char *id)
{
	size_t at = hash(id) & (list->nslots - 1);

	while (list->slots[at] && strcmp(list->v[list->slots[at] - 1], id) != 0)
		at = (at + 1) & (list->nslots - 1);
	return &list->slots[at];
}

static void grow(struct names *names, struct names_list *list)
{
	list->nslots = list->nslots ? 2 * list->nslots : SLOTS;
	list->slots = arena_alloc(names->arena, list->nslots * sizeof *list->slots);
	for (size_t i = 0; i < list->n; i++)
		*slot_of(list, list->v[i]) = (int)i + 1;
}

int names_find(const struct names *names, enum names_kind kind, const char *id)
{
	const struct names_list *list = &names->of[kind];

	return list->n ? *slot_of(list, id) - 1 : NAMES_NONE;
}

int names_add(struct names *names, enum names_kind kind, const char *id)
{
	struct names_list *list = &names->of[kind];
	const char **slot;
	int known = names_find(names, kind, id);

	if (known != NAMES_NONE)
		return known;
	if (2 * list->n >= list->nslots)
		grow(names, list);
	*slot_of(list, id) = (int)list->n + 1;
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
