// SPDX-License-Identifier: GPL-3.0-or-later
// test_many.c - many series landed at once, and their sum.
#include "panel_support.h"

#include "project/outlook.h"

// Series for the tests: values of months or quarters that end with `last`.
typedef struct given {
    int32_t step;
    ot_period last; // of the last value
    const double *y;
    size_t n;
    ot_status status; // not OT_OK: it cannot be made
} given;

static ot_status make(size_t i, void *context, ot_series **series,
                      ot_error *err)
{
    const given *g = (const given *)context + i;

    if (g->status != OT_OK) {
        return ot_fail(err, g->status, NULL, "series %zu is not to be had", i);
    }
    ot_series *s = calloc(1, sizeof *s);
    assert_non_null(s);
    *s = (ot_series){.first =
                         ot_period_last(g->last) + 1 - g->step * (int32_t)g->n,
                     .step = g->step,
                     .n = g->n,
                     .y = malloc(g->n * sizeof(double)),
                     .half = malloc(g->n * sizeof(double)),
                     .state = calloc(g->n, 1)};
    memcpy(s->y, g->y, g->n * sizeof(double));
    for (size_t k = 0; k < g->n; k++) {
        s->half[k] = 0.5;
    }
    *series = s;
    return OT_OK;
}

static void project(given g[], size_t n, size_t threads, ot_landed landed[],
                    ot_whole *whole)
{
    const ot_many many = {
        .n = n, .series = make, .context = g, .threads = threads};
    ot_error err = {0};

    if (ot_project_many(&many, landed, whole, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
}

// The upper tenth of a series by itself, with a prior or (scale NaN) without.
static double upper_tenth(const given *g, ot_period period, double scale)
{
    const ot__scale_prior prior = {scale, OT_OWN_YEARS};
    ot_series *s = NULL;
    ot_outlook *o = NULL;

    assert_int_equal(make(0, (void *)(uintptr_t)g, &s, NULL), OT_OK);
    assert_int_equal(
        ot__outlook_with(s, period, isnan(scale) ? NULL : &prior, &o, NULL),
        OT_OK);
    const double x = ot_dist_quantile(&o->dist, 0.9);
    ot_outlook_free(o);
    ot_series_free(s);
    return x;
}

// ---- by hand ---------------------------------------------------------------

// Quarters of which test_outlook.c works the landing out: 240, of which 120 is
// known, after a year of 100.
static const double quarters[] = {10, 20, 30, 40, 40, 80};
static const double twice[] = {20, 40, 60, 80, 80, 160};
static const double whole_year[] = {1, 2, 3, 4, 5, 6, 7, 8};

static const ot_period half_2021 = {2021 * 12 + 3, 3};

static void landings_add_up(void **state)
{
    (void)state;
    given g[] = {{3, half_2021, quarters, 6, OT_OK},
                 {3, half_2021, twice, 6, OT_OK}};
    ot_landed l[2];
    ot_whole w;

    project(g, 2, 1, l, &w);
    assert_int_equal(ot_month_year(w.period.first), 2021);
    assert_close(l[0].total, 240, 1e-14);
    assert_close(l[1].total, 480, 1e-14);
    assert_close(l[0].known_total, 120, 0);
    assert_close(l[0].last_year, 100, 0);
    assert_int_equal(l[0].misses, 0);
    assert_false(l[0].lent);
    assert_int_equal(w.served, 2);
    assert_close(w.known_total, 360, 0);
    assert_close(l[1].known_half, 1, 0); // two quarters, half a unit each
    assert_close(w.known_half, 2, 0);
    assert_close(w.total, 720, 1e-14);
    assert_close(w.last_year, 300, 0);
    assert_close(w.this_year, 720, 1e-14);
    // The sum is three times the first, and so is its landing: nothing to move.
    assert_close(w.sum.total, 720, 1e-14);
    assert_false(w.apart);
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        assert_close(w.quantile[i], w.sum.quantile[i], 1e-14);
        assert_close(w.quantile[i], 3 * l[0].quantile[i], 1e-12);
    }
    // What the range is test_outlook.c works out.
    assert_close(ot_quantile_at(5), 0.9, 0);
    assert_close(l[0].quantile[5],
                 upper_tenth(&g[0], ot_period_year(2021), NAN), 0);
}

// 2,000 in the second half of the year before, and a hundredth of the first
// half now: half of that growth makes 20 + 2,000 x sqrt(0.01) = 220, between
// the pace so far (40) and last year's rest (2,020). The sum has 140 after
// 2,030 and 2,070 to come of last year's.
static const double collapsed[] = {1000, 1000, 1000, 1000, 10, 10};

static void a_sum_that_lands_elsewhere_is_told(void **state)
{
    (void)state;
    given g[] = {{3, half_2021, quarters, 6, OT_OK},
                 {3, half_2021, collapsed, 6, OT_OK}};
    ot_landed l[2];
    ot_whole w;

    project(g, 2, 1, l, &w);
    assert_close(w.total, 240 + 220, 1e-14);
    assert_close(w.sum.total, 140 + 2070 * sqrt(140.0 / 2030), 1e-14);
    assert_true(w.apart);
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        assert_close(w.quantile[i],
                     fmax(140, 460 * (w.sum.quantile[i] / w.sum.total)), 1e-14);
    }
}

