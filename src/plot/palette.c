// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/palette.h"

#include <math.h>
#include <string.h>

#include "outturn/chart.h"

static const struct {
    const char *name;
    double lengths[4];
    size_t n;
} dashes[] = {
    [OT_SOLID] = {"solid", {0}, 0},
    [OT_DASHED] = {"dashed", {6, 1.6}, 2},
    [OT_DOTTED] = {"dotted", {1.8, 1.3}, 2},
    [OT_DASH_DOT] = {"dash-dot", {8, 1.4, 1.6, 1.4}, 4},
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

static const ot_palette light = {
    .paper = 0xFFFFFF,
    .text = 0x1A1A1A,
    .soft = 0x4D4D4D,
    .axis = 0x4D4D4D,
    .grid = 0xDADADA,
    .plain = {{0x0072B2, 0x0072B2, OT_SOLID},
              {0xD55E00, 0xA34700, OT_DASHED},
              {0x009E73, 0x00704F, OT_DASH_DOT},
              {0xBF5F92, 0x94406E, OT_DOTTED}},
    .main = {0x0072B2, 0x005C8F, OT_SOLID},
    .muted = {0x8F8F8F, 0x666666, OT_SOLID},
    .last = {0x4D4D4D, 0x333333, OT_SOLID},
    .later = {0x1A1A1A, 0x1A1A1A, OT_DOTTED},
    .claim = {0xD55E00, 0xA34700, OT_SOLID},
    .fan = {0xDCEAF4, 0xB3D2E8, 0x85B6DA},
    .rim = 0x5B93BD,
    .up = {0x005C8F, 0x005C8F, OT_SOLID},
    .down = {0xD55E00, 0xA34700, OT_DASHED},
    .up_shade = 0xCFE3F1,
    .down_shade = 0xF9DDC6,
    .stack = {{0x0072B2, 0x005C8F, OT_SOLID},
              {0xD55E00, 0xA34700, OT_SOLID},
              {0x009E73, 0x00704F, OT_SOLID},
              {0xBF5F92, 0x94406E, OT_SOLID},
              {0x9A7B00, 0x735C00, OT_SOLID},
              {0x5D3A9B, 0x5D3A9B, OT_SOLID}},
};

static const ot_palette dark = {
    .paper = 0x14181C,
    .text = 0xF4F4F4,
    .soft = 0xBFC5CA,
    .axis = 0xAAB2B8,
    .grid = 0x363D44,
    .plain = {{0x56B4E9, 0x7CC6F0, OT_SOLID},
              {0xE69F00, 0xF0B43C, OT_DASHED},
              {0x2FBF95, 0x58CFAC, OT_DASH_DOT},
              {0xD98CB9, 0xE3A8CB, OT_DOTTED}},
    .main = {0x56B4E9, 0x7CC6F0, OT_SOLID},
    .muted = {0x747C84, 0x9AA3AB, OT_SOLID},
    .last = {0xC7CDD2, 0xDDE1E4, OT_SOLID},
    .later = {0xF4F4F4, 0xF4F4F4, OT_DOTTED},
    .claim = {0xE69F00, 0xF0B43C, OT_SOLID},
    .fan = {0x203747, 0x2C536E, 0x3B779E},
    .rim = 0x5E9CC4,
    .up = {0x9AD3F5, 0x9AD3F5, OT_SOLID},
    .down = {0xE69F00, 0xF0B43C, OT_DASHED},
    .up_shade = 0x1E3A4C,
    .down_shade = 0x46361A,
    .stack = {{0x56B4E9, 0x7CC6F0, OT_SOLID},
              {0xE69F00, 0xF0B43C, OT_SOLID},
              {0x2FBF95, 0x58CFAC, OT_SOLID},
              {0xD98CB9, 0xE3A8CB, OT_SOLID},
              {0xF0E442, 0xF0E442, OT_SOLID},
              {0xA98BE8, 0xC0A9F0, OT_SOLID}},
};

// Black and greys, for a printer without colours; dashes and weights tell
// apart.
static const ot_palette print = {
    .paper = 0xFFFFFF,
    .text = 0x000000,
    .soft = 0x333333,
    .axis = 0x333333,
    .grid = 0xD0D0D0,
    .plain = {{0x000000, 0x000000, OT_SOLID},
              {0x4A4A4A, 0x333333, OT_DASHED},
              {0x6B6B6B, 0x4D4D4D, OT_DASH_DOT},
              {0x7F7F7F, 0x5C5C5C, OT_DOTTED}},
    .main = {0x000000, 0x000000, OT_SOLID},
    .muted = {0x909090, 0x666666, OT_SOLID},
    .last = {0x555555, 0x333333, OT_SOLID},
    .later = {0x222222, 0x222222, OT_DOTTED},
    .claim = {0x3A3A3A, 0x222222, OT_SOLID},
    .fan = {0xE8E8E8, 0xCFCFCF, 0xB0B0B0},
    .rim = 0x808080,
    .up = {0x333333, 0x222222, OT_SOLID},
    .down = {0x808080, 0x595959, OT_DASHED},
    .up_shade = 0xC9C9C9,
    .down_shade = 0xEAEAEA,
    .stack = {{0x1F1F1F, 0x1F1F1F, OT_SOLID},
              {0x8C8C8C, 0x595959, OT_SOLID},
              {0x474747, 0x333333, OT_SOLID},
              {0x6E6E6E, 0x4D4D4D, OT_SOLID},
              {0x939393, 0x636363, OT_SOLID},
              {0x5B5B5B, 0x444444, OT_SOLID}},
};

// Sorted by name.
static const ot_chart_theme theme_rows[] = {
    {"dark", "light on dark, for a dark page or slide", &dark},
    {"light", "dark on white", &light},
    {"print", "black and greys, told apart by dashes", &print},
};

size_t ot_chart_theme_count(void)
{
    return sizeof theme_rows / sizeof theme_rows[0];
}

const ot_chart_theme *ot_chart_theme_at(size_t i)
{
    return &theme_rows[i];
}

const ot_chart_theme *ot_chart_theme_find(const char *name)
{
    for (size_t i = 0; i < ot_chart_theme_count(); i++) {
        if (strcmp(theme_rows[i].name, name) == 0) {
            return &theme_rows[i];
        }
    }
    return NULL;
}

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
