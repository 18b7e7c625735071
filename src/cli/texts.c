// SPDX-License-Identifier: GPL-3.0-or-later
// texts.c - texts that claims are read from.

#include "cli/texts.h"

#include <string.h>

#include "data/source.h"

ot_status cli_text_date(const char *text, ot_day *day, ot_error *err)
{
    ot_error inner = {0};

    *day = OT_DAY_NONE;
    if (text == NULL ||
        ot_day_parse(text, strlen(text), day, &inner) == OT_OK) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--date: %s", inner.message);
}

bool cli_is_text(const char *path)
{
    static const char *const ends[] = {".txt", ".md", ".markdown"};
    const size_t n = strlen(path);

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        const size_t end = strlen(ends[i]);
        if (n > end && strcmp(path + n - end, ends[i]) == 0) {
            return true;
        }
    }
    return false;
}

static ot_status read_all(const char *path, ot_buf *text, ot_error *err)
{
    char block[1 << 14];
    ot_source *source;
    size_t n = 0;

    ot_status status = ot__source_open(path, &source, err);
    if (status != OT_OK) {
        return status;
    }
    do {
        status = ot__source_read(source, block, sizeof block, &n, err);
        ot__buf_bytes(text, block, status == OT_OK ? n : 0);
    } while (status == OT_OK && n > 0);
    if (status == OT_OK) {
        status = ot__source_end(source, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    if (status == OT_OK && text->failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for a text");
    }
    return status;
}

ot_status cli_extract(const char *path, const ot_extract_options *how,
                      ot_str *text, ot_claims **claims, ot_error *err)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    ot_buf bytes = {0};

    ot_status status = read_all(path, &bytes, err);
    if (status == OT_OK) {
        status =
            ot_extract(name, ot__buf_cstr(&bytes), bytes.n, how, claims, err);
    }
    if (status == OT_OK && text != NULL) {
        *text = (ot_str){bytes.at, bytes.n};
    } else {
        ot__buf_free(&bytes);
    }
    return status;
}

static bool reports(const ot_panel *panel, ot_area reporter, ot_area partner)
{
    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_key key = ot_panel_key(panel, i);
        if (key.reporter == reporter &&
            (partner == OT_AREA_NONE || key.partner == partner)) {
            return true;
        }
    }
    return false;
}

void cli_turn_sides(ot_claims *claims, const ot_panel *panel)
{
    for (size_t i = 0; i < claims->n; i++) {
        ot_claim *c = &claims->claim[i];
        const ot_area reporter = c->reporter, partner = c->partner;
        if (c->flow != NULL && strcmp(c->flow->name, "turnover") == 0 &&
            reporter != OT_AREA_NONE && partner != OT_AREA_NONE &&
            !reports(panel, reporter, OT_AREA_NONE) &&
            reports(panel, partner, reporter)) {
            c->reporter = partner;
            c->partner = reporter;
        }
    }
}
