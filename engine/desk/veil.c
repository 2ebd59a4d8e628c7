#include "desk/veil.h"

#include <ctype.h>
#include <string.h>

struct person {
	const char *name, *role;
	size_t len;
};

struct veil {
	struct person v[STATE_PERSONS];
	size_t n;
	bool first[256]; /* the bytes that a name begins with */
	struct text named, text;
};

/* Longer names first, so that "Mei Lin Tan" is not taken for "Mei Lin". */
static void add_person(struct veil *veil, const char *name, const char *role)
{
	struct person person = {name, role, strlen(name)};
	size_t at = veil->n;
	if (veil->n == STATE_PERSONS || person.len == 0)
		return;
	for (; at > 0 && veil->v[at - 1].len < person.len; at--)
		veil->v[at] = veil->v[at - 1];
	veil->v[at] = person;
	veil->n++;
	veil->first[(unsigned char)*name] = true;
}

/* NULL for whoever holds none. */
static const char *role_of(const struct session *s, int person)
{
	for (int role = 0; role < (int)state_rows(s->world, STATE_ROLE); role++)
		if (state_get(&s->state, STATE_ROLE, role, 0) == person)
			return names_id(&s->world->names, NAMES_ROLE, role);
	for (int role = 0; role < (int)state_rows(s->world, STATE_ROLE); role++)
		if (world_holder(s->world, role) == person || world_deputy(s->world, role) == person)
			return names_id(&s->world->names, NAMES_ROLE, role);
	return NULL;
}

/* Whether it goes on with a word: letters and digits, accented, Greek, Cyrillic and the like. Chinese, Japanese and
 * Korean put no blanks around a name, and quotation marks are no letters. */
static bool joins(int32_t c)
{
	return (c < 0x80 && isalnum((int)c)) || (c >= 0xc0 && c < 0x2000);
}

static int32_t before(const char *s, const char *p)
{
	while (p > s && (*--p & 0xc0) == 0x80)
		continue;
	return text_next(&p);
}

/* "T+2:00" is a time, whoever is called T. */
static bool goes_on(const char *end)
{
	bool stamp = end[0] == '+' && isdigit((unsigned char)end[1]);
	return stamp || joins(text_next(&end));
}

static const struct person *person_at(const struct veil *veil, const char *s, const char *p)
{
	if (!veil->first[(unsigned char)*p] || (p > s && joins(before(s, p))))
		return NULL;
	for (size_t i = 0; i < veil->n; i++)
		if (strncmp(p, veil->v[i].name, veil->v[i].len) == 0 && !goes_on(p + veil->v[i].len))
			return &veil->v[i];
	return NULL;
}

static void add_veiled(struct veil *veil, const char *s)
{
	text_clear(&veil->named);
	const char *from = s;
	for (const char *p = s; *p;) {
		const struct person *person = person_at(veil, s, p);
		if (!person) {
			p++;
			continue;
		}
		text_add_bytes(&veil->named, from, (size_t)(p - from));
		text_add(&veil->named, person->role);
		from = p += person->len;
	}
	text_add(&veil->named, from);
}

/* What the program says itself: whoever is called "S" or "Asia" is not meant by a rating or a zone. */
static bool is_fixed(const char *key)
{
	static const char *const keys[] = {
	    "action",  "answer", "channel",   "clock", "confidence", "grade", "id",     "lang",
	    "mode",    "moment", "objective", "phase", "rating",     "role",  "source", "stamp",
	    "started", "state",  "step",      "t0",    "wall",       "zone",
	};
	for (size_t i = 0; key && i < sizeof keys / sizeof *keys; i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

/* Names first: they stand there as they were typed. */
static struct jsn *veiled_text(struct veil *veil, const char *key, const char *s)
{
	text_clear(&veil->text);
	if (veil->n && !is_fixed(key)) {
		add_veiled(veil, s);
		s = veil->named.data;
	}
	text_add_clean(&veil->text, s);
	return jsn_string(veil->text.data);
}

/* `key` is what it stands under; NULL in a list. */
static struct jsn *veiled(struct veil *veil, const char *key, const struct jsn *value)
{
	enum jsn_type type = jsn_type(value);
	if (type == JSN_STRING)
		return veiled_text(veil, key, jsn_text(value));
	struct jsn *copy = jsn_make(type, jsn_number(value, 0));
	for (size_t i = 0; i < jsn_count(value); i++) {
		const char *under = NULL;
		const struct jsn *part = jsn_at(value, i, &under);
		under = type == JSN_OBJECT ? under : NULL;
		jsn_put(copy, under, veiled(veil, under, part));
	}
	return copy;
}

struct jsn *veil_tree(const struct jsn *tree, const struct session *s, const struct phrases *phrases)
{
	struct veil veil = {.n = 0};
	struct text somebody = {0};
	if (phrases)
		phrase_say(phrases, "event.somebody", NULL, &somebody);
	for (int i = 0; phrases && ledger_person_name(s->ledger, i); i++) {
		const char *role = role_of(s, i);
		add_person(&veil, ledger_person_name(s->ledger, i), role ? role : somebody.data);
	}
	struct jsn *copy = veiled(&veil, NULL, tree);
	text_free(&somebody);
	text_free(&veil.named);
	text_free(&veil.text);
	return copy;
}
