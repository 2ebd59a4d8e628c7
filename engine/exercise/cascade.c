#include "exercise/cascade.h"

#include "exercise/approval.h"
#include "exercise/hook.h"
#include "exercise/proof.h"
#include "exercise/slot.h"
#include "exercise/work.h"

#include <string.h>

enum { ALL_EFFECTS, SCORE_ONLY, ALL_BUT_SCORE };

static const struct world *world_of(const struct cascade *c)
{
	return c->scribe.fold.state->world;
}

static int32_t get(const struct cascade *c, enum state_group group, int number, int field)
{
	return state_get(c->scribe.fold.state, group, number, field);
}

static const char *id(const struct cascade *c, enum names_kind kind, int number)
{
	return names_id(&world_of(c)->names, kind, number);
}

static void emit(struct cascade *c, enum event_kind kind, int ref)
{
	scribe_emit(&c->scribe, (struct event){.kind = kind, .ref = ref, .other = NAMES_NONE});
}

/* Whose an effect set is, and how it came. */
struct origin {
	const char *kind;   /* "decision", "late"; NULL: the id says it */
	const char *id;     /* of the item or question */
	const char *option; /* its id; NULL */
	int confidence;
	bool late, lapsed;
};

/* Whose hook it is, for draws and messages: "token-still-works", "the-account.suspend". */
static const char *item_of(const struct cascade *c, const struct origin *origin)
{
	return origin->option ? arena_printf(c->scribe.arena, "%s.%s", origin->id, origin->option) : origin->id;
}

/* Where a score or a claim comes from, as its event tells: "decision:the-account.suspend". */
static const char *source_of(const struct cascade *c, const struct origin *origin)
{
	if (c->hushed || !origin->kind)
		return origin->id;
	return arena_printf(c->scribe.arena, "%s:%s", origin->kind, item_of(c, origin));
}

static void effects_apply(struct cascade *c, const struct effects *effects, const struct origin *origin, int which);

static void hook_failed(struct cascade *c, int hook, const char *message)
{
	if (*message)
		scribe_emit(&c->scribe, (struct event){.kind = EVENT_HOOK_FAILED,
		                                       .text = world_of(c)->story->hooks.v[hook],
		                                       .why = arena_dup(c->scribe.arena, message)});
}

static void effect_run(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	struct hook hook = {c->scenario, c->scribe.fold.state, c->seed, item_of(c, origin), e->ref, c->watch};
	char fault[HOOK_FAULT];
	struct effects effects = hook_run(&hook, c->scribe.arena, fault);
	hook_failed(c, e->ref, fault);
	effects_apply(c, &effects, origin, ALL_EFFECTS);
}

void cascade_moment(struct cascade *c, int moment, int32_t at)
{
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_MOMENT, .ref = moment, .at = at});
	for (int i = 0; i < (int)world_of(c)->vocabulary->actions.n; i++)
		if (vocabulary_action(world_of(c)->vocabulary, i)->moment == moment)
			cascade_act(c, i);
}

/* The first logging stands: what the story says of it later is no correction. */
static void effect_moment(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	if (get(c, STATE_MOMENT, e->ref, STATE_MOMENT_FIRST) == STATE_NEVER)
		cascade_moment(c, e->ref,
		               e->value == SHAPE_UNSET || e->value > c->scribe.fold.t ? c->scribe.fold.t : e->value);
}

static void effect_set(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	if (get(c, STATE_VAR, e->ref, 0) != e->value)
		scribe_emit(&c->scribe, (struct event){.kind = EVENT_SET, .ref = e->ref, .value = e->value});
}

/* Of a search, over which span: as the story says. */
static const char *span_of(const struct cascade *c, const struct effect *e)
{
	const struct fact *fact = &world_of(c)->story->facts[e->ref];
	struct text span = {0};
	if (fact->kind != STORY_DATA || e->value != STORY_NOT_INVOLVED || !fact->over)
		return NULL;
	world_expand(world_of(c), fact->over, &span);
	char *kept = arena_dup(c->scribe.arena, span.data);
	text_free(&span);
	return kept;
}

static void effect_claim(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	scribe_emit(
	    &c->scribe,
	    (struct event){
	        .kind = EVENT_CLAIMED, .ref = e->ref, .value = e->value, .text = e->text, .why = source_of(c, origin)});
}

static void effect_verify(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	struct proof proof = {
	    .scribe = &c->scribe, .fact = e->ref, .source = source_of(c, origin), .over = span_of(c, e)};
	proof_told(&proof, e->value, e->text);
}

static void effect_do(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	cascade_act(c, e->ref);
}

static bool may_come(const struct cascade *c, int item)
{
	int32_t status = get(c, STATE_ITEM, item, STATE_ITEM_STATUS);
	return status == STATE_WAITING || status == STATE_DEFERRED;
}

