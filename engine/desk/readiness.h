/* readiness: the five operational questions of the 72 hours, answered from the record.
 * Owns nothing; promises yes, partly or no, each with the figures it stands on, from what was logged alone.
 * Never judges a person. Source of the questions: shared practice after large leaks (see README, The record as data).
 *
 * confirm    yes: `aware` was logged no later than an hour after the story's truth; partly: within twelve; else no.
 * data       yes: every fact of kind `data` was verified as it is; partly: some; no: none.
 * customers  the same for facts of kind `count`.
 * texts      yes: the playbook's comms name texts to customers by email, in-app and SMS, and each one due before EndEx
 *            that a step of this cut sends went out; no: none is named, or some were due and none went out; else
 *            partly.
 * people     yes: every question of objective `communications` was answered before it was late, and none in a way
 *            that costs more than it gives; partly: some; no: none.
 *
 * Where a record stops before EndEx, only what is settled already is answered; nothing to go by gives null, too. */
#ifndef DESK_READINESS_H
#define DESK_READINESS_H

#include "content/phrase.h"
#include "desk/account.h"

/* A list of {id, answer, basis}: `id` is confirm, data, customers, texts, people; `answer` yes, partly or no, or null
 * when the record can't tell; `basis` one sentence with its figures. The caller owns it. */
struct jsn *readiness_answers(const struct account *account, const struct phrases *phrases);

#endif
