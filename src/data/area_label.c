// SPDX-License-Identifier: GPL-3.0-or-later
// area_label.c - areas by what stands in files: names with notes, with a code
// in front, with words behind a comma or in brackets.
//
// Each way takes something off and asks whether the rest is known; none may
// turn one area into another. So a name has to be known by itself, and what
// stands beside it must not contradict: "Niger", "Niger (2)" and "NE-Niger"
// are NER, "Congo, the river", "EU-candidates", "Non-EU countries" and "EU 25"
// are nothing.
#include "data/area_label.h"

#include <string.h>

#define LONGEST 256 // bytes of a label that is put together anew

static ot_area find(ot_str s)
{
    return ot_area_find(s.at, s.n);
}

static ot_str head(ot_str s, size_t n)
{
    return ot__str_trim((ot_str){s.at, n});
}

static ot_str tail(ot_str s, size_t from)
{
    return ot__str_trim((ot_str){s.at + from, s.n - from});
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The place of a text; s.n: there is none.
static size_t place_of(ot_str s, const char *what)
{
    const size_t n = strlen(what);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (memcmp(s.at + i, what, n) == 0) {
            return i;
        }
    }
    return s.n;
}

static bool is_country(ot_area area)
{
    return area != OT_AREA_NONE && ot_area_kind_of(area) == OT_AREA_COUNTRY;
}

// ---- words behind a comma --------------------------------------------------

// "Egypt, Arab Rep. of", "Korea (North)": as "Arab Rep. of Egypt" and "North
// Korea" would be found.
static ot_area turned(ot_str first, ot_str second)
{
    char text[LONGEST];

    if (first.n == 0 || second.n == 0 || first.n + second.n + 1 > sizeof text) {
        return OT_AREA_NONE;
    }
    memcpy(text, second.at, second.n);
    text[second.n] = ' ';
    memcpy(text + second.n + 1, first.at, first.n);
    return find((ot_str){text, second.n + 1 + first.n});
}

static ot_area by_comma(ot_str s)
{
    const size_t at = place_of(s, ",");

    return at < s.n ? turned(head(s, at), tail(s, at + 1)) : OT_AREA_NONE;
}

static ot_area name_of(ot_str s)
{
    const ot_area area = find(s);

    return area != OT_AREA_NONE ? area : by_comma(s);
}

// ---- a code in front -------------------------------------------------------

// Capitals, digits, underscores; *digits: nothing else.
static bool is_code(ot_str s, bool *digits)
{
    *digits = true;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.at[i]) && s.at[i] != '_' &&
            (s.at[i] < 'A' || s.at[i] > 'Z')) {
            return false;
        }
        *digits = *digits && is_digit(s.at[i]);
    }
    return s.n > 0 && s.n <= 16;
}

// A number may be of any office's scheme, so the name decides; but "15 EU" may
// be a Union of 15. Letters must mean the same.
static ot_area agreed(ot_str code, ot_str name, bool apart)
{
    bool digits;

    if (!is_code(code, &digits) || name.n < 2) {
        return OT_AREA_NONE;
    }
    const ot_area area = name_of(name);
    if (!digits) {
        return find(code) == area ? area : OT_AREA_NONE;
    }
    // "842: USA", but not "12-Mar" or "2024-01".
    const bool clear = !is_digit(name.at[0]) && code.n <= 4 &&
                       (name.n > 3 || (code.n == 3 && is_code(name, &digits)));
    return clear && (apart || is_country(area)) ? area : OT_AREA_NONE;
}

// "DE-Germany", "842: USA", "AM - Armenia", "W1 Total".
static ot_area by_code(ot_str s)
{
    static const char *const marks[] = {"-", ":", "|", "\xE2\x80\x93", " "};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const size_t at = place_of(s, marks[i]);
        const ot_str rest = at < s.n ? tail(s, at + strlen(marks[i])) : s;
        const ot_area area = agreed(head(s, at), rest, marks[i][0] != ' ');
        if (at < s.n && area != OT_AREA_NONE) {
            return area;
        }
    }
    return OT_AREA_NONE;
}

