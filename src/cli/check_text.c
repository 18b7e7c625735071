// SPDX-License-Identifier: GPL-3.0-or-later
// check_text.c - the answer of outturn check for people: a text after the
// other, with what was counted before it and what to do next at the end.

#include <string.h>

#include "cli/check_view.h"
#include "cli/wrapped.h"

// ---- one text ---------------------------------------------------------------

static void measure(view *v)
{
    ot_buf at = {0};
    char when[64];

    for (size_t i = 0; i < v->t->claims->n; i++) {
        ot__buf_clear(&at);
        checked_at(&at, &v->t->claims->claim[i]);
        v->place = at.n > v->place ? at.n : v->place;
    }
    for (size_t k = 0; k < checked_columns(v->t); k++) {
        const size_t n = strlen(view_when(v->t, k, when));
        v->when = n > v->when ? n : v->when;
    }
    ot__buf_free(&at);
}

static void put_head(const view *v)
{
    const checked *t = v->t;
    const size_t n = t->claims->n;
    ot_buf line = {0};

    ot__buf_format(&line, "%s: %zu figure%s", t->claims->path, n,
                   n == 1 ? "" : "s");
    if (n == 0) {
        ot__buf_text(&line, " found");
    } else {
        ot__buf_text(&line, ", ");
        summary_alone(&line, t, 1);
        summary_known(&line, t, 1);
    }
    wrapped(v->out, 0, 2, ot__buf_cstr(&line));
    for (size_t k = 1; n > 0 && k < checked_columns(t); k++) {
        ot__buf_clear(&line);
        summary_column(&line, t, 1, k);
        ot__buf_format(v->out, "%*s", 2, "");
        wrapped(v->out, 2, 4, ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

// ---- the whole --------------------------------------------------------------

static void put_total(ot_buf *out, const checked *texts, size_t n)
{
    size_t figures = 0;
    ot_buf line = {0};

    for (size_t i = 0; i < n; i++) {
        figures += texts[i].claims->n;
    }
    ot__buf_format(&line, "\n%zu texts: %zu figure%s, ", n, figures,
                   figures == 1 ? "" : "s");
    summary_alone(&line, texts, n);
    summary_known(&line, texts, n);
    ot__buf_char(out, '\n');
    wrapped(out, 0, 2, ot__buf_cstr(&line));
    ot__buf_free(&line);
}

// The texts as the user named them.
static void put_operands(ot_buf *line, const check_args *args,
                         const cli_run *cli)
{
    for (size_t i = 0; i < cli->operands; i++) {
        ot__buf_char(line, ' ');
        cli_shell_path(line, cli->operand[i]);
    }
    for (size_t i = 0; i < args->sentence.n; i++) {
        ot__buf_text(line, " -e ");
        cli_shell_path(line, args->sentence.at[i]);
    }
}

static void put_next(const check_args *args, const cli_run *cli, ot_buf *out,
                     size_t figures)
{
    ot_buf line = {0};

    ot__buf_text(&line, "next: outturn check");
    put_operands(&line, args, cli);
    if (figures == 0) {
        ot__buf_text(out, "A figure is read where its sentence speaks of "
                          "trade: exports, imports, turnover ...\n");
        ot__buf_text(&line, " --language ru");
    } else {
        ot__buf_format(&line, " --date %s -d FILE%s",
                       args->date != NULL ? args->date : "DATE",
                       args->common.explain ? ""
                                            : "     arithmetic: --explain");
    }
    if (figures == 0 ? args->language == NULL : args->data.n == 0) {
        ot__buf_format(out, "%s\n", ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

static void put_source(const check_args *args, const ot_panel *panel,
                       const checked *texts, size_t n, ot_buf *out)
{
    ot_buf line = {0}, basis = {0};

    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        ot__buf_format(&line, "%s%s",
                       i > 0 ? ", " : "Source: ", ot_panel_file(panel, i).path);
    }
    checked_basis(&basis, args->common.basis, texts, n);
    ot__buf_format(&line, "%s%s", basis.n > 0 ? "; " : "",
                   ot__buf_cstr(&basis));
    wrapped(out, 0, 2, ot__buf_cstr(&line));
    ot__buf_free(&basis);
    ot__buf_free(&line);
}

ot_status check_text(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err)
{
    ot_buf *out = &cli->out;
    ot_status status = OT_OK;
    size_t figures = 0;

    for (size_t i = 0; i < n && status == OT_OK; i++) {
        view v = {.args = args, .panel = panel, .t = &texts[i], .out = out};
        measure(&v);
        ot__buf_text(out, i > 0 && panel != NULL ? "\n" : "");
        put_head(&v);
        status = view_figures(&v, err);
        if (status == OT_OK) {
            status = check_imply(&args->imply, &texts[i], out, err);
        }
        figures += texts[i].claims->n;
    }
    if (status == OT_OK && n > 1) {
        put_total(out, texts, n);
    }
    if (status == OT_OK && panel != NULL) {
        put_source(args, panel, texts, n, out);
    }
    if (status == OT_OK) {
        put_next(args, cli, out, figures);
    }
    return status;
}
