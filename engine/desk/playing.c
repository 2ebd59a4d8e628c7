#include "desk/playing.h"

#include "desk/plan.h"
#include "desk/player.h"
#include "desk/solo.h"

#include <stddef.h>

enum { PLAY = 1, TRAIN = 2, TEST = 4 };

/* In the order in which help lists them. */
static const struct {
	const char *name, *operand, *help;
	enum option_kind kind;
	size_t to; /* within struct playing */
	int where;
} options[] = {
    {"playbook", "NAME", "the team's own playbook, by name or path", OPTION_TEXT, offsetof(struct playing, playbook),
     PLAY | TRAIN | TEST},
    {"auto", "POLICY", "plays by itself: best, worst, first, random", OPTION_CHOICE, offsetof(struct playing, policy),
     PLAY | TEST},
    {"answers", "FILE", "lines to type, from a file", OPTION_TEXT, offsetof(struct playing, answers), PLAY | TRAIN},
    {"clock", "KIND", "scaled: a drill's; stepped: moves by next and wait", OPTION_CHOICE,
     offsetof(struct playing, clock), PLAY | TEST},
    {"seed", "N", "what chance follows from", OPTION_NUMBER, offsetof(struct playing, seed), PLAY | TRAIN | TEST},
    {"speed", "N", "times the pace", OPTION_NUMBER, offsetof(struct playing, speed), PLAY},
    {"minutes", "N", "cut to the time that you have", OPTION_NUMBER, offsetof(struct playing, minutes), TRAIN | TEST},
    {"role", "ROLE", "cut to the questions of one role", OPTION_TEXT, offsetof(struct playing, role), TRAIN | TEST},
    {"watch", NULL, "take in an edited scenario or playbook, and go on where you are", OPTION_FLAG,
     offsetof(struct playing, watch), TRAIN},
    {"extended", NULL, "the longer cut, with all extra items", OPTION_FLAG, offsetof(struct playing, extended),
     PLAY | TEST},
    {"core", NULL, "leave the extra items out", OPTION_FLAG, offsetof(struct playing, core), TRAIN | TEST},
    {"from", "TIME", "a rehearsal: by itself up to there (24h), then yours", OPTION_TEXT,
     offsetof(struct playing, from), PLAY},
    {"only", "INJECT", "a rehearsal: that message and what it opens, at once", OPTION_TEXT,
     offsetof(struct playing, only), PLAY},
    {"journal", "FILE", "where to record (never overwritten)", OPTION_TEXT, offsetof(struct playing, journal),
     PLAY | TRAIN},
    {"lang", "LL", "the texts' language, where the scenario has it", OPTION_TEXT, offsetof(struct playing, lang),
     PLAY | TRAIN | TEST},
    {"plain", NULL, "lines only: no colour, no editing", OPTION_FLAG, offsetof(struct playing, plain), PLAY | TRAIN},
};
enum { OPTIONS = sizeof options / sizeof *options };

struct playing playing_usual(bool alone)
{
	return (struct playing){
	    .alone = alone, .policy = PLAYER_NONE, .minutes = -1, .clock = -1, .seed = -1, .speed = 1};
}

/* Of clocks those of a drill. */
static const char *const *choices_of(size_t option)
{
	if (options[option].kind != OPTION_CHOICE)
		return NULL;
	return options[option].to == offsetof(struct playing, clock) ? room_clocks + CLOCK_SCALED : player_policies;
}

void playing_rows(struct playing *playing, bool test, struct option_row rows[OPTION_MOST])
{
	int wanted = playing->alone ? TRAIN : PLAY;
	size_t n = 0;
	for (size_t i = 0; i < OPTIONS; i++) {
		if (!(options[i].where & wanted) || (test && !(options[i].where & TEST)))
			continue;
		rows[n++] = (struct option_row){.name = options[i].name,
		                                .operand = options[i].operand,
		                                .help = options[i].help,
		                                .kind = options[i].kind,
		                                .to = (char *)playing + options[i].to,
		                                .choices = choices_of(i)};
	}
	rows[n] = (struct option_row){0};
}

const char *playing_wrong(const struct playing *playing, bool test)
{
	if (playing->minutes == 0)
		return "--minutes wants a whole number from 1";
	if (test && playing->clock >= 0 && playing_clock(playing) != CLOCK_STEPPED)
		return "a test runs on the stepped clock";
	return NULL;
}

bool playing_prepare(const struct playing *playing, const struct shelf_set *set, struct diags *diags)
{
	bool timed = playing->minutes > 0;
	if (playing->alone)
		plan_practise(set->world);
	return (!playing->role && !timed) || solo_make(set, playing->role, timed ? playing->minutes : 0, diags);
}

struct shelf_choice playing_choice(const struct playing *playing)
{
	return (struct shelf_choice){.scenario = playing->scenario,
	                             .playbook = playing->playbook,
	                             .lang = playing->lang,
	                             .extended = playing->alone ? !playing->core : playing->extended};
}

enum clock_kind playing_clock(const struct playing *playing)
{
	if (playing->clock >= 0)
		return (enum clock_kind)(CLOCK_SCALED + playing->clock);
	return playing->alone || playing->policy != PLAYER_NONE ? CLOCK_STEPPED : CLOCK_SCALED;
}
