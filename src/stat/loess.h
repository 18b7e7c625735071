// SPDX-License-Identifier: GPL-3.0-or-later
// loess.h - local regression of evenly spaced values, for sister files.
#ifndef OT_STAT_LOESS_H
#define OT_STAT_LOESS_H

#include <stdbool.h>
#include <stddef.h>

// Straight lines, or means, by the neighbours' weights (1 - (d / most)^3)^3.
//
// Source  Cleveland, J. American Stat. Assoc. 74 (1979) 829-836; with an even
//         spacing and a jump: Cleveland et al., J. Official Statistics 6 (1990)
//         3-73

// Positions count from 0.
typedef struct ot__loess {
    size_t window; // how many neighbours take part; odd
    size_t degree; // 0 or 1
    size_t jump;   // fitted at every jump-th position, straight lines between
} ot__loess;

// The fit at position x, which may lie outside 0 .. n - 1, from y[lo .. hi].
// robust: n weights of the values, or NULL. work: n values. False: no value has
// any weight, and *fit is left as it was.
bool ot__loess_at(const double y[], size_t n, const ot__loess *how, double x,
                  size_t lo, size_t hi, const double robust[], double *fit,
                  double work[]);

// The fit at every position; a value without weighted neighbours stays as it
// is. fit may not be y. work: n values.
void ot__loess_smooth(const double y[], size_t n, const ot__loess *how,
                      const double robust[], double fit[], double work[]);

#endif
