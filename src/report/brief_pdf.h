// SPDX-License-Identifier: GPL-3.0-or-later
// brief_pdf.h - a brief on paper. First a galley: one column of pieces without
// pages; then pages are made up of the pieces. Both are pure, given how wide
// texts are.
#ifndef OT_REPORT_BRIEF_PDF_H
#define OT_REPORT_BRIEF_PDF_H

#include "outturn/brief.h"
#include "plot/ink.h"
#include "plot/marks.h"

// A4 upright; points.
#define OT_SHEET_WIDTH  595.276
#define OT_SHEET_HEIGHT 841.890
#define OT_SHEET_SIDE   56.69 // 20 mm
#define OT_SHEET_TOP    62.36 // 22 mm, with the running head in it
#define OT_SHEET_BOTTOM 70.87 // 25 mm, with the foot in it
#define OT_SHEET_TEXT   (OT_SHEET_WIDTH - 2 * OT_SHEET_SIDE)
#define OT_SHEET_ROOM   (OT_SHEET_HEIGHT - OT_SHEET_TOP - OT_SHEET_BOTTOM)

#define OT_PIECE_NONE SIZE_MAX

// What is never cut by the end of a page: a line, a row, a picture. Its marks
// start from its own top left corner.
typedef struct ot_piece {
    const char *stem;   // of the group of its marks: "heading"
    size_t block;       // of the brief; OT_PIECE_NONE: the title
    double gap, height; // points; no gap at the top of a page
    bool keep;          // with the next piece, on one page
    size_t mark, marks;
    size_t head;           // piece to stand above it where it begins a page, or
                           // OT_PIECE_NONE
    const ot_chart *chart; // drawn when its height is known, between least and
    double least;          // height; NULL: none
} ot_piece;

// {0} with look and rulers set is valid and empty. Free with ot__galley_free.
typedef struct ot_galley {
    const ot_palette *look;
    ot_ruler sans, mono;
    ot_marks marks;
    ot_piece *piece;
    size_t n, capacity;
} ot_galley;

void ot__galley_free(ot_galley *g);
// The pieces of a title and of all blocks. OT_E_MEMORY
ot_status ot__galley_fill(ot_galley *g, const ot_brief *brief, ot_error *err);

// A new piece, to which the marks that follow belong; height may still be set
// by ot__galley_last.
void ot__galley_add(ot_galley *g, const char *stem, size_t block, double gap,
                    double height);
// The last piece; one that nobody sees, where there was no memory.
ot_piece *ot__galley_last(ot_galley *g);
// Puts the pieces from first on together: all, where they are few, else the
// first two and the last two.
void ot__galley_tie(ot_galley *g, size_t first, size_t few);
void ot__galley_text(ot_galley *g, ot_mark look, double x, double y,
                     const char *text);
void ot__galley_rule(ot_galley *g, double size, uint32_t colour, double x0,
                     double x1, double y);
void ot__galley_box(ot_galley *g, uint32_t colour, double x, double y,
                    double width, double height);
// The baseline of a line in its leading.
double ot__galley_baseline(double size, double leading);
// A shade between paper and a colour; part 0 is paper.
uint32_t ot__galley_tint(const ot_galley *g, uint32_t colour, double part);

// A text in lines, as many as it takes, broken at blanks; a word wider than a
// line is broken where it must, after "/", "-" or the like where it can.
typedef struct ot_setting {
    const ot_ruler *ruler;
    double size;
    bool bold;
    double width;
    const char *at, *end;
} ot_setting;

ot_setting ot__setting(const ot_ruler *ruler, const char *text, double size,
                       bool bold, double width);
// The next line into a cleared buffer; false: there is none left.
bool ot__setting_line(ot_setting *s, ot_buf *line);
// The least width at which a text takes no more lines than at this one.
double ot__setting_even(const ot_ruler *ruler, const char *text, double size,
                        bool bold, double width);
// The widest word of a text.
double ot__setting_word(const ot_ruler *ruler, const char *text, double size,
                        bool bold);

// Where a number's decimal mark stands in a text, in bytes; its end where it
// has none; SIZE_MAX where the text is no number.
size_t ot__point_of(const char *text, char mark);
// The decimal mark of a column: '.' or ','.
char ot__mark_of(const ot_block *table, size_t column);

#define OT_CELL 8.5 // largest font size of a table

// Widths of a column, in points at the largest size.
typedef struct ot_table_column {
    double natural;  // with every cell on one line
    double least;    // that can be borne
    double left;     // numbers: what stands before the decimal mark,
    double right;    // and from it on,
    double tail;     // of which this is the least
    double title;    // on one line,
    double word;     // and its widest word
    char mark;       // decimal; 0: figures are not aligned on it
    double x, width; // as placed
} ot_table_column;

// Columns of a table; ruler, of, col (one a column, zeroed) and indent are
// given, the rest is worked out.
typedef struct ot_table_columns {
    const ot_ruler *ruler;
    const ot_block *of;
    ot_table_column *col;
    double scale; // of the largest size
    double gap;   // between columns
    double
        indent; // room for the marks of flagged rows; half of it on the right
} ot_table_columns;

// Widths with which all columns stand side by side; false: they cannot.
bool ot__columns_fit(ot_table_columns *c);
// Then: how many columns from `from` (1 or more) on stand beside the first, in
// bands as even as can be.
size_t ot__columns_band(ot_table_columns *c, size_t from);
// Widths of a number's two halves about its decimal mark; false: not a number
// that is aligned.
bool ot__columns_halves(const ot_table_columns *c,
                        const ot_table_column *column, const char *text,
                        bool bold, double *left, double *right);

// The figures from block i on, in rows; returns how many they are.
size_t ot__galley_tiles(ot_galley *g, const ot_brief *brief, size_t i);
void ot__galley_table(ot_galley *g, const ot_block *b, size_t block);

// Pages made up, with bookmarks of the sections. Free with ot__sheets_free.
typedef struct ot_sheets {
    ot_marks *page;
    size_t n, capacity;
    ot_bookmark *bookmark;
    size_t bookmarks, bookmark_capacity;
} ot_sheets;

void ot__sheets_free(ot_sheets *s);
// OT_E_LIMIT  a piece higher than a page, or too many pages; else as
//             ot_chart_draw
ot_status ot__sheets_make(ot_sheets *s, const ot_brief *brief,
                          const ot_palette *look, ot_ruler sans, ot_ruler mono,
                          ot_error *err);

// Whether the source is more than the foot of a page holds.
bool ot__source_is_long(const ot_brief *brief, const ot_ruler *ruler);
// Head (but on the first page) and foot of page `number`, from 1, of `of`.
void ot__sheet_frame(ot_marks *page, const ot_brief *brief,
                     const ot_palette *look, const ot_ruler *ruler,
                     size_t number, size_t of);

#endif
