#include "housed.h"

#include "desk/paper.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

struct desk {
	struct housed home;
	struct diags diags;
	struct text page, out;
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof *d);
	housed_enter(&d->home);
	diags_init(&d->diags);
	text_add(&d->page, "a page\n");
	unsetenv("WSL_DISTRO_NAME");
	*state = d;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *d = *state;
	housed_close(&d->home);
	diags_free(&d->diags);
	text_free(&d->page);
	text_free(&d->out);
	free(d);
	return 0;
}

static const char *bytes_of(struct desk *d, const char *path)
{
	char piece[256];
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	text_clear(&d->out);
	text_add_bytes(&d->out, piece, fread(piece, 1, sizeof piece, f));
	fclose(f);
	return d->out.data;
}

static size_t files_here(void)
{
	size_t n = 0;
	DIR *here = opendir(".");
	assert_non_null(here);
	while (readdir(here))
		n++;
	closedir(here);
	return n - 2; /* without . and .. */
}

/* It is refused, in these words, and nothing is left behind. */
static void refused(struct desk *d, const char *path, const char *words)
{
	size_t files = files_here(), before = d->diags.n;
	assert_false(paper_write(path, &d->page, &d->diags));
	assert_int_equal(d->diags.n, before + 1);
	assert_string_equal(d->diags.v[before].message, words);
	assert_int_equal(files_here(), files);
}

