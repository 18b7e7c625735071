// SPDX-License-Identifier: GPL-3.0-or-later
// members.c - the ways that a landing is combined of, each as the total that it
// says; of the models also the joint paths.
//
// Models are fitted to logarithms where all values are above zero. On 44 trade
// series of the United States that took the mean absolute percentage error of
// DOTM after 6 months from 7.7 to 6.7, on 399 of the M1 competition it changed
// nothing: a single large month then does not move the level by as much.

#include "project/members.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "project/method.h"
#include "stat/ets.h"
#include "stat/stl.h"
#include "stat/theta.h"

#define SEASON_MOST 12
#define STL_YEARS   11 // as the method stl-ets

// What a model is asked: paths of h values after x[0..n), the first of them
// without errors. False: it cannot be fitted.
typedef struct task {
    const double *x;
    size_t n, season, h;
    const double *error;
    size_t paths;
    double *path, *work;
} task;

typedef bool model_fn(const task *t);

static const double *errors_of(const task *t, size_t path)
{
    return path == 0 ? NULL : t->error + (path - 1) * t->h;
}

// ---- the models ------------------------------------------------------------

typedef ot_status theta_fn(const double y[], size_t n, size_t season,
                           ot__theta *fit, double figure[], double work[],
                           ot_error *err);

static bool by_a_theta(const task *t, theta_fn *fit_it)
{
    double figure[SEASON_MOST];
    ot__theta fit;

    if (fit_it(t->x, t->n, t->season, &fit, figure, t->work, NULL) != OT_OK) {
        return false;
    }
    for (size_t i = 0; i <= t->paths; i++) {
        ot__theta_path(&fit, figure, t->h, errors_of(t, i), t->path + i * t->h);
    }
    return true;
}

static bool by_theta(const task *t)
{
    return by_a_theta(t, ot__theta_fit);
}

static bool by_dotm(const task *t)
{
    return by_a_theta(t, ot__dotm_fit);
}

static bool by_stl_ets(const task *t)
{
    const size_t n = t->n;
    const ot__stl_options how = {.period = t->season, .seasonal = STL_YEARS};
    double *x = t->work, *trend = x + n, *season = trend + n;
    double *weight = season + n, *work = weight + n;
    ot__ets fit;

    if (t->season < 2 ||
        ot__stl(t->x, n, &how, trend, season, weight, work, NULL) != OT_OK) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        x[i] = t->x[i] - season[i];
    }
    if (ot__ets_select(x, n, 1, &fit, work, NULL) != OT_OK) {
        return false;
    }
    for (size_t i = 0; i <= t->paths; i++) {
        double *path = t->path + i * t->h;
        ot__ets_path(&fit, t->h, errors_of(t, i), path);
        for (size_t k = 0; k < t->h; k++) {
            path[k] += season[n - t->season + k % t->season];
        }
    }
    return true;
}

// ---- who takes part --------------------------------------------------------

// With how many full years before the period; a model, or a rule of the
// registry.
static const struct {
    const char *name;
    size_t least, most;
    model_fn *model;
    const ot_method *rule;
} members[OT__MEMBERS] = {
    {"theta", 2, SIZE_MAX, by_theta, NULL},
    {"dotm", 4, SIZE_MAX, by_dotm, NULL},
    {"stl-ets", 4, SIZE_MAX, by_stl_ets, NULL},
    {"shrunken-share", 2, SIZE_MAX, NULL, &ot__method_shrunken_share},
    {"seasonal-share", 3, SIZE_MAX, NULL, &ot__method_seasonal_share},
    {"seasonal-naive", 1, 3, NULL, &ot__method_seasonal_naive},
    {"half-growth", 1, 1, NULL, &ot__method_half_growth},
    {"run-rate", 0, 1, NULL, &ot__method_run_rate},
};

const char *ot__member_name(size_t i)
{
    return members[i].name;
}

// ---- scratch ---------------------------------------------------------------

static size_t steps_ahead(const ot__shape *s)
{
    return s->gap + s->length - s->known;
}

// A cut-off of the same year may be earlier: never more than two seasons ahead.
static size_t steps_most(const ot__shape *s)
{
    return 2 * s->season;
}

static size_t work_size(const ot__shape *s)
{
    const ot_past past = {s->y, s->n, s->season, s->phase};
    const size_t rules = ot_method_work_size(&past, steps_most(s));
    const size_t models = ot__theta_work_size(s->n) + 4 * s->n +
                          ot__stl_work_size(s->n, s->season) +
                          ot__ets_work_size(s->n, 1);

    return rules > models ? rules : models;
}

// SplitMix64: Steele, Lea & Flood, OOPSLA (2014) 453-472, figure 17.
static double next_normal(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return gsl_cdf_ugaussian_Pinv(((double)(z >> 11) + 0.5) * 0x1p-53);
}

