// SPDX-License-Identifier: GPL-3.0-or-later
// findings.c - findings of a check as a sheet, for csv, json and md.

#include "cli/findings.h"

#include <math.h>

#include "cli/out.h"
#include "cli/undated.h"
#include "cli/verdict.h"

enum {
    IN_FILE,
    LINE,
    AT,
    QUOTE,
    VIEW,
    ON,
    VERDICT,
    ONLY_IF,
    REASON,
    ID,
    GROUP,
    KIND,
    MODALITY,
    STATED,
    PERIOD,
    RELEASE,
    FOUND,
    FOUND_LO,
    FOUND_HI,
    UNIT,
    CHANGED,
    OTHER_PERIOD,
    OTHER_FLOW,
    OTHER_BASIS,
    OTHER_RELEASE,
    OTHER_FOUND,
    TRIED,
    FITS,
    ONE_CHANGE,
    SPREAD_LO,
    SPREAD_HI,
    NEED_LO,
    NEED_HI,
    PRECEDENT,
    WITH,
    SLIP,
    IMPLIES,
    IMPLIES_LO,
    IMPLIES_HI,
    OF_AVERAGE_LO,
    OF_AVERAGE_HI,
    MONTHS_LO,
    MONTHS_HI,
    PLACE,
    KNOWN,
    COLUMNS
};

#define TEXT(name)                                                             \
    {                                                                          \
        .id = name, .title = name, .kind = OT_COLUMN_TEXT                      \
    }
#define MACHINE(name)                                                          \
    {                                                                          \
        .id = name, .title = name, .kind = OT_COLUMN_ID                        \
    }
#define NUMBER(name)                                                           \
    {                                                                          \
        .id = name, .title = name, .kind = OT_COLUMN_COUNT                     \
    }

static const ot_column columns[COLUMNS] = {
    TEXT("file"),
    NUMBER("line"),
    NUMBER("column"),
    TEXT("quote"),
    TEXT("view"),
    TEXT("on"),
    TEXT("verdict"),
    MACHINE("only_if"),
    TEXT("reason"),
    MACHINE("claim"),
    MACHINE("group"),
    MACHINE("kind"),
    MACHINE("modality"),
    MACHINE("stated"),
    MACHINE("period"),
    MACHINE("release"),
    NUMBER("found"),
    NUMBER("found_lo"),
    NUMBER("found_hi"),
    MACHINE("unit"),
    MACHINE("changed"),
    MACHINE("other_period"),
    MACHINE("other_flow"),
    MACHINE("other_basis"),
    MACHINE("other_release"),
    NUMBER("other_found"),
    NUMBER("tried"),
    NUMBER("fits"),
    NUMBER("one_change"),
    NUMBER("spread_lo"),
    NUMBER("spread_hi"),
    NUMBER("need_lo"),
    NUMBER("need_hi"),
    MACHINE("precedent"),
    MACHINE("clashes_with"),
    MACHINE("slip"),
    MACHINE("implied_period"),
    NUMBER("implied_lo"),
    NUMBER("implied_hi"),
    NUMBER("of_average_lo"),
    NUMBER("of_average_hi"),
    NUMBER("months_lo"),
    NUMBER("months_hi"),
    MACHINE("place"),
    MACHINE("known"),
};

// Money in millions, as everywhere in csv and json.
static double machine_factor(const ot_claim *c)
{
    return c->kind == OT_CLAIM_LEVEL || c->kind == OT_CLAIM_CHANGE ||
                   c->kind == OT_CLAIM_AVERAGE
               ? 1e6
               : 1;
}

static void put_number(ot_sheet *sheet, size_t column, double x, double factor)
{
    if (isfinite(x)) {
        ot_sheet_number(sheet, column, x / factor, ot_interval_none());
    }
}

static void put_derived(ot_sheet *sheet, size_t column, double x, double factor)
{
    put_number(sheet, column, out_derived(x / factor), 1);
}

// Amounts of the data are sums of what was published; all else is worked out.
static void put_measured(ot_sheet *sheet, size_t column, double x,
                         const ot_claim *c, const ot_finding *f)
{
    const double factor = machine_factor(c);

    if (factor > 1 && f->account == NULL) {
        put_number(sheet, column, x, factor);
    } else {
        put_derived(sheet, column, x, factor);
    }
}

static void put_day(ot_sheet *sheet, size_t column, ot_day day)
{
    char text[16];

    if (day != OT_DAY_NONE) {
        ot_sheet_text(sheet, column,
                      day == OT_DAY_LATEST ? "today" : ot_day_text(day, text));
    }
}

static void put_unit(ot_sheet *sheet, const ot_claim *c)
{
    ot_unit unit = c->figure.unit;
    char text[32];

    if (machine_factor(c) > 1) {
        unit.scale = OUT_MACHINE_SCALE;
    }
    ot_sheet_text(sheet, UNIT, ot_unit_text(unit, text));
}

static void put_other(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    char text[32];

    put_number(sheet, TRIED, (double)f->tried, 1);
    put_number(sheet, FITS, (double)f->fits, 1);
    put_number(sheet, ONE_CHANGE, (double)f->near, 1);
    if (f->verdict != OT_FITS_ANOTHER) {
        return;
    }
    ot_sheet_text(sheet, CHANGED, f->changed);
    ot_sheet_text(sheet, OTHER_PERIOD, ot_period_text(f->other.period, text));
    ot_sheet_text(sheet, OTHER_FLOW, f->other.flow->name);
    ot_sheet_text(sheet, OTHER_BASIS, f->other.basis);
    put_day(sheet, OTHER_RELEASE, f->other.release);
    put_measured(sheet, OTHER_FOUND, f->other_mid, c, f);
}

