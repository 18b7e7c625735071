// SPDX-License-Identifier: GPL-3.0-or-later
// say_plain.c - names and amounts as running text has them.

#include <math.h>
#include <string.h>

#include "report/sentence.h"

// ---- names ------------------------------------------------------------------

static bool ends_in(const char *text, const char *end)
{
    const size_t n = strlen(text), m = strlen(end);

    return n >= m && strcmp(text + n - m, end) == 0;
}

// Islands, republics, unions, and some others.
static bool has_article(const char *name)
{
    static const char *const ends[] = {"Islands", "Republic", "Republics",
                                       "Union",   "States",   "Kingdom",
                                       "Emirates"};
    static const char *const names[] = {
        "US",      "UK",     "UAE",      "EU",          "Bahamas",
        "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines"};

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (ends_in(name, ends[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

void ot__say_with_article(ot_buf *b, const char *name)
{
    ot__buf_format(b, "%s%s", has_article(name) ? "the " : "", name);
}

void ot__say_owner(ot_buf *b, const char *name, bool article)
{
    const bool letters = strcmp(name, "US") == 0 || strcmp(name, "UK") == 0 ||
                         strcmp(name, "EU") == 0;

    if (letters) {
        ot__buf_format(b, "%s%s ", article ? "the " : "", name);
        return;
    }
    ot__say_with_article(b, name);
    ot__buf_text(b, ends_in(name, "s") ? "' " : "'s ");
}

// ---- amounts ----------------------------------------------------------------

static const struct {
    int exponent;
    const char *word;
} scales[] = {{12, " trillion"},
              {9, " billion"},
              {6, " million"},
              {3, " thousand"},
              {0, ""}};

static const struct {
    const char *code, *words;
} units[] = {{"USD", "US dollars"},
             {"EUR", "euros"},
             {"GBP", "pounds"},
             {"JPY", "yen"},
             {"CNY", "yuan"}};

static const char *unit_words(const ot_unit *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(unit->code, units[i].code) == 0) {
            return units[i].words;
        }
    }
    return unit->code;
}

// Three figures, four above a hundred, and not more than the data hold.
static int decimals_of(double shown, double width)
{
    int decimals = shown < 9.995 ? 2 : 1;

    while (decimals > 0 && width > pow(10, -decimals)) {
        decimals--;
    }
    return decimals;
}

void ot__say_plain_amount(ot_buf *b, ot_value value, ot_unit unit,
                          bool with_unit)
{
    const double size = fabs(value.y);
    char number[OT_NUMBER_SIZE];
    size_t i = 0;

    // What would be rounded to a thousand goes under the next word.
    while (scales[i].exponent > 0 &&
           size < 0.99995 * pow(10, scales[i].exponent)) {
        i++;
    }
    const double factor = pow(10, scales[i].exponent);
    const int decimals =
        scales[i].exponent == 0 && size == floor(size)
            ? 0
            : decimals_of(size / factor, 2 * value.half / factor);
    ot__buf_format(b, "%s%s", ot__fixed(number, size / factor, decimals),
                   scales[i].word);
    if (with_unit) {
        ot__buf_format(b, " %s", unit_words(&unit));
    }
}
