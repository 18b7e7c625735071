// SPDX-License-Identifier: GPL-3.0-or-later
// plain.h - figures as most files write them, "-1234.5", read without a branch
// for each digit.
#ifndef OT_BASE_PLAIN_H
#define OT_BASE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// text[0..n) as *digits x 10^-*places: an optional minus, at most 16 digits, of
// which one at least stands before a point and one behind it where there is
// one. false: it is written in some other way; ot_decimal_parse reads that.
bool ot__plain_number(const char *text, size_t n, int64_t *digits, int *places);

#endif
