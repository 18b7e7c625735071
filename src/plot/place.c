// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/place.h"

#include <math.h>

// Sides in order of liking: a reader looks for a name above a point first.
static const struct {
    double x, y;
} sides[] = {{-1, -1}, {0, -1}, {1, -1}, {1, 0},
             {-1, 0},  {1, 1},  {0, 1},  {-1, 1}};

#define SIDES (sizeof sides / sizeof sides[0])

// Distances in gaps; from LEADER on a line leads to the label.
static const double steps[] = {1, 2, 4, 7, 11, 16, 22, 30};

#define STEPS  (sizeof steps / sizeof steps[0])
#define LEADER 2

// What a step outwards, a side down the list and a point's length of line
// covered weigh.
#define STEP_COST  6.0
#define SIDE_COST  0.2
#define COVER_COST 3.0

bool ot__overlap(ot_box a, ot_box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

// Cuts [*from, *to] of a segment's length to where p + t * d lies in [lo, hi].
static bool cut(double p, double d, double lo, double hi, double *from,
                double *to)
{
    if (d == 0) {
        return p > lo && p < hi;
    }
    const double a = (lo - p) / d, b = (hi - p) / d;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
    return *from < *to;
}

// Liang & Barsky, ACM Transactions on Graphics 3 (1984) 1-22.
double ot__inside(ot_segment s, ot_box box)
{
    const double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y;
    double from = 0, to = 1;

    if (!cut(s.a.x, dx, box.left, box.right, &from, &to) ||
        !cut(s.a.y, dy, box.top, box.bottom, &from, &to)) {
        return 0;
    }
    return (to - from) * hypot(dx, dy);
}

static bool within(ot_box a, ot_box frame)
{
    return a.left >= frame.left && a.right <= frame.right &&
           a.top >= frame.top && a.bottom <= frame.bottom;
}

// The label's box on one side of its point, its nearest edge `away` from it.
static ot_box beside(const ot_label *l, size_t side, double away)
{
    const double left =
        l->at.x + sides[side].x * away + (sides[side].x - 1) * l->width / 2;
    const double top =
        l->at.y + sides[side].y * away + (sides[side].y - 1) * l->height / 2;

    return (ot_box){left, top, left + l->width, top + l->height};
}

static ot_point nearest(ot_box box, ot_point p)
{
    return (ot_point){fmax(box.left, fmin(p.x, box.right)),
                      fmax(box.top, fmin(p.y, box.bottom))};
}

static ot_segment leader_of(const ot_label *l)
{
    return (ot_segment){l->at, l->tie};
}

// Whether a candidate may stand beside what is placed already.
static bool allowed(const ot_label *try, const ot_label label[], size_t n,
                    const ot_clutter *clutter, ot_box frame)
{
    if (!within(try->box, frame)) {
        return false;
    }
    for (size_t i = 0; i < clutter->boxes; i++) {
        if (ot__overlap(try->box, clutter->box[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < n; i++) {
        const ot_label *other = &label[i];
        if (other->placed &&
            (ot__overlap(try->box, other->box) ||
             (other->moved && ot__inside(leader_of(other), try->box) > 0) ||
             (try->moved && ot__inside(leader_of(try), other->box) > 0))) {
            return false;
        }
    }
    return true;
}

static double covered(ot_box box, const ot_clutter *clutter, double enough)
{
    double sum = 0;

    for (size_t i = 0; i < clutter->segments && sum <= enough; i++) {
        sum += ot__inside(clutter->segment[i], box);
    }
    return sum;
}

static void place_one(ot_label *l, const ot_label label[], size_t n,
                      const ot_clutter *clutter, ot_box frame, double gap)
{
    double best = INFINITY;
    ot_label try = *l;

    for (size_t k = 0; k < STEPS * SIDES; k++) {
        const size_t step = k / SIDES, side = k % SIDES;
        const double cost = STEP_COST * (double)step + SIDE_COST * (double)side;
        if (cost >= best) {
            continue;
        }
        try.box = beside(l, side, steps[step] * gap);
        try.tie = nearest(try.box, l->at);
        try.moved = step >= LEADER;
        if (!allowed(&try, label, n, clutter, frame)) {
            continue;
        }
        const double enough = l->must ? (best - cost) / COVER_COST : 0;
        const double total =
            cost + COVER_COST * covered(try.box, clutter, enough);
        if (total < best && (l->must || total == cost)) {
            best = total;
            *l = try;
        }
    }
    l->placed = isfinite(best);
}

void ot__place(ot_label label[], size_t n, const ot_clutter *clutter,
               ot_box frame, double gap)
{
    int highest = 0;

    for (size_t i = 0; i < n; i++) {
        label[i].placed = false;
        highest = label[i].rank > highest ? label[i].rank : highest;
    }
    for (int rank = 0; rank <= highest; rank++) {
        for (size_t i = 0; i < n; i++) {
            if (label[i].rank == rank) {
                place_one(&label[i], label, n, clutter, frame, gap);
            }
        }
    }
}
