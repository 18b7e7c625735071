// SPDX-License-Identifier: GPL-3.0-or-later
// tops.h - what pictures of rankings in one period and over time share.
#ifndef OT_REPORT_TOPS_H
#define OT_REPORT_TOPS_H

#include "report/subject.h"

// Of row k.
const char *ot__tops_name(const ot_picture_tops *t, const ot_picture_ranking *r,
                          size_t k);
// The same in a headline, where the code of a chapter would read as a number:
// "electrical goods, electronics".
const char *ot__tops_said(const ot_picture_tops *t, const ot_picture_ranking *r,
                          size_t k);
// "US imports", "US imports from 22 partners".
void ot__tops_say(ot_buf *b, const ot_picture_tops *t,
                  const ot_picture_ranking *r);
// The subtitle but for the period, and in the note what is not drawn.
void ot__tops_below(ot_picture *p, const ot_picture_tops *t,
                    const ot_picture_ranking *r, const char *what);
// Of several periods, of one of which at least something is known.
ot_status ot__tops_over_time(const ot_picture_tops *t,
                             const ot_picture_options *options,
                             ot_picture **picture, ot_error *err);

#endif
