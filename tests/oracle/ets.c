// SPDX-License-Identifier: GPL-3.0-or-later
// ets.c - exponential smoothing, its likelihood and fits: ets_fixed, ets_fit.

#include "oracle.h"

#define WORK 16384

static double work[WORK];

// ---- at given numbers ------------------------------------------------------

ot__ets_model ets_model_of(const char *code)
{
    char name[16] = "";
    size_t n = 0;
    ot__ets_model model = {0};

    for (const char *c = strncmp(code, "ETS(", 4) == 0 ? code + 4 : code;
         *c != '\0' && n + 1 < sizeof name; c++) {
        if (*c != ',' && *c != ')') {
            name[n++] = *c;
        }
    }
    assert_true(ot__ets_parse(name, &model));
    return model;
}

static double or_zero(double x)
{
    return isnan(x) ? 0 : x;
}

// The file has the first states to 10 digits, which would be told in the 8th of
// the likelihood; so they are worked out again: with m values a year, the level
// is the mean of the first m, the trend an mth of the step to the mean of the
// second m, or the mth root of their ratio, and the seasons the first m values
// less the level, or over it.
static void put_states(ot__ets *e, const series *s)
{
    const double m = (double)s->season;
    double first = 0, second = 0;

    e->m = e->model.season != 'N' ? s->season : 1;
    for (size_t i = 0; i < s->season; i++) {
        first += s->y[i] / m;
        second += s->y[s->season + i] / m;
    }
    e->first.level = first;
    e->first.trend = e->model.trend == 'N'   ? 0
                     : e->model.trend == 'A' ? (second - first) / m
                                             : pow(second / first, 1 / m);
    for (size_t i = 0; e->model.season != 'N' && i < e->m; i++) {
        e->first.season[i] =
            e->model.season == 'A' ? s->y[i] - first : s->y[i] / first;
    }
}

// "s; s; ...": that of the last season first. Relative to the level.
static double states_off(const ot__ets *e, const table *t)
{
    const double level = e->model.season == 'M' ? 1 : fabs(e->first.level);
    const char *text = t->field[8];
    char *end;
    double off = apart(e->first.level, number_in(t, 6));

    off = fmax(off, apart(e->first.trend, or_zero(number_in(t, 7))));
    for (size_t i = e->model.season != 'N' ? e->m : 0; i > 0; i--) {
        const double want = strtod(text, &end);
        off = fmax(off, fabs(e->first.season[i - 1] - want) / level);
        assert_true(end != text);
        text = *end == ';' ? end + 1 : end;
    }
    return off;
}

static ot__ets given(const table *t, const series *s)
{
    ot__ets e = {
        .model = ets_model_of(t->field[1]),
        .alpha = number_in(t, 2),
        .beta = or_zero(number_in(t, 3)),
        .gamma = or_zero(number_in(t, 4)),
        .phi = or_zero(number_in(t, 5)),
    };

    put_states(&e, s);
    return e;
}

void ets_at_fixed_numbers(void **state)
{
    (void)state;
    tally states = begin_tally("ETS first states, to the file's digits", 1e-9);
    tally lik = begin_tally("ETS likelihood at fixed numbers", 1e-8);
    tally sse = begin_tally("ETS squared errors at fixed numbers", 1e-8);
    tally level = begin_tally("ETS last level at fixed numbers", 1e-8);
    series s = {.n = 0};
    table t;

    open_table(&t, "ets_fixed.csv");
    while (next_row(&t)) {
        load(t.field[0], &s);
        ot__ets e = given(&t, &s);
        count(&states, states_off(&e, &t), "%s %s", s.name, t.field[1]);
        const bool ran = ot__ets_likelihood(&e, s.y, s.n, work);
        if (isnan(number_in(&t, 9))) {
            count(&lik, ran ? NAN : 0, "%s %s", s.name, t.field[1]);
            continue;
        }
        assert_true(ran);
        count(&lik, apart(e.lik, number_in(&t, 9)), "%s %s", s.name,
              t.field[1]);
        count(&sse, apart(e.sse, number_in(&t, 11)), "%s %s", s.name,
              t.field[1]);
        count(&level, apart(e.last.level, number_in(&t, 14)), "%s %s", s.name,
              t.field[1]);
    }
    end_tally(&states);
    end_tally(&lik);
    end_tally(&sse);
    end_tally(&level);
}

// ---- fitted ----------------------------------------------------------------

static void fit(const char *code, const series *s, ot__ets *e)
{
    assert_true(ot__ets_work_size(s->n, s->season) <= WORK);
    assert_int_equal(
        ot__ets_fit(ets_model_of(code), s->y, s->n, s->season, e, work, NULL),
        OT_OK);
}

void ets_fits(void **state)
{
    (void)state;
    tally given_form =
        begin_tally("ETS forced: log likelihood below R's", 1e-3);
    tally automatic =
        begin_tally("ETS automatic: log likelihood below R's", 1e-3);
    series s = {.n = 0};
    table t;

    open_table(&t, "ets_fit.csv");
    while (next_row(&t)) {
        ot__ets e;
        load(t.field[0], &s);
        fit(t.field[2], &s, &e);
        count(field_is(&t, 1, "auto") ? &automatic : &given_form,
              number_in(&t, 3) + e.lik / 2, "%s %s", s.name, t.field[2]);
    }
    end_tally(&given_form);
    end_tally(&automatic);
}

static bool is_one_of_ours(const char *form)
{
    static const char *const forms[] = {
        "ANN", "AAN_damped", "ANA", "AAA_damped", "MNM", "MAM", "MAM_damped"};

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(form, forms[i]) == 0) {
            return true;
        }
    }
    return false;
}

// R chooses among more models. Of the forms that we choose from it has fitted
// all, and what we choose has no more AICc than the best of those.
void ets_choices(void **state)
{
    (void)state;
    tally aicc =
        begin_tally("ETS chosen: AICc above R's best of its forms", 2e-3);
    series s = {.n = 0};
    table t;

    // The fits of a series stand together.
    open_table(&t, "ets_fit.csv");
    for (bool more = next_row(&t); more;) {
        double best = INFINITY;
        char name[OT__ETS_NAME];
        ot__ets e;
        load(t.field[0], &s);
        while (more && field_is(&t, 0, s.name)) {
            best = is_one_of_ours(t.field[1]) ? fmin(best, number_in(&t, 5))
                                              : best;
            more = next_row(&t);
        }
        assert_int_equal(ot__ets_select(s.y, s.n, s.season, &e, work, NULL),
                         OT_OK);
        count(&aicc, e.aicc - best, "%s %s", s.name,
              ot__ets_name(e.model, name));
    }
    end_tally(&aicc);
}
