// SPDX-License-Identifier: GPL-3.0-or-later
// chart_draw.c - a chart of what options select, as a picture.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/chart.h"
#include "cli/spans.h"

ot_status cli_chart_format(const common_args *c, const ot_chart_format **format,
                           ot_error *err)
{
    if (c->output == NULL && c->format == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "say where the picture goes: -o FILE.png "
                       "(or .pdf, .svg)");
    }
    *format = ot_chart_format_find(c->format != NULL ? c->format : c->output);
    if (*format == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "'%.200s' does not end in .png, .pdf or .svg: "
                       "say --format",
                       c->output);
    }
    return OT_OK;
}

// A bare figure is one line, a one-sided one reaches as far as its words do.
static ot_status read_claim(const char *text, ot_unit unit, ot_claim_bar *bar,
                            ot_error *err)
{
    ot_figure f;
    ot_error inner = {0};

    if (ot_figure_parse(text, strlen(text), (ot_decimal_form){0}, &f, &inner) !=
        OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--claim: %s", inner.message);
    }
    if (f.unit.code[0] != '\0' && !ot_unit_same_base(f.unit, unit)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--claim is in %s, the figures are in %s", f.unit.code,
                       unit.code);
    }
    if (f.hedge == OT_HEDGE_NONE || f.hedge == OT_HEDGE_EXACT) {
        *bar = (ot_claim_bar){f.point, f.point, NULL};
    } else {
        *bar = (ot_claim_bar){f.hard.lo, f.hard.hi, NULL};
    }
    return OT_OK;
}

// What a picture is made of beside its views.
typedef struct parts {
    ot_picture_options options;
    ot_outlook *outlook;
    ot_view *later, *whole;
    ot_claim_bar claim;
} parts;

static void free_parts(parts *p)
{
    ot_outlook_free(p->outlook);
    ot_view_free(p->later);
    ot_view_free(p->whole);
}

// The landing of the year that runs; a race is drawn without where there is
// none, and says why.
static void add_landing(const chart_args *args, const cli_run *cli,
                        const ot_view *view, parts *p)
{
    const ot_period span = ot_view_span(view);
    const int32_t step = ot_view_step(view);
    ot_period year = p->options.period;
    ot_series *series = NULL;
    ot_error why = {0};

    if (year.months == 0) {
        year = ot_period_year_of(ot_period_last(span), p->options.year_start);
    }
    if (step >= 12 || ot_period_last(span) >= ot_period_last(year)) {
        return;
    }
    if (ot_view_series(view, step, (ot_period){0, 0}, p->options.year_start,
                       &series, &why) == OT_OK) {
        ot_project_outlook(series, year, &p->outlook, &why);
        ot_series_free(series);
    }
    if (why.status != OT_OK) {
        cli_say(&args->common, cli, "no landing: %s", why.message);
    }
    p->options.outlook = p->outlook;
}

// The same selection as it is known today.
static ot_status add_later(const chart_args *args, const cli_views *v, parts *p,
                           ot_error *err)
{
    common_args today = args->common;
    ot_selection *selection = NULL;
    size_t count = 0;

    today.as_of = NULL;
    ot_status status =
        cli_selections(&today, v->panel, &selection, &count, err);
    if (status == OT_OK) {
        cli_rates_apply(v, selection, count);
        status = ot_panel_select(v->panel, &selection[0], &p->later, err);
    }
    free(selection);
    p->options.later = p->later;
    return status;
}

static ot_status read_parts(const chart_args *args, const cli_run *cli,
                            const cli_views *v, const ot_picture_kind *wants,
                            parts *p, ot_error *err)
{
    ot_picture_options *o = &p->options;
    ot_status status = cli_period(&args->common, &o->period, err);

    if (status == OT_OK) {
        status = cli_year_start(&args->common, &o->year_start, err);
    }
    if (status == OT_OK && args->years < 0) {
        status = ot_fail(err, OT_E_USAGE, NULL, "--years counts from 1");
    }
    if (status == OT_OK && args->claim != NULL) {
        status =
            read_claim(args->claim, ot_view_unit(v->view[0]), &p->claim, err);
        o->claim = &p->claim;
    }
    if (status == OT_OK && wants->landing && args->outcome) {
        status = add_later(args, v, p, err);
    }
    o->step = cli_step(args->every);
    o->years = (size_t)(args->years > 0 ? args->years : 0);
    o->headline = args->title;
    o->subtitle = args->subtitle;
    o->source = args->source;
    o->note = args->note;
    o->whole = p->whole;
    o->locale =
        args->locale != NULL ? ot_chart_locale_find(args->locale) : NULL;
    if (status == OT_OK && wants->landing && !args->no_landing) {
        add_landing(args, cli, v->view[0], p);
    }
    return status;
}

