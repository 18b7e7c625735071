// SPDX-License-Identifier: GPL-3.0-or-later
// ways.c - --methods: ways to project, by name.

#include "cli/ways.h"

#include "outturn/backtest.h"

static ot_status find_way(const char *name, size_t *way, ot_error *err)
{
    const char *known[CLI_WAYS_MOST];
    size_t n = 0;

    *way = ot_way_find(name);
    if (*way < ot_way_count()) {
        return OT_OK;
    }
    for (; n < ot_way_count() && n < CLI_WAYS_MOST; n++) {
        known[n] = ot_way_at(n).name;
    }
    const size_t near = ot__nearest(name, known, n);
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--methods: there is no method '%.40s'%s%s%s", name,
                   near < n ? "; did you mean '" : " (see help methods)",
                   near < n ? known[near] : "", near < n ? "'?" : "");
}

ot_status cli_ways(const char *list, size_t way[], size_t *n, ot_error *err)
{
    ot_str rest = ot__str(list);
    ot_status status = OT_OK;
    char name[64];

    *n = 0;
    while (rest.n > 0 && status == OT_OK) {
        ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), name, sizeof name);
        if (*n == CLI_WAYS_MOST) {
            return ot_fail(err, OT_E_LIMIT, NULL,
                           "--methods names more than %d", CLI_WAYS_MOST);
        }
        status = find_way(name, &way[(*n)++], err);
    }
    return status;
}
