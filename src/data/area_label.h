// SPDX-License-Identifier: GPL-3.0-or-later
// area_label.h - areas by what stands in files.
#ifndef OT_DATA_AREA_LABEL_H
#define OT_DATA_AREA_LABEL_H

#include "base/text.h"
#include "outturn/area.h"

// As ot_area_find, and besides: notes behind a name ("Serbia1)", "Total EU27
// [note 3]"), a code in front of it ("AM-Armenia", "W1 Total") or behind it in
// brackets, words behind a comma ("Egypt, Arab Rep. of"), what a country's
// figures hold ("Morocco incl. Western Sahara"), UTF-8 written twice.
// OT_AREA_NONE rather than a guess: "Congo, the river", "Non-EU countries",
// "EU 25", "Ireland (Northern)" are none.
ot_area ot__area_label(ot_str text);

// ot_area_find_in of a text with its length.
ot_area ot__area_code_in(const char *scheme, ot_str code);

#endif
