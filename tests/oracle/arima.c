// SPDX-License-Identifier: GPL-3.0-or-later
// arima.c - ARIMA: arima_fixed, arima_fit, arima_coef, arima_airline_ml,
// forecasts.

#include "oracle.h"

#include "arima_bounded.h"

#define STEPS 12

static double *room(size_t n)
{
    double *work = malloc(n * sizeof *work);

    assert_non_null(work);
    return work;
}

static void logs(series *s)
{
    for (size_t i = 0; i < s->n; i++) {
        s->y[i] = log(s->y[i]);
    }
}

// "p,d,q" and "P,D,Q".
static ot__arima_orders orders(const char *plain, const char *seasonal,
                               size_t season, bool mean)
{
    ot__arima_orders o = {.m = season, .mean = mean};

    assert_int_equal(sscanf(plain, "%zu,%zu,%zu", &o.p, &o.d, &o.q), 3);
    assert_int_equal(sscanf(seasonal, "%zu,%zu,%zu", &o.P, &o.D, &o.Q), 3);
    return o;
}

// ---- given coefficients ----------------------------------------------------

typedef struct fixed_tallies {
    tally exact, start, limit, css;
} fixed_tallies;

// With differences R's likelihood is that of its own start, see bounded: met
// by that, and ours by the limit that it is near.
static void count_fixed(fixed_tallies *all, const table *t, const series *s,
                        const ot__arima_orders *o, const double coef[],
                        double c)
{
    const double want = number_in(t, 7);
    double *work = room(ot__arima_work_size(o, s->n)), sigma2;
    const char *const name = t->field[1];

    if (field_is(t, 6, "CSS")) {
        const ot__arima_value v = ot__arima_css(o, coef, &c, s->y, s->n, work);
        count(&all->css, apart(v.loglik, want), "%s %s", s->name, name);
        count(&all->css, apart(v.sigma2, number_in(t, 8)), "%s %s sigma2",
              s->name, name);
        free(work);
        return;
    }
    const ot__arima_value v = ot__arima_exact(o, coef, &c, s->y, s->n, work);
    free(work);
    if (ot__arima_lost(o) == 0) {
        count(&all->exact, apart(v.loglik, want), "%s %s", s->name, name);
        count(&all->exact, apart(v.sigma2, number_in(t, 8)), "%s %s sigma2",
              s->name, name);
        return;
    }
    count(&all->start,
          apart(bounded(o, coef, s->y, s->n, 1e6, 1e4, &sigma2), want), "%s %s",
          s->name, name);
    count(&all->limit,
          apart(v.loglik, bounded(o, coef, s->y, s->n, 1e9, 1e6, &sigma2)),
          "%s %s", s->name, name);
}

void arima_at_fixed_coefficients(void **state)
{
    (void)state;
    fixed_tallies all = {
        begin_tally("ARIMA exact likelihood, no differences", 1e-6),
        begin_tally("ARIMA exact likelihood by R's start", 1e-6),
        begin_tally("ARIMA ours against a start further out", 1e-6),
        begin_tally("ARIMA conditional likelihood", 1e-6),
    };
    table t;

    open_table(&t, "arima_fixed.csv");
    while (next_row(&t)) {
        series s = {.n = 0};
        double coef[OT__ARIMA_COEFS + 1], c = 0;
        char *end;
        load(t.field[0], &s);
        if (strstr(t.field[1], "log") != NULL) {
            logs(&s);
        }
        if (strstr(t.field[1], "missing") != NULL) {
            s.y[6] = s.y[7] = s.y[29] = NAN;
        }
        const ot__arima_orders o =
            orders(t.field[2], t.field[3], s.season, field_is(&t, 4, "TRUE"));
        const char *text = t.field[5];
        for (size_t i = 0; i < ot__arima_count(&o) + (o.mean ? 1 : 0); i++) {
            coef[i] = strtod(text, &end);
            assert_true(end != text);
            text = *end == ';' ? end + 1 : end;
        }
        c = o.mean ? coef[ot__arima_count(&o)] : 0;
        count_fixed(&all, &t, &s, &o, coef, c);
    }
    end_tally(&all.exact);
    end_tally(&all.start);
    end_tally(&all.limit);
    end_tally(&all.css);
}

// ---- fitted ----------------------------------------------------------------

