// SPDX-License-Identifier: GPL-3.0-or-later
// What a total is made of, in one period: share, rank, waterfall.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "plot/scale.h"
#include "report/tops.h"

#define SHARES 10   // one by one: what a page has room for
#define MANY   8    // shares below SMALL are put together where there are more
#define SMALL  0.01 // of the total
#define STEPS  8    // of a waterfall, besides its totals and what is left

const char *ot__tops_name(const ot_picture_tops *t, const ot_picture_ranking *r,
                          size_t k)
{
    return t->name[r->of[r->top->row[k].part]];
}

const char *ot__tops_said(const ot_picture_tops *t, const ot_picture_ranking *r,
                          size_t k)
{
    const char *name = ot__tops_name(t, r, k);

    return strspn(name, "0123456789") == 2 && name[2] == ' ' ? name + 3 : name;
}

// "US imports from 22 partners" where they are not all.
void ot__tops_say(ot_buf *b, const ot_picture_tops *t,
                  const ot_picture_ranking *r)
{
    const char *flow = t->subject.flow != NULL ? t->subject.flow->name : "";

    ot__subject_say(b, &t->subject);
    if (!r->whole && r->partners > 0) {
        ot__buf_format(b, " %s %zu partners",
                       strstr(flow, "import") != NULL   ? "from"
                       : strstr(flow, "export") != NULL ? "to"
                                                        : "with",
                       r->partners);
    }
}

// "Imports by partner, share of all, USD, 2024"; in the note what is not drawn.
void ot__tops_below(ot_picture *p, const ot_picture_tops *t,
                    const ot_picture_ranking *r, const char *what)
{
    ot__subject_measure(&p->subtitle, &t->subject);
    ot__buf_format(&p->subtitle, " by %s, %s", t->by, what);
    if (p->chart.unit.dimension != OT_DIM_POINTS) {
        ot__buf_text(&p->subtitle, ", ");
        ot__subject_unit(&p->subtitle, &t->subject);
    }
    if (r->unknown > 0) {
        ot__buf_format(&p->note, ". %zu without a figure left out", r->unknown);
    }
    if (r->top->rest && r->top->unallocated.value.y < 0) {
        ot__buf_text(&p->note, ". Parts are more than the total published");
    }
}

static void add_period(ot_picture *p, const ot_picture_ranking *r)
{
    char words[64];

    ot__buf_text(&p->subtitle, ", ");
    ot__say_typeset(&p->subtitle, ot_period_words(r->period, words));
}

// "12 others"; what is allocated to none.
static void add_rest(ot_picture *p, const ot_top *top, double others,
                     size_t others_n, double unallocated, ot_row_style style)
{
    char name[40];

    if (others_n > 0) {
        snprintf(name, sizeof name, "%zu other%s", others_n,
                 others_n == 1 ? "" : "s");
        ot__picture_row(p, name, others, style)->gathers = others_n;
    }
    if (top->rest && (unallocated > 0 || style != OT_ROW_REST)) {
        ot__picture_row(p, "Not allocated", unallocated, style);
    }
}

// How many rows are drawn one by one: not those below a hundredth, of many.
static size_t shares_shown(const ot_top *top)
{
    size_t n = top->rows < SHARES ? top->rows : SHARES;

    while (n > MANY && top->row[n - 1].share.y < SMALL) {
        n--;
    }
    return n;
}

