// SPDX-License-Identifier: GPL-3.0-or-later
// out_json.c - sheets as one JSON object. This file and check_sarif.c alone
// know json-c.
//
//     {"schema": 1, "command": "growth", "selection": {...},
//      "rows": [{"period": "2024", "value": {"number": 12401.6, "lo": ...,
//      "hi": ..., "unit": "USD million", "formula": "..."}, ...}], "notes":
//      [...]}
//
// Numbers are written by us as their shortest text that reads back the same;
// json-c would go through printf, which follows the host's locale.

#include <math.h>

#include <json-c/json.h>

#include "cli/out.h"

static void add(json_object *to, const char *key, json_object *value)
{
    if (value != NULL) {
        json_object_object_add(to, key, value);
    }
}

static json_object *number(double x)
{
    char text[OT_NUMBER_SIZE];

    if (!isfinite(x)) {
        return NULL;
    }
    return json_object_new_double_s(x, ot__shortest(text, x));
}

static json_object *number_cell(const common_args *args, const ot_cell *cell,
                                const ot_column *column)
{
    const double factor = out_machine_factor(args, column);
    const bool open = !ot_interval_is_none(cell->range);
    char unit[32];
    json_object *o = json_object_new_object();

    add(o, "number", number(cell->number / factor));
    add(o, "lo", number((open ? cell->range.lo : cell->number) / factor));
    add(o, "hi", number((open ? cell->range.hi : cell->number) / factor));
    out_machine_unit(unit, args, column);
    if (unit[0] != '\0') {
        add(o, "unit", json_object_new_string(unit));
    }
    if (cell->formula != NULL) {
        add(o, "formula", json_object_new_string(cell->formula));
    }
    return o;
}

static json_object *cell_object(const common_args *args, const ot_cell *cell,
                                const ot_column *column)
{
    char text[64];

    switch (cell->kind) {
    case OT_CELL_NUMBER:
        if (column->kind == OT_COLUMN_COUNT) {
            return number(cell->number);
        }
        return number_cell(args, cell, column);
    case OT_CELL_PERIOD:
        return json_object_new_string(ot_period_text(cell->period, text));
    case OT_CELL_TEXT:
        return json_object_new_string(cell->text);
    default:
        break;
    }
    if (cell->text == NULL) {
        return NULL;
    }
    json_object *o = json_object_new_object();
    json_object_object_add(o, "number", NULL);
    add(o, "why", json_object_new_string(cell->text));
    return o;
}

static json_object *rows(const common_args *args, const ot_sheet *sheet)
{
    json_object *list = json_object_new_array();

    for (size_t r = 0; r < ot_sheet_rows(sheet); r++) {
        json_object *row = json_object_new_object();
        for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
            const ot_column *column = ot_sheet_column(sheet, c);
            add(row, column->id,
                cell_object(args, ot_sheet_cell(sheet, r, c), column));
        }
        json_object_array_add(list, row);
    }
    return list;
}

static void add_lines(json_object *list, const ot_sheet *sheet,
                      ot_sheet_part part)
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, part, i)) != NULL; i++) {
        json_object_array_add(list, json_object_new_string(line));
    }
}

static json_object *facts(const ot_sheet *sheet)
{
    json_object *o = json_object_new_object();
    const char *id, *text;

    for (size_t i = 0; (id = ot_sheet_fact_at(sheet, i, &text)) != NULL; i++) {
        add(o, id, json_object_new_string(text));
    }
    return o;
}

static ot_status write(const common_args *args, cli_run *cli,
                       const ot_sheet *sheet, ot_error *err)
{
    json_object *o = json_object_new_object();
    json_object *notes = json_object_new_array();
    const char *source = NULL;

    add(o, "schema", json_object_new_int(1));
    add(o, "command", json_object_new_string(cli->command));
    const char *head = ot_sheet_line(sheet, OT_SHEET_HEAD, 0);
    if (head != NULL) {
        add(o, "head", json_object_new_string(head));
    }
    add(o, "selection", facts(sheet));
    for (const ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
        if (ot_sheet_columns(s) > 0) {
            add(o, ot_sheet_name(s), rows(args, s));
        }
        add_lines(notes, s, OT_SHEET_ABOVE);
        add_lines(notes, s, OT_SHEET_NOTE);
        const char *line = ot_sheet_line(s, OT_SHEET_SOURCE, 0);
        source = line != NULL ? line : source;
    }
    add(o, "notes", notes);
    if (source != NULL) {
        add(o, "source", json_object_new_string(source));
    }
    const char *text = json_object_to_json_string_ext(
        o, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
               JSON_C_TO_STRING_NOSLASHESCAPE);
    if (text != NULL) {
        ot__buf_text(&cli->out, text);
        ot__buf_char(&cli->out, '\n');
    }
    json_object_put(o);
    return text != NULL ? OT_OK
                        : ot_fail(err, OT_E_MEMORY, NULL, "no memory for JSON");
}

const out_format out_json = {
    "json",
    "for programs: numbers with lo, hi, unit and formula; \"schema\": 1",
    write,
};
