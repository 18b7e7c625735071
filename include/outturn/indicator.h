// SPDX-License-Identifier: GPL-3.0-or-later
// indicator.h - indicators of trade structure, as rows of a table.
//
// Each is a formula of one or two lists of values over the same commodities or
// partners. What is undefined (a share of nothing, a ratio to nothing) is NaN,
// never 0.
#ifndef OUTTURN_INDICATOR_H
#define OUTTURN_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/interval.h"
#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// What the second list is, b; the first, a, is the reporter's flow.
typedef enum ot_counterpart {
    OT_COUNTERPART_NOTHING = 0,
    OT_COUNTERPART_IMPORTS,         // the reporter's own, a its exports
    OT_COUNTERPART_WORLD,           // the same flow of all reporters
    OT_COUNTERPART_ANOTHER,         // the same flow of another
    OT_COUNTERPART_ANOTHERS_IMPORTS // a the reporter's exports
} ot_counterpart;

// What the lists are over.
typedef enum ot_over {
    OT_OVER_COMMODITIES = 0,
    OT_OVER_PARTNERS,
    OT_OVER_NOTHING // totals alone
} ot_over;

// Values of one commodity or partner.
typedef struct ot_pair {
    ot_value a, b;
} ot_pair;

typedef struct ot_indicator {
    const char *name, *summary, *formula, *source;
    ot_counterpart counterpart;
    ot_over over;
    // Of all together; NULL: it has none.
    ot_interval (*whole)(const ot_interval a[], const ot_interval b[],
                         size_t n);
    // Of one, by its shares of both sums; NULL: it has none.
    ot_interval (*each)(ot_interval a, ot_interval b, ot_interval a_share,
                        ot_interval b_share);
} ot_indicator;

OT_API size_t ot_indicator_count(void);
OT_API const ot_indicator *ot_indicator_at(size_t i);
OT_API const ot_indicator *ot_indicator_find(const char *name); // NULL: none

// Its value for n pairs, and with each[n], unless NULL, that of each of them.
// NaN where undefined, and everywhere where a value is not known.
//
// OT_E_MEMORY
OT_API ot_status ot_indicator_of(const ot_indicator *indicator,
                                 const ot_pair pair[], size_t n,
                                 ot_ranged *whole, ot_ranged each[],
                                 ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
