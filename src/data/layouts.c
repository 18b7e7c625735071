// SPDX-License-Identifier: GPL-3.0-or-later
// layouts.c - the table of layouts, and the choice among them.

#include <stdio.h>
#include <string.h>

#include "data/layout.h"

static const ot_layout *const layouts[] = {
    &ot__layout_canonical,
    &ot__layout_comtrade,
    &ot__layout_tidy,
};

size_t ot__layout_count(void)
{
    return sizeof layouts / sizeof layouts[0];
}

const ot_layout *ot__layout_at(size_t i)
{
    return layouts[i];
}

static ot_status unknown_role(const char *option, ot_str name, ot_error *err)
{
    const char *list[OT_ROLES];
    char text[64];

    for (int i = 0; i < OT_ROLES; i++) {
        list[i] = ot__role_name((ot_role)i);
    }
    const size_t near =
        ot__nearest(ot__str_copy(name, text, sizeof text), list, OT_ROLES);
    return ot_fail(err, OT_E_USAGE, NULL,
                   "%s: '%s' is nothing a column can say%s%s%s", option, text,
                   near < OT_ROLES ? "; did you mean "
                                   : " (reporter, partner, flow, commodity, "
                                     "basis, period, value, unit ...)",
                   near < OT_ROLES ? list[near] : "",
                   near < OT_ROLES ? "?" : "");
}

static ot_status no_column(ot_header header, ot_str name, ot_error *err)
{
    ot_buf list = {0};
    char text[64], near[64] = "";
    size_t best = 3;

    ot__str_copy(name, text, sizeof text);
    for (size_t i = 0; i < header.n; i++) {
        char column[64];
        ot__str_copy(header.name[i], column, sizeof column);
        ot__buf_format(&list, "%s%s", i > 0 ? ", " : "", column);
        if (ot__edits(text, column) < best) {
            best = ot__edits(text, column);
            memcpy(near, column, sizeof near);
        }
    }
    const ot_status status =
        near[0] != '\0'
            ? ot_fail(err, OT_E_USAGE, NULL,
                      "--map: there is no column '%s'; did you mean %s?", text,
                      near)
            : ot_fail(err, OT_E_USAGE, NULL,
                      "--map: there is no column '%s'; there are %.160s", text,
                      ot__buf_cstr(&list));
    ot__buf_free(&list);
    return status;
}

// "value=trade_value,period=ym" over the columns of a header.
static ot_status apply_map(ot_header header, const char *map, ot_plan *plan,
                           ot_error *err)
{
    ot_str rest = ot__str(map);

    while (rest.n > 0) {
        ot_str column = ot__str_cut(&rest, ',');
        const ot_str name = ot__str_trim(ot__str_cut(&column, '='));
        const ot_role role = ot__role_find(name);
        char text[128];

        if (role == OT_ROLES) {
            return unknown_role("--map", name, err);
        }
        column = ot__str_trim(column);
        plan->field[role] =
            ot__header_find(header, ot__str_copy(column, text, sizeof text));
        if (plan->field[role] < 0) {
            return no_column(header, column, err);
        }
    }
    return OT_OK;
}

static ot_status apply_set(const char *set, ot_plan *plan, ot_error *err)
{
    ot_str rest = ot__str(set);

    while (rest.n > 0) {
        ot_str value = ot__str_cut(&rest, ',');
        const ot_str name = ot__str_trim(ot__str_cut(&value, '='));
        const ot_role role = ot__role_find(name);

        if (role == OT_ROLES || role == OT_ROLE_VALUE) {
            return unknown_role("--set", name, err);
        }
        value = ot__str_trim(value);
        if (value.n >= 2 && value.at[0] == '"' &&
            value.at[value.n - 1] == '"') {
            value = (ot_str){value.at + 1, value.n - 2};
        }
        plan->set[role] = value;
    }
    return OT_OK;
}

static const ot_layout *named(const char *name, ot_error *err)
{
    const char *names[32];

    for (size_t i = 0; i < ot__layout_count(); i++) {
        if (strcmp(layouts[i]->name, name) == 0) {
            return layouts[i];
        }
        names[i] = layouts[i]->name;
    }
    const size_t near = ot__nearest(name, names, ot__layout_count());
    ot_fail(err, OT_E_USAGE, NULL, "there is no layout '%.40s'%s%s%s", name,
            near < ot__layout_count() ? "; did you mean " : "",
            near < ot__layout_count() ? names[near] : "",
            near < ot__layout_count() ? "?" : " (see help layouts)");
    return NULL;
}

static const ot_layout *detected(ot_header header, const ot_plan *plan)
{
    const ot_layout *best = &ot__layout_tidy;
    int most = 0;

    if (plan->field[OT_ROLE_VALUE] >= 0 || plan->field[OT_ROLE_PERIOD] >= 0) {
        return best; // --map says so
    }
    for (size_t i = 0; i < ot__layout_count(); i++) {
        const int sure = layouts[i]->detect(header);
        if (sure > most) {
            most = sure;
            best = layouts[i];
        }
    }
    return best;
}

static size_t fields_needed(const ot_plan *plan)
{
    size_t needed = 0;

    for (int i = 0; i < OT_ROLES; i++) {
        if (plan->field[i] >= 0 && (size_t)plan->field[i] + 1 > needed) {
            needed = (size_t)plan->field[i] + 1;
        }
    }
    return needed;
}

ot_status ot__plan(ot_header header, const ot_read_options *options,
                   ot_plan *plan, ot_error *err)
{
    *plan = (ot_plan){.names = header.n};
    for (int i = 0; i < OT_ROLES; i++) {
        plan->field[i] = -1;
    }
    ot_status status = apply_map(header, options->map, plan, err);
    if (status == OT_OK) {
        status = apply_set(options->set, plan, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const ot_layout *layout = options->layout != NULL
                                  ? named(options->layout, err)
                                  : detected(header, plan);
    if (layout == NULL) {
        return OT_E_USAGE;
    }
    plan->layout = layout->name;
    status = layout->bind(header, options, plan, err);
    plan->needed = fields_needed(plan);
    return status;
}
