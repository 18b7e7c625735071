// SPDX-License-Identifier: GPL-3.0-or-later
// jumps.c - where the level of a series jumps.
//
// By exponential smoothing with weight 1 - theta, e is what a value differs
// from the level before it. A shift of w at t leaves w theta^k in e[t + k]; a
// single value w, then -w (1 - theta) theta^(k - 1).

#include "stat/jumps.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "stat/dist.h"
#include "stat/levenberg.h"

#define THETA_STEP  0.05
#define THETA_STEPS 20 // 0 to 0.95
#define ROUNDS      3
#define FALSE_ALARM 0.05 // of a series of noise
#define MATTERS     1e-6 // of the range of y

size_t ot__jumps_work(size_t n, size_t most)
{
    return 3 * n + most * (1 + most + n);
}

typedef struct search {
    size_t n, least;
    const double *given;
    double *y; // less the jumps found
    double *e, *sorted;
    double *right, *normal, *traces; // of the jumps together
    double theta, sigma, limit;
    double size;  // the largest |y| given
    double range; // from the smallest to the largest y
} search;

static double level_after(double level, double y, double theta)
{
    return level + (1 - theta) * (y - level);
}

// e of y; their middle, the drift, is taken out. The level before the first
// value is smoothed backwards from the last (Box & Jenkins's backcasting).
static void find_errors(search *s, double theta)
{
    double *e = s->e;
    double level = s->y[s->n - 1];

    for (size_t i = s->n; i-- > 0;) {
        level = level_after(level, s->y[i], theta);
    }
    for (size_t i = 0; i < s->n; i++) {
        e[i] = s->y[i] - level;
        level = level_after(level, s->y[i], theta);
    }
    memcpy(s->sorted, e, s->n * sizeof *e);
    const double drift = ot__median(s->sorted, s->n);
    for (size_t i = 0; i < s->n; i++) {
        e[i] -= drift;
    }
}

// The theta of the least absolute errors, which a few wild ones do not move;
// sets theta, sigma and e.
static void estimate(search *s)
{
    double least = INFINITY;

    for (int k = 0; k < THETA_STEPS; k++) {
        const double theta = THETA_STEP * k;
        double sum = 0;
        find_errors(s, theta);
        for (size_t i = 0; i < s->n; i++) {
            sum += fabs(s->e[i]);
        }
        if (sum < least) {
            least = sum;
            s->theta = theta;
        }
    }
    find_errors(s, s->theta);
    for (size_t i = 0; i < s->n; i++) {
        s->sorted[i] = fabs(s->e[i]);
    }
    s->sigma = 1.4826 * ot__median(s->sorted, s->n);
}

// What a jump of 1 leaves in e[i], i >= at.
static double trace_at(const search *s, const ot__jump *j, size_t i)
{
    const double after = (double)(i - j->at);

    if (j->shift) {
        return pow(s->theta, after);
    }
    return i == j->at ? 1 : (s->theta - 1) * pow(s->theta, after - 1);
}

static double product(const double a[], const double b[], size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

// The jump at a place that fits e best.
static ot__jump jump_at(const search *s, size_t at, bool shift)
{
    double trace = 1, square = 0, with_e = 0;

    for (size_t i = at; i < s->n; i++) {
        square += trace * trace;
        with_e += trace * s->e[i];
        trace *= i == at && !shift ? s->theta - 1 : s->theta;
    }
    return (ot__jump){at, shift, with_e / square,
                      with_e / (sqrt(square) * s->sigma)};
}

static bool near_a_shift(const search *s, size_t at, const ot__jump found[],
                         size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const size_t apart =
            found[k].at > at ? found[k].at - at : at - found[k].at;
        if (found[k].shift && apart < s->least) {
            return true;
        }
    }
    return at < s->least || at + s->least > s->n;
}

static bool is_found(size_t at, const ot__jump found[], size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (found[k].at == at) {
            return true;
        }
    }
    return false;
}

static ot__jump largest(const search *s, const ot__jump found[], size_t count)
{
    ot__jump best = {0};

    for (size_t at = 0; at < s->n; at++) {
        if (is_found(at, found, count)) {
            continue;
        }
        const ot__jump alone = jump_at(s, at, false);
        best = fabs(alone.t) > fabs(best.t) ? alone : best;
        if (!near_a_shift(s, at, found, count)) {
            const ot__jump shift = jump_at(s, at, true);
            best = fabs(shift.t) > fabs(best.t) ? shift : best;
        }
    }
    return best;
}

// y less the jumps found: `given` is y with them.
static void take_out(search *s, const ot__jump found[], size_t count)
{
    memcpy(s->y, s->given, s->n * sizeof *s->y);
    for (size_t k = 0; k < count; k++) {
        const size_t end = found[k].shift ? s->n : found[k].at + 1;
        for (size_t i = found[k].at; i < end; i++) {
            s->y[i] -= found[k].size;
        }
    }
}

