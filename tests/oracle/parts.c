// SPDX-License-Identifier: GPL-3.0-or-later
// parts.c - decompositions and what is told of a series: stl, mstl, decompose,
// acf, misc.

#include "oracle.h"

#include "stat/acf.h"
#include "stat/arima.h"
#include "stat/decompose.h"
#include "stat/stl.h"

#define WORK 8192
#define LAGS 24

static double work[WORK];

// ---- loess -----------------------------------------------------------------

typedef struct parts {
    double trend[VALUES], season[VALUES], weight[VALUES];
} parts;

static void run_stl(const series *s, size_t window, bool robust, parts *p)
{
    const ot__stl_options how = {
        .period = s->season, .seasonal = window, .robust = robust};

    assert_true(ot__stl_work_size(s->n, s->season) <= WORK);
    assert_int_equal(
        ot__stl(s->y, s->n, &how, p->trend, p->season, p->weight, work, NULL),
        OT_OK);
}

// Relative to the largest value: a season may be next to nothing.
static double off(double got, double want, const series *s)
{
    return fabs(got - want) / largest(s->y, s->n);
}

// In R 4.2.2 the median inside the robust fit is taken by a partial sort that
// is given its two indices in the wrong order: of an even number of values it
// can be another one than the median. Where that happens R is not what the
// paper says.
static bool r_is_wrong(const table *t)
{
    static const char *const names[] = {"AirPassengers", "USAccDeaths",
                                        "JohnsonJohnson", "UKgas", "M3_N1402"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (field_is(t, 2, "TRUE") && field_is(t, 0, names[i])) {
            return true;
        }
    }
    return false;
}

void stl_parts(void **state)
{
    (void)state;
    tally plain = begin_tally("STL, of the largest value", 1e-6);
    tally robust = begin_tally("STL robust, of the largest value", 1e-6);
    tally wrong = begin_tally("STL robust where R's median is none", INFINITY);
    series s = {.n = 0};
    parts p;
    table t;

    open_table(&t, "stl.csv");
    while (next_row(&t)) {
        const bool weighs = field_is(&t, 2, "TRUE");
        const size_t i = (size_t)number_in(&t, 3) - 1;
        const double window = number_in(&t, 1); // NaN: "periodic"
        load(t.field[0], &s);
        if (i == 0) {
            run_stl(&s, isnan(window) ? 0 : (size_t)window, weighs, &p);
        }
        tally *to = r_is_wrong(&t) ? &wrong : weighs ? &robust : &plain;
        count(to, off(p.season[i], number_in(&t, 4), &s), "%s %s season %zu",
              s.name, t.field[1], i + 1);
        count(to, off(p.trend[i], number_in(&t, 5), &s), "%s %s trend %zu",
              s.name, t.field[1], i + 1);
    }
    end_tally(&plain);
    end_tally(&robust);
    end_tally(&wrong);
}

// With one season mstl() is stl() over 11 years.
void stl_of_mstl(void **state)
{
    (void)state;
    tally all = begin_tally("MSTL of one season, of the largest value", 1e-6);
    series s = {.n = 0};
    parts p;
    table t;

    open_table(&t, "mstl.csv");
    while (next_row(&t)) {
        const size_t i = (size_t)number_in(&t, 1) - 1;
        load(t.field[0], &s);
        if (i == 0) {
            run_stl(&s, 11, false, &p);
        }
        count(&all, off(p.trend[i], number_in(&t, 2), &s), "%s trend %zu",
              s.name, i + 1);
        count(&all, off(p.season[i], number_in(&t, 3), &s), "%s season %zu",
              s.name, i + 1);
    }
    end_tally(&all);
}

// ---- moving averages -------------------------------------------------------

