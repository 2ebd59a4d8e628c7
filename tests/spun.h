/* A story spun by chance, small enough that every path through it can be played: questions, messages of each way to
 * come, hooks, reactions, delays, facts, an end before its time. The same seed spins the same story. */
#ifndef TESTS_SPUN_H
#define TESTS_SPUN_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SPUN_ITEMS = 9, SPUN_QUESTIONS = 5, SPUN_FACTS = 4, SPUN_WAYS_MAX = 500, SPUN_NOTHING = -1 };

struct spun_question {
	bool extra, within;
	int options;
	enum { SPUN_BY_INJECT, SPUN_BY_OPTION, SPUN_BY_AT, SPUN_BY_NOTHING } opener;
	int by; /* the number of what opens it */
};

struct spun {
	uint64_t chance;
	struct text lua;
	int injects, questions, end; /* hours */
	struct spun_question question[SPUN_QUESTIONS];
	bool extra[SPUN_ITEMS];
	int earliest[SPUN_ITEMS];
};

static inline int spun_draw(struct spun *s, int n)
{
	s->chance ^= s->chance >> 12;
	s->chance ^= s->chance << 25;
	s->chance ^= s->chance >> 27;
	return (int)((s->chance * UINT64_C(2685821657736338717) >> 33) % (uint64_t)n);
}

static inline bool spun_once_in(struct spun *s, int n)
{
	return spun_draw(s, n) == 0;
}

#define SPUN_PICK(s, list) ((list)[spun_draw(s, (int)(sizeof(list) / sizeof *(list)))])

static const char *const spun_actions[] = {"open-incident", "suspend-account",  "hold-log-purge",     "copy-logs",
                                           "release-purge", "notify-authority", "notify-marketplace", "log-aware"};

/* What a hook asks: of a variable, a fact, an action, an answer, a pause, the time, chance; or nothing at all. */
static inline void spun_condition(struct spun *s)
{
	switch (spun_draw(s, 14)) {
	case 0:
		text_addf(&s->lua, "w.flag%d", spun_draw(s, 2));
		break;
	case 1:
		text_addf(&s->lua, "not w.flag%d", spun_draw(s, 2));
		break;
	case 2:
		text_addf(&s->lua, "w.calls > %d", spun_draw(s, 3));
		break;
	case 3:
		text_addf(&s->lua, "w.mood ~= '%s'", spun_once_in(s, 2) ? "calm" : "loud");
		break;
	case 4:
	case 5:
		text_addf(&s->lua, "w:done '%s'", SPUN_PICK(s, spun_actions));
		break;
	case 6:
	case 7:
		text_addf(&s->lua, "w:chose 'q%d' == 'o%d'", spun_draw(s, s->questions), spun_draw(s, 2));
		break;
	case 8:
		text_addf(&s->lua, "w:fact 'people' == %d", 70 + spun_draw(s, 2));
		break;
	case 9:
		text_addf(&s->lua, "w:fact '%s'%s", spun_once_in(s, 2) ? "how" : "bank",
		          spun_once_in(s, 2) ? " == nil" : " ~= nil");
		break;
	case 10:
		text_add(&s->lua, "w:paused 'log-purge'");
		break;
	case 11:
		text_addf(&s->lua, "w.now > %d * 3600", spun_draw(s, 50));
		break;
	case 12:
		text_add(&s->lua, "w.random(2) == 1");
		break;
	default:
		text_add(&s->lua, spun_once_in(s, 2) ? "true" : "false");
		break;
	}
}

/* Of two, now and then; and of those that fail, in some states only. */
static inline void spun_answer(struct spun *s)
{
	spun_condition(s);
	if (spun_once_in(s, 3)) {
		text_add(&s->lua, spun_once_in(s, 2) ? " and (" : " or (");
		spun_condition(s);
		text_add(&s->lua, ")");
	}
	if (spun_once_in(s, 12))
		text_add(&s->lua, " and w.calls < {}");
}

static inline int spun_inject(struct spun *s, bool extra)
{
	int i = spun_draw(s, s->injects);
	return extra || !s->extra[i] ? i : SPUN_NOTHING;
}

/* The id in quotes; in a function now and then in another way, which only playing understands. */
static inline void spun_id(struct spun *s, char kind, int number, bool hook)
{
	if (hook && spun_once_in(s, 3))
		text_addf(&s->lua, "'%c' .. %d", kind, number);
	else if (hook && kind == 'i' && spun_once_in(s, 2))
		text_addf(&s->lua, "known[%d]", number + 1);
	else
		text_addf(&s->lua, "'%c%d'", kind, number);
}

