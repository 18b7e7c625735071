// SPDX-License-Identifier: GPL-3.0-or-later
// resolve.c - what a text means in a role: one function a role.

#include <string.h>

#include "data/area_label.h"
#include "data/status.h"
#include "data/understand.h"
#include "data/when.h"

typedef ot_status resolver(const ot_asked *ask, ot_str text,
                           ot_meaning *meaning, ot_error *err);

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for names");
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

ot_area ot__area_of(const char *codes, ot_str text)
{
    const ot_area coded =
        codes[0] != '\0' ? ot__area_code_in(codes, text) : OT_AREA_NONE;
    // A number of a stated scheme is none of another; but schemes that change
    // some of the M49 numbers have only those.
    const bool own = codes[0] != '\0' && strncmp(codes, "m49", 3) != 0;

    return coded != OT_AREA_NONE || (own && all_digits(text))
               ? coded
               : ot__area_label(text);
}

static ot_status area(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                      ot_error *err)
{
    const ot_area known = ot__area_of(ask->plan->codes, text);

    if (known != OT_AREA_NONE || text.n == 0) {
        meaning->a = known;
        return OT_OK;
    }
    const uint32_t own = ot__intern_put(&ask->panel->areas, text, NULL);
    if (own == OT_INTERN_FAILED || own + ot_area_count() > UINT16_MAX) {
        return ot_fail(err, OT_E_LIMIT, NULL, "more than %u area codes",
                       UINT16_MAX);
    }
    meaning->a = (int32_t)(ot_area_count() + own);
    return OT_OK;
}

static bool is_code(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// A code in front of a label, or behind it in brackets: "2-EXPORT", "TOTAL-
// Total", "MINERAL FUELS [27]".
static ot_str code_of(ot_str text)
{
    size_t n = 0;

    if (text.n > 2 && text.at[text.n - 1] == ']') {
        size_t at = text.n - 1;
        while (at > 0 && text.at[at - 1] != '[') {
            at--;
        }
        return at > 0 ? (ot_str){text.at + at, text.n - 1 - at} : text;
    }
    while (n < text.n && is_code(text.at[n])) {
        n++;
    }
    // A range of codes: "01-24-Food".
    if (n > 0 && n + 1 < text.n && text.at[n] == '-' && text.at[n + 1] >= '0' &&
        text.at[n + 1] <= '9') {
        n++;
        while (n < text.n && text.at[n] >= '0' && text.at[n] <= '9') {
            n++;
        }
    }
    const bool labelled =
        n > 0 && n + 1 < text.n &&
        (text.at[n] == '-' || text.at[n] == ':' ||
         (n + 3 < text.n && memcmp(text.at + n, " - ", 3) == 0));
    return labelled ? (ot_str){text.at, n} : text;
}

static ot_status flow(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                      ot_error *err)
{
    char name[48];

    if (text.n == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the flow is not said: --set flow=export");
    }
    meaning->a = ot__flow_held(text);
    if (meaning->a < 0) {
        meaning->a = ot__flow_held(code_of(text));
    }
    if (meaning->a < 0) {
        const ot_caption c = ot__caption_read(text, 0);
        meaning->a = c.flow != NULL ? ot__flow_held(ot__str(c.flow)) : -1;
    }
    if (meaning->a < 0 && ask->plan->field[OT_ROLE_INDICATOR] >= 0) {
        meaning->a = OT_EXPORT; // of a row that is no amount, and is left out
        return OT_OK;
    }
    if (meaning->a < 0) {
        return ot_fail(err, OT_E_SYNTAX, NULL,
                       "'%s' is not a flow (export, import, X, M, RX ...)",
                       ot__str_copy(text, name, sizeof name));
    }
    return OT_OK;
}

// Classification families: within one, codes keep their meaning well enough to
// follow a series; between two they do not (HS 27 is fuels, SITC 27 minerals).
static ot_status classification(const ot_asked *ask, ot_str text,
                                ot_meaning *meaning, ot_error *err)
{
    const bool hs = text.n == 0 || text.at[0] == 'H' || text.at[0] == 'h';
    const ot_str name = ot__str_starts(text, "S") ? ot__str("SITC") : text;

    meaning->a = 0;
    meaning->b = hs && text.n > 0;
    if (hs) {
        const bool edition =
            text.n == 2 && text.at[1] >= '0' && text.at[1] <= '9';
        ask->panel->hs_revisions |= edition ? 1u << (text.at[1] - '0') : 0;
        return OT_OK;
    }
    const uint32_t number =
        ot__intern_put(&ask->panel->commodities, name, NULL);
    meaning->a = (int32_t)number + 1;
    return number != OT_INTERN_FAILED ? OT_OK : no_memory(err);
}

static ot_status commodity(const ot_asked *ask, ot_str text,
                           ot_meaning *meaning, ot_error *err)
{
    ot_buf name = {0};
    const ot_meaning family = ask->u->family;
    char padded[16];

    text = ask->plan->labels ? code_of(text) : text;
    if (text.n == 0 || ot__str_same(text, "total") ||
        ot__str_same(text, "All Products") || ot__str_equal(text, "Всего")) {
        text = ot__str("TOTAL");
    } else if (family.b != 0 && text.n % 2 == 1 && text.n < 10 &&
               all_digits(text)) {
        // HS codes have an even number of digits: a zero in front was lost.
        padded[0] = '0';
        memcpy(padded + 1, text.at, text.n);
        text = (ot_str){padded, text.n + 1};
    } else if (family.a > 0) {
        ot__buf_text(&name, ot__intern_text(&ask->panel->commodities,
                                            (uint32_t)family.a - 1));
        ot__buf_char(&name, ':');
        ot__buf_bytes(&name, text.at, text.n);
        text = (ot_str){name.at, name.n};
    }
    const uint32_t number =
        name.failed ? OT_INTERN_FAILED
                    : ot__intern_put(&ask->panel->commodities, text, NULL);
    ot__buf_free(&name);
    meaning->a = (int32_t)number;
    return number != OT_INTERN_FAILED ? OT_OK : no_memory(err);
}

static ot_status basis(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                       ot_error *err)
{
    static const char *const words[] = {"cif", "fob", "origin", "consignment",
                                        "sa"};
    const size_t count = sizeof words / sizeof words[0];
    char name[48];

    for (ot_str rest = text; rest.n > 0;) {
        const ot_str word = ot__str_cut(&rest, ' ');
        size_t i = 0;
        while (i < count && !ot__str_same(word, words[i])) {
            i++;
        }
        if (i == count) {
            return ot_fail(err, OT_E_SYNTAX, NULL,
                           "'%s' is not a basis (cif, fob, origin, "
                           "consignment, sa)",
                           ot__str_copy(text, name, sizeof name));
        }
    }
    const uint32_t number = ot__intern_put(&ask->panel->bases, text, NULL);
    meaning->a = (int32_t)number;
    return number < UINT16_MAX ? OT_OK : no_memory(err);
}

static ot_status period(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                        ot_error *err)
{
    ot_period p = {0, 0};

    if (text.n == 0) {
        return ot_fail(err, OT_E_SYNTAX, NULL, "the period is empty");
    }
    if (!ot__when(text, ask->year_start, &p)) {
        return ot_period_parse(text.at, text.n, ask->year_start, &p, err);
    }
    if (p.first < 12 * 1000 || p.first >= 12 * 3000 || p.months > 12 * 100) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a period outside the years 1000 to 2999");
    }
    *meaning = (ot_meaning){p.first, p.months};
    return OT_OK;
}

