// SPDX-License-Identifier: GPL-3.0-or-later
// Price and volume: from one value to the other in one period, or indices over
// time.
#include <math.h>
#include <string.h>

#include "report/subject.h"

#define FLOWS 2
#define BARS  5 // of a flow's waterfall

static bool is(const ot_flow *flow, const char *name)
{
    return strcmp(flow->name, name) == 0;
}

// The flows of all runs, exports before imports; how many: FLOWS + 1 where they
// are too many.
static size_t find_flows(const ot_picture_indices *x, const ot_flow *flow[])
{
    size_t n = 0;

    for (size_t i = 0; i < x->runs && n <= FLOWS; i++) {
        bool known = false;
        for (size_t k = 0; k < n; k++) {
            known = known || flow[k] == x->run[i].flow;
        }
        if (!known) {
            if (n < FLOWS) {
                flow[n] = x->run[i].flow;
            }
            n++;
        }
    }
    return n;
}

static double total(const ot_price_index *x, bool base)
{
    double sum = 0;

    for (int i = 0; i < OT_ITEM_FATES; i++) {
        sum += base ? x->of[i].base_value : x->of[i].value;
    }
    return sum;
}

static bool can_fall(const ot_picture_index *r)
{
    return r->index != NULL && r->index->of[OT_ITEM_UNKNOWN].n == 0;
}

// " up 3.1 %", " down 2.0 %"
static void say_move(ot_buf *b, double ratio)
{
    char number[OT_NUMBER_SIZE];

    ot__buf_format(b, " %s %s\u00A0%%", ratio >= 1 ? "up" : "down",
                   ot__fixed(number, 100 * fabs(ratio - 1), 1));
}

// ". Compared: 80.0 % of exports, 10.0 % of imports": of the value.
static void say_compared(ot_buf *b, const ot_picture_indices *x,
                         ot_period period)
{
    char number[OT_NUMBER_SIZE];
    size_t said = 0;

    for (size_t i = 0; i < x->runs; i++) {
        const ot_picture_index *r = &x->run[i];
        const double whole = r->index != NULL ? total(r->index, false) : 0;
        if (r->index != NULL && ot_period_equal(r->period, period) &&
            whole > 0) {
            const double part = r->index->of[OT_ITEM_COMPARED].value / whole;
            ot__buf_format(b, "%s%s\u00A0%% of ",
                           said++ == 0 ? ". Compared: " : ", ",
                           ot__fixed(number, 100 * part, 1));
            ot__say_flow(b, r->flow);
        }
    }
}

// ---- one period ------------------------------------------------------------

static void add_end(ot_picture *p, const ot_picture_index *r, bool base,
                    bool named)
{
    ot_buf flow = {0}, name = {0};

    if (named) {
        ot__say_flow(&flow, r->flow);
        ot__say_capital(&name, ot__buf_cstr(&flow));
        ot__buf_char(&name, ' ');
    }
    ot__subject_period(&name, base ? r->base : r->period);
    ot__picture_row(p, ot__buf_cstr(&name), total(r->index, base),
                    OT_ROW_TOTAL);
    p->label.failed = p->label.failed || flow.failed || name.failed;
    ot__buf_free(&flow);
    ot__buf_free(&name);
}

static void add_steps(ot_picture *p, const ot_picture_index *r, bool named)
{
    const ot_price_index *x = r->index;
    const double left =
        total(x, false) - total(x, true) - x->price_part.y - x->quantity_part.y;

    add_end(p, r, true, named);
    ot__picture_row(p, "By price", x->price_part.y, OT_ROW_PLAIN);
    ot__picture_row(p, "By quantity", x->quantity_part.y, OT_ROW_PLAIN);
    if (fabs(left) > 1e-9 * fabs(total(x, true))) {
        ot__picture_row(p, "Not compared", left, OT_ROW_PLAIN);
    }
    add_end(p, r, false, named);
}

