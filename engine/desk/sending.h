/* sending: how a notice is drafted, approved and let out: the lines for it.
 * Owns nothing; promises that an approval names the role it is for and how it was given, and that publishing is read
 * back whole: what, to whom, in which languages, approved by whom, what is missing. Never writes a notice. */
#ifndef DESK_SENDING_H
#define DESK_SENDING_H

#include "desk/line.h"

/* `draft customer-holding en zh`, `draft customer-holding en from FILE`: act.text is the name as typed (NULL: which are
 * there?), act.over the languages (NULL: the playbook's), act.why the file. */
bool sending_read_draft(struct line *line);

/* `approve customer-holding for legal by phone at 21:55`: refs[0] the notice, other the role, who its holder, why how.
 */
bool sending_read_approve(struct line *line);

/* `publish customer-holding because ...`: refs[0] the notice; read back unless it would be refused. */
bool sending_read_publish(struct line *line);

/* `brief legal` */
bool sending_read_brief(struct line *line);

/* Appends who must approve a notice kind and who has: "legal (approved by Adeline Chua, in the room), incident-lead
 * (not yet)". */
void sending_approvals(const struct session *session, int notice, struct text *out);

/* To whom it goes: the playbook's words for it; of a form under a law (`regime`; NULL: none) its authority's name; else
 * the vocabulary's word. */
const char *sending_audience(const struct world *world, int notice, const char *regime);

#endif
