// SPDX-License-Identifier: GPL-3.0-or-later
// outturn.h - all of liboutturn.
#ifndef OUTTURN_OUTTURN_H
#define OUTTURN_OUTTURN_H

#define OT_VERSION "0.1.0"

#include "outturn/area.h"
#include "outturn/backtest.h"
#include "outturn/brief.h"
#include "outturn/chart.h"
#include "outturn/check.h"
#include "outturn/claim.h"
#include "outturn/concord.h"
#include "outturn/decimal.h"
#include "outturn/error.h"
#include "outturn/extract.h"
#include "outturn/figure.h"
#include "outturn/goods.h"
#include "outturn/groups.h"
#include "outturn/growth.h"
#include "outturn/indicator.h"
#include "outturn/inspect.h"
#include "outturn/interval.h"
#include "outturn/mirror.h"
#include "outturn/panel.h"
#include "outturn/period.h"
#include "outturn/picture.h"
#include "outturn/price_index.h"
#include "outturn/project.h"
#include "outturn/project_many.h"
#include "outturn/rates.h"
#include "outturn/region.h"
#include "outturn/revisions.h"
#include "outturn/season.h"
#include "outturn/sentence.h"
#include "outturn/series.h"
#include "outturn/sheet.h"
#include "outturn/slices.h"
#include "outturn/system.h"
#include "outturn/top.h"
#include "outturn/unit.h"

#endif