// "Armenia exports in 2024: prices up 3.1 %, volume down 2.0 %", "Armenia trade
// in 2024: export prices up 3.1 %, import prices down 2.0 %"
static void headline(ot_picture *p, const ot_picture_indices *x, bool both)
{
    const ot_picture_index *last = &x->run[0];
    size_t said = 0;

    ot__subject_say(&p->headline, &x->subject);
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, last->period);
    for (size_t i = 0; i < x->runs; i++) {
        const ot_picture_index *r = &x->run[i];
        if (can_fall(r)) {
            ot__buf_format(&p->headline, "%s%s%sprices",
                           said++ == 0 ? ": " : ", ", both ? r->flow->name : "",
                           both ? " " : "");
            say_move(&p->headline, r->index->fisher.y);
        }
        if (can_fall(r) && !both) {
            ot__buf_text(&p->headline, ", volume");
            say_move(&p->headline, r->index->volume.y);
        }
    }
}

static ot_status fall(ot_picture *p, const ot_picture_indices *x, bool both,
                      ot_error *err)
{
    const ot_picture_index *r = &x->run[0];
    const ot_status status = ot__picture_reserve_rows(p, FLOWS * BARS, err);

    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < x->runs; i++) {
        if (can_fall(&x->run[i])) {
            add_steps(p, &x->run[i], both);
        }
    }
    if (p->rows == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "nothing to draw: no flow could "
                       "be compared");
    }
    headline(p, x, both);
    ot__buf_text(&p->subtitle, "Change in value by price and by quantity, ");
    ot__subject_unit(&p->subtitle, &x->subject);
    ot__buf_format(&p->subtitle, ", unit values by %s, ", x->by);
    ot__subject_period(&p->subtitle, r->base);
    ot__buf_text(&p->subtitle, " to ");
    ot__subject_period(&p->subtitle, r->period);
    say_compared(&p->note, x, r->period);
    return OT_OK;
}

// ---- over time -------------------------------------------------------------

// Lines of one flow, and of two.
enum { VALUE, PRICE, VOLUME, EXPORTS, IMPORTS, TERMS };
static const char *const names[] = {"Value",         "Price",
                                    "Volume",        "Export prices",
                                    "Import prices", "Terms of trade"};

static const ot_picture_index *find(const ot_picture_indices *x,
                                    ot_period period, const char *flow)
{
    for (size_t i = 0; i < x->runs; i++) {
        const ot_picture_index *r = &x->run[i];
        if (r->index != NULL && ot_period_equal(r->period, period) &&
            (flow == NULL || is(r->flow, flow))) {
            return r;
        }
    }
    return NULL;
}

static double index_of(const ot_picture_indices *x, int line, ot_period period)
{
    const ot_picture_index *any = find(x, period, NULL);
    const ot_picture_index *out = find(x, period, "export");
    const ot_picture_index *in = find(x, period, "import");
    const ot_picture_index *r = line < EXPORTS    ? any
                                : line == IMPORTS ? in
                                                  : out;

    if (r == NULL || (line == TERMS && in == NULL)) {
        return NAN;
    }
    return 100 * (line == VALUE    ? r->index->value.y
                  : line == VOLUME ? r->index->volume.y
                  : line == TERMS  ? ot_terms_of_trade(out->index, in->index).y
                                   : r->index->fisher.y);
}

static void add_line(ot_picture *p, const ot_picture_indices *x,
                     const ot_steps *s, int line)
{
    double *y = ot__picture_next(p);

    for (size_t i = 0; i < s->n; i++) {
        y[i] = NAN;
    }
    for (size_t i = 0; i < x->runs; i++) {
        y[ot__steps_place(s, x->run[i].period)] =
            index_of(x, line, x->run[i].period);
    }
    ot__picture_add(p, names[line], s->first, s->step, s->n, OT_LINE_PLAIN);
}

