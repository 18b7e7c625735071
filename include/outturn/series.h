// SPDX-License-Identifier: GPL-3.0-or-later
// series.h - the values of one selection over time.
#ifndef OUTTURN_SERIES_H
#define OUTTURN_SERIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/period.h"
#include "outturn/unit.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_state {
    OT_REPORTED = 0,
    OT_ZERO,         // published as zero
    OT_ABSENT,       // the reporter published the month, without this row: 0
    OT_MISSING,      // the reporter did not publish the month
    OT_SUPPRESSED,   // withheld: confidential
    OT_NOT_IN_FILES, // before the first or after the last month of the files
    OT_NO_RATE       // published, but no exchange rate is known of the month
} ot_state;

OT_API const char *
ot_state_name(ot_state state);              // "reported", "not in the files"
OT_API bool ot_state_known(ot_state state); // reported, zero or absent

// What was published with a figure, beside its state: bits.
enum {
    OT_FLAG_PROVISIONAL = 1,
    OT_FLAG_ESTIMATED = 2,
    OT_FLAG_BREAK = 4 // it does not compare with what came before
};

// "provisional", "estimated, break"; "" for none. out: 40 bytes.
OT_API char *ot_flags_text(unsigned flags, char out[]);

// y[i] belongs to the period {first + i * step, step}. y is in whole base units
// (USD, not thousand USD), NaN where the state is not known; half[i] is half a
// unit of what was published (0: exact).
typedef struct ot_series {
    int32_t first;
    int32_t step; // months
    size_t n;
    double *y;
    double *half;
    uint8_t *state; // ot_state
    uint8_t *flags; // OT_FLAG_ bits of any figure used; NULL: none
    ot_unit unit;   // scale 0
} ot_series;

OT_API ot_period ot_series_period(const ot_series *s, size_t i);
OT_API void
ot_series_free(ot_series *s); // the arrays and s itself; NULL is fine

#ifdef __cplusplus
}
#endif
#endif
