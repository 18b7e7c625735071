// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/palette.h"

#include <math.h>

static const struct {
    const char *name;
    double lengths[4];
    size_t n;
} dashes[] = {
    [OT_SOLID] = {"solid", {0}, 0},
    [OT_DASHED] = {"dashed", {4, 2}, 2},
    [OT_DOTTED] = {"dotted", {1, 1.6}, 2},
    [OT_DASH_DOT] = {"dash-dot", {5, 1.5, 1, 1.5}, 4},
};

const double *ot__dash_lengths(ot_dash dash, size_t *n)
{
    *n = dashes[dash].n;
    return dashes[dash].lengths;
}

const char *ot__dash_name(ot_dash dash)
{
    return dashes[dash].name;
}

const ot_look ot__looks[OT_LOOKS] = {
    {0x0072B2, 0x0072B2, OT_SOLID},
    {0xD55E00, 0xA34700, OT_DASHED},
    {0x009E73, 0x00704F, OT_DASH_DOT},
    {0xBF5F92, 0x94406E, OT_DOTTED},
};
const ot_look ot__look_main = {0x0072B2, 0x005C8F, OT_SOLID};
const ot_look ot__look_muted = {0x8F8F8F, 0x666666, OT_SOLID};
const ot_look ot__look_last = {0x4D4D4D, 0x333333, OT_SOLID};
const ot_look ot__look_later = {0x1A1A1A, 0x1A1A1A, OT_DOTTED};
const ot_look ot__look_claim = {0xD55E00, 0xA34700, OT_SOLID};

const uint32_t ot__fan_tint[3] = {0xDCEAF4, 0xB3D2E8, 0x85B6DA};

static double linear(uint32_t byte)
{
    const double c = byte / 255.0;

    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

double ot__luminance(uint32_t colour)
{
    return 0.2126 * linear(colour >> 16 & 0xFF) +
           0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
}

double ot__contrast(uint32_t a, uint32_t b)
{
    const double x = ot__luminance(a);
    const double y = ot__luminance(b);

    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
