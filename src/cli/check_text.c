// SPDX-License-Identifier: GPL-3.0-or-later
// check_text.c - the answer of outturn check for people.

#include "cli/alone.h"
#include "cli/check.h"
#include "cli/findings.h"
#include "cli/verdict.h"

// ---- text -------------------------------------------------------------------

#define WIDTH 96

// Text set in by `margin`, lines broken at blanks.
static void put_wrapped(ot_buf *out, size_t margin, const char *text)
{
    size_t column = margin;
    ot_str rest = ot__str(text);

    ot__buf_format(out, "%*s", (int)margin, "");
    while (rest.n > 0) {
        const ot_str word = ot__str_cut(&rest, ' ');
        if (column > margin && column + 1 + word.n > WIDTH) {
            ot__buf_format(out, "\n%*s", (int)margin, "");
            column = margin;
        } else if (column > margin) {
            ot__buf_char(out, ' ');
            column++;
        }
        ot__buf_bytes(out, word.at, word.n);
        column += word.n;
    }
    ot__buf_char(out, '\n');
}

static void put_when(ot_buf *line, const ot_finding *f, ot_day day)
{
    char text[64];

    if (day == OT_DAY_LATEST) {
        ot__buf_text(line, "today");
    } else {
        ot__buf_format(line, "on %s", ot_day_words(day, text));
    }
    if (f->own.flow != NULL) {
        ot__buf_text(line, " (");
        verdict_release(line, f->own.release);
        ot__buf_format(line, ", months to %s)",
                       ot_period_words((ot_period){f->months_to, 1}, text));
    }
    ot__buf_char(line, ':');
}

static void put_claim(const check_args *args, ot_buf *out,
                      const ot_panel *panel, const checked *t, size_t i)
{
    const ot_claim *c = &t->claims->claim[i];
    ot_buf line = {0};

    ot__buf_format(&line, "%s. ", c->id);
    verdict_claim(&line, c);
    if (c->place[0] != '\0') {
        ot__buf_format(&line, " [%s]", c->place);
    }
    put_wrapped(out, 0, ot__buf_cstr(&line));
    for (size_t k = panel != NULL ? 1 : 0; k < checked_columns(t); k++) {
        const ot_finding *f = checked_finding(t, i, k);
        ot__buf_clear(&line);
        if (panel != NULL) {
            put_when(&line, f, checked_day(t, k));
            put_wrapped(out, 3, ot__buf_cstr(&line));
        }
        ot__buf_clear(&line);
        verdict_words(&line, c, f);
        put_wrapped(out, panel != NULL ? 6 : 3, ot__buf_cstr(&line));
        if (args->common.explain && panel == NULL) {
            alone_explain(out, c, f);
        } else if (args->common.explain && f->own.flow != NULL) {
            check_explain(out, panel, c, f, checked_day(t, k));
        }
    }
    ot__buf_char(out, '\n');
    ot__buf_free(&line);
}

static void put_one(const check_args *args, ot_buf *out, const ot_panel *panel,
                    const checked *t)
{
    const size_t n = t->claims->n;

    ot__buf_format(out, "%zu claim%s of %s against%s", n, n == 1 ? "" : "s",
                   t->claims->path,
                   panel == NULL ? " each other, no data given" : "");
    for (size_t i = 0; panel != NULL && i < ot_panel_files(panel); i++) {
        ot__buf_format(out, "%s%s", i > 0 ? ", " : " ",
                       ot_panel_file(panel, i).path);
    }
    ot__buf_format(out, "%s%s\n\n",
                   args->common.basis != NULL ? "; imports by " : "",
                   args->common.basis != NULL ? args->common.basis : "");
    for (size_t i = 0; i < n; i++) {
        put_claim(args, out, panel, t, i);
    }
    findings_summary(out, panel != NULL ? t->data : t->alone, "\n");
    ot__buf_char(out, '\n');
}

ot_status check_text(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err)
{
    ot_buf line = {0};
    ot_status status = OT_OK;

    for (size_t i = 0; i < n && status == OT_OK; i++) {
        ot__buf_text(&cli->out, i > 0 ? "\n" : "");
        put_one(args, &cli->out, panel, &texts[i]);
        for (size_t k = 0; k < args->imply.n && status == OT_OK; k++) {
            ot__buf_clear(&line);
            status = alone_imply(&line, texts[i].alone, args->imply.at[k], err);
            ot__buf_format(&cli->out, "%s\n", ot__buf_cstr(&line));
        }
    }
    ot__buf_free(&line);
    return status;
}
