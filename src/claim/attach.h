// SPDX-License-Identifier: GPL-3.0-or-later
// attach.h - phrases of time and what they belong to.
#ifndef OT_CLAIM_ATTACH_H
#define OT_CLAIM_ATTACH_H

#include "claim/passage.h"

// Is the phrase at i the base of the changes before it?
bool ot__is_base(const ot_passage *p, size_t i);
// The period that what is spoken k-th is compared with.
void ot__settle_base(ot_passage *p, size_t k);

#endif
