// SPDX-License-Identifier: GPL-3.0-or-later
// understand.c - one function a role; each distinct text is looked at once.

#include "data/understand.h"

#include <stdlib.h>
#include <string.h>

typedef ot_status resolver(ot_panel *panel, ot_understood *u, ot_str text,
                           int year_start, ot_meaning *meaning, ot_error *err);

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for names");
}

static ot_status area(ot_panel *panel, ot_understood *u, ot_str text,
                      int year_start, ot_meaning *meaning, ot_error *err)
{
    const ot_area known = ot_area_find(text.at, text.n);

    (void)u;
    (void)year_start;
    if (known != OT_AREA_NONE || text.n == 0) {
        meaning->a = known;
        return OT_OK;
    }
    const uint32_t own = ot__intern_put(&panel->areas, text, NULL);
    if (own == OT_INTERN_FAILED || own + ot_area_count() > UINT16_MAX) {
        return ot_fail(err, OT_E_LIMIT, NULL, "more than %u area codes",
                       UINT16_MAX);
    }
    meaning->a = (int32_t)(ot_area_count() + own);
    return OT_OK;
}

static ot_status flow(ot_panel *panel, ot_understood *u, ot_str text,
                      int year_start, ot_meaning *meaning, ot_error *err)
{
    char name[48];

    (void)panel;
    (void)u;
    (void)year_start;
    if (text.n == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the flow is not said: --set flow=export");
    }
    meaning->a = ot__flow_held(text);
    if (meaning->a < 0) {
        return ot_fail(err, OT_E_SYNTAX, NULL,
                       "'%s' is not a flow (export, import, X, M, RX ...)",
                       ot__str_copy(text, name, sizeof name));
    }
    return OT_OK;
}

// Classification families: within one, codes keep their meaning well enough to
// follow a series; between two they do not (HS 27 is fuels, SITC 27 minerals).
static ot_status classification(ot_panel *panel, ot_understood *u, ot_str text,
                                int year_start, ot_meaning *meaning,
                                ot_error *err)
{
    const bool hs = text.n == 0 || text.at[0] == 'H' || text.at[0] == 'h';
    const ot_str name = ot__str_starts(text, "S") ? ot__str("SITC") : text;

    (void)u;
    (void)year_start;
    meaning->a = 0;
    if (hs) {
        return OT_OK;
    }
    const uint32_t number = ot__intern_put(&panel->commodities, name, NULL);
    meaning->a = (int32_t)number + 1;
    return number != OT_INTERN_FAILED ? OT_OK : no_memory(err);
}

static ot_status commodity(ot_panel *panel, ot_understood *u, ot_str text,
                           int year_start, ot_meaning *meaning, ot_error *err)
{
    ot_buf name = {0};

    (void)year_start;
    if (text.n == 0 || ot__str_same(text, "total")) {
        text = ot__str("TOTAL");
    } else if (u->family > 0) {
        ot__buf_text(&name, ot__intern_text(&panel->commodities,
                                            (uint32_t)u->family - 1));
        ot__buf_char(&name, ':');
        ot__buf_bytes(&name, text.at, text.n);
        text = (ot_str){name.at, name.n};
    }
    const uint32_t number =
        name.failed ? OT_INTERN_FAILED
                    : ot__intern_put(&panel->commodities, text, NULL);
    ot__buf_free(&name);
    meaning->a = (int32_t)number;
    return number != OT_INTERN_FAILED ? OT_OK : no_memory(err);
}

static ot_status basis(ot_panel *panel, ot_understood *u, ot_str text,
                       int year_start, ot_meaning *meaning, ot_error *err)
{
    static const char *const words[] = {"cif", "fob", "origin", "consignment",
                                        "sa"};
    const size_t count = sizeof words / sizeof words[0];
    char name[48];

    (void)u;
    (void)year_start;
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
    const uint32_t number = ot__intern_put(&panel->bases, text, NULL);
    meaning->a = (int32_t)number;
    return number < UINT16_MAX ? OT_OK : no_memory(err);
}

