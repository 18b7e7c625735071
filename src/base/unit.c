// SPDX-License-Identifier: GPL-3.0-or-later
// unit.c - currencies, physical units and words of scale, as tables.

#include "outturn/unit.h"

#include <string.h>

#include "base/text.h"

// Words of scale. Single letters count only as written; the rest in any case.
static const struct {
    const char *word;
    signed char exponent;
    bool exact; // letter case matters
} scales[] = {
    {"thousands", 3, false},  {"thousand", 3, false}, {"thsd", 3, false},
    {"thous", 3, false},      {"ths", 3, false},      {"k", 3, true},
    {"millions", 6, false},   {"million", 6, false},  {"mln", 6, false},
    {"mio", 6, false},        {"mn", 6, false},       {"mil", 6, false},
    {"m", 6, true},           {"billions", 9, false}, {"billion", 9, false},
    {"bln", 9, false},        {"bn", 9, false},       {"b", 9, true},
    {"milliard", 9, false},   {"mlrd", 9, false},     {"trillion", 12, false},
    {"trln", 12, false},      {"trn", 12, false},     {"tn", 12, false},
    {"lakh", 5, false},       {"crore", 7, false},    {"hundred", 2, false},
    {"lakhs", 5, false},      {"crores", 7, false},   {"тыс", 3, false},
    {"тысяч", 3, false},      {"млн", 6, false},      {"миллион", 6, false},
    {"миллионов", 6, false},  {"млрд", 9, false},     {"миллиард", 9, false},
    {"миллиардов", 9, false}, {"трлн", 12, false},
};

// Currencies: signs, codes, names. The longest that fits is taken.
static const struct {
    const char *word;
    const char *code;
} currencies[] = {
    {"U.S. dollars", "USD"}, {"US dollars", "USD"},  {"U.S. dollar", "USD"},
    {"US dollar", "USD"},    {"dollars", "USD"},     {"dollar", "USD"},
    {"U.S. dlrs", "USD"},    {"dlrs", "USD"},        {"US$", "USD"},
    {"U.S.$", "USD"},        {"$", "USD"},           {"USD", "USD"},
    {"C$", "CAD"},           {"CAD", "CAD"},         {"A$", "AUD"},
    {"AUD", "AUD"},          {"euros", "EUR"},       {"euro", "EUR"},
    {"\u20ac", "EUR"},       {"EUR", "EUR"},         {"pounds", "GBP"},
    {"pound", "GBP"},        {"\u00a3", "GBP"},      {"GBP", "GBP"},
    {"yuan", "CNY"},         {"renminbi", "CNY"},    {"RMB", "CNY"},
    {"CNY", "CNY"},          {"yen", "JPY"},         {"JPY", "JPY"},
    {"rubles", "RUB"},       {"roubles", "RUB"},     {"ruble", "RUB"},
    {"rouble", "RUB"},       {"\u20bd", "RUB"},      {"RUB", "RUB"},
    {"drams", "AMD"},        {"dram", "AMD"},        {"\u058f", "AMD"},
    {"AMD", "AMD"},          {"tenge", "KZT"},       {"\u20b8", "KZT"},
    {"KZT", "KZT"},          {"sum", "UZS"},         {"UZS", "UZS"},
    {"lari", "GEL"},         {"\u20be", "GEL"},      {"GEL", "GEL"},
    {"rupees", "INR"},       {"rupee", "INR"},       {"\u20b9", "INR"},
    {"Rs.", "INR"},          {"INR", "INR"},         {"won", "KRW"},
    {"KRW", "KRW"},          {"lira", "TRY"},        {"TRY", "TRY"},
    {"francs", "CHF"},       {"CHF", "CHF"},         {"reais", "BRL"},
    {"R$", "BRL"},           {"BRL", "BRL"},         {"S$", "SGD"},
    {"SGD", "SGD"},          {"HK$", "HKD"},         {"HKD", "HKD"},
    {"NT$", "TWD"},          {"TWD", "TWD"},         {"hryvnia", "UAH"},
    {"UAH", "UAH"},          {"BYN", "BYN"},         {"AZN", "AZN"},
    {"manat", "AZN"},        {"KGS", "KGS"},         {"som", "KGS"},
    {"zloty", "PLN"},        {"PLN", "PLN"},         {"SEK", "SEK"},
    {"NOK", "NOK"},          {"DKK", "DKK"},         {"CZK", "CZK"},
    {"HUF", "HUF"},          {"RON", "RON"},         {"MXN", "MXN"},
    {"ZAR", "ZAR"},          {"AED", "AED"},         {"SAR", "SAR"},
    {"IDR", "IDR"},          {"MYR", "MYR"},         {"THB", "THB"},
    {"VND", "VND"},          {"NZD", "NZD"},         {"ARS", "ARS"},
    {"CLP", "CLP"},          {"COP", "COP"},         {"EGP", "EGP"},
    {"NGN", "NGN"},          {"PKR", "PKR"},         {"BDT", "BDT"},
    {"stg", "GBP"},          {"sterling", "GBP"},    {"rand", "ZAR"},
    {"H.K. dlrs", "HKD"},    {"H.K.", "HKD"},        {"DEM", "DEM"},
    {"DDM", "DDM"},          {"FRF", "FRF"},         {"BEF", "BEF"},
    {"LUF", "LUF"},          {"ITL", "ITL"},         {"FIM", "FIM"},
    {"NLG", "NLG"},          {"ESP", "ESP"},         {"PTE", "PTE"},
    {"GRD", "GRD"},          {"IEP", "IEP"},         {"KWD", "KWD"},
    {"JOD", "JOD"},          {"IQD", "IQD"},         {"DZD", "DZD"},
    {"TND", "TND"},          {"RSD", "RSD"},         {"BHD", "BHD"},
    {"YUD", "YUD"},          {"ISK", "ISK"},         {"MAD", "MAD"},
    {"PHP", "PHP"},          {"LKR", "LKR"},         {"NPR", "NPR"},
    {"IRR", "IRR"},          {"OMR", "OMR"},         {"ILS", "ILS"},
    {"долларов США", "USD"}, {"долл. США", "USD"},   {"долларов", "USD"},
    {"долл", "USD"},         {"доллары США", "USD"}, {"рублей", "RUB"},
    {"евро", "EUR"},         {"тенге", "KZT"},       {"драмов", "AMD"},
};

