// SPDX-License-Identifier: GPL-3.0-or-later
// picture_of.h - charts made of results: the figures drawn are those that a
// table of the result shows.
#ifndef OUTTURN_PICTURE_OF_H
#define OUTTURN_PICTURE_OF_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/indicator.h"
#include "outturn/picture.h"
#include "outturn/price_index.h"
#include "outturn/top.h"

#ifdef __cplusplus
extern "C" {
#endif

// What the figures of a result are of. Borrowed while a picture is made.
typedef struct ot_picture_subject {
    const ot_panel *panel;     // names of areas, and the files
    ot_area reporter, partner; // OT_AREA_NONE: several, or all
    const ot_flow *flow;       // NULL: several
    const char *commodity;     // "", "TOTAL": all goods
    const char *basis;         // "": any
    ot_unit unit;              // of amounts, scale 0
    const ot_rates *rates;     // NULL: as published
    ot_day release;            // OT_DAY_NONE: undated
} ot_picture_subject;

// ---- what a total is made of -----------------------------------------------

// One period of a ranking, by ot_top_make.
typedef struct ot_picture_ranking {
    ot_period period, base;
    bool alone;              // nothing is known of the base period
    bool whole;              // the total is that of all
    size_t partners;         // it is added up of so many; 0: not said
    const ot_top *top;       // NULL: nothing is known of the period
    const ot_top *without;   // the same rows without something; NULL
    const ot_top_part *part; // what it was made of
    const size_t *of;        // of each part: the number of its name
    size_t parts;
    size_t unknown; // that have no value, and so no part
} ot_picture_ranking;

typedef struct ot_picture_tops {
    ot_picture_subject subject;
    const char *by; // what parts are: "partner", "HS section"
    const ot_picture_ranking *run;
    size_t runs;             // at least one
    const char *const *name; // by number
    ot_top_order order;
    const char *left_out; // what `without` is without, in words; NULL
} ot_picture_tops;

// One period by value is a share (a rank, where a part is below zero), by
// change a waterfall from the base period; with and without something a rank of
// both. Several are lines, of more than four parts multiples, by change
// contributions over time; with and without something the two totals.
//
// OT_E_USAGE  several periods that are not as long as each other, or not whole
//             steps apart
// OT_E_DATA   nothing is known
OT_API ot_status ot_picture_of_top(const ot_picture_tops *tops,
                                   const ot_picture_options *options,
                                   ot_picture **picture, ot_error *err);

// ---- price and volume ------------------------------------------------------

// One flow in one period against another.
typedef struct ot_picture_index {
    const ot_flow *flow;
    ot_period period, base;
    const ot_price_index *index; // NULL: nothing can be compared
} ot_picture_index;

typedef struct ot_picture_indices {
    ot_picture_subject subject; // its flow and partner are those of all
    const char *by;             // what unit values are by: "netweight"
    const ot_picture_index *run;
    size_t runs;
} ot_picture_indices;

// One period is a waterfall for each flow, one or two: from the base value by
// price, by quantity and by what is not compared to the value. Several are
// lines where the base is 100: value, price and volume of one flow, or the
// prices of exports and imports and the terms of trade.
//
// OT_E_USAGE  flows that do not go into one picture, or periods as above
// OT_E_DATA   nothing can be compared
OT_API ot_status ot_picture_of_index(const ot_picture_indices *indices,
                                     const ot_picture_options *options,
                                     ot_picture **picture, ot_error *err);

// ---- indicators ------------------------------------------------------------

typedef struct ot_picture_figure {
    const ot_indicator *indicator;
    ot_period period;
    const char *partner; // "": of all, or of the only one
    const char *of;      // "all", or the commodity or partner it is of
    double y;            // NaN: undefined
} ot_picture_figure;

typedef struct ot_picture_indicators {
    ot_picture_subject subject; // its flow is not said
    const ot_picture_figure *at;
    size_t n;
} ot_picture_indicators;

// One period is a rank; of rca with a line at 1, where a share is that of the
// world. Several are lines, of more than four or of several indicators
// multiples, the largest first.
//
// OT_E_USAGE  periods that are not as long as each other, or not whole steps
//             apart
// OT_E_DATA   none is defined
OT_API ot_status ot_picture_of_indicators(const ot_picture_indicators *all,
                                          const ot_picture_options *options,
                                          ot_picture **picture, ot_error *err);

// ---- where many series end
// ---------------------------------------------------

typedef struct ot_picture_landing {
    const char *label; // "Mexico"
    double total;      // where its period ends; NaN: not projected
    double last_year;  // the same period a year before; NaN: not known
} ot_picture_landing;

typedef struct ot_picture_landings {
    ot_picture_subject subject;
    const char *by;   // what series are by: "partner"
    ot_period period; // that is projected
    int32_t known;    // last month known of any; INT32_MIN: none
    double total;     // of all that are projected; NaN: not said
    size_t n;
    const ot_picture_landing *at;
} ot_picture_landings;

// A rank: where each series may end, and what it was a year before.
//
// OT_E_DATA  none is projected
OT_API ot_status ot_picture_of_landings(const ot_picture_landings *all,
                                        const ot_picture_options *options,
                                        ot_picture **picture, ot_error *err);

// ---- coverage --------------------------------------------------------------

// How many figures a sealed panel holds of each month, in a box for every
// reporter, flow and unit, those with most first: of each box in steps of the
// length of period that most of its figures have, the others left out. A step
// without any is a gap.
//
// OT_E_DATA  the panel holds no figure, or only sums of them (ot_panel_added)
OT_API ot_status ot_picture_of_coverage(const ot_panel *panel,
                                        const ot_picture_options *options,
                                        ot_picture **picture, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
