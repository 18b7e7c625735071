// SPDX-License-Identifier: GPL-3.0-or-later
// info_checks.c - what the figures say of each other, in words.

#include <string.h>

#include "cli/info.h"

// "Armenia with Russia, import of 27, 2024-01"
static void put_about(ot_buf *line, const ot_panel *panel,
                      const ot_inspection *o)
{
    char text[64];

    ot__buf_format(
        line, "%s with %s, %s", ot_panel_area_name(panel, o->reporter),
        ot_panel_area_name(panel, o->partner), ot_flow_at(o->flow)->name);
    if (strcmp(o->commodity, "TOTAL") != 0) {
        ot__buf_format(line, " of %.60s", o->commodity);
    }
    ot__buf_format(line, ", %s", ot_period_text(o->period, text));
}

static void put_amount(ot_buf *line, double y, ot_unit unit)
{
    char number[OT_NUMBER_SIZE], text[32];
    const double size = y < 0 ? -y : y;

    unit.scale = (signed char)(size >= 1e9   ? 9
                               : size >= 1e6 ? 6
                               : size >= 1e3 ? 3
                                             : 0);
    for (int i = 0; i < unit.scale; i++) {
        y /= 10;
    }
    ot__buf_format(line, "%s %s", ot_unit_text(unit, text),
                   ot__figures(number, y, 5));
}

// What the two numbers of a worst case are, in words.
static const struct {
    const char *stated, *computed;
    bool counts; // they are no amounts
} meanings[OT_INSPECTIONS] = {
    [OT_INSPECT_MONTHS] = {"stated", "the parts add up to", false},
    [OT_INSPECT_PARTNERS] = {"World", "partners", false},
    [OT_INSPECT_CODES] = {"stated", "the codes below it", false},
    [OT_INSPECT_BALANCE] = {"stated", "exports less imports", false},
    [OT_INSPECT_TURNOVER] = {"stated", "exports and imports", false},
    [OT_INSPECT_REEXPORT] = {"re-exports", "exports", false},
    [OT_INSPECT_TO_DATE] = {"to date", "before it", false},
    [OT_INSPECT_LABELS] = {"the part", "the whole", false},
    [OT_INSPECT_HOLES] = {"", "months missing", true},
    [OT_INSPECT_JUMPS] = {"that month", "the one before", false},
    [OT_INSPECT_YEARS] = {"", "figures outside them", true},
};

static void put_worst(ot_buf *line, const ot_panel *panel, ot_inspect what,
                      const ot_inspection *o)
{
    ot__buf_text(line, o->failed + o->left > 1 ? "; the largest: " : ": ");
    put_about(line, panel, o);
    if (meanings[what].counts) {
        ot__buf_format(line, ": %.0f %s", o->computed, meanings[what].computed);
    } else {
        ot__buf_format(line, ": %s ", meanings[what].stated);
        put_amount(line, o->stated, o->unit);
        ot__buf_format(line, ", %s ", meanings[what].computed);
        put_amount(line, o->computed, o->unit);
    }
    if (!meanings[what].counts && what != OT_INSPECT_JUMPS &&
        what != OT_INSPECT_LABELS) {
        ot__buf_text(line, o->failed == 0 ? ", not allocated " : ", off by ");
        put_amount(line, o->stated - o->computed, o->unit);
    }
    ot__buf_format(line, " (%s:%ld)", o->place.path, o->place.line);
}

static void put_check(ot_sheet *sheet, const ot_panel *panel, ot_inspect what,
                      const ot_inspection *o)
{
    ot_buf line = {0};

    ot__buf_format(&line, "  %s: %zu of %zu agree", o->words,
                   o->checked - o->failed - o->left, o->checked);
    if (o->failed > 0) {
        ot__buf_format(&line, "; %zu DO NOT", o->failed);
    }
    if (o->left > 0) {
        ot__buf_format(&line, "; %zu leave%s a rest", o->left,
                       o->left == 1 ? "s" : "");
    }
    if (o->shown) {
        put_worst(&line, panel, what, o);
    }
    ot_sheet_note(sheet, "%s.", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

ot_status info_checks(ot_sheet *sheet, const ot_panel *panel, ot_error *err)
{
    ot_inspection found[OT_INSPECTIONS];
    const ot_status status = ot_panel_inspect(panel, found, err);
    bool any = false;

    for (int i = 0; i < OT_INSPECTIONS && status == OT_OK; i++) {
        // What every file passes is not told.
        const bool dull = (i >= OT_INSPECT_TO_DATE && found[i].failed == 0);
        if (found[i].checked == 0 || dull) {
            continue;
        }
        if (!any) {
            ot_sheet_note(sheet, "Checks:");
            any = true;
        }
        put_check(sheet, panel, (ot_inspect)i, &found[i]);
    }
    return status;
}

enum { CHECK, CHECKED, FAILED, LEFT, STATED, COMPUTED, UNIT, PLACE, COLUMNS };

static const ot_column columns[COLUMNS] = {
    {.id = "check", .title = "check", .kind = OT_COLUMN_TEXT},
    {.id = "checked", .title = "checked", .kind = OT_COLUMN_COUNT},
    {.id = "failed", .title = "failed", .kind = OT_COLUMN_COUNT},
    {.id = "left", .title = "left", .kind = OT_COLUMN_COUNT},
    {.id = "stated", .title = "stated", .kind = OT_COLUMN_COUNT},
    {.id = "computed", .title = "computed", .kind = OT_COLUMN_COUNT},
    {.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT},
    {.id = "place", .title = "place", .kind = OT_COLUMN_TEXT},
};

static void put_row(ot_sheet *sheet, const ot_inspection *o)
{
    ot_buf place = {0};
    char unit[32];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, CHECK, o->words);
    ot_sheet_number(sheet, CHECKED, (double)o->checked, ot_interval_none());
    ot_sheet_number(sheet, FAILED, (double)o->failed, ot_interval_none());
    ot_sheet_number(sheet, LEFT, (double)o->left, ot_interval_none());
    if (o->shown) {
        ot_sheet_number(sheet, STATED, o->stated, ot_interval_none());
        ot_sheet_number(sheet, COMPUTED, o->computed, ot_interval_none());
        ot_sheet_text(sheet, UNIT, ot_unit_text(o->unit, unit));
        ot__buf_format(&place, "%s:%ld", o->place.path, o->place.line);
        ot_sheet_text(sheet, PLACE, ot__buf_cstr(&place));
        ot__buf_free(&place);
    }
}

ot_status info_check_rows(ot_sheet *sheet, const ot_panel *panel, ot_error *err)
{
    ot_inspection found[OT_INSPECTIONS];
    const ot_status status = ot_panel_inspect(panel, found, err);
    ot_sheet *checks =
        status == OT_OK ? ot_sheet_new("checks", columns, COLUMNS) : NULL;

    if (status == OT_OK && checks == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (int i = 0; i < OT_INSPECTIONS && status == OT_OK; i++) {
        if (found[i].checked > 0) {
            put_row(checks, &found[i]);
        }
    }
    if (checks != NULL) {
        ot_sheet_append(sheet, checks);
    }
    return status;
}
