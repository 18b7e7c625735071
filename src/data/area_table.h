// SPDX-License-Identifier: GPL-3.0-or-later
// area_table.h - the form of the table of areas that the build makes of
// datasets/codes/areas.csv (see gen/areas.c).
#ifndef OT_DATA_AREA_TABLE_H
#define OT_DATA_AREA_TABLE_H

#include "outturn/area.h"

#define OT_AREA_SLOTS 16384u // a power of two, more than twice the keys

typedef struct ot_area_row {
    const char *code, *iso2, *name;
    ot_area_kind kind;
    int16_t from, to; // years, 0: open
} ot_area_row;

typedef struct ot_area_key {
    const char *folded;
    ot_area area;
} ot_area_key;

// A code of a scheme of its own, in order of scheme and code.
typedef struct ot_area_scheme_row {
    const char *scheme, *code;
    ot_area area;
} ot_area_scheme_row;

// A country's time in a group: months as in period.h; to: INT32_MAX, still.
typedef struct ot_area_member_row {
    ot_area group, member;
    int32_t from, to;
} ot_area_member_row;

extern const ot_area_scheme_row ot__area_codes[];
extern const size_t ot__area_code_count;
extern const ot_area_member_row ot__area_members[];
extern const size_t ot__area_member_count;
extern const ot_area_row ot__area_rows[]; // row 0 is "none"
extern const size_t ot__area_count;
extern const ot_area ot__area_numbers[1000]; // by M49 or Comtrade number
extern const ot_area_key ot__area_keys[];    // [0] is not used
extern const uint16_t ot__area_slots[OT_AREA_SLOTS]; // keys by hash; 0: free
extern const char *const ot__area_spellings[];       // names and aliases
extern const size_t ot__area_spelling_count;

#endif
