// SPDX-License-Identifier: GPL-3.0-or-later
// extraction.c - what a sentence says of a figure, as a claim.

#include "claim/extraction.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/claims.h"

// ---- texts ------------------------------------------------------------------

static const char *keep(ot_extraction *x, ot_str text)
{
    const size_t offset = x->texts.n;

    ot__buf_bytes(&x->texts, text.at, text.n);
    ot__buf_char(&x->texts, '\0');
    return (const char *)(uintptr_t)offset;
}

// ---- places -----------------------------------------------------------------

// Claims come in the order of the text, so lines are counted once.
static void find_line(ot_extraction *x, size_t at)
{
    for (; x->line_at < at; x->line_at++) {
        if (x->text[x->line_at] == '\n') {
            x->line++;
            x->line_start = x->line_at + 1;
        }
    }
}

// ---- one claim --------------------------------------------------------------

static const struct {
    const char *word; // as ot_flow_find and conventions have it
    const char *flow; // NULL: none
} topics[] = {
    [TOPIC_NONE] = {"unknown", NULL},
    [TOPIC_EXPORT] = {"export", "export"},
    [TOPIC_IMPORT] = {"import", "import"},
    [TOPIC_TURNOVER] = {"turnover", "turnover"},
    [TOPIC_REEXPORT] = {"reexport", "re-export"},
    [TOPIC_BALANCE] = {"balance", "balance"},
    [TOPIC_SURPLUS] = {"balance", "balance"},
    [TOPIC_DEFICIT] = {"balance", "balance"},
    [TOPIC_EXCESS] = {"balance", "balance"},
    [TOPIC_OTHER] = {"other", NULL},
};

// Groups that conventions write as such: all but a few well-known ones.
static bool is_other_group(ot_area area)
{
    static const char *const known[] = {"EA", "EU", "CIS", "ASEAN"};
    const char *code = ot_area_code(area);

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (ot__str_starts(ot__str(code), known[i]) &&
            !ot__str_same(ot__str(code), "EAEU") &&
            !ot__str_starts(ot__str(code), "EUR")) {
            return false;
        }
    }
    return ot_area_kind_of(area) == OT_AREA_GROUP;
}

static const char *keep_area(ot_extraction *x, ot_area area)
{
    char group[32];

    snprintf(group, sizeof group, "%s%s", is_other_group(area) ? "group:" : "",
             ot_area_code(area));
    return keep(x, ot__str(group));
}

static void set_who(ot_extraction *x, const ot_spoken *s, ot_claim *c)
{
    const char *flow = topics[s->topic].flow;
    const bool named = s->partner != OT_AREA_NONE;

    c->reporter = s->reporter;
    c->partner = named ? s->partner : ot_area_find("WLD", 3);
    c->partner = s->group || s->doubtful ? OT_AREA_NONE : c->partner;
    c->commodity = keep(x, ot__str(s->ware));
    c->flow = flow != NULL ? ot_flow_find(flow, strlen(flow)) : NULL;
    if (s->over != TOPIC_NONE) {
        const char *over = topics[s->over].flow;
        c->base_flow = ot_flow_find(over, strlen(over));
    }
    c->said.flow = keep(x, ot__str(topics[s->topic].word));
    c->said.reporter = s->reporter != OT_AREA_NONE
                           ? keep_area(x, s->reporter)
                           : keep(x, ot__str("unknown"));
    c->said.partner = s->doubtful ? keep(x, ot__str("unknown"))
                      : s->group  ? keep(x, ot__str("group:other"))
                      : named     ? keep_area(x, s->partner)
                                  : keep(x, ot__str("WLD"));
}

static bool has_base(ot_claim_kind kind)
{
    return kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
           kind == OT_CLAIM_MULTIPLE || kind == OT_CLAIM_SHARE_CHANGE ||
           kind == OT_CLAIM_RATE_CHANGE;
}

