// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of stated figures against data, landing or each other.
#include "outturn/picture_claims.h"

#include <math.h>
#include <string.h>

#include "plot/scale.h"
#include "report/picture.h"
#include "report/stated.h"

#define ROWS      6  // that a number line holds
#define CHECKED   3  // claims with what was found of them
#define QUOTE_MAX 40 // letters of a quote in a headline

typedef struct drawing {
    const ot_picture_claims *of;
    ot_picture *p;
    ot_unit unit;
    bool one_pair, one_reporter;    // all that are drawn have the same
    size_t shown, all;              // claims of the unit
    const ot_picture_stated *first; // the gravest, or the first
    double highest;                 // end of what is stated
} drawing;

static bool counts_ranks(const ot_claim *c)
{
    return c->kind == OT_CLAIM_RANK || c->kind == OT_CLAIM_RUN;
}

static ot_unit unit_of(const ot_claim *c)
{
    ot_unit unit = c->figure.unit;

    unit.scale = 0;
    return unit;
}

static bool same_unit(ot_unit a, ot_unit b)
{
    return a.dimension == b.dimension && strcmp(a.code, b.code) == 0;
}

static bool can_draw(const ot_picture_stated *s)
{
    const ot_interval i = s->claim->figure.usual;

    return !counts_ranks(s->claim) && !isnan(i.lo) && !isnan(i.hi) &&
           i.lo <= i.hi && (isfinite(i.lo) || isfinite(i.hi)) &&
           (s->finding == NULL || ot__stated_beside(s).known);
}

// How much a verdict asks to be looked at.
static int gravity(const ot_picture_stated *s)
{
    static const int of[OT_VERDICTS] = {
        [OT_DIFFERS] = 6, [OT_FITS_ANOTHER] = 5, [OT_CLASHES] = 4,
        [OT_HIGH] = 3,    [OT_LOW] = 3,          [OT_IN_RANGE] = 2,
        [OT_AGREES] = 1,  [OT_ADDS_UP] = 1,
    };

    return s->finding != NULL ? of[s->finding->verdict] : 0;
}

static size_t alike(const ot_picture_claims *of, ot_unit unit)
{
    size_t n = 0;

    for (size_t i = 0; i < of->n; i++) {
        n += can_draw(&of->stated[i]) &&
                     same_unit(unit_of(of->stated[i].claim), unit)
                 ? 1
                 : 0;
    }
    return n;
}

// The gravest claim, of several as grave one of the unit of most.
static const ot_picture_stated *choose(const ot_picture_claims *of)
{
    const ot_picture_stated *best = NULL;
    size_t most = 0;

    for (size_t i = 0; i < of->n; i++) {
        const ot_picture_stated *s = &of->stated[i];
        if (!can_draw(s)) {
            continue;
        }
        const size_t n = alike(of, unit_of(s->claim));
        if (best == NULL || gravity(s) > gravity(best) ||
            (gravity(s) == gravity(best) && n > most)) {
            best = s;
            most = n;
        }
    }
    return best;
}

// ---- words -----------------------------------------------------------------

static void say_range(ot_buf *b, double lo, double hi, ot_unit unit,
                      int figures)
{
    char text[OT_AMOUNT_SIZE];

    if (unit.dimension == OT_DIM_MONEY) {
        ot__buf_format(b, "%s\u00A0", unit.code);
    }
    ot__buf_text(
        b, ot__amount_range(&ot__terms_english, lo, hi, unit, figures, text));
}

// "exports", "growth of exports"
static void say_what(ot_buf *b, const ot_claim *c)
{
    if (c->kind != OT_CLAIM_LEVEL) {
        ot__buf_format(b, "%s of ", ot_claim_kind_name(c->kind));
    }
    if (c->flow != NULL) {
        ot__say_flow(b, c->flow);
    } else {
        ot__buf_text(b, "trade");
    }
}

static void say_period(ot_buf *b, const char *before, ot_period p)
{
    char words[64];

    if (p.months > 0) {
        ot__buf_text(b, before);
        ot__say_typeset(b, ot_period_short(p, words));
    }
}

static const char *name_of(const drawing *d, ot_area area)
{
    return d->of->panel != NULL ? ot_panel_area_name(d->of->panel, area)
                                : ot_area_name(area);
}

// Whose trade with whom; as it was checked, or as it says.
static void pair_of(const ot_picture_stated *s, ot_area pair[2])
{
    const ot_finding *f = s->finding;
    const bool own = f != NULL && f->own.reporter != OT_AREA_NONE;

    pair[0] = own ? f->own.reporter : s->claim->reporter;
    pair[1] = own ? f->own.partner : s->claim->partner;
}

