#include "desk/archive.h"
#include "installed.h"

struct bench {
	struct housed home;
	struct diags diags;
	struct text out;
	char path[SHELF_PATH];
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	installed_enter(&b->home);
	setenv("HOME", b->home.folder, 1);
	unsetenv("XDG_STATE_HOME");
	diags_init(&b->diags);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	housed_close(&b->home);
	diags_free(&b->diags);
	text_free(&b->out);
	free(b);
	return 0;
}

static const char *told(struct bench *b)
{
	text_clear(&b->out);
	diags_render(&b->diags, &b->out);
	return b->out.data;
}

static void a_journal_gets_a_fresh_path_in_a_folder_for_its_owner_alone(void **state)
{
	struct bench *b = *state;
	struct stat st;
	char first[SHELF_PATH], second[SHELF_PATH], folder[SHELF_PATH];
	assert_true(archive_fresh("ex-employee-export", first, &b->diags));
	snprintf(folder, sizeof folder, "%s/.local/state/drill72", b->home.folder);
	assert_memory_equal(first, folder, strlen(folder));
	const char *name = first + strlen(folder) + 1;
	int y, m, d, hm;
	assert_int_equal(sscanf(name, "%4d-%2d-%2d-%4d-", &y, &m, &d, &hm), 4);
	assert_string_equal(name + 16, "ex-employee-export.jsonl");
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(access(first, F_OK), -1);
	housed_put(first, "x");
	assert_true(archive_fresh("ex-employee-export", second, &b->diags));
	assert_string_not_equal(first, second);
	setenv("XDG_STATE_HOME", installed_place, 1);
	assert_true(archive_fresh("x", first, &b->diags));
	assert_memory_equal(first, installed_place, strlen(installed_place));
	setenv("XDG_STATE_HOME", "relative/is/ignored", 1);
	assert_true(archive_fresh("x", first, &b->diags));
	assert_memory_equal(first, folder, strlen(folder));
}

static void a_place_that_cannot_hold_journals_is_told(void **state)
{
	struct bench *b = *state;
	housed_put("file", "x");
	char place[128];
	snprintf(place, sizeof place, "%s/file", b->home.folder);
	setenv("XDG_STATE_HOME", place, 1);
	assert_false(archive_fresh("x", b->path, &b->diags));
	assert_non_null(strstr(told(b), "this folder for journals can't be made: Not a directory"));
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	assert_false(archive_fresh("x", b->path, &b->diags));
	assert_non_null(strstr(told(b), "there is no home folder to keep it in"));
}

static void the_newest_journal_is_the_one_written_last(void **state)
{
	struct bench *b = *state;
	assert_false(archive_newest(b->path, &b->diags));
	assert_non_null(strstr(told(b), "no drill has been recorded yet"));
	housed_put(".local/state/drill72/2026-03-05-2140-a.jsonl", "x");
	housed_put(".local/state/drill72/2026-03-06-2140-b.jsonl", "x");
	housed_put(".local/state/drill72/notes.txt", "x");
	assert_true(archive_newest(b->path, &b->diags));
	assert_non_null(strstr(b->path, "2026-03-06-2140-b.jsonl"));
	const struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	assert_int_equal(utimensat(AT_FDCWD, b->path, old, 0), 0);
	assert_true(archive_newest(b->path, &b->diags));
	assert_non_null(strstr(b->path, "2026-03-05-2140-a.jsonl"));
}

static void of_two_that_were_written_at_once_the_newest_is_the_one_behind(void **state)
{
	struct bench *b = *state;
	static const char *const names[] = {".local/state/drill72/2026-03-05-2140-a.jsonl",
	                                    ".local/state/drill72/2026-03-05-2140-a-2.jsonl"};
	const struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	for (int i = 0; i < 2; i++) {
		housed_put(names[i], "x");
		assert_int_equal(utimensat(AT_FDCWD, names[i], old, 0), 0);
	}
	assert_true(archive_newest(b->path, &b->diags));
	assert_non_null(strstr(b->path, "2026-03-05-2140-a-2.jsonl"));
}

#define in_a_folder(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_folder(a_journal_gets_a_fresh_path_in_a_folder_for_its_owner_alone),
	    in_a_folder(a_place_that_cannot_hold_journals_is_told),
	    in_a_folder(the_newest_journal_is_the_one_written_last),
	    in_a_folder(of_two_that_were_written_at_once_the_newest_is_the_one_behind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
