// SPDX-License-Identifier: GPL-3.0-or-later
// terms.h - what a chart writes of itself, and how numbers look, by language.
// One table a language; texts that the caller gives stay as they are.
#ifndef OT_PLOT_TERMS_H
#define OT_PLOT_TERMS_H

#include "outturn/chart.h"

typedef struct ot_terms {
    const char *decimal, *group; // marks in numbers
    const char *scale[5];        // trillion, billion, million, thousand, one
    const char *points;          // percentage points
    const char *over, *up_to;    // one-sided ranges
    const char *month[12], *month_short[12];
    const char *by_month, *in_month; // "to June", "in June": what comes before
    const char *source;
    const char *projected, *band, *claimed; // "(80 % band)"
    const char *needs, *within, *record; // "needs 5 bn in Jul–Dec; the most"
    const char *surplus, *deficit, *balance;
    const char *others;           // "8 others": what follows the number
    const char *largest, *of_all; // "; the 11 largest of 22"
    const char *not_from_zero, *axis_not_from_zero;
    const char *one_scale, *own_scales; // small multiples
    const char *hollow, *hatched;       // how what is not final is drawn
    const char *signs[7];              // signs.c: what comes before the periods
    const char *rounded;               // what short bars are
    const char *breaks;                // beside a break
    const char *of_values, *stand_out; // "Of 100,000 values ... are drawn"
    // Of a description; pairs stand before and after what they speak of.
    const char *at_period[2], *by_period; // "8 bn in 2024", "8 bn by June"
    const char *highest, *lowest, *not_known, *median;
    const char *in_band[2], *and_more[2], *background[2];
} ot_terms;

extern const ot_terms ot__terms_english;

// Of the chart's language.
const ot_terms *ot__terms(const ot_chart *chart);
// A number by ot__fixed and its sisters in the marks of a language, with a true
// minus; number has room for 8 bytes more.
char *ot__typeset(const ot_terms *terms, char number[]);

#endif
