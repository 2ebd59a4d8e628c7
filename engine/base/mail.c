#include "base/mail.h"

#include "base/hash.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LINE = 76, ADDRESS_MAX = 64, MARK = 12 /* "=?UTF-8?B?" and "?=" */, ID = 32 };

static const char hex[] = "0123456789ABCDEF";

/* ---- addresses ---- */

static bool all_of(const char *s, size_t len, const char *more)
{
	for (size_t i = 0; i < len; i++) {
		bool plain =
		    (s[i] >= '0' && s[i] <= '9') || (s[i] >= 'A' && s[i] <= 'Z') || (s[i] >= 'a' && s[i] <= 'z');
		if (!plain && !strchr(more, s[i]))
			return false;
	}
	return true;
}

/* Parts between dots, none of them empty. */
static bool dotted(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] == '.' && (i == 0 || i + 1 == len || s[i + 1] == '.'))
			return false;
	return len > 0;
}

bool mail_is_address(const char *address)
{
	const char *at = address ? strchr(address, '@') : NULL;
	if (!at || strlen(address) > ADDRESS_MAX)
		return false;
	size_t local = (size_t)(at - address), domain = strlen(at + 1);
	return dotted(address, local) && all_of(address, local, ".!#$%&'*+/=?^_`{|}~-") && dotted(at + 1, domain) &&
	       all_of(at + 1, domain, ".-") && strchr(at + 1, '.');
}

/* ---- headers ---- */

