// SPDX-License-Identifier: GPL-3.0-or-later
// mirror: exports of the one side, imports of the other, and the band of cif
// over fob.
#include <math.h>
#include <string.h>

#include "outturn/mirror.h"
#include "plot/scale.h"
#include "report/picture.h"

#define YEAR  12
#define LINES 4 // two sides, two ends of the band

static bool is_flow(const ot_view *view, const char *name)
{
    return strcmp(ot_view_flow(view)->name, name) == 0;
}

static ot_interval band_of(const ot_picture_options *o)
{
    return o->cif.hi > 0 ? o->cif : ot_interval_of(1.00, 1.10);
}

static const char *name_of(const ot_making *m, size_t i)
{
    return ot_panel_area_name(m->panel, ot_view_reporter(m->view[i]));
}

// ---- words -----------------------------------------------------------------

// "Armenia reports 12.3 % more than Russia"
static void say_ratio(ot_buf *b, const char *exporter, const char *importer,
                      double ratio)
{
    char number[OT_NUMBER_SIZE];

    if (!isfinite(ratio)) {
        ot__buf_format(b, "%s reports no exports", exporter);
    } else if (ratio >= 2) {
        ot__buf_format(b, "%s reports %s\u00A0times what %s does", importer,
                       ot__figures(number, ratio, 3), exporter);
    } else if (fabs(ratio - 1) < 0.0005) {
        ot__buf_format(b, "%s and %s report the same", importer, exporter);
    } else {
        ot__fixed(number, 100 * fabs(ratio - 1), 1);
        ot__buf_format(b, "%s reports %s\u00A0%% %s than %s", importer, number,
                       ratio > 1 ? "more" : "less", exporter);
    }
}

// "Russia to Armenia: Armenia reports 12.3 % more than Russia in 2023"
static void headline(const ot_making *m, ot_period last)
{
    ot_buf *b = &m->picture->headline;
    const ot_mirror r =
        ot_mirror_of(ot_view_value(m->view[0], last),
                     ot_view_value(m->view[1], last), band_of(m->options));
    char words[64];

    ot__buf_format(b, "%s to %s: ", name_of(m, 0), name_of(m, 1));
    say_ratio(b, name_of(m, 0), name_of(m, 1), r.ratio);
    ot__buf_text(b, " in ");
    ot__say_typeset(b, ot_period_short(last, words));
}

static void say_band(ot_buf *b, ot_interval band)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__buf_format(b,
                   ". Shaded: %s to %s times the exports, where imports may "
                   "lie, since they include freight and insurance",
                   ot__fixed(lo, band.lo, 2), ot__fixed(hi, band.hi, 2));
}

static int32_t last_of(const ot_view *a, const ot_view *b)
{
    const int32_t x = ot_period_last(ot_view_span(a));
    const int32_t y = ot_period_last(ot_view_span(b));

    return x > y ? x : y;
}

void ot__say_mirrored(ot_buf *b, const ot_view *view, bool goods,
                      const char *per)
{
    const size_t added = ot_view_codes_added(view);

    ot__buf_text(b, "Trade");
    if (goods && strcmp(ot_view_commodity(view), "TOTAL") != 0) {
        ot__buf_format(b, " in %s", ot_view_commodity(view));
    } else if (goods && added > 0) {
        ot__buf_format(b, " in the %zu commodit%s of the files", added,
                       added == 1 ? "y" : "ies");
    }
    ot__buf_format(b, "%s as each side reports it", per);
}

static void titles(const ot_making *m, ot_period range, int32_t step,
                   ot_period last)
{
    ot_picture *p = m->picture;
    char words[64];

    headline(m, last);
    ot__say_mirrored(&p->subtitle, m->view[0], true, ot__say_each(step));
    ot__buf_text(&p->subtitle, ", ");
    ot__say_unit(&p->subtitle, m->view[0]);
    ot__buf_text(&p->subtitle, ", ");
    ot__say_typeset(&p->subtitle, ot_period_words(range, words));
    ot__say_data(&p->note, last_of(m->view[0], m->view[1]),
                 ot__picture_newer(m->view[0], m->view[1]));
    if (band_of(m->options).hi > band_of(m->options).lo) {
        say_band(&p->note, band_of(m->options));
    }
}

