// SPDX-License-Identifier: GPL-3.0-or-later
// layout.h - which column of a file is what: layouts are texts (see spec.h),
// plans are what readers know.
//
// The layouts that the program knows stand in datasets/layouts, a file each,
// and are embedded by the build. To add one is a file.
#ifndef OT_DATA_LAYOUT_H
#define OT_DATA_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/caption.h"
#include "data/grid.h"
#include "data/spec.h"
#include "outturn/panel.h"

// What a column can say. The names are those of --map, --set and of the
// canonical header.
typedef enum ot_role {
    OT_ROLE_REPORTER = 0,
    OT_ROLE_PARTNER,
    OT_ROLE_FLOW,
    OT_ROLE_COMMODITY,
    OT_ROLE_CLASSIFICATION,
    OT_ROLE_BASIS,
    OT_ROLE_PERIOD,
    OT_ROLE_YEAR,
    OT_ROLE_MONTH,
    OT_ROLE_SPAN, // "month": the period is itself; "todate": it ends there
    OT_ROLE_VALUE,
    OT_ROLE_UNIT,
    OT_ROLE_VINTAGE,
    OT_ROLE_STATUS,
    OT_ROLE_ROWS,      // how many rows a figure is the sum of
    OT_ROLE_INDICATOR, // tells amounts from rates, shares, counts
    // Breakdowns: a row is a total or a part of each.
    OT_ROLE_PARTNER2,
    OT_ROLE_CUSTOMS,
    OT_ROLE_MODE,
    OT_ROLE_SUPPLY,
    OT_ROLES
} ot_role;

#define OT_BREAKDOWN_FIRST OT_ROLE_PARTNER2

const char *ot__role_name(ot_role role);
// The role of a name, or OT_ROLES.
ot_role ot__role_find(ot_str name);
// Columns by what they are usually called ("trade_value" is a value): the role
// a name suggests, or OT_ROLES.
ot_role ot__role_guess(ot_str name);

#define OT_PLAN_FIELDS 8192 // columns a header may have
#define OT_PLAN_RULES  32   // headings that say something

// A column of figures, and what its caption says of them beyond its row.
typedef struct ot_value_column {
    int field;
    ot_str say[OT_ROLES]; // borrowed or in `unit`; at NULL: not said
    ot_period period;     // months 0: not said
    int month, months;    // a part of the row's year; months 0: not said
    char unit[32];
} ot_value_column;

// A row without figures whose text holds `text` ("*": any): what it says holds
// for the rows below, until the next such row.
typedef struct ot_heading_rule {
    ot_str text;
    ot_str say[OT_ROLES];
    bool skip; // the rows below are not read
} ot_heading_rule;

// How the records of one file are to be understood. field[role] is the field
// that says it (from 0), or -1; then set[role] is its constant text, which may
// be {NULL, 0}: not said at all. Texts are borrowed from the spec and the grid.
typedef struct ot_plan {
    char layout[48];
    int field[OT_ROLES];
    ot_str set[OT_ROLES];
    ot_value_column *value; // owned
    size_t values;
    ot_heading_rule rule[OT_PLAN_RULES];
    size_t rules;
    size_t names;     // fields of the header
    size_t needed;    // a record needs at least this many fields
    long header_line; // the last line of the header
    size_t titles;    // records above it
    unsigned carry;   // roles (bits) that an empty field repeats
    char decimal;     // '.' or ','
    bool trailing;    // one empty field more than names is usual
    bool ragged;      // records may be shorter: what is missing is empty
    bool wide;        // figures stand across: rows without any are headings
    bool zero_unpublished; // a month in which all are 0 is not published
    bool note_digits;      // "75,32)": a note's number is glued to a figure
    bool labels;           // commodities are labels with a code: "27-Fuels"
    bool list;             // no figures: codes and names
    char codes[16];        // scheme of area codes; "": those of the table
} ot_plan;

void ot__plan_free(ot_plan *plan);

// The layouts embedded, in order of their names.
size_t ot__layout_count(void);
const char *ot__layout_text(size_t i);
// Reads layout i, which cannot fail.
void ot__layout_spec(size_t i, ot_spec *spec);

// Why a layout was chosen.
typedef struct ot_choice {
    char layout[48];
    char runner_up[48]; // "": none
    int sure, next;     // their scores
} ot_choice;

// Chooses a layout for the first records of a file, adds the options' lines to
// it, binds it. The grid and the spec must outlive the plan; free that with
// ot__plan_free. *map and *set: what to add to the options to make the file
// readable, when it is not.
//
// OT_E_USAGE  --layout, --map or --set name something that does not exist
// OT_E_DATA   no layout fits: says which columns there are and what to write;
//             or not trade data
ot_status ot__plan(ot_grid *grid, const ot_read_options *options, ot_spec *spec,
                   ot_plan *plan, ot_choice *choice, ot_buf *map, ot_buf *set,
                   ot_error *err);

// What must be known of a file before its first record: by the options, else
// by the layout that they name.
typedef struct ot_form {
    char delimiter;    // 0: detect
    char encoding[48]; // "": detect
} ot_form;

// OT_E_USAGE, OT_E_SYNTAX: there is no such layout; it cannot be read
ot_status ot__layout_form(const ot_read_options *options, ot_form *form,
                          ot_error *err);

// How each column is used, a line each.
void ot__plan_explain(const ot_grid *grid, const ot_plan *plan, ot_buf *out);
// A spec as the lines of a layout file.
void ot__spec_write(const ot_spec *spec, ot_buf *out);

// ---- within this folder ----------------------------------------------------

// Where a spec finds its header in a grid: the first of its rows, or -1.
// *score: how much of what it looks for is there.
int ot__header_row(const ot_spec *spec, const ot_grid *grid, int *score);

// Binds a spec whose header starts at row `header`.
ot_status ot__bind(const ot_spec *spec, const ot_grid *grid, size_t header,
                   const ot_read_options *options, ot_plan *plan,
                   ot_error *err);

// Adds lines to a spec for a file of no known layout, by the names of its
// columns. false: they do not say enough.
bool ot__guess(const ot_grid *grid, const ot_read_options *options,
               ot_spec *spec, size_t *header);
// What the options could say, by what stands in the columns.
void ot__advise(const ot_grid *grid, ot_buf *advice);
// Why a file is no trade data; {0} text when it might be some.
const char *ot__not_trade(const ot_grid *grid, ot_buf *columns);

// A column by its name in the rows of a header: "NAME", "NAME*", "*NAME",
// "A|B" (the first there is), "@3" (the third). -1: there is none.
int ot__column_find(const ot_grid *grid, size_t header, size_t rows,
                    ot_str ref);

#endif
