#include "desk/reload.h"

#include "base/ending.h"
#include "base/path.h"
#include "base/span.h"
#include "desk/solo.h"
#include "desk/replay.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST_RECORDS = 10000 };

/* A record of its own beside the one that somebody named: NAME-2.jsonl. False when there is no room for one. */
static bool beside(const char *journal, char path[SHELF_PATH])
{
	size_t stem = path_without(journal, ".jsonl");
	for (int i = 2; i < MOST_RECORDS; i++) {
		int n = snprintf(path, SHELF_PATH, "%.*s-%d%s", (int)stem, journal, i, journal + stem);
		if (n < 0 || n >= SHELF_PATH)
			return false;
		if (access(path, F_OK) != 0)
			return true;
	}
	return false;
}

static void tell_misfit(const struct replay_misfit *misfit, const char *changed, struct text *said)
{
	char stamp[SPAN_BUFFER];
	text_addf(said, "%s was edited, and the run so far no longer fits: your line %d", changed, (int)misfit->line);
	if (*misfit->typed)
		text_addf(said, " (%s)", misfit->typed);
	text_addf(said, ", at %s: %.*s", span_stamp(misfit->t, stamp),
	          (int)ending_cut(misfit->why, strlen(misfit->why)), misfit->why);
	if (*misfit->where)
		text_addf(said, " (%s)", misfit->where);
	text_add(said, ". ");
}

bool reload_room(struct room *room, const struct room_setup *setup, const char *changed, struct text *faults,
                 struct text *said)
{
	struct room fresh;
	struct replay_misfit misfit = {0};
	struct room_setup again = *setup;
	char path[SHELF_PATH];
	changed += strncmp(changed, "./", 2) == 0 ? 2 : 0;
	again.seed = room->session->start.seed;
	if (setup->journal && beside(setup->journal, path))
		again.journal = path;
	bool fits = room_open(&fresh, &again);
	if (fits) {
		struct text cut = {0};
		room_begin(&fresh);
		solo_note(&fresh, &cut);
		text_free(&cut);
	}
	fits = fits && replay_onto(room->path, &fresh, &misfit);
	if (fits) {
		room_close(room);
		*room = fresh;
		text_addf(said, "%s was edited; the run so far fits. Its record now: %s", changed, room->path);
		return true;
	}
	diags_render(&fresh.diags, faults);
	if (misfit.line)
		tell_misfit(&misfit, changed, said);
	text_add(said, "The run goes on with what it was.");
	if (fresh.journal)
		unlink(fresh.path);
	room_close(&fresh);
	return false;
}

static void tell_other(const struct file *recorded, struct text *said)
{
	struct file now;
	struct diags diags;
	struct arena *arena = arena_new();
	const char *name = recorded->name;
	diags_init(&diags);
	bool here = name && file_name_safe(name) && file_below("", name) && file_read(name, name, arena, &diags, &now);
	if (here && (now.len != recorded->len || memcmp(now.bytes, recorded->bytes, now.len) != 0))
		text_addf(said, "%s%s has changed since; this run goes on with what was recorded.",
		          said->len ? " " : "", name);
	diags_free(&diags);
	arena_free(arena);
}

void reload_differs(const struct room *room, struct text *said)
{
	const struct world_sources *sources = &room->set.world->sources;
	tell_other(&sources->scenario, said);
	for (size_t i = 0; i < sources->nincludes; i++)
		tell_other(&sources->includes[i], said);
	tell_other(&sources->playbook, said);
}
