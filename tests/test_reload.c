#include "check.h"
#include "desk/command.h"
#include "desk/news.h"
#include "desk/reload.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HEAD                                                                                                           \
	"scenario 's' { title = 'S', synopsis = 'A.', company = { name = 'K', timezone = 'Asia/Singapore', customers " \
	"= { SG = 9 } }, starts = '2026-03-05 21:40', roles = { 'incident-lead', 'support' }, pace = { { to = '4h', "  \
	"takes = '8m' }, { to = '100h', takes = '14m' } }, truth = { aware = '1h30', assessed = '8h' } }\n"            \
	"objective 'containment' { 'C', weight = 20 }\n"
#define SENDS(id, at, opens)                                                                                           \
	"inject '" id "' { at = '" at "', from = 'X', to = 'support', channel = 'chat', text = 'T'" opens " }\n"
#define ASKS(id, options)                                                                                              \
	"decision '" id "' { owner = 'support', within = '30m', closes = '8h', default = 'low', discuss = '3m', "      \
	"objective = 'containment', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = 'L', " options " }\n"
#define OPTION(id, points) "{ id = '" id "', 'Way " id "', score = { containment = " points " }, because = 'B' }, "

static const char story[] = HEAD SENDS("one", "0h", ", opens = 'd'") SENDS("two", "5h", ", opens = 'e'")
    ASKS("d", OPTION("high", "3") OPTION("low", "-1")) ASKS("e", OPTION("high", "3") OPTION("low", "-1"));

struct fixture {
	char folder[64], scenario[96], journal[96], why[ACT_WHY];
	struct room_setup setup;
	struct room room;
	struct text faults, said;
};

