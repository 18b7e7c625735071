// SPDX-License-Identifier: GPL-3.0-or-later
// landing.c - the rules of a projection as one fan.
#include "outturn/picture.h"

#include <math.h>
#include <stdlib.h>

static const double probabilities[OT_FAN_QUANTILES] = {0.025, 0.10, 0.25, 0.50,
                                                       0.75,  0.90, 0.975};

typedef struct weighted {
    double x, weight;
} weighted;

static int by_value(const void *a, const void *b)
{
    const weighted *p = a, *q = b;

    return (p->x > q->x) - (p->x < q->x);
}

// Between the middles of the weights of neighbours, straight.
static double quantile(const weighted d[], size_t n, double p)
{
    double below = 0, x = d[0].x, at = 0;

    for (size_t i = 0; i < n; i++) {
        const double middle = below + d[i].weight / 2;
        if (middle >= p) {
            return i == 0 ? d[0].x
                          : x + (d[i].x - x) * (p - at) / (middle - at);
        }
        below += d[i].weight;
        x = d[i].x;
        at = middle;
    }
    return x;
}

static size_t rules_with_draws(const ot_projection *p, size_t *draws)
{
    size_t rules = 0;

    *draws = 0;
    for (size_t i = 0; i < p->landings; i++) {
        const ot_landing *l = &p->landing[i];
        rules += l->served && l->dist.n > 0;
        *draws += l->served ? l->dist.n : 0;
    }
    return rules;
}

static void pool(const ot_projection *p, size_t rules, weighted d[])
{
    size_t n = 0;

    for (size_t i = 0; i < p->landings; i++) {
        const ot_landing *l = &p->landing[i];
        for (size_t k = 0; l->served && k < l->dist.n; k++) {
            d[n++] = (weighted){l->dist.draw[k],
                                1 / ((double)l->dist.n * (double)rules)};
        }
    }
    qsort(d, n, sizeof *d, by_value);
}

size_t ot_picture_landing(const ot_projection *projection, double floor,
                          ot_fan_step *step)
{
    size_t draws;
    const size_t rules = rules_with_draws(projection, &draws);
    weighted *d = rules > 0 ? malloc(draws * sizeof *d) : NULL;

    for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
        step->q[q] = NAN;
    }
    if (d == NULL) {
        return 0;
    }
    pool(projection, rules, d);
    for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
        step->q[q] = fmax(quantile(d, draws, probabilities[q]), floor);
    }
    free(d);
    return rules;
}
