#include "desk/console.h"

#include "base/clock.h"
#include "desk/intake.h"
#include "desk/prompt.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <readline/readline.h>
#include <readline/history.h>

enum { COMPLETIONS_MAX = 60, HISTORY_MAX = 500, AT_ONCE = 4096, HELD_MS = 30, KEY_MS = 200, ABANDON = 7, SIGNALS = 8 };
_Static_assert((int)CONSOLE_LINE_MAX == (int)INTAKE_LINE_MAX, "a line is a line");

/* While one of these lasts, the prompt on the screen is readline's own. */
#define ODD_STATES (RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG | RL_STATE_MOREINPUT | RL_STATE_MULTIKEY)

static const int signals[SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGWINCH, SIGTSTP, SIGCONT};

struct console {
	struct console_setup setup;
	int in, out;
	bool interactive, editing;
	bool shown;    /* the prompt stands on the screen */
	bool ended;    /* no more input will come */
	bool overlong; /* of the line being read, something was dropped */
	bool stopped;
	bool ready, closed;       /* what readline's handler was called with */
	int dropped;              /* lines too long to take */
	int word_at, completion;  /* of the word being completed */
	struct text prompt, line; /* the prompt as given; the line handed out */
	struct intake intake;
	int columns; /* of the window when the prompt was drawn */
	int wake[2]; /* signals arrive here, a byte each */
	struct sigaction old[SIGNALS];
};

static struct console *open_console; /* readline and signal handlers know no context */
static volatile sig_atomic_t wake_fd = -1;

static void on_signal(int number)
{
	int error = errno;
	char byte = (char)number;
	if (write(wake_fd, &byte, 1) < 0)
		errno = 0; /* the pipe is full: enough has been said */
	errno = error;
}

/* What was ignored when we were started (nohup) stays ignored. Without editing, Ctrl-Z needs no help. */
static void catch_signals(struct console *c)
{
	if (pipe(c->wake) < 0)
		abort();
	for (int i = 0; i < 2; i++) {
		fcntl(c->wake[i], F_SETFD, FD_CLOEXEC);
		fcntl(c->wake[i], F_SETFL, O_NONBLOCK);
	}
	wake_fd = c->wake[1];
	for (int i = 0; i < SIGNALS; i++) {
		struct sigaction action = {.sa_handler = signals[i] == SIGPIPE ? SIG_IGN : on_signal,
		                           .sa_flags = SA_RESTART};
		bool job = signals[i] == SIGTSTP || signals[i] == SIGCONT;
		sigemptyset(&action.sa_mask);
		sigaction(signals[i], NULL, &c->old[i]);
		if (c->old[i].sa_handler != SIG_IGN && (c->editing || !job))
			sigaction(signals[i], &action, NULL);
	}
}

static void put_prompt(const struct console *c, bool whole, bool plain)
{
	struct text seen = {0};
	prompt_add(&seen, c->prompt.data, whole, plain);
	fputs(seen.data, stdout);
	text_free(&seen);
}

static int window(const struct console *c)
{
	struct winsize size;
	return ioctl(c->out, TIOCGWINSZ, &size) < 0 ? 0 : size.ws_col;
}

/* Leaves the cursor where the prompt began. After a resize the fewer rows count: nothing printed before may go. */
static void wipe(struct console *c)
{
	int then = prompt_rows(c->prompt.data, c->columns), now = prompt_rows(c->prompt.data, window(c));
	rl_clear_visible_line();
	for (int row = then < now ? then : now; row > 0; row--)
		fputs("\033[A\033[2K", stdout);
}

static void repaint(struct console *c)
{
	put_prompt(c, false, false);
	c->columns = window(c);
	rl_on_new_line();
	rl_redisplay();
	fflush(stdout);
}

static void on_line(char *line);

