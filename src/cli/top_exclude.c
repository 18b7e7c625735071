// SPDX-License-Identifier: GPL-3.0-or-later
// top_exclude.c - outturn top --exclude: the same parts without some of them.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/top.h"

// What is left out, as a slicing of its own: `how` points into the rest.
typedef struct excluded {
    ot_slicing how;
    ot_area partner;
    const ot_flow *flow;
    const char *code;
} excluded;

static ot_status exclude_code(excluded *x, const char *code, ot_error *err)
{
    ot_slicing *how = &x->how;
    const char *within = how->by_commodity
                             ? (how->commodities == 1 ? how->commodity[0] : "")
                             : how->whole.commodity;
    const bool all = within[0] == '\0' || strcmp(within, "TOTAL") == 0;

    if (!all && strncmp(code, within, strlen(within)) != 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--exclude k=%.40s: it is no part of -k %.40s", code,
                       within);
    }
    x->code = code;
    if (how->by_commodity) {
        how->commodity = &x->code;
        how->commodities = 1;
    } else {
        ot__str_copy(ot__str(code), how->whole.commodity,
                     sizeof how->whole.commodity);
    }
    return OT_OK;
}

static ot_status exclude_partner(excluded *x, const ot_panel *panel,
                                 const char *name, ot_error *err)
{
    ot_slicing *how = &x->how;
    const ot_area whole = how->whole.partner;
    const ot_status status =
        cli_find_area(panel, name, "exclude", &x->partner, err);

    if (status == OT_OK && !how->by_partner && whole != OT_AREA_NONE &&
        whole < ot_area_count() && ot_area_kind_of(whole) == OT_AREA_COUNTRY) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--exclude p=%.40s: it is no part of -p %s", name,
                       ot_panel_area_code(panel, whole));
    }
    if (status == OT_OK && how->by_partner) {
        how->partner = &x->partner;
        how->partners = 1;
    } else if (status == OT_OK) {
        how->whole.partner = x->partner;
    }
    return status;
}

static ot_status exclude_flow(excluded *x, const char *name, ot_error *err)
{
    ot_slicing *how = &x->how;
    const ot_flow *whole = how->whole.flow;
    ot_status status = cli_find_flow(name, &x->flow, err);
    bool part = how->by_flow;

    for (size_t i = 0; status == OT_OK && !part && i < 4; i++) {
        part = whole->terms[i].sign > 0 && ot_flow_composed(whole) &&
               ot_flow_at(whole->terms[i].flow) == x->flow;
    }
    if (status == OT_OK && !part) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--exclude f=%.40s: it is no part of -f %s", name,
                       whole->name);
    }
    if (status == OT_OK && how->by_flow) {
        how->flow = &x->flow;
        how->flows = 1;
    }
    how->whole.flow = status == OT_OK ? x->flow : whole;
    return status;
}

// "k=71", "p=CHN", "f=import"
static ot_status read(const char *text, const tops *t, excluded *x,
                      ot_error *err)
{
    const bool known = text[0] != '\0' && strchr("kpf", text[0]) != NULL &&
                       text[1] == '=' && text[2] != '\0';

    *x = (excluded){.how = t->cut.how};
    if (!known) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--exclude is k=CODE, p=PARTNER or f=FLOW, not '%.40s'",
                       text);
    }
    return text[0] == 'k'   ? exclude_code(x, text + 2, err)
           : text[0] == 'p' ? exclude_partner(x, t->held.panel, text + 2, err)
                            : exclude_flow(x, text + 2, err);
}

// Whether a slice of what is left out belongs to one of the whole.
static bool belongs(const tops *t, const ot_slice *out, const ot_slice *in)
{
    const ot_slicing *how = &t->cut.how;

    return (!how->by_reporter || out->reporter == in->reporter) &&
           (!how->by_partner || out->partner == in->partner) &&
           (!how->by_flow || out->flow == in->flow) &&
           (!how->by_commodity || strcmp(out->commodity, in->commodity) == 0);
}

static ot_status take_off(ot_top_part *p, const top_run *run,
                          const ot_value v[2], ot_error *err)
{
    const bool before = !run->alone;

    if (isnan(v[0].y) || (before && isnan(v[1].y))) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "--exclude: what is left out has no value in both "
                       "periods (%s)",
                       ot_state_name(isnan(v[0].y) ? v[0].state : v[1].state));
    }
    p->value -= v[0].y;
    p->base -= before ? v[1].y : 0;
    p->half += v[0].half;
    p->base_half += before ? v[1].half : 0;
    return OT_OK;
}

// What a part lost, the total loses.
static void take_off_total(ot_top_part *total, const ot_top_part *part,
                           const ot_top_part *left)
{
    total->value += left->value - part->value;
    total->base += left->base - part->base;
    total->half += left->half - part->half;
    total->base_half += left->base_half - part->base_half;
}

// Both lists are in the same order, so that one walk finds all.
static ot_status subtract(const tops *t, top_run *run, const ot_slices *out,
                          const ot_value value[], ot_error *err)
{
    const size_t n = ot_slices_count(out);
    ot_status status = OT_OK;

    for (size_t k = 0, i = 0; i < run->parts && status == OT_OK; i++) {
        const ot_slice in = ot_slices_at(t->amounts.slices, run->of[i]);
        size_t j = k;
        ot_slice s = {.reporter = OT_AREA_NONE};
        for (; j < n; j++) {
            s = ot_slices_at(out, j);
            if (belongs(t, &s, &in)) {
                break;
            }
        }
        if (j < n) {
            status = take_off(&run->left[i], run, &value[2 * j], err);
            take_off_total(&run->left_total, &run->part[i], &run->left[i]);
            k = j + 1;
        }
    }
    return status;
}

static ot_status leave_out(const tops *t, top_run *run, cli_amounts *out,
                           ot_error *err)
{
    const ot_period periods[] = {run->period, run->base};
    ot_value *value = calloc(2 * out->n + 1, sizeof *value);
    ot_unit *unit = calloc(out->n + 1, sizeof *unit);

    if (value == NULL || unit == NULL) {
        free(value);
        free(unit);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status = cli_amounts_in(out, NULL, periods, 2, value, unit, err);
    if (status == OT_OK) {
        status = subtract(t, run, out->slices, value, err);
    }
    free(value);
    free(unit);
    return status;
}

ot_status tops_exclude(const top_args *args, const tops *t, top_run *run,
                       ot_error *err)
{
    excluded x;
    cli_amounts out = {.n = 0};
    ot_status status = read(args->exclude, t, &x, err);

    memcpy(run->left, run->part, run->parts * sizeof *run->left);
    run->left_total = run->total;
    if (status == OT_OK) {
        status =
            cli_amounts_open(&args->common, t->held.panel, &x.how, &out, err);
    }
    if (status == OT_OK) {
        status = leave_out(t, run, &out, err);
    }
    cli_amounts_free(&out);
    return status;
}