// The others of a clash, by their ids; slips by theirs.
static void put_names(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;
    ot_buf names = {0};

    for (size_t i = 0; i < a->conflicts; i++) {
        const ot_claim *other = &f->among->claim[a->conflict[i]];
        if (other != c) {
            ot__buf_format(&names, "%s%s", names.n > 0 ? " " : "", other->id);
        }
    }
    ot_sheet_text(sheet, WITH, ot__buf_cstr(&names));
    ot__buf_clear(&names);
    for (size_t i = 0; i < a->slips; i++) {
        ot__buf_format(&names, "%s%s", i > 0 ? " " : "",
                       ot_slip_id(a->slip[i].kind));
    }
    ot_sheet_text(sheet, SLIP, ot__buf_cstr(&names));
    ot__buf_free(&names);
}

static void put_account(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;
    const double factor = a->base_is_rate ? 1 : 1e6;
    char text[32];

    put_names(sheet, c, f);
    if (!ot_interval_is_none(a->base)) {
        if (!undated_is(a->of.period)) {
            ot_sheet_text(sheet, IMPLIES, ot_period_text(a->of.period, text));
        }
        put_derived(sheet, IMPLIES_LO, a->base.lo, factor);
        put_derived(sheet, IMPLIES_HI, a->base.hi, factor);
    }
    if (a->pace.known) {
        put_derived(sheet, OF_AVERAGE_LO, a->pace.of_average.lo, 1);
        put_derived(sheet, OF_AVERAGE_HI, a->pace.of_average.hi, 1);
        put_derived(sheet, MONTHS_LO, a->pace.months.lo, 1);
        put_derived(sheet, MONTHS_HI, a->pace.months.hi, 1);
    }
}

static void put_found(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    put_measured(sheet, FOUND, f->mid, c, f);
    put_measured(sheet, FOUND_LO, f->range.lo, c, f);
    put_measured(sheet, FOUND_HI, f->range.hi, c, f);
    put_unit(sheet, c);
}

// What every reader wants to know of a claim.
static void put_claim(ot_sheet *sheet, const checked *t, const ot_claim *c)
{
    ot_buf quote = {0};

    ot_sheet_text(sheet, IN_FILE, t->claims->path);
    if (c->said.line > 0) {
        put_number(sheet, LINE, (double)c->said.line, 1);
        put_number(sheet, AT, (double)c->said.column, 1);
    }
    checked_quote(&quote, c);
    ot_sheet_text(sheet, QUOTE, ot__buf_cstr(&quote));
    ot__buf_free(&quote);
}

static void put_verdict(ot_sheet *sheet, const ot_claim *c, const ot_finding *f,
                        ot_day day)
{
    ot_buf reason = {0};

    ot_sheet_text(sheet, VIEW, f->account != NULL ? "alone" : "data");
    put_day(sheet, ON, day);
    ot_sheet_text(sheet, VERDICT, ot_verdict_id(f->verdict));
    ot_sheet_text(sheet, ONLY_IF, ot_only_if_id(f->only_if));
    checked_words(&reason, c, f);
    ot_sheet_text(sheet, REASON, ot__buf_cstr(&reason));
    ot__buf_free(&reason);
}

// The rest is for programs.
static void put_details(ot_sheet *sheet, const ot_claim *c, bool known)
{
    char text[32];

    ot_sheet_text(sheet, ID, c->id);
    ot_sheet_text(sheet, GROUP, c->group);
    ot_sheet_text(sheet, KIND, ot_claim_kind_name(c->kind));
    ot_sheet_text(sheet, MODALITY, ot_modality_name(c->modality));
    ot_sheet_text(sheet, STATED, c->stated);
    ot_sheet_text(sheet, PERIOD,
                  undated_is(c->period) ? c->said.period
                                        : ot_period_text(c->period, text));
    ot_sheet_text(sheet, PLACE, c->place);
    if (known) {
        ot_sheet_text(sheet, KNOWN, "known");
    }
}

static void put_finding(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    put_day(sheet, RELEASE, f->own.release);
    put_found(sheet, c, f);
    put_derived(sheet, SPREAD_LO, f->spread_lo, 1e6);
    put_derived(sheet, SPREAD_HI, f->spread_hi, 1e6);
    if (f->has_need) {
        put_derived(sheet, NEED_LO, f->need.total.lo, 1e6);
        put_derived(sheet, NEED_HI, f->need.total.hi, 1e6);
    }
    if (f->has_need && f->account == NULL) {
        ot_sheet_text(sheet, PRECEDENT, verdict_precedent(f->need.precedent));
    }
    if (f->account != NULL) {
        put_account(sheet, c, f);
    } else {
        put_other(sheet, c, f);
    }
}

void findings_rows(ot_sheet *sheet, const checked *t)
{
    for (size_t i = 0; i < t->claims->n; i++) {
        const ot_claim *c = &t->claims->claim[i];
        for (size_t k = 0; k < checked_columns(t); k++) {
            const ot_finding *f = checked_finding(t, i, k);
            ot_sheet_row(sheet);
            put_claim(sheet, t, c);
            put_verdict(sheet, c, f, checked_day(t, k));
            if (ot_sheet_columns(sheet) == COLUMNS) {
                put_details(sheet, c, t->known != NULL && t->known[i]);
                put_finding(sheet, c, f);
            }
        }
    }
}

ot_sheet *findings_sheet(bool details)
{
    return ot_sheet_new("findings", columns, details ? COLUMNS : REASON + 1);
}
