#include "desk/option.h"

#include "base/diag.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct option_row *option_find(const struct option_row *rows, const char *name)
{
	while (rows->name && strcmp(rows->name, name) != 0)
		rows++;
	return rows->name ? rows : NULL;
}

const char *option_nearest(const struct option_row *rows, const char *name)
{
	const char *names[OPTION_MOST];
	size_t n = 0;
	for (; rows->name && n < OPTION_MOST; rows++)
		names[n++] = rows->name;
	return diag_nearest(name + strspn(name, "-"), names, n);
}

static bool set_number(const struct option_row *row, const char *value, char why[OPTION_WHY])
{
	char *end;
	errno = 0;
	long long n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 0) {
		snprintf(why, OPTION_WHY, "--%s wants a whole number, not \"%.80s\"", row->name, value);
		return false;
	}
	*(int64_t *)row->to = n;
	return true;
}

static size_t count(const char *const *choices)
{
	size_t n = 0;
	while (choices[n])
		n++;
	return n;
}

static bool set_choice(const struct option_row *row, const char *value, char why[OPTION_WHY])
{
	struct text all = {0};
	size_t i = 0;
	while (row->choices[i] && strcmp(row->choices[i], value) != 0)
		i++;
	if (row->choices[i]) {
		*(int64_t *)row->to = (int64_t)i;
		return true;
	}
	for (i = 0; row->choices[i]; i++)
		text_addf(&all, " %s", row->choices[i]);
	snprintf(why, OPTION_WHY, "--%s wants one of%s, not \"%.80s\"", row->name, all.data, value);
	text_free(&all);
	return false;
}

bool option_set(const struct option_row *row, const char *value, char why[OPTION_WHY])
{
	if (row->kind == OPTION_NUMBER)
		return set_number(row, value, why);
	if (row->kind == OPTION_CHOICE)
		return set_choice(row, value, why);
	if (row->kind == OPTION_TEXT)
		*(const char **)row->to = value;
	else
		*(bool *)row->to = true;
	return true;
}

const char *option_choice(const struct option_row *row, const char *value)
{
	return row->kind == OPTION_CHOICE ? diag_nearest(value, row->choices, count(row->choices)) : NULL;
}
