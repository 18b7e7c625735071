// SPDX-License-Identifier: GPL-3.0-or-later
// check_read.c - what outturn check is given, read and judged: each text or
// file of claims against itself, then against the data.

#include <stdlib.h>
#include <string.h>

#include "cli/check.h"
#include "cli/texts.h"
#include "cli/undated.h"

// ---- judging ----------------------------------------------------------------

// Claims of a text may be turned to the side that the data hold: a copy, so
// that they stay as they were said.
static ot_status check_data(const ot_panel *panel, const check_how *how,
                            checked *t, ot_error *err)
{
    ot_claims turned = *t->claims;

    turned.claim = calloc(turned.n + 1, sizeof *turned.claim);
    if (turned.claim == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    }
    for (size_t i = 0; i < turned.n; i++) {
        turned.claim[i] = t->claims->claim[i];
    }
    if (t->text.n > 0) {
        cli_turn_sides(&turned, panel);
    }
    undated_clear(&turned);
    t->turned = turned.claim;
    return ot_check(&turned, panel, &how->data, &t->data, err);
}

static ot_status judge(const ot_panel *panel, const check_how *how, checked *t,
                       ot_error *err)
{
    undated_settle(t->claims);
    ot_status status = check_alone(t, how->text.each_line, err);

    if (status == OT_OK && panel != NULL) {
        status = check_data(panel, how, t, err);
    }
    return status;
}

// ---- sentences --------------------------------------------------------------

// All of -e, a line each.
static ot_status read_sentences(const text_list *sentences,
                                const check_how *how, checked *t, ot_error *err)
{
    ot_buf text = {0};
    bool blank = true;

    for (size_t i = 0; i < sentences->n; i++) {
        blank = blank && ot__str_trim(ot__str(sentences->at[i])).n == 0;
        ot__buf_text(&text, sentences->at[i]);
        ot__buf_char(&text, '\n');
    }
    t->path = "-e";
    if (blank) {
        ot__buf_free(&text);
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--sentence: there is nothing to check in it");
    }
    t->text = (ot_str){text.at, text.n};
    return text.failed ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a text")
                       : ot_extract(t->path, text.at, text.n, &how->text,
                                    &t->claims, err);
}

// ---- files ------------------------------------------------------------------

static ot_status read_file(const check_args *args, const char *path,
                           const check_how *how, checked *t, ot_error *err)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    ot_buf text = {0};

    t->path = path;
    ot_status status = cli_text_read(path, args->common.encoding, &text, err);
    if (status != OT_OK) {
        ot__buf_free(&text);
        return status;
    }
    if (cli_is_claims(path, (ot_str){text.at, text.n})) {
        status = ot_claims_parse(name, ot__buf_cstr(&text), text.n,
                                 &how->claims, &t->claims, err);
        ot__buf_free(&text);
        return status;
    }
    t->text = (ot_str){text.at, text.n};
    return ot_extract(name, ot__buf_cstr(&text), text.n, &how->text, &t->claims,
                      err);
}

// ---- the whole --------------------------------------------------------------

typedef struct run {
    const check_args *args;
    cli_run *cli;
    const ot_panel *panel;
    const check_how *how;
    checked *texts;
    size_t n;
    size_t left_out; // files
    ot_status worst; // of theirs
} run;

static ot_status take_sentences(run *r, ot_error *err)
{
    checked *t = &r->texts[r->n++];

    const ot_status status = read_sentences(&r->args->sentence, r->how, t, err);
    return status == OT_OK ? judge(r->panel, r->how, t, err) : status;
}

// One file; when it cannot be read and others are there, it is said and left
// out.
static ot_status take_file(run *r, const char *path, bool alone, ot_error *err)
{
    checked *t = &r->texts[r->n];
    ot_error here = {0};

    ot_status status = read_file(r->args, path, r->how, t, &here);
    if (status == OT_OK) {
        status = judge(r->panel, r->how, t, &here);
    }
    if (status == OT_OK) {
        r->n++;
        return OT_OK;
    }
    checked_clear(t);
    if (alone || status == OT_E_MEMORY || status == OT_E_USAGE) {
        *err = here;
        return status;
    }
    cli_complain(r->cli, &here);
    r->left_out++;
    r->worst = r->worst == OT_E_IO ? OT_E_IO : status;
    return OT_OK;
}

static ot_status take_all(run *r, size_t from, ot_error *err)
{
    const cli_files *files = r->cli->files;
    const bool sentences = r->args->sentence.n > 0;
    const bool alone = files->n - from == 1 && !sentences;
    ot_status status = sentences ? take_sentences(r, err) : OT_OK;

    for (size_t i = from; i < files->n && status == OT_OK; i++) {
        status = take_file(r, files->at[i].path, alone, err);
    }
    if (status == OT_OK && r->n == 0) {
        status = ot_fail(err, r->worst, NULL,
                         "none of the %zu files could be read", r->left_out);
    }
    return status;
}

ot_status check_texts(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const check_how *how,
                      checked **texts, size_t *n, ot_error *err)
{
    run r = {.args = args, .cli = cli, .panel = panel, .how = how};
    const size_t from = cli->files->n;

    cli->files->ends = cli_text_ends;
    ot_status status =
        cli_files_find(cli->files, cli->operand, cli->operands, err);
    if (status != OT_OK) {
        return status;
    }
    r.texts = calloc(cli->files->n - from + 2, sizeof *r.texts);
    if (r.texts == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for texts");
    }
    status = take_all(&r, from, err);
    if (status != OT_OK) {
        checked_free(r.texts, r.n);
        return status;
    }
    *texts = r.texts;
    *n = r.n;
    return OT_OK;
}
