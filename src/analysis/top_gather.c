// SPDX-License-Identifier: GPL-3.0-or-later
// top_gather.c - parts put together into groups, some of them split.

#include <math.h>
#include <stdlib.h>

#include "analysis/top.h"

static ot_i128 share_of(ot_i128 amount, double weight)
{
    // Half a part of 1e-9 is nothing that anyone publishes; what is left of it
    // goes to the last.
    return (ot_i128)nearbyintl((long double)amount * (long double)weight);
}

// What one link brings, and takes from what is left of its part.
static ot__both bring(ot__both *rest, const ot__both *whole,
                      const ot_top_link *l, bool last)
{
    ot__both b = {share_of(whole->value, l->weight),
                  share_of(whole->base, l->weight), whole->half * l->weight,
                  whole->base_half * l->weight};

    if (last) {
        b.value = rest->value;
        b.base = rest->base;
    }
    rest->value -= b.value;
    rest->base -= b.base;
    return b;
}

ot_status ot_top_gather(const ot_top_part part[], const ot_top_link link[],
                        size_t links, ot_top_part group[], size_t count[],
                        size_t n, ot_error *err)
{
    ot__both *sum = calloc(n + 1, sizeof *sum), whole = {0}, rest = {0};
    ot_status status = sum != NULL ? OT_OK
                                   : ot_fail(err, OT_E_MEMORY, NULL,
                                             "no memory for %zu groups", n);

    for (size_t i = 0; i < n; i++) {
        count[i] = 0;
    }
    for (size_t i = 0; i < links && status == OT_OK; i++) {
        const ot_top_link *l = &link[i];
        if (i == 0 || l->part != l[-1].part) {
            status = ot__both_check(&part[l->part], l->part + 1, err);
            whole = rest =
                status == OT_OK ? ot__both_of(&part[l->part]) : (ot__both){0};
        }
        const bool last = i + 1 == links || l[1].part != l->part;
        const ot__both b = bring(&rest, &whole, l, last);
        ot__both_add(&sum[l->group], &b);
        count[l->group]++;
    }
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        ot__both_take(&sum[i], &group[i]);
    }
    free(sum);
    return status;
}
