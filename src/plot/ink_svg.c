// SPDX-License-Identifier: GPL-3.0-or-later
// SVG 1.1 with real text: names can be searched, edited and read out.
#include "plot/ink.h"

#include <string.h>

#include "base/html.h"

#define HALO 3.0 // width of the rim of text over lines

static void escape(ot_buf *out, const char *text)
{
    ot__html_text(out, ot__str(text));
}

// Up to two decimals, without trailing zeros.
static void number(ot_buf *out, double x)
{
    char text[OT_NUMBER_SIZE];
    size_t n = strlen(ot__fixed(text, x, 2));

    while (text[n - 1] == '0') {
        n--;
    }
    if (text[n - 1] == '.') {
        n--;
    }
    ot__buf_bytes(out, text, n);
}

static void attribute(ot_buf *out, const char *name, double x)
{
    ot__buf_format(out, " %s=\"", name);
    number(out, x);
    ot__buf_char(out, '"');
}

// What stands before every id.
static const char *prefix(const ot_meta *meta)
{
    return meta->inset != NULL ? meta->inset->prefix : "";
}

static void element(ot_buf *out, const char *name, const ot_meta *meta,
                    const char *text)
{
    if (text[0] != '\0') {
        ot__buf_format(out, "<%s id=\"%s%s\">", name, prefix(meta), name);
        escape(out, text);
        ot__buf_format(out, "</%s>\n", name);
    }
}

static void points(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    ot__buf_text(out, " points=\"");
    for (size_t i = 0; i < mark->n; i++) {
        ot__buf_text(out, i > 0 ? " " : "");
        number(out, m->point[mark->first + i].x);
        ot__buf_char(out, ',');
        number(out, m->point[mark->first + i].y);
    }
    ot__buf_char(out, '"');
}

static void dashes(ot_buf *out, const ot_mark *mark)
{
    size_t n;
    const double *lengths = ot__dash_lengths(mark->dash, &n);

    if (n == 0) {
        return;
    }
    ot__buf_text(out, " stroke-dasharray=\"");
    for (size_t i = 0; i < n; i++) {
        ot__buf_text(out, i > 0 ? " " : "");
        number(out, lengths[i] * mark->size);
    }
    ot__buf_char(out, '"');
}

static void line(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    ot__buf_format(out, " fill=\"none\" stroke=\"#%06X\"",
                   (unsigned)mark->colour);
    attribute(out, "stroke-width", mark->size);
    ot__buf_text(out, " stroke-linejoin=\"round\"");
    dashes(out, mark);
    points(out, m, mark);
    ot__buf_text(out, "/>\n");
}

static void area(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    ot__buf_format(out, " fill=\"#%06X\"", (unsigned)mark->colour);
    points(out, m, mark);
    ot__buf_text(out, "/>\n");
}

static void dot(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    attribute(out, "cx", m->point[mark->first].x);
    attribute(out, "cy", m->point[mark->first].y);
    attribute(out, "r", mark->size);
    ot__buf_format(out, " fill=\"#%06X\"",
                   (unsigned)(mark->hollow ? m->paper : mark->colour));
    if (mark->hollow) {
        ot__buf_format(out, " stroke=\"#%06X\" stroke-width=\"1.4\"",
                       (unsigned)mark->colour);
    }
    ot__buf_text(out, "/>\n");
}

// Viewers draw blanks in a row as one, where they are not no-break spaces. What
// lies between is escaped whole: a byte alone is no letter.
static void words(ot_buf *out, const char *text)
{
    const char *from = text;

    for (const char *c = text; *c != '\0'; c++) {
        if (*c == ' ' && c > text && c[-1] == ' ') {
            ot__html_text(out, (ot_str){from, (size_t)(c - from)});
            ot__buf_text(out, "\u00A0");
            from = c + 1;
        }
    }
    escape(out, from);
}

static void text(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    static const char *const anchors[] = {"start", "middle", "end"};

    attribute(out, "x", m->point[mark->first].x);
    attribute(out, "y", m->point[mark->first].y);
    attribute(out, "font-size", mark->size);
    ot__buf_format(out, " fill=\"#%06X\"", (unsigned)mark->colour);
    if (mark->bold) {
        ot__buf_text(out, " font-weight=\"bold\"");
    }
    if (mark->mono) {
        ot__buf_text(out, " font-family=\"" OT_FONT_MONO ", monospace\"");
    }
    if (mark->align != OT_START) {
        ot__buf_format(out, " text-anchor=\"%s\"", anchors[mark->align]);
    }
    if (mark->halo) {
        ot__buf_format(out, " paint-order=\"stroke\" stroke=\"#%06X\"",
                       m->paper);
        attribute(out, "stroke-width", HALO);
        ot__buf_text(out, " stroke-linejoin=\"round\"");
    }
    ot__buf_char(out, '>');
    words(out, ot__marks_string(m, mark->text));
    ot__buf_text(out, "</text>\n");
}

