/* dateline: what a text says of its own dates: when it was written, and by whose clocks its times are.
 * Owns nothing; promises that only a head of the company's name, a date, a time and a zone, or a subject's end, is when
 * it was written, and never an instant still to come. Never judges another date. */
#ifndef DESK_DATELINE_H
#define DESK_DATELINE_H

#include "content/overclaim.h"
#include "desk/sheet.h"

/* Fills sheet->times. */
void dateline_read(struct sheet *sheet, const struct overclaim *overclaim);

#endif
