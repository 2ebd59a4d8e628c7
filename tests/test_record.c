#include "check.h"
#include "exercise/record.h"
#include "tiny.h"

#include <stdio.h>
#include <unistd.h>

struct fixture {
	char folder[64], path[96];
	struct diags diags;
	struct world *world;
	struct journal *journal;
	struct record record;
	struct text out;
	int n;
};

static void append(struct fixture *f, struct event *events, size_t count)
{
	int n = ++f->n;
	struct event_turn turn = {n, 60 * (n - 1), EVENT_NO_TALK, 1772718000, "facilitator", n, "test", events, count};
	if (!journal_append(f->journal, &turn, f->world, &f->diags))
		fail_msg("turn %d was not written", n);
}

static void append_note(struct fixture *f, const char *text)
{
	struct event note = {.kind = EVENT_NOTED, .ref = NAMES_NONE, .text = text};
	append(f, &note, 1);
}

static void append_start(struct fixture *f)
{
	struct event_start start = {"exercise", "stepped", "en", 42, 1, false, true};
	struct jsn *data = event_start(&start, f->world);
	struct event events[] = {{.kind = EVENT_STARTED, .ref = NAMES_NONE, .data = data},
	                         {.kind = EVENT_MOMENT, .ref = names_find(&f->world->names, NAMES_MOMENT, "detected")}};
	append(f, events, 2);
	jsn_free(data);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	diags_init(&f->diags);
	strcpy(f->folder, "/tmp/drill72-record-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(f->path, sizeof f->path, "%s/a.jsonl", f->folder);
	f->world = tiny_world(false, &f->diags);
	f->journal = journal_create(f->path, &f->diags);
	return f->world && f->journal ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	record_close(&f->record);
	journal_close(f->journal);
	world_free(f->world);
	unlink(f->path);
	int gone = rmdir(f->folder);
	diags_free(&f->diags);
	text_free(&f->out);
	free(f);
	return gone;
}

static void assert_told(struct fixture *f, const char *words)
{
	text_clear(&f->out);
	diags_render(&f->diags, &f->out);
	if (!strstr(f->out.data, words))
		fail_msg("not told: %s\nbut: %s", words, f->out.data);
}

static void a_journal_is_read_into_its_world_and_folded(void **state)
{
	struct fixture *f = *state;
	append_start(f);
	append_note(f, "dana left on 21 February");
	assert_true(record_open(&f->record, f->path, true, &f->diags));
	assert_int_equal(f->record.count, 2);
	assert_string_equal(f->record.turns[1].events[0].text, "dana left on 21 February");
	assert_string_equal(f->record.world->story->title, "A small drill");
	assert_int_equal(f->record.start.seed, 42);
	assert_true(f->record.start.feedback);
	assert_int_equal(f->record.session->turns, 2);
	assert_string_equal(ledger_last(f->record.session->ledger, LEDGER_NOTE, NAMES_NONE)->text,
	                    "dana left on 21 February");
	int detected = names_find(&f->record.world->names, NAMES_MOMENT, "detected");
	assert_int_equal(state_get(&f->record.session->state, STATE_MOMENT, detected, STATE_MOMENT_FIRST), 0);
	assert_false(f->record.torn);
}

static void the_data_of_the_first_event_stays(void **state)
{
	struct fixture *f = *state;
	append_start(f);
	assert_true(record_open(&f->record, f->path, true, &f->diags));
	const struct jsn *data = f->record.turns[0].events[0].data;
	assert_string_equal(jsn_text(jsn_get(data, "scenario")), "small");
}

static void a_turn_that_cannot_have_happened_is_told_with_its_line(void **state)
{
	struct fixture *f = *state;
	struct event decided = {.kind = EVENT_DECIDED, .other = 0, .value = EVENT_MEDIUM};
	append_start(f);
	append_note(f, "one");
	append(f, &decided, 1);
	assert_false(record_open(&f->record, f->path, true, &f->diags));
	assert_told(f, ":3: turn 3 can't be read: a question is answered that is not open");
	assert_int_equal(f->record.count, 2);
}

static void a_growing_journal_is_followed(void **state)
{
	struct fixture *f = *state;
	append_start(f);
	assert_true(record_open(&f->record, f->path, false, &f->diags));
	size_t before = ledger_count(f->record.session->ledger);
	assert_int_equal(record_follow(&f->record, &f->diags), 0);
	append_note(f, "one");
	append_note(f, "two");
	assert_int_equal(record_follow(&f->record, &f->diags), 2);
	assert_int_equal(f->record.count, 3);
	assert_null(f->record.turns);
	assert_int_equal(ledger_count(f->record.session->ledger), before + 2);
}

static void a_torn_tail_is_no_turn(void **state)
{
	struct fixture *f = *state;
	append_start(f);
	FILE *file = fopen(f->path, "ab");
	assert_non_null(file);
	fputs("{\"by\":", file);
	fclose(file);
	assert_true(record_open(&f->record, f->path, true, &f->diags));
	assert_int_equal(f->record.count, 1);
	assert_true(f->record.torn);
}

static void an_empty_journal_is_told(void **state)
{
	struct fixture *f = *state;
	assert_false(record_open(&f->record, f->path, true, &f->diags));
	assert_told(f, "a.jsonl: nothing is recorded here yet");
}

static void a_journal_that_begins_otherwise_is_told(void **state)
{
	struct fixture *f = *state;
	append_note(f, "no start");
	assert_false(record_open(&f->record, f->path, true, &f->diags));
	assert_told(f, "a.jsonl:1: turn 1 can't be read: it begins with \"noted\", not with \"started\"");
}

static void a_turn_of_another_world_is_told_with_its_line_and_read_no_further(void **state)
{
	struct fixture *f = *state;
	append_start(f);
	append_note(f, "before");
	f->world->names.of[NAMES_ACTION].v[0] = "fly-away";
	struct event acted = {.kind = EVENT_ACTED, .ref = 0};
	append(f, &acted, 1);
	append_note(f, "after");
	assert_false(record_open(&f->record, f->path, true, &f->diags));
	assert_told(f, "a.jsonl:3: turn 3 can't be read: unknown action \"fly-away\"");
	assert_int_equal(f->record.count, 2);
	assert_int_equal(record_follow(&f->record, &f->diags), -1);
	assert_int_equal(f->record.count, 2);
}

static void a_missing_journal_is_told(void **state)
{
	struct fixture *f = *state;
	assert_false(record_open(&f->record, "/nowhere/a.jsonl", true, &f->diags));
	assert_told(f, "/nowhere/a.jsonl: no such file or folder");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_journal_is_read_into_its_world_and_folded),
	    TEST(the_data_of_the_first_event_stays),
	    TEST(a_turn_that_cannot_have_happened_is_told_with_its_line),
	    TEST(a_growing_journal_is_followed),
	    TEST(a_torn_tail_is_no_turn),
	    TEST(an_empty_journal_is_told),
	    TEST(a_journal_that_begins_otherwise_is_told),
	    TEST(a_turn_of_another_world_is_told_with_its_line_and_read_no_further),
	    TEST(a_missing_journal_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