// "US imports, 2024: Mexico 19.4 %, China 16.8 %"
static ot_status share(ot_picture *p, const ot_picture_tops *t,
                       const ot_picture_ranking *r, ot_error *err)
{
    const ot_top *top = r->top;
    const size_t shown = shares_shown(top);
    double others = top->others.value.y;
    char number[OT_NUMBER_SIZE];
    const ot_status status = ot__picture_reserve_rows(p, shown + 3, err);

    if (status != OT_OK) {
        return status;
    }
    ot__tops_say(&p->headline, t, r);
    ot__buf_text(&p->headline, ", ");
    ot__subject_period(&p->headline, r->period);
    for (size_t k = 0; k < shown; k++) {
        const char *name = ot__tops_name(t, r, k);
        ot__picture_row(p, name, top->row[k].value.y, OT_ROW_PLAIN);
        if (k < 2 && t->order == OT_TOP_BY_VALUE) {
            ot__buf_format(&p->headline, "%s%s %s\u00A0%%",
                           k == 0 ? ": " : ", ", ot__tops_said(t, r, k),
                           ot__fixed(number, 100 * top->row[k].share.y, 1));
        }
    }
    for (size_t k = shown; k < top->rows; k++) {
        others += top->row[k].value.y;
    }
    add_rest(p, top, others, top->others.n + top->rows - shown,
             top->unallocated.value.y, OT_ROW_REST);
    ot__picture_row(p, "All", top->total.value.y, OT_ROW_TOTAL);
    ot__tops_below(p, t, r, r->whole ? "share of all" : "share of those shown");
    add_period(p, r);
    return OT_OK;
}

// "US imports in 2024, up 6.1 % on a year earlier; Mexico adds USD 32.6 bn"
static void waterfall_headline(ot_picture *p, const ot_picture_tops *t,
                               const ot_picture_ranking *r)
{
    const ot_top *top = r->top;
    const double value = top->total.value.y, base = top->total.base.y;

    ot__tops_say(&p->headline, t, r);
    if (base > 0) {
        ot__buf_text(&p->headline, " in ");
        ot__subject_period(&p->headline, r->period);
        ot__subject_growth(&p->headline, value, base, r->period, r->base);
    } else {
        ot__buf_text(&p->headline, ": from ");
        ot__say_amount(&p->headline, base, t->subject.unit);
        ot__buf_text(&p->headline, " to ");
        ot__say_amount(&p->headline, value, t->subject.unit);
    }
    if (top->rows > 0 && top->row[0].change.y != 0) {
        const double change = top->row[0].change.y;
        ot__buf_format(&p->headline, "; %s %s ", ot__tops_said(t, r, 0),
                       change < 0 ? "takes" : "adds");
        ot__say_amount(&p->headline, fabs(change), t->subject.unit);
    }
}

static ot_status waterfall(ot_picture *p, const ot_picture_tops *t,
                           const ot_picture_ranking *r, ot_error *err)
{
    const ot_top *top = r->top;
    const size_t shown = top->rows < STEPS ? top->rows : STEPS;
    double others = top->others.change.y;
    ot_buf was = {0}, now = {0};
    const ot_status status = ot__picture_reserve_rows(p, shown + 4, err);

    if (status != OT_OK) {
        return status;
    }
    ot__subject_period(&was, r->base);
    ot__subject_period(&now, r->period);
    ot__picture_row(p, ot__buf_cstr(&was), top->total.base.y, OT_ROW_TOTAL);
    for (size_t k = 0; k < top->rows; k++) {
        if (k < shown) {
            ot__picture_row(p, ot__tops_name(t, r, k), top->row[k].change.y,
                            OT_ROW_PLAIN);
        } else {
            others += top->row[k].change.y;
        }
    }
    add_rest(p, top, others, top->others.n + top->rows - shown,
             top->unallocated.change.y, OT_ROW_PLAIN);
    ot__picture_row(p, ot__buf_cstr(&now), top->total.value.y, OT_ROW_TOTAL);
    waterfall_headline(p, t, r);
    ot__tops_below(p, t, r, "change");
    ot__buf_format(&p->subtitle, ", %s to %s", ot__buf_cstr(&was),
                   ot__buf_cstr(&now));
    p->label.failed = p->label.failed || was.failed || now.failed;
    ot__buf_free(&was);
    ot__buf_free(&now);
    return OT_OK;
}

