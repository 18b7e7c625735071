// SPDX-License-Identifier: GPL-3.0-or-later
// fold.h - names of places reduced to what does not differ between sources.
#ifndef OT_DATA_FOLD_H
#define OT_DATA_FOLD_H

#include <stddef.h>
#include <stdint.h>

#define OT_FOLD_SIZE 160

// Folds UTF-8 text to letters, digits and underscores: small letters without
// accents, no blanks or punctuation, "st", "rep", "isds" and the like written
// out, "the", "of" and "and" left out. "St. Kitts & Nevis" and "Saint Kitts and
// Nevis" give the same. A single word, which may be a code, is not written out
// or left out. Returns the length; 0 when nothing is left or it does not fit.
// Not terminated.
size_t ot__fold(const char *text, size_t n, char out[OT_FOLD_SIZE]);

uint32_t ot__fold_hash(const char *folded, size_t n); // FNV-1a

#endif
