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
static const char *const coverage[] = {"(incl", "(excl", "(AT-", "(AT,", "(="};

enum { INCL, EXCL, DATED, COVERAGES = 5 };

static ot_area find_covered(const char *text, size_t n)
{
    size_t at = 0, kind = COVERAGES;

    for (; at < n && kind == COVERAGES; at++) {
        const ot_str rest = {text + at, n - at};
        for (kind = 0; kind < COVERAGES; kind++) {
            if (ot__str_starts(rest, coverage[kind])) {
                break;
            }
        }
    }
    const ot_area area =
        kind < COVERAGES ? find_name(text, at - 1) : OT_AREA_NONE;
    if (kind <= EXCL && ot_area_kind_of(area) != OT_AREA_COUNTRY) {
        return OT_AREA_NONE; // a group less a part is another group
    }
    // Each member with its time: the Union as it was.
    return kind == DATED && area == find_name("EU27", 4) ? find_name("EUV", 3)
                                                         : area;
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
    return area != OT_AREA_NONE ? area : find_covered(text, n);
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

bool ot_area_existed(ot_area area, int year)
{
    if (area >= ot__area_count) {
        return true;
    }
    const ot_area_row *row = row_of(area);
    return year >= row->from && (row->to == 0 || year <= row->to);
}

const char *ot_area_suggest(const char *text)
{
    const size_t count = ot__area_spelling_count;
    const size_t nearest = ot__nearest(text, ot__area_spellings, count);

    return nearest < count ? ot__area_spellings[nearest] : NULL;
}
