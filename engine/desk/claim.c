#include "desk/claim.h"

#include "base/text.h"
#include "content/unit.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MENU_COLUMNS = 80 };

static const char *name_of(const struct line *line, const struct fact *fact)
{
	return names_id(&line->session->world->names, NAMES_FACT, (int)(fact - line->session->world->story->facts));
}

/* What is typed in place of a count; `rest`: what stands behind its digits, if it has any. */
static bool refuse_count(struct line *line, const struct fact *fact, const char *typed, const char *rest)
{
	const char *name = name_of(line, fact), *unit = unit_name(unit_named(rest, 0, strlen(rest)));
	if (*typed == '-')
		return line_refuse(line, "%s is a count: 0 or more.", name);
	if (fact->unit && unit && !unit_is(unit, fact->unit))
		return line_refuse(line, "%s counts %s, not %s: those are another fact; facts lists what there is.",
		                   name, fact->unit, unit);
	if (rest > typed && *rest != ' ')
		return line_refuse(line, "%s is a whole number, written out: 1250 or 1,250.", name);
	return line_refuse(
	    line, "%s is a number, such as 1250 or 1,250. How sure you are goes behind it: from a first look.", name);
}

static bool read_count(struct line *line, const struct fact *fact, const char *s)
{
	const char *typed = s, *rest;
	int64_t n = 0;
	int digits = 0;
	for (; (*s >= '0' && *s <= '9') || (digits && *s == ','); s++) {
		if (*s == ',')
			continue;
		n = n * 10 + (*s - '0');
		if (++digits > 9)
			return line_refuse(line, "That number is too long; look at it again.");
	}
	rest = s;
	s += strspn(s, " ");
	if (!digits || (*s && (!fact->unit || strcasecmp(s, fact->unit) != 0)))
		return refuse_count(line, fact, typed, rest);
	line->act.value = (int32_t)n;
	return true;
}

static bool read_data(struct line *line, const struct fact *fact, const char *s)
{
	static const char *const words[] = {"involved", "not-involved", "not-held"}; /* enum fact_data, from 1 */
	int also, found = line_match(words, sizeof words / sizeof *words, s, &also);
	if (found == NAMES_NONE || also != NAMES_NONE)
		return line_refuse(line, "%s is one of: involved, not involved, not held.", name_of(line, fact));
	line->act.value = found + STORY_INVOLVED;
	return true;
}

static bool read_time(struct line *line, const struct fact *fact, const char *s)
{
	const char *why = when_past(&line->when, s, &line->act.value);
	return !why || line_refuse(line, "%s is a time. %s", name_of(line, fact), why);
}

static bool read_text(struct line *line, const struct fact *fact, const char *s)
{
	(void)fact;
	(void)s;
	line->act.value = SHAPE_UNSET; /* the words are the value */
	return true;
}

static const struct {
	bool (*read)(struct line *, const struct fact *, const char *);
	const char *takes, *example;
} kinds[] = {
    [STORY_COUNT] = {read_count, "a number", "1,250"},
    [STORY_DATA] = {read_data, "involved, not involved or not held", "not involved"},
    [STORY_TIME] = {read_time, "a time", "at 20:15"},
    [STORY_TEXT] = {read_text, "in words", "\"through a lost phone\""},
};

static const struct {
	enum act_kind kind;
	const char *verb, *preposition, *asks;
} manners[] = {{ACT_CLAIM, "fact", "from", "what is it, and who or what says so"},
               {ACT_VERIFY, "verify", "against", "what is it, and what was it checked against"},
               {ACT_WITHDRAW, "withdraw", "because", "and why"}};

static size_t manner(const struct line *line)
{
	size_t i = 0;
	while (manners[i].kind != line->act.kind)
		i++;
	return i;
}

static const char *verb(const struct line *line)
{
	return manners[manner(line)].verb;
}

static const char *preposition(const struct line *line)
{
	return manners[manner(line)].preposition;
}

static const struct fact *fact_at(const struct line *line, int fact)
{
	return &line->session->world->story->facts[fact];
}

/* "2 people_exported: People in the exported file (a number of people)" */
static void add_fact(struct text *out, const struct line *line, int number)
{
	const struct fact *fact = fact_at(line, number);
	struct text row = {0};
	text_addf(&row, "%d ", number + 1);
	text_addf(&row, "%s: ", names_id(&line->session->world->names, NAMES_FACT, number));
	world_expand(line->session->world, fact->label ? fact->label : "", &row);
	text_addf(&row, " (%s%s%s)", kinds[fact->kind].takes, fact->kind == STORY_COUNT && fact->unit ? " of " : "",
	          fact->kind == STORY_COUNT && fact->unit ? fact->unit : "");
	text_wrap(out, row.data, "   ", MENU_COLUMNS);
	text_free(&row);
}

static bool menu(struct line *line)
{
	const struct names_list *facts = &line->session->world->names.of[NAMES_FACT];
	struct text out = {0};
	if (facts->n == 0)
		return line_refuse(line, "This story counts no facts; write it down: note ...");
	text_addf(&out, " Which one, %s?\n", manners[manner(line)].asks);
	for (int i = 0; i < (int)facts->n; i++)
		add_fact(&out, line, i);
	if (line->act.kind == ACT_WITHDRAW)
		text_addf(&out, " For example:  withdraw 1 because it counts rows\n");
	else
		text_addf(&out, " For example:  %s 1 %s %s the export log\n", verb(line),
		          kinds[fact_at(line, 0)->kind].example, preposition(line));
	line->say = arena_dup(line->arena, out.data);
	text_free(&out);
	line->menu = true;
	return true;
}

