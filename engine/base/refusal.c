#include "base/refusal.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static const struct refusal any[] = {
    {ENOSPC, "the disk is full; free some space"},
    {EDQUOT, "this account's share of the disk is used up; free some space"},
    {EFBIG, "the file may not grow any further (a limit of this account or disk)"},
    {ELOOP, "is a symbolic link; give the file itself"},
    {ENOTDIR, "a part of the path is no folder"},
    {ENAMETOOLONG, "the name is too long"},
    {0, NULL},
};

static const char *find(int error, const struct refusal *list)
{
	while (list->words && list->error != error)
		list++;
	return list->words;
}

const char *refusal_words(int error, const struct refusal *own)
{
	const char *words = find(error, own);
	words = words ? words : find(error, any);
	return words ? words : strerror(error);
}
