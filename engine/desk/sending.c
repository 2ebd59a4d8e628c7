#include "desk/sending.h"

#include "base/ending.h"
#include "base/zone.h"
#include "exercise/approval.h"

#include <string.h>
#include <strings.h>

static const char in_the_room[] = "in the room";

/* Which notice ---------------------------------------------------------------------------------------------------- */

/* A letter of one's own may go by another name than its kind: then a draft is found by the letter's. */
static int drafted_as(const struct line *line, const char *word)
{
	const struct session *s = line->session;
	const struct statement *drafts;
	for (int notice = 0; notice < (int)s->world->names.of[NAMES_NOTICE].n; notice++) {
		size_t n = approval_draft(s->ledger, s->world, notice, line->arena, &drafts);
		for (size_t i = 0; i < n; i++)
			if (strcasecmp(drafts[i].template, word) == 0)
				return notice;
	}
	return NAMES_NONE;
}

static bool refer(struct line *line, const char *word)
{
	int notice = drafted_as(line, word);
	line->act.refs[0] = notice == NAMES_NONE ? line_id(line, NAMES_NOTICE, word) : notice;
	line->act.nrefs = 1;
	return line->act.refs[0] != NAMES_NONE;
}

static bool is_drafted(const struct session *s, int notice)
{
	return state_get(&s->state, STATE_NOTICE, notice, STATE_NOTICE_DRAFTED) != STATE_NEVER;
}

/* Draft ----------------------------------------------------------------------------------------------------------- */

static bool is_language(const char *word)
{
	return strlen(word) == 2 && strspn(word, "abcdefghijklmnopqrstuvwxyz") == 2;
}

/* "en zh", "en, zh and ms" up to word `to`. */
static bool read_languages(struct line *line, size_t to)
{
	const char *languages = "";
	for (size_t i = 2; i < to; i++) {
		char *word = arena_dup(line->arena, words_at(&line->words, i)), *next = NULL;
		if (words_is(&line->words, i, "and") || words_is(&line->words, i, "in"))
			continue;
		for (char *one = strtok_r(word, ",", &next); one; one = strtok_r(NULL, ",", &next)) {
			if (!is_language(one))
				return line_refuse(line,
				                   "\"%.60s\" is no language; they go by two letters: draft %s en zh",
				                   one, words_at(&line->words, 1));
			languages = arena_printf(line->arena, "%s%s%s", languages, *languages ? " " : "", one);
		}
	}
	line->act.over = *languages ? languages : NULL;
	return true;
}

bool sending_read_draft(struct line *line)
{
	const struct words *words = &line->words;
	size_t from = words_find(words, 2, "from");
	if (words->n == 1)
		return true;
	line->act.text = words_at(words, 1);
	line->act.why = words_between(words, line->arena, from + 1, words->n);
	if (from < words->n && !line->act.why)
		return line_refuse(line, "From which file? draft %s en from edited.txt", line->act.text);
	return read_languages(line, from);
}

/* Approve --------------------------------------------------------------------------------------------------------- */

/* Where it is said how: "by phone at 02:31", "in the room". */
static size_t how_at(const struct words *words)
{
	for (size_t i = 2; i < words->n; i++)
		if (words_is(words, i, "by") || words_is(words, i, "in") || words_is(words, i, "at"))
			return i;
	return words->n;
}

static bool read_how(struct line *line, size_t from)
{
	const struct words *words = &line->words;
	size_t at = words_find(words, from, "at");
	const char *how = words_between(words, line->arena, from, words->n);
	line->act.why = how ? how : in_the_room;
	return at == words->n || line_past(line, at);
}

/* An approval written as it would be taken now. */
static bool show_approve(struct line *line, const char *notice)
{
	const struct world *world = line->session->world;
	struct zone_civil now = zone_civil(world->zone, world->t0 + line->when.now);
	return line_refuse(line, "Write it like this:  approve %s for legal by phone at %02d:%02d", notice, now.hour,
	                   now.minute);
}

/* The role named behind "for"; else the one that says this line. */
static bool read_role(struct line *line, size_t to)
{
	const struct words *words = &line->words;
	const char *name = words_is(words, 2, "for") ? words_between(words, line->arena, 3, to) : NULL;
	const char *notice = words_at(words, 1);
	if (to > 2 && !name)
		return show_approve(line, notice);
	line->act.other =
	    name ? line_role(line, name) : names_find(&line->session->world->names, NAMES_ROLE, line->act.by);
	if (!name && line->act.other == NAMES_NONE)
		return line_refuse(line, "Whose approval is it? approve %s for legal, or @legal approve %s", notice,
		                   notice);
	return line->act.other != NAMES_NONE;
}

