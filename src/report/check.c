// SPDX-License-Identifier: GPL-3.0-or-later
// check.c - claims against a panel: the own reading first, then other readings
// of the figures said together, then, for projections, outcomes and landings.

#include "outturn/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/job.h"
#include "report/readings.h"

static const struct {
    const char *id, *word;
} verdicts[OT_VERDICTS] = {{"adds-up", "ADDS UP"},
                           {"clashes", "CLASHES"},
                           {"agrees", "AGREES"},
                           {"differs", "DIFFERS"},
                           {"fits-another", "FITS ANOTHER"},
                           {"not-checked", "NOT CHECKED"},
                           {"low", "LOW"},
                           {"in-range", "IN RANGE"},
                           {"high", "HIGH"}};

const char *ot_verdict_id(ot_verdict verdict)
{
    return verdicts[verdict].id;
}

const char *ot_verdict_word(ot_verdict verdict)
{
    return verdicts[verdict].word;
}

const char *ot_only_if_id(ot_only_if only_if)
{
    static const char *const ids[] = {"", "rounding", "truncated", "loosely",
                                      "reading"};

    return ids[only_if];
}

// ---- the own reading --------------------------------------------------------

static bool lacks(ot_job *j, const char *what)
{
    snprintf(j->finding->why, sizeof j->finding->why, "%s is not said", what);
    return true;
}

// Is a piece missing without which nothing can be looked up?
static bool incomplete(ot_job *j)
{
    const ot_claim *c = j->claim;

    if (c->period.months == 0) {
        return lacks(j, "the period");
    }
    if (c->flow == NULL) {
        return lacks(j, "the flow");
    }
    return false;
}

static ot_selection selection_of(const ot_job *j, ot_area partner)
{
    const ot_claim *c = j->claim;
    ot_selection s = {.reporter = c->reporter,
                      .partner = partner,
                      .flow = c->flow,
                      .basis =
                          c->basis[0] != '\0' ? c->basis : j->options->basis,
                      .as_of = j->day,
                      .absence = j->options->absence};

    ot__str_copy(ot__str(c->commodity), s.commodity, sizeof s.commodity);
    return s;
}

