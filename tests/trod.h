/* Every path through a small story, trodden one after the other from the start, by typed lines: what there is to add
 * up, added up plainly. It shares nothing with a sweep but the session, and decides by itself what can be chosen, and
 * when. Questions are q0, q1 ..., answers o0, o1 ... */
#ifndef TESTS_TROD_H
#define TESTS_TROD_H

#include "small.h"
#include "spun.h"

#include "desk/command.h"
#include "desk/player.h"
#include "exercise/scale.h"

enum { TROD_PATH = 64, TROD_FAULTS = 32, TROD_WAIT = STORY_OPTIONS_MAX, TROD_NEVER, TROD_WAYS };

/* ---- one path ---- */

struct trod_path {
	struct {
		int decision, way;
	} choices[TROD_PATH];
	int n;
	int32_t earned[STORY_OBJECTIVES];
	uint64_t criticals;
	bool dry, early;
};

struct trod_question { /* that is open */
	int decision;
	int32_t opened;
	enum { ASKED, PUT_OFF, LEFT } mark;
	bool late;
};

struct trod_rules {
	bool followed; /* the playbook's steps are begun as they can be */
	bool prompt;   /* every question is answered when it is asked */
};

struct trod_walk {
	struct small *small;
	struct trod_rules rules;
	struct session *session;
	struct trod_path *path;
	struct trod_question open[SPUN_QUESTIONS];
	int nopen;
	int32_t to, news;
	int *digits, *limits, *ndigits, at; /* the number of the path, a digit a choice */
};

struct trod_met { /* on some path */
	bool items[SPUN_ITEMS], opened[SPUN_QUESTIONS], late[SPUN_QUESTIONS],
	    options[SPUN_QUESTIONS][STORY_OPTIONS_MAX];
	struct {
		char what[ACT_WHY];
		int choices; /* on the shortest way there */
	} faults[TROD_FAULTS];
	int nfaults;
	bool verified[SPUN_FACTS];
	int happened[EVENT_KINDS];
	bool early; /* an end before EndEx */
};

static inline int32_t trod_now(const struct trod_walk *w)
{
	return session_now(w->session) > w->to ? session_now(w->session) : w->to;
}

static inline void trod_failed(struct trod_met *met, const struct event *e, int choices)
{
	char fault[ACT_WHY];
	int at = 0;
	snprintf(fault, sizeof fault, "%s: %s", e->text, e->why);
	while (at < met->nfaults && strcmp(met->faults[at].what, fault) != 0)
		at++;
	assert_true(at < TROD_FAULTS);
	if (at < met->nfaults && met->faults[at].choices <= choices)
		return;
	strcpy(met->faults[at].what, fault);
	met->faults[at].choices = choices;
	met->nfaults += at == met->nfaults;
}

static inline void trod_close(struct trod_walk *w, int decision)
{
	for (int i = 0; i < w->nopen; i++)
		if (w->open[i].decision == decision) {
			memmove(&w->open[i], &w->open[i + 1], (size_t)(--w->nopen - i) * sizeof *w->open);
			return;
		}
}

static inline void trod_note(struct trod_walk *w, struct trod_met *met, const struct event_turn *turn)
{
	for (size_t i = 0; i < turn->count; i++) {
		const struct event *e = &turn->events[i];
		met->happened[e->kind]++;
		if (e->kind == EVENT_DELIVERED) {
			met->items[e->ref] = true;
		} else if (e->kind == EVENT_OPENED) {
			met->opened[e->ref] = true;
			w->open[w->nopen++] = (struct trod_question){.decision = e->ref, .opened = turn->t};
		} else if (e->kind == EVENT_DECIDED) {
			met->options[e->ref][e->other] = true;
			trod_close(w, e->ref);
		} else if (e->kind == EVENT_LAPSED) {
			trod_close(w, e->ref);
		} else if (e->kind == EVENT_LATE) {
			met->late[e->ref] = true;
			for (int k = 0; k < w->nopen; k++)
				w->open[k].late |= w->open[k].decision == e->ref;
		} else if (e->kind == EVENT_VERIFIED) {
			met->verified[e->ref] = true;
		} else if (e->kind == EVENT_HOOK_FAILED) {
			trod_failed(met, e, w->path->n);
		} else if (e->kind == EVENT_CRITICAL) {
			w->path->criticals |= UINT64_C(1) << e->ref;
		}
		if (e->kind == EVENT_DELIVERED || e->kind == EVENT_OPENED)
			w->news = turn->t;
	}
}

static inline void trod_take(struct trod_walk *w, struct trod_met *met, struct act act)
{
	struct arena *arena = arena_new();
	char why[ACT_WHY];
	act.talk = EVENT_NO_TALK;
	act.t = act.kind == ACT_DUE ? act.t : trod_now(w);
	struct event_turn *turn = session_take(w->session, &act, arena, why);
	if (!turn)
		fail_msg("%s: %s", act.cause, why);
	session_apply(w->session, turn);
	w->to = state_get(&w->session->state, STATE_RUN, 0, STATE_TO);
	trod_note(w, met, turn);
	arena_free(arena);
}

