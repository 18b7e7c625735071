// SPDX-License-Identifier: GPL-3.0-or-later
// value.c - what a view says of a period.
//
// A period is covered by pieces: the cheapest cover is found from the end
// backwards, where a month without a piece costs most, then a difference of
// to-date figures, then every piece. Where amounts are converted, months are
// taken before what is published for longer: each has its own rate.

#include <math.h>
#include <stdlib.h>

#include "data/view.h"

#define MONTHS_MOST 1200 // of one period

// Each outweighs MONTHS_MOST of the one before.
#define COST_PIECE      INT64_C(1)
#define COST_DIFFERENCE INT64_C(4000)
#define COST_AVERAGED   INT64_C(16000000) // a month of a longer one, converted
#define COST_HOLE       INT64_C(64000000000)

typedef struct cover {
    int64_t cost;
    int32_t piece; // that starts here; -1: the month is a hole
} cover;

// The first piece that starts at a month or later.
static size_t piece_from(const ot_term *t, int32_t month)
{
    size_t lo = 0, hi = t->pieces;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        if (t->piece[mid].first < month) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static int64_t cost_of(const ot_view *v, const ot_piece *piece)
{
    const bool averaged = v->conversion.rates != NULL && piece->months > 1;

    return COST_PIECE + (piece->minus != OT_NO_CELL ? COST_DIFFERENCE : 0) +
           (averaged ? piece->months * COST_AVERAGED : 0);
}

static void find_cover(const ot_view *v, const ot_term *t, ot_period p,
                       cover c[])
{
    c[p.months] = (cover){0, -1};
    for (int32_t i = p.months; i-- > 0;) {
        const int32_t month = p.first + i;
        c[i] = (cover){COST_HOLE + c[i + 1].cost, -1};
        for (size_t k = piece_from(t, month);
             k < t->pieces && t->piece[k].first == month; k++) {
            const ot_piece *piece = &t->piece[k];
            if (piece->months > p.months - i) {
                break;
            }
            const int64_t cost = c[i + piece->months].cost + cost_of(v, piece);
            if (cost < c[i].cost) {
                c[i] = (cover){cost, (int32_t)k};
            }
        }
    }
}

// ---- one piece -------------------------------------------------------------

// A value being added up: its amount stays exact until the end.
typedef struct sum {
    ot_value v; // y is not used
    ot_i128 amount;
    double converted; // the same in the currency asked for
    ot_i128 piece;    // what the piece at hand adds
    double piece_half;
} sum;

static void add_cell(const ot_panel *p, const ot_term *t, uint32_t index,
                     int sign, sum *s)
{
    const ot_pcell *c = &t->cell[index];
    ot_value *v = &s->v;

    s->piece += sign * c->amount;
    s->piece_half += t->own != NULL
                         ? t->half[index]
                         : c->rows * ot__column_half(&p->column[c->column]);
    v->provisional = v->provisional || (c->flags & OT_FLAG_PROVISIONAL) != 0;
    v->estimated = v->estimated || (c->flags & OT_FLAG_ESTIMATED) != 0;
    v->breaks = v->breaks || (c->flags & OT_FLAG_BREAK) != 0;
    v->release = c->vintage > v->release ? c->vintage : v->release;
    v->state = (ot_state)c->state > v->state ? (ot_state)c->state : v->state;
    v->cells++;
}

static void note_hole(ot_value *v, int32_t month, int32_t months,
                      ot_state state)
{
    if (v->holes == 0) {
        v->hole = (ot_period){month, months};
    } else if (v->hole.first + v->hole.months == month) {
        v->hole.months += months;
    }
    v->holes += months;
    v->state = state > v->state ? state : v->state;
}

// Adds what a piece brought, at the rate of its months.
static void add_up(const ot_view *v, const ot_piece *piece, sum *s)
{
    const ot_period period = {piece->first, piece->months};
    ot_period lacking = period;
    double rate = 1;

    if (v->conversion.rates != NULL) {
        rate = ot__view_rate(v, period, &lacking);
        s->v.averaged += piece->months > 1 ? piece->months : 0;
    }
    if (isnan(rate) && s->v.state == OT_ABSENT && s->piece == 0) {
        return; // nothing is nothing at any rate
    }
    if (isnan(rate)) {
        note_hole(&s->v, lacking.first, lacking.months, OT_NO_RATE);
        return;
    }
    s->amount += s->piece;
    s->converted += rate * ot__amount_double(s->piece);
    s->v.half += rate * s->piece_half;
}

static void add_piece(const ot_view *view, const ot_term *t,
                      const ot_piece *piece, sum *s)
{
    const ot_panel *p = view->panel;
    ot_value *v = &s->v;
    const ot_state state = (ot_state)t->cell[piece->cell].state;

    if (!ot_state_known(state)) {
        note_hole(v, piece->first, piece->months, state);
        return;
    }
    s->piece = 0;
    s->piece_half = 0;
    add_cell(p, t, piece->cell, 1, s);
    v->absent += state == OT_ABSENT ? piece->months : 0;
    if (piece->minus != OT_NO_CELL) {
        add_cell(p, t, piece->minus, -1, s);
        v->origin = OT_FROM_DIFFERENCE;
        v->mixed = v->mixed || t->cell[piece->cell].vintage !=
                                   t->cell[piece->minus].vintage;
    }
    add_up(view, piece, s);
}

// A month without any piece: absent, missing or outside the files.
static ot_state hole_state(const ot_view *v, const ot_term *t, int32_t month)
{
    const int32_t last = ot_period_last(t->known);

    if (month < t->known.first || month > last) {
        return OT_NOT_IN_FILES;
    }
    if (v->asked.absence == OT_ABSENCE_ZERO) {
        return OT_ABSENT;
    }
    if (v->asked.absence == OT_ABSENCE_TELL && t->others &&
        t->published[month - t->known.first]) {
        return OT_ABSENT;
    }
    return OT_MISSING;
}

static void add_hole(const ot_view *v, const ot_term *t, int32_t month,
                     ot_value *out)
{
    const ot_state state = hole_state(v, t, month);

    if (state == OT_ABSENT) {
        out->absent++;
        out->state = out->state > state ? out->state : state;
    } else {
        note_hole(out, month, 1, state);
    }
}

// ---- a term, a view --------------------------------------------------------

static sum term_value(const ot_view *v, const ot_term *t, ot_period p)
{
    cover c[MONTHS_MOST + 1];
    sum out = {.v = {.release = OT_DAY_NONE, .origin = OT_FROM_CELL}};
    size_t used = 0;

    find_cover(v, t, p, c);
    for (int32_t i = 0; i < p.months; used++) {
        if (c[i].piece < 0) {
            add_hole(v, t, p.first + i, &out.v);
            i++;
        } else {
            const ot_piece *piece = &t->piece[c[i].piece];
            add_piece(v, t, piece, &out);
            i += piece->months;
        }
    }
    if (out.v.origin == OT_FROM_CELL && used > 1) {
        out.v.origin = OT_FROM_SUM;
    }
    if (out.v.state == OT_ZERO && out.amount != 0) {
        out.v.state = OT_REPORTED; // some months were zero, the sum is not
    }
    return out;
}

static ot_value nothing(ot_period p)
{
    return (ot_value){.y = NAN,
                      .state = OT_NOT_IN_FILES,
                      .origin = OT_FROM_NOTHING,
                      .hole = p,
                      .holes = p.months,
                      .release = OT_DAY_NONE};
}

static void join(ot_value *all, const ot_value *part)
{
    all->half += part->half;
    all->state = part->state > all->state ? part->state : all->state;
    all->origin = part->origin > all->origin ? part->origin : all->origin;
    if (part->holes > all->holes) {
        all->holes = part->holes;
        all->hole = part->hole;
    }
    all->absent = part->absent > all->absent ? part->absent : all->absent;
    all->averaged =
        part->averaged > all->averaged ? part->averaged : all->averaged;
    all->mixed = all->mixed || part->mixed;
    all->provisional = all->provisional || part->provisional;
    all->estimated = all->estimated || part->estimated;
    all->breaks = all->breaks || part->breaks;
    all->release = part->release > all->release ? part->release : all->release;
    all->cells += part->cells;
}

ot_value ot_view_value(const ot_view *v, ot_period p)
{
    ot_value all = {.release = OT_DAY_NONE, .origin = OT_FROM_CELL};
    ot_i128 amount = 0;
    double converted = 0;

    if (p.months < 1 || p.months > MONTHS_MOST) {
        return nothing(p);
    }
    for (size_t i = 0; i < v->terms; i++) {
        const sum part = term_value(v, &v->term[i], p);
        join(&all, &part.v);
        amount += v->term[i].sign * part.amount;
        converted += v->term[i].sign * part.converted;
    }
    all.y = v->conversion.rates != NULL ? converted : ot__amount_double(amount);
    if (all.holes > 0) {
        all.y = NAN;
        all.half = 0;
        all.origin = OT_FROM_NOTHING;
    }
    return all;
}

ot_value ot_view_value_published(const ot_view *v, ot_period p)
{
    ot_view published = *v;

    published.conversion.rates = NULL;
    return ot_view_value(&published, p);
}

ot_interval ot_value_interval(ot_value v)
{
    return isnan(v.y) ? ot_interval_none() : ot_interval_around(v.y, v.half);
}

// What a search for the cells behind a value tells of them.
typedef struct tracing {
    const ot_view *view;
    const ot_term *term;
    double rate; // of the piece at hand
    void (*see)(const ot_used_cell *cell, void *context);
    void *context;
} tracing;

static void see_cell(const tracing *t, uint32_t index, int sign)
{
    const ot_panel *p = t->view->panel;
    const ot_pcell *cell = &p->cell[index];
    const ot_used_cell used = {.path = p->path[p->column[cell->column].file],
                               .line = cell->line,
                               .flow = t->term->flow,
                               .sign = sign,
                               .period = {cell->first, cell->months},
                               .y = ot__amount_double(cell->amount),
                               .rate = t->rate,
                               .release = cell->vintage};

    t->see(&used, t->context);
}

// A cell of the panel, or all that were added to one of the term's own.
static void see_members(const tracing *t, uint32_t index, int sign)
{
    const ot_term *term = t->term;

    if (term->own == NULL) {
        see_cell(t, index, sign);
        return;
    }
    for (size_t i = term->members[index]; i < term->members[index + 1]; i++) {
        see_cell(t, term->member[i], sign);
    }
}

static void trace_term(tracing *t, ot_period p)
{
    cover c[MONTHS_MOST + 1];

    find_cover(t->view, t->term, p, c);
    for (int32_t m = 0; m < p.months;) {
        if (c[m].piece < 0) {
            m++;
            continue;
        }
        const ot_piece *piece = &t->term->piece[c[m].piece];
        t->rate = ot__view_rate(t->view,
                                (ot_period){piece->first, piece->months}, NULL);
        see_members(t, piece->cell, t->term->sign);
        if (piece->minus != OT_NO_CELL) {
            see_members(t, piece->minus, -t->term->sign);
        }
        m += piece->months;
    }
}

void ot_view_trace(const ot_view *v, ot_period p,
                   void (*see)(const ot_used_cell *cell, void *context),
                   void *context)
{
    for (size_t i = 0; i < v->terms && p.months <= MONTHS_MOST; i++) {
        tracing t = {v, &v->term[i], 1, see, context};
        trace_term(&t, p);
    }
}
