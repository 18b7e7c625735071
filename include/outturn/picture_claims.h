// SPDX-License-Identifier: GPL-3.0-or-later
// picture_claims.h - charts of stated figures, and of what was found of them.
#ifndef OUTTURN_PICTURE_CLAIMS_H
#define OUTTURN_PICTURE_CLAIMS_H

#include "outturn/check.h"
#include "outturn/picture.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ot_picture_stated {
    const ot_claim *claim;
    const ot_finding *finding; // NULL: it was not checked
} ot_picture_stated;

// Borrowed while a picture is made.
typedef struct ot_picture_claims {
    const ot_panel *panel; // what they were held against; NULL: each other
    const char *source;    // the text that states them
    const ot_picture_stated *stated;
    size_t n;
} ot_picture_claims;

// A number line of the figures of one unit. Checked ones: at most three, the
// gravest first, each with what the data say, or the landing, or the other
// figures imply; those of the unit of the gravest. Unchecked ones: at most six
// of the unit that most of them are in, in their order. The note says how many
// there are. Uses the locale and the titles of options.
//
// OT_E_DATA   there is none that can be drawn
OT_API ot_status ot_picture_of_claims(const ot_picture_claims *claims,
                                      const ot_picture_options *options,
                                      ot_picture **picture, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