static ot_status period(ot_panel *panel, ot_understood *u, ot_str text,
                        int year_start, ot_meaning *meaning, ot_error *err)
{
    ot_period p = {0, 0};

    (void)panel;
    (void)u;
    if (text.n == 0) {
        return ot_fail(err, OT_E_SYNTAX, NULL, "the period is empty");
    }
    const ot_status status =
        ot_period_parse(text.at, text.n, year_start, &p, err);
    if (status == OT_OK &&
        (p.first < 12 * 1000 || p.first >= 12 * 3000 || p.months > 12 * 100)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a period outside the years 1000 to 2999");
    }
    *meaning = (ot_meaning){p.first, p.months};
    return status;
}

static ot_status year(ot_panel *panel, ot_understood *u, ot_str text,
                      int year_start, ot_meaning *meaning, ot_error *err)
{
    char name[48];

    if (text.n == 4) {
        const ot_status status =
            period(panel, u, text, year_start, meaning, err);
        meaning->a = ot_month_year(meaning->a);
        meaning->b = 0;
        return status;
    }
    return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' is not a year",
                   ot__str_copy(text, name, sizeof name));
}

static ot_status month(ot_panel *panel, ot_understood *u, ot_str text,
                       int year_start, ot_meaning *meaning, ot_error *err)
{
    size_t used = 0;
    char name[48];

    (void)panel;
    (void)u;
    (void)year_start;
    if (text.n == 0) {
        meaning->a = 0;
        return OT_OK;
    }
    meaning->a = ot_month_word(text.at, text.n, &used);
    if (meaning->a != 0 && used == text.n) {
        return OT_OK;
    }
    meaning->a = 0;
    for (used = 0; used < text.n && used < 3 && text.at[used] >= '0' &&
                   text.at[used] <= '9';
         used++) {
        meaning->a = 10 * meaning->a + (text.at[used] - '0');
    }
    if (used == text.n && meaning->a >= 1 && meaning->a <= 12) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' is not a month",
                   ot__str_copy(text, name, sizeof name));
}

static ot_status unit(ot_panel *panel, ot_understood *u, ot_str text,
                      int year_start, ot_meaning *meaning, ot_error *err)
{
    char name[48];
    ot_unit read;
    uint16_t number;

    (void)u;
    (void)year_start;
    const ot_status status =
        ot_unit_parse(ot__str_copy(text, name, sizeof name), &read, err);
    if (status != OT_OK) {
        return status;
    }
    if (!ot__panel_unit(panel, read, &number)) {
        return no_memory(err);
    }
    *meaning = (ot_meaning){number, read.scale};
    return OT_OK;
}

static ot_status vintage(ot_panel *panel, ot_understood *u, ot_str text,
                         int year_start, ot_meaning *meaning, ot_error *err)
{
    (void)panel;
    (void)u;
    (void)year_start;
    meaning->a = OT_DAY_NONE;
    return text.n == 0 ? OT_OK
                       : ot_day_parse(text.at, text.n, &meaning->a, err);
}

static ot_status status_word(ot_panel *panel, ot_understood *u, ot_str text,
                             int year_start, ot_meaning *meaning, ot_error *err)
{
    static const struct {
        const char *name;
        ot_state state;
        int flags;
    } words[] = {
        {"reported", OT_REPORTED, 0},
        {"zero", OT_ZERO, 0},
        {"absent", OT_ABSENT, 0},
        {"missing", OT_MISSING, 0},
        {"suppressed", OT_SUPPRESSED, 0},
        {"confidential", OT_SUPPRESSED, 0},
        {"c", OT_SUPPRESSED, 0},
        {"not in the files", OT_NOT_IN_FILES, 0},
        {"provisional", OT_REPORTED, OT_FLAG_PROVISIONAL},
        {"p", OT_REPORTED, OT_FLAG_PROVISIONAL},
        {"estimated", OT_REPORTED, OT_FLAG_ESTIMATED},
        {"e", OT_REPORTED, OT_FLAG_ESTIMATED},
    };
    char name[48];

    (void)panel;
    (void)u;
    (void)year_start;
    if (text.n == 0) {
        *meaning = (ot_meaning){OT_REPORTED, 0};
        return OT_OK;
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_same(text, words[i].name)) {
            *meaning = (ot_meaning){(int32_t)words[i].state, words[i].flags};
            return OT_OK;
        }
    }
    return ot_fail(err, OT_E_SYNTAX, NULL,
                   "'%s' is not a status (reported, zero, absent, missing, "
                   "suppressed, provisional, estimated)",
                   ot__str_copy(text, name, sizeof name));
}

