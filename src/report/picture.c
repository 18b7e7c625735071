// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Sorted by name. A kind that is made of views has a line here.
static const struct {
    ot_picture_kind wants;
    ot_picture_maker *make;
} makers[] = {
    {{"balance", "export,import", false, false, false}, ot__picture_balance},
    {{"claim", "turnover", false, true, false}, ot__picture_claim},
    {{"contribution", "turnover", true, false, false},
     ot__picture_contribution},
    {{"fan", "turnover", false, true, false}, ot__picture_fan},
    {{"growth", "turnover", false, false, false}, ot__picture_growth},
    {{"line", NULL, false, false, false}, ot__picture_line},
    {{"mirror", "export", false, false, true}, ot__picture_mirror},
    {{"multiples", "turnover", true, false, false}, ot__picture_multiples},
    {{"race", "turnover", false, true, false}, ot__picture_race},
    {{"rank", "turnover", true, false, false}, ot__picture_rank},
    {{"season", "turnover", false, false, false}, ot__picture_season},
    {{"share", "turnover", true, false, false}, ot__picture_share},
    {{"waterfall", "turnover", true, false, false}, ot__picture_waterfall},
};

#define MAKERS (sizeof makers / sizeof makers[0])

const ot_picture_kind *ot_picture_kind_of(const ot_chart_kind *kind)
{
    for (size_t i = 0; i < MAKERS; i++) {
        if (strcmp(makers[i].wants.kind, kind->name) == 0) {
            return &makers[i].wants;
        }
    }
    return NULL;
}

void ot_picture_free(ot_picture *picture)
{
    if (picture == NULL) {
        return;
    }
    free(picture->line);
    free(picture->y);
    free(picture->half);
    free(picture->state);
    free(picture->flags);
    free(picture->facts);
    free(picture->row);
    ot__buf_free(&picture->was);
    ot__buf_free(&picture->now);
    ot__buf_free(&picture->headline);
    ot__buf_free(&picture->subtitle);
    ot__buf_free(&picture->source);
    ot__buf_free(&picture->note);
    ot__buf_free(&picture->label);
    free(picture);
}

const ot_chart *ot_picture_chart(const ot_picture *picture)
{
    return &picture->chart;
}

