// SPDX-License-Identifier: GPL-3.0-or-later
// rules.c - forecasts: Theta, STL with smoothing, and the simple ones.

#include "oracle.h"

#include "outturn/project.h"
#include "stat/ets.h"
#include "stat/stl.h"
#include "stat/theta.h"

#define WORK   16384
#define STEPS  12
#define SEASON 12

static double work[WORK];

// One method of one series, as the file has it.
typedef struct forecast {
    double mean[STEPS], sd[STEPS];
} forecast;

// Calls `see` with each series that the method has forecasts of.
static void each(const char *method,
                 void (*see)(const series *s, const forecast *r, void *to),
                 void *to)
{
    series s = {.n = 0};
    forecast r;
    table t;

    open_table(&t, "forecasts.csv");
    while (next_row(&t)) {
        if (!field_is(&t, 1, method)) {
            continue;
        }
        const size_t h = (size_t)number_in(&t, 2);
        r.mean[h - 1] = number_in(&t, 3);
        r.sd[h - 1] = sd_of(&t, 3);
        if (h == STEPS) {
            load(t.field[0], &s);
            see(&s, &r, to);
        }
    }
}

// ---- Theta -----------------------------------------------------------------

typedef struct theta_tallies {
    tally own, at_alpha, bound, sd, sse;
} theta_tallies;

// R's limits grow with (1 + 11 alpha^2)^(1/2): that tells its alpha. Its level
// is then the one with the least squared error. (thetaf does not give limits
// the factor of the season.)
static double level_at(const double x[], size_t n, double alpha)
{
    double best = 0, weights = 0, level = 0, weight = 1;

    for (size_t t = 0; t < n; t++) {
        best += weight * (x[t] - level);
        weights += weight * weight;
        level += alpha * (x[t] - level);
        weight *= 1 - alpha;
    }
    return level + weight * best / weights;
}

static void see_theta(const series *s, const forecast *r, void *to)
{
    theta_tallies *all = to;
    double figure[SEASON], x[VALUES], mean[STEPS];
    ot__theta fit;
    const double grown = r->sd[STEPS - 1] / r->sd[0];

    assert_int_equal(
        ot__theta_fit(s->y, s->n, s->season, &fit, figure, work, NULL), OT_OK);
    assert_true(!fit.seasonal || fit.product);
    count(&all->sse, fit.sigma / r->sd[0] - 1, "%s", s->name);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    for (size_t k = 0; k < STEPS; k++) {
        count(&all->own, apart(mean[k], r->mean[k]), "%s %zu", s->name, k + 1);
        const double sd =
            r->sd[0] * sqrt(1 + (double)k * (grown * grown - 1) / 11);
        count(&all->sd, apart(sd, r->sd[k]), "%s %zu", s->name, k + 1);
    }
    for (size_t t = 0; t < s->n; t++) {
        x[t] = s->y[t] / (fit.seasonal ? figure[t % s->season] : 1);
    }
    fit.alpha = sqrt((grown * grown - 1) / 11);
    fit.level = level_at(x, s->n, fit.alpha);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    tally *const at = fit.alpha < 1e-3 ? &all->bound : &all->at_alpha;
    for (size_t k = 0; k < STEPS; k++) {
        count(at, apart(mean[k], r->mean[k]), "%s %zu", s->name, k + 1);
    }
}

// Of M3_N1402 R's alpha is at its lower bound, where all depends on the first
// level, and R's is not the best.
void theta_forecasts(void **state)
{
    (void)state;
    theta_tallies all = {
        begin_tally("Theta, fitted", 5e-4),
        begin_tally("Theta at R's alpha", 1e-6),
        begin_tally("Theta at R's alpha, on its lower bound", 5e-4),
        begin_tally("Theta's half width by its formula", 1e-4),
        begin_tally("Theta: one-step error above R's", 1e-7),
    };

    each("thetaf", see_theta, &all);
    end_tally(&all.own);
    end_tally(&all.at_alpha);
    end_tally(&all.bound);
    end_tally(&all.sd);
    end_tally(&all.sse);
}

