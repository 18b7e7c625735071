// SPDX-License-Identifier: GPL-3.0-or-later
// area_label.c - areas by what stands in files: codes of other schemes, names
// with notes, with formal words behind a comma, with a code in front.
#include "data/area_label.h"

#include <string.h>

#include "data/area_table.h"

// ---- schemes ---------------------------------------------------------------

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

ot_area ot__area_code_in(const char *scheme, ot_str code)
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

// ---- labels ----------------------------------------------------------------

static ot_area find(ot_str s)
{
    s = ot__str_trim(s);
    return s.n > 0 ? ot_area_find(s.at, s.n) : OT_AREA_NONE;
}

// The last place of a character; s.n: there is none.
static size_t last_of(ot_str s, char c)
{
    for (size_t i = s.n; i-- > 0;) {
        if (s.at[i] == c) {
            return i;
        }
    }
    return s.n;
}

static size_t first_of(ot_str s, const char *what)
{
    const size_t n = strlen(what);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (memcmp(s.at + i, what, n) == 0) {
            return i;
        }
    }
    return s.n;
}

// "Total EU27 [note 3]", "Germany [DE]": without the brackets, or by what they
// hold.
static ot_area with_brackets(ot_str s)
{
    const size_t at = last_of(s, '[');

    if (s.n == 0 || s.at[s.n - 1] != ']' || at == s.n) {
        return OT_AREA_NONE;
    }
    const ot_area area = find((ot_str){s.at, at});
    return area != OT_AREA_NONE ? area
                                : find((ot_str){s.at + at + 1, s.n - at - 2});
}

// "Georgia*", "Serbia1)", "Cyprus (2)": without a note's mark.
static ot_area with_note(ot_str s)
{
    static const char marks[] = "*)(0123456789 ";
    size_t n = s.n;

    while (n > 0 && memchr(marks, s.at[n - 1], sizeof marks - 1) != NULL) {
        n--;
    }
    return n > 3 && n < s.n ? find((ot_str){s.at, n}) : OT_AREA_NONE;
}

// "DE-Germany", "842:USA", "AM - Armenia": by the name, which must agree with
// the code where both are known.
static ot_area with_code(ot_str s)
{
    static const char *const marks[] = {" - ", ": ", "-", ":"};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const size_t at = first_of(s, marks[i]);
        if (at == s.n || at == 0 || at > 12) {
            continue;
        }
        const size_t behind = at + strlen(marks[i]);
        const ot_area code = find((ot_str){s.at, at});
        const ot_area name = find((ot_str){s.at + behind, s.n - behind});
        if (name != OT_AREA_NONE && (code == name || code == OT_AREA_NONE)) {
            return name;
        }
    }
    return OT_AREA_NONE;
}

static bool is_formal(ot_str word)
{
    static const char *const words[] = {
        "rep.",         "rep",           "republic",    "of",
        "the",          "kingdom",       "islamic",     "state",
        "union",        "federal",       "arab",        "dem.",
        "people's",     "peoples",       "de",          "commonwealth",
        "principality", "democratic",    "netherlands", "sultanate",
        "republic",     "plurinational", "united",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_same(word, words[i])) {
            return true;
        }
    }
    return false;
}

// Countries that what stands behind the comma tells apart.
static bool is_divided(ot_str name)
{
    static const char *const names[] = {
        "Congo",   "Korea", "Yemen",          "Viet Nam",   "Vietnam",
        "Germany", "China", "Virgin Islands", "Micronesia", "Guinea",
        "Samoa",   "Sudan", "Macedonia",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (ot__str_same(name, names[i])) {
            return true;
        }
    }
    return false;
}

// "Armenia, Rep. of", "Aruba, Kingdom of the Netherlands".
static ot_area with_form(ot_str s)
{
    const size_t at = first_of(s, ",");
    ot_str rest = {s.at + at, s.n - at};
    const ot_str name = ot__str_trim((ot_str){s.at, at});

    if (at == s.n || is_divided(name)) {
        return OT_AREA_NONE;
    }
    rest = ot__str_trim((ot_str){rest.at + 1, rest.n - 1});
    while (rest.n > 0) {
        const ot_str word = ot__str_cut(&rest, ' ');
        if (word.n > 0 && !is_formal(word)) {
            return OT_AREA_NONE;
        }
    }
    return find(name);
}

// "Russian Federation (Russia)", "European Union - 27 countries (AT, BE ...)":
// without what stands in brackets, unless that tells two areas apart.
static ot_area with_remark(ot_str s)
{
    const size_t at = first_of(s, " (");

    if (at == s.n || s.at[s.n - 1] != ')' ||
        is_divided(ot__str_trim((ot_str){s.at, at}))) {
        return OT_AREA_NONE;
    }
    return find((ot_str){s.at, at});
}

ot_area ot__area_label(ot_str text)
{
    static ot_area (*const ways[])(ot_str) = {
        find, with_brackets, with_form, with_code, with_note, with_remark,
    };
    const ot_str s = ot__str_trim(text);
    ot_area area = OT_AREA_NONE;

    for (size_t i = 0;
         i < sizeof ways / sizeof ways[0] && s.n > 0 && area == OT_AREA_NONE;
         i++) {
        area = ways[i](s);
    }
    return area;
}

// ---- groups ----------------------------------------------------------------

bool ot_area_member(ot_area group, ot_area area, int32_t month)
{
    for (size_t i = 0; i < ot__area_member_count; i++) {
        const ot_area_member_row *m = &ot__area_members[i];
        if (m->group == group && m->member == area && m->from <= month &&
            month <= m->to) {
            return true;
        }
    }
    return false;
}