// Nothing is left but rounding.
static bool is_flat(const search *s)
{
    return !(s->sigma > 1e-12 * s->size);
}

// The traces of all jumps, the products of each two of them as a Cholesky
// factor, and of each with e. False: some of them leave the same traces.
static bool set_normal_equations(const search *s, const ot__jump found[],
                                 size_t count)
{
    for (size_t k = 0; k < count; k++) {
        double *trace = s->traces + k * s->n;
        for (size_t i = 0; i < s->n; i++) {
            trace[i] = i < found[k].at ? 0 : trace_at(s, &found[k], i);
        }
    }
    for (size_t k = 0; k < count; k++) {
        const double *trace = s->traces + k * s->n;
        for (size_t j = 0; j < count; j++) {
            s->normal[k * count + j] =
                product(trace, s->traces + j * s->n, s->n);
        }
        s->right[k] = product(trace, s->e, s->n);
    }
    if (ot__cholesky(s->normal, count) == 0) {
        return false;
    }
    for (size_t k = 0; k < count; k++) {
        const double *trace = s->traces + k * s->n;
        const double pivot = s->normal[k * count + k];
        if (pivot * pivot < 1e-8 * product(trace, trace, s->n)) {
            return false;
        }
    }
    return true;
}

// In place: b of L b' = b.
static void solve_lower(const double L[], size_t n, double b[])
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            b[i] -= L[i * n + k] * b[k];
        }
        b[i] /= L[i * n + i];
    }
}

// In place: b of L' b' = b.
static void solve_upper(const double L[], size_t n, double b[])
{
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++) {
            b[i] -= L[k * n + i] * b[k];
        }
        b[i] /= L[i * n + i];
    }
}

// The sizes of all jumps together, by least squares on e, and their t. What is
// still in e of them is added to the sizes they have.
static bool fit_together(search *s, ot__jump found[], size_t count)
{
    if (!set_normal_equations(s, found, count)) {
        return false;
    }
    solve_lower(s->normal, count, s->right);
    solve_upper(s->normal, count, s->right);
    for (size_t k = 0; k < count; k++) {
        double *unit = s->traces; // no longer needed
        memset(unit, 0, count * sizeof *unit);
        unit[k] = 1;
        solve_lower(s->normal, count, unit);
        found[k].size += s->right[k];
        found[k].t =
            found[k].size / (s->sigma * sqrt(product(unit, unit, count)));
    }
    return true;
}

// Model and sizes, each given the other.
static bool refit(search *s, ot__jump found[], size_t count)
{
    for (int round = 0; round < ROUNDS; round++) {
        take_out(s, found, count);
        estimate(s);
        if (count > 0 && !fit_together(s, found, count)) {
            return false;
        }
    }
    take_out(s, found, count);
    estimate(s);
    return true;
}

// Drops the least sure ones that are not beyond the limit; how many are left.
static size_t prune(search *s, ot__jump found[], size_t count)
{
    while (count > 0) {
        size_t weakest = 0;
        for (size_t k = 1; k < count; k++) {
            weakest = fabs(found[k].t) < fabs(found[weakest].t) ? k : weakest;
        }
        if (fabs(found[weakest].t) > s->limit) {
            break;
        }
        found[weakest] = found[--count];
        (void)refit(s, found, count); // fewer of them are no more alike
    }
    return count;
}

static void sort(ot__jump found[], size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const ot__jump one = found[i];
        size_t k = i;
        for (; k > 0 && found[k - 1].at > one.at; k--) {
            found[k] = found[k - 1];
        }
        found[k] = one;
    }
}

size_t ot__jumps_find(const double y[], size_t n, size_t least,
                      ot__jump found[], size_t most, double work[])
{
    search s = {.given = y,
                .n = n,
                .least = least,
                .y = work,
                .e = work + n,
                .sorted = work + 2 * n,
                .right = work + 3 * n,
                .normal = work + 3 * n + most,
                .traces = work + 3 * n + most + most * most};
    size_t count = 0;

    // The level of a tested t among 2 n of them (Bonferroni).
    s.limit = gsl_cdf_ugaussian_Qinv(FALSE_ALARM / (4 * (double)n));
    double lo = y[0], hi = y[0];
    for (size_t i = 0; i < n; i++) {
        lo = fmin(lo, y[i]);
        hi = fmax(hi, y[i]);
    }
    s.size = fmax(fabs(lo), fabs(hi));
    s.range = hi - lo;
    (void)refit(&s, found, 0);
    while (count < most && !is_flat(&s)) {
        found[count] = largest(&s, found, count);
        if (!(fabs(found[count].t) > s.limit) ||
            !(fabs(found[count].size) > MATTERS * s.range)) {
            break;
        }
        if (!refit(&s, found, count + 1)) {
            (void)refit(&s, found, count);
            break;
        }
        count++;
    }
    if (!is_flat(&s)) {
        count = prune(&s, found, count);
    }
    sort(found, count);
    return count;
}