// ---- STL, then smoothing ---------------------------------------------------

// As stlf() does: of the six forms without a season the one of the least AICc.
static void smooth(const double x[], size_t n, double mean[], double sd[])
{
    static const char *const names[] = {"ANN", "AAN", "AAdN",
                                        "MNN", "MAN", "MAdN"};
    ot__ets best = {.aicc = INFINITY}, e;
    ot__ets_model model = {0};

    for (size_t i = 0; i < 6; i++) {
        assert_true(ot__ets_parse(names[i], &model));
        if (ot__ets_fit(model, x, n, 1, &e, work, NULL) == OT_OK &&
            e.aicc < best.aicc) {
            best = e;
        }
    }
    ot__ets_mean(&best, STEPS, mean);
    assert_true(ot__ets_sd(&best, STEPS, sd));
}

typedef struct stl_tallies {
    tally mean, sd;
} stl_tallies;

static void see_stl(const series *s, const forecast *r, void *to)
{
    static double trend[VALUES], season[VALUES], weight[VALUES], x[VALUES];
    const ot__stl_options how = {.period = s->season, .seasonal = 11};
    stl_tallies *all = to;
    double mean[STEPS], sd[STEPS];

    assert_int_equal(
        ot__stl(s->y, s->n, &how, trend, season, weight, work, NULL), OT_OK);
    for (size_t i = 0; i < s->n; i++) {
        x[i] = s->y[i] - season[i];
    }
    smooth(x, s->n, mean, sd);
    for (size_t k = 0; k < STEPS; k++) {
        const double f = season[s->n - s->season + k % s->season];
        count(&all->mean, apart(mean[k] + f, r->mean[k]), "%s %zu", s->name,
              k + 1);
        count(&all->sd, apart(sd[k], r->sd[k]), "%s %zu", s->name, k + 1);
    }
}

// Ours are the likelier fits, see ets_fits; where R's optimiser stops early
// (M3_N1402, M3_N2150) forecasts part by that.
void stl_forecasts(void **state)
{
    (void)state;
    stl_tallies all = {
        begin_tally("STL+ETS forecast, as stlf does it", 5e-3),
        begin_tally("STL+ETS half width", 1e-2),
    };

    each("stlf_ets", see_stl, &all);
    end_tally(&all.mean);
    end_tally(&all.sd);
}

// ---- the simple ones -------------------------------------------------------

typedef struct simple_tallies {
    const ot_method *method;
    tally mean, sd;
} simple_tallies;

static void see_simple(const series *s, const forecast *r, void *to)
{
    simple_tallies *all = to;
    const ot_past past = {s->y, s->n, s->season, 0};
    double mean[STEPS], sd[STEPS];

    assert_true(ot_method_work_size(&past, STEPS) > 0);
    assert_int_equal(all->method->spread(&past, STEPS, mean, sd, work, NULL),
                     OT_OK);
    for (size_t k = 0; k < STEPS; k++) {
        count(&all->mean, apart(mean[k], r->mean[k]), "%s %zu", s->name, k + 1);
        count(&all->sd, apart(sd[k], r->sd[k]), "%s %zu", s->name, k + 1);
    }
}

void simple_forecasts(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"naive", "naive"},
                                           {"seasonal-naive", "snaive"},
                                           {"drift", "rwf_drift"}};

    for (size_t i = 0; i < 3; i++) {
        char what[64];
        simple_tallies all = {.method = ot_method_find(names[i][0])};
        assert_non_null(all.method);
        snprintf(what, sizeof what, "%s forecast", names[i][0]);
        all.mean = begin_tally(what, 1e-8);
        snprintf(what, sizeof what, "%s half width", names[i][0]);
        all.sd = begin_tally(what, 1e-6);
        each(names[i][1], see_simple, &all);
        end_tally(&all.mean);
        end_tally(&all.sd);
    }
}
