// SPDX-License-Identifier: GPL-3.0-or-later
// bench_landing.c - how far off the landing and every method were, year by year
// and month by month, over a file of monthly series.
//
//     bench_landing FILE [--min-years 4] [--only METHOD] [--format csv]
//         [--threads 2]
//
// Each calendar year with at least 4 full years before it, of which at most 12
// are used, is projected after 1 to 11 months, with what was known then. MdAPE
// and MAPE of the year's total in per cent, an error counted as 200 at most;
// how often the total was within the landing's 80 and 95 %. The landing is the
// method "auto".

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "outturn/outturn.h"

#define MONTHS     12
#define YEARS_MOST 12
#define APE_MOST   200.0
#define METHODS    64

typedef struct args {
    const char *path, *only; // NULL: all methods
    size_t min_years, threads;
    bool csv;
} args;

// One year of one series after m months, as a method has it.
typedef struct result {
    double ape; // NaN: it did not serve
    bool in80, in95;
} result;

// A year to project: m - 1 and the method lead to its results.
typedef struct task {
    const ot_series *series;
    size_t year; // index of its January
    size_t from; // of the first value used
    result at[MONTHS - 1][METHODS];
} task;

typedef struct bench {
    args args;
    ot_series **series;
    size_t n;
    task *task;
    size_t tasks;
} bench;

static size_t methods(void)
{
    return ot_method_count() + 1; // the last is the landing
}

// The method of that name carries months on; the landing is of the total.
static const char *method_name(size_t i)
{
    if (i == ot_method_count()) {
        return "auto";
    }
    const char *name = ot_method_at(i)->name;
    return strcmp(name, "auto") == 0 ? "auto-months" : name;
}

// ---- the series of a file --------------------------------------------------

static ot_status add_series(bench *b, const ot_panel *panel, ot_key key,
                            ot_error *err)
{
    ot_selection selection = {.reporter = key.reporter,
                              .partner = key.partner,
                              .flow = ot_flow_at(key.flow),
                              .basis = key.basis,
                              .as_of = OT_DAY_LATEST};
    ot_view *view = NULL;

    snprintf(selection.commodity, sizeof selection.commodity, "%s",
             key.commodity);
    ot_status status = ot_panel_select(panel, &selection, &view, err);
    if (status == OT_OK && ot_view_step(view) == 1) {
        status = ot_view_series(view, 1, (ot_period){0, 0}, 1, &b->series[b->n],
                                err);
        b->n += status == OT_OK ? 1 : 0;
    }
    ot_view_free(view);
    return status;
}

static ot_status read_series(bench *b, ot_panel *panel, ot_error *err)
{
    ot_status status = ot_panel_read(panel, b->args.path, NULL, err);

    if (status == OT_OK) {
        status = ot_panel_seal(panel, err);
    }
    const size_t keys = status == OT_OK ? ot_panel_keys(panel) : 0;
    b->series = calloc(keys + 1, sizeof *b->series);
    if (b->series == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < keys && status == OT_OK; i++) {
        status = add_series(b, panel, ot_panel_key(panel, i), err);
    }
    return status;
}

// ---- the years -------------------------------------------------------------

// Full years without a hole that end where this one begins.
static size_t years_before(const ot_series *s, size_t year)
{
    size_t i = year;

    while (i > 0 && !isnan(s->y[i - 1])) {
        i--;
    }
    return (year - i) / MONTHS;
}

static double total_of(const ot_series *s, size_t year)
{
    double sum = 0;

    for (size_t i = year; i < year + MONTHS; i++) {
        sum += s->y[i];
    }
    return sum;
}

// Calls add for every year that can be judged; returns how many.
static size_t find_years(const bench *b, task *out)
{
    size_t n = 0;

    for (size_t k = 0; k < b->n; k++) {
        const ot_series *s = b->series[k];
        const int month = ot_month_of_year(s->first);
        for (size_t i = (size_t)(13 - month) % MONTHS; i + MONTHS <= s->n;
             i += MONTHS) {
            const size_t years = years_before(s, i);
            if (years < b->args.min_years || !(total_of(s, i) > 0)) {
                continue;
            }
            if (out != NULL) {
                const size_t used = years < YEARS_MOST ? years : YEARS_MOST;
                out[n].series = s;
                out[n].year = i;
                out[n].from = i - used * MONTHS;
            }
            n++;
        }
    }
    return n;
}

static double ape_of(double said, double outcome)
{
    return fmin(100 * fabs(said / outcome - 1), APE_MOST);
}

static void run_method(const task *t, size_t m, const ot_method *method,
                       double outcome, result *r)
{
    const double *y = t->series->y + t->from;
    const size_t n = t->year - t->from + m, h = MONTHS - m;
    const ot_past past = {y, n, MONTHS, 0};
    double mean[MONTHS], said = 0;
    double *work = malloc(ot_method_work_size(&past, h) * sizeof *work);

    if (work != NULL && method->path(&past, h, mean, work, NULL) == OT_OK) {
        for (size_t i = n - m; i < n; i++) {
            said += y[i];
        }
        for (size_t i = 0; i < h; i++) {
            said += mean[i];
        }
        r->ape = ape_of(said, outcome);
    }
    free(work);
}