// Codes that mean "all of them" in a breakdown.
static ot_status breakdown(ot_panel *panel, ot_understood *u, ot_str text,
                           int year_start, ot_meaning *meaning, ot_error *err)
{
    static const char *const totals[] = {"", "0", "00", "W00", "C00", "TOTAL"};

    (void)panel;
    (void)year_start;
    (void)err;
    meaning->a = (int32_t)u->texts.n; // its own number, from 1
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
    [OT_ROLE_UNIT] = unit,
    [OT_ROLE_VINTAGE] = vintage,
    [OT_ROLE_STATUS] = status_word,
    [OT_ROLE_PARTNER2] = breakdown,
    [OT_ROLE_CUSTOMS] = breakdown,
    [OT_ROLE_MODE] = breakdown,
    [OT_ROLE_SUPPLY] = breakdown,
};

static bool keep(ot_understood *u, uint32_t number, ot_meaning meaning)
{
    if (number >= u->capacity) {
        const size_t capacity = 2 * (size_t)number + 32;
        ot_meaning *more = realloc(u->meaning, capacity * sizeof *more);
        if (more == NULL) {
            return false;
        }
        u->meaning = more;
        u->capacity = capacity;
    }
    u->meaning[number] = meaning;
    return true;
}

// The text as UTF-8: as it is, or from Windows-1252.
static ot_str as_utf8(ot_understood *u, ot_str text)
{
    if (text.n == 0 || ot__utf8_valid(text.at, text.n)) {
        return text;
    }
    u->latin1 = true;
    ot__buf_clear(&u->utf8);
    ot__buf_latin1(&u->utf8, text.at, text.n);
    return (ot_str){ot__buf_cstr(&u->utf8), u->utf8.n};
}

static ot_status ask(ot_panel *panel, ot_understood *u, ot_role role,
                     ot_str text, int year_start, ot_meaning *meaning,
                     ot_error *err)
{
    bool is_new;
    const uint32_t number = ot__intern_put(&u->texts, text, &is_new);

    if (number == OT_INTERN_FAILED) {
        return no_memory(err);
    }
    // A commodity's meaning hangs on its family as well: only HS is kept.
    const bool keeps = role != OT_ROLE_COMMODITY || u->family == 0;
    if (!is_new && keeps && number < u->capacity &&
        u->meaning[number].b != INT32_MIN) {
        *meaning = u->meaning[number];
        return OT_OK;
    }
    *meaning = (ot_meaning){0, 0};
    const ot_status status = resolvers[role](
        panel, u, ot__str_trim(as_utf8(u, text)), year_start, meaning, err);
    const ot_meaning unknown = {0, INT32_MIN};
    if (!keep(u, number, status == OT_OK && keeps ? *meaning : unknown)) {
        return no_memory(err);
    }
    return status;
}

ot_status ot__understand(ot_panel *panel, ot_understood *u, ot_role role,
                         ot_str text, int year_start, ot_meaning *meaning,
                         ot_error *err)
{
    const ot_status status =
        ask(panel, u, role, text, year_start, meaning, err);

    u->last = (ot_str){NULL, 0};
    if (status == OT_OK) {
        const uint32_t number = ot__intern_find(&u->texts, text);
        u->last = (ot_str){ot__intern_text(&u->texts, number), text.n};
    }
    return status;
}

void ot__understood_free(ot_understood *u)
{
    ot__intern_free(&u->texts);
    ot__buf_free(&u->utf8);
    free(u->meaning);
    *u = (ot_understood){0};
}