static inline void spun_refer(struct spun *s, const char *key, bool extra, bool hook)
{
	int to = spun_inject(s, extra);
	if (to == SPUN_NOTHING)
		return;
	text_addf(&s->lua, "%s = ", key);
	spun_id(s, 'i', to, hook);
	text_add(&s->lua, ", ");
}

static inline void spun_find(struct spun *s, const char *key)
{
	text_addf(&s->lua, "%s = { ", key);
	switch (spun_draw(s, 4)) {
	case 0:
		text_addf(&s->lua, "people = %d", 70 + spun_draw(s, 2));
		break;
	case 1:
		text_addf(&s->lua, "bank = '%s'", spun_once_in(s, 3) ? "not_held" : "involved");
		break;
	case 2:
		text_addf(&s->lua, "how = '%s'", spun_once_in(s, 2) ? "By mail" : "By an export of 70 rows");
		break;
	default:
		text_addf(&s->lua, "since = '%dh', people = 70", 1 + spun_draw(s, 3));
		break;
	}
	text_add(&s->lua, " }, ");
}

static inline void spun_set(struct spun *s)
{
	static const char *const sets[] = {
	    "flag0 = true", "flag0 = false", "flag1 = true",  "calls = 1",
	    "calls = 2",    "mood = 'loud'", "mood = 'mute'", "calls = 3, flag1 = false"};
	text_addf(&s->lua, "sets = { %s }, ", SPUN_PICK(s, sets));
}

static inline void spun_moment(struct spun *s)
{
	const char *moment = spun_once_in(s, 2) ? "aware" : "assessed";
	if (spun_once_in(s, 2))
		text_addf(&s->lua, "moment = '%s', ", moment);
	else
		text_addf(&s->lua, "moment = { %s = '%dh' }, ", moment, spun_draw(s, 12));
}

/* What may stand in an inject and in what a `run` returns; `opens` NULL: drawn. */
static inline void spun_pure(struct spun *s, bool extra, const char *opens, bool hook)
{
	if (spun_once_in(s, 9))
		spun_moment(s);
	if (spun_once_in(s, 3))
		spun_set(s);
	if (spun_once_in(s, 6))
		spun_find(s, "claims");
	if (spun_once_in(s, 5))
		spun_find(s, "verifies");
	if (spun_once_in(s, 4))
		text_addf(&s->lua, "does = '%s', ", SPUN_PICK(s, spun_actions));
	if (spun_once_in(s, 8))
		spun_refer(s, "cancels", true, hook);
	if (spun_once_in(s, 5))
		spun_refer(s, "delivers", extra, hook);
	int q = spun_draw(s, s->questions);
	if (*opens)
		text_addf(&s->lua, "opens = { %s}, ", opens);
	else if (spun_once_in(s, 12) && (extra || !s->question[q].extra)) {
		text_add(&s->lua, "opens = ");
		spun_id(s, 'q', q, hook);
		text_add(&s->lua, ", ");
	}
	if (spun_once_in(s, 30))
		text_add(&s->lua, "ends = true, ");
}

static inline void spun_run(struct spun *s, bool extra)
{
	text_add(&s->lua, "run = function(w) if ");
	spun_answer(s);
	text_add(&s->lua, " then return { ");
	spun_pure(s, extra, "", true);
	text_add(&s->lua, "} end end, ");
}

static inline void spun_effects(struct spun *s, bool extra, const char *opens)
{
	static const char *const scored[] = {"containment", "evidence", "scoping", "communications", "care"};
	spun_pure(s, extra, opens, false);
	if (!spun_once_in(s, 4))
		text_addf(&s->lua, "score = { %s = %d }, ", SPUN_PICK(s, scored), spun_draw(s, 6) - 2);
	if (spun_once_in(s, 10))
		text_addf(&s->lua, "critical = 'fatal%d', ", spun_draw(s, 2));
	if (spun_once_in(s, 6))
		spun_run(s, extra);
	text_add(&s->lua, "because = 'B' }");
}

