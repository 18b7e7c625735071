// SPDX-License-Identifier: GPL-3.0-or-later
// info_checks.c - what the files let us verify of themselves, in words.

#include <math.h>
#include <string.h>

#include "cli/info.h"

// ---- lines -----------------------------------------------------------------

// "ARM with RUS, import of 2709 (origin), September 2024"
static void put_subject(ot_buf *line, const ot_panel *panel,
                        const ot_discrepancy *d)
{
    char period[64];

    ot__buf_format(
        line, "%s with %s, %s", ot_panel_area_code(panel, d->reporter),
        ot_panel_area_code(panel, d->partner), ot_flow_at(d->flow)->name);
    if (strcmp(d->commodity, "TOTAL") != 0) {
        ot__buf_format(line, " of %s", d->commodity);
    }
    if (d->basis[0] != '\0') {
        ot__buf_format(line, " (%s)", d->basis);
    }
    ot__buf_format(line, ", %s", ot_period_words(d->period, period));
}

static void put_discrepancy(ot_buf *line, const ot_panel *panel,
                            const ot_discrepancy *d)
{
    put_subject(line, panel, d);
    ot__buf_text(line, ": ");
    info_wordings[d->code].tell(line, d);
    ot__buf_text(line, d->mixed ? "; of different releases" : "");
    info_places(line, d);
}

