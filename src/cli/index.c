// SPDX-License-Identifier: GPL-3.0-or-later
// index.c - values and quantities of the same keys, for outturn index.

#include "cli/index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- which quantity belongs to a value -------------------------------------

// By codes: areas that the table does not know have numbers of their own in
// each panel.
typedef struct name {
    const char *reporter, *partner, *commodity;
    const ot_flow *flow;
    size_t i;
} name;

static const char *code_of(const ot_panel *p, ot_area area)
{
    return area == OT_AREA_NONE ? "" : ot_panel_area_code(p, area);
}

static name name_of(const ot_panel *p, const ot_slices *s, size_t i)
{
    const ot_slice at = ot_slices_at(s, i);

    return (name){code_of(p, at.reporter), code_of(p, at.partner), at.commodity,
                  at.flow, i};
}

static int compare(const void *left, const void *right)
{
    const name *a = left, *b = right;
    int order = strcmp(a->reporter, b->reporter);

    order = order != 0 ? order : strcmp(a->partner, b->partner);
    order = order != 0 ? order : strcmp(a->commodity, b->commodity);
    return order != 0 ? order : strcmp(a->flow->name, b->flow->name);
}

static ot_status pair(index_data *d, ot_error *err)
{
    const size_t n = d->quantities_of.n;
    name *names = malloc((n + 1) * sizeof *names);

    d->quantity = malloc((d->amounts.n + 1) * sizeof *d->quantity);
    if (names == NULL || d->quantity == NULL) {
        free(names);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        names[i] = name_of(d->quantities, d->quantities_of.slices, i);
    }
    qsort(names, n, sizeof *names, compare);
    for (size_t i = 0; i < d->amounts.n; i++) {
        const name key = name_of(d->values, d->amounts.slices, i);
        const name *found = bsearch(&key, names, n, sizeof *names, compare);
        d->quantity[i] = found != NULL ? found->i : SIZE_MAX;
    }
    free(names);
    return OT_OK;
}

// ---- reading ---------------------------------------------------------------

static ot_status read_values(const common_args *args, const char *by,
                             cli_run *cli, index_data *d, ot_error *err)
{
    common_args a = *args;

    a.measure = "value";
    ot_status status = cli_read(&a, cli, &d->values, err);
    if (status == OT_OK) {
        status = cli_slicing_read(&a, by, d->values, &d->cut, err);
    }
    if (status == OT_OK) {
        status = cli_amounts_open(&a, d->values, &d->cut.how, &d->amounts, err);
    }
    return status;
}

static ot_status read_quantities(const common_args *args, const char *by,
                                 cli_run *cli, index_data *d, ot_error *err)
{
    common_args a = *args;

    a.measure = args->measure != NULL ? args->measure : "netweight";
    a.in = NULL;
    a.rejects = NULL; // written once, of the values
    ot_status status = cli_read_again(&a, cli, &d->quantities, err);
    if (status == OT_OK) {
        status =
            cli_slicing_read(&a, by, d->quantities, &d->cut_quantities, err);
    }
    if (status != OT_OK) {
        return status;
    }
    ot_slicing *how = &d->cut_quantities.how;
    how->flow = d->cut.how.flow;
    how->flows = d->cut.how.flows;
    how->whole.flow = d->cut.how.whole.flow;
    return cli_amounts_open(&a, d->quantities, how, &d->quantities_of, err);
}

ot_status index_open(const common_args *args, const char *by, cli_run *cli,
                     index_data *d, ot_error *err)
{
    ot_buf all = {0};

    *d = (index_data){.values = NULL};
    ot__buf_format(&all, "%s,flow", by);
    ot_status status = read_values(args, ot__buf_cstr(&all), cli, d, err);
    if (status == OT_OK) {
        status = read_quantities(args, ot__buf_cstr(&all), cli, d, err);
    }
    ot__buf_free(&all);
    return status == OT_OK ? pair(d, err) : status;
}

void index_free(index_data *d)
{
    free(d->quantity);
    cli_amounts_free(&d->amounts);
    cli_amounts_free(&d->quantities_of);
    cli_slicing_free(&d->cut);
    cli_slicing_free(&d->cut_quantities);
    ot_panel_free(d->values);
    ot_panel_free(d->quantities);
}

// ---- the items of a flow ---------------------------------------------------

// Of all slices: 0 in the base period, 1 in the other.
typedef struct figures {
    ot_value *v[2], *q[2];
    ot_unit *unit[2], *per[2];
} figures;