static const struct {
    const char *word;
    const char *code;
    signed char scale;
    ot_dimension dimension;
} physical[] = {
    {"kilograms", "kg", 0, OT_DIM_WEIGHT},
    {"kilogram", "kg", 0, OT_DIM_WEIGHT},
    {"kg", "kg", 0, OT_DIM_WEIGHT},
    {"metric tons", "kg", 3, OT_DIM_WEIGHT},
    {"tonnes", "kg", 3, OT_DIM_WEIGHT},
    {"tonne", "kg", 3, OT_DIM_WEIGHT},
    {"tons", "kg", 3, OT_DIM_WEIGHT},
    {"t", "kg", 3, OT_DIM_WEIGHT},
    {"percent", "%", 0, OT_DIM_PERCENT},
    {"per cent", "%", 0, OT_DIM_PERCENT},
    {"%", "%", 0, OT_DIM_PERCENT},
    {"percentage points", "pp", 0, OT_DIM_POINTS},
    {"pp", "pp", 0, OT_DIM_POINTS},
    {"times", "times", 0, OT_DIM_TIMES},
    {"barrels", "barrels", 0, OT_DIM_QUANTITY},
    {"litres", "l", 0, OT_DIM_QUANTITY},
    {"liters", "l", 0, OT_DIM_QUANTITY},
    {"l", "l", 0, OT_DIM_QUANTITY},
    {"pieces", "u", 0, OT_DIM_QUANTITY},
    {"units", "u", 0, OT_DIM_QUANTITY},
    {"number", "u", 0, OT_DIM_QUANTITY},
    {"count", "u", 0, OT_DIM_QUANTITY},
    {"u", "u", 0, OT_DIM_QUANTITY},
    {"m\u00b2", "m2", 0, OT_DIM_QUANTITY},
    {"m\u00b3", "m3", 0, OT_DIM_QUANTITY},
    {"m2", "m2", 0, OT_DIM_QUANTITY},
    {"m3", "m3", 0, OT_DIM_QUANTITY},
    {"carat", "carat", 0, OT_DIM_QUANTITY},
    {"1000 kWh", "kWh", 3, OT_DIM_QUANTITY},
    {"kWh", "kWh", 0, OT_DIM_QUANTITY},
    {"n/a", "", 0, OT_DIM_NONE},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

// Most words are out by their first byte.
static bool may_be(ot_str s, const char *word)
{
    return s.n > 0 && (s.at[0] | 0x20) == (word[0] | 0x20);
}

// Does a word stand at the start of s, and end where letters end?
static bool word_at(ot_str s, const char *word, bool exact)
{
    const size_t n = strlen(word);

    if (s.n < n ||
        !(exact ? memcmp(s.at, word, n) == 0 : ot__str_starts(s, word))) {
        return false;
    }
    return s.n == n || !is_letter(word[n - 1]) || !is_letter(s.at[n]);
}

size_t ot_scale_word(const char *text, size_t n, int *exponent)
{
    const ot_str s = {text, n};
    size_t best = 0;

    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        if (!may_be(s, scales[i].word)) {
            continue;
        }
        const size_t length = strlen(scales[i].word);
        if (length > best && word_at(s, scales[i].word, scales[i].exact)) {
            best = length;
            *exponent = scales[i].exponent;
        }
    }
    // "mln." - but not the full stop that ends a sentence.
    if (best > 0 && best < n && text[best] == '.' && best <= 5 &&
        best + 1 < n) {
        best++;
    }
    return best;
}

const char *ot_scale_name(int exponent)
{
    switch (exponent) {
    case 0:
        return "";
    case 3:
        return "thousand";
    case 6:
        return "million";
    case 9:
        return "bn";
    case 12:
        return "tn";
    default:
        return NULL;
    }
}

