#include "desk/cmd_options.h"

#include "desk/cmd_fault.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 24 };

static void print_help(const char *usage, const struct cmd_options_row *rows)
{
	char left[40];
	printf("usage: drill72 %s\n", usage);
	for (; rows->name; rows++) {
		snprintf(left, sizeof left, "--%s%s%s", rows->name, rows->operand ? " " : "",
		         rows->operand ? rows->operand : "");
		printf("  %-22s %s\n", left, rows->help);
	}
}

static bool set_number(const struct cmd_options_row *row, const char *value)
{
	char *end;
	errno = 0;
	long long n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 0)
		return !cmd_fault("--%s wants a whole number, not \"%s\"", row->name, value);
	*(int64_t *)row->to = n;
	return true;
}

static bool set_choice(const struct cmd_options_row *row, const char *value)
{
	struct text all = {0};
	int i = 0;
	while (row->choices[i] && strcmp(row->choices[i], value) != 0)
		i++;
	if (row->choices[i]) {
		*(int64_t *)row->to = i;
		return true;
	}
	for (i = 0; row->choices[i]; i++)
		text_addf(&all, " %s", row->choices[i]);
	cmd_fault("--%s wants one of%s, not \"%s\"", row->name, all.data, value);
	text_free(&all);
	return false;
}

static bool set(const struct cmd_options_row *row, const char *value)
{
	if (row->kind == CMD_OPTIONS_NUMBER)
		return set_number(row, value);
	if (row->kind == CMD_OPTIONS_CHOICE)
		return set_choice(row, value);
	if (row->kind == CMD_OPTIONS_TEXT)
		*(const char **)row->to = value;
	else
		*(bool *)row->to = true;
	return true;
}

static int wrong(const char *given, const char *usage, const struct cmd_options_row *rows)
{
	const char *names[MOST];
	size_t n = 0;
	for (; rows->name && n < MOST; rows++)
		names[n++] = rows->name;
	const char *nearest = diag_nearest(given + strspn(given, "-"), names, n);
	cmd_fault("unknown option or missing value: %s%s%s%s", given, nearest ? "; did you mean --" : "",
	          nearest ? nearest : "", nearest ? "?" : "");
	return cmd_fault("usage: drill72 %s", usage);
}

static void add_letters(const struct cmd_options_row *rows, char *letters)
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
static const struct cmd_options_row *row_of(const struct cmd_options_row *rows, int found)
{
	if (found <= MOST)
		return &rows[found - 1];
	while (rows->letter != found)
		rows++;
	return rows;
}

int cmd_options_read(int argc, char **argv, const char *usage, const struct cmd_options_row *rows, int *first)
{
	struct option table[MOST] = {{NULL, 0, NULL, 0}};
	char letters[2 * MOST] = "h";
	int n = 0, found;
	for (; rows[n].name && n < MOST - 2; n++)
		table[n] =
		    (struct option){rows[n].name, rows[n].operand ? required_argument : no_argument, NULL, n + 1};
	table[n] = (struct option){"help", no_argument, NULL, MOST + 1};
	add_letters(rows, letters);
	optind = 1;
	opterr = 0;
	while ((found = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		if (found == MOST + 1 || found == 'h') {
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
