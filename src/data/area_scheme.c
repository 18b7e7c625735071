// SPDX-License-Identifier: GPL-3.0-or-later
// area_scheme.c - codes of schemes of their own
// (datasets/codes/area-codes.csv).
#include "data/area_label.h"

#include <string.h>

#include "data/area_table.h"

static int compare(const ot_area_scheme_row *row, const char *scheme,
                   ot_str code)
{
    const int by_scheme = strcmp(row->scheme, scheme);
    const size_t n = strlen(row->code);
    const size_t least = n < code.n ? n : code.n;

    if (by_scheme != 0) {
        return by_scheme;
    }
    const int by_code = memcmp(row->code, code.at, least);
    return by_code != 0 ? by_code : (n > code.n) - (n < code.n);
}

static ot_area look_up(const char *scheme, ot_str code)
{
    size_t lo = 0, hi = ot__area_code_count;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        const int order = compare(&ot__area_codes[mid], scheme, code);
        if (order == 0) {
            return ot__area_codes[mid].area;
        }
        if (order < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return OT_AREA_NONE;
}

static bool all_digits(ot_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i] < '0' || s.at[i] > '9') {
            return false;
        }
    }
    return s.n > 0;
}

// A spreadsheet takes leading zeros off: "15" for "0015".
static ot_area look_up_padded(const char *scheme, ot_str code)
{
    char padded[] = "0000";
    ot_area area = look_up(scheme, code);

    for (size_t n = code.n + 1;
         n < sizeof padded && area == OT_AREA_NONE && all_digits(code); n++) {
        memset(padded, '0', n);
        memcpy(padded + n - code.n, code.at, code.n);
        area = look_up(scheme, (ot_str){padded, n});
    }
    return area;
}

// "ARM" and "AM", but no names and no other spellings.
static ot_area look_up_iso(ot_str code)
{
    const ot_area area = ot_area_find(code.at, code.n);

    return ot__str_same(code, ot_area_code(area)) ||
                   (code.n == 2 && ot__str_same(code, ot_area_iso2(area)))
               ? area
               : OT_AREA_NONE;
}

ot_area ot__area_code_in(const char *scheme, ot_str code)
{
    code = ot__str_trim(code);
    if (code.n == 0) {
        return OT_AREA_NONE;
    }
    if (strcmp(scheme, "m49") == 0) {
        return all_digits(code) ? ot_area_find(code.at, code.n) : OT_AREA_NONE;
    }
    return strcmp(scheme, "iso") == 0 ? look_up_iso(code)
                                      : look_up_padded(scheme, code);
}

ot_area ot_area_find_in(const char *scheme, const char *text, size_t n)
{
    return ot__area_code_in(scheme, (ot_str){text, n});
}
