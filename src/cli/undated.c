// SPDX-License-Identifier: GPL-3.0-or-later
// undated.c - periods of a text whose date is not known.

#include "cli/undated.h"

#include <string.h>

enum { OWN_YEAR = 9000, FIRST_YEAR = 8900 };

static bool read_number(ot_str *s, int *number)
{
    size_t n = 0;

    *number = 0;
    while (n < s->n && n < 3 && s->at[n] >= '0' && s->at[n] <= '9') {
        *number = 10 * *number + (s->at[n++] - '0');
    }
    s->at += n;
    s->n -= n;
    return n > 0;
}

// "this-year", "2-years-ago"; nothing: months of this year.
static bool read_year(ot_str word, int *year)
{
    static const struct {
        const char *word;
        int shift;
    } years[] = {
        {"", 0}, {"this-year", 0}, {"last-year", -1}, {"next-year", 1}};
    int ago;

    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        if (ot__str_equal(word, years[i].word)) {
            *year = OWN_YEAR + years[i].shift;
            return true;
        }
    }
    const bool counted =
        read_number(&word, &ago) && ago < 90 &&
        (ot__str_equal(word, "-years-ago") || ot__str_equal(word, "-year-ago"));
    *year = OWN_YEAR - ago;
    return counted;
}

// "01/09"
static bool read_months(ot_str word, int year, ot_period *p)
{
    int first, last;

    if (!read_number(&word, &first) || word.n == 0 || word.at[0] != '/') {
        return false;
    }
    word.at++;
    word.n--;
    if (!read_number(&word, &last) || word.n > 0 || first < 1 || first > 12 ||
        last < 1 || last > 12) {
        return false;
    }
    *p = (ot_period){12 * year + first - 1, (last - first + 12) % 12 + 1};
    return true;
}

static bool settle(const char *said, ot_period *p)
{
    ot_str rest = ot__str(said);
    int year;

    if (p->months > 0 || !ot__str_starts(rest, "relative:")) {
        return false;
    }
    (void)ot__str_cut(&rest, ':');
    const ot_str word = ot__str_cut(&rest, ':');
    if (rest.n == 0 && read_months(word, OWN_YEAR, p)) {
        return true;
    }
    if (!read_year(word, &year)) {
        return false;
    }
    if (rest.n > 0) {
        return read_months(rest, year, p);
    }
    *p = ot_period_year(year);
    return true;
}

void undated_settle(ot_claims *claims)
{
    for (size_t i = 0; i < claims->n; i++) {
        ot_claim *c = &claims->claim[i];
        (void)settle(c->said.base, &c->base);
        if (settle(c->said.period, &c->period) && c->base.months == 0) {
            c->base = ot_period_year_before(c->period);
        }
    }
}

void undated_clear(ot_claims *claims)
{
    for (size_t i = 0; i < claims->n; i++) {
        ot_claim *c = &claims->claim[i];
        if (undated_is(c->period) || undated_is(c->base)) {
            c->period = c->base = (ot_period){0, 0};
        }
    }
}

bool undated_is(ot_period period)
{
    return period.months > 0 && ot_month_year(period.first) >= FIRST_YEAR;
}

static void put_year(ot_buf *out, int year)
{
    if (year == OWN_YEAR) {
        ot__buf_text(out, "this year");
    } else if (year == OWN_YEAR - 1) {
        ot__buf_text(out, "last year");
    } else if (year == OWN_YEAR + 1) {
        ot__buf_text(out, "next year");
    } else {
        ot__buf_format(out, "%d years %s",
                       year < OWN_YEAR ? OWN_YEAR - year : year - OWN_YEAR,
                       year < OWN_YEAR ? "ago" : "on");
    }
}

char *undated_words(ot_period period, char out[])
{
    char text[64];
    ot_buf words = {0};

    ot_period_words(period, text);
    if (!undated_is(period)) {
        return ot__str_copy(ot__str(text), out, UNDATED_SIZE);
    }
    for (const char *at = text; *at != '\0';) {
        ot_str digits = ot__str(at);
        int year = 0;
        size_t n = 0;
        while (n < digits.n && at[n] >= '0' && at[n] <= '9') {
            year = 10 * year + (at[n++] - '0');
        }
        if (n == 4) {
            put_year(&words, year);
        } else {
            ot__buf_bytes(&words, at, n > 0 ? n : 1);
        }
        at += n > 0 ? n : 1;
    }
    ot__str_copy(ot__str(ot__buf_cstr(&words)), out, UNDATED_SIZE);
    ot__buf_free(&words);
    return out;
}
