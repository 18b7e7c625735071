// SPDX-License-Identifier: GPL-3.0-or-later
// oracle_support.h - the series and figures of tests/data/oracles.
#ifndef OT_TESTS_ORACLE_SUPPORT_H
#define OT_TESTS_ORACLE_SUPPORT_H

#include "support.h"

#define ORACLES    "tests/data/oracles/"
#define SERIES_MAX 512 // values of the longest series, and a little more

typedef struct oracle_series {
    char name[32];
    size_t season, n;
    double y[SERIES_MAX];
} oracle_series;

static inline FILE *open_oracle(const char *path)
{
    FILE *f = fopen(path, "r");

    if (f == NULL) {
        fail_msg("%s: not found; run from the project's folder", path);
    }
    return f;
}

// The next series of the file; false at its end.
static inline int next_series(FILE *f, oracle_series *s)
{
    if (fscanf(f, "%31s %zu %zu", s->name, &s->season, &s->n) != 3) {
        return 0;
    }
    assert_true(s->n <= SERIES_MAX);
    for (size_t i = 0; i < s->n; i++) {
        assert_int_equal(fscanf(f, "%lf", &s->y[i]), 1);
    }
    return 1;
}

// The series of that name, unless *s is it already.
static inline void load_series(const char *name, oracle_series *s)
{
    if (strcmp(s->name, name) == 0) {
        return;
    }
    FILE *f = open_oracle(ORACLES "series.txt");
    while (next_series(f, s) && strcmp(s->name, name) != 0) {
    }
    fclose(f);
    assert_string_equal(s->name, name);
}

// A series with a trend, a season and irregular values, none of them 0, 1 or a
// multiple of another.
static inline void make_series(double y[], size_t n, size_t season,
                               double scale)
{
    uint32_t noise = 12345;

    for (size_t i = 0; i < n; i++) {
        noise = noise * 1664525u + 1013904223u;
        const double irregular =
            0.94 + 0.12 * ((double)(noise >> 8) / 16777216);
        const double wave =
            1 + 0.21 * sin(6.283185307179586 * (double)(i % season) /
                           (double)season);
        y[i] = scale * ((217.31 + 1.77 * (double)i) * wave * irregular);
    }
}

#endif
