/* A record forged of lines: bytes as the lines of a journal, chained or not, since no fuzzer finds a SHA-256. */
#ifndef FUZZ_FORGED_H
#define FUZZ_FORGED_H

#include "exercise/record.h"

#include "../tiny.h"

#include <stdlib.h>
#include <string.h>

enum { FORGED_LINES = 64 };

struct forged {
	struct arena *arena;
	struct jsn *lines[FORGED_LINES]; /* NULL where a line is no JSON */
	size_t n;
	struct world *world; /* of its first line; NULL when that has none */
};

/* The world of a `started` line: as it stands there, and, where its hashes do not hold, of its story alone. */
static inline struct world *forged_world(const struct jsn *line, struct arena *arena)
{
	char why[160];
	struct event_turn turn;
	struct event_start start;
	struct diags diags;
	struct text out = {0};
	struct world *own = NULL;
	if (!event_decode(line, NULL, arena, &turn, why))
		return NULL;
	diags_init(&diags);
	own = event_world(turn.events[0].data, &start, &diags);
	const struct jsn *story = jsn_get(turn.events[0].data, "story");
	if (!own && jsn_type(story) == JSN_ARRAY && jsn_count(story) > 0)
		own = tiny_world_of(story, true, &diags);
	diags_render(&diags, &out);
	text_free(&out);
	diags_free(&diags);
	return own;
}

static inline struct forged forged_read(const char *bytes, size_t len)
{
	struct jsn_fault fault;
	struct forged f = {.arena = arena_new()};
	const char *newline;
	for (const char *end = bytes + len, *from = bytes; from < end && f.n < FORGED_LINES; from = newline + 1) {
		newline = memchr(from, '\n', (size_t)(end - from));
		newline = newline ? newline : end;
		f.lines[f.n++] = jsn_parse(from, (size_t)(newline - from), &fault);
	}
	f.world = f.n && f.lines[0] ? forged_world(f.lines[0], f.arena) : NULL;
	return f;
}

static inline void forged_free(struct forged *f)
{
	for (size_t i = 0; i < f->n; i++)
		jsn_free(f->lines[i]);
	arena_free(f->arena);
	world_free(f->world);
}

/* A record of its own world or of `other`, before its first turn. */
static inline struct record forged_record(const struct forged *f, struct world *other)
{
	struct record record = {.arena = arena_new(),
	                        .world = f->world ? f->world : other,
	                        .start = {.mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1},
	                        .keep = true};
	record.session = session_new(record.world, NULL, &record.start);
	return record;
}

static inline void forged_close(struct record *record)
{
	session_free(record->session);
	arena_free(record->arena);
}

/* False when the turn can't have happened. */
static inline bool forged_keep(struct record *record, struct event_turn turn)
{
	char why[ACT_WHY];
	turn.n = record->session->turns + 1;
	if (!session_replay(record->session, &turn, why))
		return false;
	*(struct event_turn *)arena_push(record->arena, &record->turns, &record->count, sizeof turn) = turn;
	return true;
}

#endif
