// SPDX-License-Identifier: GPL-3.0-or-later
// check_out.h - the formats of outturn check for editors, programs and
// browsers.
#ifndef OT_CLI_CHECK_OUT_H
#define OT_CLI_CHECK_OUT_H

#include "cli/check.h"

// Each writes the answer into cli->out; panel NULL: no data.

// A line a finding, "file:line:column: verdict: reason", as compilers write, so
// that editors go there; none of what is not checked or known.
ot_status check_lines(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const checked *texts, size_t n,
                      ot_error *err);
// Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020): what is wrong
// and what is open; cli->verdict becomes the exit code.
ot_status check_sarif(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const checked *texts, size_t n,
                      ot_error *err);
// The texts with their findings as one page of HTML that needs nothing else.
ot_status check_page(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err);

typedef struct check_format {
    const char *name;
    const char *summary; // NULL: a format of every command
    ot_status (*write)(const check_args *args, cli_run *cli,
                       const ot_panel *panel, const checked *texts, size_t n,
                       ot_error *err);
} check_format;

size_t check_format_count(void);
const check_format *check_format_at(size_t i);
// NULL: the format of a sheet; name NULL: text.
const check_format *check_format_find(const char *name);
extern const char *const check_format_names[]; // all for --format, NULL last

// ---- between them ----

// The first finding that has the claim's verdict.
const ot_finding *check_gravest(const checked *t, size_t claim);
// The claim of the text that is f->account->conflict[i].
size_t check_other(const checked *t, const ot_finding *f, size_t i);
static inline bool check_is_known(const checked *t, size_t claim)
{
    return t->known != NULL && t->known[claim];
}

#endif
