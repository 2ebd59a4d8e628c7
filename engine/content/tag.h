/* tag: a Mustache source cut into literal texts and tags.
 * Owns nothing: what it hands out points into the file. Promises each tag's line and column, the standalone rule of the
 * specification, and time in proportion to the source, whatever it holds. Never knows which sections are open. */
#ifndef CONTENT_TAG_H
#define CONTENT_TAG_H

#include "base/diag.h"
#include "base/file.h"

enum tag_kind { TAG_NOTHING, TAG_VALUE, TAG_RAW, TAG_SECTION, TAG_INVERTED, TAG_CLOSE, TAG_PARTIAL, TAG_END };

enum { TAG_DELIMITER = 16, TAG_NAME = 256 }; /* bytes at most */

struct tag_piece {
	const char *bytes;
	size_t len;
};

struct tag {
	enum tag_kind kind; /* TAG_NOTHING: a comment, new delimiters, or what is told as a fault */
	struct tag_piece
	    before;            /* the literal between the tag before and this one, without a standalone line's blanks */
	struct tag_piece name; /* never empty where the kind has one */
	struct tag_piece indent; /* what stood before it in a line of its own */
	bool standalone;
	struct diag_place place;
};

struct tag_reader {
	const struct file *file;
	const char *at, *end;
	struct tag_piece open, close; /* the delimiters */
	const char *counted;          /* up to which `line` and `col` have been counted */
	int line, col;
	bool endless; /* no closing delimiter is left */
};

struct tag_reader tag_reader(const struct file *file);

/* The next tag, TAG_END after the last one. Adds the tag's own faults: unclosed, without a name, with a name that can't
 * be one, or with delimiters that can't be. */
struct tag tag_next(struct tag_reader *reader, struct diags *diags);

/* Whether the rest of the source closes a section of that name which it has not opened itself. */
bool tag_closes(const struct tag_reader *reader, const char *name);

#endif