static inline void trod_type(struct trod_walk *w, struct trod_met *met, const char *line)
{
	struct arena *arena = arena_new();
	struct command_context context = {w->session, view_current(&w->session->state), true, 80, trod_now(w), arena};
	struct command command = command_parse(&context, line);
	if (command.kind == COMMAND_NEXT) {
		struct agenda_item next = agenda_next(&w->session->state);
		trod_take(w, met,
		          (struct act){.kind = ACT_STEP_TO, .at = next.due, .by = "facilitator", .cause = line});
	} else if (command.kind == COMMAND_ACT && !command.refused) {
		trod_take(w, met, command.act);
	} else {
		fail_msg("%s: %s", line, command.say ? command.say : "no act");
	}
	arena_free(arena);
}

/* The oldest question that the team has not put off or left. */
static inline struct trod_question *trod_oldest(struct trod_walk *w)
{
	for (int i = 0; i < w->nopen; i++)
		if (w->open[i].mark == ASKED || (w->open[i].mark == PUT_OFF && w->open[i].late))
			return &w->open[i];
	return NULL;
}

/* One of n, by the number of the path. */
static inline int trod_digit(struct trod_walk *w, int n)
{
	if (w->at == *w->ndigits)
		w->digits[(*w->ndigits)++] = 0;
	w->limits[w->at] = n;
	return w->digits[w->at++];
}

/* An answer; or, while it is not late and was not put off, to wait for that; or none for good. */
static inline void trod_decide(struct trod_walk *w, struct trod_met *met, struct trod_question *q)
{
	const struct story *story = w->small->world->story;
	const struct story_decision *decision = &story->decisions[q->decision];
	int options = (int)decision->options.n, ways[TROD_WAYS], n = 0;
	char line[128];
	for (int i = 0; i < options; i++)
		ways[n++] = i;
	bool puts_off = q->mark == ASKED && !w->rules.prompt;
	if (puts_off && decision->within != SHAPE_UNSET && !q->late && q->opened + decision->within < story_end(story))
		ways[n++] = TROD_WAIT;
	if (puts_off)
		ways[n++] = TROD_NEVER;
	int way = ways[trod_digit(w, n)];
	assert_true(w->path->n < TROD_PATH);
	w->path->choices[w->path->n].decision = q->decision;
	w->path->choices[w->path->n++].way = way;
	w->news = trod_now(w);
	q->mark = way == TROD_WAIT ? PUT_OFF : LEFT;
	if (way >= TROD_WAIT)
		return;
	snprintf(line, sizeof line, "%s %s", decision->entry.id, story_option_at(decision, way)->id);
	trod_type(w, met, line);
}

static inline bool trod_work(struct trod_walk *w, struct trod_met *met)
{
	struct arena *arena = arena_new();
	struct act act;
	bool any = player_work(w->session, arena, &act);
	if (any)
		trod_type(w, met, act.cause);
	arena_free(arena);
	return any;
}

static inline bool trod_due(struct trod_walk *w, struct trod_met *met)
{
	char cause[96];
	struct agenda_item next = agenda_next(&w->session->state);
	if (next.kind == AGENDA_NONE || next.due > trod_now(w))
		return false;
	trod_take(w, met,
	          (struct act){.kind = ACT_DUE,
	                       .t = next.due,
	                       .at = STATE_NEVER,
	                       .due = next,
	                       .by = "clock",
	                       .cause = agenda_name(w->small->world, &next, cause)});
	return true;
}

static inline void trod_on(struct trod_walk *w, struct trod_met *met)
{
	struct trod_question *q;
	if (trod_due(w, met))
		return;
	if ((q = trod_oldest(w)))
		trod_decide(w, met, q);
	else if (!w->rules.followed || !trod_work(w, met))
		trod_type(w, met, "next");
}

static inline bool trod_is_dry(const struct trod_walk *w)
{
	const struct story *story = w->small->world->story;
	int32_t end = state_get(&w->session->state, STATE_RUN, 0, STATE_ENDED);
	return clock_pace_ms(story->pace, story->pieces, end) - clock_pace_ms(story->pace, story->pieces, w->news) >
	       8 * 60 * 1000;
}

static inline void trod_begin(struct trod_walk *w, struct trod_met *met)
{
	struct event_start start = {
	    .mode = "exercise", .clock = "stepped", .lang = "en", .seed = 1, .speed = 1, .feedback = true};
	w->session = session_new(w->small->world, w->small->scenario, &start);
	trod_take(
	    w, met,
	    (struct act){.kind = ACT_START, .at = STATE_NEVER, .start = &start, .by = "clock", .cause = "StartEx"});
}

