// SPDX-License-Identifier: GPL-3.0-or-later
// plain_ruler.h - a text width that needs no font: six points a letter at 12.
#ifndef OT_TESTS_PLAIN_RULER_H
#define OT_TESTS_PLAIN_RULER_H

#include "plot/marks.h"

static inline double plain_width(void *context, const char *text, double size,
                                 bool bold)
{
    size_t letters = 0;

    (void)context;
    (void)bold;
    for (const char *c = text; *c != '\0'; c++) {
        letters += ((unsigned char)*c & 0xC0) != 0x80;
    }
    return (double)letters * size / 2;
}

static const ot_ruler plain_ruler = {plain_width, NULL};

#endif
