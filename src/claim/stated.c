// SPDX-License-Identifier: GPL-3.0-or-later
// stated.c - figures and their units as a claims file states them.

#include <stdio.h>
#include <string.h>

#include "claim/claims.h"
#include "claim/said.h"

// ---- currencies -------------------------------------------------------------

// Names and signs that several countries use, with whose they can be. A sign
// alone that is none of theirs: the first row's default; NULL: it stays open.
static const struct {
    const char *sign, *country, *currency;
} national[] = {
    {"$", NULL, "USD"},         {"$", "CAN", "CAD"},
    {"$", "AUS", "AUD"},        {"$", "NZL", "NZD"},
    {"$", "HKG", "HKD"},        {"$", "SGP", "SGD"},
    {"franc", NULL, NULL},      {"franc", "FRA", "FRF"},
    {"franc", "BEL", "BEF"},    {"franc", "BLX", "BEF"},
    {"franc", "CHE", "CHF"},    {"franc", "LUX", "LUF"},
    {"dinar", NULL, NULL},      {"dinar", "KWT", "KWD"},
    {"dinar", "JOR", "JOD"},    {"dinar", "IRQ", "IQD"},
    {"dinar", "DZA", "DZD"},    {"dinar", "TUN", "TND"},
    {"dinar", "SRB", "RSD"},    {"dinar", "BHR", "BHD"},
    {"dinar", "YUG", "YUD"},    {"crown", NULL, NULL},
    {"crown", "SWE", "SEK"},    {"crown", "NOR", "NOK"},
    {"crown", "DNK", "DKK"},    {"crown", "CZE", "CZK"},
    {"crown", "ISL", "ISK"},    {"dirham", NULL, NULL},
    {"dirham", "ARE", "AED"},   {"dirham", "MAR", "MAD"},
    {"peso", NULL, NULL},       {"peso", "MEX", "MXN"},
    {"peso", "ARG", "ARS"},     {"peso", "CHL", "CLP"},
    {"peso", "COL", "COP"},     {"peso", "PHL", "PHP"},
    {"rupee", NULL, "INR"},     {"rupee", "PAK", "PKR"},
    {"rupee", "LKA", "LKR"},    {"rupee", "NPL", "NPR"},
    {"mark", NULL, "DEM"},      {"mark", "FIN", "FIM"},
    {"mark", "DDR", "DDM"},     {"lira", NULL, NULL},
    {"lira", "TUR", "TRY"},     {"lira", "ITA", "ITL"},
    {"shilling", NULL, NULL},   {"shilling", "KEN", "KES"},
    {"shilling", "UGA", "UGX"}, {"shilling", "TZA", "TZS"},
    {"rouble", NULL, "RUB"},    {"rouble", "SUN", "SUR"},
    {"rial", NULL, NULL},       {"rial", "IRN", "IRR"},
    {"rial", "OMN", "OMR"},     {"rial", "SAU", "SAR"},
    {"\u00a5", NULL, NULL},     {"\u00a5", "JPN", "JPY"},
    {"\u00a5", "CHN", "CNY"},
};

const char *ot__currency_of(const ot_amount *a, ot_area reporter)
{
    const char *found = "";

    if (a->dimension != OT_DIM_MONEY || a->unit[0] != '?') {
        return a->dimension == OT_DIM_MONEY ? a->unit : "";
    }
    for (size_t i = 0; i < sizeof national / sizeof national[0]; i++) {
        if (strcmp(a->unit + 1, national[i].sign) != 0) {
            continue;
        }
        if (national[i].country == NULL) {
            found = national[i].currency != NULL ? national[i].currency : "";
        } else if (strcmp(ot_area_code(reporter), national[i].country) == 0) {
            return national[i].currency;
        }
    }
    return found;
}

void ot__unit_text(const ot_amount *a, ot_per per, ot_area reporter,
                   char out[OT_UNIT_SIZE])
{
    static const char *const pers[] = {"", "/day", "/month", "/year"};
    const char *code = ot__currency_of(a, reporter);

    switch (a->dimension) {
    case OT_DIM_PERCENT:
        snprintf(out, OT_UNIT_SIZE, "percent");
        return;
    case OT_DIM_POINTS:
        snprintf(out, OT_UNIT_SIZE, "pp");
        return;
    case OT_DIM_TIMES:
        snprintf(out, OT_UNIT_SIZE, "times");
        return;
    case OT_DIM_QUANTITY:
        snprintf(out, OT_UNIT_SIZE, "%s%s", a->unit,
                 strchr(a->unit, '/') == NULL ? pers[per] : "");
        return;
    default:
        break;
    }
    if (code[0] == '\0' && a->unit[0] == '?') {
        snprintf(out, OT_UNIT_SIZE, "ambiguous:%s%s", a->unit + 1, pers[per]);
    } else {
        snprintf(out, OT_UNIT_SIZE, "%s%s", code[0] != '\0' ? code : "unknown",
                 pers[per]);
    }
}

