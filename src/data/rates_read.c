// SPDX-License-Identifier: GPL-3.0-or-later
// rates_read.c - the rows of files of exchange rates.

#include <stdlib.h>
#include <string.h>

#include "data/rates_form.h"
#include "outturn/decimal.h"

#define YEAR_FIRST 1900
#define YEAR_LAST  2100

// ---- one rate --------------------------------------------------------------

static bool is_gap(ot_str s)
{
    static const char *const marks[] = {"N/A", "NA",  "n.a.", "-",    "--", ".",
                                        "..",  "...", ":",    "null", "NaN"};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (ot__str_same(s, marks[i])) {
            return true;
        }
    }
    return s.n == 0;
}

static ot_status read_number(const ot_rates_form *r, const ot_record *record,
                             size_t column, double *value, ot_error *err)
{
    const ot_str s = ot__str_trim(record->field[column]);
    const ot_decimal_form form = {r->mark};
    ot_decimal d;

    // "1,085" would be over a thousand or a little over one.
    if (r->mark == '\0' && memchr(s.at, ',', s.n) != NULL &&
        memchr(s.at, '.', s.n) == NULL) {
        return ot__rates_fail(
            r, record, column, OT_E_SYNTAX,
            "may have a decimal comma: say --rates-set decimal=comma "
            "or decimal=point",
            err);
    }
    if (ot_decimal_parse(s.at, s.n, form, &d, NULL) != OT_OK) {
        return ot__rates_fail(r, record, column, OT_E_SYNTAX, "is not a rate",
                              err);
    }
    *value = ot_decimal_double(d);
    if (!(*value > 0)) {
        return ot__rates_fail(r, record, column, OT_E_SYNTAX,
                              "is no rate: it is not above zero", err);
    }
    return OT_OK;
}

// The figure in a column, for what h says.
static ot_status take_rate(ot_rates_form *r, const ot_record *record,
                           size_t column, const ot_rates_heading *h,
                           ot_error *err)
{
    const int year = ot_month_year(h->month);
    double value = 0;

    if (column >= record->n || is_gap(ot__str_trim(record->field[column]))) {
        return OT_OK;
    }
    if (year < YEAR_FIRST || year > YEAR_LAST) {
        return ot__rates_fail(r, record, column, OT_E_LIMIT,
                              "is for a year that is not between 1900 and 2100",
                              err);
    }
    const ot_status status = read_number(r, record, column, &value, err);
    if (status != OT_OK) {
        return status;
    }
    const ot_rate rate = {.month = h->month,
                          .line = (uint32_t)record->line,
                          .currency = h->currency,
                          .day = (uint8_t)h->day,
                          .rate = r->r->quoted ? value / h->units
                                               : value * h->units};
    return ot__rates_add(r->r, &rate, err);
}

// ---- a row -----------------------------------------------------------------

static ot_str at(const ot_record *record, size_t column)
{
    return column < record->n ? ot__str_trim(record->field[column])
                              : (ot_str){NULL, 0};
}

// Is the field behind which all others are empty a note?
static bool is_note(const ot_record *record, size_t column)
{
    for (size_t c = 0; c < record->n; c++) {
        if (c != column && ot__str_trim(record->field[c]).n > 0) {
            return false;
        }
    }
    return true;
}

static ot_status take_currencies(ot_rates_form *r, const ot_record *record,
                                 ot_error *err)
{
    const size_t column = r->column[OT_RATES_PERIOD];
    ot_rates_heading h;
    ot_status status = OT_OK;

    if (is_note(record, column)) {
        return OT_OK;
    }
    if (!ot__rates_date(at(record, column), &h.month, &h.day)) {
        return ot__rates_fail(
            r, record, column, OT_E_SYNTAX,
            "is neither a month nor a day (2024-06, 2024-06-28)", err);
    }
    for (size_t c = 0; c < r->heads && status == OT_OK; c++) {
        if (r->head[c].used) {
            h.currency = r->head[c].currency;
            h.units = r->head[c].units;
            status = take_rate(r, record, c, &h, err);
        }
    }
    return status;
}

// The currency that a row is of; *skip where it is none or the reference.
static ot_status take_currency(ot_rates_form *r, const ot_record *record,
                               ot_rates_heading *h, bool *skip, ot_error *err)
{
    const size_t column = r->column[OT_RATES_CURRENCY];
    char code[12];

    *skip = true;
    h->units = 1;
    if (!ot__rates_currency(at(record, column), code, &h->units) ||
        strcmp(code, r->r->reference) == 0) {
        return OT_OK;
    }
    *skip = false;
    return ot__rates_number(r, code, &h->currency, err);
}

static ot_status take_months(ot_rates_form *r, const ot_record *record,
                             ot_error *err)
{
    ot_rates_heading of;
    bool skip;
    ot_status status = take_currency(r, record, &of, &skip, err);

    for (size_t c = 0; c < r->heads && status == OT_OK && !skip; c++) {
        ot_rates_heading h = r->head[c];
        h.currency = of.currency;
        h.units = of.units;
        status = h.used ? take_rate(r, record, c, &h, err) : OT_OK;
    }
    return status;
}

