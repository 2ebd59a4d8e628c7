#include "small.h"

#include "desk/cmd_jobs.h"
#include "desk/shelf.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { GUARD = 20000 }; /* milliseconds: against a hang, not a measure */

/* So many questions one after another; at the end a function asks for every answer, so that no two states are equal. */
static void add_story(struct text *story, int questions)
{
	text_add(story, SMALL_HEAD);
	for (int i = 1; i <= questions; i++) {
		text_addf(
		    story,
		    "inject 'i%d' { at = '%dh', from = 'F', to = 'it-admin', channel = 'email', text = 'T', opens = "
		    "'d%d' }\n"
		    "decision 'd%d' { owner = 'it-admin', ask = 'Q?', objective = 'containment',\n",
		    i, i * 9, i, i);
		for (int k = 1; k <= 3; k++)
			text_addf(story, "{ id = 'o%d', 'Option %d', because = 'b', score = { containment = %d } },\n",
			          k, k, k);
		text_add(story, "}\n");
	}
	text_add(story, "at '98h' { score = { care = 1 }, because = 'B', when = function(w) return false");
	for (int i = 1; i <= questions; i++)
		text_addf(story, " or w:chose 'd%d' == 'o%d'", i, i % 3 + 1);
	text_add(story, " end }\n");
}

static void is_same(const struct jsn *a, const struct jsn *b, const char *key)
{
	struct text x = {0}, y = {0};
	jsn_write(jsn_get(a, key), &x);
	jsn_write(jsn_get(b, key), &y);
	assert_string_equal(x.data, y.data);
	text_free(&x);
	text_free(&y);
}

/* But for how many states and edges it took: one that several parts met is counted by each. */
static void are_same_figures(const struct jsn *a, const struct jsn *b)
{
	const char *key;
	for (size_t i = 0; jsn_at(a, i, &key); i++)
		if (strcmp(key, "states") != 0 && strcmp(key, "edges") != 0)
			is_same(a, b, key);
	assert_int_equal(jsn_count(a), jsn_count(b));
}

static void several_processes_come_to_what_one_does(void **state)
{
	struct text story = {0};
	char why[ACT_WHY];
	(void)state;
	add_story(&story, 5);
	struct small small = small_open(story.data);
	const struct shelf_set set = {small.world, small.scenario};
	const struct sweep_setup setup = {
	    .seed = 1, .samples = 100, .bounds = {.states = 1000000, .shard = 1, .shards = 1}};
	struct jsn *one = cmd_jobs_model(&set, &setup, 1, why);
	for (int jobs = 2; jobs <= 5; jobs++) {
		struct jsn *several = cmd_jobs_model(&set, &setup, jobs, why);
		assert_non_null(several);
		for (size_t w = 0; w < 2; w++)
			are_same_figures(jsn_at(jsn_get(one, "worlds"), w, NULL),
			                 jsn_at(jsn_get(several, "worlds"), w, NULL));
		is_same(one, several, "unreached");
		jsn_free(several);
	}
	jsn_free(one);
	text_free(&story);
	small_close(&small);
}

/* The first child says that it is at work, and stays. */
static void stay(void *context, const struct sweep_graph_progress *progress)
{
	(void)progress;
	if (write(*(const int *)context, "x", 1) == 1)
		sleep(GUARD);
}

/* Every process below holds the end of a pipe: once all are gone, it is at its end. */
static void none_is_left_of_a_sweep_that_is_killed(void **state)
{
	struct text story = {0};
	int ends[2], status;
	char byte;
	(void)state;
	add_story(&story, 10);
	struct small small = small_open(story.data);
	const struct shelf_set set = {small.world, small.scenario};
	assert_int_equal(pipe(ends), 0);
	const struct sweep_setup setup = {
	    .seed = 1,
	    .samples = 100,
	    .bounds = {.states = 1000000, .shard = 1, .shards = 1, .told = stay, .context = &ends[1]}};
	pid_t parent = fork();
	if (parent == 0) {
		char why[ACT_WHY];
		close(ends[0]);
		cmd_jobs_model(&set, &setup, 2, why);
		_exit(0);
	}
	close(ends[1]);
	struct pollfd end = {ends[0], POLLIN, 0};
	assert_int_equal(poll(&end, 1, GUARD), 1);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	kill(parent, SIGKILL);
	waitpid(parent, &status, 0);
	assert_int_equal(poll(&end, 1, GUARD), 1);
	assert_int_equal(read(ends[0], &byte, 1), 0);
	close(ends[0]);
	text_free(&story);
	small_close(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(several_processes_come_to_what_one_does),
	    cmocka_unit_test(none_is_left_of_a_sweep_that_is_killed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
