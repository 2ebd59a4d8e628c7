/* From exec to the first prompt, against 10 empty processes and 1.5 bare creates of a journal of the same bytes:
 * medians, taken alternately in one run. */
#include "bench.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 60 };

/* The time until the child has written `until` (the prompt), or ended when that is NULL. */
static double run(char **argv, const char *until)
{
	int from_child[2], to_child[2];
	char seen[65536];
	size_t n = 0;
	ssize_t got;
	if (pipe(from_child) || pipe(to_child))
		exit(2);
	double from = bench_us(), shown = 0;
	pid_t child = fork();
	if (child == 0) {
		dup2(to_child[0], 0);
		dup2(from_child[1], 1);
		close(from_child[0]);
		close(to_child[1]);
		execv(argv[0], argv);
		_exit(127);
	}
	close(from_child[1]);
	close(to_child[0]);
	while (shown <= 0 && (got = read(from_child[0], seen + n, sizeof seen - 1 - n)) > 0) {
		n += (size_t)got;
		seen[n] = '\0';
		if (until && strstr(seen, until))
			shown = bench_us();
	}
	close(to_child[1]);
	close(from_child[0]);
	waitpid(child, NULL, 0);
	return (shown > 0 ? shown : bench_us()) - from;
}

static double bare_create(const char *path, size_t len)
{
	char *bytes = calloc(1, len);
	double from = bench_us();
	int fd = open(path, O_CREAT | O_EXCL | O_WRONLY, 0600);
	if (!bytes || fd < 0 || write(fd, bytes, len) != (ssize_t)len || fsync(fd))
		exit(2);
	double us = bench_us() - from;
	close(fd);
	unlink(path);
	free(bytes);
	return us;
}

int main(int argc, char **argv)
{
	static double ours[ROUNDS], empty[ROUNDS], bare[ROUNDS];
	char journal[256], plain[256], *nothing[] = {"/bin/true", NULL};
	struct stat st;
	if (argc < 3)
		return 2;
	snprintf(journal, sizeof journal, "%s/start.jsonl", argv[1]);
	snprintf(plain, sizeof plain, "%s/start.plain", argv[1]);
	char *train[] = {argv[2], "train", "ex-employee-export", "--seed", "1", "--journal", journal, NULL};
	for (int i = 0; i < ROUNDS; i++) {
		unlink(journal);
		ours[i] = run(train, "Enter shows the choices");
		if (stat(journal, &st))
			return 2;
		empty[i] = run(nothing, NULL);
		bare[i] = bare_create(plain, (size_t)st.st_size);
	}
	double bound = 10 * bench_median(empty, ROUNDS) + 1.5 * bench_median(bare, ROUNDS);
	printf("  (an empty process %.0f us, a bare create and fsync %.0f us)\n", bench_median(empty, ROUNDS),
	       bench_median(bare, ROUNDS));
	return bench_line("start to the first prompt / its bound", bench_median(ours, ROUNDS) / bound, 1, "x");
}
