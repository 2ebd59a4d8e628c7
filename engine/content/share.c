#include "content/share.h"

#include <string.h>

struct share *share_make(struct world *world, const char *role, int32_t minutes)
{
	struct share *share = arena_alloc(world->arena, sizeof *share);
	size_t n = world->story->ndecisions;
	*share = (struct share){.role = role ? arena_dup(world->arena, role) : NULL, .minutes = minutes};
	share->mine = arena_alloc(world->arena, (n ? n : 1) * sizeof *share->mine);
	memset(share->mine, 0, n * sizeof *share->mine);
	world->share = share;
	return share;
}

void share_add(struct share *share, int decision)
{
	share->count += !share->mine[decision];
	share->mine[decision] = true;
}

bool share_has(const struct world *world, int decision)
{
	return !world->share || world->share->mine[decision];
}

bool share_hears(const struct world *world, int item)
{
	const struct story_item *message = &world->story->items[item];
	const char *role = world->share ? world->share->role : NULL;
	if (!world->share || (role && message->to && strcmp(message->to, role) == 0))
		return true;
	for (size_t i = 0; i < message->effects.n; i++)
		if (message->effects.v[i].kind == EFFECT_OPEN && share_has(world, message->effects.v[i].ref))
			return true;
	return false;
}

bool share_counts(const struct world *world, const char *source)
{
	static const char *const kinds[] = {"decision:", "late:"};
	for (size_t k = 0; world->share && k < sizeof kinds / sizeof *kinds; k++) {
		size_t len = strlen(kinds[k]);
		if (strncmp(source, kinds[k], len) != 0)
			continue;
		for (int i = 0; i < (int)world->story->ndecisions; i++) {
			const char *id = names_id(&world->names, NAMES_DECISION, i);
			size_t end = strcspn(source + len, ".");
			if (strlen(id) == end && strncmp(source + len, id, end) == 0)
				return world->share->mine[i];
		}
	}
	return !world->share;
}

struct jsn *share_encode(const struct world *world)
{
	if (!world->share)
		return jsn_make(JSN_NULL, 0);
	struct jsn *data = jsn_make(JSN_OBJECT, 0);
	jsn_put(data, "role", jsn_string(world->share->role));
	jsn_put(data, "minutes", jsn_make(JSN_INT, world->share->minutes));
	struct jsn *list = jsn_put(data, "decisions", jsn_make(JSN_ARRAY, 0));
	for (int i = 0; i < (int)world->story->ndecisions; i++)
		if (world->share->mine[i])
			jsn_put(list, NULL, jsn_string(names_id(&world->names, NAMES_DECISION, i)));
	return data;
}

bool share_decode(const struct jsn *data, struct world *world)
{
	if (!data || jsn_type(data) == JSN_NULL)
		return true;
	const struct jsn *list = jsn_get(data, "decisions");
	int64_t minutes = jsn_number(jsn_get(data, "minutes"), 0);
	const char *role = jsn_text(jsn_get(data, "role"));
	if (role && names_find(&world->names, NAMES_ROLE, role) == NAMES_NONE)
		return false;
	if (minutes < 0 || minutes > INT32_MAX || jsn_type(list) != JSN_ARRAY)
		return false;
	struct share *share = share_make(world, role, (int32_t)minutes);
	for (size_t i = 0; i < jsn_count(list); i++) {
		const char *id = jsn_text(jsn_at(list, i, NULL));
		int decision = id ? names_find(&world->names, NAMES_DECISION, id) : NAMES_NONE;
		if (decision == NAMES_NONE)
			return false;
		share_add(share, decision);
	}
	return true;
}
