// SPDX-License-Identifier: GPL-3.0-or-later
// check_read.c - what outturn check is given, read and judged: each text or
// file of claims against itself, then against the data.

#include <stdlib.h>
#include <string.h>

#include "cli/check.h"
#include "cli/texts.h"

static ot_status read_claims(const check_args *args, const char *path,
                             const ot_check_options *how, checked *t,
                             ot_error *err)
{
    const ot_claims_options reading = {
        .form = {args->common.decimal != NULL &&
                         strcmp(args->common.decimal, "comma") == 0
                     ? ','
                     : '.'},
        .year_start = how->year_start};
    ot_extract_options text = {.date = OT_DAY_NONE};
    ot_status status = cli_text_date(args->date, &text.date, err);

    if (status == OT_OK && cli_is_text(path)) {
        status = cli_extract(path, &text, &t->text, &t->claims, err);
    } else if (status == OT_OK) {
        status = ot_claims_read(path, &reading, &t->claims, err);
    }
    return status;
}

// Claims of a text may be turned to the side that the data hold: a copy, so
// that they stay as they were said.
static ot_status check_data(const ot_panel *panel, const ot_check_options *how,
                            checked *t, ot_error *err)
{
    ot_claims turned = *t->claims;

    turned.claim = calloc(turned.n + 1, sizeof *turned.claim);
    if (turned.claim == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    }
    memcpy(turned.claim, t->claims->claim, turned.n * sizeof *turned.claim);
    if (t->text.n > 0) {
        cli_turn_sides(&turned, panel);
    }
    const ot_status status = ot_check(&turned, panel, how, &t->data, err);
    free(turned.claim);
    return status;
}

static ot_status check_one(const check_args *args, const ot_panel *panel,
                           const char *path, const ot_check_options *how,
                           checked *t, ot_error *err)
{
    t->path = path;
    ot_status status = read_claims(args, path, how, t, err);
    if (status == OT_OK) {
        status = ot_check_alone(t->claims, NULL, &t->alone, err);
    }
    if (status == OT_OK && panel != NULL) {
        status = check_data(panel, how, t, err);
    }
    return status;
}

ot_status check_texts(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const ot_check_options *how,
                      checked **texts, size_t *n, ot_error *err)
{
    checked *t = calloc(cli->operands + 1, sizeof *t);
    ot_status status = OT_OK;
    size_t i = 0;

    if (t == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for texts");
    }
    while (i < cli->operands && status == OT_OK) {
        status = check_one(args, panel, cli->operand[i], how, &t[i], err);
        i++;
    }
    if (status != OT_OK) {
        checked_free(t, i);
        return status;
    }
    *texts = t;
    *n = i;
    return OT_OK;
}
