// SPDX-License-Identifier: GPL-3.0-or-later
// arima_support.h - the files of tests/data/oracles that ARIMA is tested by.
#ifndef OT_TESTS_ARIMA_SUPPORT_H
#define OT_TESTS_ARIMA_SUPPORT_H

#include "support.h"

#define MOST    500 // values of a series
#define ORACLES "tests/data/oracles/"

// The next word of a file that may have comments; false at its end.
static inline int word(FILE *f, char text[64])
{
    while (fscanf(f, "%63s", text) == 1) {
        if (text[0] != '#') {
            return 1;
        }
        (void)!fscanf(f, "%*[^\n]");
    }
    return 0;
}

static inline double number(FILE *f)
{
    char text[64];

    assert_true(word(f, text));
    return strtod(text, NULL);
}

static inline FILE *open_file(const char *path)
{
    FILE *f = fopen(path, "r");

    assert_non_null(f);
    return f;
}

typedef struct classic {
    double y[MOST];
    size_t n, season;
} classic;

static inline void series(const char *name, classic *s)
{
    FILE *f = open_file(ORACLES "arima_series.txt");
    char text[64];
    int found = 0;

    while (!found && word(f, text)) {
        found = strcmp(text, name) == 0;
        s->season = (size_t)number(f);
        s->n = (size_t)number(f);
        assert_true(s->n <= MOST);
        for (size_t i = 0; i < s->n; i++) {
            s->y[i] = number(f);
        }
    }
    assert_int_equal(fclose(f), 0);
    assert_true(found);
}

#endif
