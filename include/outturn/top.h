// SPDX-License-Identifier: GPL-3.0-or-later
// top.h - what a total is made of in two periods, and what moved it.
//
// Amounts are added as whole numbers of 1e-9 of the unit: their order cannot
// matter, and the changes of all rows add up to that of the total exactly.
#ifndef OUTTURN_TOP_H
#define OUTTURN_TOP_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/interval.h"

#ifdef __cplusplus
extern "C" {
#endif

// One part of the total: its amounts in the period and the base period, in any
// one unit and known, and half a unit of what was published of each.
typedef struct ot_top_part {
    double value, base;
    double half, base_half; // 0: exact
    bool unallocated; // trade for which none is named: in no row of its own
} ot_top_part;

#define OT_TOP_NO_PART ((size_t)-1)

// A part, or several in one.
typedef struct ot_top_row {
    size_t part;           // its index; OT_TOP_NO_PART: several
    size_t n;              // how many parts are in it
    size_t rank, was;      // by value, 1: the largest; 0: nothing was traded
    ot_ranged value, base; // amounts
    ot_ranged change;      // value - base
    // value / total; undefined where the total is not above zero, or any part
    // is below
    ot_ranged share, base_share;
    ot_ranged share_change; // share - base share
    ot_ranged ratio;        // value / base; undefined for a base <= 0
    // (value - base) / base of the total; undefined where that is <= 0. Over
    // all rows it adds up to the growth of the total.
    // Source: at current prices, as statistical offices print it, c_k =
    // (v_k,t - v_k,s) / V_s
    ot_ranged contribution;
} ot_top_row;

// How concentrated the parts are, those unallocated left out. n: parts above
// zero; shares are of their sum.
typedef struct ot_concentration {
    size_t n;
    ot_ranged hhi;        // sum of squared shares, 1/n to 1; the raw
                          // Herfindahl-Hirschman index (WITS, World Bank)
    ot_ranged effective;  // 1 / hhi: so many of equal size
    ot_ranged normalised; // (hhi - 1/n) / (1 - 1/n)
} ot_concentration;

typedef enum ot_top_order {
    OT_TOP_BY_VALUE = 0, // largest first
    OT_TOP_BY_CHANGE     // largest change first, up or down
} ot_top_order;

typedef struct ot_top {
    ot_top_row *row; // the first of their order
    size_t rows;
    ot_top_row others;      // allocated parts without a row; n = 0: none
    ot_top_row unallocated; // what no row is named for; see `rest`
    ot_top_row total;
    bool rest; // there is such: unallocated parts, or a total that is more or
               // less than its parts
    ot_concentration now, before;
} ot_top;

// What a part brings to a group.
typedef struct ot_top_link {
    size_t part, group;
    double weight; // of it; those of a part are 1 together
} ot_top_link;

// Puts parts together into groups: group[i] is set to the sum of what the links
// bring to it, and its count[i] to how many parts those are; n of both. Links
// of one part stand together; the last of them takes what the others leave, so
// that the groups add up to their parts whatever the weights. Parts without a
// link are in none.
//
// OT_E_LIMIT  an amount of 1e22 or more
OT_API ot_status ot_top_gather(const ot_top_part part[],
                               const ot_top_link link[], size_t links,
                               ot_top_part group[], size_t count[], size_t n,
                               ot_error *err);

// The `most` first of n parts (0: all) in their order; of like ones the first.
// total: as it was published; NULL: the parts' sum. What the parts lack of it
// is unallocated. Free with ot_top_free.
//
// OT_E_LIMIT  an amount of 1e22 or more
OT_API ot_status ot_top_make(const ot_top_part part[], size_t n,
                             const ot_top_part *total, ot_top_order order,
                             size_t most, ot_top *top, ot_error *err);
// The same for other amounts of the same n parts, with the rows of `first`:
// side by side with and without something. Each row's ranks are its own.
OT_API ot_status ot_top_again(const ot_top *first, const ot_top_part part[],
                              size_t n, const ot_top_part *total, ot_top *top,
                              ot_error *err);
OT_API void ot_top_free(ot_top *top); // {0} is fine

#ifdef __cplusplus
}
#endif
#endif
