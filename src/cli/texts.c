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

// ---- what a file is ---------------------------------------------------------

const char *const cli_text_ends[] = {".txt", ".md", ".markdown", NULL};
const char *const cli_languages[] = {"en", "ru", NULL};

static bool ends_in(const char *path, const char *end)
{
    const size_t n = strlen(path), length = strlen(end);

    return n > length && strcmp(path + n - length, end) == 0;
}

// Two columns of a claims file on the first line: one may be a word of a text.
static bool begins_as_claims(ot_str text)
{
    static const char *const columns[] = {"claim",  "kind",    "modality",
                                          "stated", "period",  "reporter",
                                          "flow",   "partner", "unit"};
    ot_str line = ot__str_cut(&text, '\n');
    size_t found = 0;

    while (line.n > 0) {
        const ot_str name = ot__str_trim(ot__str_cut(&line, ','));
        for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
            found += ot__str_same(name, columns[i]);
        }
    }
    return found > 1;
}

bool cli_is_claims(const char *path, ot_str text)
{
    return ends_in(path, ".csv") || ends_in(path, ".csv.gz") ||
           begins_as_claims(text);
}

// ---- reading ----------------------------------------------------------------

static long lines_of(const ot_buf *text)
{
    long lines = 0;

    for (size_t i = 0; i < text->n; i++) {
        lines += text->at[i] == '\n';
    }
    return lines;
}

ot_status cli_text_read(const char *path, const char *encoding, ot_buf *text,
                        ot_error *err)
{
    char block[1 << 14];
    ot_error inner = {0};
    ot_source *source;
    size_t n = 0;

    ot_status status = ot__source_open_as(path, encoding, &source, err);
    if (status != OT_OK) {
        return status;
    }
    do {
        status = ot__source_read(source, block, sizeof block, &n, &inner);
        ot__buf_bytes(text, block, status == OT_OK ? n : 0);
    } while (status == OT_OK && n > 0);
    if (status == OT_OK) {
        status = ot__source_end(source, &inner);
    }
    if (status == OT_OK && text->failed) {
        status = ot_fail(&inner, OT_E_MEMORY, NULL, "no memory for a text");
    }
    if (status != OT_OK && inner.place.line == OT_LINE_HERE) {
        inner.place.line = lines_of(text) + 1;
    }
    (void)ot__source_keep_place(&inner, path);
    ot__source_close(source);
    if (status != OT_OK && err != NULL) {
        *err = inner;
    }
    return status;
}

void cli_texts_source(ot_buf *words, const char *path, size_t n)
{
    const char *slash = strrchr(path, '/');

    if (n > 1) {
        ot__buf_format(words, "%zu texts", n);
    } else if (path[0] == '-') {
        ot__buf_text(words, "the text"); // standard input, -e
    } else {
        ot__buf_text(words, slash != NULL ? slash + 1 : path);
    }
}

// ---- sides ------------------------------------------------------------------

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
