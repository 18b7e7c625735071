// SPDX-License-Identifier: GPL-3.0-or-later
// flow.c - the table of flows: what files hold, and what is composed of it.

#include "data/flow.h"

#include "base/text.h"

// The first OT_FLOWS_HELD rows are what files hold; a key's flow is an index
// of one. Sources of the terms: IMTS 2010 (UN), chapter II; turnover is exports
// plus imports in the usage of the statistical offices of the CIS.
static const ot_flow flows[] = {
    {"export", "goods sent out, re-exports included", {{1, OT_EXPORT}}},
    {"import", "goods brought in, re-imports included", {{1, OT_IMPORT}}},
    {"re-export",
     "foreign goods sent out again; a part of exports",
     {{1, OT_REEXPORT}}},
    {"re-import",
     "domestic goods brought back; a part of imports",
     {{1, OT_REIMPORT}}},
    {"domestic-export-reported",
     "domestic exports as a file gives them",
     {{1, OT_DOMESTIC_EXPORT}}},
    {"foreign-import-reported",
     "foreign imports as a file gives them",
     {{1, OT_FOREIGN_IMPORT}}},
    {"turnover-reported",
     "turnover as a file gives it",
     {{1, OT_TURNOVER_HELD}}},
    {"balance-reported",
     "the balance as a file gives it",
     {{1, OT_BALANCE_HELD}}},
    {"turnover", "exports + imports", {{1, OT_EXPORT}, {1, OT_IMPORT}}},
    {"balance", "exports - imports", {{1, OT_EXPORT}, {-1, OT_IMPORT}}},
    {"domestic-export",
     "exports - re-exports",
     {{1, OT_EXPORT}, {-1, OT_REEXPORT}}},
};

// Other spellings: codes of Comtrade (v1, legacy), WITS, plain words.
static const struct {
    const char *text;
    uint8_t flow;
} spellings[] = {
    {"X", 0},
    {"exports", 0},
    {"2", 0},
    {"E", 0},
    {"6", 0},
    {"M", 1},
    {"imports", 1},
    {"1", 1},
    {"I", 1},
    {"5", 1},
    {"RX", 2},
    {"re-exports", 2},
    {"reexport", 2},
    {"3", 2},
    {"RM", 3},
    {"re-imports", 3},
    {"reimport", 3},
    {"4", 3},
    {"ИМ", 1},
    {"ЭК", 0},
    {"DX", 4},
    {"FM", 5},
    {"trade", 8},
    {"total trade", 8},
    {"trade turnover", 8},
    {"trade balance", 9},
    {"balance of trade", 9},
    {"сальдо", 9},
    {"Сальдо", 9},
};

size_t ot_flow_count(void)
{
    return sizeof flows / sizeof flows[0];
}

const ot_flow *ot_flow_at(size_t i)
{
    return &flows[i];
}

const ot_flow *ot_flow_find(const char *text, size_t n)
{
    const ot_str name = ot__str_trim((ot_str){text, n});

    for (size_t i = 0; i < ot_flow_count(); i++) {
        if (ot__str_same(name, flows[i].name)) {
            return &flows[i];
        }
    }
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        if (ot__str_same(name, spellings[i].text)) {
            return &flows[spellings[i].flow];
        }
    }
    return NULL;
}

bool ot_flow_composed(const ot_flow *flow)
{
    return flow->terms[1].sign != 0;
}

int ot__flow_held(ot_str text)
{
    const ot_flow *flow = ot_flow_find(text.at, text.n);

    if (flow == NULL) {
        return -1;
    }
    if (flow->terms[1].sign == 0) {
        return flow->terms[0].flow;
    }
    const ot_str name = ot__str(flow->name);
    return ot__str_same(name, "turnover")  ? OT_TURNOVER_HELD
           : ot__str_same(name, "balance") ? OT_BALANCE_HELD
                                           : -1;
}
