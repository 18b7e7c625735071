// SPDX-License-Identifier: GPL-3.0-or-later
// claims_row.c - one row of a claims file.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/claims.h"
#include "claim/words.h"

static const char *const kind_names[OT_CLAIM_KINDS] = {
    "level",        "change",      "growth",  "multiple", "share",
    "share_change", "rate_change", "average", "rank",     "run"};
static const char *const condition_names[] = {"", "pace"};
static const char *const modality_names[] = {"stated", "projected", "target"};

const char *ot_claim_kind_name(ot_claim_kind kind)
{
    return kind_names[kind];
}

const char *ot_average_name(ot_average per)
{
    static const char *const names[OT_AVERAGES] = {"month", "day", "year"};

    return names[per];
}

const char *ot_modality_name(ot_modality modality)
{
    return modality_names[modality];
}

static ot_str text_of(const ot_claims_reader *r, int column)
{
    const int field = r->field[column];

    return field >= 0 && (size_t)field < r->record->n
               ? ot__str_trim(r->record->field[field])
               : (ot_str){NULL, 0};
}

// Puts a text among the claims' texts; its offset as a pointer, made real
// later.
static const char *keep(ot_claims_reader *r, ot_str text)
{
    const size_t offset = r->texts.n;

    ot__buf_bytes(&r->texts, text.at, text.n);
    ot__buf_char(&r->texts, '\0');
    return (const char *)(uintptr_t)offset;
}

// The index of a word in a list; count: none, with the error set.
static size_t word_in(const ot_claims_reader *r, int column,
                      const char *const list[], size_t count, ot_error *err)
{
    const ot_str word = text_of(r, column);
    const ot_place place = ot__claims_place(r, column);
    char text[48];

    for (size_t i = 0; i < count; i++) {
        if (ot__str_same(word, list[i])) {
            return i;
        }
    }
    ot__str_copy(word, text, sizeof text);
    const size_t near = ot__nearest(text, list, count);
    ot_fail(err, OT_E_SYNTAX, &place, "'%s' is not a %s%s%s%s", text,
            ot__claims_column[column], near < count ? "; did you mean " : "",
            near < count ? list[near] : "", near < count ? "?" : "");
    return count;
}

static ot_status read_words(ot_claims_reader *r, ot_claim *c, ot_error *err)
{
    const size_t kind =
        word_in(r, CLAIMS_KIND, kind_names, OT_CLAIM_KINDS, err);
    size_t modality = 0, condition = 0;

    if (text_of(r, CLAIMS_MODALITY).n > 0) {
        modality = word_in(r, CLAIMS_MODALITY, modality_names, 3, err);
    }
    if (text_of(r, CLAIMS_CONDITION).n > 0) {
        condition = word_in(r, CLAIMS_CONDITION, condition_names, 2, err);
    }
    if (kind == OT_CLAIM_KINDS || modality == 3 || condition == 2) {
        return OT_E_SYNTAX;
    }
    c->kind = (ot_claim_kind)kind;
    c->modality = (ot_modality)modality;
    c->condition = (ot_condition)condition;
    return OT_OK;
}

static ot_status read_area(ot_claims_reader *r, int column, ot_area *area,
                           ot_error *err)
{
    const ot_str text = text_of(r, column);
    const ot_place place = ot__claims_place(r, column);
    char name[64];

    *area = ot_area_find(text.at, text.n);
    if (text.n == 0 || *area != OT_AREA_NONE) {
        return OT_OK;
    }
    ot__str_copy(text, name, sizeof name);
    const char *near = ot_area_suggest(name);
    return ot_fail(err, OT_E_SYNTAX, &place,
                   "no country or group is called '%s'%s%s%s", name,
                   near != NULL ? "; did you mean " : "",
                   near != NULL ? near : "", near != NULL ? "?" : "");
}