static void put(struct fixture *f, const char *lua)
{
	FILE *file = fopen(f->scenario, "w");
	assert_non_null(file);
	fputs(lua, file);
	fclose(file);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	strcpy(f->folder, "/tmp/drill72-load-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(f->scenario, sizeof f->scenario, "%s/s.lua", f->folder);
	snprintf(f->journal, sizeof f->journal, "%s/a.jsonl", f->folder);
	put(f, story);
	f->setup = (struct room_setup){.choice = {.scenario = f->scenario},
	                               .journal = f->journal,
	                               .clock = CLOCK_STEPPED,
	                               .speed = 1,
	                               .seed = 1,
	                               .alone = true};
	if (!room_open(&f->room, &f->setup))
		return -1;
	room_begin(&f->room);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	char path[512];
	room_close(&f->room);
	DIR *folder = opendir(f->folder);
	for (struct dirent *one; (one = readdir(folder));)
		if (one->d_name[0] != '.') {
			snprintf(path, sizeof path, "%s/%s", f->folder, one->d_name);
			unlink(path);
		}
	closedir(folder);
	int gone = rmdir(f->folder);
	text_free(&f->faults);
	text_free(&f->said);
	free(f);
	return gone;
}

static int records(const struct fixture *f)
{
	int n = 0;
	DIR *folder = opendir(f->folder);
	for (struct dirent *one; (one = readdir(folder));)
		n += strstr(one->d_name, ".jsonl") != NULL;
	closedir(folder);
	return n;
}

/* Types a line as the loop would, after all that is due. */
static void type(struct fixture *f, const char *line)
{
	while (room_due(&f->room, f->why))
		;
	struct arena *arena = arena_new();
	struct command_context context = {.session = f->room.session,
	                                  .question = view_current(&f->room.session->state),
	                                  .alone = true,
	                                  .t = room_now(&f->room),
	                                  .columns = 80,
	                                  .arena = arena};
	room_typed(&f->room);
	struct command command = command_parse(&context, line);
	const struct event_turn *turn = command.kind == COMMAND_NEXT
	                                    ? room_step(&f->room, STATE_NEVER, "facilitator", "next", f->why)
	                                : command.kind == COMMAND_ACT ? room_take(&f->room, &command.act, f->why)
	                                                              : NULL;
	if (!turn)
		fail_msg("%s: %s%s", line, f->why, command.say ? command.say : "");
	arena_free(arena);
	while (room_due(&f->room, f->why))
		;
}

static bool reload(struct fixture *f, const char *lua)
{
	text_clear(&f->faults);
	text_clear(&f->said);
	put(f, lua);
	return reload_room(&f->room, &f->setup, "./s.lua", &f->faults, &f->said);
}

static int32_t chosen(const struct fixture *f, const char *decision)
{
	const struct world *world = f->room.set.world;
	return state_get(&f->room.session->state, STATE_DECISION, names_find(&world->names, NAMES_DECISION, decision),
	                 STATE_DECISION_OPTION);
}

static int32_t earned(const struct fixture *f)
{
	int32_t all[STORY_OBJECTIVES];
	session_earned(f->room.session, all);
	return all[names_find(&f->room.set.world->names, NAMES_OBJECTIVE, "containment")];
}

static void the_run_so_far_is_taken_onto_the_edited_story(void **state)
{
	struct fixture *f = *state;
	type(f, "");
	type(f, "high 3-1 sure because it fits");
	type(f, "wait 2h");
	type(f, "note seen");
	assert_int_equal(earned(f), 30);
	assert_true(reload(f, HEAD SENDS("one", "0h", ", opens = 'd'")
	                          ASKS("d", OPTION("new", "1") OPTION("low", "-1") OPTION("high", "2"))));
	assert_int_equal(chosen(f, "d"), 2); /* the same choice, third by now */
	assert_int_equal(earned(f), 20);
	assert_int_equal(room_now(&f->room), 2 * 3600);
	assert_int_equal(f->room.in, 4);
	assert_non_null(strstr(f->said.data, "s.lua was edited; the run so far fits. Its record now: "));
	assert_int_equal(records(f), 2);
	type(f, "note it goes on");
}

static void what_was_put_in_between_comes_at_its_time(void **state)
{
	struct fixture *f = *state;
	type(f, "high");
	type(f, "next"); /* a reminder */
	type(f, "wait until T+5:00");
	assert_int_equal(room_now(&f->room), 5 * 3600);
	assert_true(reload(f, HEAD SENDS("one", "0h", ", opens = 'd'") SENDS("between", "1h", "")
	                          SENDS("two", "5h", ", opens = 'e'") ASKS("d", OPTION("high", "3") OPTION("low", "-1"))
	                              ASKS("e", OPTION("high", "3") OPTION("low", "-1"))));
	const struct world *world = f->room.set.world;
	int between = names_find(&world->names, NAMES_ITEM, "between");
	assert_int_equal(state_get(&f->room.session->state, STATE_ITEM, between, STATE_ITEM_AT), 3600);
	assert_int_equal(room_now(&f->room), 5 * 3600);
	assert_int_equal(view_current(&f->room.session->state), names_find(&world->names, NAMES_DECISION, "e"));
}

static void what_an_edit_moved_before_now_is_news_and_so_is_the_newest(void **state)
{
	struct fixture *f = *state;
	type(f, "high");
	type(f, "wait until T+5:00");
	struct news *news = news_note(f->room.session);
	assert_true(reload(f, HEAD SENDS("two", "5h", ", opens = 'e'") SENDS("moved", "3h", "") SENDS("early", "1h", "")
	                          SENDS("one", "0h", ", opens = 'd'") ASKS("d", OPTION("high", "3") OPTION("low", "-1"))
	                              ASKS("e", OPTION("high", "3") OPTION("low", "-1"))));
	const struct session *session = f->room.session;
	static const char *const shown[] = {"early", "moved", "two"};
	int item = NAMES_NONE;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		item = news_next(news, session, item);
		assert_string_equal(names_id(&session->world->names, NAMES_ITEM, item), shown[i]);
	}
	assert_int_equal(news_time(session, item), 5 * 3600);
	assert_int_equal(news_next(news, session, item), NAMES_NONE);
	news_free(news);
}

