#include "exercise/voucher.h"

#include "base/tree.h"

#include <stdio.h>
#include <string.h>

enum { KEY = 64 };

/* A name in a template has no blanks in it. */
static void key_of(const char *name, char key[KEY])
{
	snprintf(key, KEY, " %s", name ? name : "");
}

int vouchers_add(struct vouchers *vouchers, struct voucher voucher)
{
	*(struct voucher *)arena_push(vouchers->arena, &vouchers->v, &vouchers->n, sizeof voucher) = voucher;
	return (int)vouchers->n - 1;
}

int vouchers_deed(struct vouchers *vouchers, const struct matter_deed *deed)
{
	return vouchers_add(
	    vouchers,
	    (struct voucher){.kind = VOUCHER_DEED, .fact = NAMES_NONE, .action = deed->action, .proof = deed->proof});
}

int vouchers_moment(struct vouchers *vouchers, const struct matter *matter, int moment)
{
	return vouchers_add(vouchers, (struct voucher){.kind = VOUCHER_MOMENT,
	                                               .fact = NAMES_NONE,
	                                               .action = NAMES_NONE,
	                                               .moment = moment,
	                                               .proof = matter->logged[moment]});
}

void voucher_back(struct jsn *object, const char *name, int number)
{
	char key[KEY];
	key_of(name, key);
	tree_number(object, key, number);
}

const struct voucher *voucher_of(const struct vouchers *vouchers, const struct jsn *holder, const char *name)
{
	char key[KEY];
	const char *dot = name ? strrchr(name, '.') : NULL;
	key_of(dot ? dot + 1 : name, key);
	int64_t number = jsn_number(jsn_get(holder, key), jsn_number(jsn_get(holder, " "), NAMES_NONE));
	return number >= 0 && (size_t)number < vouchers->n ? &vouchers->v[number] : NULL;
}
