// SPDX-License-Identifier: GPL-3.0-or-later
// oracle.h - the figures of R, file by file, and how far ours are from them.
#ifndef OT_TESTS_ORACLE_H
#define OT_TESTS_ORACLE_H

#include "support.h"

#include <stdbool.h>

#include "stat/ets.h"

#define VALUES 512 // of the longest series, and a little more
#define FIELDS 16

// ---- a file of figures -----------------------------------------------------

// Rows of a CSV file after its header; a field may be quoted.
typedef struct table {
    FILE *f;
    char line[1024];
    const char *field[FIELDS];
    size_t n;
} table;

void open_table(table *t,
                const char *file);          // fails the test if it is not there
bool next_row(table *t);                    // false: it was the last; closed
double number_in(const table *t, size_t i); // NaN: NA, empty or not there
bool field_is(const table *t, size_t i, const char *text);

typedef struct series {
    char name[32];
    size_t season, n;
    double y[VALUES];
} series;

void load(const char *name, series *s); // unless *s is it

// ---- the account -----------------------------------------------------------

// One line of the report: so many figures, the worst so far off.
typedef struct tally {
    char what[64];
    double bound, worst; // NaN is worse than any
    size_t rows;
    char where[64]; // the worst
} tally;

// bound: what `worst` must not be above. INFINITY: where R is known to differ,
// told but not judged.
tally begin_tally(const char *what, double bound);
void count(tally *t, double off, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// Fails the test that is beyond its bound or was never counted on.
void end_tally(const tally *t);

double apart(double got, double want);      // |got - want| / |want|
double largest(const double y[], size_t n); // |y|
double sd_of(const table *t, size_t mean);  // from mean, lo80, hi80, lo95, hi95

// A model's code, "AAdN", or as R writes it, "ETS(A,Ad,N)".
ot__ets_model ets_model_of(const char *code);

// ---- the oracles -----------------------------------------------------------

void ets_at_fixed_numbers(void **state);
void ets_fits(void **state);
void ets_forecasts(void **state);
void ets_choices(void **state);
void ets_by_paths(void **state);
void arima_at_fixed_coefficients(void **state);
void arima_fits(void **state);
void arima_airlines(void **state);
void arima_forecasts(void **state);
void theta_forecasts(void **state);
void stl_forecasts(void **state);
void simple_forecasts(void **state);
void stl_parts(void **state);
void stl_of_mstl(void **state);
void decompositions(void **state);
void correlations(void **state);
void tests_of_series(void **state);

#endif
