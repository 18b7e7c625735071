// SPDX-License-Identifier: GPL-3.0-or-later
// test_scenario.c - how a break may go on, by hand.

#include "panel_support.h"

#include <gsl/gsl_cdf.h>

#define YEARS 6
#define MOST  (12 * YEARS + 12)

// Six years of months at one level each, then some months of 2024.
static ot_projection *project(const double level[YEARS], const double now[],
                              size_t known)
{
    double y[MOST];
    ot_projection *p = NULL;
    ot_error err = {0};

    for (size_t i = 0; i < 12 * YEARS; i++) {
        y[i] = level[i / 12];
    }
    memcpy(y + 12 * YEARS, now, known * sizeof *now);
    const ot_series s = series_of(ot_period_month(2018, 1).first, 1, y, NULL,
                                  12 * YEARS + known);
    if (ot_project(&s, ot_period_year(2024), &p, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return p;
}

static const double flat[YEARS] = {1, 1, 1, 1, 1, 1};

// ---- totals and weights ----------------------------------------------------

// Each year before is twelve times 1, so that m months are m / 12 of a year and
// last year's rest is 12 - m.
typedef struct way_case {
    const char *name;
    double now[8];
    size_t known;
    double recent, stays, one_off, weight;
} way_case;

static const way_case way_cases[] = {
    // Known 12, of which the two last months have all: 4 times.
    {"the last months are as high as those before: it stays, nine to one",
     {4, 4, 4},
     3,
     4,
     12 * 12 / 3.0,
     12 + 9,
     0.9},
    // Known 14; the last two as a year before, of the growth 2.8 nothing.
    {"the last months are as a year before: one-off, nine to one",
     {4, 4, 4, 1, 1},
     5,
     1,
     14 * 12 / 5.0,
     14 + 7,
     0.1},
    // Known 16 against 5: log 2 / log 3.2.
    {"the last months are twice a year before, all 3.2 times",
     {4, 4, 4, 2, 2},
     5,
     2,
     16 * 12 / 5.0,
     16 + 7,
     0.59592},
    // Known 2 against 4: 0.5; the last two 0.25 times, more than all.
    {"a fall that deepens stays",
     {0.75, 0.75, 0.25, 0.25},
     4,
     0.25,
     2 * 12 / 4.0,
     2 + 8,
     0.9},
};

static void ways(void **state)
{
    const way_case *c = *state;
    ot_projection *p = project(flat, c->now, c->known);

    assert_true(p->broken);
    assert_int_equal(p->scenarios, 2);
    assert_string_equal(p->scenario[0].method->name, "seasonal-share");
    assert_string_equal(p->scenario[1].method->name, "last-years-rest");
    assert_close(p->recent_growth, c->recent, 1e-12);
    assert_close(p->scenario[0].total, c->stays, 1e-12);
    assert_close(p->scenario[1].total, c->one_off, 1e-12);
    assert_close(p->scenario[0].weight, c->weight, 1e-4);
    assert_close(p->scenario[0].weight + p->scenario[1].weight, 1, 1e-15);
    assert_close(p->mixed,
                 p->scenario[0].weight * c->stays +
                     p->scenario[1].weight * c->one_off,
                 1e-12);
    ot_projection_free(p);
}

static void no_break_no_ways(void **state)
{
    (void)state;
    const double now[] = {1, 1, 1};
    ot_projection *p = project(flat, now, 3);

    assert_false(p->broken);
    assert_int_equal(p->scenarios, 0);
    assert_int_equal(p->mixture.n, 0);
    ot_projection_free(p);
}

// ---- how wide --------------------------------------------------------------

// Years of 12 and of 24 in turn, January-March 2024 at 8 a month: known 24,
// last year's rest 18. That rule said 3 x 2 + 9 = 15 of 24 in three years and
// 3 + 9 x 2 = 21 of 12 in two, off by log(24 / 15) = 0.470004 and log(21 / 12)
// = 0.559616. The larger half of five is three: twice the latter, once the
// former; root mean square 0.531427, times sqrt(1 + 1 / 5) is 0.582149.
static const double in_turn[YEARS] = {1, 2, 1, 2, 1, 2};
static const double march[] = {8, 8, 8};

static void as_wide_as_the_worse_half(void **state)
{
    (void)state;
    ot_projection *p = project(in_turn, march, 3);
    const ot_dist *d = &p->scenario[1].dist;

    assert_int_equal(p->scenarios, 2);
    assert_close(p->scenario[1].total, 42, 1e-12);
    assert_close(ot_dist_quantile(d, 0.5), 42, 1e-12);
    assert_close(ot_dist_quantile(d, 0.9),
                 42 * exp(0.582149 * gsl_cdf_tdist_Pinv(0.9, 5)), 2e-3);
    // Its mirror image would be 17.8, but 24 is known.
    assert_close(ot_dist_quantile(d, 0.1), 24, 1e-12);
    ot_projection_free(p);
}

// The usual share never missed: nine draws in ten are 24 x 12 / 3 = 96.
static void both_by_their_weights(void **state)
{
    (void)state;
    ot_projection *p = project(in_turn, march, 3);

    assert_close(p->scenario[0].weight, 0.9, 1e-12);
    assert_close(ot_dist_quantile(&p->scenario[0].dist, 0.01), 96, 1e-9);
    assert_close(ot_dist_quantile(&p->mixture, 0.5), 96, 1e-9);
    // One in ten is one-off, of which (by Student's t) 92 % are under 96.
    const double t = log(96 / 42.0) / 0.582149;
    assert_close(ot_dist_within(&p->mixture, 0, 95.9),
                 0.1 * gsl_cdf_tdist_P(t, 5), 2e-2);
    ot_projection_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_break_no_ways),
        cmocka_unit_test(as_wide_as_the_worse_half),
        cmocka_unit_test(both_by_their_weights),
    };

    return RUN_TABLE("after a break", way_cases, ways) +
           cmocka_run_group_tests_name("scenarios", tests, NULL, NULL);
}
