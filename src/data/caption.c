// SPDX-License-Identifier: GPL-3.0-or-later
// caption.c - words of captions, as tables.

#include "data/caption.h"

#include <string.h>

#include "data/when.h"

#define LONGEST 400 // bytes of a caption that are looked at

// ---- small letters ---------------------------------------------------------

static uint32_t lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) ||
        (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 32;
    }
    return c == 0x401 ? 0x451 : c; // Ё
}

// A caption in small letters, blanks for underscores, between two blanks.
static ot_str lower_text(ot_str text, char out[LONGEST + 8])
{
    const char *at = text.at;
    const char *const end = text.at + (text.n < LONGEST ? text.n : LONGEST);
    size_t n = 0;

    out[n++] = ' ';
    while (at < end && n < LONGEST) {
        const uint32_t c = ot__utf8_next(&at, end);
        n += ot__utf8_put(c == '_' || c == '\n' ? ' ' : lower(c), out + n);
    }
    out[n++] = ' ';
    out[n] = '\0';
    return (ot_str){out, n};
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

// Whether words hold one that begins like `word` (a blank at its end: one that
// is it).
static bool holds(ot_str words, const char *word)
{
    const size_t n = strlen(word);
    const bool whole = word[n - 1] == ' ';
    const size_t bytes = whole ? n - 1 : n;

    for (const char *at = words.at + 1; at + bytes < words.at + words.n; at++) {
        const bool starts = !is_letter(at[-1]) || !is_letter(word[0]);
        if (starts && memcmp(at, word, bytes) == 0 &&
            (!whole || !is_letter(at[bytes]))) {
            return true;
        }
    }
    return false;
}

// ---- what words say --------------------------------------------------------

// The first that stands in a caption counts.
static const struct {
    const char *word, *flow;
} flow_words[] = {
    {"trade balance", "balance"},
    {"balance", "balance"},
    {"сальдо", "balance"},
    {"turnover", "turnover"},
    {"товарооборот", "turnover"},
    {"внешнеторговый оборот", "turnover"},
    {"total trade", "turnover"},
    {"re-export", "re-export"},
    {"reexport", "re-export"},
    {"реэкспорт", "re-export"},
    {"re-import", "re-import"},
    {"reimport", "re-import"},
    {"domestic export", "domestic-export-reported"},
    {"export", "export"},
    {"экспорт", "export"},
    {"exporta", "export"},
    {"ausfuhr", "export"},
    {"eksport", "export"},
    {"вывоз", "export"},
    {"import", "import"},
    {"импорт", "import"},
    {"einfuhr", "import"},
    {"ввоз", "import"},
};

static const struct {
    const char *word, *basis;
} basis_words[] = {
    {"not seasonally adjusted", NULL},
    {"unadjusted", NULL},
    {"seasonally adjusted", "sa"},
    {"origin", "origin"},
    {"происхожден", "origin"},
    {"consig", "consignment"},
    {"отправлен", "consignment"},
    {"cif ", "cif"},
    {"fob ", "fob"},
};

static const char *const other_words[] = {
    "%",         "per cent", "percent",      "share",    "growth",  "yoy ",
    "mom ",      "y/y",      "m/m",          "index",    "indices", "rate ",
    "темп",      "прирост",  "удельный вес", "доля",     "индекс",  "number of",
    "no. of",    "no of ",   "tariff",       "rank",     "average", "maxrate",
    "duty free", "minrate",  "ratio",        "combined", "в % к",
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// A power of ten in figures ("1000 USD", "100kg") at the start of s: its bytes.
static size_t figure_scale(ot_str s, int *exponent)
{
    size_t n = 1;

    if (s.n == 0 || s.at[0] != '1') {
        return 0;
    }
    while (n < s.n && (s.at[n] == '0' || (s.at[n] == ' ' && n + 3 < s.n &&
                                          memcmp(s.at + n, " 000", 4) == 0))) {
        n++;
    }
    *exponent = (int)n - 1;
    return n > 2 && n < s.n && !is_digit(s.at[n]) ? n : 0;
}

static bool weight_word(ot_str s, ot_unit *unit, size_t *n)
{
    static const struct {
        const char *word;
        signed char scale;
    } words[] = {{"kilogram", 0}, {"kg ", 0}, {"metric tons", 3},
                 {"tonnes", 3},   {"кг ", 0}, {"тонн", 3}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const size_t size = strlen(words[i].word);
        const bool whole = words[i].word[size - 1] == ' ';
        const size_t bytes = whole ? size - 1 : size;
        if (s.n > bytes && memcmp(s.at, words[i].word, bytes) == 0 &&
            (!whole || !is_letter(s.at[bytes]))) {
            strcpy(unit->code, "kg");
            unit->dimension = OT_DIM_WEIGHT;
            unit->scale = (signed char)(unit->scale + words[i].scale);
            *n = bytes;
            return true;
        }
    }
    return false;
}

// One word of a unit at the start of s: its bytes, or 0.
static size_t unit_word(ot_str s, ot_unit *unit, bool *scaled)
{
    char code[12];
    int exponent = 0;
    size_t n = 0;

    if (unit->dimension == OT_DIM_NONE) {
        n = ot_currency_word(s.at, s.n, code);
        // "sum" and "som" are words of other kinds, too.
        if (n > 0 && strcmp(code, "UZS") != 0 && strcmp(code, "KGS") != 0) {
            memcpy(unit->code, code, sizeof code);
            unit->dimension = OT_DIM_MONEY;
            return n;
        }
        if (weight_word(s, unit, &n)) {
            return n;
        }
    }
    if (!*scaled) {
        n = ot_scale_word(s.at, s.n, &exponent);
        n = n > 1 || (n == 1 && s.n > 1 && s.at[1] == ' ') ? n : 0;
        n = n > 0 ? n : figure_scale(s, &exponent);
        unit->scale = (signed char)(unit->scale + (n > 0 ? exponent : 0));
        *scaled = n > 0;
        return n;
    }
    return 0;
}

static ot_unit read_unit(ot_str words)
{
    ot_unit unit = {"", 0, OT_DIM_NONE};
    bool scaled = false;

    for (size_t i = 1; i + 1 < words.n; i++) {
        const bool starts =
            !is_letter(words.at[i - 1]) &&
            (!is_digit(words.at[i]) || !is_digit(words.at[i - 1]));
        const ot_str rest = {words.at + i, words.n - i};
        const size_t n = starts ? unit_word(rest, &unit, &scaled) : 0;
        i += n > 0 ? n - 1 : 0;
    }
    return unit;
}

// ---- the whole -------------------------------------------------------------

static void read_words(ot_str words, ot_caption *c)
{
    for (size_t i = 0; i < sizeof flow_words / sizeof flow_words[0]; i++) {
        if (c->flow == NULL && holds(words, flow_words[i].word)) {
            c->flow = flow_words[i].flow;
        }
    }
    for (size_t i = 0; i < sizeof basis_words / sizeof basis_words[0]; i++) {
        if (holds(words, basis_words[i].word)) {
            c->basis = basis_words[i].basis;
            break;
        }
    }
    for (size_t i = 0; i < sizeof other_words / sizeof other_words[0]; i++) {
        c->other = c->other || holds(words, other_words[i]);
    }
    c->todate = holds(words, "ytd") || holds(words, "year to date") ||
                holds(words, "cumulative") || holds(words, "нарастающ");
}

ot_caption ot__caption_read(ot_str text, int year_start)
{
    char room[LONGEST + 8];
    ot_caption c = {.flow = NULL};
    const ot_str s = ot__str_trim(text);

    if (s.n == 0) {
        return c;
    }
    if (ot__when(s, year_start, &c.period)) {
        return c;
    }
    if (s.n <= 32 && !is_digit(s.at[0]) &&
        ot__when_part(s, &c.month, &c.months)) {
        return c;
    }
    c.months = 0;
    c.period = (ot_period){0, 0};
    const ot_str words = lower_text(s, room);
    read_words(words, &c);
    c.unit = read_unit(words);
    return c;
}

void ot__caption_join(ot_caption *a, const ot_caption *b)
{
    a->flow = a->flow != NULL ? a->flow : b->flow;
    a->basis = a->basis != NULL ? a->basis : b->basis;
    if (a->unit.dimension == OT_DIM_NONE) {
        const signed char scale = a->unit.scale;
        a->unit = b->unit;
        a->unit.scale = scale != 0 ? scale : b->unit.scale;
    }
    a->period = a->period.months > 0 ? a->period : b->period;
    if (a->months == 0) {
        a->month = b->month;
        a->months = b->months;
    }
    a->todate = a->todate || b->todate;
    a->other = a->other || b->other;
}

bool ot__caption_says(const ot_caption *c)
{
    return c->flow != NULL || c->period.months > 0 || c->months > 0 ||
           c->unit.dimension != OT_DIM_NONE;
}

static bool holds_folded(ot_str text, ot_str words)
{
    char room[LONGEST + 8], wanted[LONGEST + 8];
    const ot_str s = lower_text(text, room);
    const ot_str w = lower_text(words, wanted);

    wanted[w.n - 1] = '\0'; // without the blanks around it
    return strstr(s.at, wanted + 1) != NULL;
}

static bool is_ascii(ot_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.at[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '_' ? ' ' : c;
}

// The same for words of ASCII letters, without copying either.
static bool holds_ascii(ot_str text, ot_str words)
{
    const char first = lower_ascii(words.at[0]);

    for (size_t i = 0; i + words.n <= text.n; i++) {
        size_t k = lower_ascii(text.at[i]) == first;
        while (k > 0 && k < words.n &&
               lower_ascii(text.at[i + k]) == lower_ascii(words.at[k])) {
            k++;
        }
        if (k == words.n) {
            return true;
        }
    }
    return false;
}

bool ot__caption_holds(ot_str text, ot_str words)
{
    if (words.n == 0 || words.n > text.n) {
        return words.n == 0;
    }
    if (is_ascii(words)) {
        return holds_ascii(text, words);
    }
    return !is_ascii(text) && holds_folded(text, words);
}

bool ot__caption_heading(ot_str text)
{
    static const char *const words[] = {
        "of which", "в том числе", "из них",        "including",
        "davon",    "dont",        "de los cuales", "in which",
    };
    char room[LONGEST + 8];
    const ot_str s = lower_text(ot__str_trim(text), room);

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (memcmp(s.at + 1, words[i], strlen(words[i])) == 0) {
            const char *rest = s.at + 1 + strlen(words[i]);
            return strspn(rest, ": ") == strlen(rest);
        }
    }
    return false;
}
