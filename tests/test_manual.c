#include "typed.h"

static bool completes(const struct small *small, bool facilitator, const char *before, const char *word, const char *to)
{
	char *line = arena_printf(small->arena, "%s%s", before, word), *found;
	bool seen = false;
	for (int i = 0; (found = command_complete(small->session, facilitator, line, (int)strlen(before), word, i));
	     i++) {
		seen = seen || !strcmp(found, to);
		free(found);
	}
	return seen;
}

static void help_fits_one_screen(void **state)
{
	struct text page = {0};
	int rows = 0;
	(void)state;
	assert_true(command_help(NULL, 80, &page));
	for (char *next, *line = page.data; *line; line = next) {
		next = strchr(line, '\n');
		assert_non_null(next);
		*next++ = '\0';
		if (text_width(line) > 80)
			fail_msg("wider than 80: %s", line);
		rows++;
	}
	if (rows > 24)
		fail_msg("%d rows", rows);
	text_clear(&page);
	assert_true(command_help(NULL, 40, &page));
	for (char *line = strtok(page.data, "\n"); line; line = strtok(NULL, "\n"))
		if (text_width(line) > 40)
			fail_msg("wider than 40: %s", line);
	text_free(&page);
}

static void help_explains_one_command(void **state)
{
	struct small *small = *state;
	struct command command = parse(small, "help do");
	assert_int_equal(command.kind, COMMAND_HELP);
	assert_non_null(strstr(command.say, "do 1 3 4: start steps"));
	struct text page = {0};
	assert_false(command_help("stauts", 80, &page));
	text_free(&page);
}

static void completion_knows_commands_ids_roles_and_names(void **state)
{
	struct small *small = *state;
	assert_true(completes(small, false, "", "st", "status"));
	assert_false(completes(small, false, "", "st", "do"));
	assert_true(completes(small, false, "do suspend ", "c", "copy"));
	assert_true(completes(small, false, "@support do ", "", "suspend"));
	assert_true(completes(small, false, "assign copy ", "f", "Farah"));
	assert_true(completes(small, false, "notify ", "kr", "kr-pipa.authority"));
	assert_true(completes(small, false, "", "@it", "@it-admin"));
	assert_true(completes(small, false, "1 ", "@a", "@Arif"));
	assert_true(completes(small, false, "help ", "im", "improve"));
	assert_false(completes(small, false, "", "im", "improve"));
	take(small, "skip copy because x");
	assert_false(completes(small, false, "do ", "c", "copy"));
}

static void completion_spoils_nothing(void **state)
{
	struct small *small = *state;
	assert_false(completes(small, false, "", "la", "later"));
	assert_false(completes(small, false, "inject ", "", "by-hand"));
	assert_false(completes(small, false, "", "inj", "inject"));
	assert_true(completes(small, true, "inject ", "by", "by-hand"));
	small_until(small, OPEN);
	assert_true(completes(small, false, "", "la", "later"));
	assert_false(completes(small, false, "who ", "", "named"));
	assert_false(completes(small, true, "inject ", "", "first"));
	take(small, "");
	assert_true(completes(small, false, "who ", "na", "named"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    typed_test(help_fits_one_screen),
	    typed_test(help_explains_one_command),
	    typed_test(completion_knows_commands_ids_roles_and_names),
	    typed_test(completion_spoils_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
