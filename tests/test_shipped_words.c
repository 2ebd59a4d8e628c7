/* The shipped words against each other, and against the sources and templates that name them. */
#include "check.h"
#include "told.h"

#include "content/yml.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

struct word {
	const char *key, *text;
};

struct words {
	struct word *v;
	size_t n;
};

/* A key as C or a template names it, and where. */
struct use {
	const char *key, *path;
};

struct uses {
	struct arena *arena;
	struct use *v;
	size_t n;
};

/* Keys ----------------------------------------------------------------------------------------------------------- */

static void flatten(struct told *told, const char *path, const struct yml *map, struct words *out)
{
	for (size_t i = 0; i < map->n; i++) {
		const char *key = arena_printf(told->arena, "%s%s%s", path, *path ? "." : "", map->pairs[i].key);
		const struct yml *value = map->pairs[i].value;
		if (value->type == YML_MAP)
			flatten(told, key, value, out);
		else
			*(struct word *)arena_push(told->arena, &out->v, &out->n, sizeof *out->v) =
			    (struct word){key, value->text};
	}
}

static struct words words_in(struct told *told, const char *path)
{
	struct words words = {NULL, 0};
	struct file file;
	assert_true(file_read(path, path, told->arena, &told->diags, &file));
	const struct yml *root = yml_parse(&file, told->arena, &told->diags);
	assert_non_null(root);
	flatten(told, "", root, &words);
	return words;
}

static struct words words_of(struct told *told, const char *lang)
{
	return words_in(told, arena_printf(told->arena, "comms-templates/words.%s.yaml", lang));
}

static const struct word *find(const struct words *words, const char *key)
{
	for (size_t i = 0; i < words->n; i++)
		if (strcmp(words->v[i].key, key) == 0)
			return &words->v[i];
	return NULL;
}

/* All at once, so that one run mends all. */
static void assert_nothing_told(struct told *told)
{
	if (told->out.len)
		fail_msg("%s", told->out.data);
}

static bool begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static void tell_lacking(struct told *told, const struct words *words, const struct words *with, const char *file)
{
	for (size_t i = 0; i < with->n; i++)
		if (!find(words, with->v[i].key))
			text_addf(&told->out, "%s lacks %s\n", file, with->v[i].key);
}

static void both_languages_have_the_same_keys(void **state)
{
	struct told *told = *state;
	struct words english = words_of(told, "en"), chinese = words_of(told, "zh");
	tell_lacking(told, &chinese, &english, "words.zh.yaml");
	tell_lacking(told, &english, &chinese, "words.en.yaml");
	assert_nothing_told(told);
}

static void every_language_of_the_notices_has_the_same_keys(void **state)
{
	static const char *const others[] = {"zh", "ms", "ko"};
	struct told *told = *state;
	struct words english = words_in(told, "comms-templates/letters.en.yaml");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		const char *file = arena_printf(told->arena, "comms-templates/letters.%s.yaml", others[i]);
		struct words words = words_in(told, file);
		tell_lacking(told, &words, &english, file);
	}
	assert_nothing_told(told);
}

/* Variables ------------------------------------------------------------------------------------------------------ */

/* "n_one" and "minutes_two" are forms of "n" and "minutes" that a language may do without. */
static const char *variable(struct told *told, const char *tag)
{
	while (*tag && strchr("{#^/& ", *tag))
		tag++;
	size_t len = strcspn(tag, "} ");
	for (size_t i = 0; i < 2; i++) {
		const char *form = i ? "_two" : "_one";
		if (len > 4 && strncmp(tag + len - 4, form, 4) == 0)
			len -= 4;
	}
	return arena_ndup(told->arena, tag, len);
}

static bool names_variable(struct told *told, const char *text, const char *name)
{
	for (const char *tag = text; (tag = strstr(tag, "{{")); tag += 2)
		if (strcmp(variable(told, tag), name) == 0)
			return true;
	return false;
}

static void compare_variables(struct told *told, const struct words *from, const struct words *with)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct word *word = &from->v[i], *other = find(with, word->key);
		for (const char *tag = word->text; other && (tag = strstr(tag, "{{")); tag += 2) {
			const char *name = variable(told, tag);
			if (!names_variable(told, other->text, name))
				text_addf(&told->out, "%s: {{%s}} stands in one language alone\n", word->key, name);
		}
	}
}

static void both_languages_fill_in_the_same_variables(void **state)
{
	struct told *told = *state;
	struct words english = words_of(told, "en"), chinese = words_of(told, "zh");
	compare_variables(told, &english, &chinese);
	compare_variables(told, &chinese, &english);
	assert_nothing_told(told);
}

/* Uses ----------------------------------------------------------------------------------------------------------- */