static ot_status read_flow(ot_claims_reader *r, int column,
                           const ot_flow **flow, ot_error *err)
{
    const ot_str text = text_of(r, column);
    const ot_place place = ot__claims_place(r, column);
    char name[48];

    *flow = text.n > 0 ? ot_flow_find(text.at, text.n) : NULL;
    if (text.n == 0 || *flow != NULL) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_SYNTAX, &place, "'%s' is not a flow",
                   ot__str_copy(text, name, sizeof name));
}

static ot_status read_who(ot_claims_reader *r, ot_claim *c, ot_error *err)
{
    ot_status status = read_area(r, CLAIMS_REPORTER, &c->reporter, err);

    if (status == OT_OK) {
        status = read_area(r, CLAIMS_PARTNER, &c->partner, err);
    }
    if (status == OT_OK) {
        status = read_area(r, CLAIMS_BASE_PARTNER, &c->base_partner, err);
    }
    if (status == OT_OK) {
        status = read_flow(r, CLAIMS_FLOW, &c->flow, err);
    }
    if (status == OT_OK) {
        status = read_flow(r, CLAIMS_BASE_FLOW, &c->base_flow, err);
    }
    return status;
}

// "relative:last-year": as a text says it whose date is not known.
#define RELATIVE "relative:"

static ot_status read_period(ot_claims_reader *r, int column, ot_period *p,
                             ot_error *err)
{
    const ot_str text = text_of(r, column);
    ot_error inner = {0};

    if (text.n == 0 || ot__str_equal(text, "-") ||
        ot__str_starts(text, RELATIVE)) {
        return OT_OK;
    }
    const ot_status status =
        ot_period_parse(text.at, text.n, r->options->year_start, p, &inner);
    if (status != OT_OK) {
        const ot_place place = ot__claims_place(r, column);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    return OT_OK;
}

static void scale_interval(ot_interval *a, double factor)
{
    if (!ot_interval_is_none(*a)) {
        a->lo *= factor;
        a->hi *= factor;
    }
}

// The unit column holds where the text itself names no unit or scale: "8.3" in
// "USD bn" is 8.3 billion.
static ot_status read_unit(ot_claims_reader *r, ot_claim *c, ot_error *err)
{
    ot_str rest = text_of(r, CLAIMS_UNIT);
    const ot_str text =
        c->kind == OT_CLAIM_AVERAGE ? ot__str_cut(&rest, '/') : rest;
    ot_figure *f = &c->figure;
    ot_error inner = {0};
    ot_unit unit;
    char name[64];

    for (int i = 0; i < OT_AVERAGES && c->kind == OT_CLAIM_AVERAGE; i++) {
        c->per = ot__str_same(rest, ot_average_name((ot_average)i))
                     ? (ot_average)i
                     : c->per;
    }
    const ot_status status = ot_unit_parse(
        ot__str_copy(ot__str_trim(text), name, sizeof name), &unit, &inner);
    if (status != OT_OK) {
        const ot_place place = ot__claims_place(r, CLAIMS_UNIT);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    if (!f->has_scale && unit.scale != 0) {
        const double factor = ot_decimal_double((ot_decimal){1, unit.scale});
        scale_interval(&f->usual, factor);
        scale_interval(&f->hard, factor);
        scale_interval(&f->truncated, factor);
        scale_interval(&f->loose, factor);
        f->point *= factor;
        f->step *= factor;
    }
    if (f->unit.dimension == OT_DIM_NONE) {
        f->unit = unit;
        f->unit.scale = 0;
    }
    return OT_OK;
}

static ot_status read_figure(ot_claims_reader *r, ot_claim *c, ot_error *err)
{
    const ot_str text = text_of(r, CLAIMS_STATED);
    ot_error inner = {0};

    if (c->kind == OT_CLAIM_RANK && ot__rank_parse(text, c)) {
        return OT_OK;
    }
    const ot_status status =
        ot_figure_parse(text.at, text.n, r->options->form, &c->figure, &inner);
    if (status != OT_OK) {
        const ot_place place = ot__claims_place(r, CLAIMS_STATED);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    return read_unit(r, c, err);
}

static ot_str relative_of(const ot_claims_reader *r, int column)
{
    const ot_str text = text_of(r, column);

    return ot__str_starts(text, RELATIVE) ? text : (ot_str){NULL, 0};
}

static void keep_texts(ot_claims_reader *r, ot_claim *c)
{
    char number[24];

    snprintf(number, sizeof number, "%zu", r->claims->n + 1);
    const ot_str id = text_of(r, CLAIMS_CLAIM);
    c->id = keep(r, id.n > 0 ? id : ot__str(number));
    c->group = keep(r, text_of(r, CLAIMS_GROUP));
    c->commodity = keep(r, text_of(r, CLAIMS_COMMODITY));
    c->basis = keep(r, text_of(r, CLAIMS_BASIS));
    c->stated = keep(r, text_of(r, CLAIMS_STATED));
    c->place = keep(r, text_of(r, CLAIMS_PLACE));
    c->base_commodity = keep(r, text_of(r, CLAIMS_BASE_COMMODITY));
    c->parts = keep(r, text_of(r, CLAIMS_PARTS));
    c->vintage = keep(r, text_of(r, CLAIMS_VINTAGE));
    c->text = keep(r, text_of(r, CLAIMS_TEXT));
    c->said.quote = keep(r, text_of(r, CLAIMS_QUOTE));
    c->said.period = keep(r, relative_of(r, CLAIMS_PERIOD));
    c->said.base = keep(r, relative_of(r, CLAIMS_BASE_PERIOD));
    c->line = r->record->line;
}

static ot_status room(ot_claims_reader *r, ot_error *err)
{
    ot_claims *set = r->claims;

    if (set->n == OT_CLAIMS_MOST) {
        const ot_place place = ot__claims_place(r, -1);
        return ot_fail(err, OT_E_LIMIT, &place, "more than %d claims",
                       OT_CLAIMS_MOST);
    }
    if (set->n == r->capacity) {
        const size_t capacity = r->capacity > 0 ? 2 * r->capacity : 16;
        ot_claim *more = realloc(set->claim, capacity * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
        }
        set->claim = more;
        r->capacity = capacity;
    }
    return OT_OK;
}

// A figure such as 1,741.9 without quotes would shift what follows it.
static ot_status not_too_long(const ot_claims_reader *r, ot_error *err)
{
    const ot_place place = {r->claims->path, r->record->line,
                            (int)r->fields + 1};

    if (r->record->n <= r->fields) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_SYNTAX, &place,
                   "%zu fields where the header has %zu; a figure with a comma "
                   "needs quotes (\"1,741.9\")",
                   r->record->n, r->fields);
}

// Is the claim taken of another quantity, which is then of the same period?
static bool of_another(const ot_claims_reader *r, const ot_claim *c)
{
    return c->base_flow != NULL || c->base_partner != OT_AREA_NONE ||
           text_of(r, CLAIMS_BASE_COMMODITY).n > 0;
}

ot_status ot__claims_row(ot_claims_reader *r, ot_error *err)
{
    ot_claim c = {.said = {"", "", "", "", "", "", "", 0, 0}};
    ot_status status = not_too_long(r, err);

    if (status == OT_OK) {
        status = room(r, err);
    }
    if (status == OT_OK) {
        status = read_words(r, &c, err);
    }
    if (status == OT_OK) {
        status = read_who(r, &c, err);
    }
    if (status == OT_OK) {
        status = read_period(r, CLAIMS_PERIOD, &c.period, err);
    }
    if (status == OT_OK) {
        status = read_period(r, CLAIMS_BASE_PERIOD, &c.base, err);
    }
    if (status == OT_OK) {
        status = read_figure(r, &c, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (c.kind == OT_CLAIM_RANK) {
        c.since = c.base;
        c.base.months = 0;
    }
    if (c.base.months == 0 && c.period.months > 0) {
        c.base = of_another(r, &c) ? c.period : ot_period_year_before(c.period);
    }
    keep_texts(r, &c);
    r->claims->claim[r->claims->n++] = c;
    return OT_OK;
}
