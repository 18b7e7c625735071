// SPDX-License-Identifier: GPL-3.0-or-later
// info_account.c - how files were read, and what became of every row.

#include <stdlib.h>
#include <string.h>

#include "cli/info.h"

// Why the layout, and how each of its columns is used.
static void put_explained(ot_sheet *sheet, const ot_file *f)
{
    ot_str lines = ot__str(f->columns);

    if (f->sure > 0) {
        char next[80] = "no other fits";
        if (f->runner_up[0] != '\0') {
            snprintf(next, sizeof next, "next is %s (%d)", f->runner_up,
                     f->next);
        }
        ot_sheet_note(sheet, "Layout %s fits best (%d); %s.", f->layout,
                      f->sure, next);
    }
    while (lines.n > 0) {
        char text[240];
        ot_sheet_note(
            sheet, "  %s",
            ot__str_copy(ot__str_cut(&lines, '\n'), text, sizeof text));
    }
}

void info_files(ot_sheet *sheet, const ot_panel *panel, bool explain)
{
    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        const ot_file f = ot_panel_file(panel, i);
        const char mark[] = {f.delimiter, '\0'};
        const char *by = f.delimiter == '\t'  ? "tabs"
                         : f.delimiter == ';' ? "semicolons"
                         : f.delimiter == '|' ? "bars"
                         : f.delimiter == ',' ? "commas"
                                              : mark;
        const bool plain = strcmp(f.encoding, "utf-8") == 0;
        ot_sheet_head(
            sheet, "%s: layout %s, %llu row%s, separated by %s%s%s%s%s", f.path,
            f.layout, (unsigned long long)f.rows, f.rows == 1 ? "" : "s", by,
            f.decimal == ',' ? ", decimal commas" : "", plain ? "" : ", in ",
            plain ? "" : f.encoding, f.latin1 ? ", read as Windows-1252" : "");
        if (explain) {
            put_explained(sheet, &f);
        }
    }
}

// ---- the account -----------------------------------------------------------

// "line 7", or "b.csv:7" where there are several files.
static void put_place(ot_buf *line, const ot_place *place, bool one_file)
{
    if (one_file) {
        ot__buf_format(line, "line %ld", place->line);
    } else {
        ot__buf_format(line, "%s:%ld", place->path, place->line);
    }
}

static void put_class(ot_buf *line, const ot_class_sum *c, bool one_file)
{
    char number[OT_NUMBER_SIZE], unit[32];

    ot__buf_format(line, "; %llu %s", (unsigned long long)c->rows, c->words);
    if (c->places == 0) {
        return;
    }
    ot__buf_text(line, " (");
    if (c->known) {
        ot__buf_format(line, "%s %s in all, ", ot_unit_text(c->unit, unit),
                       ot__digits15(number, c->sum));
    }
    ot__buf_text(line, c->rows > 1 ? "first at " : "at ");
    put_place(line, &c->place[0], one_file);
    if (c->why[0] != NULL) {
        ot__buf_format(line, ": %.120s", c->why[0]);
    }
    ot__buf_char(line, ')');
}

// Marks an area that the table has not; true the first time.
static bool first_met(ot_area area, bool met[])
{
    const size_t known = ot_area_count();
    const bool first = area >= known && !met[area - known];

    if (first) {
        met[area - known] = true;
    }
    return first;
}

static void add_unknown(ot_buf *list, size_t *n, const ot_panel *panel,
                        ot_area area, bool met[])
{
    if (first_met(area, met) && (*n)++ < 6) {
        ot__buf_format(list, "%s%s", *n > 1 ? ", " : "",
                       ot_panel_area_code(panel, area));
    }
}

// Areas that neither the table nor a list knows.
static void put_unknown(ot_sheet *sheet, const ot_panel *panel)
{
    bool *met = calloc(ot_panel_unknown_areas(panel) + 1, sizeof *met);
    ot_buf list = {0};
    size_t n = 0;

    for (size_t i = 0; met != NULL && i < ot_panel_keys(panel); i++) {
        const ot_key k = ot_panel_key(panel, i);
        add_unknown(&list, &n, panel, k.reporter, met);
        add_unknown(&list, &n, panel, k.partner, met);
    }
    if (n > 0) {
        ot_sheet_note(sheet,
                      "Not in the table of areas: %s%s (%zu); in sums over "
                      "partners each counts as a country.",
                      ot__buf_cstr(&list), n > 6 ? " ..." : "", n);
    }
    ot__buf_free(&list);
    free(met);
}

