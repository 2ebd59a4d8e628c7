/* advice: what a kind of data means for the people it is about, and what they can do now (comms-templates/advice.yaml).
 * Owns nothing but what its arena holds; promises each text in every language that notices are written in, or a fault.
 * Never knows an incident: the confirmed categories choose what is said. */
#ifndef CONTENT_ADVICE_H
#define CONTENT_ADVICE_H

#include "content/shape.h"

struct advice_category {
	struct shape_entry entry; /* its id: "contact", "orders", "bank", "logins", "payments" ... */
	int32_t urgency;          /* what is most urgent comes first: 1 */
	const struct yml *name;   /* "bank account numbers for refunds": all texts by language, for yml_in */
	const struct yml *harm;   /* what may come of it */
	const struct yml *risk;   /* the same, about those people and not to them; NULL: as `harm` has it */
	const struct yml *steps;  /* a list of texts by language: what to do now */
};

struct advice_remedy {            /* how a law lets people ask for redress */
	struct shape_entry entry; /* its id: a regime's */
	const struct yml *text;
};

struct advice {
	struct shape_entry entry;
	const char *id, *reviewed;
	struct shape_list categories, remedies;
};

/* NULL after adding every fault: a text that a language of `languages` lacks is one. */
struct advice *advice_load(const struct file *file, const struct shape_texts *languages,
                           const struct shape_reader *reader);

const struct advice_category *advice_category(const struct advice *advice, const char *id); /* NULL */
const struct advice_remedy *advice_remedy(const struct advice *advice, const char *regime); /* NULL */

#endif
