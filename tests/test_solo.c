#include "small.h"

#include "desk/solo.h"
#include "desk/recap.h"
#include "desk/rundown.h"
#include "exercise/score.h"

#define OPTIONS(points)                                                                                                \
	"{ id = 'good', 'Good', score = { containment = " points " }, because = 'B' }, "                               \
	"{ id = 'poor', 'Poor', score = { containment = -1 }, because = 'B' } }\n"
#define QUESTION(id, owner, points)                                                                                    \
	"decision '" id "' { owner = '" owner "', within = '30m', closes = '2h', default = 'poor', objective = "       \
	"'containment', ask = 'Q?', hint = 'H', probes = { 'P' }, listen_for = 'L', " OPTIONS(points)

/* Two questions of the lead, one of support that opens with the lead's second, one that comes to those alone who did
 * badly. Fifty words are read aloud of the last message. */
#define WORDS "one two three four five six seven eight nine ten "
#define STORY                                                                                                          \
	SMALL_HEAD                                                                                                     \
	"objective 'containment' { 'C', weight = 20 }\n"                                                               \
	"inject 'first' { at = '0h', from = 'X', to = 'it-admin', channel = 'chat', text = 'T', opens = 'light' }\n"   \
	"inject 'second' { at = '5h', from = 'Y', to = 'it-admin', channel = 'email', subject = 'S', text = 'T', "     \
	"read_aloud = 'R', opens = { 'heavy', 'ours' } }\n"                                                            \
	"inject 'third' { at = '9h', from = 'Z', to = 'support', channel = 'chat', text = 'T' }\n"                     \
	"inject 'blame' { at = '10h', when = function(w) return w:chose 'light' == 'poor' end, from = 'X', to = "      \
	"'it-admin', channel = 'chat', text = 'T', opens = 'rare' }\n"                                                 \
	"inject 'last' { at = '20h', from = 'X', to = 'it-admin', channel = 'chat', text = 'T', read_aloud = "         \
	"'" WORDS WORDS WORDS WORDS WORDS "' }\n" QUESTION("light", "incident-lead", "1")                              \
	    QUESTION("heavy", "incident-lead", "3") QUESTION("ours", "support", "2") QUESTION("rare", "it-admin", "3")

struct cutter {
	struct small small;
	struct shelf_set set;
	struct diags diags;
	struct text out;
};

static int setup(void **state)
{
	struct cutter *c = calloc(1, sizeof *c);
	c->small = small_open(STORY);
	c->set = (struct shelf_set){c->small.world, c->small.scenario};
	diags_init(&c->diags);
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	struct cutter *c = *state;
	diags_free(&c->diags);
	text_free(&c->out);
	small_close(&c->small);
	free(c);
	return 0;
}

/* The ids of a cut's questions. */
static const char *cut(struct cutter *c, const char *role, int64_t minutes)
{
	text_clear(&c->out);
	text_add(&c->out, "");
	c->small.world->share = NULL;
	if (!solo_make(&c->set, role, minutes, &c->diags)) {
		diags_render(&c->diags, &c->out);
		diags_free(&c->diags);
		diags_init(&c->diags);
		return c->out.data;
	}
	for (int i = 0; i < (int)c->small.world->story->ndecisions; i++)
		if (share_has(c->small.world, i))
			text_addf(&c->out, "%s ", names_id(&c->small.world->names, NAMES_DECISION, i));
	return c->out.data;
}

static const char *told(struct cutter *c)
{
	text_clear(&c->out);
	solo_tell(&c->set, &c->out);
	return c->out.data;
}

static void a_story_run_down_names_what_comes_when_all_do_their_best(void **state)
{
	struct cutter *c = *state;
	struct arena *arena = arena_new();
	struct rundown rundown = rundown_play(c->small.world, c->small.scenario, arena);
	static const char *const items[] = {"first", NULL, "second", NULL, NULL, "third", "last"};
	static const char *const decisions[] = {NULL, "light", NULL, "heavy", "ours", NULL, NULL};
	assert_int_equal(rundown.n, 7);
	for (size_t i = 0; i < rundown.n; i++) {
		const struct rundown_cue *cue = &rundown.cues[i];
		assert_int_equal(cue->item, items[i] ? small_name(&c->small, NAMES_ITEM, items[i]) : NAMES_NONE);
		assert_int_equal(cue->decision,
		                 decisions[i] ? small_name(&c->small, NAMES_DECISION, decisions[i]) : NAMES_NONE);
	}
	arena_free(arena);
}

