// SPDX-License-Identifier: GPL-3.0-or-later
// wrap.h - a text in lines that fit a width. Pure.
#ifndef OT_PLOT_WRAP_H
#define OT_PLOT_WRAP_H

#include <stddef.h>

#include "plot/marks.h"

#define OT_WRAP_LINES 6
#define OT_WRAP_BYTES 256

typedef struct ot_lines {
    char line[OT_WRAP_LINES][OT_WRAP_BYTES];
    size_t n;
    double width; // of the widest
} ot_lines;

// Breaks text at blanks into at most `most` lines no wider than `width`; a word
// wider than a line is broken where it must. What does not fit is cut and ends
// in "…". Control characters and bytes that are not UTF-8 come out as blanks
// and U+FFFD. A width that holds no letter gives one letter a line.
void ot__wrap(const ot_ruler *ruler, const char *text, double size, bool bold,
              double width, size_t most, ot_lines *out);

// As many lines as ot__wrap needs, but as even as can be: no lone last word.
void ot__wrap_even(const ot_ruler *ruler, const char *text, double size,
                   bool bold, double width, size_t most, ot_lines *out);

// Whether something of the text is left out.
bool ot__wrap_is_cut(const ot_lines *lines);

#endif
