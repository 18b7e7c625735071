// SPDX-License-Identifier: GPL-3.0-or-later
// landing_misses.c - how the landing and each rule missed in past years.

#include "cli/landing.h"

#include <math.h>
#include <string.h>

#include "cli/out.h"

// ---- in words --------------------------------------------------------------

// "-2 %", "+0.3 %"
static char *miss_text(char out[], double miss)
{
    char number[OT_NUMBER_SIZE];
    const int decimals = fabs(miss) < 0.0095 && fabs(miss) >= 0.0005;

    ot__fixed(number, 100 * miss, decimals);
    snprintf(out, OT_NUMBER_SIZE, "%s%s %%",
             miss > 0 && strspn(number, "0.") != strlen(number) ? "+" : "",
             number);
    return out;
}

static char *miss_period(char out[], ot_period p)
{
    if (p.months == 12 && ot_month_of_year(p.first) != 1) {
        snprintf(out, 64, "%d/%02d", ot_month_year(p.first),
                 (ot_month_year(p.first) + 1) % 100);
        return out;
    }
    return ot_period_short(p, out);
}

void landing_missed(char text[], const ot_miss miss[], size_t misses,
                    double usual, size_t worst)
{
    char middle[OT_NUMBER_SIZE], largest[OT_NUMBER_SIZE], when[64];

    snprintf(text, 256, "usual %s, worst %s (%s), %zu year%s",
             miss_text(middle, usual), miss_text(largest, miss[worst].miss),
             miss_period(when, miss[worst].period), misses,
             misses == 1 ? "" : "s");
}

void landing_record_words(ot_sheet *sheet, const ot_projection *q)
{
    char miss[OT_NUMBER_SIZE], when[64];

    for (size_t i = 0; i < q->landings; i++) {
        const ot_landing *l = &q->landing[i];
        ot_buf line = {0};
        for (size_t k = 0; k < l->misses; k++) {
            ot__buf_format(&line, "%s%s %s", k > 0 ? ", " : "",
                           miss_period(when, l->miss[k].period),
                           miss_text(miss, l->miss[k].miss));
        }
        if (l->misses > 0) {
            ot_sheet_note(sheet, "misses of \"%s\": %s", l->method->summary,
                          ot__buf_cstr(&line));
        }
        ot__buf_free(&line);
    }
}

// ---- for machines ----------------------------------------------------------

static void put_rows(ot_sheet *sheet, const projected *p, const char *rule,
                     const ot_miss miss[], size_t n)
{
    const ot_interval none = ot_interval_none();
    char text[32];

    for (size_t i = 0; i < n; i++) {
        ot_sheet_row(sheet);
        ot_sheet_text(sheet, 0, rule);
        ot_sheet_text(sheet, 1, p->name);
        ot_sheet_text(sheet, 2, ot_period_text(miss[i].period, text));
        ot_sheet_number(sheet, 3, miss[i].said, none);
        ot_sheet_number(sheet, 4, miss[i].outcome, none);
        ot_sheet_number(sheet, 5, miss[i].miss, none);
    }
}

ot_sheet *landing_misses_sheet(ot_unit unit, const projected p[], size_t count)
{
    const ot_column columns[] = {
        {"rule", "", OT_COLUMN_TEXT, unit},
        {"series", "", OT_COLUMN_TEXT, unit},
        {"period", "", OT_COLUMN_TEXT, unit},
        {"said", "", OT_COLUMN_AMOUNT, unit},
        {"outcome", "", OT_COLUMN_AMOUNT, unit},
        {"miss", "", OT_COLUMN_CHANGE, unit},
    };
    ot_sheet *sheet =
        ot_sheet_new("misses", columns, sizeof columns / sizeof columns[0]);

    for (size_t k = 0; sheet != NULL && k < count; k++) {
        const ot_projection *q = p[k].projection;
        put_rows(sheet, &p[k], "landing", p[k].outlook->miss,
                 p[k].outlook->misses);
        for (size_t i = 0; i < q->landings; i++) {
            put_rows(sheet, &p[k], q->landing[i].method->name,
                     q->landing[i].miss, q->landing[i].misses);
        }
    }
    return sheet;
}
