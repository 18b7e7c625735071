// SPDX-License-Identifier: GPL-3.0-or-later
// decimal.h - a figure as it was written: exact, with its stated digits.
#ifndef OUTTURN_DECIMAL_H
#define OUTTURN_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

// digits x 10^exponent. "8.30" is {830, -2}: trailing zeros are kept, because
// they say how far the figure was rounded. |digits| < 10^18.
typedef struct ot_decimal {
    int64_t digits;
    int8_t exponent;
} ot_decimal;

// How numbers are written in an input. Zero means the default.
typedef struct ot_decimal_form {
    char mark; // decimal mark: '.' (default) or ','
} ot_decimal_form;

// Reads all of text[0..n): sign (+, -, U+2212, trailing minus "12-"), digits,
// groups of three set off by the other mark, a plain, no-break, narrow or thin
// space or an apostrophe, a decimal part, an exponent ("1.5e7"). Blanks around
// are skipped. Nothing depends on the locale.
//
// Digits beyond the 18th are rounded away half to even after the decimal mark
// (binary noise such as 249663.11060000001 fits: 17), before it they are an
// error.
//
// OT_E_SYNTAX  not a number; *why, unless NULL, is set to a constant phrase
//              ("is it a decimal comma?", NULL when nothing better is known)
// OT_E_LIMIT   more digits or a larger exponent than a decimal can hold
OT_API ot_status ot_decimal_parse(const char *text, size_t n,
                                  ot_decimal_form form, ot_decimal *value,
                                  const char **why);

OT_API double ot_decimal_double(ot_decimal d); // correctly rounded
// Half a unit of the last stated digit: 0.05 for 8.3, 0.005 for 8.30.
OT_API double ot_decimal_half(ot_decimal d);
// Without trailing zeros after the point: 8.30 -> {83, -1}; 1500 stays.
OT_API ot_decimal ot_decimal_trim(ot_decimal d);
// As plain text with all stated digits ("8.30"); out holds 48 bytes or more.
OT_API char *ot_decimal_text(ot_decimal d, char out[]);

#ifdef __cplusplus
}
#endif
#endif
