// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/signs.h"

#include <math.h>
#include <string.h>

#define SOFT       (OT_FLAG_PROVISIONAL | OT_FLAG_ESTIMATED)
#define HATCH      3.4  // points from stroke to stroke
#define SAID_MOST  3    // stretches named one by one
#define NAMED_MOST 3    // lines that are told apart
#define LONGEST    1200 // values of a line whose facts are said
#define BREAKS     4    // named in the picture

static const ot_line_facts *facts_of(const ot_chart *chart, size_t i)
{
    static const ot_line_facts none = {0};

    return chart->facts != NULL ? &chart->facts[i] : &none;
}

static unsigned flags_of(const ot_chart *chart, size_t i, size_t k)
{
    const uint8_t *flags = facts_of(chart, i)->flags;

    return flags != NULL ? flags[k] : 0;
}

// Of a value whose state nobody told, whether it is there says it.
static ot_state state_of(const ot_chart *chart, size_t i, size_t k)
{
    const uint8_t *state = facts_of(chart, i)->state;

    return state != NULL                   ? (ot_state)state[k]
           : isfinite(chart->line[i].y[k]) ? OT_REPORTED
                                           : OT_MISSING;
}

bool ot__signs_soft(const ot_chart *chart, size_t i, size_t k)
{
    return (flags_of(chart, i, k) & SOFT) != 0;
}

const char *ot__signs_status(const ot_chart *chart, size_t i, size_t k,
                             char out[static 40])
{
    const unsigned flags = flags_of(chart, i, k);
    const ot_state state = state_of(chart, i, k);

    return flags != 0 && ot_state_known(state) ? ot_flags_text(flags, out)
                                               : ot_state_name(state);
}

// ---- marks -----------------------------------------------------------------

static ot_point point_of(const ot_page *page, const ot_trace *t, size_t k)
{
    return (ot_point){ot__page_x(page, t->x0 + (double)k * t->dx),
                      ot__page_y(page, t->y[k])};
}

static bool has_bars(const ot_chart *chart)
{
    return chart->kind == &ot__kind_growth ||
           chart->kind == &ot__kind_contribution;
}

// Whether rounding moves a value by more than a hundredth of the largest.
static bool is_rough(const ot_chart *chart)
{
    double most = 0, half = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const double *own = facts_of(chart, i)->half;
        for (size_t k = 0; k < l->n; k++) {
            if (isfinite(l->y[k]) && l->style != OT_LINE_MUTED) {
                most = fmax(most, fabs(l->y[k]));
                half = own != NULL ? fmax(half, own[k]) : half;
            }
        }
    }
    return half > 0.01 * most && !has_bars(chart);
}

// What rounding allows, where it is more than the line is wide.
static void draw_ranges(ot_page *page, const ot_trace *t, const double half[],
                        ot_mark look)
{
    for (size_t k = 0; k < t->n; k++) {
        const ot_point p = point_of(page, t, k);
        const double up = ot__page_y(page, t->y[k] + half[k]);
        const double down = ot__page_y(page, t->y[k] - half[k]);
        if (isfinite(t->y[k]) && down - up > 2 * look.size) {
            ot__marks_segment(page->marks, look, (ot_point){p.x, up},
                              (ot_point){p.x, down});
        }
    }
}

void ot__signs_draw(ot_page *page, const ot_chart *chart, size_t i,
                    const ot_trace *t, ot_mark look)
{
    const double *half = facts_of(chart, i)->half;
    const size_t last = ot__last_known(t->y, t->n);
    const ot_mark dot = {.colour = look.colour,
                         .size = fmax(1.5, 0.8 * look.size),
                         .hollow = true};
    double clear =
        -INFINITY; // where the next dot does not touch the one before

    if (ot__page_thinned(page, t->n)) {
        return;
    }
    if (half != NULL && is_rough(chart)) {
        look.dash = OT_SOLID;
        look.size *= 1.3;
        draw_ranges(page, t, half, look);
    }
    for (size_t k = 0; k < t->n; k++) {
        const ot_point p = point_of(page, t, k);
        if (k != last && isfinite(t->y[k]) && ot__signs_soft(chart, i, k) &&
            p.x >= clear) {
            ot__marks_dot(page->marks, dot, p);
            clear = p.x + 2 * dot.size + 1.6;
        }
    }
}

void ot__signs_reach(const ot_chart *chart, double *lo, double *hi)
{
    if (!is_rough(chart)) {
        return;
    }
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const double *half = facts_of(chart, i)->half;
        for (size_t k = 0; half != NULL && k < l->n; k++) {
            ot__include(l->y[k] - half[k], lo, hi);
            ot__include(l->y[k] + half[k], lo, hi);
        }
    }
}

