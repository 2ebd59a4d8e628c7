/* One turn, encoded, journalled and synced, against a bare write + fdatasync of the same bytes in the same folder:
 * medians, taken alternately in one run. Then resume and the report model of journals of 1,000 and 100,000 turns. */
#include "bench.h"

#include "base/hash.h"
#include "desk/layout.h"
#include "desk/edition.h"
#include "desk/report.h"
#include "desk/room.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROUNDS = 400 };

static struct act note(void)
{
	return (struct act){.kind = ACT_NOTE,
	                    .at = STATE_NEVER,
	                    .other = NAMES_NONE,
	                    .text = "Farah asks whether the agency still has a login; Arif looks",
	                    .by = "incident-lead",
	                    .cause = "note Farah asks whether the agency still has a login; Arif looks"};
}

static bool open_room(struct room *room, const char *path)
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

static double bare_write(int fd, const char *bytes, size_t len)
{
	double from = bench_us();
	if (write(fd, bytes, len) != (ssize_t)len || fdatasync(fd))
		exit(2);
	return bench_us() - from;
}

static int one_turn(const char *folder)
{
	static double ours[ROUNDS], bare[ROUNDS];
	char path[256], plain[256], why[ACT_WHY], line[600];
	struct room room;
	snprintf(path, sizeof path, "%s/turn.jsonl", folder);
	snprintf(plain, sizeof plain, "%s/plain", folder);
	memset(line, 'x', sizeof line);
	int fd = open(plain, O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
	if (fd < 0 || !open_room(&room, path))
		return 1;
	struct stat before, after;
	for (int i = 0; i < ROUNDS; i++) {
		struct act act = note();
		stat(path, &before);
		double from = bench_us();
		if (!room_take(&room, &act, why))
			return 1;
		ours[i] = bench_us() - from;
		stat(path, &after);
		bare[i] = bare_write(fd, line, (size_t)(after.st_size - before.st_size));
	}
	close(fd);
	room_close(&room);
	double ratio = bench_median(ours, ROUNDS) / bench_median(bare, ROUNDS);
	return bench_line("one turn, journalled and synced / bare write", ratio, 1.2, "x");
}

/* A long journal without a sync a line: what is measured is reading it. */
static bool long_journal(const char *path, int turns)
{
	struct room room;
	char why[ACT_WHY];
	struct text out = {0};
	if (!open_room(&room, path))
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
		struct act act = note();
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

enum reading { FOLD, MODEL, PAGE }; /* each more than the one before; a model's words are read beforehand */

static void make_page(const struct record *record, struct diags *diags)
{
	const struct edition edition = {.format = EDITION_HTML};
	struct text page = {0};
	struct layout *layout = edition_layout(&edition, record, diags);
	if (!layout || !edition_make(&edition, record, layout, &page, diags))
		exit(2);
	layout_free(layout);
	text_free(&page);
}

static double read_ms(const char *path, enum reading reading, const struct phrases *words)
{
	struct record record;
	struct diags diags;
	diags_init(&diags);
	double from = bench_us();
	if (!record_open(&record, path, reading != FOLD, &diags))
		exit(2);
	if (reading == MODEL)
		jsn_free(report_model(&record, false, words));
	if (reading == PAGE)
		make_page(&record, &diags);
	double ms = (bench_us() - from) / 1e3;
	record_close(&record);
	diags_free(&diags);
	return ms;
}

/* The median of five readings. */
static int read_line(const char *what, const char *path, enum reading reading, int turns, double bound,
                     const struct phrases *words)
{
	char name[80];
	double ms[5];
	for (int i = 0; i < 5; i++)
		ms[i] = read_ms(path, reading, words);
	snprintf(name, sizeof name, "%s of a journal of %d turns", what, turns);
	return bench_line(name, bench_median(ms, 5), bound, "ms");
}

static int reading(const char *folder, int turns, double bound, double page_bound)
{
	char path[256];
	struct diags diags;
	diags_init(&diags);
	snprintf(path, sizeof path, "%s/long.jsonl", folder);
	struct layout *layout = layout_open("en", &diags);
	if (!layout || !long_journal(path, turns))
		exit(2);
	int over = read_line("resume: fold", path, FOLD, turns, bound, NULL);
	over += read_line("report model", path, MODEL, turns, bound, layout_phrases(layout));
	over += read_line("report as HTML", path, PAGE, turns, page_bound, NULL);
	layout_free(layout);
	diags_free(&diags);
	return over;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	int over = one_turn(argv[1]);
	over += reading(argv[1], 1000, 20, 30);
	over += reading(argv[1], 100000, 2000, 3000);
	return over ? 1 : 0;
}
