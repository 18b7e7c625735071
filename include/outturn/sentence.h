// SPDX-License-Identifier: GPL-3.0-or-later
// sentence.h - what the data say of a period, as a sentence.
#ifndef OUTTURN_SENTENCE_H
#define OUTTURN_SENTENCE_H

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ot_sentence_options {
    ot_period period;
    ot_period base; // what it is compared with; months 0: the year before
    ot_day as_of;   // of the view
} ot_sentence_options;

// "In 2024 US exports to Mexico rose 3.5 % to a record 334.0 billion US
// dollars, from 322.7 billion a year earlier.": the level, its growth (in per
// cent below doubling; "nearly doubled", "more than tripled" from there on),
// the level it is compared with; exports and imports of a turnover; the share
// of all trade where the data hold a total with the world; "record" where it is
// larger than every such period of five or more before it. No figure has more
// digits than the data support. It is written so that ot_extract reads it and
// ot_check agrees with each of its figures, against the same data.
//
// *sentence is to be freed with free(). Amounts without a growth of their own
// (a base of zero, a deficit that became a surplus) stand beside their base.
//
// OT_E_DATA  the value of the period is not known, or zero or less where it is
//            no balance
OT_API ot_status ot_sentence_growth(const ot_panel *panel, const ot_view *view,
                                    const ot_sentence_options *options,
                                    char **sentence, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
