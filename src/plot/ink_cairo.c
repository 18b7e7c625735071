// SPDX-License-Identifier: GPL-3.0-or-later
// PNG and PDF: the one file that knows cairo and pango.
//
// The same bytes everywhere need all of this set and nothing taken from the
// host: a font map of our own at 72 dpi, a language, no hinting, metrics of the
// unhinted font, glyphs where they fall, a creation date.
#include "plot/ink.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#define HALO 3.0 // width of the rim of text over lines

struct ot_ink {
    char asked[100];
    char used[100];
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *font, *mono;
};

static void set_font(ot_ink *ink, double size, bool bold, bool mono)
{
    PangoFontDescription *font = mono ? ink->mono : ink->font;

    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD
                                                 : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(ink->layout, font);
}

// What fontconfig put in the place of the family.
static void find_used(ot_ink *ink)
{
    PangoFont *font;

    pango_font_description_set_absolute_size(ink->font, 10.0 * PANGO_SCALE);
    font = pango_font_map_load_font(ink->map, ink->context, ink->font);
    if (font != NULL) {
        PangoFontDescription *got = pango_font_describe(font);
        const char *family = pango_font_description_get_family(got);
        ot__str_copy(ot__str(family), ink->used, sizeof ink->used);
        pango_font_description_free(got);
        g_object_unref(font);
    }
}

static void set_up(ot_ink *ink)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(ink->map), 72);
    pango_cairo_context_set_font_options(ink->context, options);
    pango_cairo_context_set_resolution(ink->context, 72);
    pango_context_set_language(ink->context, pango_language_from_string("en"));
    pango_context_set_base_dir(ink->context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(ink->context, FALSE);
    cairo_font_options_destroy(options);
    pango_font_description_set_family(ink->font, ink->asked);
    pango_font_description_set_family(ink->mono, OT_FONT_MONO);
    pango_layout_set_single_paragraph_mode(ink->layout, TRUE);
}

ot_ink *ot__ink_new(const char *family)
{
    ot_ink *ink = calloc(1, sizeof *ink);

    if (ink == NULL) {
        return NULL;
    }
    ot__str_copy(ot__str(family), ink->asked, sizeof ink->asked);
    ink->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (ink->map == NULL) {
        ink->map = pango_cairo_font_map_new();
    }
    ink->context = pango_font_map_create_context(ink->map);
    ink->layout = pango_layout_new(ink->context);
    ink->font = pango_font_description_new();
    ink->mono = pango_font_description_new();
    set_up(ink);
    find_used(ink);
    return ink;
}

void ot__ink_free(ot_ink *ink)
{
    if (ink == NULL) {
        return;
    }
    pango_font_description_free(ink->font);
    pango_font_description_free(ink->mono);
    g_object_unref(ink->layout);
    g_object_unref(ink->context);
    g_object_unref(ink->map);
    free(ink);
}

// Pango complains to the terminal about bytes that are not UTF-8.
static void set_text(ot_ink *ink, const char *text)
{
    if (ot__utf8_valid(text, strlen(text))) {
        pango_layout_set_text(ink->layout, text, -1);
        return;
    }
    char *valid = g_utf8_make_valid(text, -1);
    pango_layout_set_text(ink->layout, valid, -1);
    g_free(valid);
}

// Leaves the text in the layout.
static double measure(ot_ink *ink, const char *text, double size, bool bold,
                      bool mono)
{
    int w, h;

    set_font(ink, size, bold, mono);
    set_text(ink, text);
    pango_layout_get_size(ink->layout, &w, &h);
    return (double)w / PANGO_SCALE;
}

static double width(void *context, const char *text, double size, bool bold)
{
    return measure(context, text, size, bold, false);
}

static double mono_width(void *context, const char *text, double size,
                         bool bold)
{
    return measure(context, text, size, bold, true);
}

ot_ruler ot__ink_ruler(ot_ink *ink)
{
    return (ot_ruler){width, ink};
}

ot_ruler ot__ink_mono_ruler(ot_ink *ink)
{
    return (ot_ruler){mono_width, ink};
}

const char *ot__ink_asked(const ot_ink *ink)
{
    return ink->asked;
}

const char *ot__ink_used(const ot_ink *ink)
{
    return ink->used;
}

size_t ot__ink_unknown(ot_ink *ink, const char *text)
{
    set_font(ink, 10, false, false);
    set_text(ink, text);
    return (size_t)pango_layout_get_unknown_glyphs_count(ink->layout);
}

