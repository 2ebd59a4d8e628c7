/* A console held by a child at the other end of a pseudo terminal; the test types, looks and gives orders. */
#ifndef TESTS_TERMINAL_H
#define TESTS_TERMINAL_H

#include "base/clock.h"
#include "desk/console.h"
#include "screen.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct play { /* a child that holds a console, and what it does with it */
	pid_t pid;
	int terminal, orders, log;
	struct screen screen;
	struct text said;
};

/* The screen's rows, blank ones at the end left out, each ended by '|'. */
static const char *seen(struct play *p)
{
	static char out[ROWS * COLUMNS_MAX * 4];
	char *at = out, *last = out;
	for (int row = 0; row < ROWS; row++) {
		int width = p->screen.columns;
		while (width > 0 && (!p->screen.cells[row][width - 1] || p->screen.cells[row][width - 1] == L' '))
			width--;
		for (int i = 0; i < width; i++) {
			wchar_t c = p->screen.cells[row][i];
			if (c != -1)
				at += wctomb(at, c ? c : L' ');
		}
		*at++ = '|';
		if (width)
			last = at;
	}
	*last = '\0';
	return out;
}

/* --- the child ------------------------------------------------------------------------------------------------- */

static char *complete(void *context, const char *line, int at, const char *word, int i)
{
	static const char *const words[] = {"status", "steps", "stop", "suspend-account"};
	(void)context;
	if (strncmp(line, "many ", 5) == 0 && at == 5) {
		char name[32];
		snprintf(name, sizeof name, "id-%03d", i);
		return i < 1000 ? strdup(name) : NULL;
	}
	for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
		if (strncmp(words[k], word, strlen(word)) == 0 && i-- == 0)
			return strdup(words[k]);
	return NULL;
}

static void say(int log, const char *what, const char *text)
{
	dprintf(log, "%s%s\n", what, text ? text : "");
}

/* One order a message: P text, Q prompt, T (typing?), W (how wide?), C (clear), S (sleep), E (end). */
static bool follow(struct console *c, int orders, int log)
{
	char order[4096];
	ssize_t n = read(orders, order, sizeof order - 1);
	if (n <= 0)
		return n < 0;
	order[n] = '\0';
	if (*order == 'P')
		console_print(c, order + 1);
	else if (*order == 'Q')
		console_prompt(c, order + 1);
	else if (*order == 'C')
		console_clear(c);
	else if (*order == 'W')
		dprintf(log, "%d columns\n", console_columns(c));
	else if (*order == 'S')
		usleep(300000);
	if (strchr("PQCST", *order))
		say(log, *order == 'T' ? console_typing(c) ? "typing" : "idle" : "done", NULL);
	return *order != 'E';
}

static void hold_console(const struct console_setup *setup, int orders, int log)
{
	struct console *c = console_open(setup);
	console_prompt(c, "> ");
	say(log, console_interactive(c) ? "ready" : "ready, no terminal", NULL);
	const char *line;
	while (follow(c, orders, log)) {
		enum console_event event = console_poll(c, 5, &line);
		if (event == CONSOLE_LINE)
			say(log, "line:", line);
		else if (event != CONSOLE_TICK)
			say(log,
			    event == CONSOLE_INTERRUPT ? "interrupt"
			    : event == CONSOLE_CLOSED  ? "closed"
			                               : "stopped",
			    NULL);
		if (event == CONSOLE_STOPPED)
			break;
		if (event == CONSOLE_CLOSED)
			usleep(5000); /* without editing it is told at every call; the test reads all that is said */
	}
	console_close(c);
	say(log, "end", NULL);
}

/* A shell in small: the console's process gets the terminal, and it is told when it stops; an order wakes it. */
static void mind(pid_t child, int log)
{
	int status;
	while (waitpid(child, &status, WUNTRACED) == child) {
		if (!WIFSTOPPED(status))
			_exit(0);
		say(log, "stopped by Ctrl-Z", NULL);
		usleep(50000);
		kill(child, SIGCONT);
	}
	_exit(0);
}

static void be_child(const char *name, bool plain, bool job, int orders, int log)
{
	setsid();
	int fd = open(name, O_RDWR);
	ioctl(fd, TIOCSCTTY, 0);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	close(fd);
	signal(SIGINT, SIG_DFL);
	signal(SIGTTOU, SIG_IGN);
	if (job) {
		pid_t child = fork();
		if (child)
			mind(child, log);
		setpgid(0, 0);
		tcsetpgrp(0, getpid());
	}
	signal(SIGTTOU, SIG_DFL);
	setenv("TERM", "xterm", 1);
	setenv("LC_ALL", "C", 1); /* main has settled on UTF-8 all the same */
	setenv("INPUTRC", "/dev/null", 1);
	struct console_setup setup = {.plain = plain, .complete = complete};
	hold_console(&setup, orders, log);
	_exit(0);
}

