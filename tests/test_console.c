#include "check.h"
#include "terminal.h"

#include <locale.h>

static void an_inject_appears_above_a_half_typed_line(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "note dana left on 21 February, I thought she had");
	see(&p, "> note dana left on 21 February, I thoug|ht she had|");
	order(&p, "PT+0:40  email  CRM alerts\n| Your export is ready.", "done\n");
	see(&p,
	    "T+0:40  email  CRM alerts|| Your export is ready.|> note dana left on 21 February, I thoug|ht she had|");
	type(&p, "\033[D\033[D\033[D\001X"); /* the cursor at the line's beginning */
	order(&p, "Pagain\n", "done\n");
	see(&p, "T+0:40  email  CRM alerts|| Your export is ready.|again|> Xnote dana left on 21 February, I thou|ght "
	        "she had|");
	type(&p, "\r");
	hear(&p, "line:Xnote dana left on 21 February, I thought she had\n");
	end(&p);
}

static void a_prompt_of_two_lines_changes_in_place(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	order(&p, "Phello", "done\n");
	order(&p, "Q\001\033[1m\002T+0:41\001\033[0m\002  contain\n> ", "done\n");
	see(&p, "hello|T+0:41  contain|>|");
	type(&p, "note da");
	order(&p, "QT+0:42  contain\n> ", "done\n");
	see(&p, "hello|T+0:42  contain|> note da|");
	order(&p, "Pinject", "done\n");
	see(&p, "hello|inject|T+0:42  contain|> note da|");
	order(&p, "QT+0:43  a status that is wider than this window is\n> ", "done\n");
	see(&p, "hello|inject|T+0:43  a status that is wider than this| window is|> note da|");
	order(&p, "QT+0:44  contain\n> ", "done\n");
	see(&p, "hello|inject|T+0:44  contain|> note da|");
	type(&p, "na\r");
	hear(&p, "line:note dana\n");
	see(&p, "hello|inject|T+0:44  contain|> note dana|T+0:44  contain|>|");
	end(&p);
}

static void a_search_keeps_its_prompt_while_the_clock_runs(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "status\r");
	hear(&p, "line:status\n");
	type(&p, "\022st");
	see(&p, "> status|(reverse-i-search)`st': status|");
	order(&p, "Q>> ", "done\n");
	order(&p, "Pinject", "done\n");
	see(&p, "> status|inject|(reverse-i-search)`st': status|");
	type(&p, "\005");
	order(&p, "Q>> ", "done\n");
	see(&p, "> status|inject|>> status|");
	end(&p);
}

static void chinese_is_typed_and_taken_back_whole(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "note 客户数据\177");
	see(&p, "> note 客户数|");
	order(&p, "P咖啡与布 通知", "done\n");
	see(&p, "咖啡与布 通知|> note 客户数|");
	type(&p, "\177\r");
	hear(&p, "line:note 客户\n");
	end(&p);
}

static void ctrl_c_clears_the_line_and_nothing_else(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	order(&p, "Qstatus\n> ", "done\n");
	type(&p, "end");
	see(&p, "status|> end|");
	order(&p, "T", "typing\n");
	type(&p, "\003");
	hear(&p, "interrupt\n");
	see(&p, "status|> end|status|>|");
	order(&p, "T", "idle\n");
	type(&p, "\022\003"); /* from within a search, too */
	hear(&p, "interrupt\n");
	type(&p, "go\r");
	hear(&p, "line:go\n");
	end(&p);
}

static void ctrl_d_on_an_empty_line_is_told_and_the_next_line_can_come(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "\004");
	hear(&p, "closed\n");
	type(&p, "hold\r");
	hear(&p, "line:hold\n");
	end(&p);
}

static void a_resized_window_keeps_the_line(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	order(&p, "W", "40 columns\n");
	type(&p, "do 1 3 4");
	see(&p, "> do 1 3 4|");
	resize(&p, 60);
	int64_t until = clock_boot_ms() + DEADLINE_MS;
	while (!strstr(p.said.data, "60 columns") && clock_boot_ms() < until) {
		assert_int_equal(write(p.orders, "W", 1), 1);
		look(&p, 20);
	}
	hear(&p, "60 columns\n");
	see(&p, "> do 1 3 4|");
	type(&p, "\r");
	hear(&p, "line:do 1 3 4\n");
	end(&p);
}

static void term_is_told_and_the_terminal_is_given_back(void **state)
{
	struct play p;
	int status;
	(void)state;
	start(&p, false, false);
	type(&p, "half a li");
	see(&p, "> half a li|");
	kill(p.pid, SIGTERM);
	hear(&p, "stopped\nend\n");
	see(&p, "> half a li|");
	assert_int_equal(p.screen.row, 1);
	assert_int_equal(p.screen.column, 0);
	assert_int_equal(waitpid(p.pid, &status, 0), p.pid);
	assert_true(WIFEXITED(status));
	close(p.terminal);
	close(p.orders);
	close(p.log);
	text_free(&p.said);
}

