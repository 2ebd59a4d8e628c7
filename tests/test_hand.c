#include "housed.h"
#include "issued.h"

#include "desk/hand.h"

#include <dirent.h>

struct bench {
	struct small *small;
	struct hand hand;
	struct arena *arena;
	struct housed home;
	char journal[64], why[ACT_WHY];
	enum command_kind kind;
	struct text screen;
};

static bool take(void *context, struct act *act, char why[ACT_WHY])
{
	struct bench *b = context;
	bool taken = small_take(b->small, *act) != NULL;
	snprintf(why, ACT_WHY, "%s", taken ? "" : b->small->why);
	return taken;
}

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	b->small = issued_open();
	b->arena = arena_new();
	housed_open(&b->home);
	snprintf(b->journal, sizeof b->journal, "%s/a.jsonl", b->home.folder);
	b->hand = (struct hand){.take = take, .context = b};
	hand_open_unseen(&b->hand, b->small->session);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	hand_close(&b->hand);
	housed_close(&b->home);
	text_free(&b->screen);
	arena_free(b->arena);
	small_free(b->small);
	free(b);
	return 0;
}

static bool types(struct bench *b, const char *line)
{
	return hand_type(&b->hand, line, 60, b->arena, &b->kind, b->why);
}

static int files(const char *folder)
{
	int n = 0;
	DIR *dir = opendir(folder);
	for (const struct dirent *entry; (entry = readdir(dir));)
		n += *entry->d_name != '.';
	closedir(dir);
	return n;
}

static void a_line_is_taken_or_refused_with_its_sentence(void **state)
{
	struct bench *b = *state;
	assert_true(types(b, "moment aware"));
	assert_int_equal(b->kind, COMMAND_ACT);
	assert_string_equal(b->why, "");
	assert_int_not_equal(small_get(b->small, STATE_MOMENT, SHAPE_AWARE, STATE_MOMENT_AT), STATE_NEVER);
	assert_false(types(b, "momnet aware"));
	assert_string_equal(b->why, "Unknown command \"momnet\"; did you mean moment?");
	assert_false(types(b, "publish customer-holding"));
	assert_string_not_equal(b->why, "");
}

static void what_is_about_the_screen_or_the_clock_is_left_to_whoever_asked(void **state)
{
	struct bench *b = *state;
	static const struct {
		const char *line;
		enum command_kind kind;
	} cases[] = {{"status", COMMAND_STATUS}, {"next", COMMAND_NEXT}, {"quit", COMMAND_QUIT}};
	int64_t before = b->small->session->turns;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(types(b, cases[i].line));
		assert_int_equal(b->kind, cases[i].kind);
	}
	assert_int_equal(b->small->session->turns, before);
}

static void a_draft_where_nobody_looks_is_taken_and_leaves_no_file(void **state)
{
	struct bench *b = *state;
	assert_true(types(b, "draft customer-holding en"));
	assert_int_equal(b->kind, COMMAND_DRAFT);
	assert_true(types(b, "draft"));
	assert_false(types(b, "draft tell-them"));
	assert_string_equal(b->why, "Unknown notice kind \"tell-them\"; draft alone lists what there is.");
	assert_int_equal(files(b->home.folder), 0);
}

static void a_draft_where_somebody_looks_is_shown_and_filed(void **state)
{
	struct bench *b = *state;
	hand_close(&b->hand);
	hand_open(&b->hand, b->small->session, b->journal, &b->screen);
	assert_true(types(b, "draft customer-holding en"));
	assert_non_null(strstr(b->screen.data, "EXERCISE"));
	assert_true(files(b->home.folder) > 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_line_is_taken_or_refused_with_its_sentence),
	    CASE(what_is_about_the_screen_or_the_clock_is_left_to_whoever_asked),
	    CASE(a_draft_where_nobody_looks_is_taken_and_leaves_no_file),
	    CASE(a_draft_where_somebody_looks_is_shown_and_filed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
