/* unbacked: what a letter's own words say of an incident, and nothing on record backs.
 * Owns nothing but what an arena holds; promises that a number, a date or a deed which a template was written with is
 * told with its line, as if somebody had typed it into the draft. Never keeps a draft back, never changes its words. */
#ifndef DESK_UNBACKED_H
#define DESK_UNBACKED_H

#include "desk/drafting.h"

/* Adds what is found to the notice's `unbacked`, and each finding with its line to its `warnings`; of the arena. False
 * after adding why the proofreader's own phrases can't be read. */
bool unbacked_find(struct drafting *drafting, struct notice *notice, struct arena *arena, struct diags *diags);

#endif
