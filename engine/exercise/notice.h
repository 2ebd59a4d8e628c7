/* notice: a letter filled with what is proved: text, provenance, and what is missing.
 * Owns nothing but what the arena holds; promises that every value in the text is a verified fact, a logged action, or
 * the company's own, and names the record that proves it. Never prints, never changes what it says for a channel.
 * What templates may name stands in comms-templates/README.md. */
#ifndef EXERCISE_NOTICE_H
#define EXERCISE_NOTICE_H

#include "content/advice.h"
#include "content/letter.h"
#include "content/matter.h"
#include "content/phrase.h"
#include "exercise/statement.h"

struct notice_kit { /* what every notice of a language is made with */
	const struct matter *matter;
	const struct phrases *phrases; /* letters.LANG.yaml */
	const struct advice *advice;
	const char *lang;
};

struct notice_value {     /* one value as it stands in the draft */
	const char *text; /* as it stands */
	const char *name; /* what it is: "people_exported", "suspend-account", "aware" */
	int line;         /* of the body, from 1; 0: in the subject */
	int fact, action; /* numbers in the matter's facts, the vocabulary; NAMES_NONE */
	int moment;       /* one of shape_moments; NAMES_NONE */
	struct matter_proof proof;
};

struct notice {
	const struct letter *letter;
	const struct matter *matter;
	const char *lang;
	const char *subject, *text; /* text: Markdown. Without marks: notice_marked adds them */
	int64_t next;               /* when the next word comes, as the text says; MATTER_NEVER */
	struct notice_value *values;
	size_t nvalues;
	struct shape_texts missing; /* codes of contents that the letter or its law asks for and that nothing gives */
	struct shape_texts
	    unknown; /* ids of facts that readers ask for, or that somebody claimed, and that are not verified */
	struct shape_texts warnings;      /* in plain words */
	struct shape_texts owed;          /* of a correction: the languages that it has to go out in */
	const char *needless;             /* of a correction that corrects nothing: why not; else NULL */
	struct statement_value *unbacked; /* what its own words say and nothing backs */
	size_t nunbacked;
};

/* Fills the letter. False after adding every fault of the template (a name that it can't know, a fact that nobody
 * verified), with its place. */
bool notice_write(const struct letter *letter, const struct notice_kit *kit, struct arena *arena, struct notice *out,
                  struct diags *diags);

/* What the journal keeps of it; `sha256` and `source` are the caller's to fill. Of too many values there is one more
 * than STATEMENT_VALUES, for the clearance to refuse. */
struct statement notice_statement(const struct notice *notice, struct arena *arena);

/* The codes a letter is asked for: its `requires`; a form's authority duty; a notice to the people concerned: every
 * individuals duty of the matter. Of the arena. */
struct shape_texts notice_contents(const struct letter *letter, const struct matter *matter, struct arena *arena);

#endif
