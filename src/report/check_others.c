// SPDX-License-Identifier: GPL-3.0-or-later
// check_others.c - where a claim's own reading does not hold: the one other
// reading that all figures said with it fit.

#include <string.h>

#include "report/job.h"
#include "report/readings.h"

static bool searchable(const ot_claim *c)
{
    return c->modality == OT_STATED && !ot__has_other_base(c) &&
           (c->kind == OT_CLAIM_LEVEL || c->kind == OT_CLAIM_CHANGE ||
            c->kind == OT_CLAIM_GROWTH || c->kind == OT_CLAIM_MULTIPLE ||
            c->kind == OT_CLAIM_AVERAGE);
}

// Are two claims said together, about the same trade and period?
bool ot__said_together(const ot_claim *a, const ot_claim *b)
{
    return a == b ||
           (a->group[0] != '\0' && strcmp(a->group, b->group) == 0 &&
            a->reporter == b->reporter && a->partner == b->partner &&
            a->flow == b->flow && strcmp(a->commodity, b->commodity) == 0 &&
            strcmp(a->basis, b->basis) == 0 &&
            ot_period_equal(a->period, b->period));
}

static ot_figures figures_with(const ot_claims *claims, const ot_claim *c)
{
    ot_figures f = {.n = 0};

    for (size_t i = 0; i < claims->n && f.n < OT_GROUP_MOST; i++) {
        if (searchable(&claims->claim[i]) &&
            ot__said_together(c, &claims->claim[i])) {
            f.claim[f.n++] = &claims->claim[i];
        }
    }
    return f;
}

// Do the other figures of the group hold in their own reading?
static bool others_hold(const ot_job *j, const ot_figures *figures)
{
    for (size_t i = 0; i < figures->n; i++) {
        const ot_claim *c = figures->claim[i];
        if (c != j->claim) {
            const ot_measured m = ot__measure(
                c->kind, &(ot_measures){.view = j->view, .per = c->per},
                c->period, c->base);
            if (!m.known || ot__judge(&c->figure, m.range) == OT_FIT_NONE) {
                return false;
            }
        }
    }
    return true;
}

// Thousand, million and billion are confused: does the figure fit in its own
// reading under another word of scale?
static bool fits_other_scale(ot_job *j, const ot_figures *figures)
{
    static const double factors[] = {1e-3, 1e3, 1e-6, 1e6};
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;

    if (!f->known || !ot__kind_is_amount(c->kind) || !others_hold(j, figures)) {
        return false;
    }
    for (size_t i = 0; i < sizeof factors / sizeof factors[0]; i++) {
        const ot_interval usual =
            ot_interval_scale(c->figure.usual, factors[i]);
        if (ot_interval_meets(usual, f->range)) {
            f->verdict = OT_FITS_ANOTHER;
            f->changed = "unit";
            f->other = f->own;
            f->other_mid = f->mid;
            return true;
        }
    }
    return false;
}

// Looks for the one other reading that all figures of the group fit.
static void search_others(ot_job *j, const ot_figures *figures)
{
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;
    ot_found found;

    ot__search(j->panel, figures, &f->own, ot_view_commodity(j->view),
               &j->options, j->day, &found);
    f->group = figures->n;
    f->tried = found.tried;
    f->fits = found.fits;
    f->near = found.near;
    // Two figures that fit together are evidence; a lone one only where nothing
    // else fits.
    const bool enough = found.near == 1 && (figures->n > 1 || found.fits == 1);
    if (!enough) {
        return;
    }
    f->verdict = OT_FITS_ANOTHER;
    f->other = found.reading;
    f->changed = found.changed;
    for (size_t i = 0; i < figures->n; i++) {
        if (figures->claim[i] == c) {
            f->other_mid = found.mid[i];
        }
    }
}

void ot__judge_others(ot_job *j)
{
    const ot_figures figures = figures_with(j->claims, j->claim);
    const ot_finding *f = j->finding;

    if (searchable(j->claim)) {
        if (fits_other_scale(j, &figures)) {
            return;
        }
        search_others(j, &figures);
    }
    if (f->verdict == OT_DIFFERS && f->known && f->fits == 0 &&
        j->claim->kind != OT_CLAIM_RANK && j->claim->kind != OT_CLAIM_RUN) {
        ot__judge_slips(j, &figures, others_hold(j, &figures));
    }
}
