/* fingerprint: the mark by which an approval names the very words of a notice.
 * Owns nothing; promises one mark for a notice and for every file that it is written to, whatever the format, however
 * the lines are broken, with and without EXERCISE or DRAFT, and another mark for another letter or digit. Never knows
 * who approved. */
#ifndef DESK_FINGERPRINT_H
#define DESK_FINGERPRINT_H

#include "base/file.h"
#include "exercise/notice.h"

enum { FINGERPRINT = 12 }; /* characters, 0-9 and a-f: the first digits of a SHA-256 */

void fingerprint_notice(const struct notice *notice, char out[FINGERPRINT + 1]);

/* Of a file as somebody saved it: text, Markdown, HTML, a mail. */
void fingerprint_file(const struct file *file, char out[FINGERPRINT + 1]);

#endif