static void one_that_is_over_has_landed(void **state)
{
    (void)state;
    const ot_period year_end = {2021 * 12 + 9, 3};
    given g[] = {{3, half_2021, quarters, 6, OT_OK},
                 {3, year_end, whole_year, 8, OT_OK}};
    ot_many many = {
        .n = 2, .series = make, .context = g, .period = ot_period_year(2021)};
    ot_landed l[2];
    ot_whole w;

    assert_int_equal(ot_project_many(&many, l, &w, NULL), OT_OK);
    assert_close(l[1].total, 26, 0); // 5 + 6 + 7 + 8
    assert_close(l[1].known_half, 2, 0);
    assert_close(l[1].quantile[0], 26, 0);
    assert_close(l[1].last_year, 10, 0);
    assert_close(w.total, 266, 1e-14);
    // They are known together to the middle of the year: 120 and 5 + 6.
    assert_close(w.sum.known_total, 131, 0);
    assert_int_equal(w.sum.known.months, 6);
    // Without a period asked for it is the one after the last month of any.
    many.period = (ot_period){0, 0};
    assert_int_equal(ot_project_many(&many, l, &w, NULL), OT_OK);
    assert_int_equal(ot_month_year(w.period.first), 2022);
}

static const double zeros[] = {0, 0, 0, 0, 0, 0};
static const double unknown[] = {NAN, NAN, NAN};
static const double holed[] = {10, 20, 30, 40, NAN, 80};
static const double one[] = {7};

static void what_cannot_be_projected_says_why(void **state)
{
    (void)state;
    const ot_period before = {2020 * 12 + 9, 3}, long_ago = {2015 * 12, 3};
    given g[] = {
        {3, half_2021, zeros, 6, OT_OK},   {3, half_2021, unknown, 3, OT_OK},
        {3, half_2021, holed, 6, OT_OK},   {3, before, one, 1, OT_OK},
        {3, long_ago, one, 1, OT_OK},      {3, half_2021, one, 1, OT_E_DATA},
        {3, half_2021, quarters, 6, OT_OK}};
    static const char *const why[] = {
        "all that is known of it is zero",
        "no value is known",
        "2021 has a hole in its known part: January-March 2021",
        "nothing of 2021 is known, nor a full year before it: no rule can "
        "project it",
        "2021 starts more than a year after the data, which end with "
        "January-March 2015",
        "series 5 is not to be had",
    };
    ot_landed l[7];
    ot_whole w;
    ot_error err = {0};

    project(g, 7, 2, l, &w);
    for (size_t i = 0; i < 6; i++) {
        assert_false(l[i].served);
        assert_string_equal(l[i].why, why[i]);
        assert_close(l[i].total, NAN, 0);
    }
    assert_int_equal(w.served, 1);
    assert_close(w.total, 240, 1e-14);
    // All of them: an error, with the first one's reason.
    const ot_many many = {.n = 6, .series = make, .context = g};
    assert_int_equal(ot_project_many(&many, l, &w, &err), OT_E_DATA);
    assert_string_equal(err.message, "none of 6 series can be projected; the "
                                     "first: all that is known of it is zero");
    // No memory is no reason but a failure.
    g[6].status = OT_E_MEMORY;
    const ot_many none = {.n = 7, .series = make, .context = g};
    assert_int_equal(ot_project_many(&none, l, &w, NULL), OT_E_MEMORY);
}