// ---- figures ----------------------------------------------------------------

static const char *hedge_words(ot_hedge hedge)
{
    static const char *const words[] = {
        [OT_HEDGE_NONE] = "",
        [OT_HEDGE_EXACT] = "exactly ",
        [OT_HEDGE_OVER] = "more than ",
        [OT_HEDGE_AT_LEAST] = "at least ",
        [OT_HEDGE_NEARLY] = "nearly ",
        [OT_HEDGE_UNDER] = "less than ",
        [OT_HEDGE_UP_TO] = "up to ",
        [OT_HEDGE_ABOUT] = "about ",
        [OT_HEDGE_SLIGHTLY_OVER] = "slightly more than ",
        [OT_HEDGE_SLIGHTLY_UNDER] = "slightly less than ",
        [OT_HEDGE_RANGE] = "",
    };
    return words[hedge];
}

static const char *scale_words(ot_str scale)
{
    static const struct {
        int exponent;
        const char *word;
    } words[] = {{2, " hundred"},  {3, " thousand"}, {5, " lakh"},
                 {6, " million"},  {7, " crore"},    {9, " billion"},
                 {12, " trillion"}};
    int exponent = 0;

    if (scale.n == 0 || ot_scale_word(scale.at, scale.n, &exponent) == 0) {
        return "";
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (words[i].exponent == exponent) {
            return words[i].word;
        }
    }
    return "";
}

// A number with all its digits; a word as the number it is.
static void number_words(ot_str number, const ot_amount *a, const ot_grammar *g,
                         char out[48])
{
    char text[OT_NUMBER_SIZE];
    ot_decimal d;

    if (ot_decimal_parse(number.at, number.n, (ot_decimal_form){g->words->mark},
                         &d, NULL) == OT_OK) {
        ot_decimal_text(d, out);
    } else {
        const ot_number_word *w = g->words->number;
        while (w->word != NULL && !ot__str_same(number, w->word)) {
            w++;
        }
        ot__digits15(text, w->word != NULL ? w->value : a->value);
        ot__str_copy(ot__str(text), out, 48);
    }
}

// The English figure word of the same meaning: what a claims file has.
static const char *figure_words(const ot_amount *a)
{
    for (const ot_figure_word *f = ot__words_english.figure; f->phrase != NULL;
         f++) {
        if (f->value == a->value && f->dimension == a->dimension &&
            f->half == a->word->half) {
            return f->phrase;
        }
    }
    return "";
}

void ot__stated_text(const ot_spoken *s, const ot_amount *a,
                     const ot_grammar *g, const char *currency,
                     char out[OT_STATED_SIZE])
{
    const char *minus = s->sign < 0 ? "minus " : "";
    const char *unit = a->dimension == OT_DIM_PERCENT  ? " %"
                       : a->dimension == OT_DIM_POINTS ? " pp"
                       : a->dimension == OT_DIM_TIMES  ? " times"
                                                       : "";
    char low[48], high[48];

    if (s->kind == OT_CLAIM_RANK) {
        ot__rank_text(s->rank, s->partners, s->rates, out);
        return;
    }
    if (s->kind == OT_CLAIM_RUN) {
        snprintf(out, OT_STATED_SIZE, "exactly %d", s->rank);
        return;
    }
    if (a->word != NULL) {
        snprintf(out, OT_STATED_SIZE, "%s%s%s", minus, hedge_words(a->hedge),
                 figure_words(a));
        return;
    }
    number_words(a->number, a, g, low);
    high[0] = '\0';
    if (a->high.n > 0) {
        number_words(a->high, a, g, high);
    }
    snprintf(out, OT_STATED_SIZE, "%s%s%s%s%s%s%s%s%s", minus,
             hedge_words(a->hedge), low, high[0] != '\0' ? "-" : "", high,
             scale_words(a->scale), unit, currency[0] != '\0' ? " " : "",
             currency);
}
