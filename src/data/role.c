// SPDX-License-Identifier: GPL-3.0-or-later
// role.c - names of roles, and what columns are usually called.

#include <string.h>

#include "data/layout.h"

static const char *const names[OT_ROLES] = {
    "reporter",  "partner",  "flow",    "commodity", "classification",
    "basis",     "period",   "year",    "month",     "span",
    "value",     "unit",     "vintage", "status",    "rows",
    "indicator", "partner2", "customs", "mode",      "supply",
};

// Seen in real files. A name stands for itself in any case.
static const struct {
    const char *name;
    ot_role role;
} usual[] = {
    {"time_period", OT_ROLE_PERIOD},
    {"time", OT_ROLE_PERIOD},
    {"date", OT_ROLE_PERIOD},
    {"ym", OT_ROLE_PERIOD},
    {"year_month", OT_ROLE_PERIOD},
    {"refperiod", OT_ROLE_PERIOD},
    {"yr", OT_ROLE_YEAR},
    {"refyear", OT_ROLE_YEAR},
    {"mon", OT_ROLE_MONTH},
    {"trade_value", OT_ROLE_VALUE},
    {"obs_value", OT_ROLE_VALUE},
    {"amount", OT_ROLE_VALUE},
    {"tradevalue", OT_ROLE_VALUE},
    {"trade value", OT_ROLE_VALUE},
    {"value_usd", OT_ROLE_VALUE},
    {"trade_value_usd", OT_ROLE_VALUE},
    {"reporter_iso", OT_ROLE_REPORTER},
    {"reporteriso", OT_ROLE_REPORTER},
    {"declarant", OT_ROLE_REPORTER},
    {"reporter_code", OT_ROLE_REPORTER},
    {"partner_iso", OT_ROLE_PARTNER},
    {"partneriso", OT_ROLE_PARTNER},
    {"country", OT_ROLE_PARTNER},
    {"partner country", OT_ROLE_PARTNER},
    {"partner name", OT_ROLE_PARTNER},
    {"partner desc", OT_ROLE_PARTNER},
    {"counterparty", OT_ROLE_PARTNER},
    {"counterpart country", OT_ROLE_PARTNER},
    {"reporter country", OT_ROLE_REPORTER},
    {"reporter name", OT_ROLE_REPORTER},
    {"reporter desc", OT_ROLE_REPORTER},
    {"reporting country", OT_ROLE_REPORTER},
    {"partner_code", OT_ROLE_PARTNER},
    {"counterpart", OT_ROLE_PARTNER},
    {"trade_flow", OT_ROLE_FLOW},
    {"tradeflow", OT_ROLE_FLOW},
    {"direction", OT_ROLE_FLOW},
    {"product", OT_ROLE_COMMODITY},
    {"hs", OT_ROLE_COMMODITY},
    {"hs_code", OT_ROLE_COMMODITY},
    {"cmdcode", OT_ROLE_COMMODITY},
    {"currency", OT_ROLE_UNIT},
    {"units", OT_ROLE_UNIT},
    {"release", OT_ROLE_VINTAGE},
    {"published", OT_ROLE_VINTAGE},
    {"obs_status", OT_ROLE_STATUS},
};

const char *ot__role_name(ot_role role)
{
    return names[role];
}

ot_role ot__role_find(ot_str name)
{
    int i = 0;

    while (i < OT_ROLES && !ot__str_same(name, names[i])) {
        i++;
    }
    return (ot_role)i;
}

// Whether two names are the same but for case and what sets words off.
static bool same_name(ot_str name, const char *other)
{
    size_t i = 0;

    for (;; other++) {
        while (i < name.n && memchr(" _-.", name.at[i], 4) != NULL) {
            i++;
        }
        while (*other == ' ' || *other == '_') {
            other++;
        }
        if (i == name.n || *other == '\0') {
            return i == name.n && *other == '\0';
        }
        const char c = name.at[i++];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != *other) {
            return false;
        }
    }
}

ot_role ot__role_guess(ot_str name)
{
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        if (same_name(name, usual[i].name)) {
            return usual[i].role;
        }
    }
    return ot__role_find(name);
}
