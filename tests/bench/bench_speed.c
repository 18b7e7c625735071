// SPDX-License-Identifier: GPL-3.0-or-later
// bench_speed.c - what a projection costs, in processor time:
//
//     bench_speed [--series N] [--many N] [--format csv]
//
// N monthly series of 100 months (300) with a trend, a season and noise are
// carried on by every row of the registry to the end of their year, and by the
// kernels behind them: milliseconds a series on one thread, the mean over the
// series, the least of three rounds. A bound is what the projection is built
// for. Then many series (10,000) by Theta and by the landing's members, on one
// thread and on two: time by the clock, time of the processor, and how many
// times faster two are by the clock (which other work on the machine tells on).
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/parallel.h"
#include "project/members.h"
#include "project/method.h"
#include "stat/arima.h"
#include "stat/ets.h"

#define MONTHS 100
#define KNOWN  4 // of the last year
#define SEASON 12
#define ROUNDS 3

static void *room(size_t size)
{
    void *p = malloc(size);

    if (p == NULL) {
        fprintf(stderr, "bench_speed: no memory\n");
        exit(5);
    }
    return p;
}

static double seconds(clockid_t clock)
{
    struct timespec t = {0};

    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// ---- series ----------------------------------------------------------------

// SplitMix64: Steele, Lea & Flood, OOPSLA (2014) 453-472, figure 17.
static double uniform(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return ((double)(z >> 11) + 0.5) * 0x1p-53;
}

// Box & Muller, Ann. Math. Stat. 29 (1958) 610-611.
static double normal(uint64_t *state)
{
    const double radius = sqrt(-2 * log(uniform(state)));

    return radius * cos(6.283185307179586 * uniform(state));
}

// Logarithms are a line, a season, a slow walk and noise, each of its own size.
static void simulate(size_t i, double y[MONTHS])
{
    uint64_t state = 20240630 + 7919 * (uint64_t)i;
    const double slope = 0.005 * normal(&state), noise = 0.1 * uniform(&state);
    const double drifts = 0.05 * uniform(&state), size = 0.4 * uniform(&state);
    const double turn = 6.283185307179586 * uniform(&state);
    double level = 5 + 2 * normal(&state);

    for (size_t t = 0; t < MONTHS; t++) {
        const double angle = 6.283185307179586 * (double)(t % SEASON) / SEASON;
        level += slope + drifts * normal(&state);
        y[t] = exp(level + size * cos(angle + turn) + noise * normal(&state));
    }
}

// ---- what is measured ------------------------------------------------------

typedef struct task {
    const char *name;
    double bound; // ms; 0: none
    void (*run)(const struct task *t, const double y[]);
    const ot_method *method;
    bool record; // the landing's
} task;

static void run_method(const task *t, const double y[])
{
    const ot_past past = {y, MONTHS, SEASON, 0};
    double mean[SEASON];
    double *work = room(ot_method_work_size(&past, SEASON) * sizeof *work);

    t->method->path(&past, SEASON - KNOWN, mean, work, NULL);
    free(work);
}

static void run_ets(const task *t, const double y[])
{
    double *work = room(ot__ets_work_size(MONTHS, SEASON) * sizeof *work);
    ot__ets fit;

    (void)t;
    ot__ets_select(y, MONTHS, SEASON, &fit, work, NULL);
    free(work);
}

static void run_arima(const task *t, const double y[])
{
    double *work = room(ot__arima_select_work(MONTHS, SEASON) * sizeof *work);
    ot__arima fit;
    double x[MONTHS];

    (void)t;
    for (size_t i = 0; i < MONTHS; i++) {
        x[i] = log(y[i]);
    }
    ot__arima_select(x, MONTHS, SEASON, &fit, work, NULL);
    free(work);
}

static void run_airline(const task *t, const double y[])
{
    const ot__arima_orders o = {0, 1, 1, 0, 1, 1, SEASON, false};
    double *work = room(ot__arima_fit_work(&o, MONTHS) * sizeof *work);
    ot__arima fit;
    double x[MONTHS];

    (void)t;
    for (size_t i = 0; i < MONTHS; i++) {
        x[i] = log(y[i]);
    }
    ot__arima_fit(&o, x, MONTHS, OT__PLAIN, &fit, work, NULL);
    free(work);
}

// With its record, or what it is made of alone: all members and their paths.
static void run_landing(const task *t, const double y[])
{
    double own[MONTHS], exact[MONTHS] = {0};
    const ot_series s = {.first = ot_period_month(2016, 1).first,
                         .step = 1,
                         .n = MONTHS,
                         .y = own,
                         .half = exact};
    const ot_period year = ot_period_year(2024);
    double total[OT__MEMBERS];
    ot_outlook *outlook = NULL;
    ot__shape shape;
    ot__room scratch;

    memcpy(own, y, sizeof own);
    if (t->record) {
        ot_project_outlook(&s, year, &outlook, NULL);
        ot_outlook_free(outlook);
        return;
    }
    if (ot__shape_of(&s, year, &shape, NULL) != OT_OK ||
        ot__room_make(&shape, &scratch, NULL) != OT_OK) {
        fprintf(stderr, "bench_speed: no landing\n");
        exit(5);
    }
    ot__members_say(&shape, true, &scratch, total);
    ot__room_free(&scratch);
    ot__shape_free(&shape);
}

static const task kernels[] = {
    {"airline by exact ML", 0.5, run_airline, NULL, false},
    {"ETS search", 15, run_ets, NULL, false},
    {"ARIMA search", 50, run_arima, NULL, false},
    {"landing without record", 4, run_landing, NULL, false},
    {"landing", 40, run_landing, NULL, true},
};

// What rows are to stay below.
static double bound_of(const char *name)
{
    static const struct {
        const char *name;
        double bound;
    } bounds[] = {{"theta", 0.5},
                  {"dotm", 0.5},
                  {"stl-ets", 3},
                  {"ets", 15},
                  {"arima", 50}};

    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (strcmp(bounds[i].name, name) == 0) {
            return bounds[i].bound;
        }
    }
    return 0;
}