static void fit_orders(const ot__arima_orders *o, const series *s,
                       ot__arima *fit)
{
    double *work = room(ot__arima_fit_work(o, s->n));

    assert_int_equal(
        ot__arima_fit(o, s->y, s->n, OT__THOROUGH, fit, work, NULL), OT_OK);
    free(work);
}

// The mean of R without differences, its drift with them.
static ot__arima_orders orders_of_fit(const table *t, size_t season)
{
    return orders(t->field[2], t->field[3], season,
                  field_is(t, 4, "TRUE") || field_is(t, 5, "TRUE"));
}

void arima_fits(void **state)
{
    (void)state;
    tally below = begin_tally("ARIMA fitted: log likelihood below R's", 1e-3);
    series s = {.n = 0};
    table t;

    open_table(&t, "arima_fit.csv");
    while (next_row(&t)) {
        ot__arima fit;
        double sigma2;
        load(t.field[0], &s);
        const ot__arima_orders o = orders_of_fit(&t, s.season);
        fit_orders(&o, &s, &fit);
        // By R's start too where there is one, unless it takes the mean off.
        const double got =
            ot__arima_lost(&o) == 0 || o.mean
                ? fit.value.loglik
                : bounded(&o, fit.coef, s.y, s.n, 1e6, 1e4, &sigma2);
        count(&below, number_in(&t, 6) - got, "%s %s", s.name, t.field[1]);
    }
    end_tally(&below);
}

// ---- the airline model -----------------------------------------------------

typedef struct airline_tallies {
    tally coef, at_start, pred, se, at_pred, at_se;
} airline_tallies;

static double by_start(const series *s, const ot__arima *fit)
{
    double sigma2;

    return bounded(&fit->orders, fit->coef, s->y, s->n, 1e6, 1e4, &sigma2);
}

// From ours to the top of the likelihood by R's start, one coefficient at a
// time (Hooke & Jeeves, J. ACM 8 (1961) 212-229, without their pattern moves).
static ot__arima climb(const series *s, const ot__arima *from)
{
    ot__arima best = *from;
    double top = by_start(s, &best);

    for (double step = 0.01; step > 1e-6;) {
        bool higher = false;
        for (size_t i = 0; i < 4; i++) {
            ot__arima next = best;
            next.coef[i / 2] += i % 2 == 0 ? step : -step;
            const double loglik = by_start(s, &next);
            if (fabs(next.coef[i / 2]) < 1 && loglik > top) {
                top = loglik;
                best = next;
                higher = true;
            }
        }
        step = higher ? step : step / 2;
    }
    return best;
}

static void count_coefs(tally *t, const series *s, const ot__arima *fit,
                        const ot__arima *r)
{
    count(t, fabs(fit->coef[0] - r->coef[0]), "%s ma1", s->name);
    count(t, fabs(fit->coef[1] - r->coef[1]), "%s sma1", s->name);
}

static void count_airline(airline_tallies *all, const table *t, const series *s,
                          const ot__arima *fit, const ot__arima *r)
{
    const size_t h = (size_t)number_in(t, 8);
    double mean[STEPS], cov[STEPS * STEPS], at[STEPS], at_cov[STEPS * STEPS];
    double *work = room(ot__arima_path_work(&fit->orders, s->n, STEPS));

    ot__arima_path(fit, s->y, s->n, STEPS, mean, cov, work);
    ot__arima_path(r, s->y, s->n, STEPS, at, at_cov, work);
    free(work);
    const size_t i = (h - 1) * STEPS + h - 1;
    count(&all->pred, apart(mean[h - 1], number_in(t, 9)), "%s %zu", s->name,
          h);
    count(&all->se, apart(sqrt(cov[i]), number_in(t, 10)), "%s %zu", s->name,
          h);
    count(&all->at_pred, apart(at[h - 1], number_in(t, 9)), "%s %zu", s->name,
          h);
    count(&all->at_se, apart(sqrt(at_cov[i]), number_in(t, 10)), "%s %zu",
          s->name, h);
}

