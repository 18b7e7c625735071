// SPDX-License-Identifier: GPL-3.0-or-later
// price_index.h - prices and quantities of a flow, by the unit values of what
// it is made of.
//
// A unit value is value by quantity: p = v / q. It moves with prices and also
// with the mix of goods under one code, so an index of unit values is none of
// prices proper (IMF, Export and Import Price Index Manual, 2009, ch. 2).
// Indices are ratios here: 1.05 is 105 where the base is 100.
#ifndef OUTTURN_PRICE_INDEX_H
#define OUTTURN_PRICE_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/interval.h"
#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// What becomes of an item.
typedef enum ot_item_fate {
    OT_ITEM_COMPARED = 0,
    OT_ITEM_OUTLIER,     // its unit value moves unlike those of the others
    OT_ITEM_NO_QUANTITY, // traded in both periods, in one without a quantity
    OT_ITEM_NEW,         // not traded in the base period
    OT_ITEM_GONE,        // traded in the base period only
    OT_ITEM_UNKNOWN,     // a value is not known
    OT_ITEM_FATES
} ot_item_fate;

OT_API const char *ot_item_fate_name(ot_item_fate fate); // "outlier"

// What is traded under one key. Quantities of an item are in one unit; items
// may differ in it.
typedef struct ot_item {
    ot_value base_value, value;
    ot_value base_quantity, quantity; // y NaN or not positive: none
    ot_item_fate fate;                // set on return
    ot_ranged unit_value, base_unit_value,
        relative; // set where compared or
                  // outlier; relative p1 / p0
} ot_item;

// Sums of a fate.
typedef struct ot_item_sum {
    size_t n;
    double base_value, value; // of what is known
    size_t estimated;         // of which a quantity is estimated
} ot_item_sum;

// Sums run over the items compared; 0 is the base period, 1 the other.
typedef struct ot_price_index {
    ot_item_sum of[OT_ITEM_FATES];
    bool screened;           // enough items to look for outliers
    double centre, spread;   // of ln(p1 / p0): median, robust s.d.
    ot_ranged laspeyres;     // sum p1 q0 / sum p0 q0
    ot_ranged paasche;       // sum p1 q1 / sum p0 q1
    ot_ranged fisher;        // sqrt(laspeyres x paasche)
    ot_ranged toernqvist;    // prod (p1 / p0)^((s0 + s1) / 2), s = v / sum v
    ot_ranged value;         // sum v1 / sum v0
    ot_ranged volume;        // value / fisher, which is Fisher's of quantities
    ot_ranged price_part;    // sum (q0 + q1) / 2 x (p1 - p0)
    ot_ranged quantity_part; // sum (p0 + p1) / 2 x (q1 - q0)
    ot_ranged change;        // sum v1 - sum v0 = price part + quantity part
} ot_price_index;

// The strictness of screening that is usual, and how few items have none.
#define OT_ITEM_CUTOFF 3.5
#define OT_ITEM_FEWEST 10

// Sets the fate of n items and the index over those compared.
//
//   cutoff  an outlier's ln(p1 / p0) is more than so many robust standard
//           deviations (1.4826 median absolute deviations; 1.2533 mean ones
//           where half of the items move alike) off the median of the items;
//           0: none is left out. Fewer than OT_ITEM_FEWEST items: neither
//
// OT_E_DATA   no item can be compared
// OT_E_MEMORY
//
// Sources  IMF, Export and Import Price Index Manual (2009);
//          parts: Bennet, J. Royal Statistical Society 83 (1920) 455-462;
//          outliers: Iglewicz & Hoaglin, How to Detect and Handle Outliers
//          (1993)
OT_API ot_status ot_price_index_of(ot_item item[], size_t n, double cutoff,
                                   ot_price_index *index, ot_error *err);

// Terms of trade: the price index of exports by that of imports; those of
// income are multiplied by the volume of exports. Source: UNCTAD Handbook of
// Statistics, calculation methods.
OT_API ot_ranged ot_terms_of_trade(const ot_price_index *exports,
                                   const ot_price_index *imports);
OT_API ot_ranged ot_income_terms_of_trade(const ot_price_index *exports,
                                          const ot_price_index *imports);

#ifdef __cplusplus
}
#endif
#endif
