#include "exercise/proof.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct fact *fact_of(const struct proof *p)
{
	return &p->scribe->fold.state->world->story->facts[p->fact];
}

static const char *id(const struct proof *p)
{
	return names_id(&p->scribe->fold.state->world->names, NAMES_FACT, p->fact);
}

static int32_t get(const struct proof *p, int field)
{
	return state_get(p->scribe->fold.state, STATE_FACT, p->fact, field);
}

__attribute__((format(printf, 2, 3))) static bool refuse(const struct proof *p, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(p->why, p->room, format, args);
	va_end(args);
	return false;
}

static bool said(const char *s)
{
	return s && *s;
}

/* Whether what is proved now is this very value. */
static bool stands(const struct proof *p, const struct ledger_entry *proved, int32_t value, const char *text)
{
	if (!proved)
		return false;
	if (fact_of(p)->kind != STORY_TEXT)
		return proved->value == value;
	return strcmp(said(proved->text) ? proved->text : "", said(text) ? text : "") == 0;
}

static bool differs(const char *now, const char *before)
{
	return said(now) && strcmp(now, before ? before : "") != 0;
}

/* A text that is replaced stands in the ledger; a number is told with the one in its place. */
static void write(const struct proof *p, bool before, int32_t value, const char *text)
{
	bool number = fact_of(p)->kind != STORY_TEXT;
	scribe_emit(p->scribe, (struct event){.kind = before ? EVENT_CORRECTED : EVENT_VERIFIED,
	                                      .ref = p->fact,
	                                      .other = before && number ? get(p, STATE_FACT_VALUE) : SHAPE_UNSET,
	                                      .value = value,
	                                      .text = text,
	                                      .why = p->source,
	                                      .who = p->who,
	                                      .over = p->over});
}

bool proof_verify(const struct proof *p, int32_t value, const char *text)
{
	const struct ledger_entry *proved = ledger_proof(p->scribe->fold.ledger, p->fact);
	bool search = fact_of(p)->kind == STORY_DATA && value == STORY_NOT_INVOLVED;
	bool again = stands(p, proved, value, text);
	if (again && !differs(p->source, proved->why) && !differs(p->over, proved->over))
		return refuse(p, "%s is verified with that value already.", id(p));
	if (search && (!said(p->source) || !said(p->over))) /* "was my card taken?" has to lead to what was searched */
		return refuse(p,
		              "Say what was searched, and over which dates: verify %s not involved against the "
		              "export's columns over 1 Jan to 5 Mar",
		              id(p));
	write(p, proved && !again, value, text);
	return true;
}

void proof_told(const struct proof *p, int32_t value, const char *text)
{
	const struct ledger_entry *proved = ledger_proof(p->scribe->fold.ledger, p->fact);
	if (!stands(p, proved, value, text))
		write(p, proved != NULL, value, text);
}

bool proof_withdraw(const struct proof *p)
{
	if (!get(p, STATE_FACT_VERIFIED) && !get(p, STATE_FACT_CLAIMED))
		return refuse(p, "%s is not on record; there is nothing to withdraw.", id(p));
	if (!said(p->source))
		return refuse(p, "Say why: withdraw %s because ...", id(p));
	scribe_emit(
	    p->scribe,
	    (struct event){
	        .kind = EVENT_WITHDRAWN, .ref = p->fact, .value = SHAPE_UNSET, .why = p->source, .who = p->who});
	return true;
}
