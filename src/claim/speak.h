// SPDX-License-Identifier: GPL-3.0-or-later
// speak.h - words of rise and fall around a figure. Each is the word's item;
// i, the figure's own: there is none.
#ifndef OT_CLAIM_SPEAK_H
#define OT_CLAIM_SPEAK_H

#include "claim/passage.h"

// The nearest before it in its clause; the one behind it.
size_t ot__move_before(const ot_passage *p, size_t i);
size_t ot__move_behind(const ot_passage *p, size_t i);
// Of a list in brackets, "increases in cars ($0.9 billion); fuels (...)".
size_t ot__listed_move(const ot_passage *p, size_t i);
// "The gain in exports over the year was 121 million": l leads to it.
size_t ot__subject_move(const ot_passage *p, size_t i, const ot_lead *l);
// 1 or -1: its way; of the figure as the words around it have it.
int ot__sign_at(const ot_passage *p, size_t move, size_t i);
int ot__sign_of(const ot_passage *p, size_t i);

#endif
