#ifdef __linux__

#include "base/memory.h"
#define _GNU_SOURCE /* fallocate */
#endif
#include "exercise/journal.h"

#include "base/hash.h"
#include "base/program.h"
#include "base/refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_MOST = 8 * 1024 * 1024, CHUNK = 64 * 1024, RESERVE = 1024 * 1024 };

struct journal {
	int fd;
	char *path;
	int n;        /* of the last whole turn */
	int64_t end;  /* of the last whole line */
	int64_t room; /* up to where the disk has set blocks aside */
	char head[HASH_HEX + 1];
	bool broken; /* nobody knows what the disk holds */
};

struct journal_reader {
	int fd; /* -1: all of it is in the buffer already */
	char *name;
	char *buffer; /* bytes from `offset` on */
	size_t len, cap;
	size_t at, scanned; /* where the next line begins; up to where no newline was found */
	int64_t offset;     /* in the file, of the buffer's first byte */
	int lines;
	char head[HASH_HEX + 1];
	bool torn, damaged;
};

static struct diag_place line_of(const char *path, int line)
{
	return (struct diag_place){path, line, 0};
}

static const struct refusal refusals[] = {
    {EROFS, "this disk or folder is read-only; choose another with --journal FILE"},
    {EACCES, "writing or reading here is not allowed; choose another place with --journal FILE"},
    {EPERM, "writing or reading here is not allowed; choose another place with --journal FILE"},
    {EEXIST, "already exists; a journal is never overwritten"},
    {ENOENT, "no such file or folder"},
    {EISDIR, "is a folder, not a journal"},
    {EWOULDBLOCK, "another drill72 is writing this journal"},
    {EIO, "the disk reports an error; the last turn may not be on it"},
    {0, NULL},
};

static bool refuse(struct diags *diags, const char *path, int error)
{
	char drill72[PROGRAM_NAME];
	if (error == ENOSPC || error == EDQUOT)
		return diag_error(diags, line_of(path, 0), "%s, then go on with: %s resume",
		                  refusal_words(error, refusals), program_name(drill72));
	return diag_error(diags, line_of(path, 0), "%s", refusal_words(error, refusals));
}

static int sync_data(int fd)
{
#if defined _POSIX_SYNCHRONIZED_IO && _POSIX_SYNCHRONIZED_IO > 0
	return fdatasync(fd);
#else
	return fsync(fd);
#endif
}

/* A new name lasts only once its folder is on the disk. Some file systems cannot sync a folder: then it is theirs. */
static bool sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder =
	    memory_need(slash && slash != path ? strndup(path, (size_t)(slash - path)) : strdup(slash ? "/" : "."));
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL || errno == EROFS);
	free(folder);
	if (fd >= 0)
		close(fd);
	return synced;
}

/* A courtesy: with blocks set aside ahead, a drill goes on for a while when the disk has filled up. */
static void reserve(struct journal *journal, int64_t until)
{
	if (until + RESERVE / 2 < journal->room)
		return;
#ifdef __linux__
	if (fallocate(journal->fd, FALLOC_FL_KEEP_SIZE, (off_t)journal->end, (off_t)(until - journal->end) + RESERVE))
		return;
#endif
	journal->room = until + RESERVE;
}

/* Reading */

static struct journal_reader *reader_new(int fd, const char *name)
{
	struct journal_reader *reader = memory_zeroed(1, sizeof *reader);
	reader->fd = fd;
	reader->name = memory_need(strdup(name));
	memset(reader->head, '0', HASH_HEX);
	return reader;
}

void journal_reader_free(struct journal_reader *reader)
{
	if (!reader)
		return;
	if (reader->fd >= 0)
		close(reader->fd);
	free(reader->name);
	free(reader->buffer);
	free(reader);
}

static bool is_file(int fd, const char *path, struct diags *diags)
{
	struct stat about;
	if (fstat(fd, &about))
		return refuse(diags, path, errno);
	if (S_ISDIR(about.st_mode))
		return refuse(diags, path, EISDIR);
	return S_ISREG(about.st_mode) || diag_error(diags, line_of(path, 0), "is no ordinary file");
}

