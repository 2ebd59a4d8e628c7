#include "desk/wash.h"

#include "exercise/score.h"

#include <string.h>

enum { GAPS = 3 }; /* proposed by the record */

static bool audit(struct line *line, int deadline, int32_t value)
{
	line->act.kind = ACT_AUDIT;
	line->act.refs[0] = deadline;
	line->act.nrefs = 1;
	line->act.value = value;
	return true;
}

bool wash_audit(struct line *line)
{
	const struct words *words = &line->words;
	int deadline = agenda_audit(&line->session->state);
	bool yes = words_is(words, 0, "y") || words_is(words, 0, "yes");
	if (deadline == NAMES_NONE)
		return line_refuse(line, "The clock audit is complete; nothing waits for a yes or no.");
	if (!yes) {
		line->act.why = words_between(words, line->arena, 1 + words_is(words, 1, "because"), words->n);
		return audit(line, deadline, 0);
	}
	line->act.at = state_get(&line->session->state, STATE_RUN, 0, STATE_ENDED);
	return (words->n == 1 || line_past(line, 1)) && audit(line, deadline, 1);
}

/* The word that begins with the owner's @; the number of words when none does. */
static size_t owner_at(const struct words *words, size_t from)
{
	while (from < words->n && (words->v[from].quoted || words->v[from].s[0] != '@'))
		from++;
	return from;
}

static bool numbered(const struct words *words, size_t i)
{
	const char *s = words_at(words, i);
	return *s && strspn(s, "0123456789") == strlen(s);
}

/* "Arif on 10 Mar": the word "on". */
static size_t on_at(const struct line *line)
{
	const struct words *words = &line->words;
	size_t on = words_find(words, 1, "on");
	int deadline = agenda_audit(&line->session->state);
	bool fits = on + 1 < words->n && deadline != NAMES_NONE && score_lies_beyond(&line->session->state, deadline);
	return fits ? on : words->n;
}

/* The day counts from its first second on: who files on the day it is due may be in time. */
bool wash_is_late(const struct session *session, int deadline, const char *answer)
{
	struct when when = {session->world, session_now(session)};
	int32_t due = score_deadline_due(&session->state, deadline), day;
	for (const char *on = answer; on && (on = strstr(on, " on ")) != NULL; on++)
		if (when_day(&when, on + 4, &day))
			return due != STATE_NEVER && day > due;
	return false;
}

bool wash_is(const struct line *line)
{
	const struct words *words = &line->words;
	return session_ended(line->session) && (numbered(words, 0) || on_at(line) < words->n);
}

/* Splits "Mei Lin 30 Apr" from word `from` on: the most words at the end that make a date. */
static bool read_owner(struct line *line, size_t from)
{
	struct words *words = &line->words;
	for (size_t date = from + 1; date < words->n; date++) {
		const char *s = words_between(words, line->arena, date, words->n);
		if (!s || !when_date(&line->when, s))
			continue;
		size_t end =
		    date - (date > from + 1 && (words_is(words, date - 1, "by") || words_is(words, date - 1, "on")));
		const char *who = words_between(words, line->arena, from, end);
		line->act.who = who + (*who == '@');
		line->act.why = s;
		break;
	}
	if (!line->act.who || !*line->act.who)
		return line_refuse(line, "Who sees to it, and by when? A name and a real date: @%s 30 Apr",
		                   line_somebody(line->session));
	return true;
}

/* As the room spells it; somebody who is not in the room may own a change, too. */
static void spell_owner(struct line *line)
{
	struct line trial = *line;
	const char *known = line_person(&trial, line->act.who);
	if (known)
		line->act.who = known;
}

bool wash_improve(struct line *line, size_t from)
{
	struct words *words = &line->words;
	size_t owner = owner_at(words, from);
	const char *what = words_between(words, line->arena, from, owner);
	if (!what || owner == words->n)
		return line_refuse(
		    line, "What will change, who sees to it, by when? A gap's number or your words: 1 @%s 30 Apr",
		    line_somebody(line->session));
	if (owner == from + 1 && numbered(words, from) && (strlen(what) > 1 || *what < '1' || *what > '0' + GAPS))
		return line_refuse(line, "The record proposes gaps 1 to %d; anything else goes in words.", GAPS);
	if (!read_owner(line, owner))
		return false;
	spell_owner(line);
	line->act.kind = ACT_IMPROVE;
	line->act.text = what;
	return true;
}

bool wash_read(struct line *line)
{
	struct words *words = &line->words;
	size_t on = on_at(line);
	if (numbered(words, 0))
		return wash_improve(line, 0);
	const char *date = words_between(words, line->arena, on + 1, words->n);
	if (!date || !when_date(&line->when, date))
		return line_refuse(line, "\"%.60s\" is not a date. Who files it, and when? %s on 10 Mar",
		                   date ? date : "", line_somebody(line->session));
	line->act.text = words->line;
	return audit(line, agenda_audit(&line->session->state), 2);
}
