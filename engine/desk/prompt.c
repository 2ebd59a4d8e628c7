#include "desk/prompt.h"

#include <string.h>

static size_t above(const char *prompt)
{
	const char *end = strrchr(prompt, '\n');
	return end ? (size_t)(end + 1 - prompt) : 0;
}

void prompt_add(struct text *out, const char *prompt, bool whole, bool plain)
{
	size_t len = whole ? strlen(prompt) : above(prompt);
	bool hidden = false;
	text_add(out, "");
	for (size_t i = 0; i < len; i++) {
		if (prompt[i] == '\001' || prompt[i] == '\002')
			hidden = prompt[i] == '\001';
		else if (!hidden || !plain)
			text_add_bytes(out, prompt + i, 1);
	}
}

int prompt_rows(const char *prompt, int columns)
{
	struct text seen = {0};
	int rows = 0;
	prompt_add(&seen, prompt, false, true);
	for (char *line = seen.data, *end; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		int width = text_width(line);
		rows += columns > 0 && width > columns ? (width + columns - 1) / columns : 1;
	}
	text_free(&seen);
	return rows;
}