static bool make_figures(figures *f, size_t values, size_t quantities)
{
    bool ok = true;

    for (int k = 0; k < 2; k++) {
        f->v[k] = calloc(values + 1, sizeof *f->v[k]);
        f->unit[k] = calloc(values + 1, sizeof *f->unit[k]);
        f->q[k] = calloc(quantities + 1, sizeof *f->q[k]);
        f->per[k] = calloc(quantities + 1, sizeof *f->per[k]);
        ok = ok && f->v[k] != NULL && f->unit[k] != NULL && f->q[k] != NULL &&
             f->per[k] != NULL;
    }
    return ok;
}

static void free_figures(figures *f)
{
    for (int k = 0; k < 2; k++) {
        free(f->v[k]);
        free(f->unit[k]);
        free(f->q[k]);
        free(f->per[k]);
    }
}

static ot_status read_figures(index_data *d, const index_run *run, figures *f,
                              ot_error *err)
{
    const ot_period period[2] = {run->base, run->period};
    ot_status status = OT_OK;

    for (int k = 0; k < 2 && status == OT_OK; k++) {
        status = cli_amounts_in(&d->amounts, run->flow, &period[k], 1, f->v[k],
                                f->unit[k], err);
        if (status == OT_OK) {
            status = cli_amounts_in(&d->quantities_of, run->flow, &period[k], 1,
                                    f->q[k], f->per[k], err);
        }
    }
    return status;
}

// All values are in one unit.
static ot_status keep_unit(index_data *d, ot_unit unit, ot_error *err)
{
    if (unit.code[0] != '\0' && d->unit.code[0] == '\0') {
        d->unit = unit;
    }
    if (unit.code[0] != '\0' && !ot_unit_same_base(unit, d->unit)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "values in %s and in %s do not add up: choose with --in",
                       d->unit.code, unit.code);
    }
    return OT_OK;
}

// A month that has a value and no row of quantities is no month of nothing.
static ot_value whole_only(ot_value quantity, const ot_value *value)
{
    if (quantity.absent > value->absent) {
        quantity.y = NAN;
    }
    return quantity;
}

static ot_status add_item(index_data *d, index_run *run, const figures *f,
                          size_t i, ot_error *err)
{
    const size_t q = d->quantity[i];
    ot_item *item = &run->item[run->n];
    ot_status status = keep_unit(d, f->unit[0][i], err);

    if (status == OT_OK) {
        status = keep_unit(d, f->unit[1][i], err);
    }
    *item = (ot_item){.base_value = f->v[0][i],
                      .value = f->v[1][i],
                      .base_quantity = {.y = NAN},
                      .quantity = {.y = NAN}};
    if (q != SIZE_MAX) {
        item->base_quantity = whole_only(f->q[0][q], &f->v[0][i]);
        item->quantity = whole_only(f->q[1][q], &f->v[1][i]);
        run->per[run->n] = f->per[1][q];
    }
    run->slice[run->n++] = i;
    return status;
}

static ot_status add_items(index_data *d, index_run *run, ot_error *err)
{
    figures f = {.v = {NULL, NULL}};
    ot_status status = make_figures(&f, d->amounts.n, d->quantities_of.n)
                           ? read_figures(d, run, &f, err)
                           : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");

    for (size_t i = 0; i < d->amounts.n && status == OT_OK; i++) {
        if (ot_slices_at(d->amounts.slices, i).flow == run->flow) {
            status = add_item(d, run, &f, i, err);
        }
    }
    free_figures(&f);
    return status;
}

ot_status index_work(index_data *d, index_run *run, double cutoff,
                     ot_error *err)
{
    ot_status status = OT_OK;
    ot_error inner = {0};

    run->n = 0;
    run->item = calloc(d->amounts.n + 1, sizeof *run->item);
    run->per = calloc(d->amounts.n + 1, sizeof *run->per);
    run->slice = calloc(d->amounts.n + 1, sizeof *run->slice);
    if (run->item == NULL || run->per == NULL || run->slice == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    status = add_items(d, run, err);
    if (status != OT_OK) {
        return status;
    }
    status = ot_price_index_of(run->item, run->n, cutoff, &run->index, &inner);
    run->known = status == OT_OK;
    ot__str_copy(ot__str(inner.message), run->why, sizeof run->why);
    return status == OT_E_MEMORY ? ot_fail(err, status, NULL, "%s", run->why)
                                 : OT_OK;
}

void index_run_free(index_run *run)
{
    free(run->item);
    free(run->per);
    free(run->slice);
    run->item = NULL;
    run->per = NULL;
    run->slice = NULL;
}
