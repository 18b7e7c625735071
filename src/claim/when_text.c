// SPDX-License-Identifier: GPL-3.0-or-later
// when_text.c - a phrase of time as a period, or as words where no year is
// known: "relative:last-year:01/08".

#include <stdio.h>
#include <string.h>

#include "claim/said.h"

// Months in which fiscal years begin, where it is not January.
static const struct {
    const char *code;
    int month;
} fiscal_starts[] = {{"IND", 4}, {"JPN", 4},  {"GBR", 4}, {"PAK", 7},
                     {"BGD", 7}, {"EGY", 7},  {"AUS", 7}, {"NZL", 7},
                     {"NPL", 7}, {"ETH", 7},  {"KEN", 7}, {"MMR", 4},
                     {"ZAF", 4}, {"THA", 10}, {"CAN", 4}, {"SGP", 4}};

static int fiscal_start(ot_area reporter, int year)
{
    const char *code = ot_area_code(reporter);

    for (size_t i = 0; i < sizeof fiscal_starts / sizeof fiscal_starts[0];
         i++) {
        if (strcmp(code, fiscal_starts[i].code) == 0) {
            return fiscal_starts[i].month;
        }
    }
    if (strcmp(code, "USA") == 0) {
        return year < 1977 ? 7 : 10;
    }
    return 0;
}

static bool has_months(const ot_when *w)
{
    return w->first > 0 && w->months > 0;
}

// The year a phrase names by itself, or by the document's date.
static bool year_of(const ot_when *w, ot_period known, const ot_dating *d,
                    int *year)
{
    const bool dated = d->date != OT_DAY_NONE;
    const int32_t today = dated ? ot_day_month(d->date) : 0;

    switch (w->whose) {
    case YEAR_NUMBER:
        *year = w->year;
        return true;
    case YEAR_THIS:
        *year = ot_month_year(today);
        return dated;
    case YEAR_NEXT:
        *year = ot_month_year(today) + 1;
        return dated;
    case YEAR_LAST:
        *year = ot_month_year(today) - 1;
        return dated;
    case YEAR_NOT_SAID: {
        if (known.months > 0 && w->kind == WHEN_MONTH) {
            *year = ot_month_year(known.first - 1) -
                    (w->first > ot_month_of_year(known.first - 1));
            return true; // compared with March: the last one before
        }
        // The last such months that were over, or running, on that day.
        const int32_t end =
            12 * ot_month_year(today) + w->first - 1 +
            (w->kind == WHEN_TO || w->kind == WHEN_YEAR_TO ? 0 : w->months - 1);
        *year = ot_month_year(today) - (end > today);
        return dated && has_months(w);
    }
    default:
        return false;
    }
}

static bool ends_there(ot_when_kind kind)
{
    return kind == WHEN_TO || kind == WHEN_YEAR_TO || kind == WHEN_HALF_TO ||
           kind == WHEN_QUARTER_TO;
}

static ot_period months_of(const ot_when *w, int year)
{
    if (ends_there(w->kind)) {
        const int32_t last = 12 * year + w->first - 1;
        return ot_period_range(last - w->months + 1, last);
    }
    if (!has_months(w)) {
        return ot_period_year(year);
    }
    return (ot_period){12 * year + w->first - 1, w->months};
}

static const char *year_words(ot_year_of whose)
{
    static const char *const words[] = {
        [YEAR_NOT_SAID] = "",
        [YEAR_NUMBER] = "",
        [YEAR_SPOKEN] = "this-year",
        [YEAR_THIS] = "this-year",
        [YEAR_LAST] = "last-year",
        [YEAR_NEXT] = "next-year",
        [YEAR_BEFORE] = "year-ago",
        [YEAR_FISCAL_THIS] = "this-fiscal-year",
        [YEAR_FISCAL_LAST] = "last-fiscal-year",
    };
    return words[whose];
}

// "The first half of the fiscal year", from its own first month; false: which
// month that is, is not known.
static bool in_fiscal_year(ot_when *w, ot_area reporter)
{
    const bool counted = w->kind == WHEN_FIRST || w->kind == WHEN_HALF ||
                         w->kind == WHEN_QUARTER || w->kind == WHEN_QUARTERS;
    const bool fiscal =
        w->whose == YEAR_FISCAL_THIS || w->whose == YEAR_FISCAL_LAST;

    if (!counted || !fiscal) {
        return true;
    }
    const int start = fiscal_start(reporter, 2000);
    w->first = start > 0 ? (w->first + start - 2) % 12 + 1 : 0;
    return start > 0;
}

static void relative(const ot_when *phrase, ot_area reporter,
                     char out[OT_WHEN_SIZE])
{
    ot_when own = *phrase;
    const ot_when *w = &own;

    if (!in_fiscal_year(&own, reporter)) {
        own.months = 0;
    }
    const char *year = w->whose == YEAR_BEFORE && has_months(w)
                           ? "last-year"
                           : year_words(w->whose);

    if (!has_months(w)) {
        snprintf(out, OT_WHEN_SIZE, "%s%s",
                 year[0] != '\0' ? "relative:" : "unknown", year);
        return;
    }
    const int last =
        ends_there(w->kind) ? w->first : (w->first + w->months - 2) % 12 + 1;
    const int first = ends_there(w->kind)
                          ? ((w->first - w->months) % 12 + 12) % 12 + 1
                          : w->first;
    snprintf(out, OT_WHEN_SIZE, "relative:%s%s%02d/%02d", year,
             year[0] != '\0' ? ":" : "", first, last);
}

