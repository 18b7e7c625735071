// SPDX-License-Identifier: GPL-3.0-or-later
// extract_out.h - the claims of a text, written.
#ifndef OT_CLI_EXTRACT_OUT_H
#define OT_CLI_EXTRACT_OUT_H

#include "cli/claims_out.h"

typedef struct extract_format {
    const char *name;
    const char *head, *between, *tail; // of the whole, between claims
    // A file's claims are begun; may be NULL.
    void (*file)(ot_buf *out, const ot_claims *claims);
    void (*claim)(ot_buf *out, const ot_claim *c, const claims_text *text);
} extract_format;

extern const char *const extract_format_names[]; // NULL ends it
// NULL: there is none of that name.
const extract_format *extract_format_find(const char *name);

#endif
