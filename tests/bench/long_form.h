// SPDX-License-Identifier: GPL-3.0-or-later
// long_form.h - series of a file with the columns series_id,freq,start,n,
// horizon,part,t,value: of each in turn the values of part `train` and then
// those of part `test`.
#ifndef OT_BENCH_LONG_FORM_H
#define OT_BENCH_LONG_FORM_H

#include <stdlib.h>

#include "data/csv.h"
#include "outturn/decimal.h"

typedef struct series {
    char id[64];
    size_t season, phase;
    double *y;   // n values and h behind them
    size_t n, h; // train, test
} series;

typedef struct set {
    series *at;
    size_t n;
} set;

enum { ID, FREQ, START, N, HORIZON, PART, T, VALUE, COLUMNS };

static ot_status reject(const ot_record *r, const char *what, ot_error *err)
{
    return ot_fail(err, OT_E_SYNTAX, &(ot_place){.line = r->line}, "%s", what);
}

// "1975-12", "1975-Q4", "1975": the place in its year.
static size_t phase_of(ot_str start, size_t season)
{
    size_t place = 0;

    ot__str_cut(&start, '-');
    for (size_t i = 0; i < start.n; i++) {
        if (start.at[i] >= '0' && start.at[i] <= '9') {
            place = place * 10 + (size_t)(start.at[i] - '0');
        }
    }
    return place > 0 ? (place - 1) % season : 0;
}

static ot_status number(const ot_record *r, size_t column, double *value,
                        ot_error *err)
{
    const ot_str s = r->field[column];
    ot_decimal d;

    if (ot_decimal_parse(s.at, s.n, (ot_decimal_form){0}, &d, NULL) != OT_OK) {
        return reject(r, "not a number", err);
    }
    *value = ot_decimal_double(d);
    return OT_OK;
}

static ot_status begin(set *all, const ot_record *r, ot_error *err)
{
    double season;
    series *grown;

    if (number(r, FREQ, &season, err) != OT_OK) {
        return OT_E_SYNTAX;
    }
    if (!(season >= 1 && season <= 24)) {
        return reject(r, "a frequency from 1 to 24 is wanted", err);
    }
    grown = realloc(all->at, (all->n + 1) * sizeof *grown);
    if (grown == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory");
    }
    all->at = grown;
    grown[all->n] = (series){.season = (size_t)season};
    ot__str_copy(r->field[ID], grown[all->n].id, sizeof grown[0].id);
    grown[all->n].phase = phase_of(r->field[START], (size_t)season);
    all->n++;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *r, ot_error *err)
{
    set *all = context;
    double value;

    if (r->n != COLUMNS) {
        return reject(r, "eight columns are wanted", err);
    }
    if (ot__str_equal(r->field[ID], "series_id")) {
        return OT_OK;
    }
    if (all->n == 0 || !ot__str_equal(r->field[ID], all->at[all->n - 1].id)) {
        const ot_status status = begin(all, r, err);
        if (status != OT_OK) {
            return status;
        }
    }
    if (number(r, VALUE, &value, err) != OT_OK) {
        return OT_E_SYNTAX;
    }
    series *s = &all->at[all->n - 1];
    const size_t n = s->n + s->h;
    double *y = realloc(s->y, (n + 1) * sizeof *y);
    if (y == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory");
    }
    s->y = y;
    y[n] = value;
    if (ot__str_equal(r->field[PART], "train") && s->h == 0) {
        s->n++;
    } else if (ot__str_equal(r->field[PART], "test") && s->n > 0) {
        s->h++;
    } else {
        return reject(r, "train and then test is wanted", err);
    }
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    (void)context;
    return ot_fail(err, OT_E_SYNTAX, &(ot_place){.line = line}, "%s", what);
}

// All or nothing but what free_set frees.
static inline ot_status read_set(const char *path, set *all, ot_error *err)
{
    ot_csv csv = {.delimiter = ',', .see = see, .bad = bad, .context = all};
    ot_source *source;
    ot_status status = ot__source_open(path, &source, err);

    if (status == OT_OK) {
        status = ot__csv_read(source, &csv, err);
        ot__source_close(source);
    }
    if (status == OT_OK && all->n == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no series");
    }
    return status;
}

static inline void free_set(set *all)
{
    for (size_t i = 0; i < all->n; i++) {
        free(all->at[i].y);
    }
    free(all->at);
}

#endif
