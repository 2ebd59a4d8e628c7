#include "exercise/ledger.h"

#include "base/arena.h"
#include "base/memory.h"
#include "content/names.h"

#include <stdlib.h>
#include <string.h>

enum { NOTHING = -1 };

struct line {
	struct ledger_entry entry;
	int32_t before; /* the number of the line of the same kind before it, or NOTHING */
};

struct ledger {
	struct arena *arena; /* of lines and texts: a cut leaves its texts behind, undo is rare */
	struct line **lines;
	size_t count, room;
	int32_t last[LEDGER_KINDS];
	int32_t *persons; /* the lines of those who came for the first time */
	size_t npersons, persons_room;
	bool persons_alone;
};

struct ledger *ledger_new(bool persons_alone)
{
	struct ledger *ledger = memory_zeroed(1, sizeof *ledger);
	ledger->arena = arena_new();
	ledger->persons_alone = persons_alone;
	for (int i = 0; i < LEDGER_KINDS; i++)
		ledger->last[i] = NOTHING;
	return ledger;
}

void ledger_free(struct ledger *ledger)
{
	if (!ledger)
		return;
	arena_free(ledger->arena);
	free(ledger->lines);
	free(ledger->persons);
	free(ledger);
}

static void add_person(struct ledger *ledger, const struct ledger_entry *entry)
{
	if (ledger_person(ledger, entry->who) != NAMES_NONE)
		return;
	ledger->persons =
	    memory_grown(ledger->persons, ledger->npersons, &ledger->persons_room, sizeof *ledger->persons);
	ledger->persons[ledger->npersons++] = (int32_t)ledger->count;
}

size_t ledger_add(struct ledger *ledger, const struct ledger_entry *entry)
{
	if (ledger->persons_alone && entry->kind != LEDGER_PERSON)
		return ledger->count;
	struct line *line = arena_alloc(ledger->arena, sizeof *line);
	line->entry = *entry;
	line->entry.text = arena_dup(ledger->arena, entry->text);
	line->entry.who = arena_dup(ledger->arena, entry->who);
	line->entry.why = arena_dup(ledger->arena, entry->why);
	line->entry.over = arena_dup(ledger->arena, entry->over);
	line->before = ledger->last[entry->kind];
	if (entry->kind == LEDGER_PERSON && entry->who)
		add_person(ledger, entry);
	ledger->lines = memory_grown(ledger->lines, ledger->count, &ledger->room, sizeof(struct line *));
	ledger->last[entry->kind] = (int32_t)ledger->count;
	ledger->lines[ledger->count] = line;
	return ledger->count++;
}

size_t ledger_count(const struct ledger *ledger)
{
	return ledger->count;
}

const struct ledger_entry *ledger_at(const struct ledger *ledger, size_t number)
{
	return number < ledger->count ? &ledger->lines[number]->entry : NULL;
}

void ledger_cut(struct ledger *ledger, size_t count)
{
	while (ledger->count > count) {
		const struct line *line = ledger->lines[--ledger->count];
		ledger->last[line->entry.kind] = line->before;
	}
	while (ledger->npersons && (size_t)ledger->persons[ledger->npersons - 1] >= ledger->count)
		ledger->npersons--;
}

/* The number of the latest line of a kind about `ref` before line `until`, or NOTHING. */
static int32_t last_of(const struct ledger *ledger, enum ledger_kind kind, int32_t ref, size_t until)
{
	int32_t at = ledger->last[kind];
	while (at != NOTHING && ((size_t)at >= until || ledger->lines[at]->entry.ref != ref))
		at = ledger->lines[at]->before;
	return at;
}

const struct ledger_entry *ledger_last_by(const struct ledger *ledger, enum ledger_kind kind, int32_t ref, size_t until)
{
	int32_t at = last_of(ledger, kind, ref, until);
	return at == NOTHING ? NULL : &ledger->lines[at]->entry;
}

const struct ledger_entry *ledger_last(const struct ledger *ledger, enum ledger_kind kind, int32_t ref)
{
	return ledger_last_by(ledger, kind, ref, ledger->count);
}

const struct ledger_entry *ledger_proof_by(const struct ledger *ledger, int32_t ref, size_t until)
{
	int32_t proof = last_of(ledger, LEDGER_PROOF, ref, until);
	int32_t correction = last_of(ledger, LEDGER_CORRECTION, ref, until);
	int32_t at = proof > correction ? proof : correction;
	return at > last_of(ledger, LEDGER_WITHDRAWAL, ref, until) ? &ledger->lines[at]->entry : NULL;
}

const struct ledger_entry *ledger_proof(const struct ledger *ledger, int32_t ref)
{
	return ledger_proof_by(ledger, ref, ledger->count);
}

int ledger_person(const struct ledger *ledger, const char *name)
{
	for (size_t i = 0; name && i < ledger->npersons; i++)
		if (strcmp(ledger->lines[ledger->persons[i]]->entry.who, name) == 0)
			return (int)i;
	return NAMES_NONE;
}

const char *ledger_person_name(const struct ledger *ledger, int number)
{
	if (number < 0 || (size_t)number >= ledger->npersons)
		return NULL;
	return ledger->lines[ledger->persons[number]]->entry.who;
}
