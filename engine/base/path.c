#include "base/path.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

const char *path_name(const char *path)
{
	return path + path_folder(path);
}

size_t path_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? (size_t)(slash - path) + 1 : 0;
}

const char *path_ending(const char *path)
{
	const char *dot = path ? strrchr(path_name(path), '.') : NULL;
	return dot && dot[1] ? dot : NULL;
}

size_t path_stem(const char *path)
{
	const char *name = path_name(path), *dot = strrchr(name, '.');
	return dot && dot != name ? (size_t)(dot - path) : strlen(path);
}

size_t path_without(const char *path, const char *ending)
{
	size_t len = strlen(path), end = strlen(ending);
	return len > end && strcmp(path + len - end, ending) == 0 ? len - end : len;
}

bool path_ends(const char *path, const char *ending)
{
	return path[path_without(path, ending)] != '\0';
}

bool path_join(char *path, size_t size, const char *folder, const char *name, const char *ending)
{
	int len = snprintf(path, size, "%s/%s%s", folder, name, ending);
	if (len >= 0 && (size_t)len < size)
		return true;
	*path = '\0';
	return false;
}

int path_kind(const char *path, const char *const *names)
{
	const char *ending = path_ending(path);
	for (int i = 0; ending && names[i]; i++)
		if (strcasecmp(ending + 1, names[i]) == 0 ||
		    (strcmp(names[i], "html") == 0 && strcasecmp(ending, ".htm") == 0))
			return i;
	return -1;
}
