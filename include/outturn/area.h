// SPDX-License-Identifier: GPL-3.0-or-later
// area.h - countries, groups, the world and what is allocated to neither.
#ifndef OUTTURN_AREA_H
#define OUTTURN_AREA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_area_kind {
    OT_AREA_COUNTRY = 0,
    OT_AREA_GROUP, // EU27, CIS, EAEU: a sum of countries
    OT_AREA_WORLD,
    OT_AREA_UNALLOCATED // areas nes, bunkers, free zones, special categories
} ot_area_kind;

// An index into the embedded table (datasets/codes/areas.csv), sorted by code;
// 0 is "none". Areas a file names that the table does not know get numbers from
// ot_area_count() on; their code is kept by the panel that read them.
typedef uint16_t ot_area;
#define OT_AREA_NONE 0

// ISO-2, ISO-3, M49, Comtrade number ("51", "051", "842", "699"), a name or
// alias in English ("Russia", "Russian Federation", "USA", "World") or a name
// in Russian, French, Spanish, Portuguese, German or Uzbek. Case, accents and
// punctuation do not matter, nor do "the", "of" and "and"; "St.", "Rep.",
// "Dem." and "Isds" may be short. UTF-8. OT_AREA_NONE: not known.
OT_API ot_area ot_area_find(const char *text, size_t n);
// A code of a scheme that a file states: "census" (US Census Bureau, 4 digits:
// 1220 Canada), "comexstat" (Brazil, 3 digits: 160 China), "m49" (numbers of
// the UN, Comtrade and BACI), "iso" (two or three letters). Lost leading zeros
// do not matter. OT_AREA_NONE: not known in that scheme.
OT_API ot_area ot_area_find_in(const char *scheme, const char *text, size_t n);
OT_API size_t ot_area_count(void);             // rows, "none" included
OT_API const char *ot_area_code(ot_area area); // ISO-3, "WLD", "X.." for others
OT_API const char *ot_area_iso2(ot_area area); // "" where there is none
OT_API const char *ot_area_name(ot_area area); // short English name: "Russia"
OT_API ot_area_kind ot_area_kind_of(ot_area area);
// Years for which there are statistics under this name; 0: not bounded.
OT_API int ot_area_first_year(ot_area area);
OT_API int ot_area_last_year(ot_area area);
// Whether a year lies in those years; true for areas that the table does not
// know. A figure outside them stands under a name that another country had.
OT_API bool ot_area_existed(ot_area area, int year);

// ---- who belonged to a group when (datasets/codes/groups.csv) ---------------

// Whether an area belonged to a group in a month (as in period.h). EU27, EU28,
// EU15, EA19, EA20 are compositions, the same in every month; EUV is the
// European Union as it was, EA the euro area as it was. False for a group
// whose members are not known, such as ASIA.
OT_API bool ot_area_member(ot_area group, ot_area area, int32_t month);
// The members in a month, in order of code: returns how many there are and
// sets the first `room` of them. members may be NULL when room is 0.
OT_API size_t ot_area_members(ot_area group, int32_t month, ot_area members[],
                              size_t room);
// The groups whose members are known, in order of code; i < count.
OT_API size_t ot_area_group_count(void);
OT_API ot_area ot_area_group_at(size_t i);

// The nearest known name to a mistyped one, or NULL.
OT_API const char *ot_area_suggest(const char *text);

#ifdef __cplusplus
}
#endif
#endif