static void a_hang_up_is_told(void **state)
{
	struct play p;
	int status;
	(void)state;
	start(&p, false, false);
	close(p.terminal);
	p.terminal = -1;
	hear(&p, "stopped\n");
	assert_int_equal(waitpid(p.pid, &status, 0), p.pid);
	close(p.orders);
	close(p.log);
	text_free(&p.said);
}

static void ctrl_z_stops_and_comes_back(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, true);
	order(&p, "Qstatus\n> ", "done\n");
	type(&p, "note ab");
	see(&p, "status|> note ab|");
	type(&p, "\032");
	hear(&p, "stopped by Ctrl-Z\n");
	see(&p, "status|> note ab|status|> note ab|");
	type(&p, "c\r");
	hear(&p, "line:note abc\n");
	end(&p);
}

static void ctrl_z_without_job_control_does_nothing(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "ab");
	see(&p, "> ab|");
	type(&p, "\032");
	see(&p, "> ab|> ab|");
	type(&p, "c\r");
	hear(&p, "line:abc\n");
	end(&p);
}

static void a_line_of_5000_bytes_is_told_and_dropped(void **state)
{
	struct play p;
	char line[5001];
	(void)state;
	memset(line, 'x', 5000);
	line[5000] = '\0';
	start(&p, false, false);
	type(&p, line);
	type(&p, "\rshort\r");
	hear(&p, "line:short\n");
	see_end(&p, "x|That line is longer than 4096 bytes; it|was not taken.|> short|>|");
	end(&p);
}

static void a_paste_of_three_lines_comes_line_by_line(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "\033[200~status\r\nnote \033[31mred\001\t2\n\n\nlast\033[20");
	type(&p, "1~ words");
	hear(&p, "line:status\nline:note [31mred 2\n");
	order(&p, "T", "typing\n");
	type(&p, "\r");
	hear(&p, "line:last words\n");
	end(&p);
}

static void an_arrow_and_a_lone_escape_still_work(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "one\r");
	hear(&p, "line:one\n");
	type(&p, "\033[A!\r");
	hear(&p, "line:one!\n");
	type(&p, "a b\033");
	usleep(100000);
	type(&p, "bX\r"); /* escape, b: a word back */
	hear(&p, "line:a Xb\n");
	end(&p);
}

static void tab_completes_and_a_long_list_is_capped(void **state)
{
	struct play p;
	(void)state;
	start(&p, false, false);
	type(&p, "do su\t");
	see(&p, "> do suspend-account|");
	type(&p, "\r");
	hear(&p, "line:do suspend-account \n");
	type(&p, "many \t\t\t"); /* what they have in common, a bell, the list */
	see_end(&p, "id-059|> many id-0|");
	type(&p, "x\r");
	hear(&p, "line:many id-0x\n");
	end(&p);
}

static void plain_on_a_terminal_prints_prompts_and_leaves_editing_to_it(void **state)
{
	struct play p;
	(void)state;
	start(&p, true, false);
	see(&p, ">|");
	type(&p, "status\n");
	hear(&p, "line:status\n");
	order(&p, "Phello", "done\n");
	see(&p, "> status|>|hello|>|");
	type(&p, "\003");
	hear(&p, "interrupt\n");
	type(&p, "\004");
	hear(&p, "closed\n");
	end(&p);
}

/* --- pipes ------------------------------------------------------------------------------------------------------- */

/* What a console makes of input that is no terminal: each event as a line. */
static void read_as(const char *bytes, size_t len, const char *expected)
{
	FILE *script = tmpfile();
	struct text got = {0};
	assert_non_null(script);
	assert_int_equal(fwrite(bytes, 1, len, script), len);
	rewind(script);
	struct console *c = console_open(&(struct console_setup){.script = script});
	enum console_event event;
	const char *line;
	text_add(&got, "");
	while ((event = console_poll(c, -1, &line)) == CONSOLE_LINE)
		text_addf(&got, "%s\n", line);
	assert_int_equal(event, CONSOLE_CLOSED);
	assert_int_equal(console_poll(c, -1, &line), CONSOLE_CLOSED);
	assert_false(console_interactive(c));
	console_close(c);
	fclose(script);
	assert_string_equal(got.data, expected);
	text_free(&got);
}

#define READ_AS(bytes, expected) read_as(bytes, sizeof(bytes) - 1, expected)

static void a_script_is_read_line_by_line(void **state)
{
	(void)state;
	READ_AS("", "");
	READ_AS("one\ntwo\n", "one\ntwo\n");
	READ_AS("one\r\n\r\nthe last has no end", "one\n\nthe last has no end\n");
	READ_AS("\xef\xbb\xbfone\n\xef\xbb\xbftwo\n", "one\n\ufefftwo\n");
}

