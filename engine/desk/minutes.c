#include "desk/minutes.h"

#include "base/ending.h"
#include "base/span.h"
#include "desk/deadline.h"
#include "desk/issue.h"
#include "desk/wash.h"
#include "exercise/score.h"

#include <stdio.h>
#include <string.h>

static const char *label_of(const struct session *session, int fact, struct text *out)
{
	return wording_expand(session, session->world->story->facts[fact].label, out);
}

/* The deadlines that count from a moment, as they stand now that it is logged. */
static void tell_clocks(struct telling *t, int moment)
{
	const struct world *world = t->session->world;
	char words[WORDING_BUFFER], when[WORDING_BUFFER];
	for (int i = 0; i < (int)world->ndeadlines; i++) {
		struct deadline_view view = deadline_view(t->session, i, t->turn->t);
		if (world->deadlines[i].moment != moment || view.status == DEADLINE_FILED)
			continue;
		deadline_words(&view, words);
		if (view.due == STATE_NEVER)
			telling_say(t, PAINT_AMBER, "%s: %s.", world->deadlines[i].party, words);
		else
			telling_say(t, deadline_colour(&view), "%s: %s, due %s.", world->deadlines[i].party, words,
			            wording_when(t->session, view.due, when));
	}
}

static void tell_moment(struct telling *t, const struct event *e)
{
	char when[WORDING_BUFFER];
	telling_say(t, PAINT_PLAIN, "Logged: %s at %s.", telling_id(t, NAMES_MOMENT, e),
	            wording_when(t->session, e->at, when));
	tell_clocks(t, e->ref);
}

static void tell_passed(struct telling *t, const struct event *e)
{
	const struct world_deadline *deadline = &t->session->world->deadlines[e->ref];
	telling_say(t, PAINT_RED,
	            "The deadline of %s has passed, and nothing is on record. It can still be filed, late.",
	            deadline->party);
}

static void tell_notified(struct telling *t, const struct event *e)
{
	char span[SPAN_BUFFER], stamp[SPAN_BUFFER];
	const char *party = t->session->world->deadlines[e->ref].party;
	struct deadline_view view = deadline_view(t->session, e->ref, t->turn->t);
	int32_t due = score_deadline_due(&t->session->state, e->ref);
	if (session_ended(t->session) && due != STATE_NEVER) /* the audit has asked by this one */
		view.left = due - e->at;
	span_stamp(e->at, stamp);
	if (view.left == STATE_NEVER)
		telling_say(t, PAINT_PLAIN, "%s was told at %s.", party, stamp);
	else if (view.left < 0)
		telling_say(t, PAINT_RED, "%s was told at %s, %s late.", party, stamp, span_format(-view.left, span));
	else
		telling_say(t, PAINT_PLAIN, "%s was told at %s, with %s to spare.", party, stamp,
		            span_format(view.left, span));
}

/* What a correction took the place of: the proof before the turn being told. */
static void add_replaced(const struct telling *t, const struct event *e, struct text *out)
{
	char value[WORDING_BUFFER], stamp[SPAN_BUFFER];
	const struct ledger *ledger = t->session->ledger;
	for (size_t i = ledger_count(ledger); e->kind == EVENT_CORRECTED && i-- > 0;) {
		const struct ledger_entry *entry = ledger_at(ledger, i);
		bool proof = entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION;
		if (!proof || entry->ref != e->ref || entry->turn >= t->turn->n)
			continue;
		wording_fact(t->session, e->ref, entry->value, entry->text, value);
		text_addf(out, ", in place of %s, which stood since %s", value, span_stamp(entry->t, stamp));
		return;
	}
}

/* A claim of the scenario's own names its source by id: nothing for people to read. */
static void tell_fact(struct telling *t, const struct event *e, const char *verb, const char *by)
{
	char value[WORDING_BUFFER];
	struct text label = {0}, told = {0};
	wording_fact(t->session, e->ref, e->value, e->text, value);
	text_addf(&told, "%s: %s: %.*s", verb, label_of(t->session, e->ref, &label),
	          (int)ending_cut(value, strlen(value)), value);
	add_replaced(t, e, &told);
	if (e->who)
		text_addf(&told, "%s%s", by, e->who);
	if (e->who && e->why && *e->why)
		text_addf(&told, "; source: %.*s", (int)ending_cut(e->why, strlen(e->why)), e->why);
	if (e->over)
		text_addf(&told, ", over %s", e->over);
	telling_say(t, PAINT_PLAIN, "%.*s.", (int)ending_cut(told.data, told.len), told.data);
	text_free(&told);
	text_free(&label);
}