// ---- many ------------------------------------------------------------------

#define MANY   11
#define MONTHS 104 // eight years, and eight months of 2020

static const ot_period august_2020 = {2020 * 12 + 7, 1};

// A trend, a season and irregular values, the more so the later in the list;
// the last is as calm as the first.
static void make_months(double y[MONTHS], size_t i)
{
    static const double season[] = {0.83, 0.91, 1.07, 0.97, 0.99, 1.04,
                                    0.96, 0.88, 1.01, 1.09, 1.12, 1.13};
    uint32_t noise = 54321 + 97 * (uint32_t)i;

    for (size_t k = 0; k < MONTHS; k++) {
        noise = noise * 1664525u + 1013904223u;
        const double wide = 0.1 + 0.05 * (double)(i % (MANY - 1));
        const double irregular =
            1 + wide * ((double)(noise >> 8) / 16777216 - 0.5);
        y[k] = (double)(1 + i) * (317.31 + 1.77 * (double)k) * season[k % 12] *
               irregular;
    }
}

// Ten with a record and one, the last, with two years before 2020.
static void fill_many(given g[MANY], double y[MANY][MONTHS])
{
    for (size_t i = 0; i < MANY; i++) {
        make_months(y[i], i);
        g[i] = (given){1, august_2020, y[i], MONTHS, OT_OK};
    }
    g[MANY - 1].y += MONTHS - 32;
    g[MANY - 1].n = 32;
}

static void assert_same(const ot_landed *a, const ot_landed *b)
{
    assert_memory_equal(&a->total, &b->total, sizeof a->total);
    assert_memory_equal(a->quantile, b->quantile, sizeof a->quantile);
    assert_memory_equal(&a->usual, &b->usual, sizeof a->usual);
    assert_int_equal(a->lent, b->lent);
}

