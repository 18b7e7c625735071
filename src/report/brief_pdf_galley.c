// SPDX-License-Identifier: GPL-3.0-or-later
// One column of pieces: the title, headings, words, figures, pictures.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/brief_pdf.h"

#define BODY    9.5
#define LEAD    1.42 // from one baseline to the next, in font sizes
#define MEASURE 440  // widest line of words: 80 letters or so
#define INDENT  12.0 // of an item
#define FEW     3    // lines of words that are not broken up

// How words are set.
typedef struct manner {
    const char *stem;
    double size, gap, indent, width;
    bool bold, mono, soft, keep; // keep: with what follows
} manner;

static const manner manners[] = {
    [OT_BLOCK_SECTION] = {.stem = "heading",
                          .size = 13,
                          .gap = 24,
                          .width = MEASURE,
                          .bold = true,
                          .keep = true},
    [OT_BLOCK_TEXT] = {.stem = "text",
                       .size = BODY,
                       .gap = 7,
                       .width = MEASURE},
    [OT_BLOCK_ITEM] = {.stem = "item",
                       .size = BODY,
                       .gap = 4,
                       .indent = INDENT,
                       .width = MEASURE - INDENT},
    [OT_BLOCK_NOTE] =
        {.stem = "note", .size = 8, .gap = 5, .width = MEASURE, .soft = true},
    [OT_BLOCK_COMMAND] = {.stem = "command",
                          .size = 8,
                          .gap = 8,
                          .indent = 8,
                          .width = OT_SHEET_TEXT - 16,
                          .mono = true},
};

void ot__galley_free(ot_galley *g)
{
    ot__marks_free(&g->marks);
    free(g->piece);
    g->piece = NULL;
    g->n = 0;
    g->capacity = 0;
}

void ot__galley_add(ot_galley *g, const char *stem, size_t block, double gap,
                    double height)
{
    if (g->n == g->capacity) {
        const size_t wanted = g->capacity > 0 ? 2 * g->capacity : 256;
        ot_piece *larger = realloc(g->piece, wanted * sizeof *larger);
        if (larger == NULL) {
            g->marks.failed = true;
            return;
        }
        g->piece = larger;
        g->capacity = wanted;
    }
    g->piece[g->n++] = (ot_piece){.stem = stem,
                                  .block = block,
                                  .gap = gap,
                                  .height = height,
                                  .mark = g->marks.n,
                                  .head = OT_PIECE_NONE};
}

ot_piece *ot__galley_last(ot_galley *g)
{
    return &g->piece[g->n - 1];
}

void ot__galley_tie(ot_galley *g, size_t first, size_t few)
{
    const size_t n = g->n - first;

    for (size_t i = 0; i + 1 < n; i++) {
        g->piece[first + i].keep = n <= few || i == 0 || i + 2 == n;
    }
}

// The marks put since the last piece was added are its own.
static void own(ot_galley *g)
{
    if (g->n > 0) {
        ot_piece *p = ot__galley_last(g);
        p->marks = g->marks.n - p->mark;
    }
}

void ot__galley_text(ot_galley *g, ot_mark look, double x, double y,
                     const char *text)
{
    ot__marks_text(&g->marks, look, (ot_point){x, y}, text);
    own(g);
}

void ot__galley_rule(ot_galley *g, double size, uint32_t colour, double x0,
                     double x1, double y)
{
    ot__marks_segment(
        &g->marks,
        (ot_mark){.kind = OT_MARK_LINE, .size = size, .colour = colour},
        (ot_point){x0, y}, (ot_point){x1, y});
    own(g);
}

void ot__galley_box(ot_galley *g, uint32_t colour, double x, double y,
                    double width, double height)
{
    ot__marks_begin(
        &g->marks,
        (ot_mark){.kind = OT_MARK_AREA, .colour = colour, .ground = true});
    ot__marks_point(&g->marks, x, y);
    ot__marks_point(&g->marks, x + width, y);
    ot__marks_point(&g->marks, x + width, y + height);
    ot__marks_point(&g->marks, x, y + height);
    own(g);
}

uint32_t ot__galley_tint(const ot_galley *g, uint32_t colour, double part)
{
    uint32_t mixed = 0;

    for (int shift = 0; shift <= 16; shift += 8) {
        const double a = g->look->paper >> shift & 0xFF;
        const double b = colour >> shift & 0xFF;
        mixed |= (uint32_t)lround(a + part * (b - a)) << shift;
    }
    return mixed;
}

