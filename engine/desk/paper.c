#include "desk/paper.h"

#include "base/path.h"
#include "base/refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES = 999 }; /* of pages in other words */

/* What every line of a journal begins with, one that was set aside as torn, too. */
static const char journal_line[] = "{\"by\":\"";

static const char *in_words(int error)
{
	static const struct refusal own[] = {
	    {EROFS, "this disk or folder is read-only; choose another"},
	    {EACCES, "writing here is not allowed; choose another place"},
	    {EPERM, "writing here is not allowed; choose another place"},
	    {ENOENT, "no such folder"},
	    {EISDIR, "is a folder"},
	    {EEXIST, "is there already, and is never overwritten; choose another name"},
	    {0, NULL},
	};
	return refusal_words(error, own);
}

static bool refuse(struct diags *diags, const char *path, const char *why)
{
	return diag_error(diags, (struct diag_place){.file = path}, "%s", why);
}

static bool holds_record(int fd)
{
	char begin[sizeof journal_line - 1];
	ssize_t len = pread(fd, begin, sizeof begin, 0);
	return len == (ssize_t)sizeof begin && memcmp(begin, journal_line, sizeof begin) == 0;
}

/* Whether a page may take the place of what is there now. */
static bool may_replace(const char *path, struct diags *diags)
{
	struct stat st;
	int fd = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT || refuse(diags, path, in_words(errno));
	bool file = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	bool record = file && holds_record(fd);
	close(fd);
	if (record)
		return refuse(diags, path, "is a record; a record is never overwritten");
	return file || refuse(diags, path, "is no ordinary file");
}