static void add_use(struct uses *uses, const char *key, size_t len, const char *path)
{
	*(struct use *)arena_push(uses->arena, &uses->v, &uses->n, sizeof *uses->v) =
	    (struct use){arena_ndup(uses->arena, key, len), path};
}

/* With its file's ending, or without. */
static bool is_page(const char *key)
{
	char path[256];
	struct stat status;
	const char *ending = strstr(key, ".mustache");
	size_t len = ending ? (size_t)(ending - key) : strlen(key);
	snprintf(path, sizeof path, "comms-templates/%.*s.mustache", (int)len, key);
	return stat(path, &status) == 0;
}

/* "report.title", "event.%s", "time.weekday.": a block of the words and a full stop begin every string that is one. */
static void scan_source(struct uses *uses, const struct words *words, const char *path, const char *bytes)
{
	for (const char *p = bytes; (p = strchr(p, '"')); p++) {
		size_t block = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz"), len = strcspn(p + 1, "\"% \n");
		const char *key = arena_ndup(uses->arena, p + 1, len);
		bool ours = block && p[1 + block] == '.' && p[1 + len] != ' ' && p[1 + len] != '\n' && !is_page(key);
		for (size_t i = 0; ours && i < words->n; i++)
			if (strncmp(words->v[i].key, p + 1, block + 1) == 0) {
				add_use(uses, key, len, path);
				break;
			}
	}
}

static void scan_template(struct uses *uses, const char *path, const char *bytes)
{
	for (const char *tag = bytes; (tag = strstr(tag, "{{")); tag += 2) {
		const char *name = tag + 2 + strspn(tag + 2, "{#^/& ");
		if (begins(name, "w."))
			add_use(uses, name + 2, strcspn(name + 2, "} "), path);
	}
}

static bool ends(const char *s, const char *with)
{
	size_t len = strlen(s), end = strlen(with);
	return len >= end && strcmp(s + len - end, with) == 0;
}

static void scan_folder(struct told *told, struct uses *uses, const struct words *words, const char *folder)
{
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));) {
		const char *path = arena_printf(told->arena, "%s/%s", folder, entry->d_name);
		struct file file;
		if (!ends(path, ".c") && !ends(path, ".mustache"))
			continue;
		assert_true(file_read(path, path, told->arena, &told->diags, &file));
		if (ends(path, ".c"))
			scan_source(uses, words, path, file.bytes);
		else
			scan_template(uses, path, file.bytes);
	}
	closedir(dir);
}

static struct uses uses_of(struct told *told, const struct words *words)
{
	static const char *const folders[] = {"engine", "engine/content", "engine/desk", "comms-templates"};
	struct uses uses = {told->arena, NULL, 0};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		scan_folder(told, &uses, words, folders[i]);
	return uses;
}

/* Whether a use means the key: by its whole name, its group ("report.state"), or what a number or id is put behind. */
static bool means(const char *use, const char *key)
{
	size_t len = strlen(use);
	return begins(key, use) && (!key[len] || key[len] == '.' || use[len - 1] == '.' || use[len - 1] == '_');
}

static bool any_is_meant(const struct words *words, const char *use)
{
	size_t k = 0;
	while (k < words->n && !means(use, words->v[k].key))
		k++;
	return k < words->n;
}

/* What pages and notices have in common (content/phrase.c) may stand in either. */
static void every_key_that_is_named_exists(void **state)
{
	struct told *told = *state;
	struct words words = words_of(told, "en"), letters = words_in(told, "comms-templates/letters.en.yaml");
	struct uses uses = uses_of(told, &words);
	for (size_t i = 0; i < uses.n; i++) {
		if (!any_is_meant(&words, uses.v[i].key) && !any_is_meant(&letters, uses.v[i].key))
			text_addf(&told->out, "%s names %s, which words.en.yaml lacks\n", uses.v[i].path,
			          uses.v[i].key);
	}
	assert_nothing_told(told);
}

static void every_key_is_named_somewhere(void **state)
{
	struct told *told = *state;
	struct words words = words_of(told, "en");
	struct uses uses = uses_of(told, &words);
	for (size_t i = 0; i < words.n; i++) {
		size_t k = 0;
		while (k < uses.n && !means(uses.v[k].key, words.v[i].key))
			k++;
		if (k == uses.n)
			text_addf(&told->out, "nothing names %s\n", words.v[i].key);
	}
	assert_nothing_told(told);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    told_test(both_languages_have_the_same_keys),
	    told_test(every_language_of_the_notices_has_the_same_keys),
	    told_test(both_languages_fill_in_the_same_variables),
	    told_test(every_key_that_is_named_exists),
	    told_test(every_key_is_named_somewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
