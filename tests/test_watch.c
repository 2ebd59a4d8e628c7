#include "check.h"
#include "desk/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	char folder[64], scenario[96], block[96], playbook[96], spare[96];
	struct watch watch;
};

/* A file of that many bytes. */
static void put(const char *path, int bytes)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	for (int i = 0; i < bytes; i++)
		fputc('x', file);
	fclose(file);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	*state = f;
	strcpy(f->folder, "/tmp/drill72-watch-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(f->scenario, sizeof f->scenario, "%s/mine.lua", f->folder);
	snprintf(f->block, sizeof f->block, "%s/block.lua", f->folder);
	snprintf(f->playbook, sizeof f->playbook, "%s/ours.yaml", f->folder);
	snprintf(f->spare, sizeof f->spare, "%s/spare", f->folder);
	put(f->scenario, 1);
	put(f->block, 1);
	put(f->playbook, 1);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	watch_close(&f->watch);
	unlink(f->scenario);
	unlink(f->block);
	unlink(f->playbook);
	unlink(f->spare);
	int gone = rmdir(f->folder);
	free(f);
	return gone;
}

static void read_all(struct fixture *f, bool good)
{
	watch_begin(&f->watch);
	watch_note(&f->watch, f->scenario);
	watch_note(&f->watch, f->block);
	watch_note(&f->watch, f->playbook);
	watch_end(&f->watch, good);
}

static void open_watch(struct fixture *f)
{
	read_all(f, true);
}

static void what_nobody_touched_is_not_told(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	for (int i = 0; i < 3; i++)
		assert_null(watch_look(&f->watch));
}

static void a_change_is_told_once_and_only_after_it_has_rested(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	put(f->scenario, 2);
	assert_null(watch_look(&f->watch));
	put(f->scenario, 3);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->scenario);
	assert_null(watch_look(&f->watch));
}

static void includes_and_the_playbook_are_watched_too(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	put(f->block, 2);
	put(f->playbook, 2);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
	assert_string_equal(watch_look(&f->watch), f->playbook);
	assert_null(watch_look(&f->watch));
}

static void a_file_that_is_put_in_place_by_renaming_is_a_change(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	put(f->spare, 1);
	unlink(f->scenario);
	assert_null(watch_look(&f->watch)); /* gone for a moment */
	assert_int_equal(rename(f->spare, f->scenario), 0);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->scenario);
}

static void a_file_that_is_gone_is_told_once_each_time(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	for (int again = 0; again < 2; again++) {
		unlink(f->block);
		assert_null(watch_look(&f->watch));
		assert_null(watch_gone(&f->watch)); /* an editor may be at it */
		for (int i = 0; i < 2; i++)
			assert_null(watch_look(&f->watch));
		assert_string_equal(watch_gone(&f->watch), f->block);
		assert_null(watch_look(&f->watch));
		assert_null(watch_gone(&f->watch));
		put(f->block, 2 + again);
		assert_null(watch_look(&f->watch));
		assert_string_equal(watch_look(&f->watch), f->block);
		assert_null(watch_gone(&f->watch));
	}
}

static void what_comes_while_the_files_are_read_is_a_change(void **state)
{
	struct fixture *f = *state;
	watch_begin(&f->watch);
	watch_note(&f->watch, f->scenario);
	put(f->scenario, 2);
	watch_end(&f->watch, true);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->scenario);
	watch_begin(&f->watch);
	put(f->scenario, 3);
	watch_note(&f->watch, f->scenario);
	watch_end(&f->watch, true);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->scenario);
}

static void after_a_failure_old_and_new_files_are_watched_and_after_a_success_only_what_was_read(void **state)
{
	struct fixture *f = *state;
	put(f->spare, 1);
	open_watch(f);
	watch_begin(&f->watch);
	watch_note(&f->watch, f->spare);
	watch_end(&f->watch, false);
	put(f->spare, 2);
	put(f->block, 2);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
	assert_string_equal(watch_look(&f->watch), f->spare);
	watch_begin(&f->watch);
	watch_note(&f->watch, f->spare);
	watch_end(&f->watch, true);
	put(f->block, 3);
	put(f->spare, 3);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->spare);
	assert_null(watch_look(&f->watch));
}

static void two_files_that_were_saved_together_are_read_once(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	put(f->block, 2);
	put(f->playbook, 2);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
	read_all(f, true);
	for (int i = 0; i < 3; i++)
		assert_null(watch_look(&f->watch));
}

static void a_file_that_was_never_there_is_a_change_when_it_comes_and_not_gone_before(void **state)
{
	struct fixture *f = *state;
	unlink(f->block);
	open_watch(f);
	for (int i = 0; i < 5; i++) {
		assert_null(watch_look(&f->watch));
		assert_null(watch_gone(&f->watch));
	}
	put(f->block, 1);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
}

/* The files were read without it, so that what it was before counts for nothing. */
static void a_file_that_was_away_while_they_were_read_is_a_change_when_it_is_put_back(void **state)
{
	struct fixture *f = *state;
	open_watch(f);
	assert_int_equal(rename(f->block, f->spare), 0);
	read_all(f, false);
	assert_int_equal(rename(f->spare, f->block), 0);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
}

static void a_link_that_leads_to_another_file_is_a_change(void **state)
{
	struct fixture *f = *state;
	put(f->spare, 1);
	unlink(f->block);
	assert_int_equal(symlink(f->spare, f->block), 0);
	open_watch(f);
	put(f->spare, 2);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
	unlink(f->block);
	assert_int_equal(symlink(f->playbook, f->block), 0);
	assert_null(watch_look(&f->watch));
	assert_string_equal(watch_look(&f->watch), f->block);
}

#define watch_test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    watch_test(what_nobody_touched_is_not_told),
	    watch_test(a_change_is_told_once_and_only_after_it_has_rested),
	    watch_test(includes_and_the_playbook_are_watched_too),
	    watch_test(a_file_that_is_put_in_place_by_renaming_is_a_change),
	    watch_test(a_file_that_is_gone_is_told_once_each_time),
	    watch_test(what_comes_while_the_files_are_read_is_a_change),
	    watch_test(after_a_failure_old_and_new_files_are_watched_and_after_a_success_only_what_was_read),
	    watch_test(two_files_that_were_saved_together_are_read_once),
	    watch_test(a_file_that_was_never_there_is_a_change_when_it_comes_and_not_gone_before),
	    watch_test(a_file_that_was_away_while_they_were_read_is_a_change_when_it_is_put_back),
	    watch_test(a_link_that_leads_to_another_file_is_a_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