static void group(ot_buf *out, const ot_marks *m, const ot_meta *meta,
                  const ot_group *g)
{
    ot__buf_format(out, "<g id=\"%s%s\">\n", prefix(meta), g->id);
    if (g->title != SIZE_MAX) {
        ot__buf_text(out, "<title>");
        escape(out, ot__marks_string(m, g->title));
        ot__buf_text(out, "</title>\n");
    }
}

// The hue's place among those of the page; of no use beyond OT_HUES.
static size_t find_hue(ot_hues *hues, uint32_t light, uint32_t dark)
{
    size_t i = 0;

    while (i < hues->n &&
           (hues->at[i].light != light || hues->at[i].dark != dark)) {
        i++;
    }
    if (i == hues->n && i < OT_HUES) {
        hues->at[hues->n++] = (ot_hue){.light = light, .dark = dark};
    }
    return i;
}

// What a mark is painted with: its colour, paper, or nothing.
typedef enum paint { PAINT_NONE, PAINT_COLOUR, PAINT_PAPER } paint;

static void put_hue(ot_buf *out, const ot_inset *inset, const ot_marks *m,
                    size_t i, paint with, bool stroke)
{
    const ot_marks *dark = inset->dark;

    if (with != PAINT_NONE) {
        const bool paper = with == PAINT_PAPER;
        const size_t hue =
            find_hue(inset->hues, paper ? m->paper : m->mark[i].colour,
                     paper ? dark->paper : dark->mark[i].colour);
        if (hue < OT_HUES) {
            inset->hues->at[hue].fill |= !stroke;
            inset->hues->at[hue].stroke |= stroke;
        }
        ot__buf_format(out, "%s%zu", stroke ? "s" : "f", hue);
    }
}

// The classes by which a page turns the colours of mark i dark.
static void put_class(ot_buf *out, const ot_inset *inset, const ot_marks *m,
                      size_t i)
{
    const ot_mark *mark = &m->mark[i];
    const bool line = mark->kind == OT_MARK_LINE;
    const paint fill = line           ? PAINT_NONE
                       : mark->hollow ? PAINT_PAPER
                                      : PAINT_COLOUR;
    const paint stroke = line || mark->hollow ? PAINT_COLOUR
                         : mark->halo         ? PAINT_PAPER
                                              : PAINT_NONE;

    ot__buf_text(out, " class=\"");
    put_hue(out, inset, m, i, fill, false);
    ot__buf_text(out, fill != PAINT_NONE && stroke != PAINT_NONE ? " " : "");
    put_hue(out, inset, m, i, stroke, true);
    ot__buf_char(out, '"');
}

static void body(ot_buf *out, const ot_marks *m, const ot_meta *meta)
{
    static const struct {
        const char *name;
        void (*draw)(ot_buf *, const ot_marks *, const ot_mark *);
    } kinds[] = {
        {"polyline", line}, {"polygon", area}, {"circle", dot}, {"text", text}};
    size_t current = SIZE_MAX;

    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].group != current) {
            ot__buf_text(out, current != SIZE_MAX ? "</g>\n" : "");
            current = m->mark[i].group;
            group(out, m, meta, &m->group[current]);
        }
        ot__buf_format(out, "<%s", kinds[m->mark[i].kind].name);
        if (meta->inset != NULL) {
            put_class(out, meta->inset, m, i);
        }
        kinds[m->mark[i].kind].draw(out, m, &m->mark[i]);
    }
    ot__buf_text(out, current != SIZE_MAX ? "</g>\n" : "");
}

// How large a file of its own is; a page stretches what stands in it.
static void put_size(ot_buf *out, const ot_marks *m, const ot_meta *meta)
{
    if (meta->inset != NULL) {
        ot__buf_format(out, "<svg class=\"%s\"", meta->inset->look);
        return;
    }
    ot__buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    ot__buf_text(out, " width=\"");
    number(out, m->width);
    ot__buf_text(out, "pt\" height=\"");
    number(out, m->height);
    ot__buf_text(out, "pt\"");
}

static void head(ot_buf *out, const ot_ink *ink, const ot_marks *m,
                 const ot_meta *meta)
{
    put_size(out, m, meta);
    ot__buf_text(out, " viewBox=\"0 0 ");
    number(out, m->width);
    ot__buf_char(out, ' ');
    number(out, m->height);
    ot__buf_format(out,
                   "\" role=\"img\" aria-labelledby=\"%stitle %sdesc\" "
                   "font-family=\"",
                   prefix(meta), prefix(meta));
    escape(out, ot__ink_asked(ink));
    // Verdana has the widths of DejaVu Sans.
    ot__buf_text(out, ", Verdana, sans-serif\">\n");
    element(out, "title", meta, meta->title);
    element(out, "desc", meta, meta->description);
    if (meta->inset != NULL) {
        return;
    }
    ot__buf_format(out,
                   "<rect width=\"100%%\" height=\"100%%\" fill=\"#%06X\"/>\n",
                   m->paper);
}

ot_status ot__ink_svg(ot_ink *ink, const ot_marks *marks, const ot_meta *meta,
                      ot_buf *out, ot_error *err)
{
    head(out, ink, marks, meta);
    body(out, marks, meta);
    ot__buf_text(out, "</svg>\n");
    if (out->failed) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for an SVG");
    }
    return OT_OK;
}
