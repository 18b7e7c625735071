// SPDX-License-Identifier: GPL-3.0-or-later
// conflict.c - which rows cannot hold together.

#include <stdlib.h>
#include <string.h>

#include "claim/solve.h"

typedef struct filter {
    const ot_lp *lp;
    bool *out; // owners left out so far
    bool *conflict;
    ot_status (*ask)(const ot_lp *, const bool[], bool *, ot_error *);
    ot_error *err;
    ot_status status;
} filter;

// Owners from .. to - 1 that are not needed are left out, all at once where
// none is: what one by one would leave out, too, as a conflict without some of
// them is one without any fewer.
static void leave_out(filter *f, size_t from, size_t to)
{
    size_t left = 0, last = from;
    bool feasible = false;

    for (size_t i = from; i < to; i++) {
        left += !f->out[i];
        last = f->out[i] ? last : i;
    }
    if (left == 0 || f->status != OT_OK) {
        return;
    }
    bool *was = malloc((to - from) * sizeof *was);
    if (was == NULL) {
        f->status =
            ot_fail(f->err, OT_E_MEMORY, NULL, "no memory for a conflict");
        return;
    }
    memcpy(was, f->out + from, (to - from) * sizeof *was);
    memset(f->out + from, true, (to - from) * sizeof *was);
    f->status = f->ask(f->lp, f->out, &feasible, f->err);
    if (f->status == OT_OK && feasible) {
        memcpy(f->out + from, was, (to - from) * sizeof *was);
        if (left == 1) {
            f->conflict[last] = true;
        } else {
            leave_out(f, from, from + (to - from) / 2);
            leave_out(f, from + (to - from) / 2, to);
        }
    }
    free(was);
}

// A conflict of all owners but those of out[], which comes to hold all that are
// not in it. False: they can hold.
static bool find_conflict(filter *f, size_t owners)
{
    bool feasible = true;

    memset(f->conflict, false, owners * sizeof *f->conflict);
    if (f->status == OT_OK) {
        f->status = f->ask(f->lp, f->out, &feasible, f->err);
    }
    if (f->status == OT_OK && !feasible) {
        leave_out(f, 0, owners);
    }
    return f->status == OT_OK && !feasible;
}

static void begin(filter *f, const bool skip[], size_t owners)
{
    for (size_t i = 0; i < owners; i++) {
        f->out[i] = skip != NULL && skip[i];
    }
}

// Doubles find a few owners; among these exact arithmetic finds the conflict,
// and among all where doubles were wrong.
ot_status ot__solve_conflict(const ot_lp *lp, const bool skip[], size_t owners,
                             bool conflict[], ot_error *err)
{
    filter f = {lp,       calloc(owners + 1, sizeof *f.out),
                conflict, ot__solve_search,
                err,      OT_OK};

    if (f.out == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a conflict");
    }
    begin(&f, skip, owners);
    const bool hint = find_conflict(&f, owners);
    f.ask = ot__solve_feasible;
    if (!hint || !find_conflict(&f, owners)) {
        begin(&f, skip, owners);
        (void)find_conflict(&f, owners);
    }
    free(f.out);
    return f.status;
}
