// SPDX-License-Identifier: GPL-3.0-or-later
// extract_out.c - claims as text, as a claims file, as JSON.

#include "cli/extract_out.h"

#include <math.h>
#include <string.h>

const char *const extract_format_names[] = {"text", "csv", "json", "jsonl",
                                            NULL};

// What a figure says at most; ranks and runs without the sign of their way.
static ot_interval said_range(const ot_claim *c)
{
    const ot_interval hard = c->figure.hard;
    const bool counts = c->kind == OT_CLAIM_RANK || c->kind == OT_CLAIM_RUN;

    return counts ? ot_interval_point(fabs(hard.lo)) : hard;
}

// ---- text -------------------------------------------------------------------

static void text_file(ot_buf *out, const ot_claims *claims)
{
    ot__buf_format(out, "%s%s: %zu claim%s\n", out->n > 0 ? "\n" : "",
                   claims->path, claims->n, claims->n == 1 ? "" : "s");
}

static void put_end(ot_buf *out, double x)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_text(out,
                 isinf(x) ? (x < 0 ? "-inf" : "inf") : ot__digits15(text, x));
}

static void text_claim(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    const ot_interval i = said_range(c);

    (void)text;
    ot__buf_format(
        out, "  %ld:%ld  \"%s\"\n      %s%s%s of %s, %s with %s, %s",
        c->said.line, c->said.column, c->said.quote,
        c->modality == OT_STATED ? "" : ot_modality_name(c->modality),
        c->modality == OT_STATED ? "" : " ", ot_claim_kind_name(c->kind),
        c->said.flow, c->said.reporter, c->said.partner, c->said.period);
    if (strcmp(c->said.base, "-") != 0) {
        ot__buf_format(out, " against %s", c->said.base);
    }
    ot__buf_text(out, ": ");
    ot__buf_text(out, i.lo_open ? "(" : "[");
    put_end(out, i.lo);
    ot__buf_text(out, ", ");
    put_end(out, i.hi);
    ot__buf_format(out, "%s %s\n", i.hi_open ? ")" : "]", c->said.unit);
    for (size_t r = 0; r < c->readings; r++) {
        ot__buf_text(out, "      or ");
        put_end(out, c->reading[r].hard.lo);
        ot__buf_text(out, " to ");
        put_end(out, c->reading[r].hard.hi);
        ot__buf_format(out, ": %s\n", c->reading[r].words);
    }
}

// ---- json -------------------------------------------------------------------

// JSON is UTF-8: bytes that are not become U+FFFD.
static void put_string(ot_buf *out, const char *text)
{
    const char *at = text, *end = text + strlen(text);

    ot__buf_char(out, '"');
    while (at < end) {
        char bytes[4];
        const uint32_t code = ot__utf8_next(&at, end);
        if (code == '"' || code == '\\') {
            ot__buf_char(out, '\\');
        }
        if (code < 0x20) {
            ot__buf_format(out, "\\u%04x", (unsigned)code);
        } else {
            ot__buf_bytes(out, bytes, ot__utf8_put(code, bytes));
        }
    }
    ot__buf_char(out, '"');
}

static void put_key(ot_buf *out, const char *key)
{
    ot__buf_format(out, "\"%s\": ", key);
}

static void put_text(ot_buf *out, const char *key, const char *text)
{
    put_key(out, key);
    put_string(out, text);
    ot__buf_text(out, ", ");
}

// A number; no limit is null.
static void put_bound(ot_buf *out, const char *key, double x)
{
    char text[OT_NUMBER_SIZE];

    put_key(out, key);
    ot__buf_format(out, "%s, ", isfinite(x) ? ot__digits15(text, x) : "null");
}

static void put_readings(ot_buf *out, const ot_claim *c)
{
    put_key(out, "readings");
    ot__buf_char(out, '[');
    for (size_t r = 0; r < c->readings; r++) {
        ot__buf_text(out, r > 0 ? ", {" : "{");
        put_text(out, "kind", ot_claim_kind_name(c->reading[r].kind));
        put_bound(out, "lo", c->reading[r].hard.lo);
        put_bound(out, "hi", c->reading[r].hard.hi);
        put_key(out, "words");
        put_string(out, c->reading[r].words);
        ot__buf_char(out, '}');
    }
    ot__buf_char(out, ']');
}

static void json_claim(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    const ot_interval i = said_range(c);

    ot__buf_char(out, '{');
    if (text->each_line) {
        ot__buf_format(out, "\"sentence_id\": %ld, ", c->said.line);
    }
    put_text(out, "quote", c->said.quote);
    put_text(out, "kind", ot_claim_kind_name(c->kind));
    put_text(out, "modality", ot_modality_name(c->modality));
    put_bound(out, "lo", i.lo);
    put_bound(out, "hi", i.hi);
    ot__buf_format(out, "\"lo_open\": %d, \"hi_open\": %d, ", i.lo_open,
                   i.hi_open);
    put_text(out, "unit", c->said.unit);
    put_text(out, "flow", c->said.flow);
    put_text(out, "reporter", c->said.reporter);
    put_text(out, "partner", c->said.partner);
    put_text(out, "period", c->said.period);
    put_text(out, "base_period", c->said.base);
    put_text(out, "stated", c->stated);
    put_readings(out, c);
    ot__buf_text(out, ", ");
    put_text(out, "place", c->place);
    ot__buf_format(out, "\"line\": %ld, \"column\": %ld}", c->said.line,
                   c->said.column);
}

static void jsonl_claim(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    json_claim(out, c, text);
    ot__buf_char(out, '\n');
}

// ---- the list ---------------------------------------------------------------

static const extract_format formats[] = {
    {"text", "", "", "", text_file, text_claim},
    {"csv", claims_head, "", "", NULL, claims_row},
    {"json", "{\"schema\": 1, \"command\": \"extract\", \"claims\": [\n", ",\n",
     "\n]}\n", NULL, json_claim},
    {"jsonl", "", "", "", NULL, jsonl_claim},
};

const extract_format *extract_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}
