/* What an author may write, a part a row, as the binding tables have it: for the tests that hold the language
 * reference, the annotations and the schema against them. */
#ifndef TESTS_GRAMMAR_H
#define TESTS_GRAMMAR_H

#include "check.h"
#include "told.h"

#include "content/brief.h"
#include "content/story.h"

struct grammar_part {
	const char *name; /* as its page and its class are called */
	const struct shape *shape;
};

enum { GRAMMAR_PARTS = 13 };

static inline const struct shape_field *grammar_field(const struct shape *shape, const char *key)
{
	for (const struct shape_field *f = shape->fields; f->key; f++)
		if (strcmp(f->key, key) == 0)
			return f;
	return NULL;
}

static inline const struct shape *grammar_within(const struct shape *shape, const char *key)
{
	const struct shape_field *field = grammar_field(shape, key);

	assert_non_null(field);
	assert_non_null(field->shape);
	return field->shape;
}

static inline void grammar_parts(struct grammar_part out[GRAMMAR_PARTS])
{
	const struct grammar_part parts[GRAMMAR_PARTS] = {
	    {"scenario", &brief_shape},
	    {"company", grammar_within(&brief_shape, "company")},
	    {"pace", grammar_within(&brief_shape, "pace")},
	    {"truth", grammar_within(&brief_shape, "truth")},
	    {"objective", &story_objective_shape},
	    {"fact", &fact_shape},
	    {"inject", &story_item_shapes[STORY_INJECT]},
	    {"decision", &story_decision_shape},
	    {"option", grammar_within(&story_decision_shape, "#")},
	    {"late", grammar_within(&story_decision_shape, "late")},
	    {"on", &story_item_shapes[STORY_ON]},
	    {"at", &story_item_shapes[STORY_AT]},
	    {"effects", &effect_shape},
	};

	memcpy(out, parts, sizeof parts);
}

/* An effect may stand in many places and is explained in one. */
static inline bool grammar_is_effect(const char *key)
{
	static const char *const outcomes[] = {"score", "critical", "run", "because", NULL};

	for (int i = 0; outcomes[i]; i++)
		if (strcmp(outcomes[i], key) == 0)
			return true;
	return grammar_field(&effect_shape, key) != NULL;
}

static inline bool grammar_has(const struct shape_texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->n; i++)
		if (strcmp(texts->v[i], text) == 0)
			return true;
	return false;
}

static inline void grammar_add(struct told *told, struct shape_texts *texts, const char *text)
{
	*(const char **)arena_push(told->arena, &texts->v, &texts->n, sizeof *texts->v) = text;
}

/* Fails with everything that was told, a line each. */
static inline void grammar_verdict(struct told *told)
{
	if (told->out.len)
		fail_msg("\n%s", told->out.data);
}

#endif
