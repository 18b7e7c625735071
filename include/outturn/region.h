// SPDX-License-Identifier: GPL-3.0-or-later
// region.h - the parts of the world in which countries lie.
//
// Source: UN Statistics Division, Standard Country or Area Codes for
// Statistical Use (M49), geographic regions. What it does not have is ours:
// former countries and parts of countries lie where most of them lay, Kosovo in
// Southern Europe, Taiwan in Eastern Asia. Antarctica is in no region.
#ifndef OUTTURN_REGION_H
#define OUTTURN_REGION_H

#include "outturn/area.h"

#ifdef __cplusplus
extern "C" {
#endif

// One of the 17 sub-regions. The numbers are M49's: "030", "142".
typedef struct ot_region {
    const char *code, *name;                // "030", "Eastern Asia"
    const char *continent_code, *continent; // "142", "Asia"
} ot_region;

// Where an area lies; NULL: a group, the world, what is not allocated, an area
// that the table does not know. Constant; like regions are one and the same.
OT_API const ot_region *ot_region_of(ot_area area);

#ifdef __cplusplus
}
#endif
#endif
