// SPDX-License-Identifier: GPL-3.0-or-later
// advise.c - what to say of a file of no known layout: how its columns look, or
// why it is no trade data.

#include "data/content.h"

// The first row of at least two texts none of which is a number: a header.
static size_t likely_header(const ot_grid *grid)
{
    for (size_t r = 0; r < grid->n; r++) {
        size_t texts = 0, numbers = 0;
        for (size_t i = 0; i < grid->row[r].n; i++) {
            texts += grid->row[r].field[i].n > 0;
            numbers += ot__is_number(grid->row[r].field[i]);
        }
        if (texts >= 2 && numbers == 0) {
            return r;
        }
    }
    return 0;
}

void ot__advise(const ot_grid *grid, ot_buf *advice)
{
    const size_t header = likely_header(grid);
    const size_t n = grid->n > header ? grid->row[header].n : 0;
    int period = -1, year = -1, month = -1, value = -1, partner = -1, flow = -1;

    for (size_t i = 0; i < n && i < 64; i++) {
        const ot_content c = ot__look_down(grid, header, i);
        if (year < 0 && ot__most(c.years, &c)) {
            year = (int)i;
        } else if (period < 0 && ot__most(c.periods, &c)) {
            period = (int)i;
        } else if (month < 0 && year >= 0 && ot__most(c.months, &c)) {
            month = (int)i;
        } else if (flow < 0 && ot__most(c.flows, &c)) {
            flow = (int)i;
        } else if (partner < 0 && ot__most(c.areas, &c)) {
            partner = (int)i;
        } else if (ot__most(c.numbers, &c) &&
                   !ot__names_code(grid->row[header].field[i])) {
            value = (int)i; // the last: codes stand in front
        }
    }
    if (value < 0 || (period < 0 && year < 0)) {
        return;
    }
    const int fields[] = {
        partner, flow, period, period < 0 ? year : -1, period < 0 ? month : -1,
        value};
    const ot_role roles[] = {OT_ROLE_PARTNER, OT_ROLE_FLOW,  OT_ROLE_PERIOD,
                             OT_ROLE_YEAR,    OT_ROLE_MONTH, OT_ROLE_VALUE};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        char ref[176];
        if (fields[i] >= 0) {
            ot__buf_format(
                advice, "%s%s=%s", advice->n > 0 ? "," : "",
                ot__role_name(roles[i]),
                ot__refer(grid, header, (size_t)fields[i], ref, sizeof ref));
        }
    }
}

// ---- what is no trade data
// -----------------------------------------------------

const char *ot__not_trade(const ot_grid *grid, ot_buf *columns)
{
    const size_t header = likely_header(grid);
    const ot_grid_row *row = &grid->row[header];
    bool when = false, code = false, name = false, trade = false;
    bool value = false;

    for (size_t i = 0; grid->n > header && i < row->n; i++) {
        const ot_content c = ot__look_down(grid, header, i);
        const ot_role role = ot__role_guess(row->field[i]);
        const ot_caption says = ot__caption_read(row->field[i], 0);
        when = when || ot__most(c.periods, &c) || says.period.months > 0;
        trade = trade || role == OT_ROLE_REPORTER || role == OT_ROLE_PARTNER ||
                role == OT_ROLE_FLOW || role == OT_ROLE_UNIT ||
                says.flow != NULL || ot__most(c.flows, &c) ||
                ot__most(c.areas, &c);
        code = code || ot__caption_holds(row->field[i], ot__str("code")) ||
               ot__caption_holds(row->field[i], ot__str("iso"));
        name = name || ot__caption_holds(row->field[i], ot__str("name")) ||
               ot__caption_holds(row->field[i], ot__str("desc"));
        value = value || (ot__most(c.numbers, &c) && !ot__most(c.years, &c) &&
                          !ot__names_code(row->field[i]));
        if (columns->n < 120 && row->field[i].n > 0) {
            ot__buf_text(columns, columns->n > 0 ? ", " : "");
            ot__buf_bytes(columns, row->field[i].at,
                          row->field[i].n < 40 ? row->field[i].n : 40);
        }
    }
    if ((!when || !value) && (code || name)) {
        return "a list of codes and names";
    }
    if (!when) {
        return "no column of periods";
    }
    return trade ? NULL : "no flow, reporter or partner among its columns";
}
