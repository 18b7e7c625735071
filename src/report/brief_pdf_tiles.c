// SPDX-License-Identifier: GPL-3.0-or-later
// Figures at a glance, in rows as even as can be.
#include <math.h>

#include "report/brief_pdf.h"

#define TILES    4 // in a row, at most
#define TILE_GAP 16.0
#define LARGEST  17.0 // font sizes of the figures
#define SMALLEST 10.0

// Lines of a tile, from y down; returns where they end.
static double tile_lines(ot_galley *g, const char *text, ot_mark look, double x,
                         double y, double width)
{
    const double leading = 1.25 * look.size;
    ot_setting s = ot__setting(&g->sans, text, look.size, look.bold, width);
    ot_buf line = {0};

    while (ot__setting_line(&s, &line) && !g->marks.failed) {
        ot__galley_text(g, look, x, y + ot__galley_baseline(look.size, leading),
                        ot__buf_cstr(&line));
        y += leading;
    }
    g->marks.failed = g->marks.failed || line.failed;
    ot__buf_free(&line);
    return y;
}

// The size at which a figure stays on one line, where one does.
static double figure_size(const ot_galley *g, const char *text, double width)
{
    const double full = ot__ruler_width(&g->sans, text, LARGEST, true);

    return full <= width
               ? LARGEST
               : fmax(SMALLEST, floor(2 * LARGEST * width / full) / 2);
}

// The labels' lines come first, so that the figures of a row stand level.
static double tile_labels(ot_galley *g, const ot_block *tile, size_t n,
                          double width)
{
    const ot_mark look = {.size = 8, .colour = g->look->soft};
    double y = 0;

    for (size_t i = 0; i < n; i++) {
        ot_setting s =
            ot__setting(&g->sans, tile[i].label, look.size, false, width);
        ot_buf line = {0};
        double lines = 0;
        while (ot__setting_line(&s, &line)) {
            lines++;
        }
        g->marks.failed = g->marks.failed || line.failed;
        ot__buf_free(&line);
        y = fmax(y, lines * 1.25 * look.size);
    }
    return y;
}

static double width_of(size_t columns)
{
    return (OT_SHEET_TEXT - ((double)columns - 1) * TILE_GAP) / (double)columns;
}

static void tile_row(ot_galley *g, const ot_block *tile, size_t n,
                     size_t columns, double size, size_t block)
{
    const double width = width_of(columns);
    const double labels = tile_labels(g, tile, n, width);
    ot_mark small = {.size = 8, .colour = g->look->soft};
    double end = 0;
    const ot_mark big = {
        .size = size, .bold = true, .colour = g->look->main.text};
    ot__galley_add(g, "tile", block, 12, 0);
    for (size_t i = 0; i < n && !g->marks.failed; i++) {
        const double x = (double)i * (width + TILE_GAP);
        ot__galley_rule(g, 1.5, g->look->main.mark, x, x + width, 0.75);
        tile_lines(g, tile[i].label, small, x, 6, width);
        double y = tile_lines(g, tile[i].text, big, x, 9 + labels, width);
        y = tile_lines(g, tile[i].remark, small, x, y + 1, width);
        end = fmax(end, y);
    }
    if (g->n > 0) {
        ot__galley_last(g)->height = end + 2;
    }
}

size_t ot__galley_tiles(ot_galley *g, const ot_brief *brief, size_t i)
{
    ot_block tile[TILES];
    size_t n = 0;

    while (i + n < ot_brief_blocks(brief) &&
           ot_brief_block(brief, i + n).kind == OT_BLOCK_FIGURE) {
        n++;
    }
    const size_t rows = (n + TILES - 1) / TILES;
    const size_t columns = n > 1 ? (n + rows - 1) / rows : 2;
    // All of a group in one size.
    double size = LARGEST;
    for (size_t k = 0; k < n; k++) {
        size = fmin(size, figure_size(g, ot_brief_block(brief, i + k).text,
                                      width_of(columns)));
    }
    for (size_t done = 0; done < n; done += columns) {
        const size_t count = done + columns <= n ? columns : n - done;
        for (size_t k = 0; k < count; k++) {
            tile[k] = ot_brief_block(brief, i + done + k);
        }
        tile_row(g, tile, count, columns, size, i + done);
    }
    return n;
}
