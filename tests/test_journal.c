#include "check.h"
#include "base/hash.h"
#include "exercise/journal.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct world nowhere; /* notes need no world */

struct place { /* a folder for one test */
	char folder[64], path[96];
	struct diags diags;
};

static int set_up(void **state)
{
	struct place *place = calloc(1, sizeof *place);
	strcpy(place->folder, "/tmp/drill72-journal-XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	snprintf(place->path, sizeof place->path, "%s/a.jsonl", place->folder);
	diags_init(&place->diags);
	*state = place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;
	char torn[128], copy[128];
	snprintf(torn, sizeof torn, "%s.torn", place->path);
	snprintf(copy, sizeof copy, "%s/link", place->folder);
	unlink(torn);
	unlink(copy);
	unlink(place->path);
	int gone = rmdir(place->folder);
	diags_free(&place->diags);
	free(place);
	return gone;
}

static bool note(struct journal *journal, int n, const char *text, struct diags *diags)
{
	struct event event = {.kind = EVENT_NOTED, .ref = NAMES_NONE, .text = text};
	struct event_turn turn = {n, 60 * n, EVENT_NO_TALK, 1772718000 + 60 * n, "facilitator", n, "note", &event, 1};
	return journal_append(journal, &turn, &nowhere, diags);
}

static void write_notes(struct place *place, int count)
{
	struct journal *journal = journal_create(place->path, &place->diags);
	assert_non_null(journal);
	for (int n = 1; n <= count; n++)
		assert_true(note(journal, n, "Dana's token still works", &place->diags));
	journal_close(journal);
}

static size_t load(const char *path, char *bytes, size_t most)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t len = fread(bytes, 1, most - 1, file);
	fclose(file);
	bytes[len] = '\0';
	return len;
}

static void store(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void append_raw(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "ab");
	assert_non_null(file);
	fputs(bytes, file);
	fclose(file);
}

static int count_lines(struct journal_reader *reader, struct diags *diags, enum journal_read *last)
{
	struct jsn *line;
	int count = 0;
	while ((*last = journal_next(reader, &line, diags)) == JOURNAL_LINE) {
		jsn_free(line);
		count++;
	}
	assert_null(line);
	return count;
}

static void assert_told(const struct diags *diags, const char *words)
{
	struct text text = {0};
	diags_render(diags, &text);
	if (!text.data || !strstr(text.data, words))
		fail_msg("not told: %s\nbut: %s", words, text.data ? text.data : "nothing");
	text_free(&text);
}

static void what_was_appended_is_read_back(void **state)
{
	struct place *place = *state;
	write_notes(place, 3);
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	assert_non_null(reader);
	for (int n = 1; n <= 3; n++) {
		char why[160];
		struct jsn *line;
		struct event_turn turn;
		struct arena *arena = arena_new();
		assert_int_equal(journal_next(reader, &line, &place->diags), JOURNAL_LINE);
		assert_true(event_decode(line, &nowhere, arena, &turn, why));
		assert_int_equal(turn.n, n);
		assert_int_equal(turn.t, 60 * n);
		assert_int_equal(turn.wall, 1772718000 + 60 * n);
		assert_int_equal(turn.talk, EVENT_NO_TALK);
		assert_string_equal(turn.events[0].text, "Dana's token still works");
		assert_int_equal(turn.events[0].ref, NAMES_NONE);
		jsn_free(line);
		arena_free(arena);
	}
	enum journal_read last;
	assert_int_equal(count_lines(reader, &place->diags, &last), 0);
	assert_int_equal(last, JOURNAL_MORE);
	assert_int_equal(journal_lines(reader), 3);
	assert_false(journal_torn(reader));
	journal_reader_free(reader);
}

static void sed_and_sha256sum_verify_the_chain(void **state)
{
	struct place *place = *state;
	char command[256], hex[HASH_HEX + 1] = "", bytes[4096], expected[128];
	write_notes(place, 2);
	load(place->path, bytes, sizeof bytes);
	assert_non_null(strstr(bytes, "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000000\""));
	snprintf(command, sizeof command, "sed -n 1p '%s' | sha256sum", place->path);
	FILE *pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_int_equal(fread(hex, 1, HASH_HEX, pipe), HASH_HEX);
	pclose(pipe);
	snprintf(expected, sizeof expected, "\"prev\":\"%s\"", hex);
	assert_non_null(strstr(strchr(bytes, '\n'), expected));
}

