// SPDX-License-Identifier: GPL-3.0-or-later
// Figures at bars: each stands over or under its own, clear of all others.
#include "support.h"

#include "outturn/chart.h"
#include "plain_ruler.h"
#include "plot/layout.h"
#include "plot/place.h"

#define MOST 300

typedef struct bars_case {
    const char *name;
    size_t n;
    int32_t step;
    double y[8]; // the last ones; those before swing between -40 and 60
    size_t last;
} bars_case;

static const bars_case bars_cases[] = {
    {"a small fall beside large ones", 11, 12, {30.7, -74.1, -63.5, -11.8}, 4},
    {"a small rise beside large ones", 11, 12, {-9, 70, 64, 3}, 4},
    {"the last is the highest", 12, 12, {1, 2, 99}, 3},
    {"falls alone", 4, 12, {-4, -39, -20, -3}, 4},
    {"rises alone", 4, 12, {4, 39, 20, 3}, 4},
    {"one bar", 1, 12, {-5}, 1},
    {"zero at the end", 6, 12, {5, -3, 0}, 3},
    {"three hundred thin bars", MOST, 1, {60, -58, 44, -3.9}, 4},
    {"a gap at the end", 20, 3, {5, -7, NAN}, 3},
    {"nothing but zeros", 3, 12, {0, 0, 0}, 3},
};

static ot_box box_of(const ot_marks *m, const ot_mark *mark)
{
    const ot_point p = m->point[mark->first];
    ot_box box = {p.x, p.y, p.x, p.y};

    if (mark->kind == OT_MARK_TEXT) {
        const double width = plain_width(NULL, ot__marks_string(m, mark->text),
                                         mark->size, false);
        const double left = p.x - width * 0.5 * (double)mark->align;
        return (ot_box){left, p.y - OT_ASCENT * mark->size, left + width,
                        p.y + OT_DESCENT * mark->size};
    }
    for (size_t i = 1; i < mark->n; i++) {
        const ot_point q = m->point[mark->first + i];
        box.left = fmin(box.left, q.x);
        box.right = fmax(box.right, q.x);
        box.top = fmin(box.top, q.y);
        box.bottom = fmax(box.bottom, q.y);
    }
    return box;
}

static void check_figures(const ot_marks *m, const char *where)
{
    const ot_mark *last_bar = NULL;
    size_t figures = 0;

    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind == OT_MARK_AREA) {
            last_bar = &m->mark[i];
        }
    }
    assert_non_null(last_bar);
    for (size_t i = 0; i < m->n && last_bar != NULL; i++) {
        const ot_mark *text = &m->mark[i];
        if (text->kind != OT_MARK_TEXT || !text->halo) {
            continue;
        }
        const ot_box a = box_of(m, text);
        figures++;
        for (size_t k = 0; k < m->n; k++) {
            if (m->mark[k].kind == OT_MARK_AREA &&
                ot__overlap(a, box_of(m, &m->mark[k]))) {
                fail_msg("%s: '%s' lies on a bar", where,
                         ot__marks_string(m, text->text));
            }
        }
        const ot_box bar = box_of(m, last_bar);
        if (text->bold && (a.right < bar.left || a.left > bar.right)) {
            fail_msg("%s: the last figure is not at its bar", where);
        }
    }
    assert_true(figures >= 1 && figures <= 3);
}

static void test_figures(void **state)
{
    const bars_case *c = *state;
    double y[MOST];

    for (size_t i = 0; i < c->n; i++) {
        const size_t left = c->n - i;
        y[i] = left <= c->last ? c->y[c->last - left]
                               : 10 + 50 * sin(1.7 * (double)i);
    }
    const ot_chart_line line = {
        "A", 12 * 2000 + (c->step > 1 ? 0 : 5), c->step, c->n, y, OT_LINE_BOLD};
    const ot_chart chart = {.kind = ot_chart_kind_find("growth"),
                            .headline = "Growth",
                            .unit = {"%", 0, OT_DIM_PERCENT},
                            .line = &line,
                            .lines = 1};
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        const ot_chart_options options = ot__chart_defaults(
            &(ot_chart_options){.size = ot_chart_size_at(i)});
        ot_marks m = {0};
        assert_int_equal(ot__layout(&chart, &options, plain_ruler, &m, NULL),
                         OT_OK);
        check_figures(&m, options.size->name);
        ot__marks_free(&m);
    }
}

int main(void)
{
    return RUN_TABLE("figures", bars_cases, test_figures);
}