static ot_status year(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                      ot_error *err)
{
    char name[48];
    ot_meaning read = {0, 0};

    // A whole year: "2024", "2014 1)", "FY2024".
    if (period(ask, text, &read, NULL) == OT_OK && read.b == 12) {
        *meaning = (ot_meaning){ot_month_year(read.a), 0};
        return OT_OK;
    }
    // A note's number glued to a year: "20132)".
    if (ask->plan->note_digits && text.n == 6 && text.at[5] == ')') {
        return year(ask, (ot_str){text.at, 4}, meaning, err);
    }
    return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' is not a year",
                   ot__str_copy(text, name, sizeof name));
}

static ot_status month(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                       ot_error *err)
{
    char name[48];
    int first, months;

    (void)ask;
    if (text.n == 0) {
        *meaning = (ot_meaning){0, 12};
        return OT_OK;
    }
    // "001" is January as well.
    if (text.n == 3 && text.at[0] == '0') {
        text = (ot_str){text.at + 1, 2};
    }
    if (ot__when_part(text, &first, &months)) {
        *meaning = (ot_meaning){first, months};
        return OT_OK;
    }
    return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' is not a month",
                   ot__str_copy(text, name, sizeof name));
}

static ot_status span(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                      ot_error *err)
{
    (void)ask;
    // "True" of "is January and February in one".
    meaning->a = ot__str_same(text, "todate") || ot__str_same(text, "true");
    return text.n == 0 || meaning->a != 0 || ot__str_same(text, "month") ||
                   ot__str_same(text, "false")
               ? OT_OK
               : ot_fail(err, OT_E_SYNTAX, NULL,
                         "a span is 'month' or 'todate'");
}