static ot_status to_buffer(void *context, const void *bytes, size_t n,
                           ot_error *err)
{
    (void)err; // main asks whether the answer has failed
    ot__buf_bytes(context, bytes, n);
    return OT_OK;
}

// A text beside the picture; freed here.
static ot_status save_text(const char *path, char *text, ot_error *err)
{
    if (text == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const ot_status status = cli_save(path, text, strlen(text), err);
    free(text);
    return status;
}

static char *in_words(const ot_chart *chart)
{
    ot_buf line = {0};
    char *text = ot_chart_describe(chart);

    ot__buf_format(&line, "%s\n", text != NULL ? text : "");
    free(text);
    text = line.failed ? NULL : ot__str_dup(ot__str(line.at));
    ot__buf_free(&line);
    return text;
}

// --alt and --data-out.
static ot_status write_beside(const chart_args *args, const ot_chart *chart,
                              ot_error *err)
{
    ot_status status = OT_OK;

    if (args->alt != NULL) {
        status = save_text(args->alt, in_words(chart), err);
    }
    if (args->data != NULL && status == OT_OK) {
        status = save_text(args->data, ot_chart_data(chart), err);
    }
    return status;
}

static void tell(const chart_args *args, const cli_run *cli,
                 const ot_chart_note *note)
{
    if (note->font[0] != '\0') {
        cli_say(&args->common, cli, "font '%s' is not installed: drawn in '%s'",
                args->font != NULL ? args->font : "DejaVu Sans", note->font);
    }
    if (note->no_glyph > 0) {
        cli_say(&args->common, cli,
                "%zu characters are in no installed font: drawn as boxes",
                note->no_glyph);
    }
}

ot_status cli_chart_ink(const chart_args *args, const cli_run *cli,
                        const ot_chart *chart, ot_buf *out, ot_error *err)
{
    const ot_chart_options how = {
        .size = args->size != NULL ? ot_chart_size_find(args->size) : NULL,
        .theme = args->theme != NULL ? ot_chart_theme_find(args->theme) : NULL,
        .font = args->font};
    const ot_writer writer = {to_buffer, out};
    const ot_chart_format *format = NULL;
    ot_chart_note note = {0};
    ot_status status = cli_chart_format(&args->common, &format, err);

    if (status == OT_OK) {
        status = ot_chart_draw(chart, &how, format, writer, &note, err);
    }
    if (status == OT_OK) {
        tell(args, cli, &note);
        status = write_beside(args, chart, err);
    }
    return status;
}

// Beside a table: what is drawn in the place of a kind that shows so many
// selections at most.
static const ot_chart_kind *for_many(const ot_chart_kind *kind,
                                     const cli_views *v)
{
    static const struct {
        const char *kind;
        size_t most;
        const char *instead;
    } others[] = {{"growth", 1, "rank"},
                  {"line", 4, "multiples"},
                  {"race", 1, "multiples"},
                  {"season", 1, "multiples"}};

    bool one_partner = true;

    for (size_t i = 1; i < v->n; i++) {
        one_partner = one_partner && ot_view_partner(v->view[i]) ==
                                         ot_view_partner(v->view[0]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(kind->name, others[i].kind) == 0 && v->n > others[i].most) {
            // A rank is of one flow.
            const bool flows = strcmp(others[i].instead, "rank") == 0;
            return ot_chart_kind_find(!(flows && one_partner)
                                          ? others[i].instead
                                      : v->n <= 4 ? "line"
                                                  : "multiples");
        }
    }
    return kind;
}

ot_status cli_chart_make(const chart_args *args, const cli_run *cli,
                         const ot_chart_kind *kind, ot_panel *panel,
                         ot_picture **picture, ot_error *err)
{
    const ot_picture_kind *wants = ot_picture_kind_of(kind);
    chart_args of = *args;
    cli_views v = {0};
    parts p = {0};

    if (of.common.flow == NULL) {
        of.common.flow = wants->flows;
    }
    ot_status status =
        cli_chart_bind(&of.common, panel, wants, &v, &p.whole, err);
    if (status == OT_OK && of.beside) {
        kind = for_many(kind, &v);
        wants = ot_picture_kind_of(kind);
    }
    if (status == OT_OK) {
        status = read_parts(&of, cli, &v, wants, &p, err);
    }
    if (status == OT_OK) {
        status = ot_picture_make(kind, v.panel, v.view, v.n, &p.options,
                                 picture, err);
    }
    free_parts(&p);
    cli_views_free(&v);
    return status;
}

ot_status cli_chart_draw(const chart_args *args, const cli_run *cli,
                         const ot_chart_kind *kind, ot_panel *panel,
                         ot_buf *out, ot_error *err)
{
    ot_picture *picture = NULL;
    ot_status status = cli_chart_make(args, cli, kind, panel, &picture, err);

    if (status == OT_OK) {
        status = cli_chart_ink(args, cli, ot_picture_chart(picture), out, err);
    }
    ot_picture_free(picture);
    return status;
}
