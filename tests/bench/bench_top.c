// SPDX-License-Identifier: GPL-3.0-or-later
// bench_top.c - what a ranking costs, reading apart from the rest:
//
//     bench_top FILE PERIOD BASE [THREADS]
//
// cuts the first reporter of FILE into a series for each partner, commodity and
// flow, asks each for both periods and ranks them. Seconds by the clock, which
// other work on the machine tells on, and of the processor.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/parallel.h"
#include "outturn/outturn.h"

typedef struct lap {
    double wall, cpu;
} lap;

static double seconds(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static lap now(void)
{
    return (lap){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static void say(const char *what, lap *since)
{
    const lap here = now();

    printf("%-8s %6.3f s by the clock, %6.3f s of the processor\n", what,
           here.wall - since->wall, here.cpu - since->cpu);
    *since = now();
}

static void stop(ot_status status, const ot_error *err)
{
    if (status != OT_OK) {
        fprintf(stderr, "bench_top: %s\n", err->message);
        exit(3);
    }
}

static ot_period period_of(const char *text)
{
    ot_error err = {0};
    ot_period p;

    stop(ot_period_parse(text, strlen(text), 0, &p, &err), &err);
    return p;
}

typedef struct job {
    const ot_slices *slices;
    ot_period period[2];
    ot_top_part *part;
} job;

static void ask(size_t i, void *context)
{
    const job *j = context;
    ot_value v[2];

    if (ot_slices_values(j->slices, i, j->period, 2, v, NULL, NULL) == OT_OK &&
        !isnan(v[0].y) && !isnan(v[1].y)) {
        j->part[i] = (ot_top_part){v[0].y, v[1].y, v[0].half, v[1].half, false};
    }
}

static void rank(const ot_panel *panel, job *j, size_t threads, lap *since)
{
    const ot_flow *flow[] = {ot_flow_find("export", 6),
                             ot_flow_find("import", 6)};
    const ot_slicing how = {
        .whole = {.reporter = ot_panel_key(panel, 0).reporter,
                  .flow = flow[0],
                  .as_of = OT_DAY_LATEST},
        .by_partner = true,
        .by_commodity = true,
        .by_flow = true,
        .flow = flow,
        .flows = 2};
    ot_slices *slices = NULL;
    ot_error err = {0};
    ot_top top;

    stop(ot_slices_new(panel, &how, &slices, &err), &err);
    const size_t n = ot_slices_count(slices);
    say("cutting", since);
    j->slices = slices;
    j->part = calloc(n, sizeof *j->part);
    if (j->part == NULL) {
        exit(5);
    }
    ot__parallel(n, threads, ask, j);
    say("asking", since);
    stop(ot_top_make(j->part, n, NULL, OT_TOP_BY_VALUE, 10, &top, &err), &err);
    say("ranking", since);
    printf("%zu series, the first %.0f of %.0f\n", n, top.row[0].value.y,
           top.total.value.y);
    ot_top_free(&top);
    ot_slices_free(slices);
    free(j->part);
}

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: bench_top FILE PERIOD BASE [THREADS]\n");
        return 2;
    }
    const size_t threads = argc > 4 ? strtoul(argv[4], NULL, 10) : 2;
    const ot_read_options options = {.threads = threads};
    job j = {.period = {period_of(argv[2]), period_of(argv[3])}};
    ot_panel *panel = ot_panel_new();
    ot_error err = {0};
    lap since = now();

    stop(ot_panel_read(panel, argv[1], &options, &err), &err);
    stop(ot_panel_seal(panel, &err), &err);
    say("reading", &since);
    rank(panel, &j, threads, &since);
    ot_panel_free(panel);
    return 0;
}
