// SPDX-License-Identifier: GPL-3.0-or-later
// readings.c - the other ways a group of figures could have been meant.

#include "report/readings.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

typedef struct search {
    const ot_panel *panel;
    const ot_figures *figures;
    const ot_reading *own;
    const char *commodity;
    const ot_check_options *options;
    ot_found *found;
} search;

// The base of a figure moves with its period.
static ot_period base_of(const ot_claim *c, ot_period period)
{
    return ot_period_shift(period, c->base.first - c->period.first);
}

// Do all figures fit? False with *all unset where one has no value.
static bool fit_all(const ot_figures *f, const ot_view *view, ot_period period,
                    bool *all, double mid[])
{
    bool fits = true;

    for (size_t i = 0; i < f->n; i++) {
        const ot_claim *c = f->claim[i];
        const ot_measured m =
            ot__measure(c->kind, &(ot_measures){.view = view, .per = c->per},
                        period, base_of(c, period));
        if (!m.known) {
            return false;
        }
        mid[i] = m.mid;
        fits = fits && ot__judge(&c->figure, m.range) <= OT_FIT_ROUNDING;
    }
    *all = fits;
    return true;
}

// Is it a choice of another basis? Not where there is none to choose: an empty
// basis goes with any, and another flow or reporter may have only one.
static bool other_basis(const search *s, const ot_reading *r, bool one_basis)
{
    const ot_reading *own = s->own;
    const char *asked = s->options->basis != NULL ? s->options->basis : "";
    const char *basis = own->basis[0] != '\0' ? own->basis : asked;
    const bool elsewhere = own->flow != r->flow || own->reporter != r->reporter;

    return basis[0] != '\0' && r->basis[0] != '\0' &&
           strcmp(basis, r->basis) != 0 && !(elsewhere && one_basis);
}

// The same trade seen from the other side: its imports are exports here.
static bool same_flow(const ot_reading *own, const ot_reading *r)
{
    static const char *const turned[][2] = {{"export", "import"},
                                            {"import", "export"}};

    for (size_t i = 0; i < 2 && own->reporter != r->reporter; i++) {
        if (strcmp(own->flow->name, turned[i][0]) == 0) {
            return strcmp(r->flow->name, turned[i][1]) == 0;
        }
    }
    return own->flow == r->flow;
}

// What differs between two readings; the last name found, and how many.
static int changes(const search *s, const ot_reading *r, bool one_basis,
                   const char **name)
{
    const ot_reading *own = s->own;
    int n = 0;

    if (!ot_period_equal(own->period, r->period)) {
        *name = "period";
        n++;
    }
    if (!same_flow(own, r)) {
        *name = "flow";
        n++;
    }
    if (other_basis(s, r, one_basis)) {
        *name = "basis";
        n++;
    }
    if (own->release != r->release) {
        *name = "release";
        n++;
    }
    if (own->reporter != r->reporter) {
        *name = "reporter";
        n++;
    }
    return n;
}

static void try_period(search *s, const ot_view *view, ot_reading *r,
                       bool one_basis)
{
    double mid[OT_GROUP_MOST];
    const char *name = NULL;
    bool fits = false;

    const int n = changes(s, r, one_basis, &name);
    if (n == 0 || !fit_all(s->figures, view, r->period, &fits, mid)) {
        return;
    }
    s->found->tried++;
    if (!fits) {
        return;
    }
    s->found->fits++;
    if (n == 1) {
        s->found->near++;
        s->found->reading = *r;
        s->found->changed = name;
        memcpy(s->found->mid, mid, sizeof mid);
    }
}

// All runs of whole months inside a year.
static void try_year(search *s, const ot_view *view, ot_reading *r,
                     ot_period year, bool one_basis)
{
    for (int32_t from = 0; from < year.months; from++) {
        for (int32_t months = 1; from + months <= year.months; months++) {
            r->period = (ot_period){year.first + from, months};
            try_period(s, view, r, one_basis);
        }
    }
}

static void try_view(search *s, ot_reading r, bool one_basis)
{
    const int start = s->options->year_start;
    const ot_period year =
        ot_period_year_of(ot_period_last(s->own->period), start);
    ot_selection selection = {.reporter = r.reporter,
                              .partner = r.partner,
                              .flow = r.flow,
                              .basis = r.basis[0] != '\0' ? r.basis : NULL,
                              .as_of = r.release == OT_DAY_NONE ? OT_DAY_LATEST
                                                                : r.release,
                              .absence = s->options->absence};
    ot_view *view;

    const char *currency = s->options->currency;
    ot__str_copy(ot__str(s->commodity), selection.commodity,
                 sizeof selection.commodity);
    ot__str_copy(ot__str(currency != NULL ? currency : ""), selection.unit,
                 sizeof selection.unit);
    if (ot_panel_select(s->panel, &selection, &view, NULL) != OT_OK) {
        return;
    }
    try_year(s, view, &r, ot_period_shift(year, -12), one_basis);
    try_year(s, view, &r, year, one_basis);
    ot_view_free(view);
}

size_t ot__bases_of(const ot_panel *panel, ot_area reporter, ot_area partner,
                    const char *flow, const char *bases[OT_BASES_MOST])
{
    size_t n = 0;

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_key k = ot_panel_key(panel, i);
        size_t at = 0;
        if ((reporter != OT_AREA_NONE && k.reporter != reporter) ||
            (partner != OT_AREA_NONE && k.partner != partner) || k.cells == 0 ||
            strcmp(ot_flow_at(k.flow)->name, flow) != 0) {
            continue;
        }
        while (at < n && strcmp(bases[at], k.basis) != 0) {
            at++;
        }
        if (at == n && n < OT_BASES_MOST) {
            bases[n++] = k.basis;
        }
    }
    return n;
}

static void try_flow(search *s, ot_reading r, const char *name,
                     const char *bases_from)
{
    const char *bases[OT_BASES_MOST];
    const size_t n =
        ot__bases_of(s->panel, r.reporter, r.partner, bases_from, bases);

    r.flow = ot_flow_find(name, strlen(name));
    for (size_t i = 0; i < n; i++) {
        r.basis = bases[i];
        try_view(s, r, n == 1);
    }
}

static void try_release(search *s, ot_day release)
{
    const ot_reading *own = s->own;
    const ot_area parties[2][2] = {{own->reporter, own->partner},
                                   {own->partner, own->reporter}};

    for (int i = 0; i < 2; i++) {
        const ot_reading r = {.reporter = parties[i][0],
                              .partner = parties[i][1],
                              .release = release};
        try_flow(s, r, "export", "export");
        try_flow(s, r, "import", "import");
        try_flow(s, r, "turnover", "import");
    }
}

void ot__search(const ot_panel *panel, const ot_figures *figures,
                const ot_reading *own, const char *commodity,
                const ot_check_options *options, ot_day day, ot_found *found)
{
    search s = {panel, figures, own, commodity, options, found};
    const size_t releases = ot_panel_releases(panel);

    *found = (ot_found){.tried = 0};
    if (releases == 0) {
        try_release(&s, OT_DAY_NONE);
    }
    for (size_t i = 0; i < releases; i++) {
        if (ot_panel_release(panel, i) <= day) {
            try_release(&s, ot_panel_release(panel, i));
        }
    }
}
