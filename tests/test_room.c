#include "check.h"
#include "desk/host.h"
#include "desk/room.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	char folder[64], path[96], why[ACT_WHY];
	struct room room;
	struct text out;
	bool open;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	strcpy(f->folder, "/tmp/drill72-room-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(f->path, sizeof f->path, "%s/a.jsonl", f->folder);
	return 0;
}

static void close_room(struct fixture *f)
{
	if (f->open)
		room_close(&f->room);
	f->open = false;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	close_room(f);
	unlink(f->path);
	int gone = rmdir(f->folder);
	text_free(&f->out);
	free(f);
	return gone;
}

static const char *told(struct fixture *f)
{
	text_clear(&f->out);
	diags_render(&f->room.diags, &f->out);
	return f->out.data ? f->out.data : "";
}

/* A story of one question at T+0, opened under that clock. */
static bool try_open(struct fixture *f, enum clock_kind clock)
{
	struct room_setup setup = {
	    .choice = {.scenario = "tests/fuzz/small.lua"}, .journal = f->path, .clock = clock, .speed = 1, .seed = 1};
	f->open = true;
	return room_open(&f->room, &setup);
}

static void open_room(struct fixture *f, enum clock_kind clock)
{
	if (!try_open(f, clock))
		fail_msg("%s", told(f));
	room_begin(&f->room);
}

static void resume(struct fixture *f)
{
	close_room(f);
	f->open = true;
	if (!room_resume(&f->room, f->path))
		fail_msg("%s", told(f));
}

static int lines(const struct fixture *f)
{
	FILE *file = fopen(f->path, "r");
	int n = 0;
	for (int c; (c = getc(file)) != EOF;)
		n += c == '\n';
	fclose(file);
	return n;
}

static const struct event_turn *take(struct fixture *f, struct act act)
{
	act.at = STATE_NEVER;
	act.by = "facilitator";
	act.cause = "typed";
	return room_take(&f->room, &act, f->why);
}

static const struct event_turn *note(struct fixture *f)
{
	return take(f, (struct act){.kind = ACT_NOTE, .text = "seen"});
}

static void play_what_is_due(struct fixture *f)
{
	while (room_due(&f->room, f->why))
		;
	assert_string_equal(f->why, "");
	assert_int_equal(f->room.diags.errors, 0);
}