static void run_landing(const task *t, size_t m, double outcome, result *r)
{
    const size_t n = t->year - t->from + m;
    const int32_t first = t->series->first + (int32_t)t->from;
    const ot_series past = {.first = first,
                            .step = 1,
                            .n = n,
                            .y = t->series->y + t->from,
                            .half = t->series->half + t->from};
    const ot_period year = {first + (int32_t)(n - m), MONTHS};
    ot_outlook *o = NULL;

    if (ot_project_outlook(&past, year, &o, NULL) == OT_OK) {
        r->ape = ape_of(o->total, outcome);
        r->in80 = outcome >= ot_dist_quantile(&o->dist, 0.1) &&
                  outcome <= ot_dist_quantile(&o->dist, 0.9);
        r->in95 = outcome >= ot_dist_quantile(&o->dist, 0.025) &&
                  outcome <= ot_dist_quantile(&o->dist, 0.975);
    }
    ot_outlook_free(o);
}

static void run_year(size_t i, void *context)
{
    bench *b = context;
    task *t = &b->task[i];
    const double outcome = total_of(t->series, t->year);

    for (size_t m = 1; m < MONTHS; m++) {
        for (size_t k = 0; k < methods(); k++) {
            result *r = &t->at[m - 1][k];
            *r = (result){.ape = NAN};
            if (b->args.only != NULL &&
                strcmp(b->args.only, method_name(k)) != 0) {
                continue;
            }
            if (k < ot_method_count()) {
                run_method(t, m, ot_method_at(k), outcome, r);
            } else {
                run_landing(t, m, outcome, r);
            }
        }
    }
}

// ---- the table -------------------------------------------------------------

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static void print_row(const bench *b, size_t k, size_t first, size_t last,
                      double ape[])
{
    size_t n = 0, in80 = 0, in95 = 0;
    double sum = 0;
    char month[8];

    for (size_t i = 0; i < b->tasks; i++) {
        for (size_t m = first; m <= last; m++) {
            const result *r = &b->task[i].at[m - 1][k];
            if (!isnan(r->ape)) {
                ape[n++] = r->ape;
                sum += r->ape;
                in80 += r->in80 ? 1 : 0;
                in95 += r->in95 ? 1 : 0;
            }
        }
    }
    if (n == 0) {
        return;
    }
    qsort(ape, n, sizeof *ape, by_size);
    const double median = (ape[(n - 1) / 2] + ape[n / 2]) / 2;
    const double c = (double)n;
    snprintf(month, sizeof month, first == last ? "%zu" : "all", first);
    printf(b->args.csv ? "%s,%s,%zu,%.4f,%.4f" : "%-18s %3s %6zu %7.2f %7.2f",
           method_name(k), month, n, median, sum / c);
    if (k == ot_method_count()) {
        printf(b->args.csv ? ",%.4f,%.4f\n" : " %6.3f %6.3f\n",
               (double)in80 / c, (double)in95 / c);
    } else {
        printf(b->args.csv ? ",,\n" : "\n");
    }
}

static void print_table(const bench *b)
{
    double *ape = malloc((b->tasks * MONTHS + 1) * sizeof *ape);

    if (b->args.csv) {
        printf("method,m,n,mdape,mape,cov80,cov95\n");
    } else {
        printf(
            "%zu series-years of %zu series\n%-18s %3s %6s %7s %7s %6s %6s\n",
            b->tasks, b->n, "method", "m", "n", "MdAPE", "MAPE", "cov80",
            "cov95");
    }
    for (size_t k = methods(); ape != NULL && k-- > 0;) {
        for (size_t m = 1; m < MONTHS; m++) {
            print_row(b, k, m, m, ape);
        }
        if (!b->args.csv) {
            print_row(b, k, 1, MONTHS - 1, ape);
        }
    }
    free(ape);
}

// ---- the program -----------------------------------------------------------

static bool read_args(int argc, char *argv[], args *a)
{
    *a = (args){.min_years = 4, .threads = 2};
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] != '-') {
            a->path = argv[i];
            continue;
        }
        if (i + 1 >= argc) {
            return false;
        }
        if (strcmp(argv[i], "--min-years") == 0) {
            a->min_years = strtoul(argv[++i], NULL, 10);
        } else if (strcmp(argv[i], "--only") == 0) {
            a->only = argv[++i];
        } else if (strcmp(argv[i], "--threads") == 0) {
            a->threads = strtoul(argv[++i], NULL, 10);
        } else if (strcmp(argv[i], "--format") == 0) {
            a->csv = strcmp(argv[++i], "csv") == 0;
        } else {
            return false;
        }
    }
    return a->path != NULL && methods() <= METHODS;
}

static ot_status run(bench *b, ot_panel *panel, ot_error *err)
{
    const ot_status status = read_series(b, panel, err);

    if (status != OT_OK) {
        return status;
    }
    b->tasks = find_years(b, NULL);
    b->task = calloc(b->tasks + 1, sizeof *b->task);
    if (b->task == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    find_years(b, b->task);
    ot__parallel(b->tasks, b->args.threads, run_year, b);
    print_table(b);
    return OT_OK;
}

int main(int argc, char *argv[])
{
    bench b = {.n = 0};
    ot_error err = {0};

    if (!read_args(argc, argv, &b.args)) {
        fprintf(stderr, "usage: bench_landing FILE [--min-years 4] [--only "
                        "METHOD] [--format csv] [--threads 2]\n");
        return 2;
    }
    ot_panel *panel = ot_panel_new();
    const ot_status status = run(&b, panel, &err);
    for (size_t i = 0; i < b.n; i++) {
        ot_series_free(b.series[i]);
    }
    free(b.series);
    free(b.task);
    ot_panel_free(panel);
    if (status != OT_OK) {
        fprintf(stderr, "bench_landing: %s\n", err.message);
    }
    return status == OT_OK ? 0 : 1;
}
