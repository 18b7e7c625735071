// SPDX-License-Identifier: GPL-3.0-or-later
// check_lines.c - findings a line each, for editors.

#include "cli/check_out.h"

#include <string.h>

#include "cli/verdict.h"

const ot_finding *check_gravest(const checked *t, size_t claim)
{
    const ot_verdict verdict = checked_verdict(t, claim);
    size_t k = 0;

    while (checked_finding(t, claim, k)->verdict != verdict) {
        k++;
    }
    return checked_finding(t, claim, k);
}

void check_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const char *verdict = ot_verdict_word(f->verdict);
    ot_buf words = {0};

    verdict_words(&words, c, f);
    const char *at = ot__buf_cstr(&words);
    if (strncmp(at, verdict, strlen(verdict)) == 0) {
        at += strlen(verdict);
        at += strspn(at, ":, ");
    }
    while (*at != '\0') { // a quotation may go over the end of a line
        const size_t blanks = strspn(at, " \t\r\n");
        const size_t n = strcspn(at + blanks, " \t\r\n");
        ot__buf_text(out, blanks > 0 ? " " : "");
        ot__buf_bytes(out, at + blanks, n);
        at += blanks + n;
    }
    ot__buf_free(&words);
}

static void put_line(ot_buf *out, const checked *t, size_t i)
{
    const ot_claim *c = &t->claims->claim[i];
    const ot_verdict verdict = checked_verdict(t, i);

    if (verdict == OT_NOT_CHECKED || check_is_known(t, i)) {
        return;
    }
    ot__buf_format(out, "%s:%ld:", t->claims->path, c->line);
    if (c->said.column > 0) {
        ot__buf_format(out, "%ld:", c->said.column);
    }
    ot__buf_format(out, " %s: ", ot_verdict_id(verdict));
    check_words(out, c, check_gravest(t, i));
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