/* The questions that this opens, as a list of ids. */
static inline const char *spun_opened(const struct spun *s, int opener, int by, char out[64])
{
	out[0] = '\0';
	for (int q = 0; q < s->questions; q++)
		if ((int)s->question[q].opener == opener && s->question[q].by == by)
			snprintf(out + strlen(out), 64 - strlen(out), "'q%d', ", q);
	return out;
}

static inline void spun_draw_questions(struct spun *s)
{
	int most = 2 + spun_draw(s, SPUN_QUESTIONS - 1), paths = 1;
	for (; s->questions < most; s->questions++) {
		struct spun_question *q = &s->question[s->questions];
		*q = (struct spun_question){
		    .extra = spun_once_in(s, 5), .within = spun_once_in(s, 2), .options = 2 + spun_draw(s, 2)};
		if (paths * (q->options * (1 + q->within) + 1) > SPUN_WAYS_MAX) {
			q->within = false;
			q->options = 2;
		}
		paths *= q->options * (1 + q->within) + 1;
		if (paths > SPUN_WAYS_MAX)
			break;
		int draw = spun_draw(s, 20);
		q->opener = draw < 13                   ? SPUN_BY_INJECT
		            : draw < 16 && s->questions ? SPUN_BY_OPTION
		            : draw < 19                 ? SPUN_BY_AT
		                                        : SPUN_BY_NOTHING;
		q->by = q->opener == SPUN_BY_INJECT   ? spun_draw(s, s->injects)
		        : q->opener == SPUN_BY_OPTION ? spun_draw(s, s->questions)
		                                      : s->questions;
		/* what is core opens nothing extra */
		if ((q->opener == SPUN_BY_INJECT && !s->extra[q->by]) ||
		    (q->opener == SPUN_BY_OPTION && !s->question[q->by].extra))
			q->extra = false;
	}
}

static inline void spun_head(struct spun *s)
{
	text_addf(
	    &s->lua,
	    "scenario 'spun' { title = 'Spun', synopsis = 'By chance.', company = { name = 'Small Shop', timezone = "
	    "'Asia/Singapore', customers = { SG = 100, KR = 50 } }, terms = { crm = 'HubNest' }, starts = "
	    "'2026-03-05 21:40', roles = { 'incident-lead', 'it-admin', 'support' }, pace = { { to = '4h', takes = "
	    "'8m' }, { to = '%dh', takes = '14m' } }, truth = { aware = '%dh', assessed = '%dh' } }\n",
	    s->end, 1 + spun_draw(s, 3), 4 + spun_draw(s, 9));
	text_addf(&s->lua,
	          "var 'flag0' (%s)\nvar 'flag1' (false)\nvar 'calls' (0)\nvar 'mood' { 'calm', 'loud', 'mute' }\n",
	          spun_once_in(s, 2) ? "true" : "false");
	text_add(&s->lua,
	         "fact 'people' { kind = 'count', label = 'P', unit = 'people', verb = 'exported', truth = 70 }\n"
	         "fact 'bank' { kind = 'data', category = 'bank', label = 'B', truth = 'involved' }\n"
	         "fact 'how' { kind = 'text', label = 'H', truth = 'By an export of 70 rows' }\n"
	         "fact 'since' { kind = 'time', label = 'S', truth = '2h' }\nlocal known = { ");
	for (int i = 0; i < s->injects; i++)
		text_addf(&s->lua, "'i%d', ", i);
	text_add(&s->lua, "}\n");
}

/* How it comes, if it comes by itself; never after EndEx. */
static inline void spun_timing(struct spun *s, int i)
{
	int way = spun_draw(s, 10), anchor = i ? spun_draw(s, i) : 0, delay = spun_draw(s, 16);
	bool follows = i && (s->extra[i] || !s->extra[anchor]) && s->earliest[anchor] + delay <= s->end;
	s->earliest[i] = 0;
	if (i == 0 || way < 4) {
		text_addf(&s->lua, "at = '%dh', ", s->earliest[i] = i ? spun_draw(s, s->end - 1) : spun_draw(s, 3));
	} else if (way < 7 && follows) {
		s->earliest[i] = s->earliest[anchor] + delay;
		text_addf(&s->lua, "after = 'i%d', delay = '%dh', ", anchor, delay);
	} else if (way < 9) {
		text_addf(&s->lua, "by = '%dh', unless = '%s', ", s->earliest[i] = 1 + spun_draw(s, 30),
		          SPUN_PICK(s, spun_actions));
	}
	if (i && spun_once_in(s, 3)) {
		text_add(&s->lua, "when = function(w) return ");
		spun_answer(s);
		text_add(&s->lua, " end, ");
	}
}

