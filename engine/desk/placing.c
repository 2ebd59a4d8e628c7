#include "desk/placing.h"

#include "base/path.h"
#include "desk/fingerprint.h"

#include <string.h>
#include <sys/stat.h>

static void path_of(const struct rendition *rendition, const struct notice *notice, const char *folder,
                    const char *file, struct text *out)
{
	const char *word = rendition_word(rendition);
	if (folder) {
		size_t len = strlen(folder);
		text_addf(out, "%s%s", folder, len && folder[len - 1] == '/' ? "" : "/");
		rendition_name(rendition, notice, out);
		return;
	}
	const char *base = path_name(file);
	text_add_bytes(out, file, path_folder(file));
	text_addf(out, "%s%s%s", strstr(base, word) ? "" : word, strstr(base, word) ? "" : "-", base);
}

bool placing_place(const struct rendition *rendition, const struct notice *notice, const char *folder, const char *file,
                   const struct text *page, char path[PAPER_PATH], struct text *told, struct diags *diags)
{
	struct text wanted = {0};
	path_of(rendition, notice, folder, file, &wanted);
	bool placed = paper_unlike(wanted.data, page, path, diags);
	if (placed && strcmp(path, wanted.data) != 0)
		text_addf(told, "%s differs from what is written now, and stays.\n", wanted.data);
	text_free(&wanted);
	return placed;
}

/* A file that can be read; nobody is told why one cannot. */
static bool read_quietly(const char *path, struct arena *arena, struct file *file)
{
	struct stat st;
	struct diags unreadable;
	diags_init(&unreadable);
	bool read = lstat(path, &st) == 0 && S_ISREG(st.st_mode) && file_read(path, path, arena, &unreadable, file);
	diags_free(&unreadable);
	return read;
}

void placing_tell_unmarked(const struct rendition *rendition, const struct notice *notice, const char *folder,
                           const char *file, struct text *told)
{
	struct rendition approved = *rendition;
	struct text path = {0};
	struct arena *arena = arena_new();
	struct file there;
	char words[FINGERPRINT + 1], theirs[FINGERPRINT + 1];
	approved.approved = true;
	path_of(&approved, notice, folder, file, &path);
	if (*rendition_word(rendition) && !*rendition_word(&approved) && read_quietly(path.data, arena, &there)) {
		fingerprint_notice(notice, words);
		fingerprint_file(&there, theirs);
		text_addf(told, "%s is there without %s, %s.\n", path.data, rendition_word(rendition),
		          strcmp(words, theirs) == 0 ? "and these words are a DRAFT"
		                                     : "in other words than these: it is of an earlier time");
	}
	arena_free(arena);
	text_free(&path);
}

bool placing_proof(const char *page, const struct text *proof, char path[PAPER_PATH], struct diags *diags)
{
	struct text wanted = {0};
	text_add_bytes(&wanted, page, path_stem(page));
	text_add(&wanted, "-proof.md");
	bool placed = paper_unlike(wanted.data, proof, path, diags);
	text_free(&wanted);
	return placed;
}

static bool is_folder(const char *path)
{
	struct stat st;
	size_t len = strlen(path);
	return (len && path[len - 1] == '/') || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

bool placing_several(const char *lang)
{
	return lang && (strchr(lang, ',') || strcmp(lang, "all") == 0);
}

bool placing_foldered(const char *lang, const char *path)
{
	bool file =
	    placing_several(lang) ? path_kind(path, rendition_formats) >= 0 : strchr(path_name(path), '.') != NULL;
	return !file || is_folder(path);
}

enum rendition_format placing_format(int64_t asked, const char *file, const struct notice *notice)
{
	if (asked >= 0)
		return (enum rendition_format)asked;
	int kind = path_kind(file, rendition_formats);
	return kind < 0 ? rendition_plain(notice->letter) : (enum rendition_format)kind;
}
