// SPDX-License-Identifier: GPL-3.0-or-later
// rates.c - the table of average rates: made, asked.

#include "data/rates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- making it -------------------------------------------------------------

ot_status ot__rates_add(ot_rates *r, const ot_rate *rate, ot_error *err)
{
    if (r->rates == r->capacity) {
        const size_t capacity = r->capacity > 0 ? 2 * r->capacity : 256;
        ot_rate *larger = realloc(r->rate, capacity * sizeof *larger);
        if (larger == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for rates");
        }
        r->rate = larger;
        r->capacity = capacity;
    }
    r->rate[r->rates++] = *rate;
    return OT_OK;
}

// By currency, month, day, line.
static int compare(const void *left, const void *right)
{
    const ot_rate *a = left, *b = right;

    if (a->currency != b->currency) {
        return a->currency < b->currency ? -1 : 1;
    }
    if (a->month != b->month) {
        return a->month < b->month ? -1 : 1;
    }
    if (a->day != b->day) {
        return a->day < b->day ? -1 : 1;
    }
    return (a->line > b->line) - (a->line < b->line);
}

static bool same_month(const ot_rate *a, const ot_rate *b)
{
    return a->currency == b->currency && a->month == b->month;
}

// Is b what a says already, or something else for the same time?
static ot_status check_pair(const ot_rates *r, const char *path,
                            const ot_rate *a, const ot_rate *b, bool *repeated,
                            ot_error *err)
{
    const ot_place place = {.path = path, .line = (long)b->line};
    const char *code = ot__intern_text(&r->codes, b->currency);
    char month[32];

    *repeated = a->day == b->day && a->rate == b->rate;
    if (*repeated || (a->day != 0 && a->day != b->day)) {
        return OT_OK;
    }
    ot_period_text((ot_period){b->month, 1}, month);
    if (a->day != b->day) {
        return ot_fail(err, OT_E_DATA, &place,
                       "%s has a rate for a day of %s, and one for the month "
                       "in line %lu",
                       code, month, (unsigned long)a->line);
    }
    return ot_fail(err, OT_E_DATA, &place,
                   "a second rate of %s for %s, not the same as in line %lu: "
                   "keep the average ones only",
                   code, month, (unsigned long)a->line);
}

// Averages the rates from `from` on that are of one month; *to is set behind
// them.
static ot_status average(ot_rates *r, const char *path, size_t from, size_t *to,
                         ot_error *err)
{
    const ot_rate *first = &r->rate[from];
    double sum = first->rate;
    int n = 1;
    size_t i = from + 1;

    for (; i < r->rates && same_month(first, &r->rate[i]); i++) {
        bool repeated;
        const ot_status status =
            check_pair(r, path, &r->rate[i - 1], &r->rate[i], &repeated, err);
        if (status != OT_OK) {
            return status;
        }
        sum += repeated ? 0 : r->rate[i].rate;
        n += repeated ? 0 : 1;
    }
    const size_t at = (size_t)first->currency * (size_t)r->months +
                      (size_t)(first->month - r->first);
    r->mean[at] = sum / n;
    r->days[at] = (uint8_t)(first->day > 0 ? n : 0);
    *to = i;
    return OT_OK;
}

static ot_status make_room(ot_rates *r, ot_error *err)
{
    int32_t first = INT32_MAX, last = INT32_MIN;

    for (size_t i = 0; i < r->rates; i++) {
        first = r->rate[i].month < first ? r->rate[i].month : first;
        last = r->rate[i].month > last ? r->rate[i].month : last;
    }
    r->first = first;
    r->months = last - first + 1;
    const size_t n = r->codes.n * (size_t)r->months;
    r->mean = malloc(n * sizeof *r->mean);
    r->days = calloc(n, sizeof *r->days);
    if (r->mean == NULL || r->days == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for rates");
    }
    for (size_t i = 0; i < n; i++) {
        r->mean[i] = NAN;
    }
    return OT_OK;
}

// One day in each month is a monthly table dated by days.
static void forget_single_days(ot_rates *r)
{
    const size_t n = r->codes.n * (size_t)r->months;
    int most = 0;

    for (size_t i = 0; i < n; i++) {
        most = r->days[i] > most ? r->days[i] : most;
    }
    if (most == 1) {
        memset(r->days, 0, n);
    }
}