double ot__galley_baseline(double size, double leading)
{
    return (leading - (OT_ASCENT + OT_DESCENT) * size) / 2 + OT_ASCENT * size;
}

static void bullet(ot_galley *g)
{
    ot__marks_dot(&g->marks,
                  (ot_mark){.size = 1.6, .colour = g->look->main.text},
                  (ot_point){3, LEAD * BODY / 2});
    own(g);
}

// Words in lines, a piece each.
static void words(ot_galley *g, const ot_block *b, size_t block)
{
    const manner *m = &manners[b->kind];
    const double leading = (m->size > BODY ? 1.25 : LEAD) * m->size;
    const ot_ruler *ruler = m->mono ? &g->mono : &g->sans;
    const ot_mark look = {.size = m->size,
                          .bold = m->bold,
                          .mono = m->mono,
                          .colour = m->soft ? g->look->soft : g->look->text};
    ot_setting s = ot__setting(ruler, b->text, m->size, m->bold, m->width);
    const size_t first = g->n;
    ot_buf line = {0};

    while (ot__setting_line(&s, &line) && !g->marks.failed) {
        ot__galley_add(g, m->stem, block, g->n == first ? m->gap : 0, leading);
        if (b->kind == OT_BLOCK_ITEM && g->n == first + 1) {
            bullet(g);
        }
        ot__galley_text(g, look, m->indent,
                        ot__galley_baseline(m->size, leading),
                        ot__buf_cstr(&line));
    }
    ot__galley_tie(g, first, m->keep ? SIZE_MAX : FEW);
    if (m->keep && g->n > first) {
        ot__galley_last(g)->keep = true;
    }
    g->marks.failed = g->marks.failed || line.failed;
    ot__buf_free(&line);
}

// A line of a command: an option at its end goes with the value that follows.
static bool command_line(ot_setting *s, ot_buf *line)
{
    const bool some = ot__setting_line(s, line);
    const char *word = some ? strrchr(line->at, ' ') : NULL;
    const char *back = s->at;

    if (word == NULL || word[1] != '-' || s->at == s->end) {
        return some;
    }
    const size_t n = strlen(word + 1);
    while (back[-1] == ' ') {
        back--;
    }
    if (memcmp(back - n, word + 1, n) == 0) {
        s->at = back - n;
        line->n = (size_t)(word - line->at);
        line->at[line->n] = '\0';
    }
    return some;
}

// A command on a tinted ground, in one piece unless it is very long.
static void command(ot_galley *g, const ot_block *b, size_t block)
{
    const manner *m = &manners[OT_BLOCK_COMMAND];
    const double leading = 1.35 * m->size, pad = 4;
    const uint32_t ground = ot__galley_tint(g, g->look->grid, 0.3);
    const ot_mark look = {
        .size = m->size, .mono = true, .colour = g->look->text};
    ot_setting s = ot__setting(&g->mono, b->text, m->size, false, m->width);
    const size_t first = g->n;
    ot_buf line = {0};
    bool more = command_line(&s, &line);

    while (more && !g->marks.failed) {
        const bool begins = g->n == first;
        const double above = begins ? pad : 0;
        ot_buf next = {0};
        // What follows is set in, to be told from a command of its own.
        s.width = m->width - 2 * m->size;
        more = command_line(&s, &next);
        const double height = above + leading + (more ? 0 : pad);
        ot__galley_add(g, m->stem, block, begins ? m->gap : 0, height);
        ot__galley_box(g, ground, 0, 0, OT_SHEET_TEXT, height);
        ot__galley_text(g, look, m->indent + (begins ? 0 : 2 * m->size),
                        above + ot__galley_baseline(m->size, leading),
                        ot__buf_cstr(&line));
        ot__buf_free(&line);
        line = next;
    }
    ot__galley_tie(g, first, 8);
    g->marks.failed = g->marks.failed || line.failed;
    ot__buf_free(&line);
}

// What a picture as wide as the text should have in height.
static double picture_height(const ot_chart *chart)
{
    const double rows = (double)chart->rows;
    const bool boxes = strcmp(chart->kind->name, "multiples") == 0;

    if (boxes) {
        return fmin(560, 80 + 105 * ceil((double)chart->lines / 3));
    }
    return chart->kind->rows ? fmin(420, 92 + 17 * rows) : 228;
}

