#include "base/program.h"

#include "base/path.h"

#include <stdio.h>
#include <string.h>

static const char usual[] = "drill72";

/* What no shell makes anything else of. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+-";

/* The first word of the line that started it; "" where nothing tells. */
static void read_typed(char out[PROGRAM_NAME])
{
	size_t n = 0;
#ifdef __linux__
	FILE *line = fopen("/proc/self/cmdline", "r");
	if (line) {
		n = fread(out, 1, PROGRAM_NAME - 1, line);
		fclose(line);
	}
#endif
	out[n] = '\0';
	if (strlen(out) + sizeof "''" > PROGRAM_NAME) /* cut, or without room for quotes */
		out[0] = '\0';
}

/* Whether all of it can be shown and, with quotes around it, typed. */
static bool is_typable(const char *s)
{
	for (int32_t c; (c = text_next(&s));)
		if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\'')
			return false;
	return true;
}

const char *program_name(char out[PROGRAM_NAME])
{
	read_typed(out);
	size_t len = strlen(out);
	if (!strchr(out, '/') || strcmp(path_name(out), usual) != 0 || !is_typable(out)) {
		snprintf(out, PROGRAM_NAME, "%s", usual);
	} else if (strspn(out, plain) != len) {
		memmove(out + 1, out, len);
		out[0] = out[len + 1] = '\'';
		out[len + 2] = '\0';
	}
	return out;
}

void program_path(const char *path, struct text *out)
{
	struct text word = {0};
	text_add(&word, *path == '-' ? "./" : "");
	text_add_clean(&word, path);
	bool simple = word.len && strspn(word.data, plain) == word.len;
	text_add(out, simple ? "" : "'");
	for (size_t i = 0; i < word.len; i++) {
		bool quote = word.data[i] == '\'';
		text_add_bytes(out, quote ? "'\\''" : word.data + i, quote ? 4 : 1);
	}
	text_add(out, simple ? "" : "'");
	text_free(&word);
}
