#include "desk/roster.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { NAME_MAX_BYTES = 60 };

static const char *trimmed(struct arena *arena, const char *s, size_t len)
{
	while (len && isspace((unsigned char)s[len - 1]))
		len--;
	while (len && isspace((unsigned char)*s)) {
		s++;
		len--;
	}
	return arena_ndup(arena, s, len);
}

static void add_role(struct act *act, int role)
{
	for (int i = 0; i < act->nrefs; i++)
		if (act->refs[i] == role)
			return;
	if (role != NAMES_NONE && act->nrefs < ACT_REFS)
		act->refs[act->nrefs++] = role;
}

/* Everyday words for a job, beside the role ids themselves. */
static const struct {
	const char *word, *role;
} words[] = {
    {"owner", "incident-lead"}, {"lead", "incident-lead"},       {"manager", "incident-lead"}, {"boss", "director"},
    {"ceo", "director"},        {"founder", "director"},         {"it", "it-admin"},           {"tech", "it-admin"},
    {"developer", "it-admin"},  {"admin", "it-admin"},           {"ads", "marketing"},         {"social", "marketing"},
    {"service", "support"},     {"customer service", "support"}, {"lawyer", "legal"},          {"counsel", "legal"},
    {"finance", "director"},
};

static int role_of(const struct names *names, const char *job)
{
	const struct names_list *roles = &names->of[NAMES_ROLE];
	for (size_t i = 0; i < roles->n; i++)
		if (strncasecmp(roles->v[i], job, strlen(job)) == 0)
			return (int)i;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasecmp(words[i].word, job) == 0)
			return names_find(names, NAMES_ROLE, words[i].role);
	return NAMES_NONE;
}

static void add_paper_roles(const struct session *s, const char *name, struct act *act)
{
	for (int role = 0; role < (int)s->world->names.of[NAMES_ROLE].n; role++) {
		const char *holder = names_id(&s->world->names, NAMES_PERSON, world_holder(s->world, role));
		if (strcasecmp(holder, name) == 0)
			add_role(act, role);
	}
}

/* As the playbook spells it. */
static const char *spelled(const struct session *s, const char *name)
{
	for (int i = 0; ledger_person_name(s->ledger, i); i++)
		if (strcasecmp(ledger_person_name(s->ledger, i), name) == 0)
			return ledger_person_name(s->ledger, i);
	return name;
}

/* Somebody known already takes no further place. */
static bool room_left(const struct session *s, const char *name)
{
	return ledger_person(s->ledger, name) != NAMES_NONE || !ledger_person_name(s->ledger, STATE_PERSONS - 1);
}

bool roster_read(const struct session *s, const char *line, struct arena *arena, struct act *act, char why[ACT_WHY])
{
	const char *comma = strchr(line, ',');
	size_t len = comma ? (size_t)(comma - line) : strlen(line);
	const char *name = spelled(s, trimmed(arena, line, len));
	const char *job = comma ? trimmed(arena, comma + 1, strlen(comma + 1)) : "";
	*act = (struct act){.kind = ACT_ROSTER, .at = STATE_NEVER, .who = name, .by = "facilitator", .cause = line};
	if (!*name || strlen(name) > NAME_MAX_BYTES || !room_left(s, name)) {
		snprintf(why, ACT_WHY, "One name and job a line: Mei Lin, owner. At most %d people.",
		         (int)STATE_PERSONS);
		return false;
	}
	add_paper_roles(s, name, act);
	if (*job)
		add_role(act, role_of(&s->world->names, job));
	if (act->nrefs)
		return true;
	int n = snprintf(why, ACT_WHY, "Which role does %s play? Write  %s, ROLE  with one of:", name, name);
	for (size_t i = 0; i < s->world->names.of[NAMES_ROLE].n && n > 0 && n < ACT_WHY; i++)
		n += snprintf(why + n, (size_t)(ACT_WHY - n), " %s", s->world->names.of[NAMES_ROLE].v[i]);
	return false;
}

bool roster_same(const struct session *s, const char *before, const char *line)
{
	char why[ACT_WHY];
	struct act one, other;
	struct arena *arena = arena_new();
	bool same = roster_read(s, before, arena, &one, why) && roster_read(s, line, arena, &other, why) &&
	            strcasecmp(one.who, other.who) == 0;
	arena_free(arena);
	return same;
}

/* Whether a `roster` line named this person: a role came to them by it. */
static bool present(const struct session *s, int person)
{
	return person != NAMES_NONE && person < STATE_PERSONS && state_get(&s->state, STATE_PERSON, person, 0);
}

/* Who came for a role, and would lose it; NULL when it is nobody, or the person's own. */
static const char *loser(const struct session *s, int role, const char *who)
{
	int holder = state_get(&s->state, STATE_ROLE, role, 0);
	const char *name = present(s, holder) ? ledger_person_name(s->ledger, holder) : NULL;
	return name && strcmp(name, who) != 0 ? name : NULL;
}

void roster_ask(const struct session *s, const struct act *act, struct text *out)
{
	for (int i = 0; i < act->nrefs; i++) {
		const char *from = loser(s, act->refs[i], act->who);
		text_addf(out, "%s%s", i ? ", " : "-> ", names_id(&s->world->names, NAMES_ROLE, act->refs[i]));
		if (from)
			text_addf(out, " (taken from %s)", from);
	}
	text_add(out, ". Right? [Enter]");
}

static int first_present(const struct session *s)
{
	for (int i = 0; ledger_person_name(s->ledger, i); i++)
		if (present(s, i))
			return i;
	return NAMES_NONE;
}

static int covering(const struct session *s, const char *role)
{
	const struct playbook *playbook = s->world->playbook;
	for (size_t i = 0; i < playbook->roles.n; i++) {
		const struct playbook_role *r = &((const struct playbook_role *)playbook->roles.v)[i];
		for (size_t k = 0; k < r->covers.n; k++) {
			int holder =
			    state_get(&s->state, STATE_ROLE, names_find(&s->world->names, NAMES_ROLE, r->entry.id), 0);
			if (strcmp(r->covers.v[k], role) == 0 && present(s, holder))
				return holder;
		}
	}
	return NAMES_NONE;
}

static int stand_in(const struct session *s, int role)
{
	int owner = names_find(&s->world->names, NAMES_ROLE, s->world->playbook->owner);
	int candidates[] = {world_deputy(s->world, role), covering(s, names_id(&s->world->names, NAMES_ROLE, role)),
	                    state_get(&s->state, STATE_ROLE, owner, 0)};
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
		if (present(s, candidates[i]))
			return candidates[i];
	return first_present(s);
}

bool roster_gap(const struct session *s, struct arena *arena, struct act *act)
{
	if (first_present(s) == NAMES_NONE)
		return false;
	for (int role = 0; role < (int)s->world->names.of[NAMES_ROLE].n; role++) {
		if (present(s, state_get(&s->state, STATE_ROLE, role, 0)))
			continue;
		const char *name = ledger_person_name(s->ledger, stand_in(s, role));
		*act = (struct act){.kind = ACT_ROSTER, .at = STATE_NEVER, .who = name, .by = "facilitator"};
		act->refs[act->nrefs++] = role;
		act->cause =
		    arena_printf(arena, "%s stands in as %s", name, names_id(&s->world->names, NAMES_ROLE, role));
		return true;
	}
	return false;
}

bool roster_reserves(const char *line)
{
	static const char *const commands[] = {"help", "stop", "quit", "undo"};
	size_t len = strcspn(line, " ");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (!strchr(line, ',') && strlen(commands[i]) == len && strncasecmp(commands[i], line, len) == 0)
			return true;
	return false;
}