static void what_was_taken_back_is_not_taken_again(void **state)
{
	struct fixture *f = *state;
	type(f, "low");
	type(f, "undo");
	type(f, "high");
	static const char gone[] = "decision 'd' { owner = 'support', within = '30m', objective = 'containment', ask = "
	                           "'Q?', hint = 'H', probes = "
	                           "{ 'P' }, listen_for = 'L', " OPTION("high", "3") OPTION("other", "0") " }\n";
	char lua[4096];
	snprintf(lua, sizeof lua, "%s%s", HEAD SENDS("one", "0h", ", opens = 'd'"), gone);
	if (!reload(f, lua))
		fail_msg("%s%s", f->faults.data ? f->faults.data : "", f->said.data);
	assert_int_equal(chosen(f, "d"), 0);
}

static void a_choice_that_is_gone_is_told_with_its_line_and_the_room_stays(void **state)
{
	struct fixture *f = *state;
	type(f, "");
	type(f, "high");
	struct session *before = f->room.session;
	assert_false(
	    reload(f, HEAD SENDS("one", "0h", ", opens = 'd'") ASKS("d", OPTION("low", "-1") OPTION("other", "1"))));
	assert_string_equal(f->said.data,
	                    "s.lua was edited, and the run so far no longer fits: your line 2 (high), at T+0:00: "
	                    "there is no option \"high\" in d any more (s.lua:4). The run goes on with what it was.");
	assert_ptr_equal(f->room.session, before);
	assert_int_equal(records(f), 1);
	type(f, "note it goes on");
}

static void a_question_that_is_gone_or_does_not_come_any_more_is_told(void **state)
{
	struct fixture *f = *state;
	type(f, "high");
	assert_false(reload(f, HEAD SENDS("one", "0h", "")));
	assert_non_null(strstr(f->said.data, ": there is no decision \"d\" any more. The run goes on"));
	assert_false(reload(f, HEAD SENDS("one", "0h", "") SENDS("two", "5h", ", opens = 'd'")
	                           ASKS("d", OPTION("high", "3") OPTION("low", "-1"))));
	assert_non_null(strstr(f->said.data, "line 1 (high), at T+0:00: "));
	assert_int_equal(records(f), 1);
}

static void faults_of_an_edited_file_are_told_and_the_room_stays(void **state)
{
	struct fixture *f = *state;
	type(f, "high");
	assert_false(reload(f, HEAD "inject 'one' {"));
	assert_non_null(strstr(f->faults.data, "the file ends in the middle of a declaration"));
	assert_string_equal(f->said.data, "The run goes on with what it was.");
	assert_int_equal(records(f), 1);
	assert_true(reload(f, story));
	assert_int_equal(records(f), 2);
	assert_true(reload(f, story));
	assert_int_equal(records(f), 3);
}

static void a_step_is_taken_by_its_id_wherever_it_stands(void **state)
{
	struct fixture *f = *state;
	type(f, "do 3 1");
	const struct session *s = f->room.session;
	assert_true(reload(f, story));
	s = f->room.session;
	int done = 0;
	for (int i = 0; i < (int)s->world->playbook->nsteps; i++)
		done += state_get(&s->state, STATE_STEP, i, STATE_STEP_STATUS) != STATE_TODO;
	assert_int_equal(done, 2);
}

#define reload_test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    reload_test(the_run_so_far_is_taken_onto_the_edited_story),
	    reload_test(what_was_put_in_between_comes_at_its_time),
	    reload_test(what_an_edit_moved_before_now_is_news_and_so_is_the_newest),
	    reload_test(what_was_taken_back_is_not_taken_again),
	    reload_test(a_choice_that_is_gone_is_told_with_its_line_and_the_room_stays),
	    reload_test(a_question_that_is_gone_or_does_not_come_any_more_is_told),
	    reload_test(faults_of_an_edited_file_are_told_and_the_room_stays),
	    reload_test(a_step_is_taken_by_its_id_wherever_it_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