static bool open_views(ot_job *j)
{
    const ot_claim *c = j->claim;
    ot_selection s = selection_of(j, c->partner);
    ot_error err = {0};

    if (ot_panel_select(j->panel, &s, &j->view, &err) != OT_OK) {
        snprintf(j->finding->why, sizeof j->finding->why, "%.200s",
                 err.message);
        return false;
    }
    if (c->kind == OT_CLAIM_SHARE || c->kind == OT_CLAIM_SHARE_CHANGE) {
        s = selection_of(j, ot_area_find("WLD", 3));
        (void)ot_panel_select(j->panel, &s, &j->whole, NULL);
        // A sum of the partners that happen to be there is no world.
        if (j->whole != NULL && ot_view_partners_added(j->whole) > 0) {
            ot_view_free(j->whole);
            j->whole = NULL;
        }
    }
    return true;
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

static void describe_own(ot_job *j)
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

void ot__judge_own(ot_job *j)
{
    static const ot_only_if needs[] = {OT_ONLY_IF_NOTHING, OT_ONLY_IF_ROUNDING,
                                       OT_ONLY_IF_TRUNCATED,
                                       OT_ONLY_IF_LOOSELY};
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;
    const ot_measured m =
        ot__measure(c->kind, j->view, j->whole, c->period, c->base);

    f->known = m.known;
    f->mid = m.mid;
    f->range = m.range;
    f->value = m.value;
    f->base = m.base;
    if (!m.known) {
        memcpy(f->why, m.why, sizeof m.why);
        return;
    }
    const ot_fit fit = ot__judge(&c->figure, m.range);
    f->verdict = fit == OT_FIT_NONE ? OT_DIFFERS : OT_AGREES;
    f->only_if = fit == OT_FIT_NONE ? OT_ONLY_IF_NOTHING : needs[fit];
}

// ---- other readings ---------------------------------------------------------

static bool searchable(const ot_claim *c)
{
    return c->modality == OT_STATED &&
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
            const ot_measured m =
                ot__measure(c->kind, j->view, NULL, c->period, c->base);
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
static void search_others(ot_job *j)
{
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;
    const ot_figures figures = figures_with(j->claims, c);
    ot_found found;

    if (fits_other_scale(j, &figures)) {
        return;
    }
    ot__search(j->panel, &figures, &f->own, ot_view_commodity(j->view),
               j->options, j->day, &found);
    f->group = figures.n;
    f->tried = found.tried;
    f->fits = found.fits;
    f->near = found.near;
    // Two figures that fit together are evidence; a lone one only where nothing
    // else fits.
    const bool enough = found.near == 1 && (figures.n > 1 || found.fits == 1);
    if (!enough) {
        return;
    }
    f->verdict = OT_FITS_ANOTHER;
    f->other = found.reading;
    f->changed = found.changed;
    for (size_t i = 0; i < figures.n; i++) {
        if (figures.claim[i] == c) {
            f->other_mid = found.mid[i];
        }
    }
}

// ---- one claim, all claims --------------------------------------------------

static void judge_readings(ot_job *j)
{
    if (j->claim->modality != OT_STATED) {
        ot__judge_projection(j);
        return;
    }
    ot__judge_own(j);
    if (j->finding->verdict != OT_AGREES && searchable(j->claim)) {
        search_others(j);
    }
}

void ot__finding_begin(ot_finding *f)
{
    *f = (ot_finding){.verdict = OT_NOT_CHECKED,
                      .mid = NAN,
                      .range = ot_interval_none(),
                      .value = {.y = NAN},
                      .base = {.y = NAN},
                      .own = {.basis = ""},
                      .other = {.basis = ""},
                      .other_mid = NAN,
                      .spread_lo = NAN,
                      .spread_hi = NAN};
}

static void judge(ot_job *j)
{
    ot_finding *f = j->finding;

    ot__finding_begin(f);
    if (incomplete(j) || !open_views(j)) {
        return;
    }
    describe_own(j);
    if (ot__comparable(j->claim, ot_view_unit(j->view), f->why,
                       sizeof f->why)) {
        judge_readings(j);
    }
    ot_view_free(j->view);
    ot_view_free(j->whole);
}

static int choose_columns(const ot_panel *panel, ot_day date, ot_day day[2])
{
    const bool two = date != OT_DAY_LATEST && ot_panel_releases(panel) > 0;

    day[0] = two ? date : OT_DAY_LATEST;
    day[1] = OT_DAY_LATEST;
    return two ? 2 : 1;
}

ot_status ot_check(const ot_claims *claims, const ot_panel *panel,
                   const ot_check_options *options, ot_checking **checking,
                   ot_error *err)
{
    ot_checking *out = calloc(1, sizeof *out);

    if (out != NULL) {
        out->n = claims->n;
        out->columns = choose_columns(panel, options->date, out->day);
        out->finding = calloc(2 * claims->n + 1, sizeof *out->finding);
    }
    if (out == NULL || out->finding == NULL) {
        free(out);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
    }
    for (size_t i = 0; i < claims->n; i++) {
        for (int k = 0; k < out->columns; k++) {
            ot_job j = {
                .claims = claims,
                .panel = panel,
                .options = options,
                .day = out->day[k],
                .claim = &claims->claim[i],
                .finding = &out->finding[i * (size_t)out->columns + (size_t)k]};
            judge(&j);
        }
    }
    *checking = out;
    return OT_OK;
}

void ot_checking_free(ot_checking *checking)
{
    if (checking != NULL) {
        ot_system_free(checking->system);
        free(checking->finding);
        free(checking);
    }
}
