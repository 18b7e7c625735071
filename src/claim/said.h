// SPDX-License-Identifier: GPL-3.0-or-later
// said.h - what was read, put into words and figures that a claim keeps.
#ifndef OT_CLAIM_SAID_H
#define OT_CLAIM_SAID_H

#include "claim/passage.h"

#define OT_WHEN_SIZE 64

// By what phrases of time are resolved.
typedef struct ot_dating {
    ot_day date; // of the document; OT_DAY_NONE: not known
    ot_area reporter;
} ot_dating;

// A phrase as "2024-01/2024-09", "relative:this-year:01/09" ...; the period
// where it is known, else months 0. main and known are the period that it may
// lean on ("the same period of 2023"): NULL and months 0 where there is none.
ot_period ot__when_text(const ot_when *w, const ot_when *main, ot_period known,
                        const ot_dating *d, char out[OT_WHEN_SIZE]);

#define OT_UNIT_SIZE 32
// The unit of a figure by its words and its reporter: "USD", "CAD",
// "ambiguous:dinar", "percent", "USD/month", "unknown".
void ot__unit_text(const ot_amount *a, ot_per per, ot_area reporter,
                   char out[OT_UNIT_SIZE]);
// Its ISO code alone; "": there is none.
const char *ot__currency_of(const ot_amount *a, ot_area reporter);

#define OT_STATED_SIZE 128
// The figure as a claims file states it: "minus nearly 800 billion USD".
// ot_figure_parse reads it.
void ot__stated_text(const ot_spoken *s, const ot_amount *a,
                     const ot_grammar *g, const char *currency,
                     char out[OT_STATED_SIZE]);

#endif