// "Armenia exports: value 135, price 110.7, volume 122 in 2024, 2023 = 100"
static void course_titles(ot_picture *p, const ot_picture_indices *x,
                          const ot_picture_index *last, const int line[])
{
    const bool yearly =
        ot_period_equal(last->base, ot_period_year_before(last->period));
    char number[OT_NUMBER_SIZE];
    ot_buf base = {0};

    ot__subject_say(&p->headline, &x->subject);
    for (int k = 0; k < 3; k++) {
        const double y = index_of(x, line[k], last->period);
        if (isfinite(y)) {
            char name[32];
            ot__str_copy(ot__str(names[line[k]]), name, sizeof name);
            name[0] = (char)(name[0] - 'A' + 'a');
            ot__buf_format(&p->headline, "%s%s %s", k == 0 ? ": " : ", ", name,
                           ot__figures(number, y, 4));
        }
    }
    ot__buf_text(&p->headline, " in ");
    ot__subject_period(&p->headline, last->period);
    if (yearly) {
        ot__buf_text(&base, "a year before");
    } else {
        ot__subject_period(&base, last->base);
    }
    ot__buf_format(&p->subtitle,
                   "Fisher indices of unit values by %s, %s = 100, ", x->by,
                   ot__buf_cstr(&base));
    p->subtitle.failed = p->subtitle.failed || base.failed;
    ot__buf_free(&base);
}

static ot_status course(ot_picture *p, const ot_picture_indices *x, bool both,
                        ot_error *err)
{
    const int line[] = {both ? EXPORTS : VALUE, both ? IMPORTS : PRICE,
                        both ? TERMS : VOLUME};
    const ot_picture_index *last = NULL;
    ot_period from = x->run[0].period;
    ot_steps s;
    ot_status status =
        ot__steps_of(&x->run[0].period, sizeof x->run[0], x->runs, &s, err);

    for (size_t i = 0; i < x->runs; i++) {
        const ot_picture_index *r = &x->run[i];
        from = r->period.first < from.first ? r->period : from;
        if (r->index != NULL &&
            (last == NULL || r->period.first >= last->period.first)) {
            last = r;
        }
    }
    if (status == OT_OK && last == NULL) {
        status = ot_fail(err, OT_E_DATA, NULL, "no index is known");
    }
    if (status == OT_OK) {
        status = ot__picture_reserve(p, 3, s.n, err);
    }
    if (status != OT_OK) {
        return status;
    }
    for (int k = 0; k < 3; k++) {
        add_line(p, x, &s, line[k]);
    }
    p->chart.unit = (ot_unit){"", 0, OT_DIM_NONE};
    course_titles(p, x, last, line);
    ot__steps_say(&p->subtitle, from, last->period);
    say_compared(&p->note, x, last->period);
    return OT_OK;
}

ot_status ot_picture_of_index(const ot_picture_indices *x,
                              const ot_picture_options *options,
                              ot_picture **picture, ot_error *err)
{
    const ot_flow *flow[FLOWS] = {NULL, NULL};
    const size_t flows = find_flows(x, flow);
    const bool one = x->runs == flows;
    ot_period last = {0, 0};
    ot_picture *p = NULL;

    for (size_t i = 0; i < x->runs; i++) {
        last = x->run[i].index != NULL && x->run[i].period.first >= last.first
                   ? x->run[i].period
                   : last;
    }
    if (last.months == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no index is known");
    }
    if (flows > FLOWS || (!one && flows == FLOWS &&
                          !(is(flow[0], "export") && is(flow[1], "import")) &&
                          !(is(flow[1], "export") && is(flow[0], "import")))) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a chart of indices is of one flow, or of export and "
                       "import: choose with -f");
    }
    ot_status status = ot__subject_picture(
        &x->subject, one ? "waterfall" : "line", last, &p, err);
    if (status == OT_OK) {
        status = (one ? fall : course)(p, x, flows == FLOWS, err);
    }
    return ot__subject_finish(p, status, options, picture, err);
}