void decompositions(void **state)
{
    (void)state;
    tally all = begin_tally("decompose, of the largest value", 1e-6);
    series s = {.n = 0};
    double trend[VALUES], figure[32];
    table t;

    open_table(&t, "decompose.csv");
    while (next_row(&t)) {
        const size_t i = (size_t)number_in(&t, 2) - 1;
        const bool product = field_is(&t, 1, "multiplicative");
        load(t.field[0], &s);
        if (i == 0) {
            assert_int_equal(
                ot__decompose(s.y, s.n, s.season, product, trend, figure, NULL),
                OT_OK);
        }
        const double want = number_in(&t, 3), size = product ? 1 : 0;
        count(&all,
              isnan(want) ? (isnan(trend[i]) ? 0 : NAN)
                          : off(trend[i], want, &s),
              "%s %s trend %zu", s.name, t.field[1], i + 1);
        const double apart_by = fabs(figure[i % s.season] - number_in(&t, 4));
        count(&all, apart_by / fmax(size, product ? 1 : largest(s.y, s.n)),
              "%s %s season %zu", s.name, t.field[1], i + 1);
    }
    end_tally(&all);
}

// ---- correlations and tests ------------------------------------------------

void correlations(void **state)
{
    (void)state;
    tally acf = begin_tally("autocorrelations, apart by", 1e-9);
    tally pacf = begin_tally("partial autocorrelations, apart by", 1e-9);
    series s = {.n = 0};
    double r[LAGS], partial[LAGS];
    table t;

    open_table(&t, "acf.csv");
    while (next_row(&t)) {
        const size_t lag = (size_t)number_in(&t, 1);
        load(t.field[0], &s);
        ot__acf(s.y, s.n, LAGS, r);
        ot__pacf(r, LAGS, partial, work);
        count(&acf, fabs(r[lag - 1] - number_in(&t, 2)), "%s %zu", s.name, lag);
        count(&pacf, fabs(partial[lag - 1] - number_in(&t, 3)), "%s %zu",
              s.name, lag);
    }
    end_tally(&acf);
    end_tally(&pacf);
}

static double differences(const series *s)
{
    double w[VALUES];
    size_t n = s->n, d = 0;

    memcpy(w, s->y, n * sizeof *w);
    while (d < 2 && ot__kpss(w, n) > OT__KPSS_5) {
        n = ot__difference(w, n, 1);
        d++;
    }
    return (double)d;
}

static double ljung_box(const series *s, double *p)
{
    double w[VALUES], r[10];

    memcpy(w, s->y, s->n * sizeof *w);
    const size_t n = ot__difference(w, s->n, 1);
    ot__acf(w, n, 10, r);
    return ot__ljung_box(r, n, 10, 0, p);
}

static double seasonal_differences(const series *s)
{
    assert_true(ot__season_strength_work(s->n, s->season) <= WORK);
    return ot__season_strength(s->y, s->n, s->season, work) > 0.64 ? 1 : 0;
}

void tests_of_series(void **state)
{
    (void)state;
    tally counts = begin_tally("differences by KPSS and by strength", 0);
    tally box = begin_tally("Ljung-Box of the difference", 1e-8);
    tally tail = begin_tally("Ljung-Box, its probability, apart by", 1e-9);
    series s = {.n = 0};
    table t;

    open_table(&t, "misc.csv");
    while (next_row(&t)) {
        const double want = number_in(&t, 2);
        double p;
        load(t.field[0], &s);
        if (field_is(&t, 1, "ndiffs_kpss")) {
            count(&counts, fabs(differences(&s) - want), "%s d", s.name);
        } else if (field_is(&t, 1, "nsdiffs_seas")) {
            count(&counts, fabs(seasonal_differences(&s) - want), "%s D",
                  s.name);
        } else if (field_is(&t, 1, "ljungbox10_diff1_stat")) {
            count(&box, apart(ljung_box(&s, &p), want), "%s", s.name);
        } else if (field_is(&t, 1, "ljungbox10_diff1_p")) {
            ljung_box(&s, &p);
            count(&tail, fabs(p - want), "%s", s.name);
        }
    }
    end_tally(&counts);
    end_tally(&box);
    end_tally(&tail);
}
