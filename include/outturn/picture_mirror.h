// SPDX-License-Identifier: GPL-3.0-or-later
// picture_mirror.h - a chart of flows as both sides report them.
#ifndef OUTTURN_PICTURE_MIRROR_H
#define OUTTURN_PICTURE_MIRROR_H

#include "outturn/picture.h"

#ifdef __cplusplus
extern "C" {
#endif

// One flow as both report it. NULL: that side is not in the files.
typedef struct ot_picture_pair {
    ot_view *exports; // of the exporter
    ot_view *imports; // of the importer
} ot_picture_pair;

// Borrowed while a picture is made.
typedef struct ot_picture_mirrors {
    const ot_panel *panel;
    const ot_picture_pair *pair;
    size_t pairs;
    const ot_period *at; // the periods compared; NULL: steps of the options
    size_t periods;      // (step 0: years) over all that is known
    bool last_only;      // of steps, the last known to both
} ot_picture_mirrors;

// Over steps, one pair or the two directions between two countries are a
// mirror: of the larger direction, where both sides are known at two steps or
// more. All else is a rank: the exporter's and the importer's figure of each
// pair and period, of steps the last one, the widest gap first; of one pair
// its periods as they are given. Pairs of which a side is not known are left
// out; the note says how many. Uses step, period, year_start, cif, locale and
// the titles of options.
//
// OT_E_DATA   of no pair are both sides known
OT_API ot_status ot_picture_of_mirror(const ot_picture_mirrors *mirrors,
                                      const ot_picture_options *options,
                                      ot_picture **picture, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