static void effect_cancel(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	if (may_come(c, e->ref))
		emit(c, EVENT_CANCELLED, e->ref);
}

static void effect_deliver(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	cascade_deliver(c, e->ref);
}

static int32_t order_of(const struct cascade *c, int decision)
{
	size_t options = world_of(c)->story->decisions[decision].options.n;
	return c->hushed ? 0 : slot_order(c->seed, id(c, NAMES_DECISION, decision), options);
}

static void effect_open(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	if (get(c, STATE_DECISION, e->ref, STATE_DECISION_STATUS) != STATE_UNOPENED || !world_asks(world_of(c), e->ref))
		return;
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_OPENED, .ref = e->ref, .value = order_of(c, e->ref)});
}

static void effect_score(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	int32_t tenths = score_option(e->value, origin->confidence, origin->late);
	if (origin->lapsed && tenths > 0)
		return;
	scribe_price(&c->scribe, e->ref, tenths, source_of(c, origin), e->text);
}

static void effect_critical(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)origin;
	if (!get(c, STATE_CRITICAL, e->ref, 0))
		scribe_emit(&c->scribe, (struct event){.kind = EVENT_CRITICAL, .ref = e->ref, .why = e->text});
}

static void effect_end(struct cascade *c, const struct effect *e, const struct origin *origin)
{
	(void)e;
	(void)origin;
	cascade_end(c);
}

static void (*const appliers[EFFECT_KINDS])(struct cascade *, const struct effect *, const struct origin *) = {
    [EFFECT_MOMENT] = effect_moment,     [EFFECT_SET] = effect_set,   [EFFECT_CLAIM] = effect_claim,
    [EFFECT_VERIFY] = effect_verify,     [EFFECT_DO] = effect_do,     [EFFECT_CANCEL] = effect_cancel,
    [EFFECT_DELIVER] = effect_deliver,   [EFFECT_OPEN] = effect_open, [EFFECT_SCORE] = effect_score,
    [EFFECT_CRITICAL] = effect_critical, [EFFECT_RUN] = effect_run,   [EFFECT_END] = effect_end,
};

static bool ended(const struct cascade *c)
{
	return get(c, STATE_RUN, 0, STATE_ENDED) != STATE_NEVER;
}

static void effects_apply(struct cascade *c, const struct effects *effects, const struct origin *origin, int which)
{
	for (size_t i = 0; i < effects->n && !c->scribe.full && !ended(c); i++) {
		struct effect e = effects->v[i];
		bool score = e.kind == EFFECT_SCORE;
		if ((which == SCORE_ONLY && !score) || (which == ALL_BUT_SCORE && score))
			continue;
		if (score || e.kind == EFFECT_CRITICAL)
			e.text = effects->because;
		appliers[e.kind](c, &e, origin);
	}
}

static struct origin item_origin(const struct cascade *c, int item)
{
	return (struct origin){.id = id(c, NAMES_ITEM, item), .confidence = EVENT_MEDIUM};
}

static void react(struct cascade *c, int action)
{
	const struct story *story = world_of(c)->story;
	for (int i = 0; i < (int)story->nitems; i++) {
		const struct story_item *item = &story->items[i];
		if (item->kind != STORY_ON || item->action != action || get(c, STATE_ITEM, i, STATE_ITEM_STATUS) ||
		    !world_plays(world_of(c), i))
			continue;
		struct origin origin = item_origin(c, i);
		emit(c, EVENT_FIRED, i);
		effects_apply(c, &item->effects, &origin, ALL_EFFECTS);
	}
}

/* Why it is held back is part of a notice's record: the action says it. */
static void pause_all(struct cascade *c, const struct vocabulary_action *action, const struct shape_texts *things,
                      bool paused)
{
	for (size_t i = 0; i < things->n; i++) {
		int thing = names_find(&world_of(c)->names, NAMES_PAUSE, things->v[i]);
		if (get(c, STATE_PAUSE, thing, STATE_PAUSE_ON) != paused)
			scribe_emit(&c->scribe, (struct event){.kind = paused ? EVENT_PAUSED : EVENT_UNPAUSED,
			                                       .ref = thing,
			                                       .at = STATE_NEVER,
			                                       .why = paused && approval_holds(world_of(c), thing)
			                                                  ? action->description
			                                                  : NULL});
	}
}

static void file_all(struct cascade *c, int action)
{
	for (int i = 0; i < (int)world_of(c)->ndeadlines; i++) {
		bool named = false, meets = world_files(world_of(c), action, i, &named);
		int moment = world_of(c)->deadlines[i].moment;
		if (meets && (named || get(c, STATE_MOMENT, moment, STATE_MOMENT_AT) != STATE_NEVER))
			scribe_notify(&c->scribe, i, c->scribe.fold.t);
	}
}