ot_status ot__picture_reserve(ot_picture *p, size_t lines, size_t values,
                              ot_error *err)
{
    p->line = calloc(lines, sizeof *p->line);
    p->y = calloc(lines * values, sizeof *p->y);
    p->half = calloc(lines * values, sizeof *p->half);
    p->state = calloc(lines * values, sizeof *p->state);
    p->flags = calloc(lines * values, sizeof *p->flags);
    p->facts = calloc(lines, sizeof *p->facts);
    if (p->line == NULL || p->y == NULL || p->half == NULL ||
        p->state == NULL || p->flags == NULL || p->facts == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    p->capacity = lines;
    return OT_OK;
}

double *ot__picture_next(const ot_picture *p)
{
    if (p->lines == 0) {
        return p->y;
    }
    const ot_chart_line *last = &p->line[p->lines - 1];
    return p->y + (last->y - p->y) + last->n;
}

void ot__picture_fact(ot_picture *p, size_t i, ot_state state, unsigned flags,
                      double half)
{
    const size_t at = (size_t)(ot__picture_next(p) - p->y) + i;

    p->state[at] = (uint8_t)state;
    p->flags[at] = (uint8_t)flags;
    p->half[at] = isfinite(half) ? half : 0;
    p->told = true;
}

// Labels stay NULL until finish(): their buffer moves while it grows.
ot_chart_line *ot__picture_add(ot_picture *p, const char *label, int32_t first,
                               int32_t step, size_t n, ot_line_style style)
{
    const double *y = ot__picture_next(p);
    const size_t i = p->lines++;

    ot__buf_bytes(&p->label, label, strlen(label) + 1);
    p->line[i] = (ot_chart_line){
        .first = first, .step = step, .n = n, .y = y, .style = style};
    return &p->line[i];
}

ot_status ot__picture_reserve_rows(ot_picture *p, size_t rows, ot_error *err)
{
    p->row = calloc(rows, sizeof *p->row);
    p->row_capacity = rows;
    return p->row != NULL
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
}

ot_chart_row *ot__picture_row(ot_picture *p, const char *label, double y,
                              ot_row_style style)
{
    ot_chart_row *row = &p->row[p->rows++];

    ot__buf_bytes(&p->label, label, strlen(label) + 1);
    *row = (ot_chart_row){
        .y = y, .before = NAN, .lo = NAN, .hi = NAN, .style = style};
    return row;
}

void ot__picture_quantiles(const ot_dist *dist, ot_fan_step *step)
{
    static const double at[OT_FAN_QUANTILES] = {0.025, 0.10, 0.25, 0.50,
                                                0.75,  0.90, 0.975};

    for (size_t i = 0; i < OT_FAN_QUANTILES; i++) {
        step->q[i] = ot_dist_quantile(dist, at[i]);
    }
}

ot_day ot__picture_newer(const ot_view *a, const ot_view *b)
{
    const ot_day x = ot_view_release(a), y = ot_view_release(b);

    return x > y ? x : y;
}

static void replace(ot_buf *b, const char *text)
{
    if (text != NULL) {
        ot__buf_clear(b);
        ot__buf_text(b, text);
    }
}

ot_picture *ot__picture_new(const ot_chart_kind *kind)
{
    ot_picture *p = calloc(1, sizeof *p);

    if (p != NULL) {
        p->chart.kind = kind;
    }
    return p;
}

ot_status ot__picture_finish(ot_picture *p, const ot_picture_options *options,
                             ot_error *err)
{
    const char *label = p->label.at;

    replace(&p->headline, options->headline);
    replace(&p->subtitle, options->subtitle);
    replace(&p->source, options->source);
    replace(&p->note, options->note);
    p->chart.locale = options->locale;
    if (p->label.failed || p->headline.failed || p->subtitle.failed ||
        p->source.failed || p->note.failed || p->was.failed || p->now.failed) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    for (size_t i = 0; i < p->lines; i++) {
        const size_t at = (size_t)(p->line[i].y - p->y);
        p->facts[i] =
            (ot_line_facts){p->state + at, p->flags + at, p->half + at};
        p->line[i].label = label;
        label += strlen(label) + 1;
    }
    p->chart.facts = p->told ? p->facts : NULL;
    for (size_t i = 0; i < p->rows; i++) {
        p->row[i].label = label;
        label += strlen(label) + 1;
    }
    p->chart.row = p->row;
    p->chart.rows = p->rows;
    p->chart.was = p->was.n > 0 ? p->was.at : NULL;
    p->chart.now = p->now.n > 0 ? p->now.at : NULL;
    p->chart.headline = ot__buf_cstr(&p->headline);
    p->chart.subtitle = ot__buf_cstr(&p->subtitle);
    p->chart.source = ot__buf_cstr(&p->source);
    p->chart.note = ot__buf_cstr(&p->note);
    p->chart.line = p->line;
    p->chart.lines = p->lines;
    return OT_OK;
}

// ". Figures of 2024 are in part estimated, provisional": of a picture made of
// rows, whose marks do not show it.
static void say_flags(const ot_making *m)
{
    ot_picture *p = m->picture;
    unsigned flags = 0;
    char words[64], text[40];

    for (size_t i = 0; i < m->views && p->about.months > 0; i++) {
        const ot_value v = ot_view_value(m->view[i], p->about);
        flags |= ot_value_flags(&v);
    }
    flags &= OT_FLAG_PROVISIONAL | OT_FLAG_ESTIMATED;
    if (flags != 0 && p->chart.kind->rows) {
        ot__buf_text(&p->note, ". Figures of ");
        ot__say_typeset(&p->note, ot_period_words(p->about, words));
        ot__buf_format(&p->note, " are in part %s", ot_flags_text(flags, text));
    }
}

static ot_status make(const ot_making *m, ot_picture_maker *maker,
                      ot_error *err)
{
    ot_picture *p = m->picture;

    p->chart.unit = ot_view_unit(m->view[0]);
    p->chart.date = ot_view_release(m->view[0]);
    if (m->options->claim != NULL) {
        p->claim = *m->options->claim;
        p->chart.claim = &p->claim;
    }
    ot__say_files(&p->source, m->panel);
    ot_status status = maker(m, err);
    say_flags(m);
    ot__say_conversion(&p->note, m->view[0]);
    if (status == OT_OK) {
        status = ot__picture_check_title(m, err);
    }
    return status == OT_OK ? ot__picture_finish(p, m->options, err) : status;
}

ot_status ot_picture_make(const ot_chart_kind *kind, const ot_panel *panel,
                          ot_view *const views[], size_t count,
                          const ot_picture_options *options,
                          ot_picture **picture, ot_error *err)
{
    ot_picture *p = ot__picture_new(kind);
    const ot_making m = {panel, views, count, options, p};
    ot_status status = OT_E_USAGE;

    if (p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    for (size_t i = 0; i < MAKERS; i++) {
        if (strcmp(makers[i].wants.kind, kind->name) == 0) {
            status = make(&m, makers[i].make, err);
        }
    }
    if (status != OT_OK) {
        ot_picture_free(p);
        return ot_fail(
            err, status, NULL,
            "there is no %s of a selection: programs draw it (chart.h)",
            kind->name);
    }
    *picture = p;
    return OT_OK;
}
