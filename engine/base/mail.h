/* mail: an unsent message as a file (RFC 5322, RFC 2045 to 2047).
 * Owns nothing; promises that no value can add a header or a part, that lines stay within 78 bytes, and that mail
 * programs open it as a draft. Never sends. */
#ifndef BASE_MAIL_H
#define BASE_MAIL_H

#include "base/text.h"

#include <stdint.h>

struct mail {
	const char *from, *from_name; /* an address; a name, may be NULL */
	const char *to;               /* an address, or NULL: no recipient */
	const char *subject;
	const char *text, *html; /* both parts, UTF-8 */
	int64_t date;            /* seconds since 1970 */
	const char *id; /* what its Message-ID and boundary are made from, so that the same mail has the same bytes */
};

/* Appends the message, CRLF at line ends. An address that is none is left out, as NULL is; a control character in a
 * header becomes a space. */
void mail_write(const struct mail *mail, struct text *out);

/* One plain address (privacy@shop.example) that fits on a line. */
bool mail_is_address(const char *address);

#endif
