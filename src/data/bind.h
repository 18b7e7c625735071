// SPDX-License-Identifier: GPL-3.0-or-later
// bind.h - what the files that make a plan share.
#ifndef OT_DATA_BIND_H
#define OT_DATA_BIND_H

#include "data/layout.h"
#include "data/when.h"

typedef struct ot_binder {
    const ot_spec *spec;
    const ot_grid *grid;
    size_t header, rows; // rows of the grid that are the header
    int year_start;
    ot_plan *plan;
    ot_caption above; // what the titles say
    ot_error *err;
} ot_binder;

// Whether a name is what a reference means: "NAME", "NAME*", "*NAME".
bool ot__name_fits(ot_str name, ot_str ref);
// Looks once for what several layouts ask of rows.
void ot__grid_look(ot_grid *grid);
// How many rows a layout's header has.
size_t ot__header_rows(const ot_spec *spec);

ot_status ot__unknown_role(const char *option, ot_str name, ot_error *err);
// "--map: there is no column 'x'; did you mean y?"
ot_status ot__no_column(const ot_binder *b, ot_str name);
// "role=TEXT" into say[]. OT_E_USAGE: no role
ot_status ot__say_item(ot_str item, ot_str say[], const char *option,
                       ot_error *err);

// The columns of figures, by the layout's lines for a measure.
ot_status ot__bind_values(ot_binder *b, ot_dimension measure);
// The column of `map value=`.
void ot__add_value(ot_binder *b, int field);
// What a caption says goes to its column, where nothing is said yet.
void ot__take_caption(ot_value_column *v, const ot_caption *c);

#endif
