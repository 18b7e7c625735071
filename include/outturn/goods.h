// SPDX-License-Identifier: GPL-3.0-or-later
// goods.h - short names of goods, in our own words.
//
// The Harmonized System has 21 sections of 96 chapters (77 is not in use); 98
// and 99 are what each country makes of them. What stands here are labels of
// what most of a chapter is, not the legal text, and the same in all revisions.
#ifndef OUTTURN_GOODS_H
#define OUTTURN_GOODS_H

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

// Of the chapter in which an HS code of 2 digits or more lies: "fuels and
// mineral oils" of 2709; NULL: the code has none. Constant.
OT_API const char *ot_hs_chapter(const char *code);
// Number of the section, 1 to 21, and its name; 0 and NULL: it is in none.
OT_API int ot_hs_section(const char *code, const char **name);

#ifdef __cplusplus
}
#endif
#endif
