#include "desk/cmd_options.h"

#include "base/diag.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 24 };

static void print_help(const char *usage, const struct cmd_options_row *rows, FILE *out)
{
	char left[40];
	fprintf(out, "usage: drill72 %s\n", usage);
	for (; rows->name; rows++) {
		snprintf(left, sizeof left, "--%s%s%s", rows->name, rows->operand ? " " : "",
		         rows->operand ? rows->operand : "");
		fprintf(out, "  %-22s %s\n", left, rows->help);
	}
}

static bool set_number(const struct cmd_options_row *row, const char *value, FILE *err)
{
	char *end;
	errno = 0;
	long long n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 0) {
		fprintf(err, "drill72: --%s wants a whole number, not \"%s\"\n", row->name, value);
		return false;
	}
	*(int64_t *)row->to = n;
	return true;
}

static bool set_choice(const struct cmd_options_row *row, const char *value, FILE *err)
{
	int i = 0;
	while (row->choices[i] && strcmp(row->choices[i], value) != 0)
		i++;
	if (row->choices[i]) {
		*(int64_t *)row->to = i;
		return true;
	}
	fprintf(err, "drill72: --%s wants one of", row->name);
	for (i = 0; row->choices[i]; i++)
		fprintf(err, " %s", row->choices[i]);
	fprintf(err, ", not \"%s\"\n", value);
	return false;
}

static bool set(const struct cmd_options_row *row, const char *value, FILE *err)
{
	if (row->kind == CMD_OPTIONS_NUMBER)
		return set_number(row, value, err);
	if (row->kind == CMD_OPTIONS_CHOICE)
		return set_choice(row, value, err);
	if (row->kind == CMD_OPTIONS_TEXT)
		*(const char **)row->to = value;
	else
		*(bool *)row->to = true;
	return true;
}

static int wrong(const char *given, const char *usage, const struct cmd_options_row *rows, FILE *err)
{
	const char *names[MOST];
	size_t n = 0;
	for (; rows->name && n < MOST; rows++)
		names[n++] = rows->name;
	const char *nearest = diag_nearest(given + strspn(given, "-"), names, n);
	fprintf(err, "drill72: unknown option or missing value: %s", given);
	if (nearest)
		fprintf(err, "; did you mean --%s?", nearest);
	fprintf(err, "\nusage: drill72 %s\n", usage);
	return 1;
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

int cmd_options_read(int argc, char **argv, const char *usage, const struct cmd_options_row *rows, int *first,
                     FILE *out, FILE *err)
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
			print_help(usage, rows, out);
			return -1;
		}
		if (found == '?')
			return wrong(argv[optind - 1], usage, rows, err);
		if (!set(row_of(rows, found), optarg, err))
			return 1;
	}
	*first = optind;
	return 0;
}