static double measure(const task *t, const double *y, size_t n)
{
    double least = INFINITY;

    for (size_t round = 0; round < ROUNDS; round++) {
        const double start = seconds(CLOCK_THREAD_CPUTIME_ID);
        for (size_t i = 0; i < n; i++) {
            t->run(t, y + i * MONTHS);
        }
        least = fmin(least, seconds(CLOCK_THREAD_CPUTIME_ID) - start);
    }
    return 1e3 * least / (double)n;
}

static void print_cost(const task *t, const double *y, size_t n, bool csv)
{
    const double ms = measure(t, y, n);

    if (csv) {
        printf("%s,%.5f,%g\n", t->name, ms, t->bound);
    } else if (t->bound > 0) {
        printf("%-24s %9.4f %7g  %s\n", t->name, ms, t->bound,
               ms <= t->bound ? "" : "over");
    } else {
        printf("%-24s %9.4f\n", t->name, ms);
    }
    fflush(stdout);
}

// ---- many at once ----------------------------------------------------------

typedef struct many {
    const task *t;
    const double *y;
    size_t n; // series there are; asked for again and again
} many;

static void ask_one(size_t i, void *context)
{
    const many *m = context;

    m->t->run(m->t, m->y + i % m->n * MONTHS);
}

static void print_many(many *m, size_t count, bool csv)
{
    double clock[2], cpu[2];

    for (size_t k = 0; k < 2; k++) {
        const double start = seconds(CLOCK_MONOTONIC);
        const double cpu_start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        ot__parallel(count, k + 1, ask_one, m);
        clock[k] = seconds(CLOCK_MONOTONIC) - start;
        cpu[k] = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
    }
    if (csv) {
        printf("%s,%zu,%.3f,%.3f,%.3f,%.3f,%.3f\n", m->t->name, count, clock[0],
               cpu[0], clock[1], cpu[1], clock[0] / clock[1]);
    } else {
        printf("%-24s %7zu %8.2f %8.2f %8.2f %8.2f %8.2f\n", m->t->name, count,
               clock[0], cpu[0], clock[1], cpu[1], clock[0] / clock[1]);
    }
}

// ---- the command line ------------------------------------------------------

typedef struct options {
    size_t series, many;
    bool csv;
} options;

static bool parse(int argc, char *argv[], options *o)
{
    *o = (options){.series = 300, .many = 10000};
    for (int i = 1; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--series") == 0) {
            o->series = (size_t)strtoul(value, NULL, 10);
        } else if (strcmp(argv[i], "--many") == 0) {
            o->many = (size_t)strtoul(value, NULL, 10);
        } else if (strcmp(argv[i], "--format") == 0 &&
                   (strcmp(value, "csv") == 0 || strcmp(value, "text") == 0)) {
            o->csv = strcmp(value, "csv") == 0;
        } else {
            return false;
        }
    }
    return o->series > 0 && o->many > 0;
}

static void print_costs(const options *o, const double *y)
{
    printf(o->csv ? "what,ms,bound\n"
                  : "ms a series, one thread       ms   bound\n");
    for (size_t i = 0; i < ot_method_count(); i++) {
        const ot_method *m = ot_method_at(i);
        const task t = {m->name, bound_of(m->name), run_method, m, false};
        print_cost(&t, y, o->series, o->csv);
    }
    for (size_t i = 0; i < sizeof kernels / sizeof kernels[0]; i++) {
        print_cost(&kernels[i], y, o->series, o->csv);
    }
}

int main(int argc, char *argv[])
{
    options o;

    if (!parse(argc, argv, &o)) {
        fprintf(stderr, "usage: bench_speed [--series N] [--many N] "
                        "[--format csv]\n");
        return 2;
    }
    double *y = room(o.series * MONTHS * sizeof *y);
    for (size_t i = 0; i < o.series; i++) {
        simulate(i, y + i * MONTHS);
    }
    print_costs(&o, y);
    const task theta = {"theta", 0, run_method, ot_method_find("theta"), false};
    printf(o.csv ? "what,series,clock1,cpu1,clock2,cpu2,faster\n"
                 : "\nseconds                   series   clock      cpu  "
                   "clock 2    cpu 2   faster\n");
    print_many(&(many){&theta, y, o.series}, o.many, o.csv);
    print_many(&(many){&kernels[3], y, o.series}, o.many, o.csv);
    free(y);
    return 0;
}
