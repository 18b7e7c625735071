// SPDX-License-Identifier: GPL-3.0-or-later
// caption.h - what the words over a column, or over a table, say of its
// figures.
#ifndef OT_DATA_CAPTION_H
#define OT_DATA_CAPTION_H

#include "base/text.h"
#include "outturn/period.h"
#include "outturn/unit.h"

typedef struct ot_caption {
    const char *flow;  // name of a flow that files hold; NULL: not said
    const char *basis; // "cif", "fob", "origin", "consignment", "sa"; NULL
    ot_unit unit;      // dimension NONE and scale 0: not said
    ot_period period;  // months 0: not said
    int month, months; // a part of a year without its year; months 0: not said
    bool todate;       // figures from the start of the year
    bool other;        // no amount: a growth rate, share, index, count, tariff
} ot_caption;

// Reads "Exports, FOB to Partner Countries", "US Dollars, Millions", "(млрд.
// долл. США)", "VALUE_IN_EUROS", "Export(US$ Mil)", "import (countries of
// origin)", "темп роста, %", "Январь-сентябрь 2023", "2024 Feb". Words of
// English, Russian and some of Portuguese, Spanish, French and German; in any
// case.
ot_caption ot__caption_read(ot_str text, int year_start);

// Takes from b what a does not say: a stands nearer to the figures.
void ot__caption_join(ot_caption *a, const ot_caption *b);

// Whether a caption says anything of what is measured.
bool ot__caption_says(const ot_caption *c);

// Whether a text holds words, in any case.
bool ot__caption_holds(ot_str text, ot_str words);

// Whether a name is a heading over others: "of which:", "в том числе:".
bool ot__caption_heading(ot_str text);

#endif
