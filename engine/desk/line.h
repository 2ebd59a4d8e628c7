/* line: one typed line being read: its words, the act it becomes, and what its words point at.
 * Owns nothing but what an arena holds; promises that a word which points at nothing is answered with the nearest right
 * one, and one that points at several things with their names. Never carries anything out. */
#ifndef DESK_LINE_H
#define DESK_LINE_H

#include "desk/when.h"
#include "desk/words.h"
#include "exercise/session.h"

struct line {
	const struct session *session;
	struct arena *arena;
	struct words words;
	struct when when;
	int question; /* the decision that was current when it was begun; NAMES_NONE */
	int columns;  /* of the window, for help */
	struct act act;
	const char *say, *read_back; /* as in struct command */
	bool refused;
	bool menu;  /* `say` answers, nothing is to be taken */
	bool again; /* the question has changed: show it */
};

/* Says why it is refused; returns false. */
bool line_refuse(struct line *line, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Those below return NAMES_NONE, NULL or false after refusing. A unique beginning is enough; `_`, `-` and capitals do
 * not matter. */
int line_id(struct line *line, enum names_kind kind, const char *word);
int line_role(struct line *line, const char *word);      /* or the first role of a person */
int line_step(struct line *line, const char *word);      /* a number of the current phase's checklist, or an id */
int line_deadline(struct line *line, const char *words); /* by id or by whom it is owed to */
const char *line_person(struct line *line, const char *name);
bool line_past(struct line *line, size_t from); /* the words from there on as a time that has come, into act.at */

/* Somebody who is in the room, for an example that can be typed as it stands; a role where nobody is. */
const char *line_somebody(const struct session *session);

/* One of `n` names: its place, or NAMES_NONE; `*also` is another that begins the same way, or NAMES_NONE. */
int line_match(const char *const *names, size_t n, const char *word, int *also);

/* Why a word is none of `n` names of `what`: it is the beginning of several, or unknown; with the nearest name, or all
 * of few, or what `lists` them (NULL: Tab). Of the arena. */
const char *line_unknown(const char *what, const char *const *names, size_t n, const char *word, const char *lists,
                         struct arena *arena);

#endif
