// SPDX-License-Identifier: GPL-3.0-or-later
// picture_revisions.h - charts of how figures differ between releases.
#ifndef OUTTURN_PICTURE_REVISIONS_H
#define OUTTURN_PICTURE_REVISIONS_H

#include "outturn/picture.h"
#include "outturn/revisions.h"

#ifdef __cplusplus
extern "C" {
#endif

// What ot_revisions_new compared. Borrowed while a picture is made.
typedef struct ot_picture_revised {
    const ot_panel *panel;       // of the newer release
    const ot_panel *older;       // NULL: both releases are in one
    ot_view *const *after;       // the series that it compared
    size_t n;                    // of them
    const char *was, *now;       // names of the two releases, in words
    const ot_revisions *revised; // what differs
} ot_picture_revised;

// A rank of the figures that changed most, at most 10, the largest
// difference first: what each was and is.
// Uses the locale and the titles of options.
//
// OT_E_DATA   no figure is known in both and differs
OT_API ot_status ot_picture_of_revisions(const ot_picture_revised *revised,
                                         const ot_picture_options *options,
                                         ot_picture **picture, ot_error *err);

// Lines of one series as n releases, oldest first, told it: the newest in
// bold, the three before it by name. Uses period (months 0: the last 24
// steps), step (0: the finest), year_start, locale and the titles of options.
//
// OT_E_DATA   nothing is known of the period
OT_API ot_status ot_picture_of_releases(const ot_panel *panel,
                                        const ot_view *view,
                                        const ot_day release[], size_t n,
                                        const ot_picture_options *options,
                                        ot_picture **picture, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
