// SPDX-License-Identifier: GPL-3.0-or-later
// claims.h - what the files that read a claims file share.
#ifndef OT_CLAIM_READER_H
#define OT_CLAIM_READER_H

#include "data/csv.h"
#include "outturn/claim.h"

enum {
    CLAIMS_CLAIM,
    CLAIMS_GROUP,
    CLAIMS_KIND,
    CLAIMS_MODALITY,
    CLAIMS_REPORTER,
    CLAIMS_PARTNER,
    CLAIMS_FLOW,
    CLAIMS_COMMODITY,
    CLAIMS_BASIS,
    CLAIMS_PERIOD,
    CLAIMS_BASE_PERIOD,
    CLAIMS_STATED,
    CLAIMS_UNIT,
    CLAIMS_PLACE,
    CLAIMS_CONDITION,
    CLAIMS_BASE_FLOW,
    CLAIMS_BASE_PARTNER,
    CLAIMS_BASE_COMMODITY,
    CLAIMS_PARTS,
    CLAIMS_VINTAGE,
    CLAIMS_TEXT,
    CLAIMS_QUOTE,
    CLAIMS_COLUMNS
};

extern const char *const ot__claims_column[CLAIMS_COLUMNS]; // their names

// Texts are kept by their offset until all are read, then pointed to.
typedef struct ot_claims_reader {
    ot_claims *claims;
    const ot_claims_options *options;
    size_t capacity;
    ot_buf texts;
    bool in_rows;
    size_t fields;             // of the header
    int field[CLAIMS_COLUMNS]; // of each column; -1: not there
    const ot_record *record;
} ot_claims_reader;

// The place of a column in the record at hand; column -1: of the record.
ot_place ot__claims_place(const ot_claims_reader *r, int column);
// Takes a record as a claim.
ot_status ot__claims_row(ot_claims_reader *r, ot_error *err);

// The figure that a rank or a run is.
void ot__rank_figure(int rank, ot_figure *f);
// A rank in words, as a claims file states it: "third largest partner"; out:
// OT_RANK_SIZE. Ranks over time: "record", "smallest".
#define OT_RANK_SIZE 48
void ot__rank_text(int rank, bool of_partners, bool of_rates,
                   char out[OT_RANK_SIZE]);
// Reads it into the figure and what it is a rank of; false: it is none.
bool ot__rank_parse(ot_str text, ot_claim *c);

#endif
