// SPDX-License-Identifier: GPL-3.0-or-later
// unpublished.c - files in which a month not yet published is 0: where all
// figures of a month are 0, there are none, and the year is the year to date.

#include <stdlib.h>

#include "data/panel.h"

typedef struct months {
    int32_t first, count;
    bool *seen; // flow by flow, month by month: a figure that is not 0
} months;

static bool *seen_at(const months *m, const ot_panel *p, const ot_pcell *c)
{
    const size_t flow = p->key[c->key].flow;

    return &m->seen[flow * (size_t)m->count + (size_t)(c->first - m->first)];
}

static bool find_months(const ot_panel *p, size_t from, months *m)
{
    int32_t last = INT32_MIN;

    m->first = INT32_MAX;
    for (size_t i = from; i < p->cells; i++) {
        const ot_pcell *c = &p->cell[i];
        const int32_t end = c->first + c->months - 1;
        m->first = c->first < m->first ? c->first : m->first;
        last = end > last ? end : last;
    }
    m->count = last - m->first + 1;
    m->seen = calloc(OT_FLOWS_HELD * (size_t)m->count, sizeof *m->seen);
    for (size_t i = from; m->seen != NULL && i < p->cells; i++) {
        const ot_pcell *c = &p->cell[i];
        if (c->months == 1 && c->amount != 0) {
            *seen_at(m, p, c) = true;
        }
    }
    return m->seen != NULL;
}

// How many months of a year were published, from its start.
static int16_t published(const months *m, const ot_panel *p, const ot_pcell *c)
{
    const bool *seen = seen_at(m, p, c);
    int16_t n = 0;

    while (n < c->months && seen[n]) {
        n++;
    }
    return n;
}

bool ot__drop_unpublished(ot_panel *p, size_t from, ot_tally *tally)
{
    months m;
    size_t n = from;
    bool good = true;

    if (from == p->cells) {
        return true;
    }
    if (!find_months(p, from, &m)) {
        return false;
    }
    for (size_t i = from; i < p->cells; i++) {
        ot_pcell *c = &p->cell[i];
        const int16_t known = published(&m, p, c);
        if (known == 0 && c->amount == 0) {
            good = good && ot__figure_unpublished(p, tally, c);
            continue;
        }
        c->months = c->months > 1 && known > 0 ? known : c->months;
        p->cell[n++] = *c;
    }
    p->cells = n;
    free(m.seen);
    return good;
}
