// SPDX-License-Identifier: GPL-3.0-or-later
// auto.c - the mean of several models, a fixed choice for each kind of season.
//
// The mean of a few models of different kinds is ahead of most of them in the
// competitions (Makridakis & Winkler, Management Science 29 (1983) 987-996;
// Makridakis & Hibon, Int. J. Forecasting 16 (2000) 451-476; in the M4, 12 of
// the 17 best were combinations: Makridakis, Spiliotis & Assimakopoulos, Int.
// J. Forecasting 36 (2020) 54-74). For months four: on the M3 a mean with DOTM,
// Theta and ETS is best, on the tourism series STL is, and which kind a series
// is, is not asked. For quarters, of which there are too few for STL to tell a
// season that changes, ETS and Theta: best on the M3's. Equal weights: fitted
// ones seldom beat them (Clemen, Int. J. Forecasting 5 (1989) 559-583).

#include "project/method.h"

static const ot_method *const months[] = {
    &ot__method_dotm,
    &ot__method_theta,
    &ot__method_stl_ets,
    &ot__method_ets,
};
static const ot_method *const quarters[] = {
    &ot__method_ets,
    &ot__method_theta,
};

typedef struct members {
    const ot_method *const *at;
    size_t n;
} members;

static members members_of(const ot_past *past)
{
    return past->season > 4 ? (members){months, 4} : (members){quarters, 2};
}

// Adds a member's path, and its deviations unless sd is NULL.
static ot_status add(const ot_method *m, const ot_past *past, size_t h,
                     double mean[], double sd[], double work[], ot_error *err)
{
    double *one = work, *its = work + h;
    const ot_status status =
        sd == NULL ? m->path(past, h, one, work + 2 * h, err)
                   : m->spread(past, h, one, its, work + 2 * h, err);

    for (size_t k = 0; status == OT_OK && k < h; k++) {
        mean[k] += one[k];
        if (sd != NULL) {
            sd[k] += its[k];
        }
    }
    return status;
}

// The mean over the members that serve the past. That of their deviations makes
// its limits the means of theirs, as if no error of one made up for another's.
static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const members all = members_of(past);
    ot_status status = OT_OK;
    double served = 0;

    for (size_t k = 0; k < h; k++) {
        mean[k] = 0;
        if (sd != NULL) {
            sd[k] = 0;
        }
    }
    for (size_t i = 0; i < all.n; i++) {
        ot_error *const to = i + 1 == all.n && served == 0 ? err : NULL;
        status = add(all.at[i], past, h, mean, sd, work, to);
        served += status == OT_OK ? 1 : 0;
    }
    if (served == 0) {
        return status;
    }
    for (size_t k = 0; k < h; k++) {
        mean[k] /= served;
        if (sd != NULL) {
            sd[k] /= served;
        }
    }
    return OT_OK;
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    return spread(past, h, mean, NULL, work, err);
}

static size_t work_size(const ot_past *past, size_t h)
{
    const members all = members_of(past);
    size_t most = 0;

    for (size_t i = 0; i < all.n; i++) {
        const size_t size = all.at[i]->work_size(past, h);
        most = size > most ? size : most;
    }
    return 2 * h + most;
}

const ot_method ot__method_auto = {
    .name = "auto",
    .summary = "the mean of dotm, theta, stl-ets and ets",
    .formula = "V + R",
    .value = "the mean of theirs",
    .source = "Makridakis & Winkler, Management Science 29 (1983) 987-996; "
              "quarters and years: ets and theta",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
