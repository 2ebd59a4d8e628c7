/* readiness: the five operational questions of the 72 hours, answered from the record.
 * Owns nothing; promises yes, partly or no, each with the figures it stands on, from what was logged alone.
 * Never judges a person. Source of the questions: shared practice after large leaks (see README, The record as data).
 */
#ifndef DESK_READINESS_H
#define DESK_READINESS_H

#include "content/phrase.h"
#include "desk/account.h"

/* A list of {id, answer, basis}: `id` is confirm, data, customers, texts, people; `answer` yes, partly or no, or null
 * when the record can't tell (EndEx came before it could); `basis` one sentence with its figures. The caller owns it.
 */
struct jsn *readiness_answers(const struct account *account, const struct phrases *phrases);

#endif
