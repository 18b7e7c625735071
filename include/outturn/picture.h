// SPDX-License-Identifier: GPL-3.0-or-later
// picture.h - a chart made of a selection, with titles that its numbers say.
#ifndef OUTTURN_PICTURE_H
#define OUTTURN_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/chart.h"
#include "outturn/panel.h"
#include "outturn/project.h"

#ifdef __cplusplus
extern "C" {
#endif

// Owns what its chart borrows; free with ot_picture_free.
typedef struct ot_picture ot_picture;

typedef struct ot_picture_options {
    // race: the year that runs (months 0: the year of the last month known).
    // line: the months shown (months 0: all there are).
    ot_period period;
    int year_start; // 0 or 1: January
    int32_t step;   // line: months of a value; 0: the finest there is
    size_t years;   // race: earlier years shown; 0: all there are
    // race: where the year may end; NULL: not shown. Borrowed while making.
    const ot_outlook *outlook;
    const ot_view *later; // race: what became known later; NULL: not shown
    // share, rank, contribution, waterfall: of what the views are parts (the
    // same flow with the world); NULL: of their sum.
    const ot_view *whole;
    const ot_claim_bar *claim;     // NULL: none; copied
    const ot_chart_locale *locale; // NULL: English; titles made are English
    // mirror: what imports valued cif may be of exports; hi 0: 1.00 to 1.10.
    ot_interval cif;
    // NULL: made of the data.
    const char *headline, *subtitle, *source, *note;
} ot_picture_options;

// What a kind of chart wants of a selection.
typedef struct ot_picture_kind {
    const char *kind;
    const char *flows; // where none is named: "turnover", "export,import"
    bool partners;     // several: all there are, where none is named
    bool landing;      // it shows where the year that runs may end
    bool both;         // beside a view what the partner reports of it
} ot_picture_kind;

OT_API const ot_picture_kind *ot_picture_kind_of(const ot_chart_kind *kind);

// Makes a chart of this kind of the views, at least one: one flow with one
// partner for claim, fan, growth, race and season; exports and imports for a
// balance; exports of the one side and imports of the other for a mirror; one
// flow with several partners for the others.
// The views need not outlive it.
//
// OT_E_USAGE  a kind that cannot be made of views, or of so many
// OT_E_DATA   nothing known to draw; a race of yearly figures
OT_API ot_status ot_picture_make(const ot_chart_kind *kind,
                                 const ot_panel *panel, ot_view *const views[],
                                 size_t count,
                                 const ot_picture_options *options,
                                 ot_picture **picture, ot_error *err);
OT_API void ot_picture_free(ot_picture *picture); // NULL is fine
OT_API const ot_chart *ot_picture_chart(const ot_picture *picture);

#ifdef __cplusplus
}
#endif
#endif
