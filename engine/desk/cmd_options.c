#include "desk/cmd_options.h"

#include "desk/cmd_fault.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static void print_help(const char *usage, const struct option_row *rows)
{
	char left[40];
	printf("usage: drill72 %s\n", usage);
	for (; rows->name; rows++) {
		snprintf(left, sizeof left, "--%s%s%s", rows->name, rows->operand ? " " : "",
		         rows->operand ? rows->operand : "");
		printf("  %-22s %s\n", left, rows->help);
	}
}

static bool set(const struct option_row *row, const char *value)
{
	char why[OPTION_WHY];
	return option_set(row, value, why) || !cmd_fault("%s", why);
}

static int wrong(const char *given, const char *usage, const struct option_row *rows)
{
	const struct option_row *row = option_find(rows, given + strspn(given, "-"));
	const char *nearest = row ? NULL : option_nearest(rows, given);
	if (row && row->operand)
		cmd_fault("missing value: --%s %s", row->name, row->operand);
	else
		cmd_fault("unknown option or missing value: %s%s%s%s", given, nearest ? "; did you mean --" : "",
		          nearest ? nearest : "", nearest ? "?" : "");
	return cmd_fault("usage: drill72 %s", usage);
}

static void add_letters(const struct option_row *rows, char *letters)
{
	char *end = letters + strlen(letters);
	for (; rows->name; rows++)
		if (rows->letter) {
			*end++ = rows->letter;
			if (rows->operand)
				*end++ = ':';
		}
	*end = '\0';
}

/* What getopt_long found: a row's number from 1, or its letter. */
static const struct option_row *row_of(const struct option_row *rows, int found)
{
	if (found <= OPTION_MOST)
		return &rows[found - 1];
	while (rows->letter != found)
		rows++;
	return rows;
}

int cmd_options_read(int argc, char **argv, const char *usage, const struct option_row *rows, int *first)
{
	struct option table[OPTION_MOST] = {{NULL, 0, NULL, 0}};
	char letters[2 * OPTION_MOST] = "h";
	int n = 0, found;
	for (; rows[n].name && n < OPTION_MOST - 2; n++)
		table[n] =
		    (struct option){rows[n].name, rows[n].operand ? required_argument : no_argument, NULL, n + 1};
	table[n] = (struct option){"help", no_argument, NULL, OPTION_MOST + 1};
	add_letters(rows, letters);
	optind = 1;
	opterr = 0;
	while ((found = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		if (found == OPTION_MOST + 1 || found == 'h') {
			print_help(usage, rows);
			return -1;
		}
		if (found == '?')
			return wrong(argv[optind - 1], usage, rows);
		if (!set(row_of(rows, found), optarg))
			return 1;
	}
	*first = optind;
	return 0;
}
