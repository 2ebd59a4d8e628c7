#include "desk/check_code.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 1000 };

// clang-format off
static const struct check_code codes[] = {
	/* what loaders refuse: nothing runs until it is mended */
	{"unreadable", DIAG_ERROR, false, "the file is missing, too large, no text, or not allowed", NULL},
	{"syntax", DIAG_ERROR, false, "Lua or YAML that can't be read, or that failed as it ran", NULL},
	{"template-fault", DIAG_ERROR, false, "a template that can't be filled, or says less than its readers are owed", NULL},
	{"unknown-key", DIAG_ERROR, false, "a key that nothing here has", NULL},
	{"missing-key", DIAG_ERROR, false, "a key that has to be there", NULL},
	{"wrong-value", DIAG_ERROR, false, "a value of another kind than the key takes", NULL},
	{"unknown-name", DIAG_ERROR, false, "an id that nothing declares", NULL},
	{"too-long", DIAG_ERROR, false, "more words than can be read out or taken in at the table", NULL},
	{"after-endex", DIAG_ERROR, false, "it would come after the end of the story", NULL},
	{"core-needs-extra", DIAG_ERROR, false, "the 60-minute cut leans on something only the extended one plays", NULL},
	{"twice", DIAG_ERROR, false, "a key or an id that stands there already", NULL},
	{"search-missing", DIAG_ERROR, false, "data that is not involved, without saying what was searched", NULL},
	{"refused", DIAG_ERROR, false, "anything else that can't be loaded; the message says what is expected", NULL},

	/* what can't happen */
	{"core-unreached", DIAG_WARNING, false, "a core item that only something extra brings: the 60-minute cut has it, and never plays it", "mark it `extra = true` as well, or let something core bring it"},
	{"never-delivered", DIAG_WARNING, false, "an inject that no run of the story brings", "give it `at`, `after` or `by`, or let something deliver it"},
	{"never-opened", DIAG_WARNING, false, "a decision that no run of the story asks", "name it in the `opens` of an inject, an option or an `at`"},
	{"variable-unread", DIAG_WARNING, false, "a variable that no function looks at", "use it in a `when` or a `run`, or take it out"},
	{"fact-unverifiable", DIAG_WARNING, false, "a fact that nothing in the story lets players verify", "let an action or an option verify it, or an inject say it"},
	{"fact-untrue", DIAG_WARNING, false, "an effect that verifies a fact as something other than its `truth`: a notice would say it", "correct one of the two; what somebody only believes stands under `claims`"},
	{"closes-after-endex", DIAG_WARNING, false, "a question that is still open when the story ends", NULL},
	{"deadline-after-endex", DIAG_WARNING, true, "a deadline beyond the story's end, which can't be scored", NULL},
	{"hook-fails", DIAG_WARNING, false, "a `when` or a `run` that can't answer: a `when` that fails counts as true, a `run` as nothing", NULL},

	/* what makes a question too easy */
	{"dominated", DIAG_NOTE, false, "an option for which its words alone speak: every other does as much, is worth as much and takes no longer", "give it something the others lack: an effect, a point, or time saved"},
	{"giveaway", DIAG_WARNING, false, "an option against which nothing speaks: no other does more, is worth more or takes less time", "let it cost something, such as time (`takes`), or give another option a point of its own"},
	{"no-difference", DIAG_WARNING, false, "two options that come to the same", "let one do, cost or earn something else"},
	{"recognisable", DIAG_WARNING, false, "the best options can be told by their look", "reword some of them, or their neighbours"},
	{"because-missing", DIAG_WARNING, false, "points or a choice without the reason that teaches", "say why in `because`, in 40 words at most"},
	{"text-unwritten", DIAG_WARNING, false, "a text that is marked as still \"(to be written)\": players would read the mark", "write it, and take the mark out"},

	/* when it happens */
	{"same-minute", DIAG_WARNING, false, "two injects less than a real minute apart at the scenario's pace", "move one of them, or let a question stand between them"},
	{"same-minute-extended", DIAG_NOTE, false, "the same, in the extended cut, which runs at the core's pace", "a facilitator can hold the clock, or defer one"},
	{"long-gap", DIAG_WARNING, false, "more than eight real minutes in which nothing comes", "move something there, or quicken `pace`"},

	/* with the playbook, the law, the prompt */
	{"actions-missing", DIAG_WARNING, true, "actions that the scenario needs and no step of the playbook does", NULL},
	{"duty-unmet", DIAG_WARNING, true, "a law asks for a filing, and no step of the playbook makes it: who has no step for it misses the deadline", NULL},
	{"country-uncovered", DIAG_WARNING, true, "customers in a country of which no law is on file", NULL},
	{"law-stale", DIAG_WARNING, true, "a law that was last compared with its source over 180 days ago", NULL},
	{"id-taken", DIAG_WARNING, false, "an id that means something else at the prompt: a command, a number, a decision", "the section on ids in scenarios/README.md lists the words that are taken"},
	{"doubtful", DIAG_WARNING, true, "anything else that is probably not meant; the message says what", NULL},

	/* of a scenario's tests (--run-tests) */
	{"test-failed", DIAG_ERROR, false, "what a test of the scenario expects is not so", NULL},
	{"test-refused", DIAG_ERROR, false, "a line that a test types is refused; `expect refused` behind it says that it should be", NULL},
	{"test-unreadable", DIAG_ERROR, false, "a line of a test that can't be understood, or a test that can't fail", NULL},
	{"no-tests", DIAG_ERROR, false, "there is no test to run", NULL},

	/* about the comments that silence */
	{"allow-unknown", DIAG_WARNING, false, "a comment allows a code that there is not", "`check --codes` lists them"},
	{"allow-unread", DIAG_WARNING, false, "a comment that means to allow something, and is not written as it has to be", NULL},
	{"allow-unused", DIAG_NOTE, false, "a comment allows what is not there", "take the comment out"},
};
// clang-format on

