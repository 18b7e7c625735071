// SPDX-License-Identifier: GPL-3.0-or-later
// amount.h - the parts of a figure as it stands: its number, its scale, its
// unit.
#ifndef OT_CLAIM_AMOUNT_H
#define OT_CLAIM_AMOUNT_H

#include "claim/lexer.h"

// Each is the length of what stands at the start of s, 0: none, and fills its
// members of *a.
size_t ot__amount_number(ot_str s, const ot_words *w, ot_amount *a);
size_t ot__amount_scale(ot_str s, ot_amount *a);
size_t ot__amount_currency(ot_str s, const ot_words *w, ot_amount *a);
// What stands behind a number: "%", "times", "-fold", a currency, tonnes.
size_t ot__amount_unit(ot_str s, const ot_words *w, ot_amount *a);
void ot__amount_set_unit(ot_amount *a, const char *code,
                         ot_dimension dimension);
// The longest of a list of words at the start of s.
size_t ot__amount_word(ot_str s, const char *const list[]);

#endif
