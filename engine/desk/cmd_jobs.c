#include "desk/cmd_jobs.h"

#include "desk/paper.h"
#include "desk/sweep_merge.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

struct child {
	pid_t pid; /* 0: never began */
	int from;
};

struct watch { /* that a child keeps over its parent */
	const struct sweep_graph_bounds *bounds;
	pid_t parent;
	bool tells;
};

/* The parent may be killed at any moment, and nobody waits for the part then. */
static void go_with_parent(const struct watch *watch)
{
#ifdef PR_SET_PDEATHSIG
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != watch->parent)
		_exit(1);
}

/* Where the system ends no orphans. */
static void look_up(void *context, const struct sweep_graph_progress *progress)
{
	const struct watch *watch = context;
	if (getppid() != watch->parent)
		_exit(1);
	if (watch->tells && watch->bounds->told)
		watch->bounds->told(watch->bounds->context, progress);
}

/* A child writes its part and is gone without a word of its own. */
static void work(const struct shelf_set *set, const struct sweep_setup *setup, pid_t parent, int to)
{
	struct sweep_setup own = *setup;
	struct watch watch = {&setup->bounds, parent, setup->bounds.shard == 1};
	struct text out = {0};
	char why[ACT_WHY];
	go_with_parent(&watch);
	own.bounds.told = look_up;
	own.bounds.context = &watch;
	struct jsn *model = sweep_model(set, &own, why);
	if (!model)
		_exit(1);
	jsn_write(model, &out);
	_exit(paper_pour(to, &out) ? 0 : 1);
}

/* The next child after the elder ones, whose pipes it doesn't keep open. */
static bool begin(struct child children[], int elder, const struct shelf_set *set, const struct sweep_setup *setup)
{
	struct child *child = &children[elder];
	struct sweep_setup own = *setup;
	pid_t parent = getpid();
	int ends[2];
	own.bounds.shard = elder + 1;
	if (pipe(ends) != 0)
		return false;
	fflush(NULL);
	child->pid = fork();
	if (child->pid == 0) {
		close(ends[0]);
		for (int i = 0; i < elder; i++)
			if (children[i].pid)
				close(children[i].from);
		work(set, &own, parent, ends[1]);
	}
	close(ends[1]);
	child->from = ends[0];
	if (child->pid > 0)
		return true;
	close(ends[0]);
	child->pid = 0;
	return false;
}

/* Its part; NULL when it failed. */
static struct jsn *finish(const struct child *child)
{
	char buffer[65536];
	struct text in = {0};
	struct jsn_fault fault;
	int status = 1;
	if (!child->pid)
		return NULL;
	for (ssize_t n = 1; n != 0;) {
		n = read(child->from, buffer, sizeof buffer);
		if (n > 0)
			text_add_bytes(&in, buffer, (size_t)n);
		else if (n < 0 && errno != EINTR)
			break;
	}
	close(child->from);
	while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
		;
	struct jsn *part = status == 0 && in.len ? jsn_parse(in.data, in.len, &fault) : NULL;
	text_free(&in);
	return part;
}

struct jsn *cmd_jobs_model(const struct shelf_set *set, const struct sweep_setup *setup, int jobs, char why[ACT_WHY])
{
	struct child children[CMD_JOBS] = {{0, 0}};
	struct jsn *parts[CMD_JOBS], *model = NULL;
	struct sweep_setup shared = *setup;
	bool whole = true;
	if (jobs <= 1)
		return sweep_model(set, setup, why);
	shared.bounds.shards = jobs < CMD_JOBS ? jobs : CMD_JOBS;
	for (int i = 0; i < shared.bounds.shards; i++)
		whole = begin(children, i, set, &shared) && whole;
	for (int i = 0; i < shared.bounds.shards; i++)
		whole = (parts[i] = finish(&children[i])) != NULL && whole;
	snprintf(why, ACT_WHY, "A process of the sweep failed; try --jobs 1, which says more.");
	if (whole)
		model = sweep_merge(parts, (size_t)shared.bounds.shards, why);
	for (int i = 0; i < shared.bounds.shards; i++)
		jsn_free(parts[i]);
	return model;
}
