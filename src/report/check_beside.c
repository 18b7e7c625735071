// SPDX-License-Identifier: GPL-3.0-or-later
// check_beside.c - the same claim on the other bases of the data, and by the
// partner's own figures.

#include <math.h>
#include <string.h>

#include "claim/judge.h"
#include "report/job.h"
#include "report/readings.h"

// What freight and insurance are taken to add at most: United Nations,
// International Merchandise Trade Statistics 2010, on cif and fob values; the
// same band as that of a mirror table.
#define CIF_MOST 1.10

// Flows as the other side has them, and what freight and insurance make of its
// figure here.
static const struct {
    const char *flow, *other;
    double lo, hi;
} sides[] = {{"export", "import", 1 / CIF_MOST, 1},
             {"import", "export", 1, CIF_MOST},
             {"turnover", "turnover", 1 / CIF_MOST, CIF_MOST}};

// Judges the claim as *other has it set up; what it says goes beside.
static void add(ot_job *j, ot_job *other, ot_interval band)
{
    ot_finding found, *f = j->finding;

    ot__finding_begin(&found);
    other->finding = &found;
    other->view = other->whole = other->against = NULL;
    if (f->besides < OT_BESIDES_MOST && ot__job_open(other)) {
        ot__judge_own(other);
        if (other->claim->modality != OT_STATED && found.known) {
            ot__judge_projection(other);
        }
        if (found.known) {
            f->beside[f->besides++] = (ot_beside){
                found.own, found.verdict, found.only_if, found.mid,
                ot__kind_is_amount(j->claim->kind) && !ot_interval_is_none(band)
                    ? ot_interval_mul(found.range, band)
                    : ot_interval_none()};
        }
    }
    ot__job_close(other);
}

// Every basis of the flow's terms but the own one.
static void add_bases(ot_job *j)
{
    const ot_finding *f = j->finding;
    const ot_flow *flow = f->own.flow;

    for (size_t t = 0; t < 4 && flow->terms[t].sign != 0; t++) {
        const char *bases[OT_BASES_MOST];
        const size_t n =
            ot__bases_of(j->panel, f->own.reporter, f->own.partner,
                         ot_flow_at(flow->terms[t].flow)->name, bases);
        for (size_t i = 0; i < n && n > 1; i++) {
            ot_job other = *j;
            other.options.basis = bases[i];
            if (bases[i][0] != '\0' && strcmp(bases[i], f->own.basis) != 0) {
                add(j, &other, ot_interval_none());
            }
        }
    }
}

static void add_other_side(ot_job *j)
{
    const ot_finding *f = j->finding;

    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        const char *bases[OT_BASES_MOST];
        ot_job other = *j;
        other.reporter = f->own.partner;
        other.partner = f->own.reporter;
        other.options.basis = j->options.basis;
        other.flow = ot_flow_find(sides[i].other, strlen(sides[i].other));
        const char *held = i == 1 ? "export" : "import";
        if (strcmp(j->claim->flow->name, sides[i].flow) == 0 &&
            ot__bases_of(j->panel, other.reporter, other.partner, held, bases) >
                0) {
            add(j, &other, ot_interval_of(sides[i].lo, sides[i].hi));
        }
    }
}

void ot__judge_beside(ot_job *j)
{
    add_bases(j);
    add_other_side(j);
}
