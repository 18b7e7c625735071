// SPDX-License-Identifier: GPL-3.0-or-later
// brief.h - a report as data: headings, words, figures, tables and pictures in
// their order, written as one self-contained page (html) or as A4 (pdf).
//
// A brief remembers a failed allocation: the calls that fill it need no checks,
// and ot_brief_status is asked once at the end. It reads neither clock nor
// locale: the same brief gives the same bytes.
#ifndef OUTTURN_BRIEF_H
#define OUTTURN_BRIEF_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/chart.h"
#include "outturn/error.h"
#include "outturn/picture.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_block_kind {
    OT_BLOCK_SECTION, // a heading, with which a section begins: text, id
    OT_BLOCK_TEXT,    // a paragraph
    OT_BLOCK_ITEM,    // an item of a list; those next to each other are one
    OT_BLOCK_NOTE,    // small: what a table or picture leaves out
    OT_BLOCK_COMMAND, // a command line that prints what the section has
    OT_BLOCK_FIGURE,  // one figure at a glance: label, text, remark; those next
                      // to each other are one group
    OT_BLOCK_TABLE,
    OT_BLOCK_PICTURE
} ot_block_kind;

typedef enum ot_brief_row_style {
    OT_BRIEF_ROW_PLAIN = 0,
    OT_BRIEF_ROW_TOTAL,
    OT_BRIEF_ROW_FLAGGED // what a reader must not miss: a figure that differs
} ot_brief_row_style;

typedef struct ot_brief_column {
    const char *title; // "Value, USD bn"
    bool number;       // set to the right, never broken
} ot_brief_column;

typedef struct ot_brief_row {
    const char *const *cell; // one a column
    ot_brief_row_style style;
} ot_brief_row;

// What is not used by its kind is NULL or 0.
typedef struct ot_block {
    ot_block_kind kind;
    const char *text; // of a table: its caption
    const char *id;   // section: "growth", unlike any other
    const char *label, *remark;
    const ot_brief_column *column;
    size_t columns;
    const ot_brief_row *row;
    size_t rows;
    const ot_picture *picture;
} ot_block;

typedef struct ot_brief ot_brief;

// All texts given to a brief are copied; UTF-8. NULL: out of memory. Free with
// ot_brief_free.
OT_API ot_brief *ot_brief_new(const char *title, const char *subtitle);
OT_API void ot_brief_free(ot_brief *brief); // NULL is fine

// Filling it, from top to bottom. printf-like, without floating point.
OT_API void ot_brief_section(ot_brief *brief, const char *id,
                             const char *title);
// kind: text, item, note or command.
OT_API void ot_brief_words(ot_brief *brief, ot_block_kind kind,
                           const char *format, ...) OT_PRINTF(3, 4);
// remark may be NULL.
OT_API void ot_brief_figure(ot_brief *brief, const char *label,
                            const char *figure, const char *remark);
// A table without rows, which ot_brief_add_row adds; caption may be NULL.
OT_API void ot_brief_table(ot_brief *brief, const char *caption,
                           const ot_brief_column columns[], size_t count);
// cells: one a column of the last table; NULL: empty.
OT_API void ot_brief_add_row(ot_brief *brief, const char *const cells[],
                             ot_brief_row_style style);
// Owned by the brief from here on; NULL is a failure remembered.
OT_API void ot_brief_picture(ot_brief *brief, ot_picture *picture);
// What stands at the foot: who published the figures and how new they are.
OT_API void ot_brief_source(ot_brief *brief, const char *text);
// The day the figures are of, which dates the file; OT_DAY_NONE: none.
OT_API void ot_brief_date(ot_brief *brief, ot_day day);

OT_API ot_status ot_brief_status(const ot_brief *brief, ot_error *err);

// Reading it back. Borrowed; valid until the brief is changed.
OT_API const char *ot_brief_title(const ot_brief *brief);
OT_API const char *ot_brief_subtitle(const ot_brief *brief);    // or ""
OT_API const char *ot_brief_source_text(const ot_brief *brief); // or ""
OT_API ot_day ot_brief_day(const ot_brief *brief);
OT_API size_t ot_brief_blocks(const ot_brief *brief);
OT_API ot_block ot_brief_block(const ot_brief *brief, size_t i);

// Formats, a table: html, pdf.
typedef struct ot_brief_format ot_brief_format;
OT_API size_t ot_brief_format_count(void);
OT_API const ot_brief_format *ot_brief_format_at(size_t i);
OT_API const char *ot_brief_format_name(const ot_brief_format *format);
// By name ("html") or by the end of a path ("brief.pdf"); NULL: none.
OT_API const ot_brief_format *ot_brief_format_find(const char *name_or_path);

// Writes a brief. Of the options the size is not used: pictures are as wide as
// the page lets them; a page in html follows the reader's light or dark. note
// and options may be NULL.
//
// OT_E_LIMIT  more text than a page can hold
OT_API ot_status ot_brief_write(const ot_brief *brief,
                                const ot_chart_options *options,
                                const ot_brief_format *format, ot_writer writer,
                                ot_chart_note *note, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
