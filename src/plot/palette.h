// SPDX-License-Identifier: GPL-3.0-or-later
// palette.h - colours and dashes of the themes. Marks of the light one are
// Okabe & Ito (2008), told apart by people with any colour vision; text is a
// shade of its mark. On its paper a mark has a contrast of at least 3:1, text
// of 4.5:1 (WCAG 2.1, 1.4.11 and 1.4.3).
#ifndef OT_PLOT_PALETTE_H
#define OT_PLOT_PALETTE_H

#include <stddef.h>
#include <stdint.h>

typedef enum ot_dash {
    OT_SOLID = 0,
    OT_DASHED,
    OT_DOTTED,
    OT_DASH_DOT
} ot_dash;

// Lengths on and off, in line widths; *n of them (0: solid).
const double *ot__dash_lengths(ot_dash dash, size_t *n);
const char *ot__dash_name(ot_dash dash);

// A look that stays apart from the others in grey too: by its dash.
typedef struct ot_look {
    uint32_t mark; // 0xRRGGBB
    uint32_t text;
    ot_dash dash;
} ot_look;

#define OT_LOOKS  4
#define OT_STACKS 6

// Everything a theme colours.
typedef struct ot_palette {
    uint32_t paper, text;
    uint32_t soft; // subtitle, ticks, notes
    uint32_t axis, grid;
    ot_look plain[OT_LOOKS]; // of plain lines, by their place
    ot_look main;            // the bold line
    ot_look muted;
    ot_look last; // the one plain line of a race
    ot_look later;
    ot_look claim;
    uint32_t fan[3], rim; // bands from the outermost in; the fan's edge
    ot_look up, down;     // above and below zero
    uint32_t up_shade, down_shade; // between two lines; edged by their marks
    ot_look stack[OT_STACKS];      // parts of a bar, from zero outwards
} ot_palette;

// Relative luminance and contrast by WCAG 2.1.
double ot__luminance(uint32_t colour);
double ot__contrast(uint32_t a, uint32_t b);

#endif