// What cannot be shares: "Armenia balance, 2024: Georgia USD 120 m".
static ot_status rank(ot_picture *p, const ot_picture_tops *t,
                      const ot_picture_ranking *r, ot_error *err)
{
    const ot_top *top = r->top;
    const ot_status status = ot__picture_reserve_rows(p, top->rows, err);

    if (status != OT_OK) {
        return status;
    }
    for (size_t k = 0; k < top->rows; k++) {
        ot__picture_row(p, ot__tops_name(t, r, k), top->row[k].value.y,
                        OT_ROW_PLAIN)
            ->before = r->alone ? NAN : top->row[k].base.y;
    }
    ot__subject_period(&p->now, r->period);
    ot__subject_period(&p->was, r->base);
    ot__tops_say(&p->headline, t, r);
    ot__buf_format(&p->headline, ", %s", ot__buf_cstr(&p->now));
    if (top->rows > 0) {
        ot__buf_format(&p->headline, ": %s ", ot__tops_said(t, r, 0));
        ot__say_amount(&p->headline, top->row[0].value.y, t->subject.unit);
    }
    ot__tops_below(p, t, r, "value");
    ot__buf_text(&p->subtitle, ", ");
    ot__steps_say(&p->subtitle, r->base, r->period);
    return OT_OK;
}

// "Armenia exports in 2024, up 55.1 % on a year earlier; without gold, up 3.4 %
// on a year earlier"
static ot_status apart(ot_picture *p, const ot_picture_tops *t,
                       const ot_picture_ranking *r, ot_error *err)
{
    const ot_top *top = r->top, *without = r->without;
    const ot_status status = ot__picture_reserve_rows(p, top->rows, err);

    if (status != OT_OK) {
        return status;
    }
    for (size_t k = 0; k < top->rows; k++) {
        ot__picture_row(p, ot__tops_name(t, r, k), without->row[k].value.y,
                        OT_ROW_PLAIN)
            ->before = top->row[k].value.y;
    }
    ot__buf_format(&p->was, "with %s", t->left_out);
    ot__buf_format(&p->now, "without %s", t->left_out);
    ot__tops_say(&p->headline, t, r);
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, r->period);
    if (r->alone || !(top->total.base.y > 0) || !(without->total.base.y > 0)) {
        ot__buf_format(&p->headline, ": without %s ", t->left_out);
        ot__say_amount(&p->headline, without->total.value.y, t->subject.unit);
        ot__buf_text(&p->headline, ", with it ");
        ot__say_amount(&p->headline, top->total.value.y, t->subject.unit);
    } else {
        ot__subject_growth(&p->headline, top->total.value.y, top->total.base.y,
                           r->period, r->base);
        ot__buf_format(&p->headline, "; without %s", t->left_out);
        ot__subject_growth(&p->headline, without->total.value.y,
                           without->total.base.y, r->period, r->base);
    }
    ot__tops_below(p, t, r, "with and without");
    add_period(p, r);
    return OT_OK;
}

static bool any_below(const ot_top *top)
{
    bool below = isnan(top->total.share.y);

    for (size_t k = 0; k < top->rows; k++) {
        below = below || top->row[k].value.y < 0;
    }
    return below || top->others.value.y < 0;
}

// Ways to draw one period.
static const struct {
    const char *kind;
    ot_status (*make)(ot_picture *p, const ot_picture_tops *t,
                      const ot_picture_ranking *r, ot_error *err);
} ways[] = {{"rank", apart},
            {"waterfall", waterfall},
            {"rank", rank},
            {"share", share}};

static ot_status one_period(const ot_picture_tops *t,
                            const ot_picture_options *options,
                            ot_picture **picture, ot_error *err)
{
    const ot_picture_ranking *r = &t->run[0];
    const bool moved = t->order == OT_TOP_BY_CHANGE && !r->alone;
    const size_t way = r->without != NULL  ? 0
                       : moved             ? 1
                       : any_below(r->top) ? 2
                                           : 3;
    ot_picture *p = NULL;
    ot_status status =
        ot__subject_picture(&t->subject, ways[way].kind, r->period, &p, err);

    if (status == OT_OK) {
        status = ways[way].make(p, t, r, err);
    }
    return ot__subject_finish(p, status, options, picture, err);
}

ot_status ot_picture_of_top(const ot_picture_tops *t,
                            const ot_picture_options *options,
                            ot_picture **picture, ot_error *err)
{
    bool any = false;

    for (size_t i = 0; i < t->runs; i++) {
        any = any || t->run[i].top != NULL;
    }
    if (!any) {
        return ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    return t->runs == 1 ? one_period(t, options, picture, err)
                        : ot__tops_over_time(t, options, picture, err);
}
