/* A letter of the test's own in the small world of shopkept.h, and what it reads as. */
#ifndef TESTS_LETTERED_H
#define TESTS_LETTERED_H

#include "check.h"
#include "shopkept.h"
#include "told.h"

#include "exercise/notice.h"

struct lettered {
	struct told told;
	struct world *world;
	struct matter *matter;
	const struct phrases *english, *chinese;
	const struct advice *advice;
	struct notice notice;
};

static inline int lettered_setup(void **state)
{
	struct lettered *l = calloc(1, sizeof *l);
	if (!l)
		return -1;
	l->told.arena = arena_new();
	diags_init(&l->told.diags);
	*state = l;
	return 0;
}

static inline int lettered_teardown(void **state)
{
	struct lettered *l = *state;
	world_free(l->world);
	diags_free(&l->told.diags);
	arena_free(l->told.arena);
	text_free(&l->told.out);
	free(l);
	return 0;
}

/* Fails the test on any fault so far. */
static inline void lettered_sound(struct lettered *l)
{
	if (l->told.diags.errors)
		fail_msg("%s", told_text(&l->told));
}

/* Opens the world of these facts in place of the one before. */
static inline void lettered_open(struct lettered *l, const char *facts)
{
	static const char *english[] = {"en"};
	const struct shape_texts languages = {english, 1};
	struct arena *arena = l->told.arena;
	struct diags *diags = &l->told.diags;
	struct shape_reader reader = {arena, diags, "en"};
	struct file file = {"facts.yaml", facts, strlen(facts)};
	struct file advice = {"advice.yaml", shopkept_advice, sizeof shopkept_advice - 1};
	struct file en = {"letters.en.yaml", shopkept_english, sizeof shopkept_english - 1};
	struct file zh = {"letters.zh.yaml", shopkept_chinese, sizeof shopkept_chinese - 1};
	world_free(l->world);
	l->world = NULL;
	struct dossier *dossier = dossier_load(&file, 1772735460, &reader);
	lettered_sound(l);
	l->world = shopkept_world(dossier, diags);
	lettered_sound(l);
	l->matter = dossier_matter(dossier, l->world, &reader);
	l->advice = advice_load(&advice, &languages, &reader);
	l->english = phrases_load(&en, NULL, arena, diags);
	l->chinese = l->english ? phrases_load(&zh, l->english, arena, diags) : NULL;
	lettered_sound(l);
}

static inline const struct letter *lettered_letter(struct lettered *l, const char *name, const char *bytes)
{
	static const char *spoken[] = {"en", "zh"};
	static const char *laws[] = {"kr-pipa", "sg-pdpa", "eu-gdpr"};
	const struct shape_texts languages = {spoken, 2}, regimes = {laws, 3};
	struct shape_reader reader = {l->told.arena, &l->told.diags, "en"};
	struct letter_context context = {&l->world->names, &regimes, &languages, &reader};
	struct file file = {name, arena_dup(l->told.arena, bytes), strlen(bytes)};
	bool fine;
	const struct letter *letter = letter_read(&file, &context, &fine);
	return fine ? letter : NULL;
}

static inline struct notice_kit lettered_kit(const struct lettered *l, const char *lang)
{
	return (struct notice_kit){l->matter, strcmp(lang, "zh") == 0 ? l->chinese : l->english, l->advice, lang};
}

static inline bool lettered_write(struct lettered *l, const char *name, const char *bytes)
{
	const struct letter *letter = lettered_letter(l, name, bytes);
	struct notice_kit kit = lettered_kit(l, letter ? letter->lang : "en");
	return letter && notice_write(letter, &kit, l->told.arena, &l->notice, &l->told.diags);
}

/* A body of an English email to customers. */
static inline bool lettered_body(struct lettered *l, const char *body)
{
	static const char front[] = "---\nkind: customer-confirmed\nsubject: A notice\n---\n";
	return lettered_write(l, "small.en.mustache", arena_printf(l->told.arena, "%s%s", front, body));
}

/* What the body reads as; fails the test on a fault. */
static inline const char *lettered_text(struct lettered *l, const char *body)
{
	if (!l->matter)
		lettered_open(l, shopkept_facts);
	if (!lettered_body(l, body))
		fail_msg("%s", told_text(&l->told));
	return l->notice.text;
}

#define lettered_test(function) cmocka_unit_test_setup_teardown(function, lettered_setup, lettered_teardown)

#endif