static void show(struct console *c)
{
	if (c->shown || !c->interactive || c->stopped)
		return;
	c->shown = true;
	c->columns = window(c);
	if (c->editing)
		rl_callback_handler_install(c->prompt.data, on_line);
	else
		put_prompt(c, true, true);
	fflush(stdout);
}

static void hide(struct console *c)
{
	if (c->shown && c->editing)
		rl_callback_handler_remove();
	c->shown = false;
}

/* In an odd state the old one stays: the caller's next tick brings the new one again. */
void console_prompt(struct console *c, const char *prompt)
{
	bool live = c->shown && c->editing;
	if (strcmp(c->prompt.data, prompt) == 0 || (live && RL_ISSTATE(ODD_STATES)))
		return;
	if (live)
		wipe(c);
	text_clear(&c->prompt);
	text_add(&c->prompt, prompt);
	if (!live)
		return;
	rl_set_prompt(prompt);
	repaint(c);
}

void console_print(struct console *c, const char *text)
{
	size_t len = strlen(text);
	if (!len)
		return;
	bool live = c->shown && c->editing;
	if (live)
		wipe(c);
	else if (c->shown)
		fputc('\n', stdout);
	c->shown = live;
	fputs(text, stdout);
	if (text[len - 1] != '\n')
		fputc('\n', stdout);
	if (live)
		repaint(c);
	fflush(stdout);
}

void console_clear(struct console *c)
{
	if (!c->setup.plain && isatty(c->out))
		fputs("\033[H\033[2J", stdout);
	fflush(stdout);
	if (c->shown && c->editing)
		repaint(c);
}

static const char too_long[] = "That line is longer than 4096 bytes; it was not taken.\n";

static void remember(const char *line)
{
	HIST_ENTRY *before = history_length ? history_get(history_base + history_length - 1) : NULL;
	if (*line && !(before && strcmp(before->line, line) == 0))
		add_history(line);
}

/* The prompt is taken down while the line is dealt with: what is printed then needs no care. */
static void on_line(char *line)
{
	struct console *c = open_console;
	hide(c);
	if (!line) {
		c->closed = true;
		fputc('\n', stdout);
		return;
	}
	text_clear(&c->line);
	c->ready = intake_clean(line, strlen(line), &c->line) && !c->overlong;
	c->overlong = false;
	if (c->ready)
		remember(c->line.data);
	else
		console_print(c, too_long);
	free(line);
}

/* Reads what is there; it may be the end. */
static void fill(struct console *c)
{
	char bytes[AT_ONCE];
	ssize_t n = read(c->in, bytes, sizeof bytes);
	if (n > 0)
		intake_add(&c->intake, bytes, (size_t)n);
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		c->ended = true;
}

/* The next line of a pipe, a file or an unedited terminal. */
static bool next_plain(struct console *c)
{
	for (;;) {
		enum intake_result result = intake_line(&c->intake, c->ended, &c->line);
		if (result == INTAKE_NOTHING)
			return false;
		c->shown = false; /* the terminal has echoed the line's end */
		if (result == INTAKE_LINE)
			return true;
		console_print(c, too_long);
		c->dropped++;
	}
}

static bool has_key(struct console *c, int ms)
{
	struct pollfd fd = {.fd = c->in, .events = POLLIN};
	if (intake_peek(&c->intake) < 0 && !c->ended && poll(&fd, 1, ms) > 0)
		fill(c);
	return intake_peek(&c->intake) >= 0;
}

static int keys_waiting(void)
{
	return has_key(open_console, HELD_MS);
}

/* readline asks. Where it wants a key that has not come (the rest of a character), it is not let wait for long. */
static int next_key(FILE *in)
{
	(void)in;
	bool came = has_key(open_console, KEY_MS);
	return came ? intake_key(&open_console->intake) : open_console->ended ? EOF : ABANDON;
}

