// SPDX-License-Identifier: GPL-3.0-or-later
// rates.h - exchange rates: the table, and what reading puts in it.
#ifndef OT_DATA_RATES_H
#define OT_DATA_RATES_H

#include "data/intern.h"
#include "data/source.h"
#include "outturn/rates.h"

#define OT_RATES_CURRENCIES 512

// One rate as read.
typedef struct ot_rate {
    int32_t month;
    uint32_t line;
    uint16_t currency; // number in codes
    uint8_t day;       // 1 to 31; 0: of the whole month
    double rate;       // of one unit
} ot_rate;

struct ot_rates {
    char *path;         // owned
    char reference[12]; // "": not known yet
    bool quoted;
    ot_intern codes;
    ot_rate *rate; // as read, until the table is made
    size_t rates, capacity;
    int32_t first, months; // of the table
    double *mean;          // codes.n x months; NaN: none
    uint8_t *days;         // days it was averaged over; 0: of the month
};

// The number of a currency, for ot__rates_at. OT_RATES_CURRENCIES for the
// reference; false: it is not in the file.
bool ot__rates_find(const ot_rates *r, const char *currency, size_t *number);
// As ot_rates_average of one month.
double ot__rates_at(const ot_rates *r, size_t from, size_t to, int32_t month);

// Adds a rate. OT_E_MEMORY
ot_status ot__rates_add(ot_rates *r, const ot_rate *rate, ot_error *err);
// Makes the table of what was added. OT_E_DATA two rates for one month or day.
ot_status ot__rates_seal(ot_rates *r, const char *path, ot_error *err);

// Reads what a source holds; the source's name is used for places.
ot_status ot__rates_take(ot_rates *r, ot_source *source, const char *set,
                         ot_error *err);

// A column or row name that is a currency: "USD", "US dollar", "100 JPY".
// *units is 1, or the number beside it.
bool ot__rates_currency(ot_str text, char code[12], double *units);
// "2024-06", "2024-06-28", "28.06.2024", "28 June 2024", "20240628", ...; *day
// 0: a whole month. false: neither a month nor a day.
bool ot__rates_date(ot_str text, int32_t *month, int *day);

#endif
