#include "desk/sweep_sample.h"

#include "base/memory.h"
#include "desk/sweep_path.h"

#include <stdlib.h>
#include <string.h>

struct draw {
	struct sweep_sample *sample;
	struct sweep_play *play;
	struct state first; /* at the first choice */
	struct scale scale;
	struct sweep_play_choice *choices;
	size_t n, room;
};

static void note(struct draw *d, struct sweep_play_choice choice)
{
	d->choices = memory_grown(d->choices, d->n, &d->room, sizeof choice);
	d->choices[d->n++] = choice;
}

static void keep(const struct draw *d, struct sweep_sums_path *path, scale_wide points, int total)
{
	size_t size = (d->n ? d->n : 1) * sizeof *path->choices;
	path->choices = memory_need(realloc(path->choices, size));
	memcpy(path->choices, d->choices, d->n * sizeof *path->choices);
	path->n = d->n;
	path->points = points;
	path->total = total;
}

static void tally(struct draw *d)
{
	struct sweep_sample *s = d->sample;
	scale_wide points = 0;
	for (int o = 0; o < STORY_OBJECTIVES; o++)
		points += d->scale.unit[o] * state_get(sweep_play_state(d->play), STATE_SCORE, o, 0);
	int total = scale_total(&d->scale, points);
	s->paths++;
	s->totals[total]++;
	if (!s->best.choices || points > s->best.points)
		keep(d, &s->best, points, total);
	if (!s->worst.choices || points < s->worst.points)
		keep(d, &s->worst, points, total);
}

static void blame(struct draw *d)
{
	struct sweep_sample *s = d->sample;
	if (s->faulty.choices && s->faulty.n <= d->n)
		return;
	keep(d, &s->faulty, 0, 0);
	memcpy(s->fault, d->play->nfailed ? d->play->failed[0] : d->play->stuck, sizeof s->fault);
}

static void play_one(struct draw *d, const struct sweep_path_walk *walk)
{
	struct sweep_play_choice choices[SWEEP_WAYS];
	size_t n;
	state_copy(sweep_play_state(d->play), &d->first);
	memset(d->play->marks, SWEEP_UNASKED, d->play->world->story->ndecisions);
	enum sweep_play_end end = SWEEP_CHOICE;
	bool blamed = false; /* for the first fault of the path */
	for (d->n = 0; (n = sweep_play_choices(d->play, choices)) > 0 && end == SWEEP_CHOICE;) {
		int picked = walk->pick(walk->context, &d->play->session, choices, n);
		note(d, choices[picked]);
		sweep_play_choose(d->play, choices[picked]);
		end = sweep_play_on(d->play);
		if (!blamed && (blamed = d->play->nfailed || *d->play->stuck))
			blame(d);
	}
	if (end == SWEEP_STUCK)
		d->sample->stuck++;
	else
		tally(d);
}

static void play_all(struct draw *d, int64_t n, uint64_t seed)
{
	uint64_t chance = seed * 2 + 1;
	struct sweep_path_walk walk = sweep_path_random(&chance);
	*d->sample = (struct sweep_sample){.paths = 0};
	sweep_play_rewind(d->play);
	sweep_play_on(d->play);
	sweep_play_trim(d->play);
	state_copy(&d->first, sweep_play_state(d->play));
	for (int64_t i = 0; i < n; i++)
		play_one(d, &walk);
	d->sample->mean = sweep_mean_totals(d->sample->totals, SWEEP_TOTALS);
}

/* As the graph is: once more when a hook read what no hook was seen to read before, for that may have been trimmed. */
void sweep_sample_take(struct sweep_sample *sample, struct sweep_play *play, int64_t n, uint64_t seed)
{
	struct score_range range = score_range(play->world);
	struct draw draw = {.sample = sample, .play = play, .scale = scale_make(range.lo, range.hi, range.weight)};
	bool *seen = memory_zeroed(play->seen.n, sizeof *seen);
	memcpy(seen, play->seen.items, play->seen.n);
	state_clone(&draw.first, sweep_play_state(play));
	play_all(&draw, n, seed);
	while (sweep_reach_learned(play->reach)) {
		memcpy(play->seen.items, seen, play->seen.n);
		sweep_sample_free(sample);
		play_all(&draw, n, seed);
	}
	state_free(&draw.first);
	free(draw.choices);
	free(seen);
}

void sweep_sample_free(struct sweep_sample *sample)
{
	free(sample->best.choices);
	free(sample->worst.choices);
	free(sample->faulty.choices);
}