/* A line that grows beyond reason costs time with each key: what is too much is not even shown. */
static bool too_much(struct console *c, int key)
{
	if (rl_end == 0)
		c->overlong = false;
	if (rl_end <= CONSOLE_LINE_MAX || key < ' ' || key == RUBOUT || RL_ISSTATE(ODD_STATES))
		return false;
	return c->overlong = true;
}

static bool next_edited(struct console *c)
{
	for (int key; !c->ready && !c->closed && (key = intake_peek(&c->intake)) >= 0;) {
		show(c);
		if (too_much(c, key))
			intake_key(&c->intake);
		else
			rl_callback_read_char();
	}
	return c->ready || c->closed;
}

static char *complete_next(const char *word, int state)
{
	struct console *c = open_console;
	c->completion = state ? c->completion + 1 : 0;
	if (c->completion >= COMPLETIONS_MAX)
		return NULL;
	return c->setup.complete(c->setup.context, rl_line_buffer, c->word_at, word, c->completion);
}

static char **complete(const char *word, int from, int to)
{
	struct console *c = open_console;
	(void)to;
	rl_attempted_completion_over = 1; /* never names of files */
	c->word_at = from;
	return c->setup.complete ? rl_completion_matches(word, complete_next) : NULL;
}

static enum console_event interrupt(struct console *c)
{
	c->overlong = false;
	if (c->interactive) /* a script is not typed */
		intake_drop(&c->intake);
	if (c->shown && c->editing) {
		rl_callback_sigcleanup();
		rl_point = rl_end;
		rl_redisplay();
		rl_free_line_state();
		rl_replace_line("", 0);
	}
	if (c->shown)
		fputc('\n', stdout);
	fflush(stdout);
	hide(c);
	return CONSOLE_INTERRUPT;
}

/* Gives the terminal back. */
static void leave(struct console *c)
{
	if (c->shown)
		fputc('\n', stdout);
	hide(c);
	if (c->editing)
		rl_deprep_terminal();
	fflush(stdout);
	c->editing = false;
}

static enum console_event stop(struct console *c)
{
	leave(c);
	c->stopped = true;
	return CONSOLE_STOPPED;
}

static enum console_event come_back(struct console *c)
{
	rl_deprep_terminal(); /* whoever had the terminal meanwhile may have changed it */
	rl_prep_terminal(1);
	if (c->shown)
		rl_forced_update_display();
	return CONSOLE_TICK;
}

/* By the default action: in a session without job control nobody could wake us, and then it does nothing. */
static enum console_event suspend(struct console *c)
{
	if (c->shown)
		fputc('\n', stdout);
	fflush(stdout);
	rl_deprep_terminal();
	signal(SIGTSTP, SIG_DFL);
	signal(SIGCONT, SIG_DFL);
	raise(SIGTSTP);
	signal(SIGTSTP, on_signal);
	signal(SIGCONT, on_signal);
	return come_back(c);
}

/* Ends the wait, so that the caller can draw again for the new width. */
static enum console_event resize(struct console *c)
{
	if (c->editing)
		rl_resize_terminal();
	return CONSOLE_TICK;
}

static enum console_event heed(struct console *c, int number)
{
	static const struct {
		int number;
		enum console_event (*heed)(struct console *c);
	} table[] = {{SIGINT, interrupt}, {SIGTERM, stop},    {SIGHUP, stop},      {SIGQUIT, stop},
	             {SIGWINCH, resize},  {SIGTSTP, suspend}, {SIGCONT, come_back}};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (table[i].number == number)
			return table[i].heed(c);
	return CONSOLE_TICK;
}

static bool next_event(struct console *c, enum console_event *event)
{
	char number;
	c->ready = c->closed = false;
	if (!c->stopped && read(c->wake[0], &number, 1) == 1)
		*event = heed(c, number);
	else if (c->stopped)
		*event = CONSOLE_STOPPED;
	else if (c->editing ? next_edited(c) : next_plain(c))
		*event = c->closed && c->ended ? stop(c) : c->closed ? CONSOLE_CLOSED : CONSOLE_LINE;
	else if (c->ended)
		*event = c->editing ? stop(c) : CONSOLE_CLOSED;
	else
		return false;
	return true;
}