enum { CODES = sizeof codes / sizeof *codes };

const struct check_code *check_code_find(const char *id)
{
	for (size_t i = 0; id && i < CODES; i++)
		if (strcmp(codes[i].id, id) == 0)
			return &codes[i];
	return NULL;
}

const struct check_code *check_code_at(size_t number)
{
	return number < CODES ? &codes[number] : NULL;
}

const struct check_code *check_code_of(const struct diag *diag)
{
	const struct check_code *own = check_code_find(diag->code);
	return own && own->level == diag->level ? own
	                                        : check_code_find(diag->level == DIAG_ERROR ? "refused" : "doubtful");
}

void check_code_tell(struct diags *diags, const char *id, struct diag_place place, const char *format, ...)
{
	static void (*const adders[])(struct diags *, struct diag_place, const char *,
	                              ...) = {[DIAG_WARNING] = diag_warn, [DIAG_NOTE] = diag_note};
	const struct check_code *code = check_code_find(id);
	char message[LONGEST];
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	if (code->level == DIAG_ERROR)
		diag_error(diags, place, "%s", message);
	else
		adders[code->level](diags, place, "%s", message);
	diag_code(diags, code->id);
	if (code->remedy)
		diag_hint(diags, "%s", code->remedy);
}

const char *check_code_nearest(const char *word)
{
	const char *ids[CODES];
	for (size_t i = 0; i < CODES; i++)
		ids[i] = codes[i].id;
	return diag_nearest(word, ids, CODES);
}

const char *check_code_level(enum diag_level level)
{
	static const char *const levels[] = {"error", "warning", "note"};
	return levels[level];
}

void check_code_complete(struct diags *diags)
{
	for (size_t i = 0; i < diags->n; i++)
		diags->v[i].code = check_code_of(&diags->v[i])->id;
}