static bool all_done(const struct cascade *c, const struct playbook_step *step)
{
	for (size_t i = 0; i < step->does.n; i++)
		if (get(c, STATE_ACTION, names_find(&world_of(c)->names, NAMES_ACTION, step->does.v[i]), 0) ==
		    STATE_NEVER)
			return false;
	return step->does.n > 0;
}

static void complete_steps(struct cascade *c)
{
	for (int i = 0; i < (int)world_of(c)->playbook->nsteps; i++)
		if (!work_settled(c->scribe.fold.state, i) && all_done(c, world_of(c)->playbook->steps[i]))
			cascade_step_done(c, i, c->scribe.fold.t);
}

void cascade_act(struct cascade *c, int number)
{
	const struct vocabulary_action *action = vocabulary_action(world_of(c)->vocabulary, number);
	if (get(c, STATE_ACTION, number, 0) != STATE_NEVER || c->scribe.full)
		return;
	emit(c, EVENT_ACTED, number);
	if (action->moment != SHAPE_UNSET)
		effect_moment(c, &(struct effect){.ref = action->moment, .value = SHAPE_UNSET}, NULL);
	pause_all(c, action, &action->pauses, true);
	pause_all(c, action, &action->unpauses, false);
	file_all(c, number);
	react(c, number);
	complete_steps(c);
}

void cascade_deliver(struct cascade *c, int item)
{
	struct origin origin = item_origin(c, item);
	if (!may_come(c, item) || c->scribe.full)
		return;
	emit(c, EVENT_DELIVERED, item);
	effects_apply(c, &world_of(c)->story->items[item].effects, &origin, ALL_EFFECTS);
}

static bool condition_holds(struct cascade *c, int number)
{
	const struct story_item *item = &world_of(c)->story->items[number];
	char fault[HOOK_FAULT];
	if (item->unless_action != NAMES_NONE && get(c, STATE_ACTION, item->unless_action, 0) != STATE_NEVER)
		return false;
	if (item->hook == NAMES_NONE)
		return true;
	struct hook hook = {c->scenario, c->scribe.fold.state, c->seed, id(c, NAMES_ITEM, number), item->hook,
	                    c->watch};
	bool answer = hook_when(&hook, fault);
	hook_failed(c, item->hook, fault);
	return answer;
}

static void due_item(struct cascade *c, int number)
{
	const struct story_item *item = &world_of(c)->story->items[number];
	struct origin origin = item_origin(c, number);
	if (item->kind == STORY_AT)
		emit(c, EVENT_FIRED, number);
	if (!condition_holds(c, number)) {
		if (item->kind == STORY_INJECT)
			emit(c, EVENT_WITHHELD, number);
		return;
	}
	if (item->kind == STORY_INJECT)
		cascade_deliver(c, number);
	else
		effects_apply(c, &item->effects, &origin, ALL_EFFECTS);
}

static struct origin option_origin(const struct cascade *c, int decision, int option)
{
	return (struct origin){.kind = "decision",
	                       .id = id(c, NAMES_DECISION, decision),
	                       .option = story_option_at(&world_of(c)->story->decisions[decision], option)->id,
	                       .confidence = EVENT_MEDIUM};
}

static void choice_apply(struct cascade *c, int decision, int number, const struct origin *origin)
{
	const struct story_option *option = story_option_at(&world_of(c)->story->decisions[decision], number);
	effects_apply(c, &option->effects, origin, option->takes == SHAPE_UNSET ? ALL_EFFECTS : SCORE_ONLY);
}

void cascade_choose(struct cascade *c, const struct event *decided)
{
	bool late = get(c, STATE_DECISION, decided->ref, STATE_DECISION_LATE) != STATE_NEVER;
	scribe_emit(&c->scribe, *decided);
	if (decided->other == NAMES_NONE)
		return;
	struct origin origin = option_origin(c, decided->ref, decided->other);
	origin.confidence = decided->value;
	origin.late = late;
	choice_apply(c, decided->ref, decided->other, &origin);
}

static void land(struct cascade *c, int decision)
{
	const struct story *story = world_of(c)->story;
	int option = get(c, STATE_DECISION, decision, STATE_DECISION_OPTION);
	struct origin origin = option_origin(c, decision, option);
	for (int i = 0; i < (int)story->nitems; i++)
		if (story->items[i].kind == STORY_LAND && story->items[i].decision == decision)
			emit(c, EVENT_FIRED, i);
	effects_apply(c, &story_option_at(&story->decisions[decision], option)->effects, &origin, ALL_BUT_SCORE);
}