static bool is_named(ot_area area)
{
    return area != OT_AREA_NONE && ot_area_kind_of(area) != OT_AREA_WORLD;
}

// "Armenia–Russia. "; nothing where neither is said.
static void say_who(const drawing *d, bool reporter, bool partner,
                    const ot_picture_stated *s, ot_buf *b, const char *after)
{
    ot_area pair[2];
    const char *between = "";

    pair_of(s, pair);
    const bool named[] = {reporter && is_named(pair[0]),
                          partner && is_named(pair[1])};
    for (int i = 0; i < 2; i++) {
        if (named[i]) {
            ot__buf_format(b, "%s%s", between, name_of(d, pair[i]));
            between = "–";
        }
    }
    if (named[0] || named[1]) {
        ot__buf_text(b, after);
    }
}

// What all that are drawn have in common.
static void compare(drawing *d, const ot_picture_stated *s)
{
    ot_area x[2], y[2];

    pair_of(s, x);
    pair_of(d->first, y);
    d->one_reporter = d->one_reporter && x[0] == y[0];
    d->one_pair = d->one_pair && x[0] == y[0] && x[1] == y[1];
}

// "Turnover, 2024", "Iran: turnover, 2024"
static void say_claim(const drawing *d, const ot_picture_stated *s, ot_buf *b)
{
    const ot_claim *c = s->claim;
    ot_buf text = {0};

    ot__buf_clear(b);
    say_who(d, !d->one_reporter, !d->one_pair, s, &text, ": ");
    say_what(&text, c);
    say_period(&text, ", ", c->period);
    ot__say_capital(b, ot__buf_cstr(&text));
    b->failed = b->failed || text.failed;
    ot__buf_free(&text);
}

// "“over 8.3 bn”" in its own words, where they are few.
static void say_quote(ot_buf *b, const ot_claim *c)
{
    const char *quote = c->said.quote[0] != '\0' ? c->said.quote : c->stated;
    const ot_interval i = c->figure.usual;

    if (strlen(quote) <= QUOTE_MAX && strchr(quote, '\n') == NULL) {
        ot__buf_format(b, "“%s”", quote);
    } else {
        say_range(b, i.lo, i.hi, unit_of(c), 0);
    }
}

// "Growth of exports, "; nothing of a level.
static void say_kind(ot_buf *b, const ot_claim *c)
{
    ot_buf what = {0};

    if (c->kind != OT_CLAIM_LEVEL) {
        say_what(&what, c);
        ot__say_capital(b, ot__buf_cstr(&what));
        ot__buf_text(b, ", ");
    }
    b->failed = b->failed || what.failed;
    ot__buf_free(&what);
}

// "“over 8.3 bn” for Jan–Jun 2024: the data say USD 8.37 bn"
static void headline_of_checked(drawing *d)
{
    const ot_found f = ot__stated_beside(d->first);
    const bool alone = isnan(f.lo);
    ot_buf *b = &d->p->headline;

    say_kind(b, d->first->claim);
    say_quote(b, d->first->claim);
    say_period(b, " for ", d->first->claim->period);
    ot__buf_text(b, f.says);
    if (alone) {
        ot__say_amount(b, f.y, d->unit);
    } else {
        say_range(b, f.lo, f.hi, d->unit, f.style == OT_ROW_PROJECTED ? 2 : 3);
    }
    if (d->unit.dimension == OT_DIM_TIMES) {
        ot__buf_text(b, "\u00A0times");
    }
}

// "7 figures in USD stated, up to USD 16 bn"
static void headline_of_text(drawing *d)
{
    ot_buf *b = &d->p->headline;

    if (d->all == 1) {
        say_quote(b, d->first->claim);
        ot__buf_text(b, " stated");
        say_period(b, " for ", d->first->claim->period);
        return;
    }
    ot__buf_format(b, "%zu figures", d->all);
    if (d->unit.code[0] != '\0') {
        ot__buf_format(b, " in %s", d->unit.code);
    }
    ot__buf_text(b, " stated");
    if (d->shown < d->all) {
        ot__buf_format(b, ", the first %zu shown", d->shown);
    } else if (isfinite(d->highest)) {
        ot__buf_text(b, ", up to ");
        ot__say_amount(b, d->highest, d->unit);
    }
}

