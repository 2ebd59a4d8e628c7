#include "check.h"

#include "base/span.h"
#include "desk/recap.h"
#include "desk/rehearsal.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fixture {
	char folder[64], path[96], why[ACT_WHY];
	struct room room;
	struct rehearsal part;
	struct text out;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	strcpy(f->folder, "/tmp/drill72-part-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(f->path, sizeof f->path, "%s/a.jsonl", f->folder);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	room_close(&f->room);
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

/* A story of one question at T+0, a message unless staff was briefed at T+24:00, and EndEx at T+52:00. */
static void open_room(struct fixture *f, enum clock_kind clock, bool extended)
{
	struct room_setup setup = {.choice = {.scenario = "tests/fuzz/small.lua", .extended = extended},
	                           .journal = f->path,
	                           .clock = clock,
	                           .speed = 1,
	                           .seed = 1};
	if (!room_open(&f->room, &setup))
		fail_msg("%s", told(f));
	room_begin(&f->room);
}

static bool reads(struct fixture *f, const char *from, const char *only)
{
	return rehearsal_read(f->room.set.world, from, only, &f->part, &f->room.diags);
}

/* All turns on the way, in short. */
static const char *lead_up(struct fixture *f)
{
	struct paint paint = {&f->out, 80, false};
	const struct event_turn *turn;
	text_clear(&f->out);
	while ((turn = rehearsal_turn(&f->part, &f->room, f->why)))
		recap_turn(&paint, f->room.session, turn, false);
	assert_string_equal(f->why, "");
	assert_int_equal(f->room.diags.errors, 0);
	return f->out.data ? f->out.data : "";
}

static int32_t item(const struct fixture *f, const char *id)
{
	const struct world *world = f->room.set.world;
	return state_get(&f->room.session->state, STATE_ITEM, names_find(&world->names, NAMES_ITEM, id),
	                 STATE_ITEM_STATUS);
}

static void what_comes_before_is_played_as_the_best_player_would_and_told_in_short(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, "20h", NULL));
	assert_string_equal(lead_up(f), " T+0:00  R\n T+0:00  Decided by incident-lead: One.\n"
	                                " T+0:50  X, to all, by press.\n");
	assert_int_equal(room_now(&f->room), 20 * SPAN_HOUR);
	assert_int_equal(view_current(&f->room.session->state), NAMES_NONE);
	assert_int_equal(item(f, "c"), STATE_WAITING);
}

static void the_clock_of_a_drill_stands_on_the_way_and_until_somebody_types(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_SCALED, false);
	assert_true(reads(f, "20h", NULL));
	lead_up(f);
	assert_int_equal(room_now(&f->room), 20 * SPAN_HOUR);
	assert_true(f->room.waiting);
	f->room.clock.seen_ms -= 5000;
	assert_null(room_due(&f->room, f->why));
	assert_int_equal(room_now(&f->room), 20 * SPAN_HOUR);
	room_typed(&f->room);
	assert_false(f->room.clock.held);
}

static void what_is_due_at_the_hour_itself_is_left_to_the_people(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, "T+1:30", NULL));
	assert_int_equal(f->part.from, 5400);
	assert_true(reads(f, "0m", NULL));
	assert_string_equal(lead_up(f), "");
	assert_int_equal(item(f, "a"), STATE_WAITING);
}

static void a_message_comes_at_its_hour_though_its_condition_does_not_hold(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, true);
	assert_true(reads(f, NULL, "c"));
	assert_string_equal(lead_up(f), " T+0:00  R\n T+0:00  Decided by incident-lead: One.\n"
	                                " T+0:50  X, to all, by press.\n T+24:00  X, to all, by phone.\n");
	assert_int_equal(item(f, "c"), STATE_DELIVERED);
	assert_true(rehearsal_over(&f->part, &f->room));
}

static void a_message_s_question_keeps_the_part_open(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, NULL, "a"));
	assert_string_equal(lead_up(f), " T+0:00  R\n");
	assert_false(rehearsal_over(&f->part, &f->room));
	struct act act = {.kind = ACT_CHOOSE,
	                  .at = STATE_NEVER,
	                  .nrefs = 1,
	                  .value = EVENT_MEDIUM,
	                  .by = "incident-lead",
	                  .cause = "1"};
	assert_non_null(room_take(&f->room, &act, f->why));
	assert_true(rehearsal_over(&f->part, &f->room));
}

static void a_message_that_nothing_brings_comes_at_once(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, NULL, "e"));
	assert_string_equal(lead_up(f), " T+0:00  X, to all, by press.\n");
}

static void the_record_says_what_was_not_played_by_people(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, "20h", NULL));
	const struct event_turn *turn = rehearsal_turn(&f->part, &f->room, f->why);
	assert_int_equal(turn->events[0].kind, EVENT_NOTED);
	assert_string_equal(turn->events[0].text,
	                    "a rehearsal from T+20:00 on: what came before was played as the best player would");
}