bool sending_read_approve(struct line *line)
{
	const struct words *words = &line->words;
	size_t how = how_at(words);
	if (words->n == 1)
		return show_approve(line, "customer-holding");
	if (!refer(line, words_at(words, 1)) || !read_role(line, how) || !read_how(line, how))
		return false;
	line->act.who = session_holder(line->session, line->act.other);
	return true;
}

/* What stands behind a notice ------------------------------------------------------------------------------------- */

/* The name of the authority that a form goes to; NULL where its law concerns nobody here. */
static const char *authority(const struct world *world, const char *regime)
{
	for (size_t i = 0; regime && i < world->nregimes; i++)
		if (regime_means(regime, world->regimes[i]->id))
			return world->regimes[i]->authority.name;
	return NULL;
}

const char *sending_audience(const struct world *world, int notice, const char *regime)
{
	const struct playbook_comms *row = world_comms(world, names_id(&world->names, NAMES_NOTICE, notice));
	const struct vocabulary_notice *kind = vocabulary_notice(world->vocabulary, notice);
	const char *named = row && row->audience ? row->audience : authority(world, regime);
	return named ? named : kind ? kind->audience : "nobody";
}

void sending_approvals(const struct session *s, int notice, struct text *out)
{
	int roles[APPROVAL_ROLES], n = approval_roles(s->world, notice, roles);
	for (int i = 0; i < n; i++) {
		bool given = approval_given(&s->state, notice, roles[i]);
		const struct ledger_entry *entry = given ? approval_said(s->ledger, notice, roles[i], s->turns) : NULL;
		const char *holder = session_holder(s, roles[i]);
		text_addf(out, "%s%s (", i ? ", " : "", names_id(&s->world->names, NAMES_ROLE, roles[i]));
		if (!entry)
			text_addf(out, "%s%snot yet)", holder ? holder : "", holder ? ", " : "");
		else
			text_addf(out, "approved%s%s, %s)", entry->who ? " by " : "", entry->who ? entry->who : "",
			          entry->why ? entry->why : in_the_room);
	}
}

/* Publish --------------------------------------------------------------------------------------------------------- */

/* Whom a law has told no later than these readers, and the values that nothing proves any more. */
static void add_doubts(struct line *line, int early, const char *unproved, struct text *out)
{
	const struct world *world = line->session->world;
	if (unproved)
		text_addf(out, " Not proved, or corrected since: %s.", unproved);
	if (early != NAMES_NONE)
		text_addf(out, " Not told yet, though the law has it told first: %s.", world->deadlines[early].party);
}

/* "customer-holding goes to: customers. Languages: en, zh. Approvals: ..." */
static const char *read_back(struct line *line, int notice, const struct statement *drafts, size_t n, int early,
                             const char *unproved)
{
	const struct session *s = line->session;
	struct text out = {0};
	text_addf(&out, "%s goes to: %s. Languages: ", drafts[0].template,
	          sending_audience(s->world, notice, drafts[0].regime));
	for (size_t i = 0; i < n; i++)
		text_addf(&out, "%s%s", i ? ", " : "", drafts[i].lang);
	text_add(&out, ". Approvals: ");
	sending_approvals(s, notice, &out);
	text_add(&out, ".");
	add_doubts(line, early, unproved, &out);
	if (line->act.why)
		text_addf(&out, " It goes out all the same, because %.*s.",
		          (int)ending_cut(line->act.why, strlen(line->act.why)), line->act.why);
	const char *said = arena_dup(line->arena, out.data);
	text_free(&out);
	return said;
}

bool sending_read_publish(struct line *line)
{
	const struct words *words = &line->words;
	const struct session *s = line->session;
	if (words->n == 1 || (words->n > 2 && !words_is(words, 2, "because")))
		return line_refuse(
		    line, "Write it like this:  publish customer-holding, or:  publish customer-holding because ...");
	if (!refer(line, words_at(words, 1)))
		return false;
	int notice = line->act.refs[0];
	line->act.why = words_between(words, line->arena, 3, words->n);
	if (words->n == 3)
		return line_refuse(line, "Because of what? The reason stands in the record.");
	const struct statement *drafts;
	size_t n = is_drafted(s, notice) ? approval_draft(s->ledger, s->world, notice, line->arena, &drafts) : 0;
	const char *unproved = approval_unproved_words(s->world, s->ledger, drafts, n, line->arena);
	int early = approval_early(&s->state, notice, INT32_MAX);
	bool lacks = unproved || early != NAMES_NONE || approval_missing(&s->state, notice) != NAMES_NONE;
	if (n > 0 && (line->act.why || !lacks) && approval_held(&s->state, notice) == NAMES_NONE)
		line->read_back = read_back(line, notice, drafts, n, early, unproved);
	return true;
}

/* Brief ----------------------------------------------------------------------------------------------------------- */

bool sending_read_brief(struct line *line)
{
	return (line->words.n == 2 && words_is(&line->words, 1, "legal")) ||
	       line_refuse(line, "Write it like this:  brief legal");
}
