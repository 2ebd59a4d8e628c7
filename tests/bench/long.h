/* A journal of any length, for benches: a drill's first turn, then notes. */
#ifndef TESTS_LONG_H
#define TESTS_LONG_H

#include "base/hash.h"
#include "desk/room.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static inline struct act long_note(void)
{
	return (struct act){.kind = ACT_NOTE,
	                    .at = STATE_NEVER,
	                    .other = NAMES_NONE,
	                    .text = "Farah asks whether the agency still has a login; Arif looks",
	                    .by = "incident-lead",
	                    .cause = "note Farah asks whether the agency still has a login; Arif looks"};
}

static inline bool long_room(struct room *room, const char *path)
{
	struct room_setup setup = {.choice = {.scenario = "ex-employee-export"},
	                           .journal = path,
	                           .clock = CLOCK_STEPPED,
	                           .speed = 1,
	                           .seed = 1};
	struct text told = {0};
	unlink(path);
	bool opened = room_open(room, &setup);
	diags_render(&room->diags, &told);
	fputs(told.data ? told.data : "", stderr);
	text_free(&told);
	return opened;
}

/* A long journal without a sync a line: what is measured is reading it. */
static inline bool long_journal(const char *path, int turns)
{
	struct room room;
	char why[ACT_WHY];
	struct text out = {0};
	if (!long_room(&room, path))
		return false;
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	fseek(file, 0, SEEK_END);
	size_t len = (size_t)ftell(file);
	char *first = malloc(len);
	rewind(file);
	if (!first || fread(first, 1, len, file) != len)
		return false;
	fclose(file);
	char prev[HASH_HEX + 1];
	hash_hex(first, len, prev);
	free(first);
	struct text all = {0};
	struct arena *arena = arena_new();
	for (int i = 1; i < turns; i++) {
		struct act act = long_note();
		act.talk = EVENT_NO_TALK;
		struct event_turn *turn = session_take(room.session, &act, arena, why);
		turn->wall = room.set.world->t0;
		struct jsn *line = event_encode(turn, room.set.world);
		jsn_put(line, "prev", jsn_string(prev));
		text_clear(&out);
		jsn_write(line, &out);
		text_add(&out, "\n");
		jsn_free(line);
		hash_hex(out.data, out.len, prev);
		text_add_bytes(&all, out.data, out.len);
		session_apply(room.session, turn);
	}
	arena_free(arena);
	text_free(&out);
	room_close(&room);
	file = fopen(path, "a");
	bool written = file && fwrite(all.data, 1, all.len, file) == all.len && fclose(file) == 0;
	text_free(&all);
	return written;
}

#endif
