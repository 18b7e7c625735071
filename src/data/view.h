// SPDX-License-Identifier: GPL-3.0-or-later
// view.h - a selection bound to its cells.
#ifndef OT_DATA_VIEW_H
#define OT_DATA_VIEW_H

#include "data/panel.h"
#include "data/rates.h"

// A value that a period has by itself: published, or the difference of two
// published ones with the same first month.
typedef struct ot_piece {
    int32_t first;
    int32_t months;
    uint32_t cell;  // of the panel
    uint32_t minus; // the cell taken off; OT_NO_CELL: none
} ot_piece;

#define OT_NO_CELL UINT32_MAX

// One term of a flow: its pieces, sorted by first month, then length.
//
// A term may be a sum over a partition (partners of the world, codes of a
// total): then its cells are its own, one for each period, with the cells that
// were added.
typedef struct ot_term {
    int sign;
    uint8_t flow;
    const ot_pcell *cell; // the panel's, or own
    ot_pcell *own;        // owned; NULL: the panel's
    double *half;         // of own cells: how far their rounding reaches
    uint32_t *member;     // panel's cells that make up own cell i: member[j],
    size_t *members;      // members[i] <= j < members[i + 1]
    ot_piece *piece;      // owned
    size_t pieces;
    ot_period span;  // first to last month of its pieces
    bool *published; // month by month over `known`: by the reporter, for others
    ot_period known; // months any of the reporter's rows speak of
    bool others;     // the files hold other partners of the reporter
} ot_term;

// What a sum is over.
typedef struct ot_partition {
    bool partners;    // of the world, or of a group
    bool codes;       // of a total, or of a code's parts
    size_t partner_n; // how many were added, at most
    size_t code_n;
} ot_partition;

// From the files' currency into the one asked for.
typedef struct ot_conversion {
    const ot_rates *rates; // NULL: the files' figures are in it
    size_t from, to;       // of ot__rates_find
    char code[12];         // the one asked for
} ot_conversion;

struct ot_view {
    const ot_panel *panel;
    ot_selection asked;
    ot_area reporter, partner;
    const char *commodity;
    const char *basis;
    uint16_t unit;
    int scale; // as published
    ot_term term[4];
    size_t terms;
    ot_period span;
    ot_partition sum;
    ot_conversion conversion;
};

// Binds the currency that was asked for.
ot_status ot__view_convert(ot_view *v, ot_error *err);
// By what a figure of a period is multiplied: the mean of its months' average
// rates; NaN: the months *lacking have none.
double ot__view_rate(const ot_view *v, ot_period period, ot_period *lacking);

#endif
