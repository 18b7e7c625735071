// SPDX-License-Identifier: GPL-3.0-or-later
// area.c - finding areas in the table that the build embeds.
#include "outturn/area.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "data/area_table.h"
#include "data/fold.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

// One to three digits: *number. M49 numbers may have leading zeros; four digits
// are some other scheme's.
static bool read_number(const char *text, size_t n, unsigned *number)
{
    *number = 0;
    if (n == 0 || n > 3) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        *number = *number * 10 + (unsigned)(text[i] - '0');
    }
    return true;
}

static ot_area find_name(const char *text, size_t n)
{
    char folded[OT_FOLD_SIZE];
    const size_t length = ot__fold(text, n, folded);
    size_t slot = ot__fold_hash(folded, length) % OT_AREA_SLOTS;

    if (length == 0) {
        return OT_AREA_NONE;
    }
    for (; ot__area_slots[slot] != 0; slot = (slot + 1) % OT_AREA_SLOTS) {
        const ot_area_key *key = &ot__area_keys[ot__area_slots[slot]];
        if (strncmp(key->folded, folded, length) == 0 &&
            key->folded[length] == '\0') {
            return key->area;
        }
    }
    return OT_AREA_NONE;
}

// Eurostat's labels say in brackets what a name covers: "Belgium (incl.
// Luxembourg 'LU' -> 1998)", "Euro area (AT-01/1999, ...". Other brackets may
// tell two countries apart.
static bool begins_coverage(ot_str text)
{
    return ot__str_starts(text, "(incl") || ot__str_starts(text, "(excl") ||
           ot__str_starts(text, "(AT-") || ot__str_starts(text, "(AT,") ||
           ot__str_starts(text, "(=");
}

// Length of what stands before such brackets; 0: there are none.
static size_t before_coverage(const char *text, size_t n)
{
    for (size_t at = 0; at < n; at++) {
        if (text[at] == '(' && begins_coverage((ot_str){text + at, n - at})) {
            return at;
        }
    }
    return 0;
}

// "European Union (AT-01/1995, ... GB-01/1973->01/2020 ...)": the Union as it
// was at each time, not that of 27.
static ot_area covered(ot_str whole, ot_area area)
{
    const char *const code = area != OT_AREA_NONE ? ot_area_code(area) : "";

    for (size_t i = 0; strcmp(code, "EU27") == 0 && i + 2 < whole.n; i++) {
        if (memcmp(whole.at + i, "->", 2) == 0) {
            return find_name("EUV", 3);
        }
    }
    return area;
}

ot_area ot_area_find(const char *text, size_t n)
{
    unsigned number;

    while (n > 0 && is_blank(text[0])) {
        text++;
        n--;
    }
    while (n > 0 && is_blank(text[n - 1])) {
        n--;
    }
    if (read_number(text, n, &number)) {
        return ot__area_numbers[number];
    }
    const ot_area area = n > 0 ? find_name(text, n) : OT_AREA_NONE;
    if (area != OT_AREA_NONE) {
        return area;
    }
    const ot_str whole = {text, n};
    n = before_coverage(text, n);
    return n > 0 ? covered(whole, find_name(text, n)) : OT_AREA_NONE;
}

size_t ot_area_count(void)
{
    return ot__area_count;
}

static const ot_area_row *row_of(ot_area area)
{
    assert(area < ot__area_count);
    return &ot__area_rows[area];
}

const char *ot_area_code(ot_area area)
{
    return row_of(area)->code;
}

const char *ot_area_iso2(ot_area area)
{
    return row_of(area)->iso2;
}

const char *ot_area_name(ot_area area)
{
    return row_of(area)->name;
}

ot_area_kind ot_area_kind_of(ot_area area)
{
    return row_of(area)->kind;
}

int ot_area_first_year(ot_area area)
{
    return row_of(area)->from;
}

int ot_area_last_year(ot_area area)
{
    return row_of(area)->to;
}

const char *ot_area_suggest(const char *text)
{
    const size_t count = ot__area_spelling_count;
    const size_t nearest = ot__nearest(text, ot__area_spellings, count);

    return nearest < count ? ot__area_spellings[nearest] : NULL;
}
