// SPDX-License-Identifier: GPL-3.0-or-later
// check.c - claims against a panel: the own reading first, then other readings
// of the figures said together; for projections, outcomes and landings.

#include "outturn/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/judge.h"
#include "report/job.h"

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

void ot__judge_own(ot_job *j)
{
    static const ot_only_if needs[] = {OT_ONLY_IF_NOTHING, OT_ONLY_IF_ROUNDING,
                                       OT_ONLY_IF_TRUNCATED,
                                       OT_ONLY_IF_LOOSELY};
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;

    if (c->kind == OT_CLAIM_RANK || c->kind == OT_CLAIM_RUN) {
        (c->kind == OT_CLAIM_RANK ? ot__judge_rank : ot__judge_run)(j);
        return;
    }
    const ot_measured m = ot__measure(
        c->kind, &(ot_measures){j->view, j->whole, j->against, c->per},
        c->period, c->base);

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

// ---- one claim, all claims --------------------------------------------------

static void judge_readings(ot_job *j)
{
    if (j->claim->modality != OT_STATED) {
        ot__judge_projection(j);
    } else {
        ot__judge_own(j);
        if (j->finding->verdict != OT_AGREES) {
            ot__judge_others(j);
        }
    }
    if (j->finding->known) {
        ot__judge_beside(j);
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
    ot__finding_begin(j->finding);
    ot__job_settle(j);
    if (ot__job_open(j)) {
        judge_readings(j);
    }
    ot__job_close(j);
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
                .options = *options,
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
