// SPDX-License-Identifier: GPL-3.0-or-later
// stated.h - what stands beside a stated figure in a picture of it.
#ifndef OT_REPORT_STATED_H
#define OT_REPORT_STATED_H

#include "outturn/picture_claims.h"

typedef struct ot_found {
    bool known;
    char label[96];
    char says[96]; // in a headline: ": the data say "
    ot_row_style style;
    double y, lo, hi; // base units; lo, hi NaN: y alone
} ot_found;

// The data's figure, that of the reading that fits instead, or the landing;
// without data what the other figures imply, or what the pace so far makes.
ot_found ot__stated_beside(const ot_picture_stated *stated);

#endif