// The columns `base` and `units` of a row.
static ot_status take_terms(ot_rates_form *r, const ot_record *record,
                            ot_rates_heading *h, ot_error *err)
{
    const ot_str base = at(record, r->column[OT_RATES_BASE]);
    double units = 1;
    char code[12];

    if (r->column[OT_RATES_UNITS] < record->n &&
        at(record, r->column[OT_RATES_UNITS]).n > 0) {
        const ot_status status =
            read_number(r, record, r->column[OT_RATES_UNITS], &units, err);
        if (status != OT_OK) {
            return status;
        }
        h->units *= units;
    }
    if (r->column[OT_RATES_BASE] == OT_NOWHERE) {
        return OT_OK;
    }
    if (!ot__rates_currency(base, code, &units) || units != 1) {
        return ot__rates_fail(r, record, r->column[OT_RATES_BASE], OT_E_SYNTAX,
                              "is not a currency", err);
    }
    return ot__rates_base(r, code, record, r->column[OT_RATES_BASE], err);
}

static ot_status take_row(ot_rates_form *r, const ot_record *record,
                          ot_error *err)
{
    const size_t column = r->column[OT_RATES_PERIOD];
    ot_rates_heading h;
    bool skip;

    if (is_note(record, 0)) {
        return OT_OK;
    }
    ot_status status = take_currency(r, record, &h, &skip, err);
    if (status != OT_OK || skip) {
        return status;
    }
    status = take_terms(r, record, &h, err);
    if (status != OT_OK || strcmp(ot__intern_text(&r->r->codes, h.currency),
                                  r->r->reference) == 0) {
        return status;
    }
    if (!ot__rates_date(at(record, column), &h.month, &h.day)) {
        return ot__rates_fail(
            r, record, column, OT_E_SYNTAX,
            "is neither a month nor a day (2024-06, 2024-06-28)", err);
    }
    return take_rate(r, record, r->column[OT_RATES_RATE], &h, err);
}

// ---- the file --------------------------------------------------------------

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_rates_form *r = context;

    switch (r->shape) {
    case OT_RATES_ROWS:
        return take_row(r, record, err);
    case OT_RATES_CURRENCIES_ACROSS:
        return take_currencies(r, record, err);
    case OT_RATES_MONTHS_ACROSS:
        return take_months(r, record, err);
    default:
        return ot__rates_header(r, record, err);
    }
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    const ot_rates_form *r = context;
    const ot_place place = {r->path, line, 0};

    return ot_fail(err, OT_E_SYNTAX, &place, "%s", what);
}

// "base=EUR", "quote=AMD", "decimal=comma"
static ot_status take_setting(ot_rates_form *r, ot_str key, ot_str value,
                              ot_error *err)
{
    const bool base = ot__str_same(key, "base"),
               quote = ot__str_same(key, "quote");
    char code[12], shown[48];
    double units;

    if ((base || quote) && ot__rates_currency(value, code, &units) &&
        units == 1 && !r->from_set) {
        ot__str_copy(ot__str(code), r->r->reference, sizeof r->r->reference);
        r->r->quoted = quote;
        r->from_set = true;
        return OT_OK;
    }
    if (ot__str_same(key, "decimal") &&
        (ot__str_same(value, "comma") || ot__str_same(value, "point"))) {
        r->mark = ot__str_same(value, "comma") ? ',' : '.';
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--rates-set takes base=CURRENCY or quote=CURRENCY, and "
                   "decimal=comma or point; not '%s'",
                   ot__str_copy(key, shown, sizeof shown));
}

static ot_status take_settings(ot_rates_form *r, const char *set, ot_error *err)
{
    ot_str rest = ot__str(set);
    ot_status status = OT_OK;

    while (rest.n > 0 && status == OT_OK) {
        ot_str value = ot__str_cut(&rest, ',');
        const ot_str key = ot__str_cut(&value, '=');
        status = take_setting(r, ot__str_trim(key), ot__str_trim(value), err);
    }
    return status;
}

ot_status ot__rates_take(ot_rates *rates, ot_source *source, const char *set,
                         ot_error *err)
{
    ot_rates_form r = {.r = rates, .path = ot__source_path(source)};
    ot_csv csv = {.see = see, .bad = bad, .context = &r};
    const ot_place place = {r.path, 0, 0};
    ot_status status = take_settings(&r, set, err);

    if (status == OT_OK) {
        status = ot__csv_read(source, &csv, err);
    }
    free(r.head);
    if (status == OT_OK && r.shape == OT_RATES_NONE) {
        return ot_fail(err, OT_E_DATA, &place, OT_RATES_NO_HEADER);
    }
    return status == OT_OK ? ot__rates_seal(rates, r.path, err) : status;
}