/* Sleeps until something comes; false when the time is up. */
static bool await(struct console *c, int ms)
{
	struct pollfd fds[2] = {{.fd = c->wake[0], .events = POLLIN}, {.fd = c->in, .events = POLLIN}};
	bool held = intake_held(&c->intake);
	int n = poll(fds, 2, held && (ms < 0 || ms > HELD_MS) ? HELD_MS : ms);
	if (n < 0)
		return true; /* a signal: it is in the pipe */
	if (fds[1].revents)
		fill(c);
	else if (held)
		intake_settle(&c->intake);
	return n > 0 || held;
}

enum console_event console_poll(struct console *c, int timeout_ms, const char **line)
{
	int64_t until = timeout_ms < 0 ? -1 : clock_boot_ms() + timeout_ms;
	enum console_event event;
	for (int64_t left = timeout_ms; !next_event(c, &event); left = until < 0 ? -1 : until - clock_boot_ms()) {
		if (left < 0 && until >= 0)
			return CONSOLE_TICK; /* a flood of bytes must not hold up the clock */
		show(c);
		if (!await(c, (int)left))
			return CONSOLE_TICK;
	}
	*line = event == CONSOLE_LINE ? c->line.data : NULL;
	return event;
}

/* The terminal stays prepared from here to the end, so that nothing typed ahead is echoed twice. No list or question
 * of readline's may wait for an answer: the clock runs. */
static void start_editing(struct console *c)
{
	rl_readline_name = "drill72";
	rl_instream = stdin;
	rl_outstream = stdout;
	rl_catch_signals = rl_catch_sigwinch = rl_change_environment = 0;
	setenv("LC_ALL", setlocale(LC_CTYPE, NULL), 1); /* from where readline sets it: main's choice is to stay */
	rl_initialize();
	rl_variable_bind("page-completions", "off");
	rl_completion_query_items = 0;
	rl_completer_word_break_characters = " \t\n";
	rl_attempted_completion_function = complete;
	rl_prep_term_function = NULL;
	rl_deprep_term_function = NULL;
	rl_getc_function = next_key;
	rl_input_available_hook = keys_waiting;
	stifle_history(HISTORY_MAX);
	c->intake.terminal = true;
	rl_prep_terminal(1);
}

struct console *console_open(const struct console_setup *setup)
{
	struct console *c = calloc(1, sizeof *c);
	if (!c || open_console)
		abort(); /* there is one terminal */
	const char *term = getenv("TERM");
	c->setup = *setup;
	c->in = setup->script ? fileno(setup->script) : STDIN_FILENO, c->out = STDOUT_FILENO;
	c->interactive = !setup->script && isatty(STDIN_FILENO) && isatty(c->out);
	c->editing = c->interactive && !setup->plain && term && *term && strcmp(term, "dumb") != 0;
	text_add(&c->prompt, "");
	open_console = c;
	catch_signals(c);
	if (c->editing)
		start_editing(c);
	return c;
}

void console_close(struct console *c)
{
	leave(c);
	clear_history();
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &c->old[i], NULL);
	wake_fd = -1;
	close(c->wake[0]);
	close(c->wake[1]);
	intake_free(&c->intake);
	text_free(&c->prompt);
	text_free(&c->line);
	open_console = NULL;
	free(c);
}

bool console_typing(const struct console *c)
{
	return c->editing ? c->shown && rl_end > 0 : c->intake.raw.len > 0;
}

bool console_interactive(const struct console *c)
{
	return c->interactive;
}

int console_columns(const struct console *c)
{
	int columns = window(c);
	return columns <= 0 ? 80 : columns < 20 ? 20 : columns;
}

int console_dropped(const struct console *c)
{
	return c->dropped;
}
