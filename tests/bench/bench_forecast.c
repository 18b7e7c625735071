// SPDX-License-Identifier: GPL-3.0-or-later
// bench_forecast.c - how far off the methods are on the series of a file.
//
//     bench_forecast FILE [--methods a,b] [--threads N] [--format csv]
//
// FILE has the columns series_id,freq,start,n,horizon,part,t,value: of each
// series in turn the values of part `train` and then those of part `test`,
// which are forecast. The measures are those of the M4 competition (M4
// Competitor's Guide (2018), "Evaluation Metrics"; Makridakis, Spiliotis &
// Assimakopoulos, Int. J. Forecasting 36 (2020) 54-74), means over the values
// of a series and then over series:
//
//     sMAPE  200 |y - f| / (|y| + |f|), per cent (Makridakis, Int. J.
//            Forecasting 9 (1993) 527-529); 0 where both are 0
//     MASE   |y - f| over the mean |y[t] - y[t - m]| of the train part, m
//            values a year (Hyndman & Koehler, Int. J. Forecasting 22 (2006)
//            679-688)
//     OWA    the mean of sMAPE and of MASE, each over that of Naive2: the last
//            value, after the season is taken out where the autocorrelation
//            at m passes the 90 % test (row naive2)
//     cov80, cov95  the share of values within the limits of that level
//     MSIS   (u - l + 40 (l - y)+ + 40 (y - u)+) over the scale of MASE, the
//            limits being those of 95 % (Gneiting & Raftery, J. Am. Stat.
//            Assoc. 102 (2007) 359-378)
//     ms     processor time of a path, without its limits; "limits" in the
//            text: with them
//
// A series without a scale (a train part that repeats each year) is left out
// of MASE, OWA and MSIS. A series that a method refuses is left out for it, and
// Naive2 is then taken over the same series.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/parallel.h"
#include "long_form.h"
#include "project/forecast.h"

#define METHODS_MOST 32

// ---- one series and method -------------------------------------------------

typedef struct score {
    bool served, scaled;
    double smape, mase, msis, in80, in95, ms, ms_limits;
} score;

typedef struct job {
    const set *all;
    const ot_method *method[METHODS_MOST];
    size_t methods;
    score *score; // methods for each series
} job;