// ---- brackets --------------------------------------------------------------

// Parts that a country's figures hold or do not hold leave it that country; a
// group less a part is another group.
static bool is_coverage(ot_str s)
{
    static const char *const words[] = {
        "incl",
        "excl",
        "\xD0\xB2\xD0\xBA\xD0\xBB",                  // вкл
        "\xD0\xB8\xD1\x81\xD0\xBA\xD0\xBB",          // искл
        "\xD0\xB1\xD0\xB5\xD0\xB7 ",                 // без
        "\xD0\xBA\xD1\x80\xD0\xBE\xD0\xBC\xD0\xB5 ", // кроме
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_starts(s, words[i])) {
            return true;
        }
    }
    return false;
}

// "Congo (le)", "Yemen (el)".
static bool is_article(ot_str s)
{
    static const char *const words[] = {
        "le", "la", "les", "l'", "l\xE2\x80\x99", "el", "los", "las",
        "o",  "a",  "os",  "as", "the",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_same(s, words[i])) {
            return true;
        }
    }
    return false;
}

// A name and what stands behind it in brackets: "Russian Federation (Russia)",
// "Germany [DE]", "Korea (North)".
static ot_area beside(ot_str name, ot_str inside)
{
    const ot_area area = name_of(name);

    if (inside.n == 0 || is_article(inside) ||
        (is_country(area) && is_coverage(inside))) {
        return area;
    }
    return area != OT_AREA_NONE && find(inside) == area ? area
                                                        : turned(name, inside);
}

static ot_area by_brackets(ot_str s)
{
    const char last = s.n > 0 ? s.at[s.n - 1] : '\0';
    const size_t at = place_of(s, last == ']' ? "[" : "(");

    if ((last != ')' && last != ']') || at >= s.n) {
        return OT_AREA_NONE;
    }
    return beside(head(s, at), tail((ot_str){s.at, s.n - 1}, at + 1));
}

// "Morocco incl. Western Sahara", "India, excluding Sikkim".
static ot_area by_coverage(ot_str s)
{
    for (size_t at = place_of(s, " "); at < s.n; at++) {
        if (s.at[at] == ' ' && is_coverage(tail(s, at))) {
            const ot_area area = find(head(s, at));
            return is_country(area) ? area : OT_AREA_NONE;
        }
    }
    return OT_AREA_NONE;
}

// ---- letters that were read in the wrong way -------------------------------

// UTF-8 taken for Latin-1 and written as UTF-8 again: "TÃ¼rkiye".
static ot_area by_bytes(ot_str s)
{
    char text[LONGEST];
    const char *at = s.at, *const end = s.at + s.n;
    size_t n = 0;

    if (s.n > sizeof text) {
        return OT_AREA_NONE;
    }
    while (at < end) {
        const uint32_t code = ot__utf8_next(&at, end);
        if (code > 0xFF) {
            return OT_AREA_NONE;
        }
        text[n++] = (char)code;
    }
    return n < s.n && ot__utf8_valid(text, n) ? find((ot_str){text, n})
                                              : OT_AREA_NONE;
}

// ---- notes -----------------------------------------------------------------

static ot_area plain(ot_str s)
{
    static ot_area (*const ways[])(ot_str) = {
        name_of, by_brackets, by_code, by_coverage, by_bytes,
    };
    ot_area area = OT_AREA_NONE;

    for (size_t i = 0;
         i < sizeof ways / sizeof ways[0] && s.n > 0 && area == OT_AREA_NONE;
         i++) {
        area = ways[i](s);
    }
    return area;
}

// A note's mark taken off a name: NO: there is none; MAY: it may as well say
// which of several ("EU 25", "EU (12)"); SURE: a note and nothing else.
typedef enum note { NO, MAY, SURE } note;

