// SPDX-License-Identifier: GPL-3.0-or-later
// rates.h - average exchange rates by month, read from files.
//
// A rate is an average over a month. Daily (or weekly) rates of a file are
// averaged, each day with the same weight; a month without a rate has none,
// nothing is interpolated. A rate between two currencies neither of which is
// the file's reference is the quotient of their averages; so is the rate into
// the other direction: the average as it was quoted, turned round.
#ifndef OUTTURN_RATES_H
#define OUTTURN_RATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/period.h"

#ifdef __cplusplus
extern "C" {
#endif

// A table of rates; constant once read. Free with ot_rates_free.
typedef struct ot_rates ot_rates;

// Reads a CSV file ("-": standard input) of one of these forms:
//
//   a row a rate       month,currency,rate (also date, period, time_period;
//                      currency_code; value, obs_value); a column `base` (or
//                      currency_denom) says per what; a column `units` (or
//                      nominal) for how many units of the currency
//   currencies across  Date,USD,JPY,...: a row a month or day
//   months across      currency,2024-01,2024-02,...: a row a currency
//
// Empty fields and N/A, -, :, .. and the like are gaps. Up to 20 lines of
// titles may stand above the header, and notes below.
//
//   set  "base=EUR": the figures are units of each currency for one euro;
//        "quote=AMD": they are drams for one unit of each currency (for 100
//        where the name of its column says "JPY 100"); "decimal=comma" or
//        "decimal=point". By commas; NULL: none. A file whose header is that of
//        the European Central Bank's reference rates (Date,USD,JPY,...) is
//        taken as base=EUR; any other has to say.
//
// OT_E_USAGE   set holds something else
// OT_E_DATA    it is not said what the rates are for; no header; a second rate
//              for the same month or day that differs
// OT_E_SYNTAX  a field is no rate (with its place), or not above zero
// OT_E_LIMIT   over 512 currencies, years outside 1900 to 2100
OT_API ot_status ot_rates_read(const char *path, const char *set,
                               ot_rates **rates, ot_error *err);
OT_API void ot_rates_free(ot_rates *rates); // NULL is fine

OT_API const char *ot_rates_path(const ot_rates *rates);
// The currency against which all others are given. *quoted, unless NULL: the
// figures are in it, for one unit of the others (else the other way round).
OT_API const char *ot_rates_reference(const ot_rates *rates, bool *quoted);

// The currencies of the file beside the reference, in order of arrival.
OT_API size_t ot_rates_currencies(const ot_rates *rates);
OT_API const char *ot_rates_currency(const ot_rates *rates, size_t i);
OT_API bool ot_rates_has(const ot_rates *rates, const char *currency);
// First to last month that has any rate.
OT_API ot_period ot_rates_span(const ot_rates *rates);
// The fewest and the most days a rate of this currency (the reference: of any)
// was averaged over in a month of a period; 0 and 0: monthly, or none there.
OT_API void ot_rates_days(const ot_rates *rates, const char *currency,
                          ot_period period, int *fewest, int *most);

// Units of `to` for one unit of `from`, on the average of a month; of a longer
// period, the mean of its months' averages, each with the same weight. NaN: a
// month of it has no rate, or a currency is not in the file.
OT_API double ot_rates_average(const ot_rates *rates, const char *from,
                               const char *to, ot_period period);

#ifdef __cplusplus
}
#endif
#endif
