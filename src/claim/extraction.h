// SPDX-License-Identifier: GPL-3.0-or-later
// extraction.h - a text while its claims are taken from it.
#ifndef OT_CLAIM_EXTRACTION_H
#define OT_CLAIM_EXTRACTION_H

#include "claim/said.h"
#include "outturn/extract.h"

typedef struct ot_extraction {
    ot_claims *claims;
    size_t capacity;
    ot_buf texts; // claims hold offsets into it until all are read
    const ot_extract_options *options;
    const char *path; // as it was given: errors outlive the claims
    const char *text; // as it was given
    ot_clean clean;
    ot_phrasebook book;
    ot_passage passage;
    ot_context context;
    size_t sentence; // how many were read
    size_t line_at;  // up to here lines were counted
    long line;
    size_t line_start;
} ot_extraction;

// Adds a claim; a figure that cannot be read as one is left out.
ot_status ot__extraction_add(ot_extraction *x, ot_spoken *s, ot_error *err);

#endif
