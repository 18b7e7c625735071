// SPDX-License-Identifier: GPL-3.0-or-later
// check_job.c - what of the data a claim is about: whose trade, with whom, on
// which basis.

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "claim/judge.h"
#include "report/job.h"
#include "report/readings.h"

// ---- whose ------------------------------------------------------------------

static bool is_world(ot_area area)
{
    return area != OT_AREA_NONE && ot_area_kind_of(area) == OT_AREA_WORLD;
}

static bool names_pair(const ot_claim *c)
{
    return c->reporter != OT_AREA_NONE && c->partner != OT_AREA_NONE &&
           !is_world(c->partner);
}

// A text that names nobody speaks of the pair that it named last; where it
// named none, of the only one that the data hold.
static void settle_pair(ot_job *j)
{
    const ot_claim *c = j->claim;

    j->reporter = c->reporter;
    j->partner = c->partner;
    if (c->reporter != OT_AREA_NONE ||
        (c->partner != OT_AREA_NONE && !is_world(c->partner))) {
        return;
    }
    j->partner = OT_AREA_NONE;
    for (const ot_claim *before = c; before > j->claims->claim;) {
        if (names_pair(--before)) {
            j->reporter = before->reporter;
            j->partner = before->partner;
            j->finding->who = before;
            return;
        }
    }
}

// ---- on which basis ---------------------------------------------------------

// Imports are by country of origin at their cif value, exports fob: United
// Nations, International Merchandise Trade Statistics: Concepts and Definitions
// 2010.
static const struct {
    const char *flow, *basis;
} customary[] = {{"import", "origin"}, {"import", "cif"}, {"export", "fob"}};

// The customary basis of a pair whose figures are on several; NULL: there is no
// choice, or none of them is customary.
static const char *customary_basis(const ot_job *j)
{
    const char *bases[OT_BASES_MOST];
    const ot_area partner = is_world(j->partner) ? OT_AREA_NONE : j->partner;

    for (size_t i = 0; i < sizeof customary / sizeof customary[0]; i++) {
        const size_t n = ot__bases_of(j->panel, j->reporter, partner,
                                      customary[i].flow, bases);
        for (size_t k = 0; k < n && n > 1; k++) {
            if (ot__str_lists(ot__str(bases[k]), customary[i].basis)) {
                return customary[i].basis;
            }
        }
    }
    return NULL;
}

// ---- in which currency ------------------------------------------------------

static const char *stated_currency(const ot_claim *c)
{
    return c->figure.unit.dimension == OT_DIM_MONEY ? c->figure.unit.code
                                                    : NULL;
}

// Is trade of the pair held in this currency, and in another?
static bool is_choice(const ot_job *j, const char *currency)
{
    bool held = false, other = false;

    for (size_t i = 0; i < ot_panel_keys(j->panel); i++) {
        const ot_key k = ot_panel_key(j->panel, i);
        if (k.unit.dimension == OT_DIM_MONEY &&
            (j->reporter == OT_AREA_NONE || k.reporter == j->reporter)) {
            const bool same = strcmp(k.unit.code, currency) == 0;
            held = held || same;
            other = other || !same;
        }
    }
    return held && other;
}

// That of the figure, else of a figure said with it, else of the options.
static void settle_currency(ot_job *j)
{
    const char *currency = stated_currency(j->claim);

    for (size_t i = 0; i < j->claims->n && currency == NULL; i++) {
        const ot_claim *other = &j->claims->claim[i];
        if (ot__said_together(j->claim, other)) {
            currency = stated_currency(other);
        }
    }
    currency = currency != NULL ? currency : j->options.currency;
    j->options.currency =
        currency != NULL && is_choice(j, currency) ? currency : NULL;
}

void ot__job_settle(ot_job *j)
{
    const ot_claim *c = j->claim;

    settle_pair(j);
    settle_currency(j);
    j->flow = c->flow;
    if (c->basis[0] != '\0') {
        j->options.basis = c->basis;
    } else if (j->options.basis == NULL) {
        j->options.basis = customary_basis(j);
        j->finding->customary = j->options.basis;
    }
}

// ---- its views --------------------------------------------------------------

static bool lacks(ot_job *j, const char *what)
{
    snprintf(j->finding->why, sizeof j->finding->why, "%s is not said", what);
    return true;
}

// A text's "excluding gold" is not looked up among figures of all goods.
static bool is_on_other_basis(ot_job *j)
{
    const ot_claim *c = j->claim;

    if (c->said.line == 0 || c->basis[0] == '\0') {
        return false;
    }
    for (size_t i = 0; i < ot_panel_keys(j->panel); i++) {
        if (ot__str_same(ot__str(ot_panel_key(j->panel, i).basis), c->basis)) {
            return false;
        }
    }
    snprintf(j->finding->why, sizeof j->finding->why,
             "it is of another series (%.60s), which the data do not have",
             c->basis);
    return true;
}

// Is a piece missing without which nothing can be looked up?
static bool incomplete(ot_job *j)
{
    const ot_claim *c = j->claim;

    if (is_on_other_basis(j)) {
        return true;
    }

    if (c->period.months == 0) {
        return lacks(j, "the period");
    }
    if (c->flow == NULL) {
        return lacks(j, "the flow");
    }
    if (ot__is_share_over_time(c)) {
        snprintf(j->finding->why, sizeof j->finding->why,
                 "it is a share of another period's, which is not looked up");
        return true;
    }
    return false;
}