// R's start (see bounded) moves its seasonal coefficient of M3_N2801, of few
// values, by 1.7e-3; the others are within 1e-3.
void arima_airlines(void **state)
{
    (void)state;
    airline_tallies all = {
        begin_tally("airline coefficients, apart by", 2e-3),
        begin_tally("airline coefficients by R's start, apart by", 1e-3),
        begin_tally("airline forecasts", 1e-4),
        begin_tally("airline half widths", 5e-4),
        begin_tally("airline forecasts at R's coefficients", 1e-4),
        begin_tally("airline half widths at R's coefficients", 1e-4),
    };
    series s = {.n = 0};
    char name[32] = "";
    ot__arima fit = {.value.c = 0}, r = fit;
    table t;

    open_table(&t, "arima_airline_ml.csv");
    while (next_row(&t)) {
        if (strcmp(t.field[0], name) != 0) {
            s = (series){.n = 0};
            load(t.field[0], &s);
            logs(&s);
            snprintf(name, sizeof name, "%s", s.name);
            const ot__arima_orders o = {0, 1, 1, 0, 1, 1, s.season, false};
            fit_orders(&o, &s, &fit);
            r = fit;
            r.coef[0] = number_in(&t, 1);
            r.coef[1] = number_in(&t, 2);
            r.value.sigma2 = number_in(&t, 5);
            const ot__arima top = climb(&s, &fit);
            count_coefs(&all.coef, &s, &fit, &r);
            count_coefs(&all.at_start, &s, &top, &r);
        }
        count_airline(&all, &t, &s, &fit, &r);
    }
    end_tally(&all.coef);
    end_tally(&all.at_start);
    end_tally(&all.pred);
    end_tally(&all.se);
    end_tally(&all.at_pred);
    end_tally(&all.at_se);
}

// ---- forecasts of chosen models --------------------------------------------

// Where a coefficient of R's stands among ours: ar1 .., ma1 .., sar1 .., sma1
// ..; the last is the mean.
static void put_coef(ot__arima *r, const char *name, double value)
{
    const ot__arima_orders *o = &r->orders;
    const size_t i =
        (size_t)strtoul(name + strcspn(name, "123456789"), NULL, 10);

    if (strcmp(name, "intercept") == 0) {
        r->value.c = value;
    } else if (strcmp(name, "drift") == 0) {
        // A step of the line a period; differences of a season have m of them.
        r->value.c = value * (o->D > 0 ? (double)o->m : 1);
    } else if (strncmp(name, "ar", 2) == 0) {
        r->coef[i - 1] = value;
    } else if (strncmp(name, "ma", 2) == 0) {
        r->coef[o->p + i - 1] = value;
    } else if (strncmp(name, "sar", 3) == 0) {
        r->coef[o->p + o->q + i - 1] = value;
    } else {
        assert_int_equal(strncmp(name, "sma", 3), 0);
        r->coef[o->p + o->q + o->P + i - 1] = value;
    }
}

static void find_model(const char *name, const char *fit, const series *s,
                       ot__arima *r)
{
    table t;

    *r = (ot__arima){.value.sigma2 = 0};
    open_table(&t, "arima_fit.csv");
    while (next_row(&t)) {
        if (field_is(&t, 0, name) && field_is(&t, 1, fit)) {
            r->orders = orders_of_fit(&t, s->season);
            r->value.sigma2 = number_in(&t, 10);
        }
    }
    open_table(&t, "arima_coef.csv");
    while (next_row(&t)) {
        if (field_is(&t, 0, name) && field_is(&t, 1, fit)) {
            put_coef(r, t.field[2], number_in(&t, 3));
        }
    }
    assert_true(r->value.sigma2 > 0);
}

void arima_forecasts(void **state)
{
    (void)state;
    tally means = begin_tally("ARIMA forecast at R's coefficients", 1e-4);
    tally sds = begin_tally("ARIMA half width at R's coefficients", 1e-4);
    series s = {.n = 0};
    table t;

    open_table(&t, "forecasts.csv");
    while (next_row(&t)) {
        ot__arima r;
        double mean[STEPS], cov[STEPS * STEPS];
        if (strncmp(t.field[1], "arima_", 6) != 0) {
            continue;
        }
        const size_t h = (size_t)number_in(&t, 2);
        load(t.field[0], &s);
        find_model(s.name, t.field[1] + 6, &s, &r);
        double *work = room(ot__arima_path_work(&r.orders, s.n, STEPS));
        ot__arima_path(&r, s.y, s.n, STEPS, mean, cov, work);
        free(work);
        count(&means, apart(mean[h - 1], number_in(&t, 3)), "%s %s %zu", s.name,
              t.field[1], h);
        count(&sds, apart(sqrt(cov[(h - 1) * STEPS + h - 1]), sd_of(&t, 3)),
              "%s %s %zu", s.name, t.field[1], h);
    }
    end_tally(&means);
    end_tally(&sds);
}