static void read_journal(const char *path, struct text *out)
{
	char bytes[4096];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	text_clear(out);
	for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
		text_add_bytes(out, bytes, n);
	fclose(file);
}

/* The record as a kill after that many bytes leaves it, opened again. */
static void kill_at(struct fixture *f, const struct text *whole, size_t len)
{
	room_close(&f->room);
	FILE *file = fopen(f->path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(whole->data, 1, len, file), len);
	fclose(file);
	if (!room_resume(&f->room, f->path))
		fail_msg("%s", told(f));
}

/* From each line behind the note on; what follows the last is people's. */
static void a_kill_on_the_way_goes_on_to_the_part_when_it_is_resumed(void **state)
{
	struct fixture *f = *state;
	struct text whole = {0}, again = {0};
	int lines = 0;
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, "20h", NULL));
	lead_up(f);
	read_journal(f->path, &whole);
	for (size_t at = 0; at < whole.len; at++) {
		if (whole.data[at] != '\n' || ++lines < 2)
			continue;
		kill_at(f, &whole, at + 1);
		assert_int_equal(rehearsal_resume(&f->room, &f->part), at + 1 < whole.len);
		if (at + 1 < whole.len)
			lead_up(f);
		read_journal(f->path, &again);
		assert_string_equal(again.data, whole.data);
	}
	assert_true(lines > 4);
	text_free(&whole);
	text_free(&again);
}

static void a_message_that_came_before_the_kill_is_not_brought_again_but_keeps_the_part(void **state)
{
	struct fixture *f = *state;
	struct text whole = {0};
	open_room(f, CLOCK_STEPPED, false);
	assert_true(reads(f, NULL, "a"));
	lead_up(f);
	read_journal(f->path, &whole);
	kill_at(f, &whole, whole.len);
	assert_true(rehearsal_resume(&f->room, &f->part));
	assert_true(f->part.there);
	assert_false(rehearsal_over(&f->part, &f->room));
	text_free(&whole);
}

static void a_drill_of_all_of_it_has_no_part_to_go_on_with(void **state)
{
	struct fixture *f = *state;
	struct text whole = {0};
	struct act act = {.kind = ACT_NOTE,
	                  .refs = {NAMES_NONE},
	                  .nrefs = 1,
	                  .at = STATE_NEVER,
	                  .other = NAMES_NONE,
	                  .text = "--from 24h",
	                  .by = "facilitator",
	                  .cause = "note --from 24h"};
	open_room(f, CLOCK_STEPPED, false);
	assert_non_null(room_take(&f->room, &act, f->why));
	read_journal(f->path, &whole);
	kill_at(f, &whole, whole.len);
	assert_false(rehearsal_resume(&f->room, &f->part));
	text_free(&whole);
}

static void assert_refused(struct fixture *f, const char *from, const char *only, const char *fault)
{
	assert_false(reads(f, from, only));
	assert_string_equal(told(f), fault);
	diags_free(&f->room.diags);
	diags_init(&f->room.diags);
}

static void a_part_that_is_none_is_refused(void **state)
{
	struct fixture *f = *state;
	open_room(f, CLOCK_STEPPED, false);
	assert_refused(f, "100h", NULL,
	               "--from: 100h: EndEx is at T+100:00; what is to be played must come before it\n");
	assert_refused(f, "T+100:00", NULL,
	               "--from: T+100:00: EndEx is at T+100:00; what is to be played must come before it\n");
	assert_refused(f, "T+1:75", NULL, "--from: T+1:75: an hour of the story is written T+10:00, or 10h\n");
	assert_refused(f, "24", NULL, "--from: 24: a lone number needs a unit: 30m or 30h\n");
	assert_refused(f, NULL, "b", "--only: b belongs to the longer cut: add --extended\n");
	assert_refused(f, NULL, "d", "--only: no inject \"d\" in s\n");
	assert_refused(f, NULL, "at:52", "--only: no inject \"at:52\" in s\n       ^ did you mean \"at:52h\"?\n");
	assert_refused(f, "1h", "a", "--only: an inject has its own hour: give --from or --only\n");
}

#define part_test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    part_test(what_comes_before_is_played_as_the_best_player_would_and_told_in_short),
	    part_test(the_clock_of_a_drill_stands_on_the_way_and_until_somebody_types),
	    part_test(what_is_due_at_the_hour_itself_is_left_to_the_people),
	    part_test(a_message_comes_at_its_hour_though_its_condition_does_not_hold),
	    part_test(a_message_s_question_keeps_the_part_open),
	    part_test(a_message_that_nothing_brings_comes_at_once),
	    part_test(the_record_says_what_was_not_played_by_people),
	    part_test(a_kill_on_the_way_goes_on_to_the_part_when_it_is_resumed),
	    part_test(a_message_that_came_before_the_kill_is_not_brought_again_but_keeps_the_part),
	    part_test(a_drill_of_all_of_it_has_no_part_to_go_on_with),
	    part_test(a_part_that_is_none_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
