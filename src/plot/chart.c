// SPDX-License-Identifier: GPL-3.0-or-later
#include "outturn/chart.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plot/ink.h"
#include "plot/layout.h"
#include "plot/page.h"

#define JAN_1970 (12 * 1970)

struct ot_chart_format {
    const char *name;
    ot_ink_draw *draw;
};

// Sorted by name.
static const ot_chart_format formats[] = {
    {"pdf", ot__ink_pdf},
    {"png", ot__ink_png},
    {"svg", ot__ink_svg},
};

size_t ot_chart_format_count(void)
{
    return sizeof formats / sizeof formats[0];
}

const ot_chart_format *ot_chart_format_at(size_t i)
{
    return &formats[i];
}

const char *ot_chart_format_name(const ot_chart_format *format)
{
    return format->name;
}

const ot_chart_format *ot_chart_format_find(const char *name_or_path)
{
    const char *dot = strrchr(name_or_path, '.');
    const ot_str name = ot__str(dot != NULL ? dot + 1 : name_or_path);

    for (size_t i = 0; i < ot_chart_format_count(); i++) {
        if (ot__str_same(name, formats[i].name)) {
            return &formats[i];
        }
    }
    return NULL;
}

// One line of valid UTF-8 without control characters.
static void clean(ot_buf *b, const char *text)
{
    const char *at = text != NULL ? text : "";
    const char *end = at + strlen(at);

    while (at < end) {
        char bytes[4];
        const uint32_t c = ot__utf8_next(&at, end);
        const bool control = c < ' ' || (c >= 0x7F && c < 0xA0);
        const bool other = c == 0xFFFE || c == 0xFFFF;
        ot__buf_bytes(b, bytes,
                      ot__utf8_put(control ? ' '
                                   : other ? 0xFFFD
                                           : c,
                                   bytes));
    }
}

// The last day of what is known.
static ot_day data_day(const ot_chart *chart)
{
    int32_t last = chart->lines > 0 ? chart->line[0].first : JAN_1970;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const size_t known = ot__last_known(l->y, l->n) + 1; // 0: none
        const int32_t end = l->first + (int32_t)known * l->step - 1;
        last = end > last ? end : last;
    }
    const int32_t next = last + 1;
    return ot_day_of(ot_month_year(next), ot_month_of_year(next), 1) - 1;
}

static void tell(ot_ink *ink, const ot_marks *marks, ot_chart_note *note)
{
    if (note == NULL) {
        return;
    }
    *note = (ot_chart_note){0};
    if (!ot__str_same(ot__str(ot__ink_used(ink)), ot__ink_asked(ink))) {
        snprintf(note->font, sizeof note->font, "%.90s", ot__ink_used(ink));
    }
    for (size_t i = 0; i < marks->n; i++) {
        if (marks->mark[i].kind == OT_MARK_TEXT) {
            note->no_glyph += ot__ink_unknown(
                ink, ot__marks_string(marks, marks->mark[i].text));
        }
    }
}

typedef struct drawing {
    const ot_chart *chart;
    ot_chart_options options; // none NULL
    ot_ink *ink;
    ot_marks marks;
    ot_buf text[4]; // title, description, source, note
    char *described;
    ot_inset inset; // into a page; theme NULL: a file of its own
    ot_marks dark;
} drawing;

// The same marks in the dark theme of a page.
static ot_status draw_dark(drawing *d, ot_error *err)
{
    ot_chart_options options = d->options;

    if (d->inset.theme == NULL) {
        return OT_OK;
    }
    options.theme = d->inset.theme;
    d->inset.dark = &d->dark;
    return ot__layout(d->chart, &options, ot__ink_ruler(d->ink), &d->dark, err);
}

