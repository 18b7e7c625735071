// SPDX-License-Identifier: GPL-3.0-or-later
// rates_header.c - which form a file of exchange rates has, and per what.

#include <stdlib.h>
#include <string.h>

#include "data/rates_form.h"

#define TITLES 20 // records looked at for a header

ot_status ot__rates_fail(const ot_rates_form *r, const ot_record *record,
                         size_t column, ot_status status, const char *what,
                         ot_error *err)
{
    const ot_place place = {r->path, record->line, (int)column + 1};
    char shown[48] = "";

    if (column < record->n) {
        ot__str_copy(record->field[column], shown, sizeof shown);
    }
    return ot_fail(err, status, &place, "'%s' %s", shown, what);
}

// ---- names of columns ------------------------------------------------------

// Letters alone, small: "TIME_PERIOD" is "timeperiod".
static void plain(ot_str s, char out[24])
{
    size_t n = 0;

    for (size_t i = 0; i < s.n && n < 23; i++) {
        const char c = s.at[i] >= 'A' && s.at[i] <= 'Z'
                           ? (char)(s.at[i] + 'a' - 'A')
                           : s.at[i];
        if (c >= 'a' && c <= 'z') {
            out[n++] = c;
        }
    }
    out[n] = '\0';
}

// Of several columns of a role the first named here is taken.
static const char *const names[OT_RATES_ROLE_COUNT][10] = {
    {"month", "timeperiod", "period", "time", "date", "day"},
    {"currency", "currencycode", "code", "iso", "cur"},
    {"rate", "averagerate", "average", "obsvalue", "value"},
    {"base", "basecurrency", "currencydenom"},
    {"units", "nominal"},
};

static void find_roles(ot_rates_form *r, const ot_record *record)
{
    char name[24];

    for (int role = 0; role < OT_RATES_ROLE_COUNT; role++) {
        r->column[role] = OT_NOWHERE;
        for (int k = 0; names[role][k] != NULL && r->column[role] == OT_NOWHERE;
             k++) {
            for (size_t c = record->n; c-- > 0;) {
                plain(record->field[c], name);
                r->column[role] =
                    strcmp(name, names[role][k]) == 0 ? c : r->column[role];
            }
        }
    }
}

ot_status ot__rates_number(ot_rates_form *r, const char *code, uint16_t *number,
                           ot_error *err)
{
    const uint32_t i = ot__intern_put(&r->r->codes, ot__str(code), NULL);
    const ot_place place = {r->path, 0, 0};

    if (i == OT_INTERN_FAILED) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for rates");
    }
    *number = (uint16_t)i;
    return i < OT_RATES_CURRENCIES
               ? OT_OK
               : ot_fail(err, OT_E_LIMIT, &place, "more than %d currencies",
                         OT_RATES_CURRENCIES);
}

// "US dollar/Euro (EXR.M.USD.EUR.SP00.A)": the ECB names a series so.
static bool series_name(ot_str s, char code[12], char base[12])
{
    for (; s.n > 14; s = (ot_str){s.at + 1, s.n - 1}) {
        if (memcmp(s.at, "EXR.", 4) == 0 && s.at[5] == '.' && s.at[9] == '.' &&
            s.at[13] == '.') {
            ot__str_copy((ot_str){s.at + 6, 3}, code, 12);
            ot__str_copy((ot_str){s.at + 10, 3}, base, 12);
            return true;
        }
    }
    return false;
}

ot_status ot__rates_base(ot_rates_form *r, const char *base,
                         const ot_record *record, size_t column, ot_error *err)
{
    ot_rates *t = r->r;

    if (t->reference[0] == '\0') {
        ot__str_copy(ot__str(base), t->reference, sizeof t->reference);
        return OT_OK;
    }
    if (strcmp(t->reference, base) == 0 && !t->quoted) {
        return OT_OK;
    }
    return ot__rates_fail(
        r, record, column, OT_E_DATA,
        r->from_set ? "is another base than was said (--rates-set)"
                    : "is a second base: rates of one file are for one",
        err);
}

