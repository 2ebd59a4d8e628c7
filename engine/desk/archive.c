#include "desk/archive.h"

#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { SAME_MINUTE = 1000 };

static const char ending[] = ".jsonl";

static struct diag_place whole(const char *name)
{
	return (struct diag_place){name, 0, 0};
}

/* Where journals are kept, below the user's home. */
static bool state_folder(char folder[SHELF_PATH], struct diags *diags)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	if (state && *state == '/' && path_join(folder, SHELF_PATH, state, "drill72", ""))
		return true;
	if (home && *home == '/' && path_join(folder, SHELF_PATH, home, ".local/state/drill72", ""))
		return true;
	return diag_error(diags, whole("(journal)"),
	                  "there is no home folder to keep it in; set HOME or XDG_STATE_HOME, or use --journal FILE");
}

static bool make_folder(char folder[SHELF_PATH], struct diags *diags)
{
	for (char *slash = folder + 1; slash; *slash = '/') {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		if (mkdir(folder, 0700) < 0 && errno != EEXIST && !file_there(folder))
			return diag_error(diags, whole(folder),
			                  "this folder for journals can't be made: %s; or use "
			                  "--journal FILE",
			                  strerror(errno));
		if (!slash)
			break;
	}
	return true;
}

bool archive_fresh(const char *id, char path[SHELF_PATH], struct diags *diags)
{
	char folder[SHELF_PATH], name[128], stamp[32], suffix[32] = ".jsonl";
	time_t now = time(NULL);
	struct tm local;
	if (!state_folder(folder, diags) || !make_folder(folder, diags))
		return false;
	tzset();
	strftime(stamp, sizeof stamp, "%Y-%m-%d-%H%M", localtime_r(&now, &local));
	snprintf(name, sizeof name, "%s-%.48s", stamp, id);
	for (int i = 2; i < SAME_MINUTE && path_join(path, SHELF_PATH, folder, name, suffix); i++) {
		struct stat st;
		if (lstat(path, &st) < 0 && errno == ENOENT)
			return true;
		snprintf(suffix, sizeof suffix, "-%d.jsonl", i);
	}
	return diag_error(diags, whole(folder), "no room for another journal; use --journal FILE");
}

/* Whether one name comes behind another: NAME-2 behind NAME, endings aside. */
static bool is_behind(const char *name, const char *other)
{
	size_t len = path_without(name, ending), most = path_without(other, ending);
	int order = strncmp(name, other, len < most ? len : most);
	return order > 0 || (order == 0 && len > most);
}

/* Of two equally old ones the later name. */
static void keep_newer(const char *candidate, char newest[SHELF_PATH], time_t *best)
{
	struct stat st;
	if (stat(candidate, &st) < 0 || !S_ISREG(st.st_mode))
		return;
	if (*newest && (st.st_mtime < *best || (st.st_mtime == *best && !is_behind(candidate, newest))))
		return;
	*best = st.st_mtime;
	memcpy(newest, candidate, SHELF_PATH);
}

bool archive_newest(char path[SHELF_PATH], struct diags *diags)
{
	char folder[SHELF_PATH], candidate[SHELF_PATH];
	time_t best = 0;
	if (!state_folder(folder, diags))
		return false;
	*path = '\0';
	DIR *dir = opendir(folder);
	for (const struct dirent *entry; dir && (entry = readdir(dir));)
		if (*entry->d_name != '.' && path_ends(entry->d_name, ending) &&
		    path_join(candidate, SHELF_PATH, folder, entry->d_name, ""))
			keep_newer(candidate, path, &best);
	if (dir)
		closedir(dir);
	return *path || diag_error(diags, whole(folder), "no drill has been recorded yet");
}