static inline void spun_question(struct spun *s, int number)
{
	const struct spun_question *q = &s->question[number];
	char opens[64];
	int within = 1 + spun_draw(s, 6), opener = spun_draw(s, q->options);
	text_addf(&s->lua,
	          "decision 'q%d' { owner = '%s', %sobjective = 'care', ask = 'Q?', hint = 'H', probes = { 'P' }, "
	          "listen_for = 'L', ",
	          number, spun_once_in(s, 2) ? "support" : "it-admin", q->extra ? "extra = true, " : "");
	if (q->within)
		text_addf(&s->lua, "within = '%dh', ", within);
	if (spun_once_in(s, 3)) {
		text_addf(&s->lua, "closes = '%dh', ", within + 1 + spun_draw(s, 40));
		if (spun_once_in(s, 2))
			text_addf(&s->lua, "default = 'o%d', ", spun_draw(s, q->options));
	}
	for (int i = 0; i < q->options; i++) {
		text_addf(&s->lua, "\n  { id = 'o%d', 'Option %d', ", i, i);
		if (spun_once_in(s, 4))
			text_addf(&s->lua, "takes = '%dh', ", 1 + spun_draw(s, 30));
		if (i != opener && spun_once_in(s, 8)) {
			text_add(&s->lua, "because = 'B' },"); /* as another may be */
			continue;
		}
		spun_effects(s, q->extra, i == opener ? spun_opened(s, SPUN_BY_OPTION, number, opens) : "");
		text_add(&s->lua, ",");
	}
	if (q->within && !spun_once_in(s, 4)) {
		text_add(&s->lua, "\n  late = { ");
		spun_effects(s, q->extra, "");
	}
	text_add(&s->lua, " }\n");
}

static inline void spun_at(struct spun *s, bool extra, const char *opens)
{
	text_addf(&s->lua, "at '%dh' { %s", 1 + spun_draw(s, s->end - 2), extra ? "extra = true, " : "");
	if (!*opens && !spun_once_in(s, 3)) {
		text_add(&s->lua, "when = function(w) return ");
		spun_answer(s);
		text_add(&s->lua, " end, ");
	}
	spun_effects(s, extra, opens);
	text_add(&s->lua, "\n");
}

static inline void spun_rest(struct spun *s)
{
	char opens[64];
	for (int q = 0; q < s->questions; q++)
		if (s->question[q].opener == SPUN_BY_AT)
			spun_at(s, s->question[q].extra, spun_opened(s, SPUN_BY_AT, q, opens));
	for (int n = spun_draw(s, 3); n > 0; n--)
		spun_at(s, spun_once_in(s, 4), "");
	for (int n = spun_draw(s, 3); n > 0; n--) {
		bool extra = spun_once_in(s, 4);
		text_addf(&s->lua, "on '%s' { %s", SPUN_PICK(s, spun_actions), extra ? "extra = true, " : "");
		spun_effects(s, extra, "");
		text_add(&s->lua, "\n");
	}
}

/* The caller frees `lua`. */
static inline void spun_make(struct spun *s, uint64_t seed)
{
	char opens[64];
	*s = (struct spun){.chance = seed * UINT64_C(0x9e3779b97f4a7c15) + 1};
	for (int i = 0; i < 4; i++)
		spun_draw(s, 2);
	s->injects = 4 + spun_draw(s, SPUN_ITEMS - 3);
	s->end = 40 + spun_draw(s, 61);
	for (int i = 1; i < s->injects; i++)
		s->extra[i] = spun_once_in(s, 6);
	spun_draw_questions(s);
	spun_head(s);
	for (int i = 0; i < s->injects; i++) {
		text_addf(&s->lua, "inject 'i%d' { %s", i, s->extra[i] ? "extra = true, " : "");
		spun_timing(s, i);
		spun_pure(s, s->extra[i], spun_opened(s, SPUN_BY_INJECT, i, opens), false);
		text_addf(&s->lua, "from = 'X', to = 'support', channel = 'chat', text = '%s' }\n",
		          spun_once_in(s, 2) ? "{crm} counts 70 people" : "T");
	}
	for (int q = 0; q < s->questions; q++)
		spun_question(s, q);
	spun_rest(s);
}

#endif