// Strokes rise to the right, whatever the bar's place, from each bar to the
// next in step.
void ot__signs_hatch(ot_page *page, ot_point a, ot_point b)
{
    const ot_mark stroke = {
        .kind = OT_MARK_LINE, .colour = page->look->paper, .size = 0.9};
    const double left = fmin(a.x, b.x), right = fmax(a.x, b.x);
    const double top = fmin(a.y, b.y), bottom = fmax(a.y, b.y);

    // On each stroke x + y is the same.
    for (double sum = ceil((left + top) / HATCH) * HATCH; sum < right + bottom;
         sum += HATCH) {
        const double x0 = fmax(left, sum - bottom);
        const double x1 = fmin(right, sum - top);
        if (x1 > x0) {
            ot__marks_segment(page->marks, stroke, (ot_point){x0, sum - x0},
                              (ot_point){x1, sum - x1});
        }
    }
}

// ---- breaks ----------------------------------------------------------------

// The first months of steps with a break, ascending, each once; at most `most`.
static size_t find_breaks(const ot_chart *chart, int32_t month[], size_t most)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        for (size_t k = 0; k < l->n && l->style != OT_LINE_MUTED; k++) {
            const int32_t at = l->first + (int32_t)k * l->step;
            size_t to = 0;
            while (to < n && month[to] < at) {
                to++;
            }
            if ((flags_of(chart, i, k) & OT_FLAG_BREAK) == 0 || n == most ||
                (to < n && month[to] == at)) {
                continue;
            }
            memmove(month + to + 1, month + to, (n - to) * sizeof *month);
            month[to] = at;
            n++;
        }
    }
    return n;
}

void ot__signs_breaks(ot_page *page, const ot_chart *chart)
{
    const ot_mark line = {.kind = OT_MARK_LINE,
                          .colour = page->look->axis,
                          .size = 0.9,
                          .dash = OT_DASHED};
    int32_t month[24];
    const size_t n = find_breaks(chart, month, 24);

    if (n > 0) {
        ot__marks_group(page->marks, "break", NULL, page->terms->breaks);
    }
    for (size_t i = 0; i < n; i++) {
        const double x = ot__page_x(page, month[i]);
        ot__marks_segment(page->marks, line, (ot_point){x, page->top},
                          (ot_point){x, page->bottom});
    }
}

void ot__signs_name_breaks(ot_page *page, const ot_chart *chart)
{
    int32_t month[24];
    const size_t n = find_breaks(chart, month, 24);
    ot_tag tags[BREAKS];

    for (size_t i = 0; i < n && n <= BREAKS; i++) {
        tags[i] = (ot_tag){
            .text = page->terms->breaks,
            .id = "break",
            .at = {ot__page_x(page, month[i]), page->top + page->size->small},
            .colour = page->look->soft,
            .rank = 3};
    }
    if (n > 0 && n <= BREAKS) {
        ot__page_tags(page, tags, n);
    }
}

// ---- words -----------------------------------------------------------------

// One thing to say of values.
typedef struct remark {
    unsigned flag;  // 0: of a state
    ot_state state; // NOT_IN_FILES within a line is missing
    size_t term;    // of ot_terms.signs
} remark;

static const remark remarks[] = {
    {OT_FLAG_PROVISIONAL, OT_REPORTED, 0},
    {OT_FLAG_ESTIMATED, OT_REPORTED, 1},
    {OT_FLAG_BREAK, OT_REPORTED, 2},
    {0, OT_MISSING, 3},
    {0, OT_SUPPRESSED, 4},
    {0, OT_NO_RATE, 5},
    {0, OT_ABSENT, 6},
};

// The values from the first to the last that is known.
static void known_range(const ot_chart *chart, size_t i, size_t *from,
                        size_t *to)
{
    *from = 0;
    *to = chart->line[i].n;
    while (*from < *to && !ot_state_known(state_of(chart, i, *from))) {
        (*from)++;
    }
    while (*to > *from && !ot_state_known(state_of(chart, i, *to - 1))) {
        (*to)--;
    }
}

static bool holds(const ot_chart *chart, const remark *r, size_t i, size_t k)
{
    const ot_state state = state_of(chart, i, k);

    if (r->flag != 0) {
        return (flags_of(chart, i, k) & r->flag) != 0 &&
               ot_state_known(state) && chart->line[i].style != OT_LINE_MUTED;
    }
    return state == r->state ||
           (r->state == OT_MISSING && state == OT_NOT_IN_FILES);
}

// Whether no line has a value of a month.
static bool is_bare(const ot_chart *chart, int32_t month)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const int32_t k = month >= l->first ? (month - l->first) / l->step : -1;
        if (k >= 0 && (size_t)k < l->n && isfinite(l->y[k])) {
            return false;
        }
    }
    return true;
}

// Whether a remark holds of a month of line i, or of any line (SIZE_MAX).
static bool holds_at(const ot_chart *chart, const remark *r, size_t only,
                     int32_t month)
{
    if (chart->sparse && r->flag == 0 && is_bare(chart, month)) {
        return false;
    }
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        size_t from, to;
        if ((only != SIZE_MAX && i != only) || month < l->first) {
            continue;
        }
        const size_t k = (size_t)((month - l->first) / l->step);
        known_range(chart, i, &from, &to);
        if (k >= from && k < to && holds(chart, r, i, k)) {
            return true;
        }
    }
    return false;
}

