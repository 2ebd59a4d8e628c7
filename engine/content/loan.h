/* loan: a playbook that another company wrote, lent to one that has none of its own.
 * Owns nothing; promises that what it leaves is anybody's (role ids, steps, severities, pauses, which kinds there are
 * and which roles approve them), and nothing by which the lender, its people or its partners could be known; a drill
 * borrows the people and systems, too. Never adds but whose it is now. */
#ifndef CONTENT_LOAN_H
#define CONTENT_LOAN_H

#include "content/playbook.h"

#include <stdbool.h>

/* Takes out the company, names and phone numbers, systems, contracts, the order of calling, its own definitions, and
 * of each kind of notice its readers, languages and promised times. */
void loan_strip(struct playbook *playbook);

/* Names at .example lead nowhere, whoever wrote them. */
bool loan_invented(const char *contact);

/* For a drill of `company`, which has no playbook: where an invented other one wrote this, its name, zone and customers
 * become the company's, and its contracts go. False when nothing had to change. */
bool loan_to(struct playbook *playbook, const struct playbook_company *company);

#endif