// A year, or months from January on, is compared with the same a year before.
static bool is_cumulated(ot_period p)
{
    return p.months == 12 ||
           (p.months > 1 && ot_month_of_year(p.first) == 1 && p.months != 3);
}

static void set_when(ot_extraction *x, const ot_spoken *s, ot_claim *c)
{
    const ot_dating d = {x->options->date, s->reporter};
    const ot_when *main = s->when;
    ot_period known = {0, 0};
    char text[OT_WHEN_SIZE];

    // An old value may lean on the period of the new one of its sentence.
    for (size_t k = 0; s->old && k < x->passage.n; k++) {
        const ot_spoken *other = &x->passage.spoken[k];
        if (!other->old && other->when != NULL) {
            main = other->when;
            known = ot__when_text(main, NULL, known, &d, text);
            break;
        }
    }
    if (main != NULL && main->kind == WHEN_SAME) {
        main = &x->context.when; // of the sentence before
    }
    c->period = ot__when_text(s->when, main, known, &d, text);
    if (s->when == NULL && s->old && main != NULL) {
        snprintf(text, sizeof text, "unknown");
    }
    c->said.period = keep(x, ot__str(text));
    snprintf(text, sizeof text, "-");
    if (s->over != TOPIC_NONE && s->base == NULL) {
        c->base = c->period; // of the same time
        snprintf(text, sizeof text, "%s",
                 x->texts.at + (uintptr_t)c->said.period);
    } else if (s->base != NULL || has_base(c->kind)) {
        c->base = ot__when_text(s->base, s->when, c->period, &d, text);
        if (s->base == NULL && s->when != NULL && is_cumulated(c->period) &&
            s->modality != OT_TARGET) {
            c->base = ot_period_year_before(c->period);
            ot_when before = *s->when;
            before.kind = WHEN_YEAR_BEFORE;
            (void)ot__when_text(&before, s->when, c->period, &d, text);
        }
    }
    c->said.base = keep(x, ot__str(text));
    if (s->since != NULL) {
        c->since = ot__when_text(s->since, s->when, c->period, &d, text);
    }
    if (c->base.months == 0 && c->period.months > 0) {
        c->base = ot_period_year_before(c->period);
    }
}

// "By 3.7 times" may mean 3.7 times more: 4.7 times as much.
static void set_readings(const ot_spoken *s, ot_claim *c)
{
    if (c->kind == OT_CLAIM_MULTIPLE && s->by && s->sign > 0) {
        c->reading[c->readings++] =
            (ot_sense){OT_CLAIM_MULTIPLE, ot_interval_shift(c->figure.hard, 1),
                       "times more, on top of the base"};
    }
    if (c->kind == OT_CLAIM_SHARE_CHANGE ||
        (c->kind == OT_CLAIM_GROWTH &&
         c->figure.unit.dimension == OT_DIM_POINTS)) {
        c->reading[c->readings++] = (ot_sense){OT_CLAIM_GROWTH, c->figure.hard,
                                               "per cent of the share itself"};
    }
}

// A fall "3 times" is a third.
static void invert(ot_interval *a)
{
    if (!ot_interval_is_none(*a) && a->lo > 0) {
        *a = (ot_interval){1 / a->hi, 1 / a->lo, a->hi_open, a->lo_open};
    }
}

// Stated anew, as the range that it comes to.
static void set_fall(ot_extraction *x, ot_claim *c)
{
    char text[OT_STATED_SIZE], lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    invert(&c->figure.usual);
    invert(&c->figure.hard);
    c->figure.point = c->figure.point > 0 ? 1 / c->figure.point : 0;
    c->figure.truncated = c->figure.loose = ot_interval_none();
    snprintf(text, sizeof text, "%.40s:%.40s times",
             ot__digits15(lo, c->figure.usual.lo),
             ot__digits15(hi, c->figure.usual.hi));
    c->stated = keep(x, ot__str(text));
}