static void say_month(const ot_terms *terms, int32_t month, bool year,
                      ot_buf *out)
{
    ot__buf_text(out, terms->month_short[ot_month_of_year(month) - 1]);
    if (year) {
        ot__buf_format(out, "\u00A0%d", ot_month_year(month));
    }
}

// "Apr 2024", "Apr-Sep 2024", "Nov 2023-Feb 2024", "2019-2021".
static void say_stretch(const ot_terms *terms, int32_t first, int32_t last,
                        ot_buf *out)
{
    const int32_t a = ot_month_year(first), b = ot_month_year(last);

    if (ot_month_of_year(first) == 1 && ot_month_of_year(last) == 12) {
        ot__buf_format(out, a < b ? "%d–%d" : "%d", a, b);
        return;
    }
    if (first < last) {
        say_month(terms, first, a < b, out);
        ot__buf_text(out, "–");
    }
    say_month(terms, last, true, out);
}

typedef struct span {
    int32_t first, last, step; // months of all lines
} span;

// The stretches of which a remark holds; returns how many there are.
static size_t say_stretches(const ot_chart *chart, const remark *r, size_t only,
                            span s, ot_buf *out)
{
    const ot_terms *terms = ot__terms(chart);
    size_t n = 0;

    for (int32_t m = s.first; m <= s.last; m += s.step) {
        const int32_t start = m;
        while (m <= s.last && holds_at(chart, r, only, m)) {
            m += s.step;
        }
        if (m > start && n++ < SAID_MOST) {
            ot__buf_text(out, n > 1 ? ", " : "");
            say_stretch(terms, start, m - 1, out);
        }
    }
    if (n > SAID_MOST) {
        ot__buf_format(out, ", +%zu", n - SAID_MOST);
    }
    return n;
}

// Lines over the same steps of which a remark holds at other times are told
// apart; years over one another need not be.
static size_t told_apart(const ot_chart *chart, const remark *r, span s,
                         bool *differ)
{
    size_t some = 0;

    *differ = false;
    for (size_t i = 0; i < chart->lines; i++) {
        bool any = false;
        if (chart->line[i].first != chart->line[0].first) {
            *differ = false;
            return 0;
        }
        for (int32_t m = s.first; m <= s.last; m += s.step) {
            const bool own = holds_at(chart, r, i, m);
            any = any || own;
            *differ = *differ || own != holds_at(chart, r, SIZE_MAX, m);
        }
        some += any;
    }
    return some;
}

static void say_remark(const ot_chart *chart, const remark *r, span s,
                       bool drawn, ot_buf *out)
{
    ot_buf text = {0};
    bool differ;
    const size_t some = told_apart(chart, r, s, &differ);
    const bool apart = differ && some <= NAMED_MOST;

    for (size_t i = 0; i < (apart ? chart->lines : 1); i++) {
        ot_buf own = {0};
        if (say_stretches(chart, r, apart ? i : SIZE_MAX, s, &own) > 0) {
            ot__buf_text(&text, text.n > 0 ? "; " : "");
            if (apart && chart->line[i].label != NULL) {
                ot__buf_format(&text, "%.60s ", chart->line[i].label);
            }
            ot__buf_text(&text, ot__buf_cstr(&own));
        }
        text.failed = text.failed || own.failed;
        ot__buf_free(&own);
    }
    if (text.n > 0) {
        const ot_terms *terms = ot__terms(chart);
        const bool soft = (r->flag & SOFT) != 0;
        ot__buf_text(out, out->n > 0 ? " " : "");
        ot__buf_format(out, "%s%s: %s.", terms->signs[r->term],
                       !soft || !drawn   ? ""
                       : has_bars(chart) ? terms->hatched
                                         : terms->hollow,
                       ot__buf_cstr(&text));
    }
    out->failed = out->failed || text.failed;
    ot__buf_free(&text);
}

void ot__signs_say(const ot_chart *chart, bool drawn, ot_buf *out)
{
    span s = {0, 0, 1};

    if (chart->lines == 0) {
        return;
    }
    s = (span){chart->line[0].first, chart->line[0].first - 1,
               chart->line[0].step};
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const int32_t last = l->first + (int32_t)l->n * l->step - 1;
        if (l->n > LONGEST || l->step != s.step) {
            return;
        }
        s.first = l->first < s.first ? l->first : s.first;
        s.last = last > s.last ? last : s.last;
    }
    if ((s.last - s.first) / s.step > LONGEST) {
        return;
    }
    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
        say_remark(chart, &remarks[i], s, drawn, out);
    }
    if (is_rough(chart)) {
        ot__buf_format(out, "%s%s.", out->n > 0 ? " " : "",
                       ot__terms(chart)->rounded);
    }
}
