// SPDX-License-Identifier: GPL-3.0-or-later
// checked.h - one text or file of claims, and what was found in it: what every
// writer of outturn check takes.
#ifndef OT_CLI_CHECKED_H
#define OT_CLI_CHECKED_H

#include "cli/command.h"

// Figures that are weighed apart from the others of a text.
typedef struct checked_part {
    ot_claims claims; // a stretch of the text's
    ot_checking *checking;
} checked_part;

typedef struct checked {
    const char *path;   // as named by the user; "-" standard input; "-e" for
                        // check -e; borrowed
    ot_str text;        // owned; the bytes of a text; empty: a file of claims
    ot_claims *claims;  // owned; in text order: claim.said has line, column and
                        // quote of those of a text
    ot_checking *alone; // owned; against each other: always there
    ot_checking *data;  // owned; against data; NULL without -d
    ot_claim *turned;   // owned; the claims that `data` is of, from the side
                        // that the data hold
    bool *known;        // owned; by claim: accepted before, silent; NULL: none
    checked_part *part; // owned; the parts that `alone` was put together of
    size_t parts;       // 0: it is of one piece
} checked;

void checked_clear(checked *text);           // all that it owns
void checked_free(checked *texts, size_t n); // with the array itself

// Over both views and all days, the gravest: differs, fits-another, clashes,
// then low and high, then agrees, in-range, adds-up, then not-checked.
ot_verdict checked_verdict(const checked *t, size_t claim);
// Why that is the verdict, one line without a line's end.
void checked_reason(ot_buf *out, const checked *t, size_t claim);
// The same of one finding.
void checked_words(ot_buf *out, const ot_claim *c, const ot_finding *f);

// Findings of a claim, by column: alone first, then the days of the data.
size_t checked_columns(const checked *t);
const ot_finding *checked_finding(const checked *t, size_t claim,
                                  size_t column);
// "imports by origin, as is customary": the basis of figures on several; named:
// by --basis, NULL. Nothing where there is no choice.
void checked_basis(ot_buf *out, const char *named, const checked *texts,
                   size_t n);
// A figure in the words of its text, else as the claims file states it; flat.
void checked_quote(ot_buf *out, const ot_claim *c);
// Where it stands: "1:64", else the claim's id.
void checked_at(ot_buf *out, const ot_claim *c);

// "projected level of turnover, Armenia with Russia, 2024": what it was taken
// for.
void checked_reading(ot_buf *out, const ot_claim *c);

// "January-June 2024"; true: a period that only the day of the text tells, in
// its own words.
bool checked_period(ot_buf *out, const ot_claim *c);
// Why it was not checked: that its period is known only with --date, else why.
void checked_why(ot_buf *out, const ot_claim *c, const char *why);

// The day of a column of data; OT_DAY_NONE: against each other.
ot_day checked_day(const checked *t, size_t column);

// --chart: the claims of all texts, against data where there are some.
ot_status checked_picture(const ot_panel *panel, const checked *texts, size_t n,
                          ot_picture **picture, ot_error *err);

#endif