static void a_role_keeps_its_own_questions(void **state)
{
	struct cutter *c = *state;
	assert_string_equal(cut(c, "incident-lead", 0), "light heavy ");
	assert_string_equal(cut(c, "support", 0), "ours ");
	assert_string_equal(cut(c, NULL, 100), "light heavy ours ");
}

static void the_time_takes_the_heaviest_questions_first_and_never_leaves_none(void **state)
{
	struct cutter *c = *state;
	assert_string_equal(cut(c, NULL, 1), "heavy ");
	assert_string_equal(cut(c, NULL, 3), "heavy ours ");
	assert_string_equal(cut(c, NULL, 5), "light heavy ours ");
}

static void the_cut_says_what_it_leaves_and_how_long_it_takes(void **state)
{
	struct cutter *c = *state;
	cut(c, "support", 0);
	assert_string_equal(told(c),
	                    "A cut for support: 1 of 3 questions is yours, about 2 minutes. The others decide the "
	                    "rest and keep the checklist, as the best player would: you hear of it in short, and "
	                    "only your answers count.");
	cut(c, NULL, 1);
	assert_string_equal(
	    told(c), "A cut to 1 minute: 1 of 3 questions is yours, about 2 minutes; less can't be done. The others "
	             "decide the rest and keep the checklist, as the best player would: you hear of it in short, and "
	             "only your answers count.");
	cut(c, NULL, 60);
	assert_non_null(strstr(told(c), "A cut to 60 minutes: 3 of 3 questions are yours, about "));
	assert_non_null(strstr(told(c), " minutes. The others keep the checklist, as"));
}

static void a_role_without_a_question_is_told_who_has_some(void **state)
{
	struct cutter *c = *state;
	assert_string_equal(cut(c, "suport", 0),
	                    "--role: suport decides nothing in small; these do: incident-lead (2), "
	                    "it-admin (1), support (1)\n");
	assert_string_equal(cut(c, "it-admin", 0), "--role: what it-admin decides does not come up in small when the "
	                                           "others do their best\n");
}

static void only_one_s_own_answers_count(void **state)
{
	struct cutter *c = *state;
	cut(c, "support", 0);
	struct score_range range = score_range(c->small.world);
	int o = small_name(&c->small, NAMES_OBJECTIVE, "containment");
	assert_int_equal(range.hi[o], 20);
	assert_int_equal(range.lo[o], -10);
	assert_int_equal(range.hi[SCORE_ADHERENCE], 0);
	assert_int_equal(range.hi[SCORE_TIMELINESS], 0);
	assert_true(share_counts(c->small.world, "decision:ours.good"));
	assert_true(share_counts(c->small.world, "late:ours"));
	assert_false(share_counts(c->small.world, "decision:light.good"));
	assert_false(share_counts(c->small.world, "decision:our.good"));
	assert_false(share_counts(c->small.world, "step:copy"));
	c->small.world->share = NULL;
	assert_true(share_counts(c->small.world, "step:copy"));
}

static void others_answer_what_is_theirs_and_leave_what_is_not(void **state)
{
	struct cutter *c = *state;
	struct act act;
	cut(c, "support", 0);
	small_start(&c->small);
	small_until(&c->small, 0);
	assert_true(solo_act(c->small.session, false, c->small.arena, &act));
	assert_string_equal(act.cause, "light good");
	assert_non_null(small_take(&c->small, act));
	assert_false(solo_act(c->small.session, false, c->small.arena, &act));
	assert_true(solo_act(c->small.session, true, c->small.arena, &act));
	assert_string_equal(act.cause, "do suspend copy");
	small_until(&c->small, 5 * 3600);
	assert_true(solo_act(c->small.session, false, c->small.arena, &act));
	assert_string_equal(act.cause, "heavy good");
	assert_non_null(small_take(&c->small, act));
	assert_true(solo_asks(c->small.session));
	assert_false(solo_act(c->small.session, false, c->small.arena, &act));
	int32_t earned[STORY_OBJECTIVES];
	session_earned(c->small.session, earned);
	for (int i = 0; i < STORY_OBJECTIVES; i++)
		assert_int_equal(earned[i], 0);
}

static struct event_turn turn_of(struct event *event, const char *by)
{
	return (struct event_turn){.n = 2, .by = by, .cause = "x", .events = event, .count = 1};
}

