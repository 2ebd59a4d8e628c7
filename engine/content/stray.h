/* stray: a key or an id that is not known where it stands: what is said of it.
 * Owns the table of what is often put in the wrong place; promises that such a key is told where it belongs, and any
 * other the nearest right name. Never reads a value. */
#ifndef CONTENT_STRAY_H
#define CONTENT_STRAY_H

#include "content/names.h"
#include "content/scalar.h"

/* Adds `unknown key "KEY" in WHAT`; `keys` are those that WHAT has. */
void stray_key(const struct scalar *how, const char *what, const struct yml_pair *pair, const char *const *keys,
               size_t n);

/* Adds `unknown KIND "ID"`. */
void stray_id(const struct scalar *how, const struct names *names, enum names_kind kind, const char *id,
              struct diag_place place);

#endif
