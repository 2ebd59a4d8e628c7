#include "housed.h"

#include "base/file.h"

#include <locale.h>
#include <time.h>

#define BYTES(literal) literal, sizeof(literal) - 1

struct bench { /* a folder and one of everything a reading needs */
	struct housed home;
	char path[128];
	struct arena *arena;
	struct diags diags;
	struct file file;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	housed_open(&b->home);
	snprintf(b->path, sizeof b->path, "%s/mine.lua", b->home.folder);
	b->arena = arena_new();
	diags_init(&b->diags);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	housed_close(&b->home);
	diags_free(&b->diags);
	arena_free(b->arena);
	free(b);
	return 0;
}

static void write_file(const struct bench *b, const char *bytes, size_t len)
{
	FILE *f = fopen(b->path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static bool read_it(struct bench *b)
{
	return file_read(b->path, "mine.lua", b->arena, &b->diags, &b->file);
}

static bool take(struct bench *b, const char *bytes, size_t len)
{
	return file_take(bytes, len, "mine.lua", b->arena, &b->diags, &b->file);
}

static void assert_told(struct bench *b, const char *expected)
{
	struct text text = {0};
	diags_render(&b->diags, &text);
	assert_string_equal(text.data ? text.data : "", expected);
	text_free(&text);
}

static void a_file_is_read_without_mark_and_carriage_returns(void **state)
{
	struct bench *b = *state;
	write_file(b, BYTES("\xef\xbb\xbfone\r\n\ttwo 批\r\n"));
	assert_true(read_it(b));
	assert_string_equal(b->file.name, "mine.lua");
	assert_string_equal(b->file.bytes, "one\n\ttwo 批\n");
	assert_int_equal(b->file.len, strlen("one\n\ttwo 批\n"));
	assert_int_equal(b->diags.n, 0);
	assert_int_equal(b->diags.nsources, 1);
}

/* Excel's "CSV (Macintosh)"; a line break within a cell is LF there. */
static void a_file_of_an_old_mac_has_its_lines(void **state)
{
	struct bench *b = *state;
	write_file(b, BYTES("one\rtwo\nthree\r\rfour\r"));
	assert_true(file_read_document(b->path, "events.csv", b->arena, &b->diags, &b->file));
	assert_string_equal(b->file.bytes, "one\ntwo\nthree\n\nfour\n");
}

static void a_missing_file_is_told(void **state)
{
	struct bench *b = *state;
	assert_false(read_it(b));
	assert_told(b, "mine.lua: no such file\n");
}

static void a_folder_is_told(void **state)
{
	struct bench *b = *state;
	assert_int_equal(mkdir(b->path, 0700), 0);
	assert_false(read_it(b));
	assert_told(b, "mine.lua: is a folder\n");
}

static void a_pipe_or_device_is_told_without_waiting(void **state)
{
	struct bench *b = *state;
	assert_int_equal(mkfifo(b->path, 0600), 0);
	assert_false(read_it(b));
	assert_told(b, "mine.lua: is not a regular file\n");
	assert_false(file_read("/dev/zero", "zero", b->arena, &b->diags, &b->file));
	assert_told(b, "mine.lua: is not a regular file\nzero: is not a regular file\n");
}

static void a_hundred_megabytes_are_refused_unread(void **state)
{
	struct bench *b = *state;
	write_file(b, BYTES("x"));
	assert_int_equal(truncate(b->path, 100 * 1024 * 1024), 0);
	assert_false(read_it(b));
	assert_told(b, "mine.lua: is 100 MB; at most 4 MB\n");
}

static void one_byte_too_many_does_not_read_as_fitting(void **state)
{
	struct bench *b = *state;
	char *bytes = malloc(FILE_MAX + 1);
	assert_non_null(bytes);
	memset(bytes, 'a', FILE_MAX + 1);
	assert_true(take(b, bytes, FILE_MAX));
	assert_int_equal(b->file.len, FILE_MAX);
	assert_false(take(b, bytes, FILE_MAX + 1));
	assert_told(b, "mine.lua: is 4.1 MB; at most 4 MB\n");
	free(bytes);
}

static void an_empty_file_is_told(void **state)
{
	struct bench *b = *state;
	write_file(b, BYTES(""));
	assert_false(read_it(b));
	assert_told(b, "mine.lua: is empty\n");
	assert_false(take(b, BYTES("\xef\xbb\xbf \r\n\t\n")));
	assert_int_equal(b->diags.n, 1); /* the same words again */
}

static void bad_utf8_is_told_at_its_place(void **state)
{
	struct bench *b = *state;
	assert_false(take(b, BYTES("one\r\nCaf\xe9 au lait\n")));
	assert_told(b, "mine.lua:2:4: not UTF-8 (byte 0xE9); save the file as UTF-8\n"
	               "    2 | Caf\uFFFD au lait\n"
	               "           ^\n");
}

static void utf16_is_named(void **state)
{
	struct bench *b = *state;
	assert_false(take(b,
	                  "\xff\xfe"
	                  "a\0",
	                  4));
	assert_told(b, "mine.lua: is UTF-16; save it as UTF-8\n");
}

static void control_characters_are_told_at_their_places(void **state)
{
	struct bench *b = *state;
	assert_false(take(b, BYTES("批\x1b[1m\nx\0y\xc2\x9b\rz")));
	assert_int_equal(b->diags.n, 4);
	assert_told(b, "mine.lua:1:2: control character U+001B; remove it\n"
	               "    1 | 批\uFFFD\n"
	               "          ^\n"
	               "mine.lua:2:2: control character U+0000; remove it\n"
	               "    2 | x\uFFFDy\uFFFD\uFFFDz\n"
	               "         ^\n"
	               "mine.lua:2:4: control character U+009B; remove it\n"
	               "    2 | x\uFFFDy\uFFFD\uFFFDz\n"
	               "           ^\n"
	               "mine.lua:2:5: control character U+000D; remove it\n"
	               "    2 | x\uFFFDy\uFFFD\uFFFDz\n"
	               "            ^\n");
}

static void a_file_full_of_control_characters_is_quickly_told(void **state)
{
	struct bench *b = *state;
	char *bytes = malloc(FILE_MAX);
	assert_non_null(bytes);
	memset(bytes, '\n', FILE_MAX);
	memset(bytes + FILE_MAX / 2, 1, FILE_MAX / 2);
	clock_t start = clock();
	assert_false(take(b, bytes, FILE_MAX));
	struct text text = {0};
	diags_render(&b->diags, &text);
	assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
	assert_int_equal(b->diags.n, 20);
	text_free(&text);
	free(bytes);
}

static void a_safe_name_stays_below_its_folder(void **state)
{
	(void)state;
	assert_true(file_name_safe("lib/telegram-sample"));
	assert_true(file_name_safe("..odd/a..b"));
	assert_true(file_name_safe("批.lua"));
	assert_false(file_name_safe(""));
	assert_false(file_name_safe("/etc/passwd"));
	assert_false(file_name_safe(".."));
	assert_false(file_name_safe("a/../b"));
	assert_false(file_name_safe("a/.."));
	assert_false(file_name_safe("../a"));
	assert_false(file_name_safe("a\nb"));
	assert_false(file_name_safe("a\xff"));
	assert_false(file_name_safe("a\xc2\x9b"));
}

#define ON_BENCH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	const struct CMUnitTest tests[] = {
	    ON_BENCH(a_file_is_read_without_mark_and_carriage_returns),
	    ON_BENCH(a_file_of_an_old_mac_has_its_lines),
	    ON_BENCH(a_missing_file_is_told),
	    ON_BENCH(a_folder_is_told),
	    ON_BENCH(a_pipe_or_device_is_told_without_waiting),
	    ON_BENCH(a_hundred_megabytes_are_refused_unread),
	    ON_BENCH(one_byte_too_many_does_not_read_as_fitting),
	    ON_BENCH(an_empty_file_is_told),
	    ON_BENCH(bad_utf8_is_told_at_its_place),
	    ON_BENCH(utf16_is_named),
	    ON_BENCH(control_characters_are_told_at_their_places),
	    ON_BENCH(a_file_full_of_control_characters_is_quickly_told),
	    cmocka_unit_test(a_safe_name_stays_below_its_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