static void what_a_terminal_could_obey_is_cleaned(void **state)
{
	(void)state;
	READ_AS("a\0b\n", "a\ufffdb\n");
	READ_AS("caf\xe9 \xe5\xae\n", "caf\ufffd \ufffd\ufffd\n");
	READ_AS("\033[31mred\tand\b\n", "\ufffdred and\ufffd\n");
}

static void a_line_beyond_the_limit_is_dropped_and_the_next_one_taken(void **state)
{
	static char bytes[20000], expected[5000];
	(void)state;
	memset(bytes, 'x', 5000);
	memcpy(bytes + 5000, "\nnext\n", 6);
	read_as(bytes, 5006, "next\n");
	memset(bytes, 'x', 19000);
	memcpy(bytes + 19000, "\nnext\n", 6);
	read_as(bytes, 19006, "next\n");
	read_as(bytes, 19000, "");
	bytes[4096] = '\n';
	memset(expected, 'x', 4096);
	expected[4096] = '\n';
	read_as(bytes, 4097, expected);
	memset(bytes, '\xff', 4000); /* cleaned, it is three times as long */
	bytes[4000] = '\n';
	read_as(bytes, 4001, "");
}

static void a_pipe_may_deliver_a_line_in_parts(void **state)
{
	int fds[2];
	const char *line;
	(void)state;
	assert_int_equal(pipe(fds), 0);
	FILE *script = fdopen(fds[0], "r");
	struct console *c = console_open(&(struct console_setup){.script = script});
	console_prompt(c, "never seen> ");
	assert_int_equal(console_poll(c, 0, &line), CONSOLE_TICK);
	assert_int_equal(write(fds[1], "sta", 3), 3);
	assert_int_equal(console_poll(c, 20, &line), CONSOLE_TICK);
	assert_true(console_typing(c));
	assert_int_equal(write(fds[1], "tus\nhold\n", 9), 9);
	assert_int_equal(console_poll(c, 20, &line), CONSOLE_LINE);
	assert_string_equal(line, "status");
	raise(SIGINT);
	assert_int_equal(console_poll(c, 20, &line), CONSOLE_INTERRUPT);
	assert_int_equal(console_poll(c, 20, &line), CONSOLE_LINE);
	assert_string_equal(line, "hold");
	raise(SIGTERM);
	assert_int_equal(console_poll(c, -1, &line), CONSOLE_STOPPED);
	assert_int_equal(console_poll(c, -1, &line), CONSOLE_STOPPED);
	console_close(c);
	fclose(script);
	close(fds[1]);
}

static void a_flood_without_a_line_end_does_not_hold_up_the_clock(void **state)
{
	const char *line;
	(void)state;
	FILE *script = fopen("/dev/zero", "r");
	if (!script)
		skip();
	struct console *c = console_open(&(struct console_setup){.script = script});
	int64_t from = clock_boot_ms();
	assert_int_equal(console_poll(c, 30, &line), CONSOLE_TICK);
	assert_true(clock_boot_ms() - from < 1000);
	console_close(c);
	fclose(script);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_inject_appears_above_a_half_typed_line),
	    cmocka_unit_test(a_prompt_of_two_lines_changes_in_place),
	    cmocka_unit_test(a_search_keeps_its_prompt_while_the_clock_runs),
	    cmocka_unit_test(chinese_is_typed_and_taken_back_whole),
	    cmocka_unit_test(ctrl_c_clears_the_line_and_nothing_else),
	    cmocka_unit_test(ctrl_d_on_an_empty_line_is_told_and_the_next_line_can_come),
	    cmocka_unit_test(a_resized_window_keeps_the_line),
	    cmocka_unit_test(term_is_told_and_the_terminal_is_given_back),
	    cmocka_unit_test(a_hang_up_is_told),
	    cmocka_unit_test(ctrl_z_stops_and_comes_back),
	    cmocka_unit_test(ctrl_z_without_job_control_does_nothing),
	    cmocka_unit_test(a_line_of_5000_bytes_is_told_and_dropped),
	    cmocka_unit_test(a_paste_of_three_lines_comes_line_by_line),
	    cmocka_unit_test(an_arrow_and_a_lone_escape_still_work),
	    cmocka_unit_test(tab_completes_and_a_long_list_is_capped),
	    cmocka_unit_test(plain_on_a_terminal_prints_prompts_and_leaves_editing_to_it),
	    cmocka_unit_test(a_script_is_read_line_by_line),
	    cmocka_unit_test(what_a_terminal_could_obey_is_cleaned),
	    cmocka_unit_test(a_line_beyond_the_limit_is_dropped_and_the_next_one_taken),
	    cmocka_unit_test(a_pipe_may_deliver_a_line_in_parts),
	    cmocka_unit_test(a_flood_without_a_line_end_does_not_hold_up_the_clock),
	};
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
