// SPDX-License-Identifier: GPL-3.0-or-later
// area_label.h - areas by what stands in files.
#ifndef OT_DATA_AREA_LABEL_H
#define OT_DATA_AREA_LABEL_H

#include "base/text.h"
#include "outturn/area.h"

// As ot_area_find, and besides: notes behind a name ("Serbia1)", "Total EU27
// [note 3]"), a code in front of it ("AM-Armenia") or behind it in brackets,
// formal words behind a comma ("Armenia, Rep. of"), remarks in brackets.
// OT_AREA_NONE rather than a guess: "Congo, the river" is none.
ot_area ot__area_label(ot_str text);

// A code of a scheme of its own: "census" (US Census, 4 digits), "comexstat"
// (Brazil, 3 digits). OT_AREA_NONE: not known.
ot_area ot__area_code_in(const char *scheme, ot_str code);

#endif
