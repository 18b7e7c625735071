// SPDX-License-Identifier: GPL-3.0-or-later
// layout_comtrade.c - UN Comtrade, "v1" downloads and API files: 47 names, in
// downloads every record with one empty field more (a trailing comma).
//
// Values are in US dollars: imports CIF, exports FOB, as reporters give them.
// Codes are used, never descriptions, so a file in Latin-1 needs no care.

#include "data/layout.h"

static const struct {
    ot_role role;
    const char *name;
    bool needed;
} columns[] = {
    {OT_ROLE_PERIOD, "period", true},
    {OT_ROLE_REPORTER, "reporterCode", true},
    {OT_ROLE_FLOW, "flowCode", true},
    {OT_ROLE_PARTNER, "partnerCode", true},
    {OT_ROLE_COMMODITY, "cmdCode", true},
    {OT_ROLE_CLASSIFICATION, "classificationCode", false},
    {OT_ROLE_PARTNER2, "partner2Code", false},
    {OT_ROLE_CUSTOMS, "customsCode", false},
    {OT_ROLE_MODE, "motCode", false},
    {OT_ROLE_SUPPLY, "mosCode", false},
};

static int detect(ot_header header)
{
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (columns[i].needed && ot__header_find(header, columns[i].name) < 0) {
            return 0;
        }
    }
    return ot__header_find(header, "primaryValue") >= 0 ? 95 : 0;
}

// The column that holds what is measured, under the names of downloads and of
// API clients.
static int value_column(ot_header header, ot_dimension measure)
{
    int field = -1;

    if (measure == OT_DIM_WEIGHT) {
        field = ot__header_find(header, "netWgt");
        return field >= 0 ? field : ot__header_find(header, "netWeight");
    }
    if (measure == OT_DIM_QUANTITY) {
        return ot__header_find(header, "qty");
    }
    return ot__header_find(header, "primaryValue");
}

static ot_status bind(ot_header header, const ot_read_options *options,
                      ot_plan *plan, ot_error *err)
{
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (plan->field[columns[i].role] < 0) {
            plan->field[columns[i].role] =
                ot__header_find(header, columns[i].name);
        }
        if (plan->field[columns[i].role] < 0 && columns[i].needed) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a Comtrade file needs the column %s",
                           columns[i].name);
        }
    }
    plan->field[OT_ROLE_VALUE] = value_column(header, options->measure);
    if (plan->field[OT_ROLE_VALUE] < 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the file has no column for that measure");
    }
    if (options->measure == OT_DIM_QUANTITY) {
        plan->field[OT_ROLE_UNIT] = ot__header_find(header, "qtyUnitAbbr");
    } else if (plan->set[OT_ROLE_UNIT].at == NULL) {
        plan->set[OT_ROLE_UNIT] =
            ot__str(options->measure == OT_DIM_WEIGHT ? "kg" : "USD");
    }
    plan->trailing_delimiter = true;
    return OT_OK;
}

const ot_layout ot__layout_comtrade = {
    .name = "comtrade-v1",
    .summary = "UN Comtrade download or API file: typeCode ... isAggregate",
    .source = "UN Comtrade, comtradeplus.un.org",
    .detect = detect,
    .bind = bind,
};
