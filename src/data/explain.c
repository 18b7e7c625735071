// SPDX-License-Identifier: GPL-3.0-or-later
// explain.c - a plan in words: how each column is used; and as the lines of a
// layout file.

#include "data/layout.h"

static void add_column(ot_buf *out, const ot_grid *grid, size_t header,
                       int field)
{
    const ot_str name = ot__grid_field(grid, header, (size_t)field);

    ot__buf_format(out, "column %d ", field + 1);
    if (name.n > 0) {
        ot__buf_char(out, '"');
        ot__buf_bytes(out, name.at, name.n < 60 ? name.n : 60);
        ot__buf_text(out, "\" ");
    }
}

// The row of a header that names its columns: the last.
static size_t names_row(const ot_grid *grid, const ot_plan *plan)
{
    size_t r = 0;

    while (r + 1 < grid->n && grid->row[r].line < plan->header_line) {
        r++;
    }
    return r;
}

static void add_say(ot_buf *out, ot_role role, ot_str text)
{
    ot__buf_format(out, ", %s ", ot__role_name(role));
    ot__buf_bytes(out, text.at, text.n < 60 ? text.n : 60);
}

static void add_value(ot_buf *out, const ot_grid *grid, const ot_plan *plan,
                      const ot_value_column *v)
{
    char text[32];

    add_column(out, grid, names_row(grid, plan), v->field);
    ot__buf_text(out, "is the value");
    if (v->period.months > 0) {
        ot__buf_format(out, ", period %s", ot_period_text(v->period, text));
    } else if (v->months == 12) {
        ot__buf_text(out, ", of the year");
    } else if (v->months > 0) {
        ot__buf_format(out, ", of %s%s", ot_month_name(v->month),
                       v->months > 1 ? " and on" : "");
    }
    for (int i = 0; i < OT_ROLES; i++) {
        if (v->say[i].at != NULL) {
            add_say(out, (ot_role)i, v->say[i]);
        }
    }
    ot__buf_char(out, '\n');
}

void ot__plan_explain(const ot_grid *grid, const ot_plan *plan, ot_buf *out)
{
    for (int i = 0; i < OT_ROLES; i++) {
        if (plan->field[i] >= 0 && i != OT_ROLE_VALUE) {
            add_column(out, grid, names_row(grid, plan), plan->field[i]);
            ot__buf_format(out, "is the %s\n", ot__role_name((ot_role)i));
        } else if (plan->set[i].at != NULL) {
            ot__buf_format(out, "the %s is ", ot__role_name((ot_role)i));
            ot__buf_bytes(out, plan->set[i].at, plan->set[i].n);
            ot__buf_char(out, '\n');
        }
    }
    for (size_t i = 0; i < plan->values; i++) {
        if (i < 8 || i + 1 == plan->values) {
            add_value(out, grid, plan, &plan->value[i]);
        } else if (i == 8) {
            ot__buf_format(out, "and %zu more columns of values\n",
                           plan->values - 9);
        }
    }
}

void ot__spec_write(const ot_spec *spec, ot_buf *out)
{
    for (size_t i = 0; i < spec->n; i++) {
        ot__buf_bytes(out, spec->line[i].key.at, spec->line[i].key.n);
        ot__buf_text(out, " = ");
        ot__buf_bytes(out, spec->line[i].value.at, spec->line[i].value.n);
        ot__buf_char(out, '\n');
    }
}