static void put_remarks(ot_sheet *sheet, const ot_panel *panel)
{
    const ot_tally *t = ot_panel_tally(panel);
    const struct {
        uint64_t count;
        const char *one, *many;
    } remarks[] = {
        {t->titles, "line of titles", "lines of titles"},
        {t->unpublished, "zero of a month that is not yet published",
         "zeros of months that are not yet published"},
        {t->suppressed, "figure suppressed at the source",
         "figures suppressed at the source"},
        {t->short_rows, "row shorter than the header",
         "rows shorter than the header"},
        {t->long_rows, "row with an empty field more than the header",
         "rows with an empty field more than the header"},
        {t->blank_lines, "blank line", "blank lines"},
    };

    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
        const uint64_t n = remarks[i].count;
        if (n > 0) {
            ot_sheet_note(sheet, "%llu %s.", (unsigned long long)n,
                          n == 1 ? remarks[i].one : remarks[i].many);
        }
    }
    put_unknown(sheet, panel);
}

void info_account(ot_sheet *sheet, const ot_panel *panel)
{
    const ot_tally *t = ot_panel_tally(panel);
    ot_buf line = {0};

    ot__buf_format(&line, "%llu used", (unsigned long long)t->used);
    for (int i = 0; i < OT_CLASSES; i++) {
        const ot_class_sum c = ot_panel_class(panel, (ot_class)i);
        if (c.rows > 0) {
            put_class(&line, &c, ot_panel_files(panel) == 1);
        }
    }
    ot_sheet_note(sheet, "Of %llu row%s: %s.", (unsigned long long)t->rows,
                  t->rows == 1 ? "" : "s", ot__buf_cstr(&line));
    ot__buf_free(&line);
    if (t->figures + t->figures_aside !=
        t->used + t->totals_left_out + t->duplicates + t->conflicts) {
        ot_sheet_note(sheet, "%llu figures in them, %llu field%s without one.",
                      (unsigned long long)(t->figures + t->figures_aside),
                      (unsigned long long)t->empty, t->empty == 1 ? "" : "s");
    }
    put_remarks(sheet, panel);
    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        const ot_file f = ot_panel_file(panel, i);
        if (f.unended) {
            ot_sheet_note(sheet,
                          "%s: the last line has no line end, as in a file "
                          "that was cut.",
                          f.path);
        }
    }
}

enum { CLASS, ROWS, SUM, UNIT, FIRST, ACCOUNT_COLUMNS };

static const ot_column account_columns[ACCOUNT_COLUMNS] = {
    {.id = "class", .title = "rows", .kind = OT_COLUMN_TEXT},
    {.id = "rows", .title = "count", .kind = OT_COLUMN_COUNT},
    {.id = "sum", .title = "sum", .kind = OT_COLUMN_COUNT},
    {.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT},
    {.id = "first", .title = "first places", .kind = OT_COLUMN_TEXT},
};

static void put_row(ot_sheet *sheet, const char *name, uint64_t rows)
{
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, CLASS, name);
    ot_sheet_number(sheet, ROWS, (double)rows, ot_interval_none());
}

static void put_details(ot_sheet *sheet, const ot_class_sum *c)
{
    ot_buf places = {0};
    char unit[32];

    if (c->known) {
        ot_sheet_number(sheet, SUM, c->sum, ot_interval_none());
        ot_sheet_text(sheet, UNIT, ot_unit_text(c->unit, unit));
    }
    for (size_t i = 0; i < c->places; i++) {
        ot__buf_format(&places, "%s%s:%ld", i > 0 ? " " : "", c->place[i].path,
                       c->place[i].line);
    }
    ot_sheet_text(sheet, FIRST, ot__buf_cstr(&places));
    ot__buf_free(&places);
}

ot_status info_account_rows(ot_sheet *sheet, const ot_panel *panel,
                            ot_error *err)
{
    static const char *const ids[OT_CLASSES] = {
        "totals-left-out", "repeated", "not-asked", "outside",  "no-value",
        "no-amount",       "heading",  "malformed", "conflict",
    };
    const ot_tally *t = ot_panel_tally(panel);
    ot_sheet *account =
        ot_sheet_new("account", account_columns, ACCOUNT_COLUMNS);

    if (account == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    put_row(account, "read", t->rows);
    put_row(account, "used", t->used);
    for (int i = 0; i < OT_CLASSES; i++) {
        const ot_class_sum c = ot_panel_class(panel, (ot_class)i);
        put_row(account, ids[i], c.rows);
        put_details(account, &c);
    }
    ot_sheet_append(sheet, account);
    return OT_OK;
}