static bool fits(struct cutter *c, struct event event, const char *by)
{
	struct event_turn turn = turn_of(&event, by);
	return recap_fits(c->small.session, &turn);
}

static void what_concerns_the_person_is_not_told_in_short(void **state)
{
	struct cutter *c = *state;
	cut(c, "support", 0);
	small_start(&c->small);
	const struct small *s = &c->small;
	assert_true(
	    fits(c, (struct event){.kind = EVENT_DELIVERED, .ref = small_name(s, NAMES_ITEM, "first")}, "clock"));
	assert_false(
	    fits(c, (struct event){.kind = EVENT_DELIVERED, .ref = small_name(s, NAMES_ITEM, "second")}, "clock"));
	assert_false(
	    fits(c, (struct event){.kind = EVENT_DELIVERED, .ref = small_name(s, NAMES_ITEM, "third")}, "clock"));
	assert_true(
	    fits(c, (struct event){.kind = EVENT_LATE, .ref = small_name(s, NAMES_DECISION, "light")}, "clock"));
	assert_false(
	    fits(c, (struct event){.kind = EVENT_LATE, .ref = small_name(s, NAMES_DECISION, "ours")}, "clock"));
	assert_true(fits(c, (struct event){.kind = EVENT_STEP_DONE}, "clock"));
	assert_false(fits(c, (struct event){.kind = EVENT_STEP_DONE}, "support"));
	assert_false(fits(c, (struct event){.kind = EVENT_CRITICAL}, "clock"));
	assert_true(fits(c, (struct event){.kind = EVENT_CLOCK_STEPPED}, "facilitator"));
	assert_false(recap_over(c->small.session));
	c->small.world->share = NULL;
	assert_false(fits(c, (struct event){.kind = EVENT_STEP_DONE}, "clock"));
}

static void a_record_carries_the_cut(void **state)
{
	struct cutter *c = *state;
	struct event_start start;
	cut(c, "support", 15);
	struct jsn *data = event_start(&c->small.session->start, c->small.world);
	struct world *world = event_world(data, &start, &c->diags);
	assert_non_null(world);
	assert_string_equal(world->share->role, "support");
	assert_int_equal(world->share->minutes, 15);
	assert_int_equal(world->share->count, 1);
	assert_true(share_has(world, names_find(&world->names, NAMES_DECISION, "ours")));
	assert_false(share_has(world, names_find(&world->names, NAMES_DECISION, "light")));
	world_free(world);
	jsn_free(data);
}

static void a_record_whose_cut_names_no_question_is_refused(void **state)
{
	static const char *const wrong[] = {"{\"decisions\":[\"none\"],\"minutes\":1,\"role\":null}",
	                                    "{\"decisions\":[7],\"minutes\":1,\"role\":null}",
	                                    "{\"decisions\":[\"ours\"],\"minutes\":-1,\"role\":null}",
	                                    "{\"decisions\":\"ours\",\"minutes\":1,\"role\":null}",
	                                    "{\"decisions\":[\"ours\"],\"minutes\":1,\"role\":\"<b>\"}",
	                                    "7"};
	struct cutter *c = *state;
	struct event_start start;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct jsn_fault fault;
		struct jsn *data = event_start(&c->small.session->start, c->small.world);
		jsn_put(data, "share", jsn_parse(wrong[i], strlen(wrong[i]), &fault));
		assert_null(event_world(data, &start, &c->diags));
		text_clear(&c->out);
		diags_render(&c->diags, &c->out);
		assert_non_null(strstr(c->out.data, "share is wrong, or names a question or a role that is not there"));
		jsn_free(data);
	}
}

#define solo_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    solo_test(a_story_run_down_names_what_comes_when_all_do_their_best),
	    solo_test(a_role_keeps_its_own_questions),
	    solo_test(the_time_takes_the_heaviest_questions_first_and_never_leaves_none),
	    solo_test(the_cut_says_what_it_leaves_and_how_long_it_takes),
	    solo_test(a_role_without_a_question_is_told_who_has_some),
	    solo_test(only_one_s_own_answers_count),
	    solo_test(others_answer_what_is_theirs_and_leave_what_is_not),
	    solo_test(what_concerns_the_person_is_not_told_in_short),
	    solo_test(a_record_carries_the_cut),
	    solo_test(a_record_whose_cut_names_no_question_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
