/* story: the declared data of a scenario, hooks as names.
 * Owns nothing but what its arena holds; promises that every reference resolves, every limit holds and every due time
 * is well formed. Read from the declarations of a Lua file or from a journal alike. Never knows a session or Lua. */
#ifndef CONTENT_STORY_H
#define CONTENT_STORY_H

#include "base/clock.h"
#include "content/fact.h"
#include "content/playbook.h"

enum { STORY_OBJECTIVES = 7, STORY_PACE_MAX = 16, STORY_ITEMS_MAX = 512, STORY_OPTIONS_MAX = 6 };
enum story_item_kind { STORY_INJECT, STORY_AT, STORY_ON, STORY_LAND }; /* land:DECISION, when an option takes time */

struct story_objective {
	const char *text;
	int32_t weight;
};

struct story_option {
	struct shape_entry entry;
	const char *id, *words;
	int32_t takes; /* seconds until the effects land; SHAPE_UNSET = at once */
	struct effect_source source;
	struct effects effects;
};

struct story_late {
	struct shape_entry entry;
	struct effect_source source;
	struct effects effects;
};

struct story_decision {
	struct shape_entry entry;
	const char *owner, *objective, *ask, *hint, *listen_for, *fallback; /* fallback: `default`, an option's id */
	int32_t within, closes, discuss; /* seconds; within and closes SHAPE_UNSET when absent; discuss 180 */
	struct shape_texts probes;
	bool extra;
	struct shape_list options; /* struct story_option */
	struct story_late late;
	int32_t owner_role, default_option; /* numbers; default_option NAMES_NONE */
};

struct story_item { /* an inject, an `at`, an `on`, a landing */
	struct shape_entry entry;
	enum story_item_kind kind;
	const char *from, *to, *channel_name, *subject, *text, *read_aloud, *after, *unless;
	int32_t channel;        /* story_channels */
	int32_t at, delay, by;  /* seconds; SHAPE_UNSET when absent */
	const struct yml *when; /* its hook's number: below */
	struct shape_texts expects;
	bool extra;
	struct effect_source source;
	struct effects effects;
	int32_t after_item, unless_action, action, decision, hook; /* NAMES_NONE when absent */
};

struct story {
	const char *id, *title, *synopsis;
	struct diag_place place;
	struct playbook_company company;
	struct shape_pairs terms;
	int64_t starts; /* T+0, seconds since 1970 */
	struct shape_texts roles;
	struct clock_piece pace[STORY_PACE_MAX];
	size_t pieces;
	int32_t truth[SHAPE_MOMENTS]; /* seconds from T+0, SHAPE_UNSET when never; detected is 0 */
	struct story_objective objectives[STORY_OBJECTIVES];
	struct fact_var *vars;
	size_t nvars;
	struct fact *facts;
	size_t nfacts;
	struct story_item *items; /* in NAMES_ITEM order: injects, ats, ons, landings */
	size_t nitems;
	struct story_decision *decisions;
	size_t ndecisions;
	struct shape_texts hooks; /* names, by number */
};

extern const char *const story_objectives[]; /* the seven dimensions, NULL */
extern const char *const story_channels[];   /* email chat phone alert press letter, NULL */
/* What an author may write; items: STORY_INJECT, STORY_AT, STORY_ON. */
extern const struct shape story_objective_shape, story_item_shapes[], story_decision_shape;

/* Reads a list of declarations [{kind, id, body}], whose nodes know their lines; `names` holds the vocabulary's
 * already, and gets the story's. NULL for `declarations` gives an empty story, for an incident. NULL after adding every
 * fault. */
struct story *story_load(const struct yml *declarations, const struct shape_reader *reader, struct names *names);

/* The effects a `run` hook proposed; false after adding the faults. */
bool story_effects(const struct story *story, const struct shape_reader *reader, const struct names *names,
                   const struct yml *node, struct effects *out);

int32_t story_end(const struct story *story); /* EndEx, seconds from T+0; INT32_MAX for an empty story */

/* The number of the option of that id, from 0; NAMES_NONE when there is none. */
int story_option(const struct story_decision *decision, const char *id);
const struct story_option *story_option_at(const struct story_decision *decision, int number); /* from 0 */

#endif
