// SPDX-License-Identifier: GPL-3.0-or-later
// extract.h - the claims about trade that a text makes.
#ifndef OUTTURN_EXTRACT_H
#define OUTTURN_EXTRACT_H

#include "outturn/claim.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ot_extract_options {
    ot_day date;    // of the text: "last year" is then a year; OT_DAY_NONE: not
                    // known, and such periods stay words
    bool each_line; // every line is a text of its own
    const char *language; // "en", "ru"; NULL: "en"
} ot_extract_options;

// Reads UTF-8 text, plain or Markdown; any bytes at all are safe. Figures
// without a word of trade in their sentence, or before it in their paragraph,
// are left out. What a sentence does not say is taken over from the one before
// it in the paragraph.
//
// Each claim: figure and stated, as ot_claims_read would read them ("minus
// nearly 800 billion USD": deficits and decreases are below zero); its period
// where the text or the date tells it, else months 0; `said` with the words,
// and the other ways to read it. place is "path:line:column". Free with
// ot_claims_free.
//
// path  names the text in places; copied. options NULL: no date, English
// OT_E_USAGE  a language that is not known
// OT_E_LIMIT  4 GB or more, or more than OT_CLAIMS_MOST claims
// Source      conventions of claims: what intervals words allow as in figure.h
OT_API ot_status ot_extract(const char *path, const char *text, size_t n,
                            const ot_extract_options *options,
                            ot_claims **claims, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