static void tell_claimed(struct telling *t, const struct event *e)
{
	tell_fact(t, e, "Said, not proved", ", says ");
}

static void tell_verified(struct telling *t, const struct event *e)
{
	tell_fact(t, e, "Proved", ", checked by ");
}

static void tell_corrected(struct telling *t, const struct event *e)
{
	tell_fact(t, e, "Corrected", ", checked by ");
}

static void tell_withdrawn(struct telling *t, const struct event *e)
{
	struct text label = {0};
	telling_say(t, PAINT_PLAIN, "Withdrawn: %s. It counts as not known again.",
	            label_of(t->session, e->ref, &label));
	text_free(&label);
}

static bool same_reason(const struct event *a, const struct event *b)
{
	return a->why && b->why && strcmp(a->why, b->why) == 0;
}

/* "+3 communications", "-1 adherence, copy-logs". */
static void add_points(const struct telling *t, const struct event *e, struct text *out)
{
	int32_t size = e->value < 0 ? -e->value : e->value;
	const char *step = strncmp(e->text, "step:", 5) == 0 ? e->text + 5 : "";
	text_addf(out, "%s%c%d", out->len ? "; " : "", e->value < 0 ? '-' : '+', (int)(size / 10));
	if (size % 10)
		text_addf(out, ".%d", (int)(size % 10));
	text_addf(out, " %s%s%s", telling_id(t, NAMES_OBJECTIVE, e), *step ? ", " : "", step);
}

/* Points that follow each other for one reason are told in one breath. */
static void tell_scored(struct telling *t, const struct event *e)
{
	const struct event *end = t->turn->events + t->turn->count, *next = e + 1;
	bool told = e > t->turn->events && e[-1].kind == EVENT_SCORED && same_reason(e - 1, e);
	if (!t->feedback || !wording_drill(t->session) || told)
		return;
	struct text points = {0}, because = {0};
	add_points(t, e, &points);
	for (; next < end && next->kind == EVENT_SCORED && same_reason(e, next); next++)
		add_points(t, next, &points);
	telling_say(t, PAINT_BOLD, "%s%s%s", points.data, e->why ? ": " : "",
	            wording_expand(t->session, e->why, &because));
	text_free(&points);
	text_free(&because);
}

/* What is so instead of a false value. */
static void add_truth(const struct telling *t, const struct statement_value *value, struct text *out)
{
	char words[WORDING_BUFFER], stamp[SPAN_BUFFER];
	const struct story *story = t->session->world->story;
	bool named = value->fact != NAMES_NONE || value->action != NAMES_NONE;
	int fact = named ? value->fact : truth_nearest(t->session->world, value);
	if (value->moment != NAMES_NONE && story->truth[value->moment] != SHAPE_UNSET)
		text_addf(out, ", in truth %s", span_stamp(story->truth[value->moment], stamp));
	else if (value->moment != NAMES_NONE)
		text_add(out, ", which nothing on record bears out");
	else if (fact == NAMES_NONE)
		text_add(out, ", in truth nobody logged that as done");
	else
		text_addf(out, ", in truth %s%s", named ? "" : "the nearest figure is ",
		          wording_fact(t->session, fact, story->facts[fact].truth, NULL, words));
}

/* ": "200 people", in truth 9,870 people" for each value of the notice just published that was false. */
static void add_falsehoods(const struct telling *t, struct text *out)
{
	struct arena *arena = arena_new();
	struct issue issue = {.n = 0};
	size_t n = 0;
	issue_of_turn(t->session, t->turn->n, arena, &issue);
	for (size_t i = 0; i < issue.nvalues; i++) {
		if (issue_truth(t->session, &issue, issue.values[i]) != TRUTH_FALSE)
			continue;
		text_addf(out, "%s\"%s\"", n++ ? "; " : "", issue.values[i]->text);
		add_truth(t, issue.values[i], out);
	}
	arena_free(arena);
}