ot_selection ot__job_selection(const ot_job *j, ot_area partner)
{
    ot_selection s = {.reporter = j->reporter,
                      .partner = partner,
                      .flow = j->flow,
                      .basis = j->options.basis,
                      .as_of = j->day,
                      .absence = j->options.absence};

    ot__str_copy(ot__str(j->claim->commodity), s.commodity, sizeof s.commodity);
    ot__str_copy(
        ot__str(j->options.currency != NULL ? j->options.currency : ""), s.unit,
        sizeof s.unit);
    return s;
}

static bool names_commodity(const char *commodity)
{
    return commodity != NULL && commodity[0] != '\0';
}

bool ot__has_other_base(const ot_claim *c)
{
    return c->base_flow != NULL || c->base_partner != OT_AREA_NONE ||
           names_commodity(c->base_commodity);
}

// A sum of the partners that happen to be there is no world.
static bool is_sum_of_partners(const ot_view *view)
{
    return is_world(ot_view_partner(view)) && ot_view_partners_added(view) > 0;
}

static ot_selection base_selection(const ot_job *j)
{
    const ot_claim *c = j->claim;
    ot_selection s = ot__job_selection(
        j, c->base_partner != OT_AREA_NONE ? c->base_partner : j->partner);

    s.flow = c->base_flow != NULL ? c->base_flow : s.flow;
    if (names_commodity(c->base_commodity)) {
        ot__str_copy(ot__str(c->base_commodity), s.commodity,
                     sizeof s.commodity);
    }
    return s;
}

// What a share is taken of: what is named, else the world, else all goods.
static ot_selection whole_selection(const ot_job *j)
{
    ot_selection s = ot__job_selection(j, ot_area_find("WLD", 3));

    if (ot__has_other_base(j->claim)) {
        return base_selection(j);
    }
    if (is_world(ot_view_partner(j->view))) {
        ot__str_copy(ot__str("TOTAL"), s.commodity, sizeof s.commodity);
    }
    return s;
}

static bool open_others(ot_job *j)
{
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;
    ot_error err = {0};

    if (c->kind == OT_CLAIM_SHARE || c->kind == OT_CLAIM_SHARE_CHANGE) {
        const ot_selection s = whole_selection(j);
        const bool of_itself =
            s.partner == ot_view_partner(j->view) && s.flow == j->flow &&
            strcmp(s.commodity, ot_view_commodity(j->view)) == 0;
        if (!of_itself) {
            (void)ot_panel_select(j->panel, &s, &j->whole, NULL);
        }
        if (j->whole != NULL && is_sum_of_partners(j->whole)) {
            ot_view_free(j->whole);
            j->whole = NULL;
        }
    } else if (ot__has_other_base(c)) {
        const ot_selection s = base_selection(j);
        if (ot_panel_select(j->panel, &s, &j->against, &err) != OT_OK) {
            snprintf(f->why, sizeof f->why, "%.200s", err.message);
            return false;
        }
    }
    return true;
}

static bool open_views(ot_job *j)
{
    const ot_selection s = ot__job_selection(j, j->partner);
    ot_finding *f = j->finding;
    ot_error err = {0};

    if (ot_panel_select(j->panel, &s, &j->view, &err) != OT_OK) {
        snprintf(f->why, sizeof f->why, "%.200s", err.message);
        return false;
    }
    if (is_sum_of_partners(j->view)) {
        const size_t added = ot_view_partners_added(j->view);
        snprintf(f->why, sizeof f->why,
                 "the files hold %zu partner%s, and no total with the world",
                 added, added == 1 ? "" : "s");
        return false;
    }
    return open_others(j);
}

// The newest release known on the day: what a release by itself is compared
// with.
static ot_day newest_release(const ot_panel *panel, ot_day day)
{
    ot_day newest = OT_DAY_NONE;

    for (size_t i = 0; i < ot_panel_releases(panel); i++) {
        if (ot_panel_release(panel, i) <= day) {
            newest = ot_panel_release(panel, i);
        }
    }
    return newest;
}

static void describe(ot_job *j)
{
    ot_finding *f = j->finding;

    f->own = (ot_reading){.reporter = ot_view_reporter(j->view),
                          .partner = ot_view_partner(j->view),
                          .flow = ot_view_flow(j->view),
                          .basis = ot_view_basis(j->view),
                          .period = j->claim->period,
                          .release = newest_release(j->panel, j->day)};
    f->months_to = ot_period_last(ot_view_span(j->view));
    f->formula = ot__measure_formula(j->claim->kind);
}

bool ot__job_open(ot_job *j)
{
    ot_finding *f = j->finding;

    if (incomplete(j) || !open_views(j)) {
        return false;
    }
    describe(j);
    if (f->own.basis[0] == '\0') {
        f->customary = NULL; // its flow is on one basis
    }
    return ot__comparable(j->claim, ot_view_unit(j->view), f->why,
                          sizeof f->why);
}

void ot__job_close(ot_job *j)
{
    ot_view_free(j->view);
    ot_view_free(j->whole);
    ot_view_free(j->against);
    j->view = j->whole = j->against = NULL;
}
