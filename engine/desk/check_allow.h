/* check_allow: the comments with which an author silences a finding.
 * Owns nothing; promises that only warnings and notes can be allowed, on the comment's own line or, where it stands
 * alone, on the next line that is no comment, and that an allow without use is told. Never changes a file. */
#ifndef DESK_CHECK_ALLOW_H
#define DESK_CHECK_ALLOW_H

#include "base/diag.h"

/* Takes out of the findings what the comments of their sources allow:
 *   -- drill72: allow CODE, CODE: the reason        (Lua)
 *   # drill72: allow CODE                           (YAML)
 *   {{! drill72: allow CODE }}                      (Mustache)
 * and adds what is wrong with those of `file`, the one that is checked. */
void check_allow(struct diags *diags, const char *file);

#endif
