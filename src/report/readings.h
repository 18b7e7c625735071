// SPDX-License-Identifier: GPL-3.0-or-later
// readings.h - the other ways a group of figures could have been meant.
#ifndef OT_REPORT_READINGS_H
#define OT_REPORT_READINGS_H

#include "claim/judge.h"
#include "report/job.h"

// Figures said together: claims of one group that share what they are about.
#define OT_GROUP_MOST 16
typedef struct ot_figures {
    const ot_claim *claim[OT_GROUP_MOST];
    size_t n;
} ot_figures;

// Judges the claim of a job with the known slips taken back. others_hold: the
// other figures hold as they are, so it can be this one alone.
void ot__judge_slips(ot_job *j, const ot_figures *figures, bool others_hold);

// What a search found.
typedef struct ot_found {
    size_t tried, fits, near;
    ot_reading reading; // the last that fits with one change only
    const char *changed;
    double mid[OT_GROUP_MOST]; // what the data say there, for each figure
} ot_found;

// Tries every run of whole months inside one year, for the own period's year
// and the year before; exports, imports and turnover by each basis; each
// release known on the day by itself; and the partner's own report (mirror)
// where the files hold it. A reading counts as tried when all figures have a
// value in it; the own reading does not count.
void ot__search(const ot_panel *panel, const ot_figures *figures,
                const ot_reading *own, const char *commodity,
                const ot_check_options *options, ot_day day, ot_found *found);

// The bases on which a reporter's flow with a partner is held, in order of the
// keys: how many. NONE stands for any reporter, any partner.
#define OT_BASES_MOST 16
size_t ot__bases_of(const ot_panel *panel, ot_area reporter, ot_area partner,
                    const char *flow, const char *bases[OT_BASES_MOST]);

#endif
