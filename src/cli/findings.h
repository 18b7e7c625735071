// SPDX-License-Identifier: GPL-3.0-or-later
// findings.h - findings of a check as a sheet: one row a claim and a day.
#ifndef OT_CLI_FINDINGS_H
#define OT_CLI_FINDINGS_H

#include "cli/command.h"

ot_sheet *findings_sheet(void); // NULL: out of memory
void findings_rows(ot_sheet *sheet, const ot_claims *claims,
                   const ot_checking *checking);
// "today: 4 of 4 checked - 2 AGREES, 1 DIFFERS, 1 HIGH"; `between` the days.
void findings_summary(ot_buf *out, const ot_checking *checking,
                      const char *between);

#endif
