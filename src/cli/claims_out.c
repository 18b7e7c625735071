// SPDX-License-Identifier: GPL-3.0-or-later
// claims_out.c - claims as a claims file, such that they are judged alike when
// it is read.

#include "cli/claims_out.h"

#include <math.h>
#include <string.h>

#include "cli/undated.h"

const char claims_head[] =
    "claim,group,kind,modality,reporter,partner,flow,commodity,basis,period,"
    "base_period,stated,unit,place,condition,base_flow,base_partner,"
    "base_commodity,parts,vintage,text,quote\n";

// ---- what was stated --------------------------------------------------------

typedef struct statement {
    const char *stated;
    char range[96], unit[32];
} statement;

static bool same_number(double a, double b)
{
    return a == b || fabs(a - b) <= 1e-12 * fmax(fabs(a), fabs(b));
}

static bool same_interval(ot_interval a, ot_interval b, double factor)
{
    return same_number(a.lo * factor, b.lo) && same_number(a.hi * factor, b.hi);
}

// Does the text say the figure, with a word of scale in the unit column?
static bool says(const ot_claim *c, const ot_figure *read, int scale)
{
    const double factor = pow(10, scale);

    return (scale == 0 || !read->has_scale) &&
           same_interval(read->usual, c->figure.usual, factor) &&
           same_interval(read->hard, c->figure.hard, factor);
}

static void put_unit(statement *s, ot_unit unit, int scale)
{
    unit.scale = (signed char)scale;
    if (unit.dimension == OT_DIM_MONEY || unit.dimension == OT_DIM_WEIGHT ||
        unit.dimension == OT_DIM_QUANTITY ||
        (unit.dimension == OT_DIM_NONE && scale > 0)) {
        (void)ot_unit_text(unit, s->unit);
    } else if (unit.dimension != OT_DIM_NONE) {
        snprintf(s->unit, sizeof s->unit, "%s",
                 unit.dimension == OT_DIM_PERCENT  ? "%"
                 : unit.dimension == OT_DIM_POINTS ? "pp"
                                                   : "times");
    }
}

// The power of ten that the unit column has to add; false: the text does not
// say the figure.
static bool find_scale(const ot_claim *c, const ot_figure *read, int *scale)
{
    static const int scales[] = {0, 3, 6, 9, 12, 5, 7};

    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        if (says(c, read, scales[i])) {
            *scale = scales[i];
            return true;
        }
    }
    return false;
}

// As it was stated where that says it all, else as the range that it comes to:
// a fall "n times", say, was turned into a ratio.
static void state(const ot_claim *c, statement *s)
{
    const ot_interval *usual = &c->figure.usual;
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];
    ot_figure read;
    int scale = 0;

    *s = (statement){.stated = c->stated};
    if (c->kind == OT_CLAIM_AVERAGE && c->per != OT_AVERAGE_MONTH) {
        snprintf(s->unit, sizeof s->unit, "/%s", ot_average_name(c->per));
        return;
    }
    if (c->kind == OT_CLAIM_RANK || c->kind == OT_CLAIM_RUN) {
        return;
    }
    if (ot_figure_parse(c->stated, strlen(c->stated), (ot_decimal_form){'.'},
                        &read, NULL) == OT_OK &&
        find_scale(c, &read, &scale)) {
        if (read.unit.dimension == OT_DIM_NONE || scale > 0) {
            put_unit(s, c->figure.unit, scale);
        }
    } else if (isfinite(usual->lo) && isfinite(usual->hi)) {
        snprintf(s->range, sizeof s->range, "%.40s:%.40s",
                 ot__digits15(lo, usual->lo), ot__digits15(hi, usual->hi));
        s->stated = s->range;
        put_unit(s, c->figure.unit, 0);
    }
}

// ---- a row ------------------------------------------------------------------

static const char *or_none(const char *text)
{
    return text != NULL ? text : "";
}

static const char *area(ot_area a)
{
    return a != OT_AREA_NONE ? ot_area_code(a) : "";
}

// As it is known, else as it was said.
static const char *period(ot_period p, const char *said, char out[])
{
    if (p.months > 0 && !undated_is(p)) {
        return ot_period_text(p, out);
    }
    return ot__str_starts(ot__str(said), "relative:") ? said : "";
}

// Named in the text, or not what a reader would take it for.
static const char *base(const ot_claim *c, char out[])
{
    const bool other = c->base_flow != NULL ||
                       c->base_partner != OT_AREA_NONE ||
                       or_none(c->base_commodity)[0] != '\0';
    const bool named =
        c->said.base[0] != '\0' && strcmp(c->said.base, "-") != 0;
    const ot_period usual =
        other ? c->period : ot_period_year_before(c->period);

    return c->since.months > 0 ? ot_period_text(c->since, out)
           : named || !ot_period_equal(c->base, usual)
               ? period(c->base, c->said.base, out)
               : "";
}

// Numbers of sentences are those of a text.
static void put_group(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    if (text->number > 1 && c->group[0] != '\0') {
        ot__buf_format(out, "%zu.", text->number);
    }
    cli_csv_field(out, c->group);
}

static void put_text(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    ot_buf name = {0};

    if (c->text != NULL && c->text[0] != '\0') {
        ot__buf_text(&name, c->text);
    } else {
        ot__buf_text(&name, text->name);
    }
    if (text->each_line && c->said.line > 0) {
        ot__buf_format(&name, ":%ld", c->said.line);
    }
    cli_csv_field(out, ot__buf_cstr(&name));
    ot__buf_free(&name);
}

void claims_row(ot_buf *out, const ot_claim *c, const claims_text *text)
{
    char first[32], second[32];
    statement s;

    state(c, &s);
    cli_csv_field(out, c->id);
    ot__buf_char(out, ',');
    put_group(out, c, text);
    const char *fields[] = {ot_claim_kind_name(c->kind),
                            ot_modality_name(c->modality),
                            area(c->reporter),
                            area(c->partner),
                            c->flow != NULL ? c->flow->name : "",
                            c->commodity,
                            c->basis,
                            period(c->period, c->said.period, first),
                            base(c, second),
                            s.stated,
                            s.unit,
                            c->place,
                            c->condition == OT_CONDITION_PACE ? "pace" : "",
                            c->base_flow != NULL ? c->base_flow->name : "",
                            area(c->base_partner),
                            or_none(c->base_commodity),
                            or_none(c->parts),
                            or_none(c->vintage)};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        ot__buf_char(out, ',');
        cli_csv_field(out, fields[i]);
    }
    ot__buf_char(out, ',');
    put_text(out, c, text);
    ot__buf_char(out, ',');
    cli_csv_field(out, or_none(c->said.quote));
    ot__buf_char(out, '\n');
}
