// SPDX-License-Identifier: GPL-3.0-or-later
// listed.h - whether something is on a list as a user writes it: "ARM,Russia".
// A list that is NULL holds everything.
#ifndef OT_DATA_LISTED_H
#define OT_DATA_LISTED_H

#include "data/panel.h"

bool ot__area_listed(const ot_panel *panel, const char *list, ot_area area);
bool ot__flow_listed(const char *list, uint8_t flow); // a flow that files hold
// A text that may hold commas itself.
bool ot__text_listed(const char *list, const char *text);
// Whether all words of a basis that is asked for are in one; a figure without a
// basis is of any.
bool ot__basis_fits(const char *asked, const char *basis);

#endif
