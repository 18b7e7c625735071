// SPDX-License-Identifier: GPL-3.0-or-later
// invent.h - what the generators share: the names of a Comtrade file and
// numbers that are the same everywhere.
#ifndef OT_BENCH_INVENT_H
#define OT_BENCH_INVENT_H

#include <stdint.h>

static const char comtrade_header[] =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,"
    "reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,"
    "partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
    "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,"
    "aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,"
    "qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,"
    "altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,"
    "grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    "legacyEstimationFlag,isReported,isAggregate\n";

// Marsaglia's xorshift: the same file everywhere.
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

#endif
