// SPDX-License-Identifier: GPL-3.0-or-later
// last_years_rest.c - what is known, and the rest of last year once more: for
// a full year the same as the last twelve months.
//
// It is about the rest of a period that has begun, and is refused before.
// seasonal_naive.c gives the same values then, but also serves a period of
// which nothing is known, or that lies ahead of the last known value.

#include "project/method.h"

#include <string.h>

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    (void)work;
    (void)err;
    memcpy(mean, ot__past_year(past, 1) + ot__past_known(past),
           h * sizeof *mean);
    return OT_OK;
}

const ot_method ot__method_last_years_rest = {
    .name = "last-years-rest",
    .summary = "the rest comes out as last year's rest",
    .formula = "V + R1",
    .source = "arithmetic; for a year, the trailing twelve months",
    .min_years = 1,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
};
