// SPDX-License-Identifier: GPL-3.0-or-later
// unit.h - a currency or physical unit times a power of ten.
#ifndef OUTTURN_UNIT_H
#define OUTTURN_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_dimension {
    OT_DIM_NONE = 0, // no unit stated
    OT_DIM_MONEY,
    OT_DIM_WEIGHT,   // base unit: kg
    OT_DIM_QUANTITY, // any other physical unit, counts
    OT_DIM_PERCENT,  // values are per cent: 5 is 5 %
    OT_DIM_POINTS,   // percentage points
    OT_DIM_TIMES     // a ratio
} ot_dimension;

// "USD thousand" is {"USD", 3, OT_DIM_MONEY}; tonnes are {"kg", 3, WEIGHT}.
typedef struct ot_unit {
    char
        code[12]; // ISO 4217 for money, "kg", "%", "pp", "times", else the word
    signed char scale;
    ot_dimension dimension;
} ot_unit;

// Reads "USD", "USD thousand", "thousand USD", "bn EUR", "USD mln", "$
// million", "US$", "EUR 1000", "kg", "t", "tonnes", "%", "pp", "times", "1000
// t". An empty text is {"", 0, NONE}. "$" alone is read as USD. OT_E_SYNTAX  a
// word that is neither a unit nor a scale, named with a suggestion
OT_API ot_status ot_unit_parse(const char *text, ot_unit *unit, ot_error *err);

// "USD thousand", "USD bn", "kg"; out holds 32 bytes or more. Returns out.
OT_API char *ot_unit_text(ot_unit unit, char out[]);
OT_API bool ot_unit_same_base(ot_unit a, ot_unit b); // equal but for the scale

// A word of scale at the start of text[0..n) ("thousand", "k", "m", "mn",
// "mln", "million", "bn", "b", "bln", "billion", "milliard", "tn", "trn",
// "trillion", "lakh", "crore", with or without a full stop, in any case but for
// the single letters): its power of ten in *exponent and its length in bytes
// returned; 0: none. A word ends where letters end.
OT_API size_t ot_scale_word(const char *text, size_t n, int *exponent);
// "", "thousand", "million", "bn", "tn" for 0, 3, 6, 9, 12; NULL for others.
OT_API const char *ot_scale_name(int exponent);
// A currency sign, code or name at the start of text[0..n) ("$", "US$", "USD",
// "dollars", "U.S. dollars", "EUR", "euros", "rubles", "AMD", "drams", "yuan"
// ...): the ISO code in code[12] and its length in bytes returned; 0: none.
OT_API size_t ot_currency_word(const char *text, size_t n, char code[]);

#ifdef __cplusplus
}
#endif
#endif
