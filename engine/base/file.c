#include "base/file.h"

#include "base/charset.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MEGABYTE = 1024 * 1024, READ_AT_ONCE = 64 * 1024, MOST_CONTROLS = 20 };

static struct diag_place whole(const char *name)
{
	return (struct diag_place){name, 0, 0};
}

/* Rounded up below 10 MB, so that what is too large never reads as just fitting. */
static bool too_large(const char *name, uintmax_t size, struct diags *diags)
{
	uintmax_t tenths = size / MEGABYTE * 10 + (size % MEGABYTE * 10 + MEGABYTE - 1) / MEGABYTE;
	if (tenths < 100)
		return diag_error(diags, whole(name), "is %d.%d MB; at most %d MB", (int)(tenths / 10),
		                  (int)(tenths % 10), FILE_MAX / MEGABYTE);
	return diag_error(diags, whole(name), "is %ju MB; at most %d MB", size / MEGABYTE, FILE_MAX / MEGABYTE);
}

static bool cannot_open(const char *name, int error, struct diags *diags)
{
	if (error == ENOENT || error == ENOTDIR)
		return diag_error(diags, whole(name), "no such file");
	if (error == ENXIO)
		return diag_error(diags, whole(name), "is not a regular file");
	return diag_error(diags, whole(name), "can't be opened: %s", strerror(error));
}

/* Size and kind are looked at before a byte is read: a device may never end. */
static bool readable(int fd, const char *name, struct diags *diags)
{
	struct stat st;
	if (fstat(fd, &st) < 0)
		return cannot_open(name, errno, diags);
	if (S_ISDIR(st.st_mode))
		return diag_error(diags, whole(name), "is a folder");
	if (!S_ISREG(st.st_mode))
		return diag_error(diags, whole(name), "is not a regular file");
	if (st.st_size > FILE_MAX)
		return too_large(name, (uintmax_t)st.st_size, diags);
	return true;
}

static bool read_all(int fd, const char *name, struct text *bytes, struct diags *diags)
{
	char piece[READ_AT_ONCE];
	for (;;) {
		ssize_t n = read(fd, piece, sizeof piece);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return diag_error(diags, whole(name), "can't be read: %s", strerror(errno));
		if (n == 0)
			return true;
		text_add_bytes(bytes, piece, (size_t)n);
		if (bytes->len > FILE_MAX) /* it grew while being read */
			return too_large(name, bytes->len, diags);
	}
}

static bool read_bytes(const char *path, const char *name, struct text *bytes, struct diags *diags)
{
	/* O_NONBLOCK: a pipe without a writer must not hang us before fstat can refuse it. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return cannot_open(name, errno, diags);
	text_add(bytes, "");
	bool ok = readable(fd, name, diags) && read_all(fd, name, bytes, diags);
	close(fd);
	return ok;
}

bool file_read(const char *path, const char *name, struct arena *arena, struct diags *diags, struct file *out)
{
	struct text bytes = {0};
	const char *usual = diag_usual(diags, "unreadable");
	bool ok = read_bytes(path, name, &bytes, diags) && file_take(bytes.data, bytes.len, name, arena, diags, out);
	diag_usual(diags, usual);
	text_free(&bytes);
	return ok;
}

/* Copies without byte-order mark and with LF line ends. */
static void normalise(const char *bytes, size_t len, struct arena *arena, struct file *out)
{
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		len -= 3;
	}
	char *copy = arena_alloc(arena, len + 1);
	const char *end = bytes + len;
	for (out->len = 0; bytes < end;) {
		const char *cr = memchr(bytes, '\r', (size_t)(end - bytes));
		size_t piece = (size_t)((cr ? cr : end) - bytes);
		memcpy(copy + out->len, bytes, piece);
		out->len += piece;
		bytes += piece;
		if (cr && (++bytes == end || *bytes != '\n'))
			copy[out->len++] = '\r';
	}
	out->bytes = copy;
}

static struct diag_place place_of(const struct file *file, size_t offset)
{
	struct diag_place place = {file->name, 1, 1};
	for (size_t i = 0; i < offset; i++) {
		if (file->bytes[i] == '\n') {
			place.line++;
			place.col = 1;
		} else if (((unsigned char)file->bytes[i] & 0xc0) != 0x80) {
			place.col++;
		}
	}
	return place;
}

