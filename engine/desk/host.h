/* host: leads a room through a session at a console: opening, questions, read-back, clock audit, hot wash.
 * Owns the console and what is only on the screen (a half-confirmed choice); promises that what it shows was journalled
 * before, and that no key ends a drill by accident. Never changes the session but through the room. */
#ifndef DESK_HOST_H
#define DESK_HOST_H

#include "desk/console.h"
#include "desk/frame.h"
#include "desk/hand.h"
#include "desk/room.h"

enum host_stage { HOST_OPENING, HOST_RUNNING, HOST_AUDIT, HOST_WASH, HOST_DONE };

struct host {
	struct room *room;
	struct console *console;
	struct frame frame;
	struct text text;
	struct jsn *model; /* the after-action model that the hot wash was shown from */
	struct hand hand;  /* whose outlet has drafts, and the page for counsel */
	enum host_stage stage;
	char *pending; /* a choice read back, waiting for Enter; malloc'ed */
	int pending_question;
	int question;    /* current when the line was begun */
	int dropped;     /* lines too long to take: they count as typed */
	int asked;       /* the deadline the audit asked about last */
	int64_t talk_ms; /* as last seen, to tell when it runs out */
	bool going;      /* of a share: on to what concerns the person (lead) */
	bool quiet;      /* time went on, and nothing was told of it */
	bool leaving, failed;
};

struct host_setup {
	FILE *script; /* NULL: standard input */
	bool plain, alone, resumed, automatic;
};

void host_open(struct host *host, struct room *room, const struct host_setup *setup);
void host_close(struct host *host);

/* A sentence; and what was gathered in host->text, as it stands. */
void host_say(struct host *host, const char *s);
void host_flush(struct host *host);

/* Shows a turn, or, when it is NULL, why there is none. */
void host_show(struct host *host, const struct event_turn *turn, const char *why);

/* Takes over what stands in its room now: another session. */
void host_exchange(struct host *host);

/* Goes from running to audit, hot wash and summary as the session allows, saying each once. */
void host_advance(struct host *host);
void host_prompt(struct host *host);

/* One line, or whatever else the console noticed. */
void host_line(struct host *host, const char *line);
void host_notice(struct host *host, enum console_event event);

/* Leaves, and says how to go on. */
void host_leave(struct host *host);

/* How long to wait for a line. */
int host_timeout(const struct host *host);

#endif
