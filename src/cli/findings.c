// SPDX-License-Identifier: GPL-3.0-or-later
// findings.c - findings of a check as a sheet, for csv, json and md; a summary.

#include "cli/findings.h"

#include <math.h>

#include "cli/out.h"
#include "cli/verdict.h"

enum {
    CLAIMS_FILE,
    ID,
    GROUP,
    KIND,
    MODALITY,
    STATED,
    PERIOD,
    ON,
    RELEASE,
    VERDICT,
    ONLY_IF,
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
    PLACE,
    WORDS,
    WITH,
    SLIP,
    IMPLIES,
    IMPLIES_LO,
    IMPLIES_HI,
    OF_AVERAGE_LO,
    OF_AVERAGE_HI,
    MONTHS_LO,
    MONTHS_HI,
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
    MACHINE("claims_file"),  TEXT("claim"),
    MACHINE("group"),        MACHINE("kind"),
    MACHINE("modality"),     TEXT("stated"),
    TEXT("period"),          TEXT("on"),
    MACHINE("release"),      TEXT("verdict"),
    MACHINE("only_if"),      NUMBER("found"),
    NUMBER("found_lo"),      NUMBER("found_hi"),
    MACHINE("unit"),         MACHINE("changed"),
    MACHINE("other_period"), MACHINE("other_flow"),
    MACHINE("other_basis"),  MACHINE("other_release"),
    NUMBER("other_found"),   NUMBER("tried"),
    NUMBER("fits"),          NUMBER("one_change"),
    NUMBER("spread_lo"),     NUMBER("spread_hi"),
    NUMBER("need_lo"),       NUMBER("need_hi"),
    MACHINE("precedent"),    MACHINE("place"),
    TEXT("words"),           MACHINE("clashes_with"),
    MACHINE("slip"),         MACHINE("implied_period"),
    NUMBER("implied_lo"),    NUMBER("implied_hi"),
    NUMBER("of_average_lo"), NUMBER("of_average_hi"),
    NUMBER("months_lo"),     NUMBER("months_hi"),
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
    put_number(sheet, OTHER_FOUND, f->other_mid, machine_factor(c));
}

// The others of a clash, by their ids; slips by theirs.
static void put_names(ot_sheet *sheet, const ot_claim *c, const ot_finding *f)
{
    static const char *const slips[OT_SLIP_KINDS] = {
        "scale", "by-for-to", "base", "points",      "sign",
        "flow",  "period",    "year", "base-period", "digits"};
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
                       slips[a->slip[i].kind]);
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
        ot_sheet_text(sheet, IMPLIES, ot_period_text(a->of.period, text));
        put_number(sheet, IMPLIES_LO, a->base.lo, factor);
        put_number(sheet, IMPLIES_HI, a->base.hi, factor);
    }
    if (a->pace.known) {
        put_number(sheet, OF_AVERAGE_LO, a->pace.of_average.lo, 1);
        put_number(sheet, OF_AVERAGE_HI, a->pace.of_average.hi, 1);
        put_number(sheet, MONTHS_LO, a->pace.months.lo, 1);
        put_number(sheet, MONTHS_HI, a->pace.months.hi, 1);
    }
}

static void put_row(ot_sheet *sheet, const char *file, const ot_claim *c,
                    const ot_finding *f, ot_day day)
{
    const double factor = machine_factor(c);
    ot_buf words = {0};
    char text[32];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, CLAIMS_FILE, file);
    ot_sheet_text(sheet, ID, c->id);
    ot_sheet_text(sheet, GROUP, c->group);
    ot_sheet_text(sheet, KIND, ot_claim_kind_name(c->kind));
    ot_sheet_text(sheet, MODALITY, ot_modality_name(c->modality));
    ot_sheet_text(sheet, STATED, c->stated);
    ot_sheet_text(sheet, PERIOD, ot_period_text(c->period, text));
    put_day(sheet, ON, f->account != NULL ? OT_DAY_NONE : day);
    put_day(sheet, RELEASE, f->own.release);
    ot_sheet_text(sheet, VERDICT, ot_verdict_id(f->verdict));
    ot_sheet_text(sheet, ONLY_IF, ot_only_if_id(f->only_if));
    put_number(sheet, FOUND, f->mid, factor);
    put_number(sheet, FOUND_LO, f->range.lo, factor);
    put_number(sheet, FOUND_HI, f->range.hi, factor);
    put_unit(sheet, c);
    put_other(sheet, c, f);
    put_number(sheet, SPREAD_LO, f->spread_lo, 1e6);
    put_number(sheet, SPREAD_HI, f->spread_hi, 1e6);
    if (f->has_need) {
        put_number(sheet, NEED_LO, f->need.total.lo, 1e6);
        put_number(sheet, NEED_HI, f->need.total.hi, 1e6);
        ot_sheet_text(sheet, PRECEDENT,
                      f->account == NULL ? verdict_precedent(f->need.precedent)
                                         : "");
    }
    if (f->account != NULL) {
        put_account(sheet, c, f);
    }
    ot_sheet_text(sheet, PLACE, c->place);
    verdict_words(&words, c, f);
    ot_sheet_text(sheet, WORDS, ot__buf_cstr(&words));
    ot__buf_free(&words);
}

void findings_rows(ot_sheet *sheet, const ot_claims *claims,
                   const ot_checking *k)
{
    ot_buf summary = {0};

    for (size_t i = 0; i < claims->n; i++) {
        for (int c = 0; c < k->columns; c++) {
            put_row(sheet, claims->path, &claims->claim[i],
                    &k->finding[i * (size_t)k->columns + (size_t)c], k->day[c]);
        }
    }
    findings_summary(&summary, k, "; ");
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&summary));
    ot__buf_free(&summary);
}

ot_sheet *findings_sheet(void)
{
    return ot_sheet_new("findings", columns, COLUMNS);
}

// ---- summary ---------------------------------------------------------------

// "On 8 October 2024: 2 fits another, 1 in range. Today: ..."
void findings_summary(ot_buf *out, const ot_checking *k, const char *between)
{
    for (int i = 0; i < k->columns; i++) {
        size_t count[OT_VERDICTS] = {0}, checked = 0;
        char text[64];
        bool first = true;

        for (size_t c = 0; c < k->n; c++) {
            const ot_verdict v =
                k->finding[c * (size_t)k->columns + (size_t)i].verdict;
            count[v]++;
            checked += v != OT_NOT_CHECKED;
        }
        const bool latest = k->day[i] == OT_DAY_LATEST;
        ot__buf_format(out, "%s%s%s: %zu of %zu checked", i > 0 ? between : "",
                       k->system != NULL ? "against each other"
                       : latest          ? "today"
                                         : "on ",
                       latest ? "" : ot_day_words(k->day[i], text), checked,
                       k->n);
        for (int v = 0; v < OT_VERDICTS; v++) {
            if (count[v] > 0 && v != OT_NOT_CHECKED) {
                ot__buf_format(out, "%s%zu %s", first ? " - " : ", ", count[v],
                               ot_verdict_word((ot_verdict)v));
                first = false;
            }
        }
    }
}
