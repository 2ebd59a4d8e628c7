#include "exercise/record.h"

static bool damaged(struct record *record, struct diags *diags, const char *file, const char *why)
{
	int line = journal_lines(record->reader);
	record->damaged = true;
	return diag_error(diags, (struct diag_place){file, line, 0}, "turn %d can't be read: %s", line, why);
}

/* The first line makes the world that every line is read in. */
static bool begin(struct record *record, struct jsn *line, struct diags *diags, const char *file)
{
	char why[160];
	struct event_turn turn;
	struct arena *arena = arena_new();
	record->first = line;
	bool good = event_decode(line, NULL, arena, &turn, why) || damaged(record, diags, file, why);
	if (good)
		record->world = event_world(turn.events[0].data, &record->start, diags);
	arena_free(arena);
	record->damaged = !record->world;
	if (record->world)
		record->session = session_new(record->world, NULL, &record->start);
	return record->session != NULL;
}

static bool take(struct record *record, const struct jsn *line, struct diags *diags, const char *file)
{
	char why[ACT_WHY];
	struct event_turn turn;
	struct arena *arena = record->keep ? record->arena : arena_new();
	bool good = event_decode(line, record->world, arena, &turn, why) && session_replay(record->session, &turn, why);
	if (!good)
		damaged(record, diags, file, why);
	if (good) {
		if (record->keep)
			*(struct event_turn *)arena_push(arena, &record->turns, &record->count, sizeof turn) = turn;
		else
			record->count++;
	}
	if (!record->keep)
		arena_free(arena);
	return good;
}

static bool read_line(struct record *record, struct jsn *line, struct diags *diags)
{
	const char *file = journal_name(record->reader);
	if (!record->first)
		return begin(record, line, diags, file) && take(record, line, diags, file);
	bool good = take(record, line, diags, file);
	jsn_free(line);
	return good;
}

int record_follow(struct record *record, struct diags *diags)
{
	struct jsn *line;
	enum journal_read read;
	size_t before = record->count;
	if (record->damaged)
		return -1;
	while ((read = journal_next(record->reader, &line, diags)) == JOURNAL_LINE)
		if (!read_line(record, line, diags))
			return -1;
	record->torn = journal_torn(record->reader);
	return read == JOURNAL_DAMAGED ? -1 : (int)(record->count - before);
}

bool record_open(struct record *record, const char *path, bool keep, struct diags *diags)
{
	*record = (struct record){.arena = arena_new(), .keep = keep, .reader = journal_read(path, diags)};
	if (!record->reader || record_follow(record, diags) < 0)
		return false;
	if (record->count)
		return true;
	return diag_error(diags, (struct diag_place){path, 0, 0}, "nothing is recorded here yet");
}

void record_close(struct record *record)
{
	if (record->session)
		session_free(record->session);
	if (record->world)
		world_free(record->world);
	jsn_free(record->first);
	journal_reader_free(record->reader);
	arena_free(record->arena);
	*record = (struct record){0};
}
