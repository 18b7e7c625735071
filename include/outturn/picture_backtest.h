// SPDX-License-Identifier: GPL-3.0-or-later
// picture_backtest.h - charts of how ways to project would have done.
#ifndef OUTTURN_PICTURE_BACKTEST_H
#define OUTTURN_PICTURE_BACKTEST_H

#include "outturn/backtest.h"
#include "outturn/picture.h"

#ifdef __cplusplus
extern "C" {
#endif

// Of a backtest that was run on the series of views: a rank of the ten ways
// that erred least, by their median error (MdAPE) in per cent, the landing
// always among them: after a quarter and after three quarters of a period, or
// the cut-offs nearest to these; at the only cut-off where there is one.
// Uses the locale and the titles of options.
//
// OT_E_DATA   no way answered
OT_API ot_status ot_picture_of_backtest(const ot_panel *panel,
                                        ot_view *const views[], size_t count,
                                        const ot_backtest *backtest,
                                        const ot_picture_options *options,
                                        ot_picture **picture, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