static inline void trod_play(struct trod_walk *w, struct trod_met *met)
{
	trod_begin(w, met);
	while (!session_ended(w->session))
		trod_on(w, met);
	w->path->dry = trod_is_dry(w);
	w->path->early = state_get(&w->session->state, STATE_RUN, 0, STATE_ENDED) < story_end(w->small->world->story);
	while (agenda_audit(&w->session->state) != NAMES_NONE)
		trod_type(w, met, "n");
	session_earned(w->session, w->path->earned);
	session_free(w->session);
}

/* Types the lines of an answers file; the total that they come to, when they come to the end. */
static inline int trod_replay(struct small *small, const char *lines, struct trod_met *met, bool *closed)
{
	struct trod_path path = {.n = 0};
	struct trod_walk w = {.small = small, .path = &path, .to = STATE_NEVER};
	struct score_range range = score_range(small->world);
	char line[256];
	trod_begin(&w, met);
	for (;;) {
		if (trod_due(&w, met))
			continue;
		if (!*lines)
			break;
		size_t len = strcspn(lines, "\n");
		snprintf(line, sizeof line, "%.*s", (int)len, lines);
		lines += len + 1;
		trod_type(&w, met, line);
	}
	session_earned(w.session, path.earned);
	*closed = state_get(&w.session->state, STATE_RUN, 0, STATE_CLOSED) != STATE_NEVER;
	session_free(w.session);
	return score_total(&range, path.earned);
}

/* What the automatic player comes to that plays its best. */
static inline int trod_best_of_player(struct small *small)
{
	struct trod_met met = {.nfaults = 0};
	struct trod_path path = {.n = 0};
	struct trod_walk w = {.small = small, .path = &path, .to = STATE_NEVER};
	struct score_range range = score_range(small->world);
	trod_begin(&w, &met);
	while (!session_ended(w.session) || agenda_audit(&w.session->state) != NAMES_NONE) {
		struct arena *arena = arena_new();
		struct act act;
		if (!trod_due(&w, &met))
			trod_type(&w, &met, player_act(w.session, PLAYER_BEST, arena, &act) ? act.cause : "next");
		arena_free(arena);
	}
	session_earned(w.session, path.earned);
	session_free(w.session);
	return score_total(&range, path.earned);
}

/* ---- all paths ---- */

struct trod {
	int64_t paths, totals[101], criticals[64];
	int best, worst;
	double mean;
	struct {
		int64_t paths;
		double mean;
		int best, worst;
	} ways[SPUN_QUESTIONS][TROD_WAYS];
	int dry; /* choices on the shortest dry path; -1 */
	struct trod_met met;
};

static inline void trod_add(struct trod *sums, const struct trod_path *path, const struct score_range *range,
                            const struct scale *scale)
{
	int total = score_total(range, path->earned);
	scale_wide points = 0;
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		points += scale->unit[i] * path->earned[i];
	double exact = scale->whole ? 100 * (double)(points - scale->from) / (double)scale->whole : 0;
	sums->best = sums->paths == 0 || total > sums->best ? total : sums->best;
	sums->worst = sums->paths == 0 || total < sums->worst ? total : sums->worst;
	sums->paths++;
	sums->totals[total]++;
	sums->mean += (total - sums->mean) / (double)sums->paths;
	for (int i = 0; i < 64; i++)
		sums->criticals[i] += (path->criticals >> i & 1) != 0;
	for (int i = 0; i < path->n; i++) {
		__typeof__(&sums->ways[0][0]) way = &sums->ways[path->choices[i].decision][path->choices[i].way];
		way->best = way->paths == 0 || total > way->best ? total : way->best;
		way->worst = way->paths == 0 || total < way->worst ? total : way->worst;
		way->paths++;
		way->mean += (exact - way->mean) / (double)way->paths;
	}
	sums->met.early = sums->met.early || path->early;
	if (path->dry && (sums->dry < 0 || path->n < sums->dry))
		sums->dry = path->n;
}

static inline bool trod_count_on(int *digits, const int *limits, int *n)
{
	while (*n > 0 && digits[*n - 1] + 1 == limits[*n - 1])
		(*n)--;
	if (*n > 0)
		digits[*n - 1]++;
	return *n > 0;
}

static inline void trod_make(struct small *small, struct trod_rules rules, struct trod *sums)
{
	struct score_range range = score_range(small->world);
	struct scale scale = scale_make(range.lo, range.hi, range.weight);
	int digits[TROD_PATH], limits[TROD_PATH], n = 0;
	*sums = (struct trod){.dry = -1};
	do {
		struct trod_path path = {.n = 0};
		struct trod_walk walk = {.small = small,
		                         .rules = rules,
		                         .path = &path,
		                         .to = STATE_NEVER,
		                         .digits = digits,
		                         .limits = limits,
		                         .ndigits = &n};
		trod_play(&walk, &sums->met);
		trod_add(sums, &path, &range, &scale);
	} while (trod_count_on(digits, limits, &n));
}

#endif