static void picture(ot_galley *g, const ot_block *b, size_t block)
{
    const ot_chart *chart = ot_picture_chart(b->picture);
    const double height = picture_height(chart);

    ot__galley_add(g, "picture", block, 16, height);
    if (!g->marks.failed) {
        ot__galley_last(g)->chart = chart;
        ot__galley_last(g)->least = (chart->kind->rows ? 0.85 : 0.76) * height;
    }
}

static void title_lines(ot_galley *g, const char *text, ot_mark look,
                        double gap)
{
    const double leading = 1.22 * look.size;
    const double width =
        ot__setting_even(&g->sans, text, look.size, look.bold, OT_SHEET_TEXT);
    ot_setting s = ot__setting(&g->sans, text, look.size, look.bold, width);
    ot_buf line = {0};

    while (ot__setting_line(&s, &line) && !g->marks.failed) {
        ot__galley_add(g, "title", OT_PIECE_NONE, gap, leading);
        ot__galley_text(g, look, 0, ot__galley_baseline(look.size, leading),
                        ot__buf_cstr(&line));
        gap = 0;
    }
    g->marks.failed = g->marks.failed || line.failed;
    ot__buf_free(&line);
}

static void title(ot_galley *g, const ot_brief *brief)
{
    const ot_day day = ot_brief_day(brief);
    const double wide =
        ot__ruler_width(&g->sans, ot_brief_title(brief), 21, true);
    const double size = wide > 2 * OT_SHEET_TEXT ? 16 : 21;
    char text[32];

    ot__galley_add(g, "title", OT_PIECE_NONE, 0, 4);
    if (g->marks.failed) {
        return;
    }
    ot__galley_box(g, g->look->main.mark, 0, 0, 42, 4);
    title_lines(g, ot_brief_title(brief),
                (ot_mark){.size = size, .bold = true, .colour = g->look->text},
                12);
    title_lines(g, ot_brief_subtitle(brief),
                (ot_mark){.size = 11, .colour = g->look->soft}, 6);
    if (day != OT_DAY_NONE && day != OT_DAY_LATEST) {
        title_lines(g, ot_day_words(day, text),
                    (ot_mark){.size = 8, .colour = g->look->soft}, 6);
    }
    ot__galley_tie(g, 0, SIZE_MAX);
}

// What no foot holds stands at the end.
static void whole_source(ot_galley *g, const ot_brief *brief)
{
    const ot_block b = {.kind = OT_BLOCK_NOTE,
                        .text = ot_brief_source_text(brief)};
    const size_t first = g->n;

    ot__galley_add(g, "source", OT_PIECE_NONE, 20, 1);
    if (!g->marks.failed) {
        ot__galley_rule(g, 0.5, g->look->grid, 0, OT_SHEET_TEXT, 0.5);
        words(g, &b, OT_PIECE_NONE);
        g->piece[first].keep = true;
    }
}

// A note belongs to the table, picture or figures before it.
static void tie_note(ot_galley *g, const ot_brief *brief, size_t i)
{
    const bool note = ot_brief_block(brief, i).kind == OT_BLOCK_NOTE;
    const ot_block_kind before =
        i > 0 ? ot_brief_block(brief, i - 1).kind : OT_BLOCK_TEXT;

    if (note && g->n > 0 &&
        (before == OT_BLOCK_TABLE || before == OT_BLOCK_PICTURE ||
         before == OT_BLOCK_FIGURE)) {
        ot__galley_last(g)->keep = true;
    }
}

ot_status ot__galley_fill(ot_galley *g, const ot_brief *brief, ot_error *err)
{
    const size_t blocks = ot_brief_blocks(brief);

    title(g, brief);
    for (size_t i = 0; i < blocks && !g->marks.failed; i++) {
        const ot_block b = ot_brief_block(brief, i);
        tie_note(g, brief, i);
        switch (b.kind) {
        case OT_BLOCK_FIGURE:
            i += ot__galley_tiles(g, brief, i) - 1;
            break;
        case OT_BLOCK_TABLE:
            ot__galley_table(g, &b, i);
            break;
        case OT_BLOCK_PICTURE:
            picture(g, &b, i);
            break;
        case OT_BLOCK_COMMAND:
            command(g, &b, i);
            break;
        default:
            words(g, &b, i);
            break;
        }
    }
    if (ot__source_is_long(brief, &g->sans)) {
        whole_source(g, brief);
    }
    return g->marks.failed
               ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief")
               : OT_OK;
}
