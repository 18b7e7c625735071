// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what a newer release changed.
#include "outturn/picture_revisions.h"

#include <math.h>
#include <string.h>

#include "plot/scale.h"
#include "report/picture.h"

#define MOST 10

static bool drawn(const ot_revision *r)
{
    return isfinite(r->before.y) && isfinite(r->after.y) &&
           r->before.y != r->after.y;
}

static bool goods_differ(const ot_making *m)
{
    for (size_t i = 1; i < m->views; i++) {
        if (strcmp(ot_view_commodity(m->view[i]),
                   ot_view_commodity(m->view[0])) != 0) {
            return true;
        }
    }
    return false;
}

// "Imports of 27, August 2024"
static void say_row(const ot_making *m, const ot_revision *r, ot_buf *name)
{
    char words[64];

    ot__buf_clear(name);
    ot__say_view(m, r->series, name);
    if (goods_differ(m)) {
        ot__buf_format(name, " of %s", ot_view_commodity(m->view[r->series]));
    }
    ot__buf_text(name, ", ");
    ot__say_typeset(name, ot_period_short(r->period, words));
}

// "Armenia–Russia imports in Aug 2024 revised up 18.8 % to USD 602 m"
static void headline(const ot_making *m, const ot_revision *r)
{
    const ot_view *view = m->view[r->series];
    ot_buf *b = &m->picture->headline;
    const bool up = r->after.y > r->before.y;
    char words[64], number[OT_NUMBER_SIZE];

    ot__say_pair(b, m->panel, view);
    ot__buf_char(b, ' ');
    ot__say_flow(b, ot_view_flow(view));
    if (strcmp(ot_view_commodity(view), "TOTAL") != 0) {
        ot__buf_format(b, " of %s", ot_view_commodity(view));
    }
    ot__buf_text(b, " in ");
    ot__say_typeset(b, ot_period_short(r->period, words));
    if (r->before.y > 0) {
        ot__fixed(number, 100 * fabs(r->after.y / r->before.y - 1), 1);
        ot__buf_format(b, " revised %s %s\u00A0%% to ", up ? "up" : "down",
                       number);
        ot__say_amount(b, r->after.y, m->picture->chart.unit);
        return;
    }
    ot__buf_text(b, " revised from ");
    ot__say_amount(b, r->before.y, m->picture->chart.unit);
    ot__buf_text(b, " to ");
    ot__say_amount(b, r->after.y, m->picture->chart.unit);
}

static void titles(const ot_making *m, const ot_picture_revised *of)
{
    ot_picture *p = m->picture;
    size_t all = 0;

    for (size_t i = 0; i < of->revised->n; i++) {
        all += drawn(&of->revised->at[i]) ? 1 : 0;
    }
    ot__buf_format(
        &p->subtitle, "%s, ",
        p->rows < all
            ? "The figures that changed most, largest difference first"
            : "All figures that changed, largest difference first");
    ot__say_unit(&p->subtitle, m->view[0]);
    if (p->rows < all) {
        ot__buf_format(&p->subtitle, ", %zu of %zu", p->rows, all);
    }
    ot__say_data(&p->note, of->revised->last, ot_view_release(m->view[0]));
    ot__say_conversion(&p->note, m->view[0]);
}

static ot_status fill(const ot_making *m, const ot_picture_revised *of,
                      ot_error *err)
{
    const ot_revisions *r = of->revised;
    const ot_revision *largest = NULL;
    ot_picture *p = m->picture;
    ot_buf name = {0};
    ot_status status = ot__picture_reserve_rows(p, MOST, err);

    for (size_t i = 0; i < r->n && p->rows < MOST && status == OT_OK; i++) {
        if (drawn(&r->at[i])) {
            largest = largest == NULL ? &r->at[i] : largest;
            say_row(m, &r->at[i], &name);
            ot__picture_row(p, ot__buf_cstr(&name), r->at[i].after.y,
                            OT_ROW_PLAIN)
                ->before = r->at[i].before.y;
        }
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    if (status == OT_OK && largest == NULL) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "no figure that both releases have was changed");
    }
    if (status != OT_OK || largest == NULL) {
        return status;
    }
    ot__buf_text(&p->was, of->was);
    ot__buf_text(&p->now, of->now);
    if (of->older != NULL) {
        ot__say_files(&p->source, of->older);
        ot__buf_text(&p->source, ", ");
    }
    ot__say_files(&p->source, of->panel);
    p->chart.no_places = true;
    p->chart.given_order = true;
    headline(m, largest);
    titles(m, of);
    return ot__picture_finish(p, m->options, err);
}

ot_status ot_picture_of_revisions(const ot_picture_revised *revised,
                                  const ot_picture_options *options,
                                  ot_picture **picture, ot_error *err)
{
    ot_picture *p = ot__picture_new(ot_chart_kind_find("rank"));
    const ot_making m = {revised->panel, revised->after, revised->n, options,
                         p};

    if (p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    p->chart.unit = ot_view_unit(revised->after[0]);
    p->chart.date = ot_view_release(revised->after[0]);
    const ot_status status = fill(&m, revised, err);
    if (status == OT_OK) {
        *picture = p;
    } else {
        ot_picture_free(p);
    }
    return status;
}
