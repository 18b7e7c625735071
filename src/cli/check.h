// SPDX-License-Identifier: GPL-3.0-or-later
// check.h - what the files of outturn check share.
#ifndef OT_CLI_CHECK_H
#define OT_CLI_CHECK_H

#include "cli/checked.h"
#include "outturn/extract.h"

typedef struct check_args {
    common_args common;
    text_list data, sentence, imply;
    const char *date, *fail_on, *language, *known, *claims_out;
    bool each_line;
} check_args;

// How texts are read and held against data.
typedef struct check_how {
    ot_check_options data;
    ot_claims_options claims;
    ot_extract_options text;
} check_how;

// All sentences and operands, read and judged. A file that cannot be read is
// said on standard error, and the others are judged; when none is left, that is
// an error. Free with checked_free.
ot_status check_texts(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const check_how *how,
                      checked **texts, size_t *n, ot_error *err);
// Fills in t->alone: all claims of a text against each other, or in parts.
ot_status check_alone(checked *t, bool each_line, ot_error *err);

// --known: marks the claims whose findings were accepted before. fails[] are
// the verdicts that count; *failed: one of them is left.
ot_status check_known(const char *path, const bool fails[OT_VERDICTS],
                      checked *texts, size_t n, bool *failed, ot_error *err);
// --imply: a line a quantity.
ot_status check_imply(const text_list *asked, const checked *t, ot_buf *out,
                      ot_error *err);

// The answer for people.
ot_status check_text(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err);
// The arithmetic of a finding against data, set in by `margin`.
void check_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                   const ot_finding *f, ot_day day, size_t margin);

// ---- counts over texts
// -------------------------------------------------------

// "3 checked against each other, 1 clash"
void summary_alone(ot_buf *out, const checked *texts, size_t n);
// The first claim of the clash that a claim is in; itself where it is in none.
size_t summary_first(const checked *t, size_t claim);
// ", 2 known"; nothing when there are none.
void summary_known(ot_buf *out, const checked *texts, size_t n);
// "today (release of ...): 4 of 4 checked - 2 AGREES, 1 DIFFERS"
void summary_column(ot_buf *out, const checked *texts, size_t n, size_t column);
// Do all findings of a column rest on the same release and months?
bool summary_same_release(const checked *texts, size_t n, size_t column);
// " (release of September 2024, months to June 2024)"
void summary_release(ot_buf *out, const ot_finding *f);

#endif
