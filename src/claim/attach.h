// SPDX-License-Identifier: GPL-3.0-or-later
// attach.h - phrases of time and what they belong to.
#ifndef OT_CLAIM_ATTACH_H
#define OT_CLAIM_ATTACH_H

#include "claim/passage.h"

// Is the phrase at i the base of the changes before it?
bool ot__is_base(const ot_passage *p, size_t i);
// A phrase that always names the period compared with: "a year earlier".
bool ot__is_base_phrase(const ot_when *w);
// A word that leads to the old value, or to its period.
bool ot__leads_base(const ot_passage *p, size_t i);
// "the lowest level since July": the span that a rank is of.
bool ot__is_span(const ot_passage *p, size_t i);
// "between 2011 and 2021": the first of two years.
bool ot__is_begin(const ot_passage *p, size_t i);
// "in the same period imports fell": the period spoken of, no other.
bool ot__is_same_here(const ot_passage *p, size_t i);
// "the 1986 figure": a thing of that year; "a fifth of the 2012 level".
bool ot__names_thing(const ot_passage *p, size_t i);
bool ot__is_thing_compared(const ot_passage *p, size_t i);
// Parts of a year take their year, runs their last period, from the sentence.
void ot__settle_parts(ot_passage *p);
void ot__settle_runs(ot_passage *p);
// The period that what is spoken k-th is compared with.
void ot__settle_base(ot_passage *p, size_t k);

#endif