static void set_colour(cairo_t *cr, uint32_t colour)
{
    cairo_set_source_rgb(cr, (colour >> 16 & 0xFF) / 255.0,
                         (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

static void path(cairo_t *cr, const ot_marks *m, const ot_mark *mark)
{
    cairo_new_path(cr);
    for (size_t i = 0; i < mark->n; i++) {
        const ot_point p = m->point[mark->first + i];
        cairo_line_to(cr, p.x, p.y);
    }
}

static void draw_line(cairo_t *cr, const ot_marks *m, const ot_mark *mark)
{
    size_t n;
    const double *lengths = ot__dash_lengths(mark->dash, &n);
    double scaled[4];

    for (size_t i = 0; i < n; i++) {
        scaled[i] = lengths[i] * mark->size;
    }
    path(cr, m, mark);
    cairo_set_dash(cr, scaled, (int)n, 0);
    cairo_set_line_width(cr, mark->size);
    cairo_stroke(cr);
}

static void draw_dot(cairo_t *cr, const ot_marks *m, const ot_mark *mark)
{
    const ot_point p = m->point[mark->first];

    cairo_new_path(cr);
    cairo_arc(cr, p.x, p.y, mark->size, 0, 2 * G_PI);
    if (!mark->hollow) {
        cairo_fill(cr);
        return;
    }
    set_colour(cr, m->paper);
    cairo_fill_preserve(cr);
    set_colour(cr, mark->colour);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_width(cr, 1.4);
    cairo_stroke(cr);
}

static void draw_text(ot_ink *ink, cairo_t *cr, const ot_marks *m,
                      const ot_mark *mark)
{
    static const double part[] = {
        [OT_START] = 0, [OT_MIDDLE] = 0.5, [OT_END] = 1};
    const char *text = ot__marks_string(m, mark->text);
    const ot_point p = m->point[mark->first];
    const double x = p.x - part[mark->align] * measure(ink, text, mark->size,
                                                       mark->bold, mark->mono);
    PangoLayoutLine *line = pango_layout_get_line_readonly(ink->layout, 0);

    if (mark->halo) {
        cairo_move_to(cr, x, p.y);
        set_colour(cr, m->paper);
        pango_cairo_layout_line_path(cr, line);
        cairo_set_dash(cr, NULL, 0, 0);
        cairo_set_line_width(cr, HALO);
        cairo_stroke(cr);
        set_colour(cr, mark->colour);
    }
    cairo_move_to(cr, x, p.y);
    pango_cairo_show_layout_line(cr, line);
}

static void draw(ot_ink *ink, cairo_t *cr, const ot_marks *m)
{
    set_colour(cr, m->paper);
    cairo_paint(cr);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < m->n; i++) {
        const ot_mark *mark = &m->mark[i];
        set_colour(cr, mark->colour);
        switch (mark->kind) {
        case OT_MARK_LINE:
            draw_line(cr, m, mark);
            break;
        case OT_MARK_AREA:
            path(cr, m, mark);
            cairo_fill(cr);
            break;
        case OT_MARK_DOT:
            draw_dot(cr, m, mark);
            break;
        case OT_MARK_TEXT:
            draw_text(ink, cr, m, mark);
            break;
        }
    }
}

static ot_status refuse(cairo_status_t status, ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "cairo: %s",
                   cairo_status_to_string(status));
}

ot_status ot__ink_png(ot_ink *ink, const ot_marks *marks, const ot_meta *meta,
                      ot_buf *out, ot_error *err)
{
    const double scale = meta->dpi / 72;
    const int w = (int)lround(marks->width * scale);
    const int h = (int)lround(marks->height * scale);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    cairo_t *cr = cairo_create(surface);
    ot_status status;

    cairo_scale(cr, scale, scale);
    draw(ink, cr, marks);
    cairo_surface_flush(surface);
    if (cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
        status = refuse(cairo_status(cr), err);
    } else {
        status = ot__png_write(cairo_image_surface_get_data(surface), w, h,
                               cairo_image_surface_get_stride(surface), meta,
                               out, err);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status;
}

static cairo_status_t on_bytes(void *context, const unsigned char *bytes,
                               unsigned n)
{
    ot_buf *out = context;

    ot__buf_bytes(out, (const char *)bytes, n);
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static void put_meta(cairo_surface_t *surface, cairo_pdf_metadata_t what,
                     const char *text)
{
    cairo_pdf_surface_set_metadata(surface, what, text);
}

// Without a day of its own a file has no date, not that of the clock.
static void describe(cairo_surface_t *surface, const ot_meta *meta)
{
    char day[16], text[40];
    const char *date = NULL;

    if (meta->date != OT_DAY_NONE) {
        ot_day_text(meta->date, day);
        g_snprintf(text, sizeof text, "%sT00:00:00Z", day);
        date = text;
    }
    put_meta(surface, CAIRO_PDF_METADATA_TITLE, meta->title);
    put_meta(surface, CAIRO_PDF_METADATA_SUBJECT, meta->description);
    put_meta(surface, CAIRO_PDF_METADATA_AUTHOR, meta->source);
    put_meta(surface, CAIRO_PDF_METADATA_KEYWORDS, meta->note);
    put_meta(surface, CAIRO_PDF_METADATA_CREATOR, "outturn");
    put_meta(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    put_meta(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

// pos is from the top left corner, as all that cairo is given.
static void outline(cairo_surface_t *surface, const ot_book *book)
{
    for (size_t i = 0; i < book->bookmarks; i++) {
        const ot_bookmark *mark = &book->bookmark[i];
        char *title = g_utf8_make_valid(mark->title, -1);
        char to[64], y[OT_NUMBER_SIZE];
        g_snprintf(to, sizeof to, "page=%u pos=[0 %.12s]",
                   (unsigned)(mark->page + 1), ot__fixed(y, mark->y, 2));
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, title,
                                      to, 0);
        g_free(title);
    }
}

// The end of an address that starts at `at`, without the mark that ends its
// sentence.
static const char *address_end(const char *at)
{
    const char *end = at;

    while (g_ascii_isalnum(*end) ||
           (*end != '\0' && strchr("-._~:/?#@!$&*+,;=%", *end) != NULL)) {
        end++;
    }
    while (end > at && strchr(".,;:!?", end[-1]) != NULL) {
        end--;
    }
    return end;
}

static double prefix(ot_ink *ink, const ot_mark *mark, const char *text,
                     size_t n)
{
    char *part = g_strndup(text, n);
    const double wide = measure(ink, part, mark->size, mark->bold, mark->mono);

    g_free(part);
    return wide;
}

// An address in a text that starts at its point leads where it says.
static void link_address(ot_ink *ink, cairo_t *cr, const ot_marks *m,
                         const ot_mark *mark)
{
    const char *text = ot__marks_string(m, mark->text);
    const char *at = strstr(text, "https://");
    const ot_point p = m->point[mark->first];

    if (at == NULL || mark->align != OT_START) {
        return;
    }
    const char *end = address_end(at);
    const double x0 = p.x + prefix(ink, mark, text, (size_t)(at - text));
    const double x1 = p.x + prefix(ink, mark, text, (size_t)(end - text));
    const double box[] = {x0, p.y - OT_ASCENT * mark->size, x1 - x0,
                          (OT_ASCENT + OT_DESCENT) * mark->size};
    ot_buf to = {0};
    for (size_t i = 0; i < 4; i++) {
        char number[OT_NUMBER_SIZE];
        ot__buf_text(&to, i == 0 ? "rect=[" : " ");
        ot__buf_text(&to, ot__fixed(number, box[i], 2));
    }
    ot__buf_text(&to, "] uri='");
    ot__buf_bytes(&to, at, (size_t)(end - at));
    ot__buf_text(&to, "'");
    cairo_tag_begin(cr, CAIRO_TAG_LINK, ot__buf_cstr(&to));
    cairo_tag_end(cr, CAIRO_TAG_LINK);
    ot__buf_free(&to);
}

static void link_page(ot_ink *ink, cairo_t *cr, const ot_marks *m)
{
    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].kind == OT_MARK_TEXT) {
            link_address(ink, cr, m, &m->mark[i]);
        }
    }
}

static bool has_address(const ot_book *book)
{
    for (size_t i = 0; i < book->pages; i++) {
        const ot_marks *m = &book->page[i];
        for (size_t k = 0; k < m->n; k++) {
            if (m->mark[k].kind == OT_MARK_TEXT &&
                strstr(ot__marks_string(m, m->mark[k].text), "https://") !=
                    NULL) {
                return true;
            }
        }
    }
    return false;
}

// A link outside any element leaves cairo 1.16 with an object it does not
// write: where there are links, all pages are one document. It is begun when
// the first page's paper is painted, which would take the tag away again.
static void draw_book(ot_ink *ink, cairo_surface_t *surface, cairo_t *cr,
                      const ot_book *book)
{
    const bool links = has_address(book);
    char label[16];

    for (size_t i = 0; i < book->pages; i++) {
        const ot_marks *page = &book->page[i];
        if (book->pages > 1) {
            g_snprintf(label, sizeof label, "%u", (unsigned)(i + 1));
            cairo_pdf_surface_set_page_label(surface, label);
        }
        draw(ink, cr, page);
        if (links && i == 0) {
            cairo_tag_begin(cr, "Document", NULL);
        }
        link_page(ink, cr, page);
        cairo_show_page(cr);
    }
    if (links) {
        cairo_tag_end(cr, "Document");
    }
}

ot_status ot__ink_book(ot_ink *ink, const ot_book *book, const ot_meta *meta,
                       ot_buf *out, ot_error *err)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        on_bytes, out, book->page[0].width, book->page[0].height);
    cairo_t *cr = cairo_create(surface);
    cairo_status_t done;

    describe(surface, meta);
    draw_book(ink, surface, cr, book);
    outline(surface, book);
    done = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (done == CAIRO_STATUS_SUCCESS) {
        done = cairo_surface_status(surface);
    }
    cairo_surface_destroy(surface);
    return done == CAIRO_STATUS_SUCCESS ? OT_OK : refuse(done, err);
}

ot_status ot__ink_pdf(ot_ink *ink, const ot_marks *marks, const ot_meta *meta,
                      ot_buf *out, ot_error *err)
{
    const ot_book book = {.page = marks, .pages = 1};

    return ot__ink_book(ink, &book, meta, out, err);
}