static void threads_and_order_do_not_matter(void **state)
{
    (void)state;
    double y[MANY][MONTHS];
    given g[MANY], turned[MANY];
    ot_landed alone[MANY], l[MANY];
    ot_whole w, v;

    fill_many(g, y);
    project(g, MANY, 1, alone, &w);
    for (size_t threads = 2; threads <= 4; threads++) {
        project(g, MANY, threads, l, &v);
        for (size_t i = 0; i < MANY; i++) {
            assert_same(&l[i], &alone[i]);
        }
        assert_memory_equal(v.quantile, w.quantile, sizeof v.quantile);
    }
    for (size_t i = 0; i < MANY; i++) {
        turned[i] = g[MANY - 1 - i];
    }
    project(turned, MANY, 2, l, &v);
    for (size_t i = 0; i < MANY; i++) {
        assert_same(&l[MANY - 1 - i], &alone[i]);
    }
    assert_close(v.lent, w.lent, 0);
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

// The misses of a landing by itself, each as of a year still to come.
static double scale_by_itself(const double y[MONTHS])
{
    double copy[MONTHS], sum = 0;
    memcpy(copy, y, sizeof copy);
    const ot_series s =
        series_of(august_2020.first - MONTHS + 1, 1, copy, NULL, MONTHS);
    ot_outlook *o = NULL;

    assert_int_equal(ot_project_outlook(&s, ot_period_year(2020), &o, NULL),
                     OT_OK);
    assert_true(o->years >= OT_OWN_YEARS);
    for (size_t i = 0; i < o->misses; i++) {
        const size_t year = (size_t)(o->miss[i].period.first - s.first);
        double part = 0, all = 0;
        for (size_t k = 0; k < 12; k++) {
            part += k < 8 ? y[year + k] : 0;
            all += y[year + k];
        }
        const double e = log(all / o->miss[i].said) / (1 - part / all);
        sum += e * e;
    }
    const double scale = sqrt(sum / (double)o->misses);
    ot_outlook_free(o);
    return scale;
}

// Two years before the period make no record (a record needs two years before
// each of its own): all four years of it are the others'. Their median stands
// between the fifth and the sixth of ten.
static void a_short_record_is_filled_up_by_the_others(void **state)
{
    (void)state;
    double y[MANY][MONTHS], scale[MANY - 1];
    given g[MANY];
    ot_landed l[MANY], few[MANY];
    ot_whole w;

    fill_many(g, y);
    project(g, MANY, 2, l, &w);
    for (size_t i = 0; i < MANY - 1; i++) {
        assert_false(l[i].lent);
        scale[i] = scale_by_itself(y[i]);
    }
    qsort(scale, MANY - 1, sizeof *scale, ascending);
    assert_int_equal(w.lenders, 10);
    assert_close(w.lent, (scale[4] + scale[5]) / 2, 1e-12);
    assert_true(l[MANY - 1].lent);
    assert_int_equal(l[MANY - 1].years, 0);
    assert_close(l[MANY - 1].quantile[5],
                 upper_tenth(&g[MANY - 1], ot_period_year(2020), w.lent), 0);
    // Of nine series none lends.
    project(g + 2, MANY - 2, 1, few, &w);
    assert_false(few[MANY - 3].lent);
    assert_int_equal(w.lenders, 0);
    assert_close(few[MANY - 3].quantile[5],
                 upper_tenth(&g[MANY - 1], ot_period_year(2020), NAN), 0);
    assert_true(few[MANY - 3].quantile[5] != l[MANY - 1].quantile[5]);
}

// A late one is projected from its own last month; the sum from what all have.
static void a_late_one_holds_back_the_sum_alone(void **state)
{
    (void)state;
    double y[MANY][MONTHS];
    given g[MANY];
    ot_landed l[2];
    ot_whole w;

    fill_many(g, y);
    g[1].last = ot_period_month(2020, 5);
    g[1].n -= 3;
    project(g, 2, 1, l, &w);
    assert_int_equal(l[0].known.months, 8);
    assert_int_equal(l[1].known.months, 5);
    assert_int_equal(w.sum.known.months, 5);
    assert_close(w.total, l[0].total + l[1].total, 1e-15);
    // Moved in proportion, but never below what is known of either.
    assert_close(w.quantile[6], w.total * (w.sum.quantile[6] / w.sum.total),
                 1e-14);
    assert_true(w.quantile[0] >= w.known_total);
    assert_int_equal(w.apart, w.total < w.sum.quantile[2] ||
                                  w.total > w.sum.quantile[4]);
}

typedef struct heard {
    size_t last, all, times;
} heard;

static void hear(size_t done, size_t all, void *context)
{
    heard *h = context;

    assert_int_equal(done, h->last + 1);
    *h = (heard){done, all, h->times + 1};
}

// Eleven, and one of them once more.
static void it_is_told_how_far_it_has_come(void **state)
{
    (void)state;
    double y[MANY][MONTHS];
    given g[MANY];
    ot_landed l[MANY];
    ot_whole w;
    heard h = {0, 0, 0};
    const ot_many many = {.n = MANY,
                          .series = make,
                          .context = g,
                          .threads = 3,
                          .progress = hear,
                          .progress_context = &h};

    fill_many(g, y);
    assert_int_equal(ot_project_many(&many, l, &w, NULL), OT_OK);
    assert_int_equal(h.times, MANY + 1);
    assert_int_equal(h.all, MANY + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(landings_add_up),
        cmocka_unit_test(a_sum_that_lands_elsewhere_is_told),
        cmocka_unit_test(one_that_is_over_has_landed),
        cmocka_unit_test(what_cannot_be_projected_says_why),
        cmocka_unit_test(threads_and_order_do_not_matter),
        cmocka_unit_test(a_short_record_is_filled_up_by_the_others),
        cmocka_unit_test(a_late_one_holds_back_the_sum_alone),
        cmocka_unit_test(it_is_told_how_far_it_has_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
