// SPDX-License-Identifier: GPL-3.0-or-later
// list.h - lists of codes that come with files of figures.
#ifndef OT_DATA_LIST_H
#define OT_DATA_LIST_H

#include "data/csv.h"
#include "data/panel.h"

// Takes a record of a list: a code and the area it means. Records of which one
// is missing or not known say nothing. false: no memory.
bool ot__list_add(ot_panel *p, const ot_plan *plan, const ot_record *record);

// Gives areas that files know by a code of the list alone their place in the
// table. false: no memory.
bool ot__list_apply(ot_panel *p);
// The same of one area.
ot_area ot__list_area(const ot_panel *p, ot_area area);

#endif