/* Where the source begins, behind word `from`. Words may hold a "from" of their own: there it is the last one. */
static size_t source_at(const struct words *words, size_t from, const struct fact *fact)
{
	size_t (*find)(const struct words *, size_t, const char *) = fact->kind == STORY_TEXT ? words_last : words_find;
	size_t said = find(words, from, "from"), against = find(words, from, "against");
	if (said == words->n || against == words->n)
		return said == words->n ? against : said;
	return fact->kind == STORY_TEXT ? (said > against ? said : against) : (said < against ? said : against);
}

static const char *const *labels_of(const struct line *line, size_t n)
{
	const char **labels = arena_alloc(line->arena, (n + 1) * sizeof *labels);
	struct text text = {0};
	for (size_t i = 0; i < n; i++) {
		const char *label = fact_at(line, (int)i)->label;
		text_clear(&text);
		world_expand(line->session->world, label ? label : "", &text);
		labels[i] = arena_dup(line->arena, text.data ? text.data : "");
	}
	text_free(&text);
	return labels;
}

/* The most words, from the first behind the verb on, with which a label begins: the word behind them. */
static size_t find_label(const struct line *line, int *found, int *also)
{
	const struct words *words = &line->words;
	size_t n = line->session->world->names.of[NAMES_FACT].n, end = 1;
	const char *const *labels = labels_of(line, n);
	*found = *also = NAMES_NONE;
	for (size_t to = 2; to <= words->n; to++) {
		int other,
		    one = line_match(labels, n, to == 2 ? words_at(words, 1) : words_between(words, line->arena, 1, to),
		                     &other);
		if (one == NAMES_NONE)
			break;
		*found = one;
		*also = other;
		end = to;
	}
	return end;
}

/* By its id, by its number in the menu, or by words that its label alone begins with; `*from` is the word behind. */
static int find(struct line *line, size_t *from)
{
	const struct names_list *facts = &line->session->world->names.of[NAMES_FACT];
	const char *word = words_at(&line->words, 1);
	int labelled, also, other;
	*from = 2;
	if (*word && strlen(word) <= 3 && strspn(word, "0123456789") == strlen(word)) {
		int number = (int)strtol(word, NULL, 10);
		if (number >= 1 && (size_t)number <= facts->n)
			return number - 1;
		line_refuse(line, "There are facts 1 to %zu; %s alone lists them.", facts->n, verb(line));
		return NAMES_NONE;
	}
	size_t end = find_label(line, &labelled, &also);
	bool named = line_match(facts->v, facts->n, word, &other) != NAMES_NONE;
	if (also == NAMES_NONE && (end > 2 || (end == 2 && !named))) {
		*from = end;
		return labelled;
	}
	if (!named && end > 1) {
		line_refuse(line, "\"%.60s\" could be %s or %s.", words_between(&line->words, line->arena, 1, end),
		            facts->v[labelled], facts->v[also]);
		return NAMES_NONE;
	}
	return line_id(line, NAMES_FACT, word);
}

static bool read_withdrawal(struct line *line, int number, size_t from)
{
	struct words *words = &line->words;
	line->act.why = words_between(words, line->arena, from + words_is(words, from, "because"), words->n);
	return line->act.why || line_refuse(line, "Say why: withdraw %s because ...",
	                                    names_id(&line->session->world->names, NAMES_FACT, number));
}

static bool read_value(struct line *line, int number, size_t from)
{
	struct words *words = &line->words;
	const struct fact *fact = fact_at(line, number);
	size_t source = source_at(words, from, fact);
	const char *id = names_id(&line->session->world->names, NAMES_FACT, number);
	const char *value = words_between(words, line->arena, from, source);
	if (!value)
		return line_refuse(line, "%s takes %s: %s %s %s %s the export log", id, kinds[fact->kind].takes,
		                   verb(line), id, kinds[fact->kind].example, preposition(line));
	size_t over = fact->kind == STORY_DATA ? words_last(words, source, "over") : words->n; /* of a search */
	line->act.why = words_between(words, line->arena, source + 1, over);
	line->act.over = words_between(words, line->arena, over + 1, words->n);
	if (line->act.kind == ACT_VERIFY && !line->act.why)
		return line_refuse(line, "Checked against what? %s %s %s against the export log", verb(line), id,
		                   value);
	line->act.text = fact->kind == STORY_TEXT ? value : NULL; /* else it is told from its value, with the unit */
	return kinds[fact->kind].read(line, fact, value);
}

bool claim_read(struct line *line)
{
	if (line->words.n == 1)
		return menu(line);
	size_t from;
	int number = find(line, &from);
	if (number == NAMES_NONE)
		return false;
	line->act.refs[0] = number;
	line->act.nrefs = 1;
	line->act.who = line->act.by;
	return line->act.kind == ACT_WITHDRAW ? read_withdrawal(line, number, from) : read_value(line, number, from);
}