static ot_status set_figure(ot_extraction *x, const ot_spoken *s, ot_claim *c)
{
    const ot_amount *a = &x->passage.items.at[s->item].amount;
    const bool ranked = s->kind == OT_CLAIM_RANK || s->kind == OT_CLAIM_RUN;
    const char *currency = ranked ? "" : ot__currency_of(a, s->reporter);
    char text[OT_STATED_SIZE], unit[OT_UNIT_SIZE], code[12];

    const bool known = ot_currency_word(currency, strlen(currency), code) > 0;
    ot__stated_text(s, a, x->passage.grammar, known ? currency : "", text);
    ot_status status = OT_OK;
    if (ranked) {
        ot__rank_figure(s->rank, &c->figure);
    } else {
        status = ot_figure_parse(text, strlen(text), (ot_decimal_form){'.'},
                                 &c->figure, NULL);
    }
    if (status != OT_OK) {
        return status;
    }
    if (currency[0] != '\0' && !known) { // of another time, in no table
        c->figure.unit = (ot_unit){.dimension = OT_DIM_MONEY};
        ot__str_copy(ot__str(currency), c->figure.unit.code,
                     sizeof c->figure.unit.code);
    }
    if (!ranked && a->dimension == OT_DIM_QUANTITY) { // tonnes are no money
        c->figure.unit = (ot_unit){.dimension = OT_DIM_QUANTITY};
        ot__str_copy(ot__str(a->unit), c->figure.unit.code,
                     sizeof c->figure.unit.code);
    }
    if (ranked) {
        snprintf(unit, sizeof unit, "count");
    } else {
        ot__unit_text(a, s->per, s->reporter, unit);
    }
    if (s->counted) {
        snprintf(unit, sizeof unit, "count");
    }
    c->stated = keep(x, ot__str(text));
    c->said.unit = keep(x, ot__str(unit));
    return OT_OK;
}

// "Fell less than 0.1 billion" is a fall: it ends at zero.
static void end_at_zero(const ot_spoken *s, ot_figure *f)
{
    const bool directed =
        s->kind == OT_CLAIM_CHANGE || s->kind == OT_CLAIM_GROWTH;

    if (directed && s->sign > 0 && f->hard.lo == -INFINITY) {
        f->hard.lo = 0;
        f->usual.lo = fmax(f->usual.lo, 0);
    }
    if (directed && s->sign < 0 && f->hard.hi == INFINITY &&
        f->hedge != OT_HEDGE_OVER && f->hedge != OT_HEDGE_AT_LEAST) {
        f->hard.hi = 0;
        f->usual.hi = fmin(f->usual.hi, 0);
    }
}

static ot_status room(ot_extraction *x, ot_error *err)
{
    ot_claims *set = x->claims;

    if (set->n == OT_CLAIMS_MOST) {
        const ot_place place = {x->path, x->line, 0};
        return ot_fail(err, OT_E_LIMIT, &place, "more than %d claims",
                       OT_CLAIMS_MOST);
    }
    if (set->n == x->capacity) {
        const size_t capacity = x->capacity > 0 ? 2 * x->capacity : 16;
        ot_claim *more = realloc(set->claim, capacity * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
        }
        set->claim = more;
        x->capacity = capacity;
    }
    return OT_OK;
}

static void set_place(ot_extraction *x, const ot_item *item, ot_claim *c)
{
    const size_t from = x->clean.from[item->at];
    const size_t to = x->clean.from[item->end - 1] + 1;
    char text[32];

    find_line(x, from);
    c->line = x->line;
    c->said.line = x->line;
    c->said.column = (long)(from - x->line_start) + 1;
    c->said.quote = keep(x, (ot_str){x->text + from, to - from});
    c->place = keep(x, ot__str(x->claims->path));
    x->texts.n--; // go on where the path's text ends
    snprintf(text, sizeof text, ":%ld:%ld", c->said.line, c->said.column);
    ot__buf_text(&x->texts, text);
    ot__buf_char(&x->texts, '\0');
    snprintf(text, sizeof text, "%zu", x->claims->n + 1);
    c->id = keep(x, ot__str(text));
    // Figures of a sentence are said together.
    snprintf(text, sizeof text, "%zu", x->sentence);
    c->group = keep(x, ot__str(text));
}

