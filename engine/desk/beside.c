#include "desk/beside.h"

#include "base/ascii.h"
#include "base/numeral_part.h"
#include "desk/kinds.h"

#include <string.h>

enum {
	LOOKED_AT = 200,
	LEAD = 12
}; /* bytes to each side: a sentence may be as long as a file; of a clause's first words */

bool beside_between(const struct beside *b, size_t from, size_t to, size_t member)
{
	const struct overclaim_language *languages = b->overclaim->languages.v;
	size_t at, end;
	for (size_t k = 0; k < b->overclaim->languages.n; k++)
		if (kinds_says(b->sheet, from, to, (const void *)((const char *)&languages[k] + member), &at, &end))
			return true;
	return false;
}

static struct beside_clause sentence_near(const struct beside *b, size_t byte)
{
	const struct prose *prose = b->sheet->prose;
	const struct prose_sentence *s = &prose->sentences[prose_sentence(prose, byte)];
	return (struct beside_clause){byte > s->from + LOOKED_AT ? byte - LOOKED_AT : s->from,
	                              s->to > byte + LOOKED_AT ? byte + LOOKED_AT : s->to};
}

bool beside_sentence(const struct beside *b, size_t byte, size_t member)
{
	struct beside_clause near = sentence_near(b, byte);
	return beside_between(b, near.from, near.to, member);
}

/* How long the sign or the word is that parts clauses there; 0. */
static size_t joint_at(const struct beside *b, size_t at, size_t to)
{
	static const char *const joints[] = {", ", "; ", ": ", " and ", " but ", "，", "；", " dan ", " tetapi "};
	if (ascii_letter(b->sheet->prose->text[at]))
		return 0;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (numeral_part_starts(b->sheet->prose->text, to, at, joints[i]))
			return strlen(joints[i]);
	return 0;
}

static size_t next_joint(const struct beside *b, size_t at, size_t to)
{
	while (at < to && !joint_at(b, at, to))
		at++;
	return at;
}

struct beside_clause beside_clause_of(const struct beside *b, size_t from, size_t to)
{
	struct beside_clause near = sentence_near(b, from), clause = {near.from, near.to};
	size_t n;
	for (size_t at = near.from; at < from; at++)
		if ((n = joint_at(b, at, from)) != 0)
			clause.from = at + n;
	clause.to = next_joint(b, to, near.to);
	n = clause.to < near.to ? joint_at(b, clause.to, near.to) : 0;
	if (n && from <= clause.from + LEAD)
		clause.to = next_joint(b, clause.to + n, near.to);
	return clause;
}
