// SPDX-License-Identifier: GPL-3.0-or-later
// amounts.c - what the series of a selection are worth in some periods.

#include "cli/amounts.h"

#include <math.h>
#include <stdlib.h>

#include "base/parallel.h"

ot_status cli_amounts_open(const common_args *args, const ot_panel *panel,
                           const ot_slicing *how, cli_amounts *a, ot_error *err)
{
    *a = (cli_amounts){.fill = how->whole.absence == OT_ABSENCE_TELL};
    ot_status status = cli_threads(args, &a->threads, err);

    if (status == OT_OK) {
        status = ot_slices_new(panel, how, &a->slices, err);
    }
    if (status == OT_OK && ot_slices_overlap(a->slices)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "some of what is selected holds the rest of it, and "
                       "would count twice: name parts or the whole");
    }
    a->n = status == OT_OK ? ot_slices_count(a->slices) : 0;
    return status;
}

void cli_amounts_free(cli_amounts *a)
{
    ot_slices_free(a->slices);
    *a = (cli_amounts){.n = 0};
}

// ---- asking ----------------------------------------------------------------

typedef struct asking {
    const cli_amounts *a;
    const ot_flow *flow; // NULL: all
    const ot_period *period;
    size_t n;
    ot_value *value;
    ot_unit *unit;
    uint8_t *status; // of each slice
} asking;

static bool is_of(const asking *q, size_t i)
{
    return q->flow == NULL || ot_slices_at(q->a->slices, i).flow == q->flow;
}

static bool can_fill(const ot_value *v)
{
    return v->state == OT_MISSING || v->state == OT_NOT_IN_FILES;
}

static void ask(size_t i, void *context)
{
    const asking *q = context;
    ot_value *value = &q->value[i * q->n];
    ot_unit *unit = &q->unit[i];

    if (!is_of(q, i)) {
        return;
    }
    q->status[i] = (uint8_t)ot_slices_values(q->a->slices, i, q->period, q->n,
                                             value, unit, NULL);
    for (size_t k = 0; q->status[i] != OT_OK && k < q->n; k++) {
        value[k] = (ot_value){.y = NAN, .state = OT_MISSING};
        *unit = (ot_unit){.scale = 0};
    }
}

// The first that failed for another reason than that it has no figure is asked
// once more for what is wrong.
static ot_status check(const asking *q, ot_error *err)
{
    for (size_t i = 0; i < q->a->n; i++) {
        ot_error why = {0};
        if (q->status[i] == OT_OK || q->status[i] == OT_E_DATA) {
            continue;
        }
        const ot_status status =
            ot_slices_values(q->a->slices, i, q->period, q->n,
                             &q->value[i * q->n], &q->unit[i], &why);
        return ot_fail(err, status, NULL, "%s: %s",
                       ot_slices_at(q->a->slices, i).commodity, why.message);
    }
    return OT_OK;
}

// ---- what the files cannot tell --------------------------------------------

// From `from` to `to`, the slices of one reporter: those of a flow without a
// figure of period k are asked once more where another has one.
static void fill_block(const asking *q, const ot_flow *flow, size_t from,
                       size_t to, size_t k)
{
    ot_slices *s = q->a->slices;
    bool known = false;

    for (size_t i = from; i < to && !known; i++) {
        known =
            ot_slices_at(s, i).flow == flow && !isnan(q->value[i * q->n + k].y);
    }
    for (size_t i = from; known && i < to; i++) {
        ot_value *v = &q->value[i * q->n + k];
        ot_unit unit;
        if (ot_slices_at(s, i).flow == flow && q->status[i] == OT_OK &&
            can_fill(v)) {
            (void)ot_slices_values(s, i, &q->period[k], 1, v, &unit, NULL);
        }
    }
}

static void fill_flow(const asking *q, const ot_flow *flow)
{
    ot_slices *s = q->a->slices;

    for (size_t from = 0, to; from < q->a->n; from = to) {
        const ot_area reporter = ot_slices_at(s, from).reporter;
        to = from + 1;
        while (to < q->a->n && ot_slices_at(s, to).reporter == reporter) {
            to++;
        }
        for (size_t k = 0; k < q->n; k++) {
            fill_block(q, flow, from, to, k);
        }
    }
}

// Whether a slice of a flow lacks what may be nothing.
static bool lacks(const asking *q, const ot_flow *flow)
{
    for (size_t i = 0; i < q->a->n; i++) {
        for (size_t k = 0; k < q->n; k++) {
            if (can_fill(&q->value[i * q->n + k]) && q->status[i] == OT_OK &&
                ot_slices_at(q->a->slices, i).flow == flow) {
                return true;
            }
        }
    }
    return false;
}

static void fill(const asking *q)
{
    ot_slices_absence(q->a->slices, OT_ABSENCE_ZERO);
    for (size_t f = 0; f < ot_flow_count(); f++) {
        const ot_flow *flow = ot_flow_at(f);
        if ((q->flow == NULL || q->flow == flow) && lacks(q, flow)) {
            fill_flow(q, flow);
        }
    }
    ot_slices_absence(q->a->slices, OT_ABSENCE_TELL);
}

ot_status cli_amounts_in(cli_amounts *a, const ot_flow *flow,
                         const ot_period period[], size_t n, ot_value value[],
                         ot_unit unit[], ot_error *err)
{
    asking q = {.a = a,
                .flow = flow,
                .period = period,
                .n = n,
                .value = value,
                .unit = unit,
                .status = calloc(a->n + 1, sizeof *q.status)};

    if (q.status == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < a->n; i++) {
        unit[i] = (ot_unit){.scale = 0};
        for (size_t k = 0; k < n; k++) {
            value[i * n + k] = (ot_value){.y = NAN, .state = OT_MISSING};
        }
    }
    ot__parallel(a->n, a->threads, ask, &q);
    const ot_status status = check(&q, err);
    if (status == OT_OK && a->fill) {
        fill(&q);
    }
    free(q.status);
    return status;
}
