// SPDX-License-Identifier: GPL-3.0-or-later
// SVG 1.1 with real text: names can be searched, edited and read out.
#include "plot/ink.h"

#include <string.h>

#define HALO 3.0 // width of the rim of text over lines

static void escape(ot_buf *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        switch (*c) {
        case '&':
            ot__buf_text(out, "&amp;");
            break;
        case '<':
            ot__buf_text(out, "&lt;");
            break;
        case '>':
            ot__buf_text(out, "&gt;");
            break;
        case '"':
            ot__buf_text(out, "&quot;");
            break;
        default:
            ot__buf_char(out, *c);
        }
    }
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

static void element(ot_buf *out, const char *name, const char *id,
                    const char *text)
{
    if (text[0] != '\0') {
        ot__buf_format(out, "<%s id=\"%s\">", name, id);
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
    ot__buf_format(out, "<polyline fill=\"none\" stroke=\"#%06X\"",
                   (unsigned)mark->colour);
    attribute(out, "stroke-width", mark->size);
    ot__buf_text(out, " stroke-linejoin=\"round\"");
    dashes(out, mark);
    points(out, m, mark);
    ot__buf_text(out, "/>\n");
}

static void area(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    ot__buf_format(out, "<polygon fill=\"#%06X\"", (unsigned)mark->colour);
    points(out, m, mark);
    ot__buf_text(out, "/>\n");
}

static void dot(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    ot__buf_text(out, "<circle");
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

static void text(ot_buf *out, const ot_marks *m, const ot_mark *mark)
{
    static const char *const anchors[] = {"start", "middle", "end"};

    ot__buf_text(out, "<text");
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
    escape(out, ot__marks_string(m, mark->text));
    ot__buf_text(out, "</text>\n");
}

static void group(ot_buf *out, const ot_marks *m, const ot_group *g)
{
    ot__buf_format(out, "<g id=\"%s\">\n", g->id);
    if (g->title != SIZE_MAX) {
        ot__buf_text(out, "<title>");
        escape(out, ot__marks_string(m, g->title));
        ot__buf_text(out, "</title>\n");
    }
}

static void body(ot_buf *out, const ot_marks *m)
{
    static void (*const draw[])(ot_buf *, const ot_marks *,
                                const ot_mark *) = {line, area, dot, text};
    size_t current = SIZE_MAX;

    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].group != current) {
            ot__buf_text(out, current != SIZE_MAX ? "</g>\n" : "");
            current = m->mark[i].group;
            group(out, m, &m->group[current]);
        }
        draw[m->mark[i].kind](out, m, &m->mark[i]);
    }
    ot__buf_text(out, current != SIZE_MAX ? "</g>\n" : "");
}

static void head(ot_buf *out, const ot_ink *ink, const ot_marks *m,
                 const ot_meta *meta)
{
    ot__buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    ot__buf_text(out, " width=\"");
    number(out, m->width);
    ot__buf_text(out, "pt\" height=\"");
    number(out, m->height);
    ot__buf_text(out, "pt\" viewBox=\"0 0 ");
    number(out, m->width);
    ot__buf_char(out, ' ');
    number(out, m->height);
    ot__buf_text(out, "\" role=\"img\" aria-labelledby=\"title desc\" "
                      "font-family=\"");
    escape(out, ot__ink_asked(ink));
    // Verdana has the widths of DejaVu Sans.
    ot__buf_text(out, ", Verdana, sans-serif\">\n");
    element(out, "title", "title", meta->title);
    element(out, "desc", "desc", meta->description);
    ot__buf_format(out,
                   "<rect width=\"100%%\" height=\"100%%\" fill=\"#%06X\"/>\n",
                   m->paper);
}

ot_status ot__ink_svg(ot_ink *ink, const ot_marks *marks, const ot_meta *meta,
                      ot_buf *out, ot_error *err)
{
    head(out, ink, marks, meta);
    body(out, marks);
    ot__buf_text(out, "</svg>\n");
    if (out->failed) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for an SVG");
    }
    return OT_OK;
}