bool paper_pour(int fd, const struct text *text)
{
	for (size_t at = 0; at < text->len;) {
		ssize_t n = write(fd, text->data + at, text->len - at);
		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static bool sync_file(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL || errno == EROFS; /* some file systems have no sync */
}

/* How a whole file gets its name; errno tells why not. */
typedef bool taking_place(const char *name, const char *path);

static bool replace(const char *name, const char *path)
{
	return rename(name, path) == 0;
}

/* A link takes no other's place; where there are none, as on a memory stick, whoever looks first has it. */
static bool settle(const char *name, const char *path)
{
	struct stat st;
	if (link(name, path) == 0)
		return unlink(name) == 0;
	if (errno == EEXIST || lstat(path, &st) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(name, path) == 0;
}

/* Fills the new file `name` and gives it its place; errno tells why not. */
static bool fill(int fd, const char *name, const struct text *text, const char *path, taking_place *take)
{
	bool written = paper_pour(fd, text) && sync_file(fd);
	int error = errno;
	if (close(fd) < 0 && written) {
		error = errno;
		written = false;
	}
	if (written && take(name, path))
		return true;
	error = written ? errno : error;
	unlink(name);
	errno = error;
	return false;
}

/* Whether a file can be called so at all. */
static bool is_file_name(const char *path, struct diags *diags)
{
	if (!path[path_folder(path)])
		return refuse(diags, path, *path ? in_words(EISDIR) : "name a file");
	return strlen(path) < PAPER_PATH || refuse(diags, "(a path)", in_words(ENAMETOOLONG));
}

static bool put(const char *path, const struct text *text, taking_place *take, struct diags *diags)
{
	char name[PAPER_PATH + 16];
	snprintf(name, sizeof name, "%.*s.drill72-XXXXXX", (int)path_folder(path), path);
	int fd = mkstemp(name);
	return (fd >= 0 && fill(fd, name, text, path, take)) || refuse(diags, path, in_words(errno));
}

bool paper_write(const char *path, const struct text *text, struct diags *diags)
{
	return strcmp(path, "/dev/null") == 0 ||
	       (is_file_name(path, diags) && may_replace(path, diags) && put(path, text, replace, diags));
}

bool paper_write_new(const char *path, const struct text *text, struct diags *diags)
{
	return is_file_name(path, diags) && put(path, text, settle, diags);
}

static bool reads(int fd, const struct text *text)
{
	char piece[4096];
	size_t at = 0;
	ssize_t n;
	while ((n = read(fd, piece, sizeof piece)) > 0) {
		if ((size_t)n > text->len - at || memcmp(piece, text->data + at, (size_t)n) != 0)
			return false;
		at += (size_t)n;
	}
	return n == 0 && at == text->len;
}

/* Whether a page with other bytes is there. */
static bool is_taken(const char *path, const struct text *text)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool taken = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && !holds_record(fd) && !reads(fd, text);
	close(fd);
	return taken;
}

bool paper_unlike(const char *path, const struct text *text, char out[PAPER_PATH], struct diags *diags)
{
	size_t stem = path_stem(path);
	if (strlen(path) >= PAPER_PATH - sizeof "-999")
		return refuse(diags, "(a path)", in_words(ENAMETOOLONG));
	snprintf(out, PAPER_PATH, "%s", path);
	for (int n = 2; is_taken(out, text); n++) {
		if (n > NAMES)
			return refuse(diags, path, "is there too often in other words; move some of them away");
		snprintf(out, PAPER_PATH, "%.*s-%d%s", (int)stem, path, n, path + stem);
	}
	return true;
}

void paper_sheet(const struct text *page, struct text *out)
{
	text_add(out, "\xef\xbb\xbf");
	for (const char *from = page->data, *end; *from; from = *end ? end + 1 : end) {
		end = from + strcspn(from, "\n");
		text_add_bytes(out, from, (size_t)(end - from));
		text_add(out, *end ? "\r\n" : "");
	}
}

bool paper_folder(const char *path, struct diags *diags)
{
	struct stat st;
	if (mkdir(path, 0700) == 0 || (errno == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		return true;
	return refuse(diags, path, errno == EEXIST ? "is no folder" : in_words(errno));
}

bool paper_beside(const char *journal, bool drill, char path[PAPER_PATH])
{
	size_t len = path_without(journal, ".jsonl");
	int wrote =
	    snprintf(path, PAPER_PATH, "%.*s-%s.html", (int)(len % INT32_MAX), journal, drill ? "EXERCISE" : "report");
	return wrote >= 0 && wrote < PAPER_PATH;
}

/* How the path is shown --------------------------------------------------------------------------------------- */

/* The Linux inside Windows that this is, as Windows calls it; "" when it does not say; NULL anywhere else. */
static const char *distribution(void)
{
	const char *named = getenv("WSL_DISTRO_NAME");
	char version[256] = "";
	FILE *about = named ? NULL : fopen("/proc/version", "r");
	if (about && !fgets(version, sizeof version, about))
		*version = '\0';
	if (about)
		fclose(about);
	return named ? named : strstr(version, "icrosoft") ? "" : NULL;
}

static void add_windows(struct text *out, const char *path)
{
	size_t from = out->len;
	text_add_clean(out, path);
	for (size_t i = from; i < out->len; i++)
		if (out->data[i] == '/')
			out->data[i] = '\\';
}

/* /mnt/c/Users is C:\Users; what lies in the Linux itself is found through the network. */
static void add_for_windows(const char *full, const char *linux_name, struct text *out)
{
	bool drive = strncmp(full, "/mnt/", 5) == 0 && full[5] >= 'a' && full[5] <= 'z' && (full[6] == '/' || !full[6]);
	if (drive) {
		text_addf(out, "\n %c:", full[5] - 'a' + 'A');
		add_windows(out, full[6] ? full + 6 : "/");
	} else if (*linux_name) {
		text_add(out, "\n \\\\wsl.localhost\\");
		add_windows(out, linux_name);
		add_windows(out, full);
	}
}

void paper_shown(const char *path, struct text *out)
{
	char *real = realpath(path, NULL);
	const char *full = real ? real : path, *linux_name = distribution();
	text_add_clean(out, full);
	if (linux_name)
		add_for_windows(full, linux_name, out);
	free(real);
}
