// SPDX-License-Identifier: GPL-3.0-or-later
// findings.h - findings of a check as a sheet: a row a claim, view and day.
#ifndef OT_CLI_FINDINGS_H
#define OT_CLI_FINDINGS_H

#include "cli/checked.h"

// With what programs want to know too, or for people alone. NULL: out of
// memory.
ot_sheet *findings_sheet(bool details);
// A row a claim and view, and of data a row a day.
void findings_rows(ot_sheet *sheet, const checked *text);

#endif
