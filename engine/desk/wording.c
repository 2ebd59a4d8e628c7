#include "desk/wording.h"

#include "base/span.h"
#include "base/zone.h"
#include "content/share.h"

#include <stdio.h>
#include <string.h>

bool wording_drill(const struct session *session)
{
	return !session->start.mode || strcmp(session->start.mode, "incident") != 0;
}

char *wording_when(const struct session *session, int32_t t, char out[WORDING_BUFFER])
{
	char stamp[SPAN_BUFFER], local[ZONE_BUFFER];
	zone_friendly(session->world->zone, session->world->t0 + t, local);
	snprintf(out, WORDING_BUFFER, "%s, %s", span_stamp(t, stamp), local);
	return out;
}

char *wording_role(const struct session *session, const char *role, char out[WORDING_BUFFER])
{
	int number = role ? names_find(&session->world->names, NAMES_ROLE, role) : NAMES_NONE;
	const char *name = number == NAMES_NONE ? NULL : session_holder(session, number);
	if (name)
		snprintf(out, WORDING_BUFFER, "%s (%s)", role, name);
	else
		snprintf(out, WORDING_BUFFER, "%s", role ? role : "everybody");
	return out;
}

const char *wording_person(const struct session *session, int person)
{
	const char *name = person == NAMES_NONE ? NULL : ledger_person_name(session->ledger, person);
	return name ? name : "nobody";
}

char *wording_due(const struct shape_due *due, char out[WORDING_BUFFER])
{
	char span[SPAN_BUFFER];
	if (due->after == SHAPE_UNSET)
		snprintf(out, WORDING_BUFFER, "%s", "");
	else
		snprintf(out, WORDING_BUFFER, "%s+%s", due->moment == NAMES_NONE ? "" : shape_moments[due->moment],
		         span_format(due->after, span));
	return out;
}

int32_t wording_due_at(const struct session *session, const struct shape_due *due)
{
	if (due->after == SHAPE_UNSET)
		return STATE_NEVER;
	int32_t from =
	    due->moment == NAMES_NONE ? 0 : state_get(&session->state, STATE_MOMENT, due->moment, STATE_MOMENT_AT);
	return from == STATE_NEVER ? STATE_NEVER : from + due->after;
}

const char *wording_expand(const struct session *session, const char *s, struct text *out)
{
	text_clear(out);
	world_expand(session->world, s ? s : "", out);
	return out->data;
}

char *wording_fact(const struct session *session, int fact, int32_t value, const char *text, char out[WORDING_BUFFER])
{
	char words[64];
	if (text && *text)
		snprintf(out, WORDING_BUFFER, "%s", text);
	else
		snprintf(out, WORDING_BUFFER, "%s", fact_words(&session->world->story->facts[fact], value, words));
	return out;
}

const char *wording_list(const struct shape_texts *texts, struct text *out)
{
	text_clear(out);
	for (size_t i = 0; i < texts->n; i++)
		text_addf(out, "%s%s", i ? ", " : "", texts->v[i]);
	return out->data;
}

int wording_decisions(const struct session *session)
{
	int n = 0;
	for (int i = 0; i < (int)session->world->story->ndecisions; i++)
		n += world_asks(session->world, i) && share_has(session->world, i);
	return n;
}

const char *wording_id(const struct session *session, enum names_kind kind, int number)
{
	return names_id(&session->world->names, kind, number);
}
