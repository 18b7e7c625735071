// SPDX-License-Identifier: GPL-3.0-or-later
// oracle.c - every figure that R has on classic series, beside ours:
//
//     oracle DIRECTORY
//
// The directory holds the files that tests/real.sh speaks of. The report has a
// line for each kind of figure: how many there are, how far off the worst is,
// relative to R's where nothing else is said, and how far off it may be.
#include "oracle.h"

static const char *directory;
static tally lines[64];
static size_t line_count;

// ---- a file of figures -----------------------------------------------------

void open_table(table *t, const char *file)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", directory, file);
    *t = (table){.f = fopen(path, "r")};
    if (t->f == NULL || fgets(t->line, sizeof t->line, t->f) == NULL) {
        fail_msg("%s: cannot be read", path);
    }
}

// Cuts the line where a comma is not quoted; quotes go.
static void cut(table *t)
{
    char *to = t->line;
    bool quoted = false;

    t->n = 1;
    t->field[0] = to;
    for (const char *c = t->line; *c != '\0' && *c != '\n'; c++) {
        if (*c == '"') {
            quoted = !quoted;
        } else if (*c == ',' && !quoted) {
            *to++ = '\0';
            assert_true(t->n < FIELDS);
            t->field[t->n++] = to;
        } else {
            *to++ = *c;
        }
    }
    *to = '\0';
}

bool next_row(table *t)
{
    if (fgets(t->line, sizeof t->line, t->f) == NULL) {
        assert_int_equal(fclose(t->f), 0);
        return false;
    }
    assert_non_null(strchr(t->line, '\n'));
    cut(t);
    return true;
}

double number_in(const table *t, size_t i)
{
    char *end;

    if (i >= t->n) {
        return NAN;
    }
    const double x = strtod(t->field[i], &end);
    return end == t->field[i] ? NAN : x;
}

bool field_is(const table *t, size_t i, const char *text)
{
    return i < t->n && strcmp(t->field[i], text) == 0;
}

void load(const char *name, series *s)
{
    table t;

    if (strcmp(s->name, name) == 0) {
        return;
    }
    *s = (series){.n = 0};
    open_table(&t, "series.csv");
    while (next_row(&t)) {
        if (field_is(&t, 0, name)) {
            assert_true(s->n < VALUES);
            s->season = (size_t)number_in(&t, 1);
            s->y[s->n++] = number_in(&t, 4);
        }
    }
    assert_true(s->n > 0);
    snprintf(s->name, sizeof s->name, "%s", name);
}

// ---- the account -----------------------------------------------------------

tally begin_tally(const char *what, double bound)
{
    tally t = {.bound = bound};

    snprintf(t.what, sizeof t.what, "%s", what);
    return t;
}

void count(tally *t, double off, const char *format, ...)
{
    va_list args;

    if (t->rows == 0 || isnan(off) || off > t->worst) {
        t->worst = off;
        va_start(args, format);
        vsnprintf(t->where, sizeof t->where, format, args);
        va_end(args);
    }
    t->rows++;
}

void end_tally(const tally *t)
{
    assert_true(line_count < sizeof lines / sizeof lines[0]);
    lines[line_count++] = *t;
    if (t->rows == 0 || !(t->worst <= t->bound)) {
        fail_msg("%s: %zu figures, worst %g (%s), not to be above %g", t->what,
                 t->rows, t->worst, t->where, t->bound);
    }
}

double apart(double got, double want)
{
    return got == want ? 0 : fabs(got - want) / fabs(want);
}

double largest(const double y[], size_t n)
{
    double most = 0;

    for (size_t i = 0; i < n; i++) {
        most = fmax(most, fabs(y[i]));
    }
    return most;
}

double sd_of(const table *t, size_t mean)
{
    return (number_in(t, mean + 4) - number_in(t, mean + 3)) / 2 /
           1.959963984540054;
}

static void report(void)
{
    printf("%-44s %6s %9s %9s  %s\n", "oracle", "rows", "worst", "bound",
           "where");
    for (size_t i = 0; i < line_count; i++) {
        const tally *t = &lines[i];
        char bound[32] = "-";
        if (!isinf(t->bound)) {
            snprintf(bound, sizeof bound, "%.1e", t->bound);
        }
        printf("%-44s %6zu %9.1e %9s  %s\n", t->what, t->rows, t->worst, bound,
               t->where);
    }
}

int main(int argc, char *argv[])
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ets_at_fixed_numbers),
        cmocka_unit_test(ets_fits),
        cmocka_unit_test(ets_choices),
        cmocka_unit_test(ets_forecasts),
        cmocka_unit_test(ets_by_paths),
        cmocka_unit_test(arima_at_fixed_coefficients),
        cmocka_unit_test(arima_fits),
        cmocka_unit_test(arima_airlines),
        cmocka_unit_test(arima_forecasts),
        cmocka_unit_test(theta_forecasts),
        cmocka_unit_test(stl_forecasts),
        cmocka_unit_test(simple_forecasts),
        cmocka_unit_test(stl_parts),
        cmocka_unit_test(stl_of_mstl),
        cmocka_unit_test(decompositions),
        cmocka_unit_test(correlations),
        cmocka_unit_test(tests_of_series),
    };

    if (argc != 2) {
        fprintf(stderr, "usage: oracle DIRECTORY\n");
        return 2;
    }
    directory = argv[1];
    const int failed =
        cmocka_run_group_tests_name("oracles", tests, NULL, NULL);
    report();
    return failed > 0;
}