// The same for every series. With each path goes its mirror image.
static void make_errors(double error[], size_t h)
{
    uint64_t state = OT__SEED;

    for (size_t i = 0; i < OT__PATHS / 2; i++) {
        double *path = error + 2 * i * h;
        for (size_t k = 0; k < h; k++) {
            path[k] = next_normal(&state);
            path[h + k] = -path[k];
        }
    }
}

ot_status ot__room_make(const ot__shape *s, ot__room *room, ot_error *err)
{
    const size_t h = steps_most(s);

    *room = (ot__room){
        .error = malloc(OT__PATHS * h * sizeof(double)),
        .path = malloc((1 + OT__PATHS) * h * sizeof(double)),
        .x = malloc(s->n * sizeof(double)),
        .work = malloc(work_size(s) * sizeof(double)),
        .sum = malloc(OT__MEMBERS * OT__PATHS * sizeof(double)),
    };
    if (room->error == NULL || room->path == NULL || room->x == NULL ||
        room->work == NULL || room->sum == NULL) {
        ot__room_free(room);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    make_errors(room->error, steps_ahead(s));
    return OT_OK;
}

void ot__room_free(ot__room *room)
{
    free(room->error);
    free(room->path);
    free(room->x);
    free(room->work);
    free(room->sum);
    *room = (ot__room){.sums = 0};
}

// ---- what they say ---------------------------------------------------------

// How the values a model saw are to be read: x = log(y) - middle, kept between
// lo and hi; or y itself.
typedef struct reading {
    bool logs, positive;
    double middle, lo, hi;
} reading;

static double least_of(const ot__shape *s)
{
    double least = INFINITY;

    for (size_t i = 0; i < s->n; i++) {
        least = fmin(least, s->y[i]);
    }
    return least;
}

bool ot__by_logarithms(const ot__shape *s)
{
    return least_of(s) > 0;
}

static reading see(const ot__shape *s, double x[])
{
    reading r = {.logs = ot__by_logarithms(s),
                 .positive = least_of(s) >= 0,
                 .lo = INFINITY,
                 .hi = -INFINITY};

    for (size_t i = 0; i < s->n; i++) {
        x[i] = r.logs ? log(s->y[i]) : s->y[i];
        r.middle += r.logs ? x[i] / (double)s->n : 0;
    }
    for (size_t i = 0; i < s->n; i++) {
        x[i] -= r.middle;
        r.lo = fmin(r.lo, x[i] - 1);
        r.hi = fmax(r.hi, x[i] + 1);
    }
    return r;
}

// The known part and the rest of a path.
static double total_of(const ot__shape *s, const reading *r,
                       const double path[])
{
    double total = ot__sum(s->y + s->n - s->known, s->known);

    for (size_t k = s->gap; k < steps_ahead(s); k++) {
        total += r->logs ? exp(r->middle + fmin(fmax(path[k], r->lo), r->hi))
                 : r->positive ? fmax(path[k], 0)
                               : path[k];
    }
    return total;
}

static double ask_model(const ot__shape *s, model_fn *model, const reading *r,
                        bool paths, ot__room *room)
{
    const task t = {.x = room->x,
                    .n = s->n,
                    .season = s->season,
                    .h = steps_ahead(s),
                    .error = room->error,
                    .paths = paths ? OT__PATHS : 0,
                    .path = room->path,
                    .work = room->work};

    if (!model(&t)) {
        return NAN;
    }
    for (size_t i = 1; i <= t.paths; i++) {
        room->sum[room->sums++] = total_of(s, r, t.path + i * t.h);
    }
    return total_of(s, r, t.path);
}

static double ask_rule(const ot__shape *s, const ot_method *rule,
                       ot__room *room)
{
    const ot_past past = {s->y, s->n, s->season, s->phase};
    const reading as_it_is = {.middle = 0};

    if ((rule->needs_part && s->known == 0) ||
        rule->path(&past, steps_ahead(s), room->path, room->work, NULL) !=
            OT_OK) {
        return NAN;
    }
    return total_of(s, &as_it_is, room->path);
}

void ot__members_say(const ot__shape *s, bool paths, ot__room *room,
                     double total[OT__MEMBERS])
{
    const size_t years = s->n > s->known ? (s->n - s->known) / s->season : 0;
    const reading r = see(s, room->x);

    room->sums = 0;
    for (size_t i = 0; i < OT__MEMBERS; i++) {
        const bool serves =
            years >= members[i].least && years <= members[i].most;
        total[i] = !serves ? NAN
                   : members[i].model != NULL
                       ? ask_model(s, members[i].model, &r, paths, room)
                       : ask_rule(s, members[i].rule, room);
        total[i] = isfinite(total[i]) ? total[i] : NAN;
    }
}
