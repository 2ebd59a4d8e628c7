/* How long after its instant an inject is ready to be shown, in a scaled drill at high speed: the loop's own poll, the
 * take, the sync and the frame; the worst of a drill. And the memory that took. */
#include "bench.h"

#include "desk/frame.h"
#include "desk/room.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

static double wait_and_show(struct room *room, struct text *out)
{
	struct agenda_item next = agenda_next(&room->session->state);
	struct frame frame = {.out = out, .columns = 80};
	char why[ACT_WHY];
	clock_advance(&room->clock, clock_boot_ms());
	int64_t until = clock_until(&room->clock, next.due);
	double expected = bench_us() + (double)until * 1e3, shown = 0;
	const struct event_turn *turn;
	while (!(turn = room_due(room, why)))
		poll(NULL, 0, room_timeout(room));
	for (; turn; turn = room_due(room, why)) {
		frame_turn(&frame, room->session, turn);
		shown = shown > 0 ? shown : bench_us();
	}
	text_clear(out);
	return until > 0 ? (shown - expected) / 1e3 : 0;
}

int main(int argc, char **argv)
{
	struct room room;
	struct text out = {0};
	struct rusage used;
	char path[256];
	double worst = 0;
	if (argc < 2)
		return 2;
	snprintf(path, sizeof path, "%s/latency.jsonl", argv[1]);
	unlink(path);
	struct room_setup setup = {.choice = {.scenario = "ex-employee-export", .extended = true},
	                           .journal = path,
	                           .clock = CLOCK_SCALED,
	                           .speed = 200,
	                           .seed = 1};
	if (!room_open(&room, &setup))
		return 2;
	room_begin(&room);
	while (!session_ended(room.session)) {
		room.clock.talk_ms = 0; /* nobody talks */
		double late = wait_and_show(&room, &out);
		worst = late > worst ? late : worst;
	}
	getrusage(RUSAGE_SELF, &used);
	int over = bench_line("an inject shown after its instant (worst)", worst, 20, "ms");
	over += bench_line("memory during a drill, resident", (double)used.ru_maxrss / 1024, 12, "MiB");
	text_free(&out);
	room_close(&room);
	return over ? 1 : 0;
}
