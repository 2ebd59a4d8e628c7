#include "check.h"
#include "told.h"

#include "desk/check_folder.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void put(const char *folder, const char *name)
{
	char path[256];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("x", file);
	fclose(file);
}

static void assert_found(struct told *told, const char *folder, const char *expected)
{
	struct shape_texts files = {NULL, 0};
	assert_true(check_folder(folder, told->arena, &files));
	text_clear(&told->out);
	text_add(&told->out, "");
	for (size_t i = 0; i < files.n; i++)
		text_addf(&told->out, "%s\n", files.v[i]);
	assert_string_equal(told->out.data, expected);
}

static void a_folder_gives_what_check_knows_in_order_and_no_more(void **state)
{
	struct told *told = *state;
	char folder[] = "/tmp/check-folder-XXXXXX", command[64];
	static const char *const names[] = {"b.lua",       "a.yaml",    "c.mustache", "d.d.lua",  "notes.md",
	                                    ".hidden.lua", "sub/e.yml", "lib/f.lua",  "sub/g.txt"};
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(mkdir("sub", 0700) | mkdir("lib", 0700), 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		put(folder, names[i]);
	assert_int_equal(symlink("..", "sub/loop") | symlink("/etc/hosts", "hosts.yaml"), 0);
	assert_found(told, ".", "./a.yaml\n./b.lua\n./c.mustache\n./sub/e.yml\n");
	assert_found(told, "sub/", "sub/e.yml\n");
	snprintf(command, sizeof command, "rm -r '%s'", folder);
	assert_int_equal(system(command), 0);
}

static void a_file_is_no_folder(void **state)
{
	struct told *told = *state;
	struct shape_texts files = {NULL, 0};
	assert_false(check_folder("/etc/hosts", told->arena, &files));
	assert_false(check_folder("/no/such/thing", told->arena, &files));
	assert_int_equal(files.n, 0);
}

static void a_bare_name_means_what_is_on_the_shelf(void **state)
{
	struct told *told = *state;
	assert_string_equal(check_folder_named("no-such-thing", told->arena), "no-such-thing");
	assert_string_equal(check_folder_named("/etc/hosts", told->arena), "/etc/hosts");
	assert_non_null(strstr(check_folder_named("shared-sheet", told->arena), "scenarios/shared-sheet.lua"));
	assert_non_null(strstr(check_folder_named("sme-ecommerce", told->arena), "playbooks/sme-ecommerce.yaml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(a_bare_name_means_what_is_on_the_shelf),
	    told_test(a_folder_gives_what_check_knows_in_order_and_no_more),
	    told_test(a_file_is_no_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
