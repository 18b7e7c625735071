// SPDX-License-Identifier: GPL-3.0-or-later
// laws_support.h - every way of carrying a series on, asked in one way; and
// series that are hard on it.
#ifndef OT_TESTS_LAWS_SUPPORT_H
#define OT_TESTS_LAWS_SUPPORT_H

#include "panel_support.h"

#define MOST 160 // values of a series and what stands behind them
#define H    12

// ---- who is asked ----------------------------------------------------------

// A row of the registry, or without one the landing.
typedef struct subject {
    const char *name;
    const ot_method *method;
} subject;

// Figures that have the unit of the series: a path and its deviations; of a
// landing the total and quantiles.
typedef struct answer {
    ot_status status; // OT_E_DATA: `why` says
    size_t n;
    double x[2 * H];
    char why[sizeof((ot_error *)NULL)->message];
} answer;

typedef struct question {
    double *y; // MOST values, of which n count
    size_t n, season;
} question;

// A caller asks no row for what it says it cannot do.
static inline bool may_ask(const ot_method *m, const question *q)
{
    const size_t known = q->n % q->season;

    return q->n > 0 && q->n - known >= m->min_years * q->season &&
           (known > 0 || !m->needs_part);
}

static inline bool may_ask_any(const subject *who, const question *q)
{
    return who->method == NULL || may_ask(who->method, q);
}

static inline void ask_method(const ot_method *m, const question *q, answer *a)
{
    const ot_past past = {q->y, q->n, q->season, 0};
    const size_t h = q->season - q->n % q->season;
    double *work = malloc(ot_method_work_size(&past, h) * sizeof *work);
    ot_error err = {0};

    assert_non_null(work);
    a->status = OT_E_DATA;
    if (!may_ask(m, q)) {
        strcpy(a->why, "not to be asked");
    } else if (m->spread != NULL) {
        a->n = 2 * h;
        a->status = m->spread(&past, h, a->x, a->x + h, work, &err);
    } else {
        a->n = h;
        a->status = m->path(&past, h, a->x, work, &err);
    }
    if (a->status != OT_OK && err.status != OT_OK) {
        strcpy(a->why, err.message);
    }
    free(work);
}

// The year 2020, of which the last values that fill no year are known.
static inline ot_series series_for(const question *q)
{
    const int step = 12 / (int)q->season;
    const int years = (int)(q->n / q->season);

    return series_of(ot_period_month(2020 - years, 1).first, step, q->y, NULL,
                     q->n);
}

static inline void take_outlook(const ot_outlook *o, answer *a)
{
    static const double p[] = {0.025, 0.1, 0.25, 0.75, 0.9, 0.975};

    a->x[a->n++] = o->total;
    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++) {
        a->x[a->n++] = ot_dist_quantile(&o->dist, p[i]);
    }
}

static inline void ask_series(const ot_series *s, answer *a)
{
    ot_outlook *o = NULL;
    ot_error err = {0};

    *a = (answer){.status =
                      ot_project_outlook(s, ot_period_year(2020), &o, &err)};
    if (a->status == OT_OK) {
        take_outlook(o, a);
    } else {
        strcpy(a->why, err.message);
    }
    ot_outlook_free(o);
}

static inline answer ask(const subject *who, const question *q)
{
    answer a = {.n = 0};

    if (who->method != NULL) {
        ask_method(who->method, q, &a);
    } else {
        const ot_series s = series_for(q);
        ask_series(&s, &a);
    }
    return a;
}

// Fitted numbers are known to about the square root of what a double holds, as
// the least of a function can be known no better.
static inline bool is_fitted(const subject *who)
{
    return who->method == NULL || who->method->work_size != NULL;
}

// ---- series ----------------------------------------------------------------

static inline double noise_at(size_t i)
{
    uint32_t noise = 12345 + 977 * (uint32_t)i;

    for (int k = 0; k < 3; k++) {
        noise = noise * 1664525u + 1013904223u;
    }
    return (double)(noise >> 8) / 16777216;
}