/* --- the parent ------------------------------------------------------------------------------------------------ */

static void resize(struct play *p, int columns)
{
	struct winsize size = {.ws_row = ROWS, .ws_col = (unsigned short)columns};
	p->screen.columns = columns;
	assert_int_equal(ioctl(p->terminal, TIOCSWINSZ, &size), 0);
}

/* Takes what has come, for at most `ms`; false when nothing has. */
static bool look(struct play *p, int ms)
{
	struct pollfd fds[2] = {{.fd = p->terminal, .events = POLLIN}, {.fd = p->log, .events = POLLIN}};
	char bytes[4096];
	if (poll(fds, 2, ms) <= 0)
		return false;
	ssize_t n = fds[0].revents ? read(p->terminal, bytes, sizeof bytes) : 0;
	for (ssize_t i = 0; i < n; i++)
		put_byte(&p->screen, bytes[i]);
	ssize_t m = fds[1].revents ? read(p->log, bytes, sizeof bytes) : 0;
	if (m > 0)
		text_add_bytes(&p->said, bytes, (size_t)m);
	if (n <= 0 && m <= 0)
		usleep(1000);
	return n > 0 || m > 0;
}

/* Waits until the child has said `what` (and forgets what it said up to there), or the screen shows it. */
static void hear(struct play *p, const char *what)
{
	int64_t until = clock_boot_ms() + DEADLINE_MS;
	char *at;
	while (!(at = strstr(p->said.data, what)) && clock_boot_ms() < until)
		look(p, 20);
	if (!at)
		fail_msg("waited for \"%s\"; it said: %s\nthe screen: %s", what, p->said.data, seen(p));
	at += strlen(what);
	memmove(p->said.data, at, strlen(at) + 1);
	p->said.len = strlen(p->said.data);
}

static void see(struct play *p, const char *what)
{
	int64_t until = clock_boot_ms() + DEADLINE_MS;
	while (strcmp(seen(p), what) != 0 && clock_boot_ms() < until)
		look(p, 20);
	if (strcmp(seen(p), what) != 0)
		fail_msg("wanted on the screen:\n%s\nthere is:\n%s\nit said: %s", what, seen(p), p->said.data);
}

static void see_end(struct play *p, const char *what)
{
	int64_t until = clock_boot_ms() + DEADLINE_MS;
	while (clock_boot_ms() < until) {
		size_t len = strlen(seen(p)), end = strlen(what);
		if (len >= end && strcmp(seen(p) + len - end, what) == 0)
			return;
		look(p, 20);
	}
	fail_msg("wanted at the end of the screen:\n%s\nthere is:\n%s", what, seen(p));
}

static void start(struct play *p, bool plain, bool job)
{
	int orders[2], log[2];
	*p = (struct play){0};
	text_add(&p->said, "");
	assert_int_equal(pipe(orders), 0);
	assert_int_equal(pipe(log), 0);
	p->terminal = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(p->terminal >= 0);
	assert_int_equal(grantpt(p->terminal), 0);
	assert_int_equal(unlockpt(p->terminal), 0);
	resize(p, 40);
	fcntl(orders[0], F_SETFL, O_NONBLOCK);
	p->pid = fork();
	if (p->pid == 0) {
		char name[128];
		snprintf(name, sizeof name, "%s", ptsname(p->terminal));
		close(p->terminal);
		close(orders[1]);
		close(log[0]);
		be_child(name, plain, job, orders[0], log[1]);
	}
	close(orders[0]);
	close(log[1]);
	p->orders = orders[1];
	p->log = log[0];
	hear(p, "ready\n");
}

static void order(struct play *p, const char *what, const char *answer)
{
	assert_int_equal(write(p->orders, what, strlen(what)), strlen(what));
	hear(p, answer);
}

static void type(struct play *p, const char *keys)
{
	size_t len = strlen(keys);
	while (len) {
		size_t piece = len > 512 ? 512 : len;
		assert_int_equal(write(p->terminal, keys, piece), piece);
		keys += piece;
		len -= piece;
		while (look(p, 5))
			;
	}
}

static void end(struct play *p)
{
	int status;
	close(p->orders);
	hear(p, "end\n");
	while (look(p, 0))
		;
	assert_int_equal(waitpid(p->pid, &status, 0), p->pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	close(p->terminal);
	close(p->log);
	text_free(&p->said);
}

#endif