static double cpu_ms(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double scale_of(const series *s)
{
    double sum = 0;

    for (size_t i = s->season; i < s->n; i++) {
        sum += fabs(s->y[i] - s->y[i - s->season]);
    }
    return s->n > s->season ? sum / (double)(s->n - s->season) : 0;
}

static void judge(const series *s, const ot__forecast *f, score *out)
{
    const double scale = scale_of(s), h = (double)s->h;
    double lo, hi;

    for (size_t k = 0; k < s->h; k++) {
        const double y = s->y[s->n + k], miss = fabs(y - f->mean[k]);
        const double size = fabs(y) + fabs(f->mean[k]);
        out->smape += size > 0 ? 200 * miss / size / h : 0;
        out->mase += miss / scale / h;
        ot__forecast_band(f, k, 0.80, &lo, &hi);
        out->in80 += (y >= lo && y <= hi) / h;
        ot__forecast_band(f, k, 0.95, &lo, &hi);
        out->in95 += (y >= lo && y <= hi) / h;
        out->msis +=
            (hi - lo + 40 * fmax(lo - y, 0) + 40 * fmax(y - hi, 0)) / scale / h;
    }
    out->scaled = scale > 0;
    out->served = true;
}

static void try_method(const series *s, const ot_method *m, double room[],
                       score *out)
{
    const ot_past past = {s->y, s->n, s->season, s->phase};
    ot__forecast f = {.h = s->h, .mean = room, .sd = room + s->h};
    double *work = room + 2 * s->h;

    *out = (score){0};
    if (s->n < m->min_years * s->season) {
        return;
    }
    const double start = cpu_ms();
    if (m->path(&past, s->h, f.mean, work, NULL) != OT_OK) {
        return;
    }
    const double done = cpu_ms();
    if (ot__forecast_make(m, &past, &f, work, NULL) == OT_OK) {
        judge(s, &f, out);
        out->ms = done - start;
        out->ms_limits = cpu_ms() - done;
    }
}

static void try_all(size_t i, void *context)
{
    job *j = context;
    const series *s = &j->all->at[i];
    const ot_past past = {s->y, s->n, s->season, s->phase};
    const size_t size = 4 * s->h + ot_method_work_size(&past, s->h);
    double *room = malloc(size * sizeof *room);

    if (room == NULL) {
        fprintf(stderr, "bench_forecast: no memory\n");
        exit(5);
    }
    for (size_t k = 0; k < j->methods; k++) {
        try_method(s, j->method[k], room, &j->score[i * j->methods + k]);
    }
    free(room);
}

// ---- the table -------------------------------------------------------------

typedef struct row {
    size_t n, scaled;
    double smape, mase, owa, in80, in95, msis, ms, ms_limits;
} row;

// Sums in the order of the series: any number of threads gives the same.
// base: which method Naive2 is.
static row sum_up(const job *j, size_t method, size_t base)
{
    row r = {0};
    double smape2 = 0, mase2 = 0;

    for (size_t i = 0; i < j->all->n; i++) {
        const score *s = &j->score[i * j->methods + method];
        const score *b = &j->score[i * j->methods + base];
        if (!s->served || !b->served) {
            continue;
        }
        r.n++;
        r.smape += s->smape;
        smape2 += b->smape;
        r.in80 += s->in80;
        r.in95 += s->in95;
        r.ms += s->ms;
        r.ms_limits += s->ms_limits;
        if (s->scaled) {
            r.scaled++;
            r.mase += s->mase;
            mase2 += b->mase;
            r.msis += s->msis;
        }
    }
    const double n = (double)r.n, scaled = (double)r.scaled;
    r.owa = (r.smape / smape2 + r.mase / mase2) / 2;
    return (row){r.n,      r.scaled,       r.smape / n, r.mase / scaled,
                 r.owa,    r.in80 / n,     r.in95 / n,  r.msis / scaled,
                 r.ms / n, r.ms_limits / n};
}

// The last of the job's methods is Naive2, there to measure against.
static void print_table(const job *j, bool csv)
{
    printf(csv ? "method,n,smape,mase,owa,cov80,cov95,msis,ms\n"
               : "method              n   sMAPE   MASE    OWA  cov80  cov95   "
                 "MSIS       ms   limits\n");
    for (size_t k = 0; k + 1 < j->methods; k++) {
        const row r = sum_up(j, k, j->methods - 1);
        const char *name = j->method[k]->name;
        if (csv) {
            printf("%s,%zu,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f\n", name, r.n,
                   r.smape, r.mase, r.owa, r.in80, r.in95, r.msis, r.ms);
        } else {
            printf("%-14s %6zu %7.2f %6.3f %6.3f %6.3f %6.3f %6.2f %8.3f "
                   "%8.3f\n",
                   name, r.n, r.smape, r.mase, r.owa, r.in80, r.in95, r.msis,
                   r.ms, r.ms_limits);
        }
    }
}

// ---- the command line ------------------------------------------------------

typedef struct options {
    const char *file, *methods;
    size_t threads;
    bool csv;
} options;

static bool parse(int argc, char *argv[], options *o)
{
    *o = (options){.threads = 1};
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (argv[i][0] != '-' && o->file == NULL) {
            o->file = argv[i];
            continue;
        }
        if (strcmp(argv[i], "--methods") == 0) {
            o->methods = value;
        } else if (strcmp(argv[i], "--threads") == 0) {
            o->threads = (size_t)strtoul(value, NULL, 10);
        } else if (strcmp(argv[i], "--format") == 0 &&
                   (strcmp(value, "csv") == 0 || strcmp(value, "text") == 0)) {
            o->csv = strcmp(value, "csv") == 0;
        } else {
            return false;
        }
        i++;
    }
    return o->file != NULL && o->threads > 0;
}

// Those of the list, or all that have a path of any length.
static bool choose(const options *o, job *j)
{
    ot_str list = ot__str(o->methods);
    char name[64];

    while (list.n > 0 && j->methods + 1 < METHODS_MOST) {
        ot__str_copy(ot__str_cut(&list, ','), name, sizeof name);
        const ot_method *m = ot_method_find(name);
        if (m == NULL || m->spread == NULL) {
            fprintf(stderr, "bench_forecast: no such method: %s\n", name);
            return false;
        }
        j->method[j->methods++] = m;
    }
    for (size_t i = 0; o->methods == NULL && i < ot_method_count(); i++) {
        if (ot_method_at(i)->spread != NULL && j->methods + 1 < METHODS_MOST) {
            j->method[j->methods++] = ot_method_at(i);
        }
    }
    j->method[j->methods++] = ot_method_find("naive2");
    return true;
}

int main(int argc, char *argv[])
{
    options o;
    set all = {0};
    job j = {.all = &all};
    ot_error err = {0};

    if (!parse(argc, argv, &o)) {
        fprintf(stderr, "usage: bench_forecast FILE [--methods a,b] "
                        "[--threads N] [--format csv]\n");
        return 2;
    }
    if (!choose(&o, &j)) {
        return 2;
    }
    if (read_set(o.file, &all, &err) != OT_OK) {
        fprintf(stderr, "bench_forecast: %s:%ld: %s\n", o.file, err.place.line,
                err.message);
        free_set(&all);
        return 3;
    }
    score *scores = calloc(all.n * j.methods, sizeof *scores);
    const bool made = scores != NULL;
    if (made) {
        j.score = scores;
        ot__parallel(all.n, o.threads, try_all, &j);
        print_table(&j, o.csv);
    }
    free(scores);
    free_set(&all);
    return made ? 0 : 5;
}