// A trend, a season and irregular values; nothing is 0, 1 or a multiple of
// something else.
static inline double usual(size_t i, size_t season)
{
    const double turn = 6.283185307179586 * (double)(i % season);

    return (217.31 + 1.77 * (double)i) *
           (1 + 0.21 * sin(turn / (double)season + 0.4)) *
           (0.94 + 0.12 * noise_at(i));
}

static inline double growing(size_t i, size_t season)
{
    return usual(i, season) * exp(0.05 * (double)i);
}
static inline double falling(size_t i, size_t season)
{
    return usual(i, season) * exp(-0.05 * (double)i);
}
static inline double huge(size_t i, size_t season)
{
    return usual(i, season) * 1e297;
}
static inline double tiny(size_t i, size_t season)
{
    return usual(i, season) * 1e-302;
}
// Whole numbers that a double does not all hold.
static inline double beyond_53_bits(size_t i, size_t season)
{
    return nearbyint(usual(i, season) * 0x1p50);
}
static inline double balance(size_t i, size_t season)
{
    return usual(i, season) - 300;
}
static inline double deficit(size_t i, size_t season)
{
    return -usual(i, season);
}
static inline double now_and_then(size_t i, size_t season)
{
    return i % 5 == 2 ? usual(i, season) : 0;
}
static inline double begun_late(size_t i, size_t season)
{
    return i < 20 ? 0 : usual(i, season);
}
static inline double ended(size_t i, size_t season)
{
    return i < 14 ? usual(i, season) : 0;
}
static inline double a_spike(size_t i, size_t season)
{
    return usual(i, season) * (i == 17 ? 1e9 : 1);
}
static inline double a_step(size_t i, size_t season)
{
    return usual(i, season) * (i < 13 ? 1 : 1e-6);
}
static inline double up_and_down(size_t i, size_t season)
{
    return usual(i, season) * (i % 2 == 0 ? 1 : -1);
}
static inline double level(size_t i, size_t season)
{
    (void)i, (void)season;
    return 73.19;
}
static inline double nearly_level(size_t i, size_t season)
{
    (void)season;
    return 73.19 * (1 + 1e-15 * noise_at(i));
}
static inline double nothing(size_t i, size_t season)
{
    (void)i, (void)season;
    return 0;
}
static inline double a_line(size_t i, size_t season)
{
    (void)season;
    return 10 + 3 * (double)i;
}
static inline double the_same_each_year(size_t i, size_t season)
{
    return 5 + (double)(i % season);
}

typedef double maker(size_t i, size_t season);

static const struct {
    const char *name;
    maker *make;
} shapes[] = {
    {"usual", usual},
    {"growing", growing},
    {"falling", falling},
    {"near the largest number", huge},
    {"near the smallest", tiny},
    {"beyond 53 bits", beyond_53_bits},
    {"a balance", balance},
    {"a deficit", deficit},
    {"now and then", now_and_then},
    {"begun late", begun_late},
    {"ended", ended},
    {"a spike", a_spike},
    {"a step", a_step},
    {"up and down", up_and_down},
    {"level", level},
    {"nearly level", nearly_level},
    {"nothing", nothing},
    {"a line", a_line},
    {"the same each year", the_same_each_year},
};

#define SHAPES (sizeof shapes / sizeof shapes[0])

static inline question fill(double y[MOST], maker *make, size_t n,
                            size_t season)
{
    for (size_t i = 0; i < MOST; i++) {
        y[i] = make(i, season);
    }
    return (question){y, n, season};
}

static const size_t seasons[] = {12, 4, 2, 1};

#define SEASONS (sizeof seasons / sizeof seasons[0])

// Nine years and more, of which the last is not over.
static inline size_t long_of(size_t season)
{
    return season == 1 ? 19 : 9 * season + season * 2 / 3;
}

#endif
