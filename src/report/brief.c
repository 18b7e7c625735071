// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/brief.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A block with what it owns. A table's texts are `own`, one after another in
// the order they came.
typedef struct block {
    ot_block of;
    char *text, *id, *label, *remark;
    ot_brief_column *column;
    ot_brief_row *row;
    ot_picture *picture;
} block;

struct ot_brief {
    char *title, *subtitle, *source;
    ot_day date;
    block *block;
    size_t n, capacity;
    bool failed;
};

// A copy, or NULL with the failure remembered; of NULL, NULL.
static char *keep(ot_brief *b, const char *text)
{
    char *copy = text != NULL ? ot__str_dup(ot__str(text)) : NULL;

    b->failed = b->failed || (text != NULL && copy == NULL);
    return copy;
}

ot_brief *ot_brief_new(const char *title, const char *subtitle)
{
    ot_brief *b = calloc(1, sizeof *b);

    if (b != NULL) {
        b->date = OT_DAY_NONE;
        b->title = keep(b, title);
        b->subtitle = keep(b, subtitle);
    }
    return b;
}

// free() of what is const only to readers.
static void drop(const void *at)
{
    void *own;

    memcpy(&own, &at, sizeof own);
    free(own);
}

static void free_row(const ot_brief_row *row, size_t columns)
{
    for (size_t c = 0; c < columns && row->cell != NULL; c++) {
        drop(row->cell[c]);
    }
    drop(row->cell);
}

static void free_block(block *at)
{
    for (size_t i = 0; i < at->of.rows; i++) {
        free_row(&at->row[i], at->of.columns);
    }
    for (size_t c = 0; c < at->of.columns && at->column != NULL; c++) {
        drop(at->column[c].title);
    }
    free(at->row);
    free(at->column);
    free(at->text);
    free(at->id);
    free(at->label);
    free(at->remark);
    ot_picture_free(at->picture);
}

void ot_brief_free(ot_brief *brief)
{
    if (brief == NULL) {
        return;
    }
    for (size_t i = 0; i < brief->n; i++) {
        free_block(&brief->block[i]);
    }
    free(brief->block);
    free(brief->title);
    free(brief->subtitle);
    free(brief->source);
    free(brief);
}

// A new block at the end; NULL once an allocation failed.
static block *add(ot_brief *b, ot_block_kind kind)
{
    if (b->n == b->capacity) {
        const size_t capacity = b->capacity > 0 ? 2 * b->capacity : 32;
        block *blocks = realloc(b->block, capacity * sizeof *blocks);

        if (blocks == NULL) {
            b->failed = true;
            return NULL;
        }
        b->block = blocks;
        b->capacity = capacity;
    }
    block *at = &b->block[b->n++];
    *at = (block){.of.kind = kind};
    return at;
}

void ot_brief_section(ot_brief *brief, const char *id, const char *title)
{
    block *at = add(brief, OT_BLOCK_SECTION);

    if (at != NULL) {
        at->id = keep(brief, id);
        at->text = keep(brief, title);
    }
}

void ot_brief_words(ot_brief *brief, ot_block_kind kind, const char *format,
                    ...)
{
    block *at = add(brief, kind);
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length >= 0 ? malloc((size_t)length + 1) : NULL;
    if (text != NULL) {
        vsnprintf(text, (size_t)length + 1, format, args);
    }
    va_end(args);
    brief->failed = brief->failed || text == NULL;
    if (at != NULL) {
        at->text = text;
    } else {
        free(text);
    }
}

void ot_brief_figure(ot_brief *brief, const char *label, const char *figure,
                     const char *remark)
{
    block *at = add(brief, OT_BLOCK_FIGURE);

    if (at != NULL) {
        at->label = keep(brief, label);
        at->text = keep(brief, figure);
        at->remark = keep(brief, remark);
    }
}

void ot_brief_table(ot_brief *brief, const char *caption,
                    const ot_brief_column columns[], size_t count)
{
    block *at = add(brief, OT_BLOCK_TABLE);

    if (at == NULL) {
        return;
    }
    at->text = keep(brief, caption);
    at->column = calloc(count > 0 ? count : 1, sizeof *at->column);
    if (at->column == NULL) {
        brief->failed = true;
        return;
    }
    for (size_t c = 0; c < count; c++) {
        at->column[c].title = keep(brief, columns[c].title);
        at->column[c].number = columns[c].number;
    }
    at->of.columns = count;
}

// The cells of one row; NULL once an allocation failed.
static const char **copy_cells(ot_brief *b, const char *const cells[],
                               size_t count)
{
    const char **copy = calloc(count > 0 ? count : 1, sizeof *copy);

    b->failed = b->failed || copy == NULL;
    for (size_t c = 0; c < count && copy != NULL; c++) {
        copy[c] = keep(b, cells[c] != NULL ? cells[c] : "");
    }
    return copy;
}

void ot_brief_add_row(ot_brief *brief, const char *const cells[],
                      ot_brief_row_style style)
{
    block *at = brief->n > 0 ? &brief->block[brief->n - 1] : NULL;

    if (brief->failed || at == NULL || at->of.kind != OT_BLOCK_TABLE) {
        brief->failed = true;
        return;
    }
    ot_brief_row *rows = realloc(at->row, (at->of.rows + 1) * sizeof *rows);
    if (rows == NULL) {
        brief->failed = true;
        return;
    }
    at->row = rows;
    rows[at->of.rows] =
        (ot_brief_row){copy_cells(brief, cells, at->of.columns), style};
    at->of.rows++;
}

void ot_brief_picture(ot_brief *brief, ot_picture *picture)
{
    block *at = picture != NULL ? add(brief, OT_BLOCK_PICTURE) : NULL;

    if (at == NULL) {
        ot_picture_free(picture);
        brief->failed = true;
        return;
    }
    at->picture = picture;
}

void ot_brief_source(ot_brief *brief, const char *text)
{
    free(brief->source);
    brief->source = keep(brief, text);
}

void ot_brief_date(ot_brief *brief, ot_day day)
{
    brief->date = day;
}

ot_status ot_brief_status(const ot_brief *brief, ot_error *err)
{
    return brief->failed
               ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief")
               : OT_OK;
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

const char *ot_brief_title(const ot_brief *brief)
{
    return or_empty(brief->title);
}

const char *ot_brief_subtitle(const ot_brief *brief)
{
    return or_empty(brief->subtitle);
}

const char *ot_brief_source_text(const ot_brief *brief)
{
    return or_empty(brief->source);
}

ot_day ot_brief_day(const ot_brief *brief)
{
    return brief->date;
}

size_t ot_brief_blocks(const ot_brief *brief)
{
    return brief->n;
}

ot_block ot_brief_block(const ot_brief *brief, size_t i)
{
    const block *at = &brief->block[i];
    ot_block of = at->of;

    of.text = at->text;
    of.id = at->id;
    of.label = at->label;
    of.remark = at->remark;
    of.column = at->column;
    of.row = at->row;
    of.picture = at->picture;
    return of;
}