ot_status ot__rates_seal(ot_rates *r, const char *path, ot_error *err)
{
    if (r->rates == 0) {
        const ot_place place = {.path = path};
        return ot_fail(err, OT_E_DATA, &place, "no rate in it");
    }
    ot_status status = make_room(r, err);
    if (status != OT_OK) {
        return status;
    }
    qsort(r->rate, r->rates, sizeof *r->rate, compare);
    for (size_t i = 0; i < r->rates && status == OT_OK;) {
        status = average(r, path, i, &i, err);
    }
    free(r->rate);
    r->rate = NULL;
    r->rates = r->capacity = 0;
    forget_single_days(r);
    return status;
}

void ot_rates_free(ot_rates *r)
{
    if (r == NULL) {
        return;
    }
    ot__intern_free(&r->codes);
    free(r->rate);
    free(r->mean);
    free(r->days);
    free(r->path);
    free(r);
}

static ot_status read_path(ot_rates *r, const char *path, const char *set,
                           ot_error *err)
{
    ot_source *source;
    ot_status status = ot__source_open(path, &source, err);

    if (status != OT_OK) {
        return status;
    }
    status = ot__rates_take(r, source, set, err);
    if (status == OT_OK) {
        status = ot__source_end(source, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    return status;
}

ot_status ot_rates_read(const char *path, const char *set, ot_rates **rates,
                        ot_error *err)
{
    ot_rates *r = calloc(1, sizeof *r);

    if (r != NULL) {
        r->path = ot__str_dup(
            ot__str(strcmp(path, "-") == 0 ? "standard input" : path));
    }
    if (r == NULL || r->path == NULL) {
        ot_rates_free(r);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for rates");
    }
    const ot_status status = read_path(r, path, set, err);
    if (status != OT_OK) {
        ot_rates_free(r);
        return status;
    }
    *rates = r;
    return OT_OK;
}

// ---- asking it -------------------------------------------------------------

const char *ot_rates_path(const ot_rates *r)
{
    return r->path;
}

const char *ot_rates_reference(const ot_rates *r, bool *quoted)
{
    if (quoted != NULL) {
        *quoted = r->quoted;
    }
    return r->reference;
}

size_t ot_rates_currencies(const ot_rates *r)
{
    return r->codes.n;
}

const char *ot_rates_currency(const ot_rates *r, size_t i)
{
    return ot__intern_text(&r->codes, (uint32_t)i);
}

bool ot__rates_find(const ot_rates *r, const char *currency, size_t *number)
{
    if (strcmp(currency, r->reference) == 0) {
        *number = OT_RATES_CURRENCIES;
        return true;
    }
    const uint32_t i = ot__intern_find(&r->codes, ot__str(currency));
    *number = i;
    return i != OT_INTERN_FAILED;
}

bool ot_rates_has(const ot_rates *r, const char *currency)
{
    size_t number;

    return ot__rates_find(r, currency, &number);
}

ot_period ot_rates_span(const ot_rates *r)
{
    return (ot_period){r->first, r->months};
}

void ot_rates_days(const ot_rates *r, const char *currency, ot_period period,
                   int *fewest, int *most)
{
    size_t number;

    *fewest = *most = 0;
    if (!ot__rates_find(r, currency, &number)) {
        return;
    }
    for (size_t i = 0; i < r->codes.n * (size_t)r->months; i++) {
        const int32_t month = r->first + (int32_t)(i % (size_t)r->months);
        const int days = r->days[i];
        if (days == 0 ||
            (number != OT_RATES_CURRENCIES &&
             number != i / (size_t)r->months) ||
            !ot_period_contains(period, (ot_period){month, 1})) {
            continue;
        }
        *fewest = *fewest == 0 || days < *fewest ? days : *fewest;
        *most = days > *most ? days : *most;
    }
}

// The figure of a currency in a month as the file has it.
static double figure(const ot_rates *r, size_t number, int32_t month)
{
    if (number == OT_RATES_CURRENCIES) {
        return 1;
    }
    return r->mean[number * (size_t)r->months + (size_t)(month - r->first)];
}

double ot__rates_at(const ot_rates *r, size_t from, size_t to, int32_t month)
{
    if (from == to) {
        return 1;
    }
    if (month < r->first || month >= r->first + r->months) {
        return NAN;
    }
    const double a = figure(r, from, month), b = figure(r, to, month);
    return r->quoted ? a / b : b / a;
}

double ot_rates_average(const ot_rates *r, const char *from, const char *to,
                        ot_period period)
{
    size_t a, b;
    double sum = 0;

    if (!ot__rates_find(r, from, &a) || !ot__rates_find(r, to, &b) ||
        period.months < 1) {
        return NAN;
    }
    for (int32_t i = 0; i < period.months; i++) {
        sum += ot__rates_at(r, a, b, period.first + i);
    }
    return sum / period.months;
}
