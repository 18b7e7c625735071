// SPDX-License-Identifier: GPL-3.0-or-later
// ets_forecast.c - exponential smoothing, what it foresees: ets_par, forecasts.

#include "oracle.h"

#define WORK  16384
#define STEPS 12

static double work[WORK];

// ---- forecasts -------------------------------------------------------------

// R's own numbers, so that forecasts are told apart from fits.
typedef struct fitted {
    char series[32], fit[32];
    ot__ets e;
    double season_sum;
    size_t seasons;
} fitted;

static void find_fit(fitted *r)
{
    table t;

    open_table(&t, "ets_fit.csv");
    while (next_row(&t)) {
        if (field_is(&t, 0, r->series) && field_is(&t, 1, r->fit)) {
            r->e.model = ets_model_of(t.field[2]);
            r->e.sigma = sqrt(number_in(&t, 7));
        }
    }
    assert_true(r->e.sigma > 0);
}

static void put_number(fitted *r, const char *name, double value)
{
    ot__ets *e = &r->e;

    if (name[0] == 's') {
        const size_t back = (size_t)strtoul(name + 1, NULL, 10);
        e->first.season[e->m - 1 - back] = value;
        r->season_sum += value;
        r->seasons++;
        return;
    }
    const struct {
        const char *name;
        double *to;
    } plain[] = {
        {"alpha", &e->alpha}, {"beta", &e->beta},     {"gamma", &e->gamma},
        {"phi", &e->phi},     {"l", &e->first.level}, {"b", &e->first.trend},
    };
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        if (strcmp(name, plain[i].name) == 0) {
            *plain[i].to = value;
            return;
        }
    }
    fail_msg("a number of ETS is not known: %s", name);
}

// The seasonal state that is not in the file makes the sum 0, or m.
static void find_numbers(fitted *r, const series *s)
{
    table t;
    const char kind = r->e.model.season;

    r->e.m = kind == 'N' ? 1 : s->season;
    open_table(&t, "ets_par.csv");
    while (next_row(&t)) {
        if (field_is(&t, 0, r->series) && field_is(&t, 1, r->fit)) {
            put_number(r, t.field[2], number_in(&t, 3));
        }
    }
    if (kind != 'N') {
        assert_int_equal(r->seasons, s->season - 1);
        r->e.first.season[0] =
            (kind == 'M' ? (double)s->season : 0) - r->season_sum;
    }
    assert_true(ot__ets_likelihood(&r->e, s->y, s->n, work));
}

// The model of a row of forecasts, unless *r is it.
static void find_model(const table *t, const series *s, fitted *r)
{
    const char *name = t->field[1] + strlen("ets_");

    if (strcmp(r->series, s->name) != 0 || strcmp(r->fit, name) != 0) {
        *r = (fitted){.seasons = 0};
        snprintf(r->series, sizeof r->series, "%s", s->name);
        snprintf(r->fit, sizeof r->fit, "%s", name);
        find_fit(r);
        find_numbers(r, s);
    }
}

static bool next_ets(table *t, series *s, fitted *r)
{
    while (next_row(t)) {
        if (strncmp(t->field[1], "ets_", 4) == 0) {
            load(t->field[0], s);
            find_model(t, s, r);
            return true;
        }
    }
    return false;
}

// Two of R's formulas are not those of its own recursion (the book, 6.3, 6.4).
// With factors of a season about a damped trend, its means begin with the trend
// instead of phi times it: those of a trend and a beta 1 / phi as large. And
// without a trend, terms of a season are less sure by gamma one step too soon,
// at a whole number of seasons.
static double as_r_has_it(const fitted *r, size_t h, double mean[STEPS])
{
    double sd[STEPS];
    ot__ets e = r->e;

    if (e.model.damped && e.model.season == 'M') {
        e.last.trend /= e.phi;
        e.beta /= e.phi;
    }
    ot__ets_mean(&e, STEPS, mean);
    assert_true(ot__ets_sd(&e, STEPS, sd));
    const bool soon = e.model.error == 'A' && e.model.trend == 'N' &&
                      e.model.season == 'A' && h % e.m == 0;
    const double more = soon ? e.gamma * (2 * e.alpha + e.gamma) : 0;
    return sqrt(sd[h - 1] * sd[h - 1] + more * e.sigma * e.sigma);
}

void ets_forecasts(void **state)
{
    (void)state;
    tally means = begin_tally("ETS forecast at R's numbers", 1e-6);
    tally sds = begin_tally("ETS half width at R's numbers", 1e-4);
    tally wrong =
        begin_tally("ETS half width where R's is not its model's", INFINITY);
    series s = {.n = 0};
    fitted r = {.seasons = 0};
    table t;

    open_table(&t, "forecasts.csv");
    while (next_ets(&t, &s, &r)) {
        const size_t h = (size_t)number_in(&t, 2);
        double mean[STEPS], sd[STEPS];
        const double want = sd_of(&t, 3), same = as_r_has_it(&r, h, mean);
        count(&means, apart(mean[h - 1], number_in(&t, 3)), "%s %s %zu", s.name,
              r.fit, h);
        count(&sds, apart(same, want), "%s %s %zu", s.name, r.fit, h);
        assert_true(ot__ets_sd(&r.e, STEPS, sd));
        if (apart(same, sd[h - 1]) > 1e-12) {
            count(&wrong, apart(sd[h - 1], want), "%s %s %zu", s.name, r.fit,
                  h);
        }
    }
    end_tally(&means);
    end_tally(&sds);
    end_tally(&wrong);
}

// ---- paths -----------------------------------------------------------------

// Uniform, then normal by Box & Muller, Ann. Math. Stat. 29 (1958) 610-611.
static double uniform(uint64_t *x)
{
    *x = *x * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*x >> 11) + 0.5) * 0x1p-53;
}

static double normal(uint64_t *x)
{
    const double radius = sqrt(-2 * log(uniform(x)));

    return radius * cos(6.283185307179586 * uniform(x));
}

// Spread of the value `h` steps ahead over many paths.
static double spread_of_paths(const ot__ets *e, size_t h)
{
    const size_t paths = 20000;
    double error[STEPS], path[STEPS], sum = 0, squares = 0;
    uint64_t x = 20240630;

    for (size_t i = 0; i < paths; i++) {
        for (size_t k = 0; k < STEPS; k++) {
            error[k] = normal(&x);
        }
        ot__ets_path(e, STEPS, error, path);
        sum += path[h - 1];
        squares += path[h - 1] * path[h - 1];
    }
    const double mean = sum / (double)paths;
    return sqrt(squares / (double)paths - mean * mean);
}

// Paths against the formula, with which the limits above were met: 20,000 of
// them tell a spread to 0.5 %, four times that is the bound. (With relative
// errors of more than a third a few paths make the spread: left out.)
void ets_by_paths(void **state)
{
    (void)state;
    tally sds = begin_tally("ETS half width by 20,000 paths", 0.02);
    series s = {.n = 0};
    fitted r = {.seasons = 0};
    table t;

    open_table(&t, "forecasts.csv");
    while (next_ets(&t, &s, &r)) {
        const size_t h = (size_t)number_in(&t, 2);
        double sd[STEPS];
        const bool wild = r.e.model.error == 'M' && r.e.sigma > 1.0 / 3;
        if (!wild && (h == 1 || h == 5 || h == STEPS)) {
            assert_true(ot__ets_sd(&r.e, STEPS, sd));
            count(&sds, apart(spread_of_paths(&r.e, h), sd[h - 1]), "%s %s %zu",
                  s.name, r.fit, h);
        }
    }
    end_tally(&sds);
}