static void titles(drawing *d)
{
    const ot_finding *f = d->first->finding;
    ot_picture *p = d->p;

    if (f != NULL) {
        headline_of_checked(d);
    } else {
        headline_of_text(d);
    }
    say_who(d, d->one_reporter, d->one_pair, d->first, &p->subtitle, ". ");
    ot__buf_text(&p->subtitle,
                 f == NULL ? "Figures as stated"
                 : f->account != NULL
                     ? "Stated figures (shaded) against each other"
                     : "Stated figures (shaded) against the data");
    if (d->unit.code[0] != '\0') {
        ot__buf_format(&p->subtitle, ", %s", d->unit.code);
    }
    ot__buf_text(&p->source, d->of->source);
    if (d->of->panel != NULL) {
        ot__buf_text(&p->source, ", ");
        ot__say_files(&p->source, d->of->panel);
    }
    if (f != NULL && f->account == NULL) {
        ot__say_data(&p->note, f->months_to, f->own.release);
    }
    if (d->shown < d->of->n) {
        ot__buf_format(&p->note, "%s%zu of %zu stated figures are shown",
                       p->note.n > 0 ? ". " : "", d->shown, d->of->n);
    }
}

// ---- rows ------------------------------------------------------------------

static void put(drawing *d, const ot_picture_stated *s)
{
    const ot_interval i = s->claim->figure.usual;
    const ot_found f = ot__stated_beside(s);
    ot_buf name = {0};

    say_claim(d, s, &name);
    ot_chart_row *row =
        ot__picture_row(d->p, ot__buf_cstr(&name), NAN, OT_ROW_CLAIM);
    row->lo = i.lo;
    row->hi = i.hi;
    d->p->label.failed = d->p->label.failed || name.failed;
    ot__buf_free(&name);
    if (f.known) {
        row = ot__picture_row(d->p, f.label, f.y, f.style);
        row->lo = f.lo;
        row->hi = f.hi;
    }
    d->shown++;
}

// The gravest first; of as grave ones the earlier.
static void put_all(drawing *d)
{
    const size_t most = d->first->finding != NULL ? CHECKED : ROWS;

    const ot_picture_stated *drawn[ROWS];
    size_t n = 0;

    for (int g = OT_VERDICTS; g >= 0; g--) {
        for (size_t i = 0; i < d->of->n && n < most; i++) {
            const ot_picture_stated *s = &d->of->stated[i];
            if (gravity(s) == g && can_draw(s) &&
                same_unit(unit_of(s->claim), d->unit)) {
                drawn[n++] = s;
            }
        }
    }
    d->one_pair = true;
    d->one_reporter = true;
    for (size_t i = 0; i < n; i++) {
        compare(d, drawn[i]);
    }
    for (size_t i = 0; i < n; i++) {
        put(d, drawn[i]);
    }
    for (size_t i = 0; i < d->of->n; i++) {
        const ot_picture_stated *s = &d->of->stated[i];
        if (can_draw(s) && same_unit(unit_of(s->claim), d->unit)) {
            d->all++;
            const ot_figure *f = &s->claim->figure;
            d->highest =
                fmax(d->highest,
                     f->hedge == OT_HEDGE_RANGE ? f->usual.hi : f->point);
        }
    }
}

static ot_status fill(drawing *d, const ot_picture_options *options,
                      ot_error *err)
{
    const ot_status status = ot__picture_reserve_rows(d->p, ROWS, err);

    if (status != OT_OK) {
        return status;
    }
    d->unit = unit_of(d->first->claim);
    d->p->chart.unit = d->unit;
    if (d->first->finding != NULL && d->first->finding->account == NULL) {
        d->p->chart.date = d->first->finding->own.release;
    }
    put_all(d);
    titles(d);
    return ot__picture_finish(d->p, options, err);
}

ot_status ot_picture_of_claims(const ot_picture_claims *claims,
                               const ot_picture_options *options,
                               ot_picture **picture, ot_error *err)
{
    drawing d = {.of = claims, .first = choose(claims), .highest = NAN};

    if (d.first == NULL) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "no stated figure can be put on a line%s",
                       claims->n > 0 && claims->stated[0].finding != NULL
                           ? ": nothing is known beside one"
                           : "");
    }
    d.p = ot__picture_new(ot_chart_kind_find("claim"));
    if (d.p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    const ot_status status = fill(&d, options, err);
    if (status == OT_OK) {
        *picture = d.p;
    } else {
        ot_picture_free(d.p);
    }
    return status;
}