static void tell_false(struct telling *t)
{
	struct text said = {0};
	add_falsehoods(t, &said);
	telling_say(t, PAINT_RED, "Critical: A published notice said what was not so%s%s.", said.len ? ": " : "",
	            said.len ? said.data : "");
	text_free(&said);
}

static void tell_critical(struct telling *t, const struct event *e)
{
	struct text because = {0};
	if (t->feedback && e->why && strcmp(e->why, score_reasons[SCORE_SAID_FALSE]) == 0) {
		tell_false(t);
		return;
	}
	bool told = e > t->turn->events && e[-1].kind == EVENT_SCORED && same_reason(e - 1, e);
	if (t->feedback && wording_drill(t->session))
		telling_say(t, PAINT_RED, "Critical: %s",
		            e->why && !told ? wording_expand(t->session, e->why, &because)
		                            : telling_id(t, NAMES_CRITICAL, e));
	text_free(&because);
}

static void tell_observed(struct telling *t, const struct event *e)
{
	telling_say(t, PAINT_PLAIN, "Observed, %s: %s", telling_id(t, NAMES_OBJECTIVE, e), e->text ? e->text : "");
}

static void tell_rated(struct telling *t, const struct event *e)
{
	static const char *const ratings[] = {"P, performed", "S, with some challenges", "M, with major challenges",
	                                      "U, unable to be performed"};
	if (e->value >= 0 && e->value < 4)
		telling_say(t, PAINT_PLAIN, "Rated %s: %s. Reason: %s", telling_id(t, NAMES_OBJECTIVE, e),
		            ratings[e->value], e->why ? e->why : "");
}

static void tell_noted(struct telling *t, const struct event *e)
{
	bool late = e->ref != NAMES_NONE && e->text && wash_is_late(t->session, e->ref, e->text);
	if (e->ref != NAMES_NONE)
		telling_say(t, late ? PAINT_RED : PAINT_PLAIN, "%s: %s%s", t->session->world->deadlines[e->ref].party,
		            e->text ? e->text : "", late ? ", which is late" : "");
	else
		telling_say(t, PAINT_PLAIN, "Noted: %s", e->text ? e->text : "");
}

static bool is_counted_from(const struct session *session, int moment)
{
	for (size_t i = 0; i < session->world->ndeadlines; i++)
		if ((int)session->world->deadlines[i].moment == moment)
			return true;
	return false;
}

/* The first moment that some clock waits for; in a drill awareness comes before, as nobody has assessed what they were
 * not aware of. */
static int unlogged(const struct session *session)
{
	bool aware = wording_drill(session) && is_counted_from(session, SHAPE_ASSESSED);
	for (int i = 0; i < SHAPE_MOMENTS; i++)
		if (state_get(&session->state, STATE_MOMENT, i, STATE_MOMENT_AT) == STATE_NEVER &&
		    (is_counted_from(session, i) || (aware && i == SHAPE_AWARE)))
			return i;
	return NAMES_NONE;
}

/* By the truth of a drill; whoever keeps the record of an incident is asked. */
static bool may_be_now(const struct session *session, int moment)
{
	int32_t at = session->world->story->truth[moment];
	return !wording_drill(session) || (at != SHAPE_UNSET && at <= session_now(session));
}

static void tell_reminded(struct telling *t, const struct event *e)
{
	static const struct {
		const char *was, *yet;
	} what[] = {[SHAPE_OCCURRED] = {"it occurred", "Once you know"},
	            [SHAPE_DETECTED] = {"it was detected", "Once you know"},
	            [SHAPE_AWARE] = {"you were aware", "Once you are"},
	            [SHAPE_ASSESSED] = {"you had assessed it", "Once you have"}};
	int moment = unlogged(t->session);
	const struct shape_pairs *words = &t->session->world->playbook->clock;
	if (e->text && *e->text) {
		telling_say(t, PAINT_BOLD, "%s", e->text);
		return;
	}
	if (moment == NAMES_NONE)
		return;
	if (may_be_now(t->session, moment))
		telling_say(t, PAINT_BOLD, "Nobody has logged when %s. Was it now? Type  moment %s", what[moment].was,
		            shape_moments[moment]);
	else
		telling_say(t, PAINT_BOLD, "Nobody has logged when %s. %s, type  moment %s", what[moment].was,
		            what[moment].yet, shape_moments[moment]);
	for (size_t i = 0; i < words->n; i++)
		if (names_find(&t->session->world->names, NAMES_MOMENT, words->v[i].key) == moment)
			telling_say(t, PAINT_PLAIN, "Your playbook: %s.", words->v[i].text);
}