static bool is_utf8(const struct file *file, struct diags *diags)
{
	size_t at = text_valid(file->bytes, file->len);
	if (at == file->len)
		return true;
	return diag_error(diags, place_of(file, at), "not UTF-8 (byte 0x%02X); save the file as UTF-8",
	                  (unsigned)(unsigned char)file->bytes[at]);
}

/* The control character at `p` (C0, DEL or, in two bytes, C1), or -1. The file is UTF-8 by now. */
static int control_at(const unsigned char *p)
{
	if (p[0] >= 0x20 && p[0] < 0x7f)
		return -1;
	if (p[0] < 0x20 || p[0] == 0x7f)
		return p[0] == '\t' || p[0] == '\n' ? -1 : p[0];
	return p[0] == 0xc2 && p[1] < 0xa0 ? p[1] : -1;
}

static bool has_no_controls(const struct file *file, struct diags *diags)
{
	int found = 0;
	for (size_t i = 0; i < file->len && found < MOST_CONTROLS; i++) {
		int c = control_at((const unsigned char *)file->bytes + i);
		if (c < 0)
			continue;
		found++;
		diag_error(diags, place_of(file, i), "control character U+%04X; remove it", (unsigned)c);
	}
	return !found;
}

bool file_take(const char *bytes, size_t len, const char *name, struct arena *arena, struct diags *diags,
               struct file *out)
{
	*out = (struct file){.name = arena_dup(arena, name)};
	if (len > FILE_MAX)
		return too_large(name, len, diags);
	if (len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
		return diag_error(diags, whole(name), "is UTF-16; save it as UTF-8");
	normalise(bytes, len, arena, out);
	if (strspn(out->bytes, " \t\n") == out->len)
		return diag_error(diags, whole(name), "is empty");
	diags_source(diags, out->name, out->bytes, out->len);
	return is_utf8(out, diags) && has_no_controls(out, diags);
}

/* What can't be read in any set known here, but by its name, is told as any other file that is not UTF-8. */
static bool take_document(const struct text *bytes, const char *name, struct arena *arena, struct diags *diags,
                          struct file *out)
{
	struct text decoded = {0};
	struct charset_found found;
	bool read = charset_to_utf8(bytes->data, bytes->len, &decoded, &found);
	bool named = !read && charset_named(found.name) == CHARSET_UNKNOWN;
	const struct text *taken = read ? &decoded : bytes;
	bool ok = !named && file_take(taken->data, taken->len, name, arena, diags, out);
	if (ok && found.guessed)
		diag_warn(diags, whole(name), "is not UTF-8, and was read as windows-1252; save it as UTF-8");
	if (named) {
		const struct file file = {name, bytes->data, bytes->len};
		diag_error(diags, place_of(&file, found.at),
		           "the character set \"%s\" can't be read here; save the file as UTF-8", found.name);
	}
	text_free(&decoded);
	return ok;
}

/* Where the first line ends with CR alone, so do all: what spreadsheets write for old Macs. */
static void end_lines(struct text *bytes)
{
	size_t first = strcspn(bytes->data, "\r\n");
	if (bytes->data[first] != '\r' || bytes->data[first + 1] == '\n')
		return;
	for (char *s = bytes->data; s < bytes->data + bytes->len; s++)
		if (*s == '\r' && s[1] != '\n')
			*s = '\n';
}

bool file_read_document(const char *path, const char *name, struct arena *arena, struct diags *diags, struct file *out)
{
	struct text bytes = {0};
	bool ok = read_bytes(path, name, &bytes, diags);
	if (ok)
		end_lines(&bytes);
	if (ok && text_valid(bytes.data, bytes.len) == bytes.len)
		ok = file_take(bytes.data, bytes.len, name, arena, diags, out);
	else if (ok)
		ok = take_document(&bytes, name, arena, diags, out);
	text_free(&bytes);
	return ok;
}

bool file_there(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0;
}

bool file_name_safe(const char *name)
{
	if (!*name || *name == '/')
		return false;
	for (const char *part = name; *part; part += strcspn(part, "/"), part += *part == '/')
		if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || !part[2]))
			return false;
	for (const char *at = name; *at;) {
		int32_t c = text_next(&at);
		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			return false;
	}
	return true;
}

bool file_below(const char *folder, const char *path)
{
	char *home = realpath(*folder ? folder : ".", NULL), *target = realpath(path, NULL);
	size_t len = home ? strlen(home) : 0;
	len -= len > 0 && home[len - 1] == '/'; /* the root alone ends so */
	bool below = home && target && strncmp(target, home, len) == 0 && target[len] == '/';
	free(home);
	free(target);
	return below;
}