static ot_status draw(drawing *d, ot_ink_draw *ink_draw, ot_buf *out,
                      ot_chart_note *note, ot_error *err)
{
    const ot_chart *chart = d->chart;
    ot_status status =
        ot__layout(chart, &d->options, ot__ink_ruler(d->ink), &d->marks, err);

    status = status == OT_OK ? draw_dark(d, err) : status;
    if (status != OT_OK) {
        return status;
    }
    d->described = ot_chart_describe(chart);
    clean(&d->text[0], chart->headline);
    clean(&d->text[1], d->described);
    clean(&d->text[2], chart->source);
    clean(&d->text[3], chart->note);
    if (d->described == NULL || d->text[0].failed || d->text[1].failed ||
        d->text[2].failed || d->text[3].failed) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    const ot_meta meta = {.title = ot__buf_cstr(&d->text[0]),
                          .description = ot__buf_cstr(&d->text[1]),
                          .source = ot__buf_cstr(&d->text[2]),
                          .note = ot__buf_cstr(&d->text[3]),
                          .date = chart->date != OT_DAY_NONE &&
                                          chart->date != OT_DAY_LATEST
                                      ? chart->date
                                      : data_day(chart),
                          .dpi = d->options.size->dpi,
                          .inset = d->inset.theme != NULL ? &d->inset : NULL};
    tell(d->ink, &d->marks, note);
    return ink_draw(d->ink, &d->marks, &meta, out, err);
}

ot_chart_options ot__chart_defaults(const ot_chart_options *options)
{
    ot_chart_options o = options != NULL ? *options : (ot_chart_options){0};

    o.size = o.size != NULL ? o.size : ot_chart_size_find("screen");
    o.font = o.font != NULL ? o.font : OT_FONT;
    o.theme = o.theme != NULL ? o.theme : ot_chart_theme_find("light");
    return o;
}

// The whole picture in memory: a chart that fails leaves nothing half written.
static ot_status draw_all(const ot_chart *chart,
                          const ot_chart_options *options, ot_ink_draw *ink,
                          const ot_inset *inset, ot_buf *out,
                          ot_chart_note *note, ot_error *err)
{
    drawing d = {.chart = chart, .options = ot__chart_defaults(options)};
    ot_status status;

    d.inset = inset != NULL ? *inset : (ot_inset){0};

    d.ink = ot__ink_new(d.options.font);
    if (d.ink == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a font");
    }
    status = draw(&d, ink, out, note, err);
    ot__ink_free(d.ink);
    ot__marks_free(&d.marks);
    ot__marks_free(&d.dark);
    for (size_t i = 0; i < sizeof d.text / sizeof d.text[0]; i++) {
        ot__buf_free(&d.text[i]);
    }
    free(d.described);
    return status;
}

ot_status ot_chart_draw(const ot_chart *chart, const ot_chart_options *options,
                        const ot_chart_format *format, ot_writer writer,
                        ot_chart_note *note, ot_error *err)
{
    ot_buf out = {0};
    ot_status status =
        draw_all(chart, options, format->draw, NULL, &out, note, err);

    if (status == OT_OK) {
        status = writer.write(writer.context, out.at, out.n, err);
    }
    ot__buf_free(&out);
    return status;
}

ot_status ot__chart_inset(const ot_chart *chart,
                          const ot_chart_options *options,
                          const ot_inset *inset, ot_buf *out,
                          ot_chart_note *note, ot_error *err)
{
    return draw_all(chart, options, ot__ink_svg, inset, out, note, err);
}

static ot_status no_write(const char *path, ot_error *err)
{
    const ot_place place = {.path = path};
    char why[128];

    if (strerror_r(errno, why, sizeof why) != 0) {
        why[0] = '\0';
    }
    return ot_fail(err, OT_E_IO, &place, "cannot be written: %s", why);
}

static ot_status to_file(void *context, const void *bytes, size_t n,
                         ot_error *err)
{
    const char *path = *(const char **)context;
    FILE *file = fopen(path, "wb");

    if (file == NULL) {
        return no_write(path, err);
    }
    if (fwrite(bytes, 1, n, file) != n || fflush(file) != 0) {
        const ot_status status = no_write(path, err);
        fclose(file);
        return status;
    }
    return fclose(file) == 0 ? OT_OK : no_write(path, err);
}

ot_status ot_chart_write(const ot_chart *chart, const ot_chart_options *options,
                         const char *path, ot_chart_note *note, ot_error *err)
{
    const ot_chart_format *format = ot_chart_format_find(path);
    const ot_writer writer = {to_file, &path};

    if (format == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "'%s': a picture's name ends in .png, .pdf or .svg",
                       path);
    }
    return ot_chart_draw(chart, options, format, writer, note, err);
}
