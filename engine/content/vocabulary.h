/* vocabulary: what can be done, paused and published (playbooks/actions.yaml).
 * Owns nothing but what its arena holds; promises that whatever an action pauses exists.
 * Never knows a playbook or a scenario: they refer to it. */
#ifndef CONTENT_VOCABULARY_H
#define CONTENT_VOCABULARY_H

#include "content/shape.h"

struct vocabulary_action {
	struct shape_entry entry;
	const char *description;   /* imperative, one line */
	struct shape_pairs public; /* language -> plain wording for a notice */
	struct shape_texts pauses, unpauses;
	int32_t moment;     /* completing it logs this moment, if nobody has; SHAPE_UNSET */
	int32_t files;      /* enum vocabulary_files, or SHAPE_UNSET */
	const char *regime; /* narrows `files` to one; NULL = every one */
	const char *notice; /* the kind that this sends; NULL = none */
	int32_t tell;       /* enum vocabulary_tell: whose notices may name it; SHAPE_UNSET: everybody's */
	bool preserves;     /* it keeps what can tell what happened */
	bool harms;         /* it does harm, or only looks like a remedy: never asked of a playbook */
};

enum vocabulary_tell { VOCABULARY_EVERYBODY, VOCABULARY_AUTHORITIES };

enum vocabulary_files { VOCABULARY_AUTHORITY, VOCABULARY_INDIVIDUALS };

enum vocabulary_channel { VOCABULARY_EMAIL, VOCABULARY_IN_APP, VOCABULARY_SMS, VOCABULARY_CHANNELS };
extern const char *const vocabulary_channels[]; /* as an author writes them; NULL at the end */

struct vocabulary_pause {
	struct shape_entry entry;
	const char *description;
};

struct vocabulary_notice {
	struct shape_entry entry;
	const char *audience, *description;
	const char *held; /* the pausable thing that holds it back while paused; NULL */
	int32_t channel;  /* enum vocabulary_channel, or SHAPE_UNSET */
	bool corrects;    /* it takes back all that its readers were told and that is not so */
};

struct vocabulary {
	struct shape_entry entry;
	const char *id, *reviewed;
	struct shape_list actions, pausable, notices; /* of the structs above */
};

/* Loads and registers actions, pausable things and notice kinds in `names`. NULL after adding every fault. */
struct vocabulary *vocabulary_load(const struct file *file, const struct shape_reader *reader, struct names *names);

/* By number; NULL past the end. */
const struct vocabulary_action *vocabulary_action(const struct vocabulary *vocabulary, int number);
const struct vocabulary_notice *vocabulary_notice(const struct vocabulary *vocabulary, int number);

/* What an action is called to whoever reads notices, in `lang`; NULL where it is not worded in it. */
const char *vocabulary_public(const struct vocabulary_action *action, const char *lang);

/* Whether two kinds of notice have the same readers: their audience; but each authority reads its own form alone. */
bool vocabulary_share(const struct vocabulary_notice *one, const struct vocabulary_notice *other);

#endif