static void only_its_owner_may_read_it(void **state)
{
	struct place *place = *state;
	struct stat about;
	write_notes(place, 1);
	assert_int_equal(stat(place->path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
}

static void an_existing_journal_is_never_overwritten(void **state)
{
	struct place *place = *state;
	char before[4096], after[4096];
	write_notes(place, 1);
	load(place->path, before, sizeof before);
	assert_null(journal_create(place->path, &place->diags));
	assert_told(&place->diags, "a.jsonl: already exists; a journal is never overwritten");
	load(place->path, after, sizeof after);
	assert_string_equal(before, after);
}

static void a_reopened_journal_goes_on_where_it_ended(void **state)
{
	struct place *place = *state;
	write_notes(place, 2);
	struct journal *journal = journal_reopen(place->path, &place->diags);
	assert_non_null(journal);
	assert_true(note(journal, 3, "resumed", &place->diags));
	assert_false(note(journal, 5, "a leap", &place->diags));
	journal_close(journal);
	enum journal_read last;
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	assert_int_equal(count_lines(reader, &place->diags, &last), 3);
	assert_int_equal(last, JOURNAL_MORE);
	journal_reader_free(reader);
}

static void a_torn_tail_is_set_aside_and_told(void **state)
{
	struct place *place = *state;
	char torn[128], bytes[4096];
	write_notes(place, 2);
	size_t whole = load(place->path, bytes, sizeof bytes);
	append_raw(place->path, "{\"by\":\"clock\",\"ca");
	struct journal *journal = journal_reopen(place->path, &place->diags);
	assert_non_null(journal);
	assert_int_equal(place->diags.errors, 0);
	assert_told(&place->diags, "a.jsonl:3: warning: the last line was cut off");
	snprintf(torn, sizeof torn, "%s.torn", place->path);
	load(torn, bytes, sizeof bytes);
	assert_string_equal(bytes, "{\"by\":\"clock\",\"ca");
	assert_int_equal(load(place->path, bytes, sizeof bytes), whole);
	assert_true(note(journal, 3, "on we go", &place->diags));
	journal_close(journal);
}

static void a_second_torn_tail_joins_the_first(void **state)
{
	struct place *place = *state;
	char torn[128], bytes[4096];
	write_notes(place, 1);
	append_raw(place->path, "one ");
	journal_close(journal_reopen(place->path, &place->diags));
	append_raw(place->path, "two");
	journal_close(journal_reopen(place->path, &place->diags));
	snprintf(torn, sizeof torn, "%s.torn", place->path);
	load(torn, bytes, sizeof bytes);
	assert_string_equal(bytes, "one two");
}

static void a_reader_waits_for_the_rest_of_a_line_and_follows(void **state)
{
	struct place *place = *state;
	char bytes[4096];
	write_notes(place, 2);
	size_t len = load(place->path, bytes, sizeof bytes);
	size_t first = (size_t)(strchr(bytes, '\n') + 1 - bytes);
	store(place->path, bytes, first + 20);
	enum journal_read last;
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	assert_int_equal(count_lines(reader, &place->diags, &last), 1);
	assert_int_equal(last, JOURNAL_MORE);
	assert_true(journal_torn(reader));
	store(place->path, bytes, first); /* taken back, as after a failed write */
	assert_int_equal(count_lines(reader, &place->diags, &last), 0);
	assert_false(journal_torn(reader));
	store(place->path, bytes, len);
	assert_int_equal(count_lines(reader, &place->diags, &last), 1);
	assert_int_equal(journal_lines(reader), 2);
	char hex[HASH_HEX + 1];
	hash_hex(bytes + first, len - first, hex);
	assert_string_equal(journal_head(reader), hex);
	journal_reader_free(reader);
}

static void a_journal_that_shrinks_under_its_reader_is_damaged(void **state)
{
	struct place *place = *state;
	write_notes(place, 2);
	enum journal_read last;
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	assert_int_equal(count_lines(reader, &place->diags, &last), 2);
	assert_int_equal(truncate(place->path, 10), 0);
	assert_int_equal(count_lines(reader, &place->diags, &last), 0);
	assert_int_equal(last, JOURNAL_DAMAGED);
	assert_told(&place->diags, "became shorter");
	journal_reader_free(reader);
}

/* Writes five lines, replaces the first `from` in line `line` by `to`, and tells what a reader says. */
static void assert_damage(struct place *place, int line, const char *from, const char *to, const char *words)
{
	char bytes[8192];
	write_notes(place, 5);
	size_t len = load(place->path, bytes, sizeof bytes);
	char *at = bytes;
	for (int i = 1; i < line; i++)
		at = strchr(at, '\n') + 1;
	at = strstr(at, from);
	assert_non_null(at);
	assert_int_equal(strlen(from), strlen(to));
	memcpy(at, to, strlen(to));
	store(place->path, bytes, len);
	enum journal_read last;
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	count_lines(reader, &place->diags, &last);
	assert_int_equal(last, JOURNAL_DAMAGED);
	assert_told(&place->diags, words);
	assert_int_equal(count_lines(reader, &place->diags, &last), 0); /* and stays so */
	assert_int_equal(last, JOURNAL_DAMAGED);
	journal_reader_free(reader);
	assert_null(journal_reopen(place->path, &place->diags));
}

static void a_changed_byte_is_told_with_its_line(void **state)
{
	assert_damage(*state, 3, "token", "Token", "a.jsonl:3: this line was changed after it was written");
}

static void a_byte_that_breaks_the_line_is_told_with_its_line(void **state)
{
	assert_damage(*state, 4, "\"by\"", "\"by ", "a.jsonl:4:");
}

static void a_lost_newline_is_told_with_its_line(void **state)
{
	assert_damage(*state, 2, "}\n", "} ", "a.jsonl:2:");
}

static void a_changed_number_is_told_with_its_line(void **state)
{
	assert_damage(*state, 2, "\"n\":2", "\"n\":7", "a.jsonl:2: turn 7 stands where turn 2 belongs");
}

static void a_forged_beginning_is_told(void **state)
{
	assert_damage(*state, 1, "\"prev\":\"0", "\"prev\":\"1", "a.jsonl:1: the first line names a line before it");
}

static void a_damaged_journal_is_left_as_it_is(void **state)
{
	struct place *place = *state;
	char before[4096], after[4096];
	write_notes(place, 2);
	size_t len = load(place->path, before, sizeof before);
	before[5] = '#';
	store(place->path, before, len);
	append_raw(place->path, "torn");
	assert_null(journal_reopen(place->path, &place->diags));
	assert_int_equal(load(place->path, after, sizeof after), len + 4);
	assert_memory_equal(before, after, len);
}

static void a_second_writer_is_refused(void **state)
{
	struct place *place = *state;
	struct journal *first = journal_create(place->path, &place->diags);
	assert_true(note(first, 1, "mine", &place->diags));
	assert_null(journal_reopen(place->path, &place->diags));
	assert_told(&place->diags, "a.jsonl: another drill72 is writing this journal");
	journal_close(first);
	struct journal *second = journal_reopen(place->path, &place->diags);
	assert_non_null(second);
	journal_close(second);
}

static void a_missing_folder_a_folder_and_a_link_are_told_apart(void **state)
{
	struct place *place = *state;
	char path[128];
	snprintf(path, sizeof path, "%s/none/a.jsonl", place->folder);
	assert_null(journal_create(path, &place->diags));
	assert_told(&place->diags, "no such file or folder");
	assert_null(journal_read(place->folder, &place->diags));
	assert_told(&place->diags, "is a folder, not a journal");
	write_notes(place, 1);
	snprintf(path, sizeof path, "%s/link", place->folder);
	assert_int_equal(symlink(place->path, path), 0);
	assert_null(journal_reopen(path, &place->diags));
	assert_told(&place->diags, "is a symbolic link");
	assert_null(journal_read("/dev/null", &place->diags));
	assert_told(&place->diags, "is no ordinary file");
}

static void a_folder_that_may_not_be_written_is_told(void **state)
{
	struct place *place = *state;
	assert_int_equal(chmod(place->folder, 0555), 0);
	if (geteuid() == 0) /* whom no mode stops */
		assert_int_equal(seteuid(65534), 0);
	struct journal *journal = journal_create(place->path, &place->diags);
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
	assert_null(journal);
	assert_told(&place->diags, "not allowed; choose another place with --journal FILE");
	chmod(place->folder, 0755);
}

static void a_turn_that_does_not_fit_leaves_the_journal_as_it_was(void **state)
{
	struct place *place = *state;
	char before[4096], after[4096], text[800];
	struct journal *journal = journal_create(place->path, &place->diags);
	assert_true(note(journal, 1, "fits", &place->diags));
	size_t len = load(place->path, before, sizeof before);
	struct rlimit usual, tight;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
	tight = usual;
	tight.rlim_cur = len + 400;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	bool written = note(journal, 2, text, &place->diags);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
	assert_false(written);
	assert_told(&place->diags, "may not grow any further");
	assert_int_equal(load(place->path, after, sizeof after), len);
	assert_string_equal(before, after);
	assert_true(note(journal, 2, text, &place->diags)); /* once there is room again */
	journal_close(journal);
	enum journal_read last;
	struct journal_reader *reader = journal_read(place->path, &place->diags);
	assert_int_equal(count_lines(reader, &place->diags, &last), 2);
	journal_reader_free(reader);
}

static void bytes_in_memory_are_read_like_a_file(void **state)
{
	struct place *place = *state;
	char bytes[4096];
	write_notes(place, 2);
	size_t len = load(place->path, bytes, sizeof bytes);
	enum journal_read last;
	struct journal_reader *reader = journal_read_bytes(bytes, len - 1, "memory");
	assert_int_equal(count_lines(reader, &place->diags, &last), 1);
	assert_int_equal(last, JOURNAL_MORE);
	assert_true(journal_torn(reader));
	assert_string_equal(journal_name(reader), "memory");
	journal_reader_free(reader);
}

static void a_line_longer_than_any_turn_is_refused(void **state)
{
	struct place *place = *state;
	size_t len = 9 * 1024 * 1024;
	char *bytes = malloc(len);
	memset(bytes, ' ', len);
	struct journal_reader *reader = journal_read_bytes(bytes, len, "memory");
	enum journal_read last;
	count_lines(reader, &place->diags, &last);
	assert_int_equal(last, JOURNAL_DAMAGED);
	assert_told(&place->diags, "memory:1: the line is longer than any that drill72 writes");
	journal_reader_free(reader);
	free(bytes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_was_appended_is_read_back),
	    TEST(sed_and_sha256sum_verify_the_chain),
	    TEST(only_its_owner_may_read_it),
	    TEST(an_existing_journal_is_never_overwritten),
	    TEST(a_reopened_journal_goes_on_where_it_ended),
	    TEST(a_torn_tail_is_set_aside_and_told),
	    TEST(a_second_torn_tail_joins_the_first),
	    TEST(a_reader_waits_for_the_rest_of_a_line_and_follows),
	    TEST(a_journal_that_shrinks_under_its_reader_is_damaged),
	    TEST(a_changed_byte_is_told_with_its_line),
	    TEST(a_byte_that_breaks_the_line_is_told_with_its_line),
	    TEST(a_lost_newline_is_told_with_its_line),
	    TEST(a_changed_number_is_told_with_its_line),
	    TEST(a_forged_beginning_is_told),
	    TEST(a_damaged_journal_is_left_as_it_is),
	    TEST(a_second_writer_is_refused),
	    TEST(a_missing_folder_a_folder_and_a_link_are_told_apart),
	    TEST(a_folder_that_may_not_be_written_is_told),
	    TEST(a_turn_that_does_not_fit_leaves_the_journal_as_it_was),
	    TEST(bytes_in_memory_are_read_like_a_file),
	    TEST(a_line_longer_than_any_turn_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
