/* What one kind of check remarks on a small story, a line a finding: "code: message". */
#ifndef TESTS_REMARKED_H
#define TESTS_REMARKED_H

#include "small.h"

typedef void remarked_check(const struct world *world, struct diags *diags);

static inline void assert_remarked(remarked_check *check, const char *lua, const char *expected)
{
	struct small small = small_open(lua);
	struct diags diags;
	struct text out = {0};
	diags_init(&diags);
	small.world->extended = true;
	check(small.world, &diags);
	text_add(&out, "");
	for (size_t i = 0; i < diags.n; i++)
		text_addf(&out, "%s: %s\n", diags.v[i].code, diags.v[i].message);
	assert_string_equal(out.data, expected);
	text_free(&out);
	diags_free(&diags);
	small_close(&small);
}

/* 100 hours in 22 minutes, as SMALL_HEAD; an inject of an id with whatever else it says. */
#define INJECT(id, rest) "inject '" id "' { from = 'A', to = 'support', channel = 'chat', text = 'Hm.', " rest " }\n"

#endif
