// SPDX-License-Identifier: GPL-3.0-or-later
// season.h - a series without its season, and what stands out in it.
//
// Our adjustment by STL. It is not X-13ARIMA-SEATS: no trading days, no moving
// holidays, no official figure.
#ifndef OUTTURN_SEASON_H
#define OUTTURN_SEASON_H

#include "outturn/series.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_switch { OT_AUTO = 0, OT_ON, OT_OFF } ot_switch;

// {0} chooses by the series.
typedef struct ot_season_options {
    ot_switch log;    // parts that multiply, else parts that add up
    ot_switch robust; // values far from the fit lose their weight
} ot_season_options;

enum {
    OT_SEASON_ESTIMATED = 1, // the value was missing and is filled
    OT_SEASON_OUTLIER = 2,   // the value alone is out of line
    OT_SEASON_SHIFT = 4      // the level is another from here on
};

// One period. With logs value = trend x season x rest and adjusted = value /
// season, else value = trend + season + rest and adjusted = value - season.
// Amounts are in the unit of the series.
typedef struct ot_season_point {
    double value;    // as given, or estimated
    double trend;    // level shifts in it
    double season;   // a factor about 1, or an amount; 1 or 0 without a season
    double rest;     // a factor about 1, or an amount
    double adjusted; // outliers in it
    double expected; // of an outlier what would have stood there; else NaN
    double shift;    // of a shift the new level over the old one, or less it;
                     // else NaN
    unsigned flags;  // OT_SEASON_..., or-ed
} ot_season_point;

// at[i] belongs to the period {first + i * step, step}. Free with
// ot_season_free.
typedef struct ot_season {
    int32_t first, step;
    size_t n, period; // values; of them a year
    ot_season_point *at;
    bool logs, robust;
    bool compared; // logs were chosen by AICc: log less plain is aicc_gain
    double aicc_gain;
    bool found;                // there is a season
    double p;                  // of values as unlike by month without one
    double p_needed;           // p below this is a season
    double strength;           // of the season, 0 to 1; 0 when none was found
    bool rough;                // less than three full years
    size_t strongest, weakest; // of the last year: places in at
    size_t estimated, outliers, shifts, zeros;
    ot_period before; // known periods not used, before a long hole; months 0:
                      // none
} ot_season;

// Adjusts a series of months or quarters from its first to its last known
// value. Up to 3 months (a quarter) missing in a row are filled; what lies
// before a longer hole is not used. In turn:
//
//   logs       where all values are above zero, unless the airline model fits
//              the values themselves better by AICc by more than 2; where it
//              cannot be fitted: logs (X-13ARIMA-SEATS Reference Manual,
//              transform, function = auto)
//   holes      filled by R's na.interp
//   shifts     Chen & Liu, J. American Statistical Ass. 88 (1993) 284-297, on
//              the series less its season; taken out before all that follows,
//              and put back into the trend
//   outliers   R's tsoutliers: more than 3 interquartile ranges outside the
//              quartiles of the rests
//   parts      STL with a season that may change over 11 years: Cleveland,
//              Cleveland, McRae & Terpenning, J. Official Statistics 6 (1990)
//              3-73; robust where there are outliers
//   season     Kruskal & Wallis's test on what the trend leaves, at 1 %, with
//              less than four years at 5 %; without one adjusted = value
//   strength   1 - var(rest) / var(season + rest): Wang, Smith & Hyndman, Data
//              Mining and Knowledge Discovery 13 (2006) 335-364
//
// The rounding of published values is not carried through.
//
// OT_E_USAGE  a step other than 1 or 3 months
// OT_E_DATA   two years known or less; logs asked for values of zero or less
OT_API ot_status ot_season_adjust(const ot_series *series,
                                  const ot_season_options *options,
                                  ot_season **season, ot_error *err);
OT_API void ot_season_free(ot_season *season); // NULL is fine
OT_API ot_period ot_season_period(const ot_season *season, size_t i);
// The change of adjusted values on the period before as a fraction; NaN for the
// first, and where that is not above zero.
OT_API double ot_season_change(const ot_season *season, size_t i);

#ifdef __cplusplus
}
#endif
#endif