static ot_status row_count(const ot_asked *ask, ot_str text,
                           ot_meaning *meaning, ot_error *err)
{
    (void)ask;
    meaning->a = 0;
    for (size_t i = 0;
         i < text.n && i < 9 && text.at[i] >= '0' && text.at[i] <= '9'; i++) {
        meaning->a = 10 * meaning->a + (text.at[i] - '0');
    }
    return text.n == 0 || meaning->a > 0
               ? OT_OK
               : ot_fail(err, OT_E_SYNTAX, NULL, "a count of rows is a number");
}

// What a row measures: a rate, a share, a count are set aside.
static ot_status indicator(const ot_asked *ask, ot_str text,
                           ot_meaning *meaning, ot_error *err)
{
    const ot_caption c = ot__caption_read(text, 0);

    (void)err;
    const int column = ask->plan->field[OT_ROLE_INDICATOR];
    const bool must_flow =
        column >= 0 && column == ask->plan->field[OT_ROLE_FLOW];
    meaning->a = c.other || (must_flow && c.flow == NULL);
    return OT_OK;
}

static ot_status unit(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                      ot_error *err)
{
    char name[48];
    ot_unit read;
    uint16_t number;
    ot_error inner = {0};

    ot_status status =
        ot_unit_parse(ot__str_copy(text, name, sizeof name), &read, &inner);
    if (status != OT_OK) {
        // "VALUE_IN_EUROS", "Export(US$ Mil)", "тыс. долларов США".
        const ot_caption c = ot__caption_read(text, 0);
        read = c.unit;
        const bool indicates = ask->plan->field[OT_ROLE_INDICATOR] >= 0 ||
                               ask->plan->set[OT_ROLE_INDICATOR].at != NULL;
        if (c.unit.dimension == OT_DIM_NONE && !indicates) {
            return ot_fail(err, status, NULL, "%s", inner.message);
        }
    }
    if (!ot__panel_unit(ask->panel, read, &number)) {
        return no_memory(err);
    }
    *meaning = (ot_meaning){number, read.scale};
    return OT_OK;
}

static ot_status vintage(const ot_asked *ask, ot_str text, ot_meaning *meaning,
                         ot_error *err)
{
    (void)ask;
    meaning->a = OT_DAY_NONE;
    return text.n == 0 ? OT_OK
                       : ot_day_parse(text.at, text.n, &meaning->a, err);
}

static ot_status status_word(const ot_asked *ask, ot_str text,
                             ot_meaning *meaning, ot_error *err)
{
    ot_state state;
    int flags;
    char name[48];

    (void)ask;
    if (!ot__status_read(text, &state, &flags)) {
        return ot_fail(err, OT_E_SYNTAX, NULL,
                       "'%s' is not a status (reported, zero, absent, missing, "
                       "suppressed, provisional, estimated, break)",
                       ot__str_copy(text, name, sizeof name));
    }
    *meaning = (ot_meaning){(int32_t)state, flags};
    return OT_OK;
}

// Codes that mean "all of them" in a breakdown.
static ot_status breakdown(const ot_asked *ask, ot_str text,
                           ot_meaning *meaning, ot_error *err)
{
    static const char *const totals[] = {"",      "0",       "00", "W00", "C00",
                                         "TOTAL", "T-Total", "T",  "-1"};

    (void)err;
    meaning->a = (int32_t)ask->u->texts.n; // its own number, from 1
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        if (ot__str_same(text, totals[i])) {
            meaning->a = 0;
        }
    }
    return OT_OK;
}

static resolver *const resolvers[OT_ROLES] = {
    [OT_ROLE_REPORTER] = area,
    [OT_ROLE_PARTNER] = area,
    [OT_ROLE_FLOW] = flow,
    [OT_ROLE_COMMODITY] = commodity,
    [OT_ROLE_CLASSIFICATION] = classification,
    [OT_ROLE_BASIS] = basis,
    [OT_ROLE_PERIOD] = period,
    [OT_ROLE_YEAR] = year,
    [OT_ROLE_MONTH] = month,
    [OT_ROLE_SPAN] = span,
    [OT_ROLE_UNIT] = unit,
    [OT_ROLE_VINTAGE] = vintage,
    [OT_ROLE_STATUS] = status_word,
    [OT_ROLE_ROWS] = row_count,
    [OT_ROLE_INDICATOR] = indicator,
    [OT_ROLE_PARTNER2] = breakdown,
    [OT_ROLE_CUSTOMS] = breakdown,
    [OT_ROLE_MODE] = breakdown,
    [OT_ROLE_SUPPLY] = breakdown,
};

ot_status ot__resolve(const ot_asked *ask, ot_role role, ot_str text,
                      ot_meaning *meaning, ot_error *err)
{
    return resolvers[role](ask, text, meaning, err);
}
