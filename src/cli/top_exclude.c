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

static ot_status take_off(ot_top_part *p, const ot_slices *slices, size_t i,
                          const tops *t, ot_error *err)
{
    const ot_period periods[] = {t->period, t->base};
    ot_value v[2];
    const ot_status status =
        ot_slices_values(slices, i, periods, 2, v, NULL, err);

    if (status != OT_OK) {
        return status;
    }
    if (isnan(v[0].y) || isnan(v[1].y)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "--exclude: what is left out has no value in both "
                       "periods (%s)",
                       ot_state_name(isnan(v[0].y) ? v[0].state : v[1].state));
    }
    p->value -= v[0].y;
    p->base -= v[1].y;
    p->half += v[0].half;
    p->base_half += v[1].half;
    return OT_OK;
}

// Both lists are in the same order, so that one walk finds all.
static ot_status subtract(tops *t, const ot_slices *out, ot_error *err)
{
    const size_t n = ot_slices_count(out);
    ot_status status = OT_OK;

    for (size_t k = 0, i = 0; i < t->parts && status == OT_OK; i++) {
        const ot_slice in = ot_slices_at(t->slices, t->slice[i]);
        for (size_t j = k; j < n; j++) {
            const ot_slice s = ot_slices_at(out, j);
            if (belongs(t, &s, &in)) {
                const ot_top_part before = t->left[i];
                status = take_off(&t->left[i], out, j, t, err);
                t->left_total.value += t->left[i].value - before.value;
                t->left_total.base += t->left[i].base - before.base;
                t->left_total.half += t->left[i].half - before.half;
                t->left_total.base_half +=
                    t->left[i].base_half - before.base_half;
                k = j + 1;
                break;
            }
        }
    }
    return status;
}

static ot_status leave_out(tops *t, const char *text, ot_error *err)
{
    excluded x;
    ot_slices *out = NULL;
    ot_status status = read(text, t, &x, err);

    if (status == OT_OK) {
        status = ot_slices_new(t->held.panel, &x.how, &out, err);
    }
    if (status == OT_OK) {
        status = subtract(t, out, err);
    }
    ot_slices_free(out);
    return status;
}

ot_status tops_exclude(const top_args *args, tops *t, ot_error *err)
{
    ot_status status = OT_OK;

    if (args->exclude == NULL) {
        return OT_OK;
    }
    t->left = malloc((t->parts + 1) * sizeof *t->left);
    if (t->left == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    memcpy(t->left, t->part, t->parts * sizeof *t->left);
    t->left_total = t->total;
    status = leave_out(t, args->exclude, err);
    return status == OT_OK ? ot_top_again(&t->top, t->left, t->parts,
                                          t->published ? &t->left_total : NULL,
                                          &t->without, err)
                           : status;
}
