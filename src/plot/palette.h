// SPDX-License-Identifier: GPL-3.0-or-later
// palette.h - colours and dashes. Okabe & Ito (2008), told apart by people with
// any colour vision; text is a darker shade of its mark. On white a mark has a
// contrast of at least 3:1, text of 4.5:1 (WCAG 2.1, 1.4.11 and 1.4.3).
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

#define OT_LOOKS 4
extern const ot_look ot__looks[OT_LOOKS]; // of plain lines, by their place
extern const ot_look ot__look_main;       // the bold line
extern const ot_look ot__look_muted;
extern const ot_look ot__look_last; // the one plain line of a race
extern const ot_look ot__look_later;
extern const ot_look ot__look_claim;

#define OT_TEXT_COLOUR  0x1A1A1A
#define OT_SOFT_COLOUR  0x4D4D4D // subtitle, ticks, notes
#define OT_AXIS_COLOUR  0x4D4D4D
#define OT_GRID_COLOUR  0xDADADA
#define OT_PAPER_COLOUR 0xFFFFFF

// Bands of a fan from the outermost in, and its rim.
extern const uint32_t ot__fan_tint[3];
#define OT_FAN_RIM 0x5B93BD

// Relative luminance and contrast by WCAG 2.1.
double ot__luminance(uint32_t colour);
double ot__contrast(uint32_t a, uint32_t b);

#endif
