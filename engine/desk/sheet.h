/* sheet: a text under proofreading: its prose, what it is held against, and which bytes are spoken for.
 * Owns nothing but what its arena holds; promises that a byte once marked is claimed only once.
 * Never judges: the modules that are given one do. */
#ifndef DESK_SHEET_H
#define DESK_SHEET_H

#include "base/ascii.h"
#include "base/numeral_part.h"
#include "base/text.h"
#include "content/matter.h"
#include "desk/prose.h"
#include "exercise/statement.h"

enum sheet_mark {
	SHEET_FREE,
	SHEET_KNOWN, /* our own: a name, a contact, advice, a law, a verified text */
	SHEET_TOLD,  /* somebody's data: told already */
	SHEET_DONE   /* a logged action's wording */
};

enum { SHEET_ZONES = 6, SHEET_OWN = 4 };

struct sheet_times {                    /* what a text says of its own dates */
	const char *zones[SHEET_ZONES]; /* whose clocks its times may be by, the company's first */
	int64_t own[SHEET_OWN];         /* when it was written */
	size_t nzones, nown;
};

struct sheet {
	const struct prose *prose;
	const struct matter *matter;
	const char *lang;
	bool loose;        /* of its script: spaces part no words (set by sheet_prepare) */
	uint8_t *marks;    /* enum sheet_mark of each byte of the prose */
	char *squeezed;    /* the prose without spaces: where a line ended in a Korean word nobody knows */
	uint32_t *origins; /* of each byte of that: its byte in the prose */
	struct sheet_times times;
	struct arena *arena;
	struct diags *diags;
	struct text *notes;           /* why something passed; NULL: nobody reads them */
	struct statement *values;     /* NULL: nobody asks for them */
	struct statement_value *room; /* STATEMENT_VALUES of them and one, for `values` */
};

/* Makes the marks, all free, and room for values; the other members are set before. */
void sheet_prepare(struct sheet *sheet);

void sheet_mark(struct sheet *sheet, size_t from, size_t to, enum sheet_mark mark);

/* Marks every place where `known` (NULL: nothing) stands, wherever white space is; false when there is none. */
bool sheet_mark_known(struct sheet *sheet, const char *known);

/* A first look at whether `phrase` may begin there, before all of it is compared: its first character, in any case. */
static inline bool sheet_may_begin(const char *text, const char *phrase)
{
	bool wide = (unsigned char)*phrase >= 0xe0;
	return (*text | 0x20) == (*phrase | 0x20) && (!wide || (text[1] == phrase[1] && text[2] == phrase[2]));
}

/* Where `phrase` ends that begins at byte `at` of a text, in any case of ASCII: whole words in a Latin script, in
 * others with spaces anywhere; 0 when it does not stand there before `to`. */
size_t sheet_match(const struct sheet *sheet, size_t at, size_t to, const char *phrase);

/* Whether byte `at` is a letter of a Latin word that began before it: no phrase begins there. */
static inline bool sheet_inside_word(const struct sheet *sheet, size_t at)
{
	const char *text = sheet->prose->text;
	return at && ascii_letter(text[at]) && ascii_letter(text[at - 1]);
}

/* Copies what stands between two bytes, cut at 60 bytes, into the arena. */
const char *sheet_quote(const struct sheet *sheet, size_t from, size_t to);

/* Adds a value, whose fact is the matter's, to `values` by the world's number, unless the same one is there; all beyond
 * one more than STATEMENT_VALUES are left out. */
void sheet_add(struct sheet *sheet, const struct statement_value *value);

/* Adds "FILE:LINE:COL: note: ..." to `notes`, of the text's byte `at`. */
void sheet_note(const struct sheet *sheet, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* What proves it, in words: "verified in turn 12", "verified in facts.yaml:31". */
const char *sheet_proof(const struct sheet *sheet, const struct matter_proof *proof, const char *how);

#endif
