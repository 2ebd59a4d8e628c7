#include "desk/cmd_fault.h"

#include <stdio.h>

int cmd_fault(const char *format, ...)
{
	char said[1024];
	struct text clean = {0};
	va_list args;
	va_start(args, format);
	vsnprintf(said, sizeof said, format, args);
	va_end(args);
	text_add_clean(&clean, said);
	fprintf(stderr, "drill72: %s\n", clean.data);
	text_free(&clean);
	return 1;
}

void cmd_fault_list(const struct diags *diags)
{
	struct text told = {0};
	diags_render(diags, &told);
	if (told.len)
		fputs(told.data, stderr);
	text_free(&told);
}