size_t ot_currency_word(const char *text, size_t n, char code[])
{
    const ot_str s = {text, n};
    size_t best = 0;

    for (size_t i = 0; i < sizeof currencies / sizeof currencies[0]; i++) {
        const char *word = currencies[i].word;
        if (!may_be(s, word)) {
            continue;
        }
        const size_t length = strlen(word);
        if (length > best && word_at(s, word, false)) {
            best = length;
            ot__str_copy(ot__str(currencies[i].code), code, 12);
        }
    }
    return best;
}

// A physical unit's word at the start of s: its length, 0 for none.
static size_t physical_word(ot_str s, ot_unit *unit)
{
    size_t best = 0;

    for (size_t i = 0; i < sizeof physical / sizeof physical[0]; i++) {
        if (!may_be(s, physical[i].word)) {
            continue;
        }
        const size_t length = strlen(physical[i].word);
        if (length > best && word_at(s, physical[i].word, length == 1)) {
            best = length;
            ot__str_copy(ot__str(physical[i].code), unit->code,
                         sizeof unit->code);
            unit->scale = (signed char)(unit->scale + physical[i].scale);
            unit->dimension = physical[i].dimension;
        }
    }
    return best;
}

// "1000", "1000000": a scale in figures.
static size_t figure_scale(ot_str s, int *exponent)
{
    size_t n = 1;

    if (ot__str_starts(s, "x 10^") && s.n > 5 && s.at[5] >= '1' &&
        s.at[5] <= '9') { // as ot_unit_text writes it
        *exponent = s.at[5] - '0';
        return 6;
    }
    if (s.n == 0 || s.at[0] != '1') {
        return 0;
    }
    while (n < s.n && s.at[n] == '0') {
        n++;
    }
    *exponent = (int)n - 1;
    return n >= 4 ? n : 0;
}

// The suggestion a mistyped word deserves.
static ot_status unknown(ot_str word, ot_error *err)
{
    const char *names[sizeof scales / sizeof scales[0] +
                      sizeof physical / sizeof physical[0] +
                      sizeof currencies / sizeof currencies[0]];
    size_t n = 0;
    char text[48];

    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        names[n++] = scales[i].word;
    }
    for (size_t i = 0; i < sizeof physical / sizeof physical[0]; i++) {
        names[n++] = physical[i].word;
    }
    for (size_t i = 0; i < sizeof currencies / sizeof currencies[0]; i++) {
        names[n++] = currencies[i].word;
    }
    // The word alone, without what follows it.
    ot__str_copy(ot__str_cut(&word, ' '), text, sizeof text);
    const size_t near = ot__nearest(text, names, n);
    return ot_fail(err, OT_E_SYNTAX, NULL,
                   "'%s' is not a unit%s%s%s (USD, EUR million, kg, tonnes, %% "
                   "...)",
                   text, near < n ? "; did you mean '" : "",
                   near < n ? names[near] : "", near < n ? "'?" : "");
}

ot_status ot_unit_parse(const char *text, ot_unit *unit, ot_error *err)
{
    ot_str s = ot__str_trim(ot__str(text));

    *unit = (ot_unit){.dimension = OT_DIM_NONE};
    while (s.n > 0) {
        int exponent = 0;
        char code[12];
        ot_unit named = *unit;
        size_t n =
            unit->dimension == OT_DIM_NONE ? physical_word(s, &named) : 0;
        if (n > 0) {
            *unit = named;
        } else if (unit->code[0] == '\0' &&
                   (n = ot_currency_word(s.at, s.n, code)) > 0) {
            memcpy(unit->code, code, sizeof code);
            unit->dimension = OT_DIM_MONEY;
        } else if ((n = ot_scale_word(s.at, s.n, &exponent)) > 0 ||
                   (n = figure_scale(s, &exponent)) > 0) {
            unit->scale = (signed char)(unit->scale + exponent);
        } else {
            return unknown(s, err);
        }
        s = ot__str_trim((ot_str){s.at + n, s.n - n});
    }
    return OT_OK;
}

char *ot_unit_text(ot_unit unit, char out[])
{
    const char *name = ot_scale_name(unit.scale);
    const char *base = unit.code;
    ot_buf b = {0};

    if (strcmp(base, "INR") == 0 && (unit.scale == 5 || unit.scale == 7)) {
        name = unit.scale == 5 ? "lakh" : "crore";
    }
    if (unit.dimension == OT_DIM_WEIGHT && unit.scale >= 3) {
        base = "tonnes";
        name = ot_scale_name(unit.scale - 3);
    }
    if (name != NULL) {
        const bool both = base[0] != '\0' && name[0] != '\0';
        ot__buf_format(&b, "%s%s%s", base, both ? " " : "", name);
    } else {
        ot__buf_format(&b, "%s x 10^%d", base, unit.scale);
    }
    ot__str_copy(ot__str(ot__buf_cstr(&b)), out, 32);
    ot__buf_free(&b);
    return out;
}

bool ot_unit_same_base(ot_unit a, ot_unit b)
{
    return a.dimension == b.dimension && strcmp(a.code, b.code) == 0;
}