static void a_room_opens_with_its_first_turn_on_the_disk(void **state)
{
	struct fixture *f = *state;
	struct stat about;
	open_room(f, CLOCK_STEPPED);
	assert_int_equal(lines(f), 1);
	assert_int_equal(stat(f->path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_int_equal(room_now(&f->room), 0);
}

static void an_existing_journal_is_left_alone(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	close_room(f);
	assert_false(try_open(f, CLOCK_STEPPED));
	assert_non_null(strstr(told(f), "already exists"));
	assert_int_equal(lines(f), 1);
}

static void what_is_due_is_on_the_disk_when_it_is_returned(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	const struct event_turn *turn = room_due(&f->room, f->why);
	assert_non_null(turn);
	assert_int_equal(lines(f), 2);
	assert_string_equal(turn->cause, "inject:a");
	assert_true(turn->wall == f->room.set.world->t0);
	assert_null(room_due(&f->room, f->why));
	assert_string_equal(f->why, "");
	assert_int_equal(f->room.diags.errors, 0);
}

static void a_refused_act_leaves_no_line(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	assert_null(take(f, (struct act){.kind = ACT_GO}));
	assert_string_equal(f->why, "The clock runs already.");
	assert_int_equal(lines(f), 1);
}

static void stepping_goes_to_the_next_due_instant_or_to_the_one_named(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	play_what_is_due(f);
	assert_non_null(room_step(&f->room, STATE_NEVER, "facilitator", "next", f->why));
	assert_int_equal(room_now(&f->room), 1800); /* the question is late */
	assert_string_equal(room_due(&f->room, f->why)->cause, "late:d");
	assert_null(room_due(&f->room, f->why));
	assert_non_null(room_step(&f->room, 2400, "facilitator", "wait 10m", f->why));
	assert_int_equal(room_now(&f->room), 2400);
	assert_null(room_step(&f->room, 2400, "facilitator", "wait", f->why));
	assert_string_equal(f->why, "The clock only goes forward.");
}

static void a_stepped_room_goes_on_as_if_nothing_had_been(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	play_what_is_due(f);
	room_typed(&f->room);
	assert_non_null(note(f));
	assert_non_null(room_step(&f->room, 600, "facilitator", "wait 10m", f->why));
	int before = lines(f);
	resume(f);
	assert_int_equal(lines(f), before);
	assert_int_equal(room_now(&f->room), 600);
	assert_int_equal(f->room.in, 1);
	assert_false(f->room.waiting);
	assert_non_null(note(f));
	assert_int_equal(lines(f), before + 1);
}

static void a_running_drill_that_is_resumed_waits_for_a_line(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	int before = lines(f);
	resume(f);
	assert_int_equal(lines(f), before + 1);
	assert_true(f->room.waiting);
	assert_true(f->room.clock.held);
	f->room.clock.seen_ms -= 50000;
	play_what_is_due(f);
	assert_int_equal(room_now(&f->room), 0);
	room_typed(&f->room);
	assert_false(f->room.waiting);
	assert_false(f->room.clock.held);
}

static void talk_is_free_and_then_the_story_goes_on(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	assert_in_range(f->room.clock.talk_ms, 179000, 180000);
	f->room.clock.seen_ms -= 180000;
	play_what_is_due(f);
	assert_true(f->room.clock.talk_ms == 0);
	assert_true(room_now(&f->room) < 60);
	f->room.clock.seen_ms -= 59000; /* 4 hours in 8 minutes */
	play_what_is_due(f);
	assert_in_range(room_now(&f->room), 1770, 1800);
	assert_in_range(room_timeout(&f->room), 0, 250);
}

static void a_held_clock_loses_no_time(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	assert_non_null(take(f, (struct act){.kind = ACT_HOLD}));
	int64_t talk = f->room.clock.talk_ms;
	f->room.clock.seen_ms -= 600000;
	play_what_is_due(f);
	assert_true(f->room.clock.talk_ms == talk);
	assert_non_null(take(f, (struct act){.kind = ACT_GO}));
	assert_false(f->room.clock.held);
}

static void a_wall_clock_that_was_set_is_journalled_and_takes_no_time(void **state)
{
	struct fixture *f = *state;
	static const int64_t steps[] = {3600000, -86400000, 2001, -2100}; /* back, forward, and just enough */
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		int64_t talk = f->room.clock.talk_ms;
		f->room.offset_ms += steps[i];
		const struct event_turn *turn = room_watch(&f->room, f->why);
		assert_non_null(turn);
		assert_int_equal(turn->events[0].kind, EVENT_CLOCK_SET);
		assert_true(f->room.clock.talk_ms == talk);
		assert_null(room_watch(&f->room, f->why)); /* once */
	}
	assert_false(f->room.waiting);
	assert_int_equal(lines(f), 6);
}

static void a_wall_clock_that_drifts_is_left_alone(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	f->room.offset_ms += 1500;
	assert_null(room_watch(&f->room, f->why));
	assert_int_equal(lines(f), 1);
}

static void a_machine_that_slept_finds_its_drill_standing_still(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	int64_t talk = f->room.clock.talk_ms;
	f->room.clock.seen_ms -= 61000;
	const struct event_turn *turn = room_watch(&f->room, f->why);
	assert_non_null(turn);
	assert_int_equal(turn->events[0].kind, EVENT_REJOINED);
	assert_true(f->room.waiting && f->room.clock.held);
	assert_true(f->room.clock.talk_ms == talk);
	assert_null(room_watch(&f->room, f->why));
	room_typed(&f->room);
	assert_false(f->room.waiting || f->room.clock.held);
	assert_int_equal(room_behind_ms(&f->room), 0); /* sleep is nobody's delay */
}

static void a_nap_is_not_sleep(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	f->room.clock.seen_ms -= 59000;
	assert_null(room_watch(&f->room, f->why));
	assert_false(f->room.waiting);
}

static void a_stepped_clock_watches_nothing(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	f->room.offset_ms += 3600000;
	f->room.clock.seen_ms -= 3600000;
	assert_null(room_watch(&f->room, f->why));
	assert_int_equal(room_timeout(&f->room), -1);
	assert_int_equal(lines(f), 1);
}

static void a_room_knows_how_far_behind_it_is(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED);
	play_what_is_due(f);
	assert_in_range(room_behind_ms(&f->room), 0, 1000);
	f->room.begun_ms -= 240000; /* a minute more than the talk */
	assert_in_range(room_behind_ms(&f->room), 239000, 241000);
}

