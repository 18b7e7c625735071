// SPDX-License-Identifier: GPL-3.0-or-later
// figure.h - a stated figure ("exceeding 8.3 billion") as intervals.
#ifndef OUTTURN_FIGURE_H
#define OUTTURN_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/decimal.h"
#include "outturn/interval.h"
#include "outturn/unit.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_hedge {
    OT_HEDGE_NONE = 0,
    OT_HEDGE_EXACT, // exactly, precisely
    OT_HEDGE_OVER,  // more than, over, exceeding, above
    OT_HEDGE_AT_LEAST,
    OT_HEDGE_NEARLY, // nearly, almost, just under, close to
    OT_HEDGE_UNDER,  // less than, under, below
    OT_HEDGE_UP_TO,  // up to, as much as, at most
    OT_HEDGE_ABOUT,  // about, around, some, roughly, ~
    OT_HEDGE_SLIGHTLY_OVER,
    OT_HEDGE_SLIGHTLY_UNDER,
    OT_HEDGE_RANGE // 14-16, between .. and .., from .. to ..
} ot_hedge;

// All intervals are in base units: 8.3 billion USD is 8.3e9, "5 %" is 5 (per
// cent), "2.5 times" is 2.5. `usual` is what the figure is judged on; `hard` is
// what its words allow at most; for figures that are not one-sided both are the
// same. `truncated` is the reading as a figure cut, not rounded ([8.3, 8.4]);
// `loose` the wider reading of a bare round number or of a range; none where
// there is none.
typedef struct ot_figure {
    ot_interval usual, hard, truncated, loose;
    double point; // the number named (the middle of a range)
    double step;  // one unit of the last stated digit, scale included
    ot_hedge hedge;
    ot_unit unit;   // what the text itself named, scale folded in: scale 0
    bool has_scale; // a scale word stood in the text ("billion")
} ot_figure;

// Reads "more than 2.5", "exceeding 8.3 billion", "$8.3 bn", "14-16 billion",
// "14e9:16e9", "between 14 and 16 bn", "nearly 5", "about 12 %", "doubled",
// "more than doubled", "a third", "2.5-fold", "-8.2 %", "minus nearly 5 %" (the
// whole on the other side of zero), "8,3 mlrd" is not
// English: refused. form says how decimals are written. OT_E_SYNTAX  with the
// word that was not understood
OT_API ot_status ot_figure_parse(const char *text, size_t n,
                                 ot_decimal_form form, ot_figure *figure,
                                 ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
