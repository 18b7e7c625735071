// SPDX-License-Identifier: GPL-3.0-or-later
// rates_form.h - the form of a file of exchange rates while it is read.
#ifndef OT_DATA_RATES_FORM_H
#define OT_DATA_RATES_FORM_H

#include "data/csv.h"
#include "data/rates.h"

typedef enum ot_rates_shape {
    OT_RATES_NONE, // no header yet
    OT_RATES_ROWS,
    OT_RATES_CURRENCIES_ACROSS,
    OT_RATES_MONTHS_ACROSS
} ot_rates_shape;

enum {
    OT_RATES_PERIOD,
    OT_RATES_CURRENCY,
    OT_RATES_RATE,
    OT_RATES_BASE,
    OT_RATES_UNITS,
    OT_RATES_ROLE_COUNT
};

#define OT_NOWHERE SIZE_MAX

// What a column of figures is of.
typedef struct ot_rates_heading {
    bool used;
    uint16_t currency;
    double units;
    int32_t month;
    int day;
} ot_rates_heading;

typedef struct ot_rates_form {
    ot_rates *r;
    const char *path;
    char mark; // decimal; 0: not said
    ot_rates_shape shape;
    size_t column[OT_RATES_ROLE_COUNT];
    ot_rates_heading *head; // owned
    size_t heads;
    size_t looked; // records without a header so far
    bool from_set; // the reference was
} ot_rates_form;

// Looks whether a record is the header and binds its columns.
ot_status ot__rates_header(ot_rates_form *f, const ot_record *record,
                           ot_error *err);
// The number of a currency, known or new.
ot_status ot__rates_number(ot_rates_form *f, const char *code, uint16_t *number,
                           ot_error *err);
// What the rates are for: said by options, or by the file, not twice
// differently.
ot_status ot__rates_base(ot_rates_form *f, const char *base,
                         const ot_record *record, size_t column, ot_error *err);
// "'FIELD' WHAT", with its place.
ot_status ot__rates_fail(const ot_rates_form *f, const ot_record *record,
                         size_t column, ot_status status, const char *what,
                         ot_error *err);

// The end of the message where there is no header at all.
#define OT_RATES_NO_HEADER                                                     \
    "no header of exchange rates: month,currency,rate, or Date,USD,JPY,..., "  \
    "or currency,2024-01,2024-02,..."

#endif
