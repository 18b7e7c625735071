// SPDX-License-Identifier: GPL-3.0-or-later
// verdict.h - findings of a check in words.
#ifndef OT_CLI_VERDICT_H
#define OT_CLI_VERDICT_H

#include "cli/command.h"

// "FITS ANOTHER period: January-June 2024, 2.59 times. Of 1,305 ..."
void verdict_words(ot_buf *out, const ot_claim *c, const ot_finding *f);
// Parts of it: what the data say ("2.05 times (10.03 bn against 4.90 bn)"), of
// projections, and of other bases and the partner.
void verdict_found(ot_buf *out, const ot_claim *c, const ot_finding *f);
void verdict_projection(ot_buf *out, const ot_claim *c, const ot_finding *f);
void verdict_besides(ot_buf *out, const ot_claim *c, const ot_finding *f);
// Of a rank and of a run, with what was compared.
void verdict_rank(ot_buf *out, const ot_claim *c, const ot_finding *f);
void verdict_run(ot_buf *out, const ot_claim *c, const ot_finding *f);
// What it rests on beside the claim's own figures, a line each, set in by
// `margin`: other readings, the basis, history, the landing, with the file and
// line of every figure. After the arithmetic of the claim itself.
void verdict_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                     const ot_finding *f, ot_day day, int margin);
// Money in the scale that reads best: "8.37 bn"; out: OUT_CELL_SIZE.
char *verdict_money(char out[], double number);
// "8.37 bn", "2.59 times", "12.3 %": a number in the unit of a claim.
char *verdict_number(char out[], const ot_claim *c, double number);
const char *verdict_precedent(ot_precedent precedent); // "never before"
// "release of September 2024", or the day.
void verdict_release(ot_buf *out, ot_day release);

// A figure in the words of its text, else as the claims file states it.
static inline const char *verdict_quoted(const ot_claim *c)
{
    return c->said.quote != NULL && c->said.quote[0] != '\0' ? c->said.quote
                                                             : c->stated;
}

#endif
