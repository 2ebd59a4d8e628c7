/* One turn, encoded, journalled and synced, against a bare write + fdatasync of the same bytes in the same folder:
 * medians, taken alternately in one run. Then resume and the report model of journals of 1,000 and 100,000 turns. */
#include "bench.h"
#include "long.h"

#include "desk/layout.h"
#include "desk/edition.h"
#include "desk/report.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROUNDS = 400 };

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
	if (fd < 0 || !long_room(&room, path))
		return 1;
	struct stat before, after;
	for (int i = 0; i < ROUNDS; i++) {
		struct act act = long_note();
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
