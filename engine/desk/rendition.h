/* rendition: a notice in one format: Markdown, plain text, HTML, an unsent mail, an SMS.
 * Owns nothing; promises that an exercise says EXERCISE and an unapproved notice DRAFT in its subject, its body and its
 * file's name, whatever its template says, and that no value can break out of a header or become markup.
 * Never writes a file. */
#ifndef DESK_RENDITION_H
#define DESK_RENDITION_H

#include "exercise/notice.h"

enum rendition_format { RENDITION_MARKDOWN, RENDITION_TEXT, RENDITION_HTML, RENDITION_MAIL, RENDITION_SMS };
extern const char *const rendition_formats[]; /* "md", "txt", "html", "eml", "sms", NULL: also their files' endings */

struct rendition {
	enum rendition_format format;
	bool approved;                 /* by every approver: an incident's notice then bears no mark */
	const struct phrases *phrases; /* letters.LANG.yaml, for the marks */
	const struct matter *matter;   /* mode, sender, date */
	int columns;                   /* of plain text */
};

/* What an unapproved or unreal notice is marked with, in a file's name, too: "EXERCISE", "DRAFT"; "" for neither. */
const char *rendition_word(const struct rendition *rendition);

/* The format that shows a letter on a screen as its readers get it: an SMS, or plain text. */
enum rendition_format rendition_plain(const struct letter *letter);

/* Appends it. */
void rendition_make(const struct rendition *rendition, const struct notice *notice, struct text *out);

/* Appends a file's name: "EXERCISE-customer-holding.en.eml", "DRAFT-...", or without a mark. */
void rendition_name(const struct rendition *rendition, const struct notice *notice, struct text *out);

/* Appends the mark's line as a paragraph of Markdown; false, and nothing, where there is none. */
bool rendition_mark(const struct rendition *rendition, struct text *out);

/* Lines that stand before the notice's own in its Markdown. */
int rendition_lines_before(const struct rendition *rendition, const struct notice *notice);

#endif
