// SPDX-License-Identifier: GPL-3.0-or-later
// add_late.c - the rows of a file added up one after another, on one thread:
// from its first record on, or from where it turned out to be long.
#include <stdlib.h>

#include "data/adder.h"
#include "data/reader.h"

typedef struct ot_late {
    pthread_mutex_t lock; // as an adder wants it; nobody else holds it
    ot_adder adder;
    bool *wanted;
} ot_late;

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_reader *r = context;
    ot_error here = {0};

    if (record->line <= r->rows.plan.header_line) {
        return OT_OK;
    }
    const ot_status status = ot__adder_add(&r->late->adder, record, &here);
    if (status == OT_OK) {
        return OT_OK;
    }
    if (status == OT_E_MEMORY || here.place.path == NULL) {
        return ot_fail(err, status, &here.place, "%s", here.message);
    }
    return ot__reader_bad(r, &here, 1, err);
}

static void progress(void *context)
{
    ot_reader *r = context;

    // Rows of both, for who looks at them.
    r->rows.tally.rows += r->late->adder.rows.tally.rows;
    ot__reader_progress(r);
    r->rows.tally.rows -= r->late->adder.rows.tally.rows;
}

ot_status ot__reader_add_late(ot_reader *r, ot_error *err)
{
    ot_late *l = calloc(1, sizeof *l);
    bool *wanted = calloc(r->rows.plan.names + 1, sizeof *wanted);

    if (l == NULL || wanted == NULL) {
        free(l);
        free(wanted);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
    }
    l->wanted = wanted;
    r->late = l;
    pthread_mutex_init(&l->lock, NULL);
    ot__adder_wants(r->rows.options->groups, &r->rows.plan, wanted);
    r->csv->wanted = wanted;
    r->csv->see = see;
    r->csv->progress = progress;
    return ot__adder_init(&l->adder, r->rows.options->groups, &r->rows,
                          &l->lock, err);
}

ot_status ot__reader_end_late(ot_reader *r, ot_error *err)
{
    ot_groups *g = r->rows.options->groups;
    ot_late *l = r->late;
    const bool good = ot__store_absorb(&g->pending, &l->adder.store);

    ot__tally_add(&r->rows.tally, &l->adder.rows.tally);
    g->pending_scales |= l->adder.brought.scales;
    for (int k = 0; k < OT_ROLES; k++) {
        ot_understood *u = &r->rows.understood[k];
        u->latin1 = u->latin1 || l->adder.rows.understood[k].latin1;
    }
    ot__adder_free(&l->adder);
    pthread_mutex_destroy(&l->lock);
    free(l->wanted);
    free(l);
    r->late = NULL;
    return good ? OT_OK : ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
}