static void a_page_is_its_owners_alone(void **state)
{
	struct desk *d = *state;
	struct stat st;
	umask(0);
	assert_true(paper_write("page.html", &d->page, &d->diags));
	assert_int_equal(stat("page.html", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_string_equal(bytes_of(d, "page.html"), "a page\n");
	assert_int_equal(files_here(), 1);
}

static void an_older_page_is_replaced_whole(void **state)
{
	struct desk *d = *state;
	struct stat st;
	housed_put("page.html", "an older and much longer page\n");
	assert_int_equal(chmod("page.html", 0644), 0);
	assert_true(paper_write("page.html", &d->page, &d->diags));
	assert_string_equal(bytes_of(d, "page.html"), "a page\n");
	assert_int_equal(stat("page.html", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void a_record_is_never_overwritten_by_whatever_name(void **state)
{
	struct desk *d = *state;
	const char *line = "{\"by\":\"clock\",\"cause\":\"StartEx\"}\n";
	housed_put("record.jsonl", line);
	assert_int_equal(link("record.jsonl", "page.html"), 0);
	assert_int_equal(symlink("record.jsonl", "link.html"), 0);
	refused(d, "record.jsonl", "is a record; a record is never overwritten");
	refused(d, "./page.html", "is a record; a record is never overwritten");
	refused(d, "link.html", "is a symbolic link; give the file itself");
	assert_string_equal(bytes_of(d, "record.jsonl"), line);
}

static void what_is_no_file_is_refused_and_left_alone(void **state)
{
	struct desk *d = *state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	housed_put("file", "x");
	refused(d, "folder", "is a folder");
	refused(d, "folder/", "is a folder");
	refused(d, "pipe", "is no ordinary file");
	refused(d, "/dev/zero", "is no ordinary file");
	refused(d, "none/page.html", "no such folder");
	refused(d, "file/page.html", "a part of the path is no folder");
	refused(d, "", "name a file");
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	refused(d, "dangling", "is a symbolic link; give the file itself");
}

static void a_page_may_go_nowhere(void **state)
{
	struct desk *d = *state;
	assert_true(paper_write("/dev/null", &d->page, &d->diags));
	assert_int_equal(files_here(), 0);
}

static void names_too_long_are_told(void **state)
{
	struct desk *d = *state;
	char name[PAPER_PATH + 1];
	memset(name, 'x', sizeof name - 1);
	name[PAPER_PATH] = '\0';
	refused(d, name, "the name is too long");
	name[300] = '\0';
	refused(d, name, "the name is too long");
	name[255] = '\0'; /* as long as a name may be: the temporary one is shorter */
	assert_true(paper_write(name, &d->page, &d->diags));
}

static void a_disk_that_fills_up_leaves_the_older_page(void **state)
{
	struct desk *d = *state;
	struct rlimit before, none;
	housed_put("page.html", "older");
	for (int i = 0; i < 100; i++)
		text_add(&d->page, "a page\n");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none = before;
	none.rlim_cur = 100;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	bool wrote = paper_write("page.html", &d->page, &d->diags);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(wrote);
	assert_string_equal(d->diags.v[0].message,
	                    "the file may not grow any further (a limit of this account or disk)");
	assert_string_equal(bytes_of(d, "page.html"), "older");
	assert_int_equal(files_here(), 1);
}

static void a_new_file_takes_no_others_place(void **state)
{
	struct desk *d = *state;
	assert_true(paper_write_new("mine.lua", &d->page, &d->diags));
	assert_string_equal(bytes_of(d, "mine.lua"), "a page\n");
	housed_put("mine.lua", "somebody's work");
	assert_int_equal(symlink("nowhere", "link.lua"), 0);
	assert_int_equal(mkdir("folder.lua", 0700), 0);
	static const char *const there[] = {"mine.lua", "link.lua", "folder.lua"};
	for (size_t i = 0; i < sizeof there / sizeof *there; i++) {
		assert_false(paper_write_new(there[i], &d->page, &d->diags));
		assert_string_equal(d->diags.v[i].message,
		                    "is there already, and is never overwritten; choose another name");
	}
	assert_string_equal(bytes_of(d, "mine.lua"), "somebody's work");
	assert_false(paper_write_new("no/such.lua", &d->page, &d->diags));
	assert_string_equal(d->diags.v[3].message, "no such folder");
	assert_int_equal(files_here(), 3);
}

static void a_disk_that_fills_up_leaves_no_half_of_a_new_file(void **state)
{
	struct desk *d = *state;
	struct rlimit before, none;
	for (int i = 0; i < 100; i++)
		text_add(&d->page, "a page\n");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none = before;
	none.rlim_cur = 100;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	bool wrote = paper_write_new("mine.lua", &d->page, &d->diags);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(wrote);
	assert_int_equal(files_here(), 0);
}

static void the_report_lies_beside_its_record(void **state)
{
	char path[PAPER_PATH], longest[PAPER_PATH];
	(void)state;
	assert_true(paper_beside("a/2026-03-05.jsonl", true, path));
	assert_string_equal(path, "a/2026-03-05-EXERCISE.html");
	assert_true(paper_beside("a/2026-03-05.jsonl", false, path));
	assert_string_equal(path, "a/2026-03-05-report.html");
	assert_true(paper_beside("a.jsonl/b", true, path));
	assert_string_equal(path, "a.jsonl/b-EXERCISE.html");
	assert_true(paper_beside(".jsonl", true, path));
	assert_string_equal(path, ".jsonl-EXERCISE.html");
	memset(longest, 'x', sizeof longest - 1);
	longest[PAPER_PATH - 1] = '\0';
	assert_false(paper_beside(longest, true, path));
}

static const char *shown(struct desk *d, const char *path)
{
	text_clear(&d->out);
	paper_shown(path, &d->out);
	return d->out.data;
}

static void a_path_is_shown_in_full(void **state)
{
	struct desk *d = *state;
	char full[128];
	housed_put("page.html", "x");
	snprintf(full, sizeof full, "%s/page.html", d->home.folder);
	assert_string_equal(shown(d, "./page.html"), full);
	assert_string_equal(shown(d, "not/there\033[2J.html"), "not/there\xef\xbf\xbd.html");
}

static void inside_windows_it_is_shown_as_windows_names_it(void **state)
{
	struct desk *d = *state;
	assert_int_equal(setenv("WSL_DISTRO_NAME", "Ubuntu-24.04", 1), 0);
	assert_string_equal(shown(d, "/home/m/a b.html"),
	                    "/home/m/a b.html\n \\\\wsl.localhost\\Ubuntu-24.04\\home\\m\\a b.html");
	assert_string_equal(shown(d, "/mnt/c/Users/m.html"), "/mnt/c/Users/m.html\n C:\\Users\\m.html");
	assert_string_equal(shown(d, "/mnt/d"), "/mnt/d\n D:\\");
	assert_string_equal(shown(d, "/mnt/data/m.html"),
	                    "/mnt/data/m.html\n \\\\wsl.localhost\\Ubuntu-24.04\\mnt\\data\\m.html");
}

static void a_folder_is_made_for_its_owner_alone_or_taken_as_it_is(void **state)
{
	struct desk *d = *state;
	struct stat st;
	assert_true(paper_folder("kit", &d->diags));
	assert_int_equal(stat("kit", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_true(paper_folder("kit", &d->diags));
	housed_put("page.html", "a page");
	assert_false(paper_folder("page.html", &d->diags));
	assert_false(paper_folder("no/such/place", &d->diags));
	diags_render(&d->diags, &d->out);
	assert_non_null(strstr(d->out.data, "page.html: is no folder"));
	assert_non_null(strstr(d->out.data, "no/such/place: no such folder"));
}

#define desk_test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

static void cells_are_a_file_that_a_spreadsheet_reads(void **state)
{
	(void)state;
	struct text page = {0}, out = {0};
	text_add(&page, "a,b\n\n\xe4\xb8\xad,d");
	paper_sheet(&page, &out);
	assert_string_equal(out.data, "\xef\xbb\xbf"
	                              "a,b\r\n\r\n\xe4\xb8\xad,d");
	text_free(&page);
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    desk_test(a_page_is_its_owners_alone),
	    desk_test(an_older_page_is_replaced_whole),
	    desk_test(a_record_is_never_overwritten_by_whatever_name),
	    desk_test(what_is_no_file_is_refused_and_left_alone),
	    desk_test(a_page_may_go_nowhere),
	    desk_test(names_too_long_are_told),
	    desk_test(a_disk_that_fills_up_leaves_the_older_page),
	    desk_test(a_new_file_takes_no_others_place),
	    desk_test(a_disk_that_fills_up_leaves_no_half_of_a_new_file),
	    desk_test(a_folder_is_made_for_its_owner_alone_or_taken_as_it_is),
	    desk_test(the_report_lies_beside_its_record),
	    desk_test(a_path_is_shown_in_full),
	    desk_test(inside_windows_it_is_shown_as_windows_names_it),
	    cmocka_unit_test(cells_are_a_file_that_a_spreadsheet_reads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
