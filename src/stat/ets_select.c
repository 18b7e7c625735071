// SPDX-License-Identifier: GPL-3.0-or-later
// ets_select.c - the model of the least AICc.

#include <math.h>

#include "stat/ets.h"

// Without factors of factors or multiplicative trends, which run away; a trend
// is damped where it could (Hyndman & Athanasopoulos, FPP3 (2021), 8.6
// and 8.2).
static const ot__ets_model plain[] = {
    {'A', 'N', false, 'N'},
    {'A', 'A', true, 'N'},
};
static const ot__ets_model seasonal[] = {
    {'A', 'N', false, 'A'},
    {'A', 'A', true, 'A'},
};
static const ot__ets_model factors[] = {
    {'M', 'N', false, 'M'},
    {'M', 'A', true, 'M'},
    {'M', 'A', false, 'M'},
};

bool ot__ets_suits_factors(const double y[], size_t n, size_t season)
{
    for (size_t i = 0; i < n; i++) {
        const size_t first = i < season ? 0 : i - season + 1;
        double sum = 0;
        size_t known = 0;
        if (isnan(y[i])) {
            continue;
        }
        for (size_t j = first; j < first + season && j < n; j++) {
            sum += isnan(y[j]) ? 0 : y[j] / (double)season;
            known += isnan(y[j]) ? 0 : 1;
        }
        if (!(y[i] > 0) || y[i] * (double)known < 0.05 * (double)season * sum) {
            return false;
        }
    }
    return true;
}

// Fits each and keeps the best; the status of the first that failed.
static ot_status fit_each(const ot__ets_model models[], size_t count,
                          const double y[], size_t n, size_t season,
                          ot__ets *best, double work[], ot_error *err)
{
    ot_status first = OT_OK;

    for (size_t i = 0; i < count; i++) {
        ot__ets trial;
        const ot_status status =
            ot__ets_fit(models[i], y, n, season, &trial, work, err);
        if (status == OT_OK && trial.aicc < best->aicc) {
            *best = trial;
        }
        first = first == OT_OK ? status : first;
    }
    return first;
}

ot_status ot__ets_select(const double y[], size_t n, size_t season,
                         ot__ets *ets, double work[], ot_error *err)
{
    const bool some = season > 1 && season <= OT__ETS_SEASON_MAX;

    ets->aicc = INFINITY;
    const ot_status status = fit_each(plain, 2, y, n, season, ets, work, NULL);
    if (some && n >= 2 * season) {
        fit_each(seasonal, 2, y, n, season, ets, work, NULL);
        if (ot__ets_suits_factors(y, n, season)) {
            fit_each(factors, 3, y, n, season, ets, work, NULL);
        }
    }
    if (isinf(ets->aicc)) {
        return ot_fail(err, status, NULL,
                       "exponential smoothing needs 5 values that are finite");
    }
    return OT_OK;
}