static void put_failed(ot_sheet *sheet, const ot_panel *panel,
                       const ot_inspected *check, ot_inspect_code code,
                       bool explain)
{
    const wording *w = &info_wordings[code];
    ot_buf line = {0};

    if (w->failed != NULL) {
        ot__buf_format(&line, "%s: %zu of %zu %s", w->name, check->failed,
                       check->tested, w->failed);
    } else {
        ot__buf_format(&line, "%s: %zu", w->name, check->failed);
    }
    ot__buf_text(&line, check->failed > 1 ? "; the largest: " : "; ");
    put_discrepancy(&line, panel, &check->row[0]);
    ot_sheet_note(sheet, "  %s", ot__buf_cstr(&line));
    for (size_t i = 1; i < check->rows && explain; i++) {
        ot__buf_clear(&line);
        put_discrepancy(&line, panel, &check->row[i]);
        ot_sheet_note(sheet, "    %s", ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

// What all agree in, in one line.
static void put_passed(ot_sheet *sheet, const ot_inspection *found)
{
    ot_buf line = {0};

    for (int i = 0; i < OT_INSPECT_CODE_COUNT; i++) {
        const ot_inspected *check = &found->check[i];
        const bool short_of =
            (i == OT_INSPECT_PARTNERS || i == OT_INSPECT_CODES) &&
            found->check[i + 1].failed > 0;
        if (check->tested == 0 || check->failed > 0 || short_of ||
            info_wordings[i].passed == NULL) {
            continue;
        }
        ot__buf_text(&line, line.n > 0 ? "; " : "");
        if (info_wordings[i].failed != NULL) {
            ot__buf_format(&line, "%s: %zu of %zu %s", info_wordings[i].name,
                           check->tested, check->tested,
                           info_wordings[i].passed);
        } else {
            ot__buf_format(&line, "%s %zu series", info_wordings[i].passed,
                           check->tested);
        }
    }
    if (line.n > 0) {
        ot_sheet_note(sheet, "  %s.", ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

static bool anything(const ot_inspection *found)
{
    bool any = false;

    for (int i = 0; i < OT_INSPECT_CODE_COUNT; i++) {
        const ot_inspected *check = &found->check[i];
        any = any || check->failed > 0 ||
              (check->tested > 0 && info_wordings[i].passed != NULL);
    }
    return any;
}

// ---- rows ------------------------------------------------------------------

enum {
    CHECK,
    REPORTER,
    PARTNER,
    FLOW,
    COMMODITY,
    BASIS,
    UNIT,
    PERIOD,
    STATED,
    COMPUTED,
    DIFFERENCE,
    COUNT,
    PLACE,
    AGAINST,
    COLUMNS
};

static const ot_column columns[COLUMNS] = {
    {.id = "check", .title = "check", .kind = OT_COLUMN_TEXT},
    {.id = "reporter", .title = "reporter", .kind = OT_COLUMN_TEXT},
    {.id = "partner", .title = "partner", .kind = OT_COLUMN_TEXT},
    {.id = "flow", .title = "flow", .kind = OT_COLUMN_TEXT},
    {.id = "commodity", .title = "commodity", .kind = OT_COLUMN_TEXT},
    {.id = "basis", .title = "basis", .kind = OT_COLUMN_TEXT},
    {.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT},
    {.id = "period", .title = "period", .kind = OT_COLUMN_PERIOD},
    {.id = "stated", .title = "stated", .kind = OT_COLUMN_COUNT},
    {.id = "computed", .title = "computed", .kind = OT_COLUMN_COUNT},
    {.id = "difference", .title = "difference", .kind = OT_COLUMN_COUNT},
    {.id = "count", .title = "count", .kind = OT_COLUMN_COUNT},
    {.id = "place", .title = "place", .kind = OT_COLUMN_TEXT},
    {.id = "against", .title = "against", .kind = OT_COLUMN_TEXT},
};

static void put_number_cell(ot_sheet *sheet, size_t column, double y)
{
    if (!isnan(y)) {
        ot_sheet_number(sheet, column, y, ot_interval_none());
    }
}

static void put_place_cell(ot_sheet *sheet, size_t column,
                           const ot_place *place)
{
    ot_buf text = {0};

    if (place->path != NULL) {
        ot__buf_format(&text, "%s:%ld", place->path, place->line);
        ot_sheet_text(sheet, column, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

static void put_row(ot_sheet *sheet, const ot_panel *panel,
                    const ot_discrepancy *d)
{
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, CHECK, ot_inspect_name(d->code));
    ot_sheet_text(sheet, REPORTER, ot_panel_area_code(panel, d->reporter));
    ot_sheet_text(sheet, PARTNER, ot_panel_area_code(panel, d->partner));
    ot_sheet_text(sheet, FLOW, ot_flow_at(d->flow)->name);
    ot_sheet_text(sheet, COMMODITY, d->commodity);
    ot_sheet_text(sheet, BASIS, d->basis);
    ot_sheet_text(sheet, UNIT, d->unit.code);
    ot_sheet_period(sheet, PERIOD, d->period);
    put_number_cell(sheet, STATED, d->stated);
    put_number_cell(sheet, COMPUTED, d->computed);
    put_number_cell(sheet, DIFFERENCE, d->difference);
    put_number_cell(sheet, COUNT, (double)d->count);
    put_place_cell(sheet, PLACE, &d->place);
    put_place_cell(sheet, AGAINST, &d->other);
}

static ot_status append_discrepancies(ot_sheet *sheet, const ot_panel *panel,
                                      const ot_inspection *found, ot_error *err)
{
    ot_sheet *rows = ot_sheet_new("discrepancies", columns, COLUMNS);

    if (rows == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (int i = 0; i < OT_INSPECT_CODE_COUNT; i++) {
        const ot_inspected *check = &found->check[i];
        for (size_t k = 0; k < check->rows; k++) {
            put_row(rows, panel, &check->row[k]);
        }
    }
    ot_sheet_append(sheet, rows);
    return OT_OK;
}

// How often each check could be made, and how often it failed.
static ot_status append_counts(ot_sheet *sheet, const ot_inspection *found,
                               ot_error *err)
{
    static const ot_column counts[] = {
        {.id = "check", .title = "check", .kind = OT_COLUMN_TEXT},
        {.id = "checked", .title = "checked", .kind = OT_COLUMN_COUNT},
        {.id = "failed", .title = "failed", .kind = OT_COLUMN_COUNT},
    };
    ot_sheet *rows = ot_sheet_new("checks", counts, 3);

    if (rows == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (int i = 0; i < OT_INSPECT_CODE_COUNT; i++) {
        const ot_inspected *check = &found->check[i];
        if (check->tested > 0) {
            ot_sheet_row(rows);
            ot_sheet_text(rows, 0, ot_inspect_name((ot_inspect_code)i));
            put_number_cell(rows, 1, (double)check->tested);
            put_number_cell(rows, 2, (double)check->failed);
        }
    }
    ot_sheet_append(sheet, rows);
    return OT_OK;
}

// ---- the whole -------------------------------------------------------------

ot_status info_checks(ot_sheet *sheet, const ot_panel *panel,
                      const common_args *args, ot_error *err)
{
    ot_inspection *found = NULL;
    ot_status status = ot_panel_inspect(panel, &found, err);

    if (status != OT_OK) {
        return status;
    }
    if (anything(found)) {
        ot_sheet_note(sheet, "Checks:");
        put_passed(sheet, found);
    }
    for (int i = 0; i < OT_INSPECT_CODE_COUNT; i++) {
        if (found->check[i].failed > 0) {
            put_failed(sheet, panel, &found->check[i], (ot_inspect_code)i,
                       args->explain);
        }
    }
    if (args->format != NULL && strcmp(args->format, "json") == 0) {
        status = append_counts(sheet, found, err);
        if (status == OT_OK) {
            status = append_discrepancies(sheet, panel, found, err);
        }
    }
    ot_inspection_free(found);
    return status;
}