// Not an n or s, which may mean north and south.
static bool is_note_letter(char c)
{
    return (c >= 'a' && c <= 'f') || c == 'p' || c == 'r';
}

static note kind_of_note(ot_str inside, char opened)
{
    static const char *const words[] = {
        "note",
        "see ",
        "prov",
        "prelim",
        "estimate",
        "revised",
        "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC", // прим
    };
    size_t digits = 0;

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_starts(inside, words[i])) {
            return SURE;
        }
    }
    while (digits < inside.n && is_digit(inside.at[digits])) {
        digits++;
    }
    if (digits == inside.n && digits <= 2) {
        return digits == 1 && opened == '[' ? SURE : MAY;
    }
    return inside.n == 1 && is_note_letter(inside.at[0]) ? MAY : NO;
}

static note cut_brackets(ot_str *s, char close)
{
    const char open = close == ']' ? '[' : '(';
    size_t at = s->n - 1;

    while (at > 0 && s->at[at] != open) {
        at--;
    }
    if (at == 0) {
        return NO;
    }
    const note kind =
        kind_of_note((ot_str){s->at + at + 1, s->n - at - 2}, open);
    if (kind != NO) {
        *s = head(*s, at);
    }
    return kind;
}

// "Serbia1)", "Kosovo 2/", "Cyprus 12", "Israel a)".
static note cut_mark(ot_str *s)
{
    const char last = s->at[s->n - 1];
    const bool closed = last == ')' || last == '/';
    const size_t end = s->n - closed;
    size_t n = end;

    while (n > 0 && is_digit(s->at[n - 1])) {
        n--;
    }
    if (closed && n == end && n > 2 && is_note_letter(s->at[n - 1]) &&
        s->at[n - 2] == ' ') {
        n--;
    }
    const size_t left = head(*s, n).n;
    if (n == end || end - n > 2 || left < (closed ? 2 : 4)) {
        return NO;
    }
    const bool sure = closed && end - n == 1;
    *s = head(*s, n);
    return sure ? SURE : MAY;
}

static note cut_note(ot_str *s)
{
    const char last = s->n > 0 ? s->at[s->n - 1] : '\0';
    note kind = NO;

    if (s->n < 3) {
        return NO;
    }
    if (last == '*') {
        *s = head(*s, s->n - 1);
        return SURE;
    }
    if (last == ')' || last == ']') {
        kind = cut_brackets(s, last);
    }
    return kind != NO ? kind : cut_mark(s);
}

// "No.", "To", "in:" are words and not the codes of Norway, Tonga and India;
// "Uk" is what is left of UK by a change of case.
static bool is_small_word(ot_str s)
{
    size_t letters = 0;

    for (size_t i = 0; i < s.n; i++) {
        letters += is_letter(s.at[i]) || (unsigned char)s.at[i] >= 0x80;
    }
    if (letters != 2 || !is_letter(s.at[0]) || !is_letter(s.at[1]) ||
        s.at[1] < 'a') {
        return false;
    }
    const ot_str word = {s.at, 2};
    return (s.at[0] < 'a' || s.n > 2) && !ot__str_same(word, "uk") &&
           !ot__str_same(word, "us") && !ot__str_same(word, "eu");
}

ot_area ot__area_label(ot_str text)
{
    ot_str s = ot__str_trim(text);
    ot_area area = is_small_word(s) ? OT_AREA_NONE : plain(s);
    note kind = is_small_word(s) ? NO : SURE;

    while (area == OT_AREA_NONE && kind != NO) {
        const note cut = cut_note(&s);
        kind = cut < kind ? cut : kind;
        area = kind != NO ? plain(s) : OT_AREA_NONE;
    }
    if (area != OT_AREA_NONE && kind == MAY &&
        ot_area_kind_of(area) == OT_AREA_GROUP) {
        return OT_AREA_NONE;
    }
    return area;
}