static void late(struct cascade *c, int decision)
{
	struct origin origin = {.kind = "late", .id = id(c, NAMES_DECISION, decision), .confidence = EVENT_MEDIUM};
	emit(c, EVENT_LATE, decision);
	effects_apply(c, &world_of(c)->story->decisions[decision].late.effects, &origin, ALL_EFFECTS);
}

static void lapse(struct cascade *c, int decision)
{
	int option = world_of(c)->story->decisions[decision].default_option;
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_LAPSED, .ref = decision, .other = option});
	if (option == NAMES_NONE)
		return;
	struct origin origin = option_origin(c, decision, option);
	origin.lapsed = true;
	choice_apply(c, decision, option, &origin);
}

static void begin(struct cascade *c, int step, int person)
{
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_STEP_STARTED,
	                                       .ref = step,
	                                       .who = ledger_person_name(c->scribe.fold.ledger, person),
	                                       .at = c->scribe.fold.t + world_of(c)->playbook->steps[step]->takes});
}

void cascade_start(struct cascade *c, int step)
{
	int person = work_person(c->scribe.fold.state, step);
	if (work_current(c->scribe.fold.state, person) == NAMES_NONE)
		begin(c, step, person);
	else
		scribe_emit(&c->scribe, (struct event){.kind = EVENT_STEP_QUEUED,
		                                       .ref = step,
		                                       .who = ledger_person_name(c->scribe.fold.ledger, person)});
}

static void start_next(struct cascade *c, int person)
{
	int next = work_next(c->scribe.fold.state, person);
	if (next != NAMES_NONE && work_current(c->scribe.fold.state, person) == NAMES_NONE && !ended(c))
		begin(c, next, person);
}

void cascade_unblock(struct cascade *c)
{
	for (int person = 0; ledger_person_name(c->scribe.fold.ledger, person); person++)
		start_next(c, person);
}

void cascade_step_done(struct cascade *c, int step, int32_t at)
{
	const struct playbook_step *s = world_of(c)->playbook->steps[step];
	int32_t status = get(c, STATE_STEP, step, STATE_STEP_STATUS);
	int person = get(c, STATE_STEP, step, STATE_STEP_PERSON);
	if (work_settled(c->scribe.fold.state, step) || c->scribe.full)
		return;
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_STEP_DONE, .ref = step, .at = at});
	scribe_step(&c->scribe, step, at, SCORE_DONE_IN_TIME);
	for (size_t i = 0; i < s->does.n; i++)
		cascade_act(c, names_find(&world_of(c)->names, NAMES_ACTION, s->does.v[i]));
	if (status == STATE_UNDER_WAY)
		start_next(c, person);
}

void cascade_skip(struct cascade *c, int step, const char *why)
{
	int person = get(c, STATE_STEP, step, STATE_STEP_PERSON);
	scribe_emit(&c->scribe, (struct event){.kind = EVENT_STEP_SKIPPED, .ref = step, .why = why});
	scribe_step(&c->scribe, step, SCORE_IN_TIME, SCORE_SET_ASIDE);
	if (person != NAMES_NONE)
		start_next(c, person);
}

void cascade_end(struct cascade *c)
{
	if (ended(c))
		return;
	for (int i = 0; i < (int)world_of(c)->story->ndecisions; i++)
		if (get(c, STATE_DECISION, i, STATE_DECISION_STATUS) == STATE_OPEN)
			lapse(c, i);
	for (int i = 0; i < (int)world_of(c)->playbook->nsteps; i++)
		if (!work_settled(c->scribe.fold.state, i))
			scribe_step(&c->scribe, i, STATE_NEVER, SCORE_NEVER_DONE);
	scribe_promises(&c->scribe, NAMES_NONE);
	emit(c, EVENT_ENDED, NAMES_NONE);
}

static void due_step(struct cascade *c, int step)
{
	cascade_step_done(c, step, c->scribe.fold.t);
}

static void due_deadline(struct cascade *c, int deadline)
{
	emit(c, EVENT_DEADLINE_PASSED, deadline);
}

static void due_reminder(struct cascade *c, int number)
{
	(void)number;
	emit(c, EVENT_REMINDED, NAMES_NONE);
}

static void due_end(struct cascade *c, int number)
{
	(void)number;
	cascade_end(c);
}

void cascade_due(struct cascade *c, const struct agenda_item *item)
{
	static void (*const due[AGENDA_NONE])(struct cascade *, int) = {
	    [AGENDA_STEP] = due_step, [AGENDA_LANDING] = land,          [AGENDA_DEADLINE] = due_deadline,
	    [AGENDA_LATE] = late,     [AGENDA_CLOSE] = lapse,           [AGENDA_INJECT] = due_item,
	    [AGENDA_AT] = due_item,   [AGENDA_REMINDER] = due_reminder, [AGENDA_END] = due_end,
	};
	due[item->kind](c, item->number);
}
