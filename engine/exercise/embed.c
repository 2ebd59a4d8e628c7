#include "exercise/embed.h"

#include "base/hash.h"

#include <string.h>

static const char *const kinds[] = {"scenario", "include", "playbook", "actions", "regime", NULL};
enum { SCENARIO, INCLUDE, PLAYBOOK, ACTIONS, REGIME }; /* their places */

/* The files of one kind of source, and how many. */
static struct file *files_of(struct world_sources *sources, size_t kind, size_t *count)
{
	struct file *const files[] = {&sources->scenario, sources->includes, &sources->playbook, &sources->actions,
	                              sources->regimes};
	const size_t counts[] = {sources->scenario.name != NULL, sources->nincludes, sources->playbook.name != NULL,
	                         sources->actions.name != NULL, sources->nregimes};
	*count = counts[kind];
	return files[kind];
}

struct jsn *embed_sources(const struct world *world)
{
	struct jsn *list = jsn_make(JSN_ARRAY, 0);
	struct world_sources sources = world->sources;
	for (size_t kind = 0; kinds[kind]; kind++) {
		size_t count;
		const struct file *files = files_of(&sources, kind, &count);
		for (size_t i = 0; i < count; i++) {
			char hex[HASH_HEX + 1];
			struct jsn *one = jsn_put(list, NULL, jsn_make(JSN_OBJECT, 0));
			hash_hex(files[i].bytes, files[i].len, hex);
			jsn_put(one, "what", jsn_string(kinds[kind]));
			jsn_put(one, "name", jsn_string(files[i].name));
			jsn_put(one, "sha256", jsn_string(hex));
			jsn_put(one, "text", jsn_string(files[i].bytes));
		}
	}
	return list;
}

/* Whether the team's playbook has to do `action` for this story: expected, reacted to, awaited, or an answer's own. */
static bool is_needed(const struct story *story, const struct names *names, int action)
{
	const char *id = names_id(names, NAMES_ACTION, action);
	for (size_t i = 0; i < story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		if (item->unless_action == action || (item->kind == STORY_ON && item->action == action))
			return true;
		for (size_t e = 0; e < item->expects.n; e++)
			if (strcmp(item->expects.v[e], id) == 0)
				return true;
	}
	for (size_t d = 0; d < story->ndecisions; d++)
		for (int o = 0; o < (int)story->decisions[d].options.n; o++) {
			const struct effects *effects = &story_option_at(&story->decisions[d], o)->effects;
			for (size_t e = 0; e < effects->n; e++)
				if (effects->v[e].kind == EFFECT_DO && effects->v[e].ref == action)
					return true;
		}
	return false;
}

struct jsn *embed_needed(const struct world *world)
{
	struct jsn *needed = jsn_make(JSN_ARRAY, 0);
	for (int action = 0; action < (int)world->names.of[NAMES_ACTION].n; action++)
		if (is_needed(world->story, &world->names, action))
			jsn_put(needed, NULL, jsn_string(names_id(&world->names, NAMES_ACTION, action)));
	return needed;
}

static bool refuse(struct diags *diags, const char *what, const char *name)
{
	return diag_error(diags, (struct diag_place){NULL, 0, 0}, "the journal's first line: %s%s", what, name);
}

/* Texts live as long as the findings: a fault in one is quoted after the world that was not to be. */
static bool read_source(const struct jsn *one, struct diags *diags, struct file *out)
{
	const char *name = jsn_text(jsn_get(one, "name")), *text = jsn_text(jsn_get(one, "text"));
	const char *sha256 = jsn_text(jsn_get(one, "sha256"));
	char hex[HASH_HEX + 1];
	if (!name || !text || !sha256 || !file_name_safe(name))
		return refuse(diags, "a source has no name, text or hash", "");
	hash_hex(text, strlen(text), hex);
	if (strcmp(hex, sha256) != 0)
		return refuse(diags, "the hash is not that of the text of ", name);
	return file_take(text, strlen(text), arena_dup(diags->arena, name), diags->arena, diags, out);
}

/* The file that `one` belongs to; those that there may be many of have room made before. */
static struct file *room_for(struct world_sources *sources, const struct jsn *one)
{
	const char *what = jsn_text(jsn_get(one, "what"));
	for (size_t kind = 0; what && kinds[kind]; kind++) {
		if (strcmp(kinds[kind], what) != 0)
			continue;
		if (kind == INCLUDE)
			return &sources->includes[sources->nincludes++];
		if (kind == REGIME)
			return &sources->regimes[sources->nregimes++];
		size_t taken;
		struct file *file = files_of(sources, kind, &taken);
		return taken ? NULL : file;
	}
	return NULL;
}

bool embed_read(const struct jsn *list, struct world_sources *sources, struct diags *diags)
{
	size_t count = jsn_type(list) == JSN_ARRAY ? jsn_count(list) : 0;
	*sources = (struct world_sources){.includes = arena_alloc(diags->arena, count * sizeof(struct file)),
	                                  .regimes = arena_alloc(diags->arena, count * sizeof(struct file))};
	for (size_t i = 0; i < count; i++) {
		const struct jsn *one = jsn_at(list, i, NULL);
		struct file *file = room_for(sources, one);
		if (!file)
			return refuse(diags, "a source is of an unknown kind, or there twice", "");
		if (!read_source(one, diags, file))
			return false;
	}
	if (!sources->playbook.name || !sources->actions.name)
		return refuse(diags, "the playbook or actions.yaml is missing", "");
	return true;
}