static void tell_improvement(struct telling *t, const struct event *e)
{
	const char *what = e->text ? e->text : "";
	bool gap = strlen(what) == 1 && *what >= '1' && *what <= '9';
	telling_say(t, PAINT_PLAIN, "Agreed: %s%s (%s%s%s)", gap ? "gap " : "", what, e->who ? e->who : "nobody yet",
	            e->why ? ", by " : "", e->why ? e->why : "");
}

telling_of *const minutes_tells[EVENT_KINDS] = {
    [EVENT_MOMENT] = tell_moment,       [EVENT_DEADLINE_PASSED] = tell_passed,
    [EVENT_NOTIFIED] = tell_notified,   [EVENT_CLAIMED] = tell_claimed,
    [EVENT_VERIFIED] = tell_verified,   [EVENT_CORRECTED] = tell_corrected,
    [EVENT_WITHDRAWN] = tell_withdrawn, [EVENT_SCORED] = tell_scored,
    [EVENT_CRITICAL] = tell_critical,   [EVENT_OBSERVED] = tell_observed,
    [EVENT_RATED] = tell_rated,         [EVENT_NOTED] = tell_noted,
    [EVENT_REMINDED] = tell_reminded,   [EVENT_IMPROVEMENT] = tell_improvement,
};

static const char *const kinds[LEDGER_KINDS] = {
    [LEDGER_CLAIM] = "said",
    [LEDGER_PROOF] = "proved",
    [LEDGER_CORRECTION] = "corrected",
    [LEDGER_WITHDRAWAL] = "withdrawn",
    [LEDGER_NOTE] = "note",
    [LEDGER_CALL] = "called",
    [LEDGER_DRAFT] = "drafted",
    [LEDGER_APPROVAL] = "approved by",
    [LEDGER_OVERRIDE] = "let out all the same",
    [LEDGER_PUBLICATION] = "published",
};

static bool is_notice(const struct ledger_entry *entry)
{
	return entry->kind >= LEDGER_DRAFT && entry->kind <= LEDGER_PUBLICATION;
}

static void add_entry(const struct session *session, const struct ledger_entry *entry, struct text *words)
{
	char value[WORDING_BUFFER] = "";
	bool fact = entry->kind <= LEDGER_WITHDRAWAL, notice = is_notice(entry);
	struct text label = {0};
	if (fact)
		text_add(words, label_of(session, entry->ref, &label));
	if (fact && entry->kind != LEDGER_WITHDRAWAL)
		text_addf(words, ": %s", wording_fact(session, entry->ref, entry->value, entry->text, value));
	if (notice)
		text_add(words, wording_id(session, NAMES_NOTICE, entry->ref));
	if (notice && entry->text) /* a draft or a publication; who is its language */
		text_addf(words, " (%s)", entry->who);
	if (!fact && !notice)
		text_add(words, entry->text ? entry->text : "");
	text_free(&label);
}

static void show_entry(const struct paint *paint, const struct session *session, const struct ledger_entry *entry)
{
	char stamp[SPAN_BUFFER], label[WORDING_BUFFER];
	struct text words = {0};
	add_entry(session, entry, &words);
	snprintf(label, sizeof label, " %-9s ", span_stamp(entry->t, stamp));
	const char *who = is_notice(entry) && entry->text ? NULL : entry->who;
	paint_hang(paint, PAINT_PLAIN, label, "%s%s%s: %s", kinds[entry->kind], who ? " " : "", who ? who : "",
	           words.data);
	text_free(&words);
}

void minutes_list(const struct paint *paint, const struct session *session, int most)
{
	size_t from = ledger_count(session->ledger);
	int found = 0;
	while (from > 0 && found < most)
		found += kinds[ledger_at(session->ledger, --from)->kind] != NULL;
	if (!found)
		paint_hang(paint, PAINT_PLAIN, "",
		           "Nothing noted yet. A line like  note Arif rang the vendor  is kept with its time.");
	for (; from < ledger_count(session->ledger); from++)
		if (kinds[ledger_at(session->ledger, from)->kind])
			show_entry(paint, session, ledger_at(session->ledger, from));
}

