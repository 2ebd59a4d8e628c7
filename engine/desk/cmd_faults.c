#include "desk/cmd_faults.h"

void cmd_faults(const struct diags *diags, FILE *to)
{
	struct text told = {0};
	diags_render(diags, &told);
	if (told.len)
		fputs(told.data, to);
	text_free(&told);
}
