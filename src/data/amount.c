// SPDX-License-Identifier: GPL-3.0-or-later
// amount.c - a value field as an exact number of billionths of its unit.

#include <string.h>

#include "data/understand.h"

// Marks that stand for a missing value, seen in statistical files.
static const struct {
    const char *text;
    ot_state state;
} markers[] = {
    {"-", OT_MISSING},      {"--", OT_MISSING},    {":", OT_MISSING},
    {"..", OT_MISSING},     {"...", OT_MISSING},   {"\u2026", OT_MISSING},
    {"NA", OT_MISSING},     {"N/A", OT_MISSING},   {"n.a.", OT_MISSING},
    {"null", OT_MISSING},   {"nan", OT_MISSING},   {"(Z)", OT_MISSING},
    {"x", OT_SUPPRESSED},   {"c", OT_SUPPRESSED},  {"(D)", OT_SUPPRESSED},
    {"(S)", OT_SUPPRESSED}, {":c", OT_SUPPRESSED},
};

static bool is_marker(ot_str text, ot_state *state)
{
    *state = OT_MISSING;
    if (text.n == 0) {
        return true;
    }
    if (text.n > 4) {
        return false;
    }
    for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++) {
        if (ot__str_same(text, markers[i].text)) {
            *state = markers[i].state;
            return true;
        }
    }
    return false;
}

// digits x 10^power; false: it does not fit. Digits below the last unit are
// rounded half to even.
static bool scale_digits(int64_t digits, int power, ot_i128 *units)
{
    const ot_i128 limit = (ot_i128)1 << 120;
    ot_i128 x = digits;

    for (; power > 0 && x != 0; power--) {
        x *= 10;
        if (x > limit || x < -limit) {
            return false;
        }
    }
    ot_i128 divisor = 1;
    for (; power < 0 && divisor < limit / 10; power++) {
        divisor *= 10;
    }
    const ot_i128 rest = x % divisor;
    x /= divisor;
    const ot_i128 twice = rest < 0 ? -2 * rest : 2 * rest;
    if (twice > divisor || (twice == divisor && (x & 1) != 0)) {
        x += rest < 0 ? -1 : 1;
    }
    *units = x;
    return true;
}

// Digits beyond the 15th are the noise of a binary number, not precision.
static int finest(ot_decimal d)
{
    int64_t digits = d.digits < 0 ? -d.digits : d.digits;
    int exponent = d.exponent;

    for (; digits >= 1000000000000000; digits /= 10) {
        exponent++;
    }
    return exponent;
}

// A letter behind a figure, set off by a blank, says how it came about.
static ot_str take_flag(ot_str s, int *flags)
{
    static const struct {
        char letter;
        int flags;
    } letters[] = {{'e', OT_FLAG_ESTIMATED},
                   {'p', OT_FLAG_PROVISIONAL},
                   {'r', 0},
                   {'b', OT_FLAG_BREAK},
                   {'*', OT_FLAG_PROVISIONAL}};

    for (size_t i = 0; s.n > 2 && s.at[s.n - 2] == ' ' &&
                       i < sizeof letters / sizeof letters[0];
         i++) {
        if (s.at[s.n - 1] == letters[i].letter) {
            *flags = letters[i].flags;
            return ot__str_trim((ot_str){s.at, s.n - 1});
        }
    }
    return s;
}

// "75,32)": the digit before the bracket is a note's number.
static ot_str take_note(ot_str s)
{
    const bool glued = s.n > 2 && s.at[s.n - 1] == ')' &&
                       s.at[s.n - 2] >= '0' && s.at[s.n - 2] <= '9' &&
                       memchr(s.at, '(', s.n) == NULL;

    return glued ? ot__str_trim((ot_str){s.at, s.n - 2}) : s;
}

ot_status ot__amount_read(ot_str text, ot_amount_form form, ot_amount *amount,
                          ot_error *err)
{
    ot_str trimmed = ot__str_trim(text);
    const char *why = NULL;
    ot_decimal d;
    char shown[48];

    ot_state state;

    *amount = (ot_amount){.missing = is_marker(trimmed, &state)};
    if (amount->missing) {
        amount->state = state;
        return OT_OK;
    }
    trimmed = take_flag(trimmed, &amount->flags);
    trimmed = form.note_digits ? take_note(trimmed) : trimmed;
    const ot_status status =
        ot_decimal_parse(trimmed.at, trimmed.n, form.decimal, &d, &why);
    if (status == OT_E_LIMIT ||
        (status == OT_OK &&
         !scale_digits(d.digits, d.exponent + form.scale - OT_CELL_EXPONENT,
                       &amount->units))) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "'%s' is larger than a trade figure can be",
                       ot__str_copy(text, shown, sizeof shown));
    }
    if (status != OT_OK) {
        return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' is not a number%s%s",
                       ot__str_copy(text, shown, sizeof shown),
                       why != NULL ? "; " : "", why != NULL ? why : "");
    }
    amount->exponent = finest(d);
    return OT_OK;
}