struct journal_reader *journal_read(const char *path, struct diags *diags)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not make us wait */
	if (fd < 0) {
		refuse(diags, path, errno);
		return NULL;
	}
	if (is_file(fd, path, diags))
		return reader_new(fd, path);
	close(fd);
	return NULL;
}

struct journal_reader *journal_read_bytes(const char *bytes, size_t len, const char *name)
{
	struct journal_reader *reader = reader_new(-1, name);
	reader->buffer = memory_need(malloc(len + 1));
	if (len)
		memcpy(reader->buffer, bytes, len);
	reader->len = reader->cap = len;
	return reader;
}

static bool damaged(struct journal_reader *reader, int line, struct diags *diags, const char *what)
{
	reader->damaged = true;
	return diag_error(diags, line_of(reader->name, line), "%s", what);
}

/* Lets go of the lines read and makes room for a chunk. */
static void make_room(struct journal_reader *reader)
{
	if (reader->at) {
		memmove(reader->buffer, reader->buffer + reader->at, reader->len - reader->at);
		reader->len -= reader->at;
		reader->scanned -= reader->at;
		reader->offset += (int64_t)reader->at;
		reader->at = 0;
	}
	if (reader->cap - reader->len >= CHUNK)
		return;
	reader->cap = reader->cap * 2 > reader->len + CHUNK ? reader->cap * 2 : reader->len + CHUNK;
	reader->buffer = memory_need(realloc(reader->buffer, reader->cap));
}

/* Reads on behind the buffer; 0 at the end, -1 after adding the reason. */
static ssize_t read_chunk(struct journal_reader *reader, struct diags *diags)
{
	if (reader->fd < 0)
		return 0;
	make_room(reader);
	off_t from = (off_t)(reader->offset + (int64_t)reader->len);
	ssize_t got;
	while ((got = pread(reader->fd, reader->buffer + reader->len, reader->cap - reader->len, from)) < 0)
		if (errno != EINTR) {
			reader->damaged = true;
			refuse(diags, reader->name, errno);
			return -1;
		}
	reader->len += (size_t)got;
	return got;
}

/* What stands at the end may be a write under way, and may yet be taken back: forgotten, and read again next time. */
static enum journal_read no_more(struct journal_reader *reader, struct diags *diags)
{
	struct stat about;
	reader->torn = reader->len > reader->at;
	if (reader->fd < 0)
		return JOURNAL_MORE;
	reader->len = reader->scanned = reader->at;
	if (fstat(reader->fd, &about) == 0 && about.st_size < reader->offset + (int64_t)reader->at) {
		damaged(reader, reader->lines, diags, "the journal became shorter while it was read");
		return JOURNAL_DAMAGED;
	}
	return JOURNAL_MORE;
}

/* Finds the end of the next line, reading as far as it takes. */
static enum journal_read find_line(struct journal_reader *reader, size_t *len, struct diags *diags)
{
	for (;;) {
		const char *from = reader->buffer + reader->scanned;
		const char *newline =
		    reader->len > reader->scanned ? memchr(from, '\n', reader->len - reader->scanned) : NULL;
		size_t end = newline ? (size_t)(newline + 1 - reader->buffer) : reader->len;
		if (end - reader->at > LINE_MOST) {
			damaged(reader, reader->lines + 1, diags, "the line is longer than any that drill72 writes");
			return JOURNAL_DAMAGED;
		}
		reader->scanned = end;
		*len = end - reader->at;
		if (newline)
			return JOURNAL_LINE;
		ssize_t got = read_chunk(reader, diags);
		if (got <= 0)
			return got < 0 ? JOURNAL_DAMAGED : no_more(reader, diags);
	}
}