/* What may stand in a header: no control character, runs of blanks as one, no blank at either end. */
static void flatten(const char *s, struct text *out)
{
	while (*s) {
		const char *from = s;
		int32_t c = text_next(&s);
		if (c >= 0 && (c <= ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029))
			text_add(out, out->len && out->data[out->len - 1] != ' ' ? " " : "");
		else if (c < 0)
			text_add(out, "\xef\xbf\xbd");
		else
			text_add_bytes(out, from, (size_t)(s - from));
	}
	text_add(out, "");
	if (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

/* Whether it can stand as it is: ASCII without what looks encoded, in words that fold. */
static bool foldable(const char *s)
{
	size_t word = 0;
	for (; *s; s++) {
		word = *s == ' ' ? 0 : word + 1;
		if ((unsigned char)*s > 0x7e || word > LINE / 2 || (s[0] == '=' && s[1] == '?'))
			return false;
	}
	return true;
}

static void add_folded(const char *s, size_t column, struct text *out)
{
	while (*s) {
		size_t len = strcspn(s, " ");
		if (column + 1 + len > LINE) {
			text_add(out, "\r\n");
			column = 0;
		}
		text_add(out, " ");
		text_add_bytes(out, s, len);
		column += 1 + len;
		s += len + (s[len] == ' ');
	}
}

static void add_base64(const char *bytes, size_t len, struct text *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < len; i += 3) {
		uint32_t group = 0;
		char four[5] = "====";
		for (size_t k = 0; k < 3; k++)
			group = group << 8 | (i + k < len ? (unsigned char)bytes[i + k] : 0);
		for (size_t k = 0; k < 4 && i + k <= len; k++)
			four[k] = digits[group >> (18 - 6 * k) & 63];
		text_add(out, four);
	}
}

/* RFC 2047: encoded words, a whole number of characters each. */
static void add_encoded(const char *s, size_t column, struct text *out)
{
	while (*s) {
		size_t most = (LINE - 1 - MARK - column) / 4 * 3;
		const char *end = s;
		for (const char *next = end; *next && (text_next(&next), (size_t)(next - s) <= most);)
			end = next;
		text_add(out, " =?UTF-8?B?");
		add_base64(s, (size_t)(end - s), out);
		text_add(out, *end ? "?=\r\n" : "?=");
		s = end;
		column = 0;
	}
}

static void add_phrase(const char *s, size_t column, struct text *out)
{
	if (foldable(s))
		add_folded(s, column, out);
	else
		add_encoded(s, column, out);
}

static void add_subject(const char *subject, struct text *out)
{
	struct text flat = {0};
	flatten(subject, &flat);
	text_add(out, "Subject:");
	add_phrase(flat.data, strlen("Subject:"), out);
	text_add(out, "\r\n");
	text_free(&flat);
}

/* A name of letters and spaces stands as it is; any other is encoded, so that no quote has to be escaped. */
static void add_from(const struct mail *mail, struct text *out)
{
	struct text flat = {0};
	if (!mail_is_address(mail->from))
		return;
	flatten(mail->from_name ? mail->from_name : "", &flat);
	text_add(out, "From:");
	if (flat.len && all_of(flat.data, flat.len, " -") && foldable(flat.data))
		add_folded(flat.data, strlen("From:"), out);
	else if (flat.len)
		add_encoded(flat.data, strlen("From:"), out);
	text_addf(out, "%s <%s>\r\n", flat.len ? "\r\n" : "", mail->from);
	text_free(&flat);
}

static void add_date(int64_t date, struct text *out)
{
	static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	time_t when = (time_t)date;
	struct tm tm = {0};
	gmtime_r(&when, &tm);
	text_addf(out, "Date: %s, %02d %s %04d %02d:%02d:%02d +0000\r\n", days[tm.tm_wday], tm.tm_mday,
	          months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* ---- parts ---- */

/* RFC 2045, 6.7. A dot alone on a line and "From " are encoded, too: some gateways read more into them. */
static bool literal(const char *s, const char *line)
{
	unsigned char c = (unsigned char)*s;
	if (s == line && (c == '.' || strncmp(s, "From ", 5) == 0))
		return false;
	if (c == ' ' || c == '\t')
		return s[1] && s[1] != '\n' && s[1] != '\r';
	return c > ' ' && c < 0x7f && c != '=';
}

static void add_quoted(const char *s, struct text *out)
{
	const char *line = s;
	for (size_t column = 0; *s; s++) {
		size_t len = literal(s, line) ? 1 : 3;
		if (*s == '\r' && s[1] == '\n')
			continue;
		if (*s == '\n') {
			text_add(out, "\r\n");
			line = s + 1;
			column = 0;
			continue;
		}
		if (column + len > LINE - 1) {
			text_add(out, "=\r\n");
			column = 0;
		}
		column += len;
		if (len == 1)
			text_add_bytes(out, s, 1);
		else
			text_addf(out, "=%c%c", hex[(unsigned char)*s >> 4], hex[(unsigned char)*s & 15]);
	}
	text_add(out, "\r\n");
}

static void add_part(const char *type, const char *s, const char *boundary, struct text *out)
{
	text_addf(out,
	          "--%s\r\n"
	          "Content-Type: text/%s; charset=utf-8\r\n"
	          "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
	          boundary, type);
	add_quoted(s, out);
}

void mail_write(const struct mail *mail, struct text *out)
{
	char digest[HASH_HEX + 1], boundary[ID + 16];
	hash_hex(mail->id, strlen(mail->id), digest);
	/* "=_" can't come of quoted-printable, so that no text can hold the boundary */
	snprintf(boundary, sizeof boundary, "=_drill72_%.*s", ID, digest);
	text_add(out, "X-Unsent: 1\r\n");
	add_date(mail->date, out);
	add_from(mail, out);
	if (mail_is_address(mail->to))
		text_addf(out, "To: <%s>\r\n", mail->to);
	add_subject(mail->subject, out);
	text_addf(out, "Message-ID: <%.*s@drill72.invalid>\r\nMIME-Version: 1.0\r\n", ID, digest);
	text_addf(out, "Content-Type: multipart/alternative;\r\n boundary=\"%s\"\r\n\r\n", boundary);
	add_part("plain", mail->text, boundary, out);
	add_part("html", mail->html, boundary, out);
	text_addf(out, "--%s--\r\n", boundary);
}