// ---- the lines -------------------------------------------------------------

static ot_status add_side(const ot_making *m, size_t i, ot_period range,
                          int32_t step, ot_error *err)
{
    ot_picture *p = m->picture;
    ot_buf name = {0};
    ot_series *s = NULL;
    const ot_status status = ot_view_series(m->view[i], step, range,
                                            m->options->year_start, &s, err);

    if (status != OT_OK) {
        return status;
    }
    memcpy(ot__picture_next(p), s->y, s->n * sizeof *s->y);
    ot__buf_format(&name, "%s: %s", name_of(m, i),
                   i == 0 ? "exports" : "imports");
    ot__picture_add(p, ot__buf_cstr(&name), s->first, step, s->n,
                    OT_LINE_PLAIN);
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    ot_series_free(s);
    return OT_OK;
}

static void add_band(ot_picture *p, double rate, const char *label)
{
    const ot_chart_line x = p->line[0];
    double *y = ot__picture_next(p);

    for (size_t i = 0; i < x.n; i++) {
        y[i] = rate * x.y[i];
    }
    ot__picture_add(p, label, x.first, x.step, x.n, OT_LINE_MUTED);
}

// The last step of which both sides are known; months 0: there is none.
static ot_period last_known(const ot_picture *p)
{
    const ot_chart_line *a = &p->line[0], *b = &p->line[1];

    for (size_t i = a->n; i-- > 0;) {
        if (isfinite(a->y[i]) && isfinite(b->y[i])) {
            return (ot_period){a->first + (int32_t)i * a->step, a->step};
        }
    }
    return (ot_period){0, 0};
}

static bool mirrors(const ot_view *exports, const ot_view *imports)
{
    return is_flow(exports, "export") && is_flow(imports, "import") &&
           ot_view_reporter(exports) == ot_view_partner(imports) &&
           ot_view_partner(exports) == ot_view_reporter(imports);
}

// Puts the two in order: exports, imports.
static ot_status sort(const ot_making *m, ot_making *sorted, ot_view *view[2],
                      ot_error *err)
{
    const bool two = m->views == 2;
    const bool turned = two && mirrors(m->view[1], m->view[0]);

    if (!turned && !(two && mirrors(m->view[0], m->view[1]))) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a mirror is of the exports of one side and what the "
                       "other imports from it");
    }
    view[0] = m->view[turned ? 1 : 0];
    view[1] = m->view[turned ? 0 : 1];
    *sorted = *m;
    sorted->view = view;
    return ot__picture_units(sorted, err);
}

ot_status ot__picture_mirror(const ot_making *m, ot_error *err)
{
    const int32_t step = m->options->step > 0 ? m->options->step : YEAR;
    ot_picture *p = m->picture;
    ot_view *view[2] = {NULL, NULL};
    ot_making sorted = *m;
    ot_status status = sort(m, &sorted, view, err);

    if (status != OT_OK) {
        return status;
    }
    const ot_period range = ot__picture_range(&sorted, step);
    status =
        ot__picture_reserve(p, LINES, (size_t)(range.months / step) + 2, err);
    for (size_t i = 0; i < 2 && status == OT_OK; i++) {
        status = add_side(&sorted, i, range, step, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const ot_period last = last_known(p);
    if (last.months == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "there is no period of which both sides are known");
    }
    const ot_interval band = band_of(m->options);
    add_band(p, band.lo, "Lower end of the band");
    add_band(p, band.hi, "Upper end of the band");
    p->chart.date = ot__picture_newer(view[0], view[1]);
    titles(&sorted, (ot_period){p->line[0].first, (int32_t)p->line[0].n * step},
           step, last);
    return OT_OK;
}
