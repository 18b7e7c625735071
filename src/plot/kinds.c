// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of kinds and sizes.
#include "outturn/chart.h"

#include <string.h>

#include "plot/page.h"

// Sorted by name. To add a kind: its file, one line here, one extern in page.h.
static const ot_chart_kind *const kinds[] = {
    &ot__kind_balance,   &ot__kind_claim,     &ot__kind_contribution,
    &ot__kind_fan,       &ot__kind_growth,    &ot__kind_line,
    &ot__kind_mirror,    &ot__kind_multiples, &ot__kind_race,
    &ot__kind_rank,      &ot__kind_season,    &ot__kind_share,
    &ot__kind_waterfall,
};

size_t ot_chart_kind_count(void)
{
    return sizeof kinds / sizeof kinds[0];
}

const ot_chart_kind *ot_chart_kind_at(size_t i)
{
    return kinds[i];
}

const ot_chart_kind *ot_chart_kind_find(const char *name)
{
    for (size_t i = 0; i < ot_chart_kind_count(); i++) {
        if (strcmp(kinds[i]->name, name) == 0) {
            return kinds[i];
        }
    }
    return NULL;
}

// Sorted by name.
static const ot_chart_size sizes[] = {
    {"column", "one column of a journal or newspaper, 85 mm", 240, 216, 300, 8,
     10.5, 7.5, 7},
    {"page", "the width of an A4 page's text, 170 mm", 480, 300, 300, 12, 14, 9,
     8},
    {"phone", "upright, for a telephone: 1080 x 1350", 360, 450, 216, 16, 19,
     12, 10.5},
    {"screen", "wide, for a screen or slide: 1600 x 900", 640, 360, 180, 20, 19,
     12, 10.5},
    {"square", "for a feed: 1080 x 1080", 432, 432, 180, 18, 19, 12, 10.5},
};

size_t ot_chart_size_count(void)
{
    return sizeof sizes / sizeof sizes[0];
}

const ot_chart_size *ot_chart_size_at(size_t i)
{
    return &sizes[i];
}

const ot_chart_size *ot_chart_size_find(const char *name)
{
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        if (strcmp(sizes[i].name, name) == 0) {
            return &sizes[i];
        }
    }
    return NULL;
}