static ot_period absolute(ot_period p, char out[OT_WHEN_SIZE])
{
    const int32_t last = ot_period_last(p);

    snprintf(out, OT_WHEN_SIZE, "%04d-%02d/%04d-%02d", ot_month_year(p.first),
             ot_month_of_year(p.first), ot_month_year(last),
             ot_month_of_year(last));
    return p;
}

static ot_period fiscal(const ot_when *w, const ot_dating *d,
                        char out[OT_WHEN_SIZE])
{
    const bool pair = !w->single;
    const int start = fiscal_start(d->reporter, w->year);

    if (start == 0) {
        snprintf(out, OT_WHEN_SIZE, pair ? "fiscal:%d/%02d" : "fiscal:%d",
                 w->year, (w->year + 1) % 100);
        return (ot_period){0, 0};
    }
    const int year = pair ? w->year : w->year - 1;
    return absolute((ot_period){12 * year + start - 1, 12}, out);
}

// Phrases that name a number of years, or a time without one.
static bool counted(const ot_when *w, const ot_dating *d,
                    char out[OT_WHEN_SIZE], ot_period *p)
{
    const int year =
        d->date != OT_DAY_NONE ? ot_month_year(ot_day_month(d->date)) : 0;

    switch (w->kind) {
    case WHEN_TO_DATE:
        snprintf(out, OT_WHEN_SIZE, "relative:YTD");
        return true;
    case WHEN_NOW:
        snprintf(out, OT_WHEN_SIZE, "relative:now");
        return true;
    case WHEN_PAST:
        snprintf(out, OT_WHEN_SIZE, "relative:past-%d-years", w->year);
        return true;
    case WHEN_NEXT:
        snprintf(out, OT_WHEN_SIZE, "relative:next-%d-years", w->year);
        return true;
    case WHEN_AGO:
        if (year > 0) {
            *p = absolute(ot_period_year(year - w->year), out);
        } else {
            snprintf(out, OT_WHEN_SIZE, "relative:%d-years-ago", w->year);
        }
        return true;
    default:
        return false;
    }
}

// A phrase that leans on the period spoken of: "the same period of 2023".
static bool leaning(const ot_when *w, const ot_when *main, ot_period known,
                    const ot_dating *d, char out[OT_WHEN_SIZE], ot_period *p)
{
    const bool same = w->kind == WHEN_SAME && w->whose == YEAR_NUMBER;

    if (w->kind == WHEN_PREVIOUS) {
        if (known.months > 0) {
            *p = absolute(ot_period_shift(known, -known.months), out);
        } else if (main != NULL && main->kind == WHEN_MONTH) {
            const int month = (main->first + 10) % 12 + 1;
            snprintf(out, OT_WHEN_SIZE, "relative:%02d/%02d", month, month);
        } else {
            snprintf(out, OT_WHEN_SIZE, "unknown");
        }
        return true;
    }
    if (same) {
        if (main != NULL && has_months(main)) {
            *p = absolute(months_of(main, w->year), out);
        } else {
            snprintf(out, OT_WHEN_SIZE, "relative:same-period-%d", w->year);
        }
        return true;
    }
    if (w->kind == WHEN_YEAR_BEFORE || w->kind == WHEN_SAME ||
        (w->whose == YEAR_BEFORE && !has_months(w))) {
        if (known.months > 0) {
            *p = absolute(ot_period_year_before(known), out);
        } else if (main != NULL && has_months(main) && w->whose == YEAR_LAST) {
            ot_when last = *main;
            last.whose = YEAR_LAST;
            relative(&last, d->reporter, out);
        } else {
            snprintf(out, OT_WHEN_SIZE, "relative:year-ago");
        }
        return true;
    }
    return false;
}

ot_period ot__when_text(const ot_when *w, const ot_when *main, ot_period known,
                        const ot_dating *d, char out[OT_WHEN_SIZE])
{
    ot_period p = {0, 0};
    int year;

    if (w == NULL || w->kind == WHEN_NONE || w->kind == WHEN_HERE) {
        snprintf(out, OT_WHEN_SIZE, "unknown");
    } else if (counted(w, d, out, &p) || leaning(w, main, known, d, out, &p)) {
        return p;
    } else if (w->kind == WHEN_FISCAL) {
        return fiscal(w, d, out);
    } else if (year_of(w, known, d, &year)) {
        return absolute(months_of(w, year), out);
    } else if (w->whose == YEAR_BEFORE && known.months > 0) {
        return absolute(months_of(w, ot_month_year(known.first) - 1), out);
    } else {
        relative(w, d->reporter, out);
    }
    return p;
}
