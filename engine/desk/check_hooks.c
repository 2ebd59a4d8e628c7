#include "desk/check_hooks.h"

#include "base/path.h"
#include "content/texts.h"
#include "desk/check_code.h"
#include "exercise/hook.h"

#include <stdlib.h>
#include <string.h>

enum { WORD = 64, FAILURES = 50 }; /* a hostile file has thousands of loops without an end */

/* The source that a fault means: it names a file without its folder. */
static const char *source_of(const struct world *world, const char *fault, size_t len)
{
	const struct world_sources *sources = &world->sources;
	for (size_t i = 0; i < sources->nincludes; i++) {
		const char *name = path_name(sources->includes[i].name);
		if (strlen(name) == len && memcmp(name, fault, len) == 0)
			return sources->includes[i].name;
	}
	return sources->scenario.name;
}

/* The word in quotes behind a phrase of the fault; false when the phrase is not in it. */
static bool word_behind(const char *fault, const char *phrase, char word[WORD])
{
	const char *at = strstr(fault, phrase);
	size_t len = at ? strcspn(at + strlen(phrase), "\"") : 0;
	if (!len || len >= WORD)
		return false;
	memcpy(word, at + strlen(phrase), len);
	word[len] = '\0';
	return true;
}

static void advise(const struct world *world, const char *fault, struct diags *diags)
{
	char word[WORD];
	if (word_behind(fault, "unknown word \"", word)) {
		if (names_find(&world->names, NAMES_VAR, word) != NAMES_NONE)
			diag_hint(diags, "a variable is read from the view: function(w) return w.%s end", word);
		else if (strcmp(word, "w") == 0)
			diag_hint(diags, "name the view where the function begins: function(w)");
	} else if (word_behind(fault, "a hook can't set \"", word)) {
		diag_hint(diags, "a `run` answers with sets = { %s = ... }; a name of its own begins with local", word);
	}
}

/* A fault is `file:line: message`. */
static void tell(const struct world *world, const char *fault, struct diags *diags)
{
	const char *colon = strchr(fault, ':');
	char *message = NULL;
	long line = colon ? strtol(colon + 1, &message, 10) : 0;
	if (!message || strncmp(message, ": ", 2) != 0)
		return;
	struct diag_place place = {source_of(world, fault, (size_t)(colon - fault)), line > 0 ? (int)line : 1, 0};
	check_code_tell(diags, "hook-fails", place, "asked at the opening, this function fails: %s", message + 2);
	advise(world, message, diags);
}

void check_hooks(const struct world *world, struct scenario *scenario, struct diags *diags)
{
	const struct shape_texts *hooks = &world->story->hooks;
	struct shape_texts faults = {NULL, 0};
	struct arena *arena = arena_new();
	struct state state;
	int failures = 0;
	state_init(&state, world);
	for (size_t i = 0; i < hooks->n && failures < FAILURES; i++) {
		const struct hook hook = {.scenario = scenario, .state = &state, .item = hooks->v[i], .number = (int)i};
		char fault[HOOK_FAULT];
		const char *part = strrchr(hooks->v[i], ':');
		if (part && strcmp(part, ":when") == 0)
			hook_when(&hook, fault);
		else
			hook_run(&hook, arena, fault);
		failures += *fault != '\0';
		if (!*fault || texts_have(&faults, fault)) /* a helper that several share is one fault */
			continue;
		texts_add(&faults, arena_dup(arena, fault), arena);
		tell(world, fault, diags);
	}
	state_free(&state);
	arena_free(arena);
}