// ---- the header ------------------------------------------------------------

// Columns that are currencies, of a file with the periods down.
static ot_status find_currencies(ot_rates_form *r, const ot_record *record,
                                 size_t *found, ot_error *err)
{
    char code[12], base[12];
    ot_status status = OT_OK;

    *found = 0;
    for (size_t c = 0; c < record->n && status == OT_OK; c++) {
        ot_rates_heading *h = &r->head[c];
        const bool series = series_name(record->field[c], code, base);
        *h = (ot_rates_heading){.units = 1};
        if (c == r->column[OT_RATES_PERIOD] ||
            (!series &&
             !ot__rates_currency(record->field[c], code, &h->units))) {
            continue;
        }
        if (series) {
            status = ot__rates_base(r, base, record, c, err);
        }
        if (status == OT_OK && strcmp(code, r->r->reference) != 0) {
            status = ot__rates_number(r, code, &h->currency, err);
            h->used = true;
            (*found)++;
        }
    }
    return status;
}

static size_t find_months(ot_rates_form *r, const ot_record *record)
{
    size_t found = 0;

    for (size_t c = 0; c < record->n; c++) {
        ot_rates_heading *h = &r->head[c];
        *h = (ot_rates_heading){.units = 1};
        h->used = c != r->column[OT_RATES_CURRENCY] &&
                  ot__rates_date(record->field[c], &h->month, &h->day);
        found += h->used;
    }
    return found;
}

// The reference rates of the European Central Bank begin so.
static bool is_ecb(const ot_rates_form *r, const ot_record *record)
{
    return r->shape == OT_RATES_CURRENCIES_ACROSS && record->n > 3 &&
           ot__str_same(record->field[0], "Date") &&
           ot__str_equal(record->field[1], "USD") &&
           ot__str_equal(record->field[2], "JPY") &&
           ot__intern_find(&r->r->codes, ot__str("EUR")) == OT_INTERN_FAILED;
}

static ot_status bind(ot_rates_form *r, const ot_record *record, ot_error *err)
{
    size_t found = 0;
    ot_status status = OT_OK;

    find_roles(r, record);
    r->head = calloc(record->n + 1, sizeof *r->head);
    if (r->head == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for rates");
    }
    r->heads = record->n;
    const bool dated = r->column[OT_RATES_PERIOD] != OT_NOWHERE;
    const bool named = r->column[OT_RATES_CURRENCY] != OT_NOWHERE;
    if (dated && named && r->column[OT_RATES_RATE] != OT_NOWHERE) {
        r->shape = OT_RATES_ROWS;
        return OT_OK;
    }
    if (named && find_months(r, record) > 0) {
        r->shape = OT_RATES_MONTHS_ACROSS;
        return OT_OK;
    }
    if (dated) {
        status = find_currencies(r, record, &found, err);
        r->shape = found > 0 ? OT_RATES_CURRENCIES_ACROSS : OT_RATES_NONE;
    }
    if (status == OT_OK && is_ecb(r, record) && r->r->reference[0] == '\0') {
        status = ot__rates_base(r, "EUR", record, 0, err);
    }
    return status;
}

ot_status ot__rates_header(ot_rates_form *r, const ot_record *record,
                           ot_error *err)
{
    const ot_place place = {r->path, record->line, 0};
    const ot_status status = bind(r, record, err);

    if (status == OT_OK && r->shape == OT_RATES_NONE) {
        free(r->head);
        r->head = NULL;
        if (++r->looked < TITLES) {
            return OT_OK;
        }
        return ot_fail(err, OT_E_DATA, &place, OT_RATES_NO_HEADER);
    }
    if (status == OT_OK && r->r->reference[0] == '\0' &&
        r->column[OT_RATES_BASE] == OT_NOWHERE) {
        return ot_fail(err, OT_E_DATA, &place,
                       "it is not said what the rates are for: --rates-set "
                       "base=EUR (units of each for one euro) or quote=AMD "
                       "(drams for one unit of each)");
    }
    return status;
}
