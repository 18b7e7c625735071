// SPDX-License-Identifier: GPL-3.0-or-later
// scale.h - round ticks of a value axis, and figures as a reader says them.
// Pure functions.
#ifndef OT_PLOT_SCALE_H
#define OT_PLOT_SCALE_H

#include <stddef.h>
#include <stdint.h>

#include "outturn/unit.h"
#include "plot/terms.h"

// Ticks at i * step for first <= i <= last, where step = mantissa * 10^exponent
// and mantissa is 1, 2, 5, 25, 4, 3 or 6:
//
//      first             min        max   last
//        +--------+-------[--+--------]-----+        axis
//      i*step            (i+2)*step
typedef struct ot_scale {
    int mantissa;
    int exponent;
    int64_t first, last;
} ot_scale;

// The scale of at most `most` ticks (5 to 8) that covers [min, max] with little
// room to spare, steps that are easily read and five ticks or more, where it
// can be:
//
//   tick(first) <= min, max <= tick(last), 3 <= ticks <= most
//
// How simple steps, coverage and number are weighed against one another is
// after Talbot, Lin & Hanrahan (2010), An Extension of Wilkinson's Algorithm
// for Positioning Tick Labels on Axes; the weights are ours.
//
// An empty range is widened about its place (0 alone: 0 to 1), as is one too
// narrow for its magnitude (below 1e-9 of it). Beyond 1e300 values are cut off.
ot_scale ot__scale_nice(double min, double max, int most);

size_t ot__scale_count(const ot_scale *s);
double ot__scale_value(const ot_scale *s, int64_t i); // of tick i
double ot__scale_lo(const ot_scale *s);
double ot__scale_hi(const ot_scale *s);

// All these write at most OT_AMOUNT_SIZE bytes and return out. Number and word
// are joined by a no-break space.
#define OT_AMOUNT_SIZE 64

// Tick i in words, the same word of scale on every tick: "8 bn", "0.5 bn", "0",
// "40 %".
char *ot__scale_label(const ot_terms *terms, const ot_scale *s, int64_t i,
                      ot_unit unit, char out[]);

// A figure with its own word of scale: "8.37 bn", "500 m", "40 %".
char *ot__amount(const ot_terms *terms, double y, ot_unit unit, int figures,
                 char out[]);

// As ot__amount, for a column of figures: y is one of all[n] and has as many
// places as the largest of those under the same word of scale needs, but at
// least one figure of its own: "506 bn" above "87 bn", "94.4 bn" above "9.9
// bn".
char *ot__amount_among(const ot_terms *terms, double y, const double all[],
                       size_t n, ot_unit unit, int figures, char out[]);

// Both ends under one word of scale, with as many figures as the larger needs
// ("13–21 bn" for 2); figures 0: as many as they have ("14–16 bn", "8.25–8.35
// bn"). An infinite end reads "over 14 bn", "up to 16 bn"; equal ends are one
// figure.
char *ot__amount_range(const ot_terms *terms, double lo, double hi,
                       ot_unit unit, int figures, char out[]);

#endif
