/* prose_mail: a mail message as prose: its subject and its text and HTML parts, decoded (RFC 2045 to 2047, RFC 5322).
 * Owns nothing but what the prose's arena holds; promises that each character knows its byte in the encoded file, and
 * that a part in an unknown character set is told, not guessed. Never opens attachments. */
#ifndef DESK_PROSE_MAIL_H
#define DESK_PROSE_MAIL_H

#include "desk/prose.h"

void prose_mail_read(struct prose *prose, const struct prose_source *source, struct diags *diags);

#endif