/* People sign in for longer than a minute; nobody slept. */
static void signing_in_takes_as_long_as_it_takes(void **state)
{
	struct fixture *f = *state;
	struct host host;
	FILE *script = fopen("/dev/null", "r");
	open_room(f, CLOCK_SCALED);
	host_open(&host, &f->room, &(struct host_setup){.script = script, .plain = true});
	host.stage = HOST_OPENING;
	f->room.clock.seen_ms -= 300000;
	host_notice(&host, CONSOLE_TICK);
	assert_int_equal(lines(f), 1);
	assert_false(f->room.waiting);
	host_close(&host);
	fclose(script);
}

/* Files may grow up to `bytes` and no further; back to what was with 0. */
static void limit_files(rlim_t bytes)
{
	struct rlimit limit;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes ? bytes : limit.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_journal_without_room_stays_whole_and_goes_on_with_it(void **state)
{
	struct fixture *f = *state;
	struct stat about;
	void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
	open_room(f, CLOCK_STEPPED);
	assert_int_equal(stat(f->path, &about), 0);
	limit_files((rlim_t)about.st_size + 20);
	assert_null(note(f));
	limit_files(0);
	assert_string_equal(f->why, "");
	assert_non_null(strstr(told(f), "may not grow any further"));
	assert_int_equal(f->room.session->turns, 1);
	assert_int_equal(lines(f), 1);
	assert_non_null(note(f));
	assert_int_equal(lines(f), 2);
	signal(SIGXFSZ, before);
	resume(f);
	assert_int_equal(f->room.session->turns, 2);
}

static void a_damaged_journal_is_not_gone_on_with(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED);
	play_what_is_due(f);
	close_room(f);
	int fd = open(f->path, O_WRONLY);
	assert_true(pwrite(fd, "#", 1, 9) == 1);
	close(fd);
	f->open = true;
	assert_false(room_resume(&f->room, f->path));
	assert_non_null(strstr(told(f), "a.jsonl:1:"));
}

#define room_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    room_test(a_room_opens_with_its_first_turn_on_the_disk),
	    room_test(an_existing_journal_is_left_alone),
	    room_test(what_is_due_is_on_the_disk_when_it_is_returned),
	    room_test(a_refused_act_leaves_no_line),
	    room_test(stepping_goes_to_the_next_due_instant_or_to_the_one_named),
	    room_test(a_stepped_room_goes_on_as_if_nothing_had_been),
	    room_test(a_running_drill_that_is_resumed_waits_for_a_line),
	    room_test(talk_is_free_and_then_the_story_goes_on),
	    room_test(a_held_clock_loses_no_time),
	    room_test(a_wall_clock_that_was_set_is_journalled_and_takes_no_time),
	    room_test(a_wall_clock_that_drifts_is_left_alone),
	    room_test(a_machine_that_slept_finds_its_drill_standing_still),
	    room_test(a_nap_is_not_sleep),
	    room_test(a_stepped_clock_watches_nothing),
	    room_test(a_room_knows_how_far_behind_it_is),
	    room_test(signing_in_takes_as_long_as_it_takes),
	    room_test(a_journal_without_room_stays_whole_and_goes_on_with_it),
	    room_test(a_damaged_journal_is_not_gone_on_with),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
