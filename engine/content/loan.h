/* loan: a playbook that another company wrote, lent to one that has none of its own.
 * Owns nothing; promises that what it leaves is anybody's (role ids, steps, severities, pauses, which kinds there are
 * and which roles approve them), and nothing by which the lender, its people or its partners could be known. Never
 * adds. */
#ifndef CONTENT_LOAN_H
#define CONTENT_LOAN_H

#include "content/playbook.h"

/* Takes out the company, names and phone numbers, systems, contracts, the order of calling, its own definitions, and
 * of each kind of notice its readers, languages and promised times. */
void loan_strip(struct playbook *playbook);

#endif
