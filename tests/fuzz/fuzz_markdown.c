/* Any text as Markdown, and as every part of a mail: no markup of its own, nothing fetched, no header, no long line. */
#include "base/mail.h"
#include "base/markdown.h"
#include "base/sms.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Only what CommonMark itself writes may be an element. */
static void assert_harmless(const char *html)
{
	static const char *const elements[] = {"p>",
	                                       "h1>",
	                                       "h2>",
	                                       "h3>",
	                                       "h4>",
	                                       "h5>",
	                                       "h6>",
	                                       "em>",
	                                       "strong>",
	                                       "ul>",
	                                       "ol>",
	                                       "li>",
	                                       "ol start=",
	                                       "blockquote>",
	                                       "pre>",
	                                       "code>",
	                                       "code class=",
	                                       "hr />",
	                                       "br />",
	                                       "a href=\"http",
	                                       "a href=\"mailto:",
	                                       "a href=\"tel:",
	                                       "a>",
	                                       "!-- -->"};
	for (const char *at = html; (at = strchr(at, '<')); at++) {
		const char *name = at + 1 + (at[1] == '/');
		size_t i = 0;
		while (i < sizeof elements / sizeof *elements && strncmp(name, elements[i], strlen(elements[i])) != 0)
			i++;
		if (i == sizeof elements / sizeof *elements)
			abort();
	}
}

/* Ten headers at most, each ours; every line ended by CRLF, none longer than 78 bytes. */
static void assert_mail(const char *mail)
{
	static const char *const headers[] = {
	    "X-Unsent:", "Date:", "From:", "Subject:", "Message-ID:", "MIME-Version:", "Content-Type:", " "};
	bool body = false;
	for (const char *line = mail, *end; *line; line = end + 2) {
		size_t i = 0, n = sizeof headers / sizeof *headers;
		end = strstr(line, "\r\n");
		if (!end || end - line > 78 || memchr(line, '\n', (size_t)(end - line)))
			abort();
		body = body || end == line;
		while (!body && i < n && strncmp(line, headers[i], strlen(headers[i])) != 0)
			i++;
		if (i == n)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = malloc(size + 1);
	struct text html = {0}, text = {0}, mail = {0};
	if (!s)
		abort();
	memcpy(s, data, size);
	s[size] = '\0';
	markdown_html(s, size, &html);
	assert_harmless(html.data);
	markdown_text(s, size, (int)(size % 90), &text);
	mail_write(&(struct mail){.from = "a@b.example",
	                          .from_name = s,
	                          .to = s,
	                          .subject = s,
	                          .text = text.data,
	                          .html = html.data,
	                          .id = s},
	           &mail);
	if (!mail_is_address(s))
		assert_mail(mail.data);
	for (size_t n = 0, at = 0; at < strlen(s); n++) {
		size_t next = sms_segment(s, strlen(s), n + 1);
		if (next <= at)
			abort(); /* every message takes something */
		at = next;
		if (n > 2)
			break;
	}
	text_free(&html);
	text_free(&text);
	text_free(&mail);
	free(s);
	return 0;
}
