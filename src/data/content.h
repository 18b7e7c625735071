// SPDX-License-Identifier: GPL-3.0-or-later
// content.h - what stands in the columns of an unknown file.
#ifndef OT_DATA_CONTENT_H
#define OT_DATA_CONTENT_H

#include "data/layout.h"

// How many of the first rows below a header hold what, in one column.
typedef struct ot_content {
    size_t rows, areas, periods, numbers, flows, years, months;
} ot_content;

ot_content ot__look_down(const ot_grid *grid, size_t below, size_t field);
// Whether a part is most of the rows.
bool ot__most(size_t part, const ot_content *c);
// A number with a point or a comma.
bool ot__is_number(ot_str text);
// Whether a column's name is that of a code, which is a number but no value.
bool ot__names_code(ot_str name);
// A column as the line of a layout refers to it, in out[size]; returns out.
char *ot__refer(const ot_grid *grid, size_t header, size_t field, char out[],
                size_t size);

#endif