/* " (the export log)": what people named; the scenario's own sources are ids. */
static const char *source_of(const struct ledger_entry *entry, char out[WORDING_BUFFER])
{
	bool named = entry->who && entry->why && *entry->why;
	snprintf(out, WORDING_BUFFER, named ? " (%s)" : "%s", named ? entry->why : "");
	return out;
}

/* The value that the proof at ledger number `at` took the place of; NULL when it is the first. */
static const struct ledger_entry *replaced(const struct session *session, int fact, const struct ledger_entry *proof)
{
	const struct ledger_entry *before = NULL;
	for (size_t i = 0; i < ledger_count(session->ledger); i++) {
		const struct ledger_entry *entry = ledger_at(session->ledger, i);
		if (entry == proof)
			return before;
		if (entry->ref == fact && (entry->kind == LEDGER_PROOF || entry->kind == LEDGER_CORRECTION))
			before = entry;
		if (entry->ref == fact && entry->kind == LEDGER_WITHDRAWAL)
			before = NULL;
	}
	return NULL;
}

static void show_proved(const struct paint *paint, const struct session *session, int fact, const char *label)
{
	char value[WORDING_BUFFER], source[WORDING_BUFFER], stamp[SPAN_BUFFER];
	const struct ledger_entry *proof = ledger_proof(session->ledger, fact);
	const struct ledger_entry *before = proof ? replaced(session, fact, proof) : NULL;
	if (!proof)
		return;
	paint_hang(paint, PAINT_BOLD, "   ", "%s: %s, proved%s", label,
	           wording_fact(session, fact, proof->value, proof->text, value), source_of(proof, source));
	if (proof->over)
		paint_hang(paint, PAINT_PLAIN, "     ", "searched over %s", proof->over);
	if (before)
		paint_hang(paint, PAINT_PLAIN, "     ", "corrected at %s; before it was %s",
		           span_stamp(proof->t, stamp),
		           wording_fact(session, fact, before->value, before->text, value));
}

static void show_claimed(const struct paint *paint, const struct session *session, int fact, const char *label)
{
	char value[WORDING_BUFFER], source[WORDING_BUFFER];
	const struct ledger_entry *claim = ledger_last(session->ledger, LEDGER_CLAIM, fact);
	if (claim)
		paint_hang(paint, PAINT_PLAIN, "   ", "%s: %s, said%s%s%s, not proved", label,
		           wording_fact(session, fact, claim->value, claim->text, value), claim->who ? " by " : "",
		           claim->who ? claim->who : "", source_of(claim, source));
}

static void show_unknown(const struct paint *paint, const struct session *session, int fact, const char *label)
{
	char stamp[SPAN_BUFFER];
	const struct ledger_entry *taken = ledger_last(session->ledger, LEDGER_WITHDRAWAL, fact);
	if (taken)
		paint_hang(paint, PAINT_PLAIN, "   ", "%s: withdrawn at %s%s%s; not known again", label,
		           span_stamp(taken->t, stamp), taken->why ? ", because " : "", taken->why ? taken->why : "");
	else
		paint_hang(paint, PAINT_PLAIN, "   ", "%s: not known yet", label);
}

static void show_fact(const struct paint *paint, const struct session *session, int fact)
{
	struct text label = {0};
	label_of(session, fact, &label);
	text_addf(&label, " (%s)", names_id(&session->world->names, NAMES_FACT, fact)); /* for verify */
	if (state_get(&session->state, STATE_FACT, fact, STATE_FACT_VERIFIED))
		show_proved(paint, session, fact, label.data);
	else if (state_get(&session->state, STATE_FACT, fact, STATE_FACT_CLAIMED))
		show_claimed(paint, session, fact, label.data);
	else
		show_unknown(paint, session, fact, label.data);
	text_free(&label);
}

void minutes_facts(const struct paint *paint, const struct session *session)
{
	paint_hang(paint, PAINT_PLAIN, "", "What we know. Only what is proved may be published.");
	for (int i = 0; i < (int)session->world->story->nfacts; i++)
		show_fact(paint, session, i);
	if (!session->world->story->nfacts)
		paint_hang(paint, PAINT_PLAIN, "", "No facts are on record.");
}