static bool is_world(ot_area area)
{
    return area != OT_AREA_NONE && ot_area_kind_of(area) == OT_AREA_WORLD;
}

// "If trade keeps up this pace" is the trade that was spoken of last.
static void set_pace_of(const ot_extraction *x, ot_claim *c)
{
    if (c->condition != OT_CONDITION_PACE || c->reporter != OT_AREA_NONE ||
        (c->partner != OT_AREA_NONE && !is_world(c->partner))) {
        return;
    }
    for (size_t i = x->claims->n; i-- > 0;) {
        const ot_claim *before = &x->claims->claim[i];
        if (before->flow == c->flow && before->reporter != OT_AREA_NONE &&
            before->partner != OT_AREA_NONE && !is_world(before->partner)) {
            c->reporter = before->reporter;
            c->partner = before->partner;
            return;
        }
    }
}

// The claims of its sentence that a figure is the sum of: "1 2".
static void set_parts(ot_extraction *x, const ot_spoken *s, ot_claim *c)
{
    const char *space = "";

    c->parts = keep(x, ot__str(""));
    x->texts.n--;
    for (size_t k = 0; k < x->passage.n; k++) {
        const ot_spoken *part = &x->passage.spoken[k];
        if (part->part_of == s->item && part->id > 0) {
            ot__buf_format(&x->texts, "%s%zu", space, part->id);
            space = " ";
        }
    }
    ot__buf_char(&x->texts, '\0');
}

ot_status ot__extraction_add(ot_extraction *x, ot_spoken *s, ot_error *err)
{
    ot_claim c = {.kind = s->kind,
                  .modality = s->modality,
                  .condition = s->modality == OT_PROJECTED && x->passage.pace
                                   ? OT_CONDITION_PACE
                                   : OT_CONDITION_NONE};
    ot_status status = room(x, err);

    // The size of a deficit grows as the balance falls.
    const int sign = x->passage.items.at[s->item].amount.sign;
    if (sign != 0 && s->kind == OT_CLAIM_LEVEL) {
        s->sign = sign;
    } else if (s->topic == TOPIC_DEFICIT) {
        s->sign = s->kind == OT_CLAIM_LEVEL || s->kind == OT_CLAIM_AVERAGE ? -1
                  : s->kind == OT_CLAIM_CHANGE ? -s->sign
                                               : s->sign;
    } else if (s->kind == OT_CLAIM_LEVEL || s->kind == OT_CLAIM_AVERAGE ||
               s->kind == OT_CLAIM_SHARE) {
        s->sign = 1;
    }
    const bool falls = s->kind == OT_CLAIM_MULTIPLE && s->sign < 0;
    s->sign = falls ? 1 : s->sign;
    s->by = s->by && !falls;
    if (status == OT_OK) {
        set_place(x, &x->passage.items.at[s->item], &c);
        status = set_figure(x, s, &c);
    }
    if (status != OT_OK) {
        return status == OT_E_SYNTAX ? OT_OK : status; // no figure after all
    }
    end_at_zero(s, &c.figure);
    if (falls) {
        set_fall(x, &c);
    }
    c.per = s->per == PER_DAY    ? OT_AVERAGE_DAY
            : s->per == PER_YEAR ? OT_AVERAGE_YEAR
                                 : OT_AVERAGE_MONTH;
    c.of_partners = s->partners;
    c.of_rates = s->rates;
    set_who(x, s, &c);
    c.basis = keep(x, ot__str(s->basis));
    c.vintage = keep(x, ot__str(s->vintage));
    set_parts(x, s, &c);
    set_pace_of(x, &c);
    set_when(x, s, &c);
    set_readings(s, &c);
    x->claims->claim[x->claims->n++] = c;
    s->id = x->claims->n;
    return OT_OK;
}
