// SPDX-License-Identifier: GPL-3.0-or-later
// checked.h - one text or file of claims, and what was found in it: what every
// writer of outturn check takes.
#ifndef OT_CLI_CHECKED_H
#define OT_CLI_CHECKED_H

#include "cli/command.h"

typedef struct checked {
    const char *path;   // as named by the user; "-" standard input; "-e" for
                        // check -e; borrowed
    ot_str text;        // owned; the bytes of a text; empty: a file of claims
    ot_claims *claims;  // owned; in text order: claim.said has line, column and
                        // quote of those of a text
    ot_checking *alone; // owned; against each other: always there
    ot_checking *data;  // owned; against data; NULL without -d
    bool *known;        // owned; by claim: accepted before, silent; NULL: none
} checked;

void checked_free(checked *texts, size_t n); // with the array itself

// Over both views and all days, the gravest: differs, fits-another, clashes,
// then low and high, then agrees, in-range, adds-up, then not-checked.
ot_verdict checked_verdict(const checked *t, size_t claim);
// Why that is the verdict, one line without a line's end.
void checked_reason(ot_buf *out, const checked *t, size_t claim);

// Findings of a claim, by column: alone first, then the days of the data.
size_t checked_columns(const checked *t);
const ot_finding *checked_finding(const checked *t, size_t claim,
                                  size_t column);
// The day of a column of data; OT_DAY_NONE: against each other.
ot_day checked_day(const checked *t, size_t column);

#endif
