// SPDX-License-Identifier: GPL-3.0-or-later
// check_lines.c - findings a line each, for editors.

#include "cli/check_out.h"

const ot_finding *check_gravest(const checked *t, size_t claim)
{
    const ot_verdict verdict = checked_verdict(t, claim);
    size_t k = 0;

    while (checked_finding(t, claim, k)->verdict != verdict) {
        k++;
    }
    return checked_finding(t, claim, k);
}

size_t check_other(const checked *t, const ot_finding *f, size_t i)
{
    // Figures may be weighed in parts of a text.
    return (size_t)(f->among->claim - t->claims->claim) +
           f->account->conflict[i];
}

static void put_line(ot_buf *out, const checked *t, size_t i)
{
    const ot_claim *c = &t->claims->claim[i];
    const ot_verdict verdict = checked_verdict(t, i);

    if (verdict == OT_NOT_CHECKED || check_is_known(t, i)) {
        return;
    }
    ot__buf_format(out, "%s:%ld:", t->claims->path, c->line);
    if (t->text.n > 0) {
        ot__buf_format(out, "%ld:", c->said.column);
    }
    ot__buf_format(out, " %s: ", ot_verdict_id(verdict));
    checked_reason(out, t, i);
    ot__buf_char(out, '\n');
}

ot_status check_lines(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const checked *texts, size_t n,
                      ot_error *err)
{
    (void)args;
    (void)panel;
    (void)err;
    for (size_t i = 0; i < n; i++) {
        for (size_t c = 0; c < texts[i].claims->n; c++) {
            put_line(&cli->out, &texts[i], c);
        }
    }
    return OT_OK;
}
