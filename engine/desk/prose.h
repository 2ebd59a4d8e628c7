/* prose: what a reader sees of a document: its words, block by block and sentence by sentence.
 * Owns nothing but what its arena holds; promises valid UTF-8 with single spaces and plain quotes, each byte of which
 * knows where in the file it came from, and never more than three times the file's bytes. Never knows a format: the
 * modules prose_* read them, in reading's choice. */
#ifndef DESK_PROSE_H
#define DESK_PROSE_H

#include "base/diag.h"
#include "base/file.h"

#include <stdint.h>

enum prose_kind { PROSE_TEXT, PROSE_HEADING, PROSE_ITEM, PROSE_CELL, PROSE_SUBJECT };

struct prose_block {
	size_t from, to;
	enum prose_kind kind;
};

struct prose_sentence {
	size_t from, to;
	size_t block;
};

struct prose {
	const struct file *file;
	struct arena *arena;
	char *text;   /* blocks end with '\n'; NUL-terminated */
	uint32_t *at; /* of each byte of it: its byte in the file */
	size_t len, cap;
	struct prose_block *blocks;
	struct prose_sentence *sentences;
	uint32_t *lines;  /* where each line of the file begins */
	uint32_t *counts; /* characters before every 256th byte of it */
	size_t nblocks, nsentences, nlines;
	enum prose_kind kind; /* of the block being written */
	bool gap, newline;    /* what stands before the next character */
};

struct prose_source { /* a piece of the file, or what was decoded from one */
	const char *bytes;
	size_t len;
	const uint32_t *at; /* of each byte: its byte in the file; NULL: they stand there side by side from `base` on */
	uint32_t base;
};

struct prose *prose_start(const struct file *file, struct arena *arena);

/* Adds the character at byte `i`, white space as a gap; returns how many bytes it has. What no reader sees is left out.
 */
size_t prose_add(struct prose *prose, const struct prose_source *source, size_t i);
void prose_add_char(struct prose *prose, int32_t c, uint32_t at); /* one that was decoded */
void prose_gap(struct prose *prose, bool newline);
void prose_break(struct prose *prose, enum prose_kind next); /* ends the block */
bool prose_is_fresh(const struct prose *prose);              /* nothing of the block was added yet */
void prose_finish(struct prose *prose);                      /* and finds its sentences */

uint32_t prose_origin(const struct prose_source *source, size_t i);
struct diag_place prose_place(const struct prose *prose, size_t byte); /* of the text */
struct diag_place prose_place_in_file(const struct prose *prose, uint32_t byte);

/* The number of the sentence that byte `byte` is in, or the last before it. */
size_t prose_sentence(const struct prose *prose, size_t byte);

#endif
