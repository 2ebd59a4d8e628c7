/* reply: what somebody types behind a read-back: yes, no, or another line.
 * Owns nothing; promises that an empty line is a yes, and that the plain words for yes and no are understood in every
 * language that notices are in. Never carries anything out. */
#ifndef DESK_REPLY_H
#define DESK_REPLY_H

enum reply { REPLY_YES, REPLY_NO, REPLY_OTHER };

enum reply reply_read(const char *line);

#endif
