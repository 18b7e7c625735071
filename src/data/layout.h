// SPDX-License-Identifier: GPL-3.0-or-later
// layout.h - which column of a file is what: layouts detect and bind, plans are
// what readers know.
//
// A layout is a row of the table in layouts.c. To add one is a file and a line.
#ifndef OT_DATA_LAYOUT_H
#define OT_DATA_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
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
    OT_ROLE_VALUE,
    OT_ROLE_UNIT,
    OT_ROLE_VINTAGE,
    OT_ROLE_STATUS,
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

#define OT_PLAN_FIELDS 1024 // columns a header may have

// How the records of one file are to be understood. field[role] is the field
// that says it (from 0), or -1; then set[role] is its constant text, which may
// be NULL: not said at all.
typedef struct ot_plan {
    const char *layout;
    int field[OT_ROLES];
    ot_str set[OT_ROLES];    // borrowed
    size_t names;            // fields of the header
    size_t needed;           // a record needs at least this many fields
    bool trailing_delimiter; // one empty field more than names is usual
} ot_plan;

// A header: its names, trimmed; borrowed.
typedef struct ot_header {
    const ot_str *name;
    size_t n;
} ot_header;

// The field of a name, in any case; -1: there is none.
int ot__header_find(ot_header header, const char *name);

typedef struct ot_layout {
    const char *name;
    const char *summary;
    const char *source; // whose it is
    // How sure the layout is that the header is its own: 0 (not) to 100.
    int (*detect)(ot_header header);
    // Fills plan (set[] and field[] hold what the options said already).
    ot_status (*bind)(ot_header header, const ot_read_options *options,
                      ot_plan *plan, ot_error *err);
} ot_layout;

size_t ot__layout_count(void);
const ot_layout *ot__layout_at(size_t i);

extern const ot_layout ot__layout_canonical, ot__layout_comtrade,
    ot__layout_tidy;

// Chooses a layout for a header and binds it.
// OT_E_USAGE  --layout, --map or --set name something that does not exist
// OT_E_DATA   no layout fits: says which columns there are and what to write
ot_status ot__plan(ot_header header, const ot_read_options *options,
                   ot_plan *plan, ot_error *err);

// Columns by what they are usually called ("trade_value" is a value): the role
// a name suggests, or OT_ROLES.
ot_role ot__role_guess(ot_str name);

#endif