/* The line stands in its place and says what the one before it was. */
static bool check_line(struct journal_reader *reader, const struct jsn *line, struct diags *diags)
{
	char what[160];
	int here = reader->lines + 1;
	const struct jsn *n = jsn_get(line, "n");
	const char *prev = jsn_text(jsn_get(line, "prev"));
	if (jsn_type(line) != JSN_OBJECT || jsn_type(n) != JSN_INT || !prev || strlen(prev) != HASH_HEX)
		return damaged(reader, here, diags, "this is no turn of a journal");
	if (jsn_number(n, 0) != here) {
		snprintf(what, sizeof what,
		         "turn %lld stands where turn %d belongs: a line was added, removed or changed",
		         (long long)jsn_number(n, 0), here);
		return damaged(reader, here, diags, what);
	}
	if (strcmp(prev, reader->head) == 0)
		return true;
	if (here == 1)
		return damaged(reader, here, diags, "the first line names a line before it: the beginning is missing");
	snprintf(what, sizeof what, "this line was changed after it was written: line %d was written behind another",
	         here);
	return damaged(reader, here - 1, diags, what);
}

enum journal_read journal_next(struct journal_reader *reader, struct jsn **line, struct diags *diags)
{
	struct jsn_fault fault;
	size_t len;
	*line = NULL;
	if (reader->damaged)
		return JOURNAL_DAMAGED;
	enum journal_read found = find_line(reader, &len, diags);
	if (found != JOURNAL_LINE)
		return found;
	const char *bytes = reader->buffer + reader->at;
	struct jsn *value = jsn_parse(bytes, len - 1, &fault);
	if (!value) {
		reader->damaged = true;
		diag_error(diags, (struct diag_place){reader->name, reader->lines + 1, fault.col},
		           "the line is damaged: %s", fault.message);
		return JOURNAL_DAMAGED;
	}
	if (!check_line(reader, value, diags)) {
		jsn_free(value);
		return JOURNAL_DAMAGED;
	}
	hash_hex(bytes, len, reader->head);
	reader->at += len;
	reader->lines++;
	reader->torn = false;
	*line = value;
	return JOURNAL_LINE;
}

bool journal_torn(const struct journal_reader *reader)
{
	return reader->torn;
}

int journal_lines(const struct journal_reader *reader)
{
	return reader->lines;
}

const char *journal_head(const struct journal_reader *reader)
{
	return reader->head;
}

const char *journal_name(const struct journal_reader *reader)
{
	return reader->name;
}

/* Opening to write */

static struct journal *journal_new(int fd, const char *path)
{
	struct journal *journal = memory_zeroed(1, sizeof *journal);
	journal->fd = fd;
	journal->path = memory_need(strdup(path));
	memset(journal->head, '0', HASH_HEX);
	return journal;
}

void journal_close(struct journal *journal)
{
	if (!journal)
		return;
	if (!journal->broken && ftruncate(journal->fd, (off_t)journal->end))
		journal->broken = true; /* only blocks set aside are not given back */
	close(journal->fd);
	free(journal->path);
	free(journal);
}

static int open_to_write(const char *path, int flags, struct diags *diags)
{
	int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0600);
	if (fd < 0) {
		refuse(diags, path, errno);
		return -1;
	}
	if (is_file(fd, path, diags)) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return fd;
		refuse(diags, path, errno);
	}
	close(fd);
	return -1;
}

struct journal *journal_create(const char *path, struct diags *diags)
{
	int fd = open_to_write(path, O_CREAT | O_EXCL, diags);
	if (fd < 0)
		return NULL;
	struct journal *journal = journal_new(fd, path);
	if (!sync_folder(path)) {
		refuse(diags, path, errno);
		journal_close(journal);
		return NULL;
	}
	reserve(journal, 0);
	return journal;
}

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t wrote = write(fd, bytes, len);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		bytes += wrote;
		len -= (size_t)wrote;
	}
	return true;
}

/* Copies what stands behind `end` to the end of PATH.torn, which may hold an earlier one. */
static bool copy_tail(int fd, int64_t end, const char *torn)
{
	char bytes[CHUNK];
	int out = open(torn, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
	ssize_t got = 0;
	if (out < 0)
		return false;
	while ((got = pread(fd, bytes, sizeof bytes, (off_t)end)) > 0 && write_all(out, bytes, (size_t)got))
		end += got;
	bool copied = got == 0 && fsync(out) == 0 && sync_folder(torn);
	close(out);
	return copied;
}

static bool set_tail_aside(struct journal *journal, struct diags *diags)
{
	const char *torn = arena_printf(diags->arena, "%s.torn", journal->path);
	if (!copy_tail(journal->fd, journal->end, torn))
		return refuse(diags, torn, errno);
	if (ftruncate(journal->fd, (off_t)journal->end) || sync_data(journal->fd))
		return refuse(diags, journal->path, errno);
	diag_warn(diags, line_of(journal->path, journal->n + 1),
	          "the last line was cut off while it was written, before anyone saw it; it is now in %s", torn);
	return true;
}

/* Reads it through; the writer goes on where its last whole line ends. */
static bool go_to_end(struct journal *journal, struct diags *diags)
{
	struct journal_reader *reader = reader_new(fcntl(journal->fd, F_DUPFD_CLOEXEC, 0), journal->path);
	struct jsn *line;
	enum journal_read read;
	while ((read = journal_next(reader, &line, diags)) == JOURNAL_LINE)
		jsn_free(line);
	bool torn = reader->torn;
	journal->n = reader->lines;
	journal->end = reader->offset + (int64_t)reader->at;
	memcpy(journal->head, reader->head, sizeof journal->head);
	journal_reader_free(reader);
	return read == JOURNAL_MORE && (!torn || set_tail_aside(journal, diags));
}

struct journal *journal_reopen(const char *path, struct diags *diags)
{
	int fd = open_to_write(path, 0, diags);
	if (fd < 0)
		return NULL;
	struct journal *journal = journal_new(fd, path);
	if (go_to_end(journal, diags)) {
		reserve(journal, journal->end);
		return journal;
	}
	journal->broken = true; /* as it is, so it stays */
	journal_close(journal);
	return NULL;
}

/* Appending */

static void write_line(const struct journal *journal, const struct event_turn *turn, const struct world *world,
                       struct text *out)
{
	struct jsn *line = event_encode(turn, world);
	jsn_put(line, "prev", jsn_string(journal->head));
	jsn_write(line, out);
	text_add_bytes(out, "\n", 1);
	jsn_free(line);
}

/* One whole line on the disk, or none. */
static bool put_down(struct journal *journal, const struct text *line, struct diags *diags)
{
	reserve(journal, journal->end + (int64_t)line->len);
	bool wrote = write_all(journal->fd, line->data, line->len);
	if (!wrote || sync_data(journal->fd)) {
		int error = errno;
		journal->broken = wrote;
		if (ftruncate(journal->fd, (off_t)journal->end))
			journal->broken = true;
		return refuse(diags, journal->path, error);
	}
	journal->end += (int64_t)line->len;
	return true;
}

bool journal_append(struct journal *journal, const struct event_turn *turn, const struct world *world,
                    struct diags *diags)
{
	struct text line = {0};
	char drill72[PROGRAM_NAME];
	if (journal->broken)
		return diag_error(diags, line_of(journal->path, 0),
		                  "an earlier turn did not reach the disk, so nothing more is written; "
		                  "go on with: %s resume",
		                  program_name(drill72));
	if (turn->n != journal->n + 1)
		return diag_error(diags, line_of(journal->path, 0), "turn %d cannot follow turn %d", turn->n,
		                  journal->n);
	write_line(journal, turn, world, &line);
	bool written = line.len > LINE_MOST
	                   ? diag_error(diags, line_of(journal->path, 0), "a turn of more than 8 MiB can't be recorded")
	                   : put_down(journal, &line, diags);
	if (written) {
		hash_hex(line.data, line.len, journal->head);
		journal->n++;
	}
	text_free(&line);
	return written;
}
