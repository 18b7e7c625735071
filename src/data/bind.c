// SPDX-License-Identifier: GPL-3.0-or-later
// bind.c - a spec and the first records of a file make a plan.

#include <stdlib.h>
#include <string.h>

#include "data/area_label.h"
#include "data/bind.h"

// ---- map and set -----------------------------------------------------------

ot_status ot__unknown_role(const char *option, ot_str name, ot_error *err)
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

ot_status ot__no_column(const ot_binder *b, ot_str name)
{
    const ot_grid_row *row = &b->grid->row[b->header + b->rows - 1];
    ot_buf list = {0};
    char text[64], near[64] = "";
    size_t best = 3;

    ot__str_copy(name, text, sizeof text);
    for (size_t i = 0; i < row->n; i++) {
        char column[64];
        ot__str_copy(row->field[i], column, sizeof column);
        ot__buf_format(&list, "%s%s", i > 0 ? ", " : "", column);
        if (ot__edits(text, column) < best) {
            best = ot__edits(text, column);
            memcpy(near, column, sizeof near);
        }
    }
    const ot_status status =
        near[0] != '\0'
            ? ot_fail(b->err, OT_E_USAGE, NULL,
                      "--map: there is no column '%s'; did you mean %s?", text,
                      near)
            : ot_fail(b->err, OT_E_USAGE, NULL,
                      "--map: there is no column '%s'; there are %.160s", text,
                      ot__buf_cstr(&list));
    ot__buf_free(&list);
    return status;
}

// The first text behind the first field of a row.
static bool first_behind(const ot_grid_row *row, ot_str *value)
{
    size_t i = 1;

    while (i < row->n && row->field[i].n == 0) {
        i++;
    }
    *value = i < row->n ? row->field[i] : (ot_str){NULL, 0};
    return i < row->n;
}

// "^NAME": what stands beside NAME in the titles.
static bool beside(const ot_binder *b, ot_str ref, ot_str *value)
{
    while (ref.n > 0) {
        ot_str name = ot__str_cut(&ref, '|');
        name = name.n > 0 && name.at[0] == '^'
                   ? (ot_str){name.at + 1, name.n - 1}
                   : name;
        for (size_t r = 0; r < b->header; r++) {
            const ot_grid_row *row = &b->grid->row[r];
            if (row->n > 0 && ot__name_fits(row->field[0], name) &&
                first_behind(row, value)) {
                return true;
            }
        }
    }
    return false;
}

static ot_status map_item(ot_binder *b, ot_str item)
{
    ot_str ref;
    char mark;
    const ot_str name = ot__item_split(item, &ref, &mark);
    const ot_role role = ot__role_find(name);

    if (role == OT_ROLES) {
        return ot__unknown_role("--map", name, b->err);
    }
    const bool optional = ref.n > 1 && ref.at[ref.n - 1] == '?';
    ref.n -= optional;
    if (ref.n > 1 && ref.at[0] == '^') {
        ot_str value;
        if (beside(b, ref, &value)) {
            b->plan->set[role] = value;
        }
        return OT_OK;
    }
    const int field = ot__column_find(b->grid, b->header, b->rows, ref);
    if (field < 0 && !optional) {
        return ot__no_column(b, ref);
    }
    if (field >= 0) {
        b->plan->field[role] = field;
        b->plan->set[role] = (ot_str){NULL, 0};
    }
    return OT_OK;
}

ot_status ot__say_item(ot_str item, ot_str say[], const char *option,
                       ot_error *err)
{
    ot_str value;
    char mark;
    const ot_str name = ot__item_split(item, &value, &mark);
    const ot_role role = ot__role_find(name);

    if (role == OT_ROLES || role == OT_ROLE_VALUE) {
        return ot__unknown_role(option, name, err);
    }
    say[role] = value;
    return OT_OK;
}

static ot_status set_item(ot_binder *b, ot_str item)
{
    ot_str say[OT_ROLES] = {{NULL, 0}};
    const ot_status status = ot__say_item(item, say, "--set", b->err);

    for (int i = 0; i < OT_ROLES; i++) {
        if (say[i].at != NULL) {
            b->plan->set[i] = say[i];
            b->plan->field[i] = -1;
        }
    }
    return status;
}

// In the order of the lines: the options' come last.
static ot_status bind_roles(ot_binder *b)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < b->spec->n && status == OT_OK; i++) {
        const bool map = ot__str_equal(b->spec->line[i].key, "map");
        const bool set = ot__str_equal(b->spec->line[i].key, "set");
        ot_str list = b->spec->line[i].value;
        while ((map || set) && list.n > 0 && status == OT_OK) {
            const ot_str item = ot__item_cut(&list);
            status = map ? map_item(b, item) : set_item(b, item);
        }
    }
    return status;
}

// ---- the rest --------------------------------------------------------------

static ot_status bind_rules(ot_binder *b)
{
    ot_status status = OT_OK;
    ot_str list;

    for (size_t i = 0; ot__spec_each(b->spec, "heading", &i, &list) &&
                       status == OT_OK && b->plan->rules < OT_PLAN_RULES;) {
        ot_heading_rule *rule = &b->plan->rule[b->plan->rules++];
        rule->text = ot__unquoted(ot__item_cut(&list));
        while (list.n > 0 && status == OT_OK) {
            const ot_str item = ot__item_cut(&list);
            if (ot__str_same(item, "skip")) {
                rule->skip = true;
            } else {
                status = ot__say_item(item, rule->say, "heading", b->err);
            }
        }
    }
    return status;
}

static bool says(const ot_binder *b, const char *key, const char *what)
{
    return ot__str_same(ot__spec_get(b->spec, key), what);
}

static void bind_flags(ot_binder *b)
{
    ot_plan *plan = b->plan;
    ot_str carry = ot__spec_get(b->spec, "carry");

    while (carry.n > 0) {
        const ot_role role = ot__role_find(ot__item_cut(&carry));
        plan->carry |= role < OT_ROLES ? 1u << role : 0;
    }
    plan->trailing = says(b, "trailing", "delimiter");
    plan->ragged = says(b, "ragged", "yes");
    plan->zero_unpublished = says(b, "unpublished", "zero");
    plan->note_digits = says(b, "notes", "glued");
    plan->labels = says(b, "labels", "coded");
    plan->list = says(b, "kind", "list");
    plan->decimal = says(b, "decimal", "comma") ? ',' : '.';
    ot__str_copy(ot__spec_get(b->spec, "codes"), plan->codes,
                 sizeof plan->codes);
    ot__str_copy(ot__spec_get(b->spec, "name"), plan->layout,
                 sizeof plan->layout);
}

// What the titles say, for roles nothing else speaks of.
static void read_titles(ot_binder *b)
{
    ot_plan *plan = b->plan;

    for (size_t r = 0; r < b->header; r++) {
        for (size_t i = 0; i < b->grid->row[r].n; i++) {
            const ot_str text = b->grid->row[r].field[i];
            const ot_caption c = ot__caption_read(text, b->year_start);
            ot__caption_join(&b->above, &c);
            if (plan->field[OT_ROLE_REPORTER] < 0 &&
                plan->set[OT_ROLE_REPORTER].at == NULL && text.n > 2 &&
                ot__area_label(text) != OT_AREA_NONE) {
                plan->set[OT_ROLE_REPORTER] = text;
            }
        }
    }
}

// Whether rows say when, by themselves or by what is set.
static bool rows_say_when(const ot_plan *plan)
{
    return plan->field[OT_ROLE_PERIOD] >= 0 || plan->field[OT_ROLE_YEAR] >= 0 ||
           plan->set[OT_ROLE_PERIOD].at != NULL ||
           plan->set[OT_ROLE_YEAR].at != NULL;
}

// A column of which nothing says when is no column of figures.
static void drop_undated(ot_plan *plan)
{
    size_t n = 0;

    for (size_t i = 0; i < plan->values; i++) {
        if (plan->value[i].period.months > 0) {
            plan->value[n] = plan->value[i];
            // A unit's text lives in its column.
            if (plan->value[n].say[OT_ROLE_UNIT].at == plan->value[i].unit) {
                plan->value[n].say[OT_ROLE_UNIT].at = plan->value[n].unit;
            }
            n++;
        }
    }
    plan->values = n;
}

// What the titles say of one role goes to a column that says nothing of it.
static void take_role(const ot_plan *plan, const ot_value_column *above,
                      ot_value_column *v, ot_role role)
{
    if (v->say[role].at != NULL || plan->field[role] >= 0 ||
        plan->set[role].at != NULL || above->say[role].at == NULL) {
        return;
    }
    v->say[role] = above->say[role];
    if (role == OT_ROLE_UNIT) {
        memcpy(v->unit, above->unit, sizeof v->unit);
        v->say[role].at = v->unit;
    }
}

static void take_titles(ot_binder *b)
{
    ot_plan *plan = b->plan;
    ot_value_column above = {.field = -1};
    const bool periods = rows_say_when(plan);

    ot__take_caption(&above, &b->above);
    for (size_t i = 0; i < plan->values; i++) {
        ot_value_column *v = &plan->value[i];
        take_role(plan, &above, v, OT_ROLE_FLOW);
        take_role(plan, &above, v, OT_ROLE_BASIS);
        take_role(plan, &above, v, OT_ROLE_UNIT);
        if (!periods && v->period.months == 0) {
            v->period = above.period;
        }
    }
}

static void count_needed(ot_plan *plan)
{
    for (int i = 0; i < OT_ROLES; i++) {
        if (plan->field[i] >= 0 && (size_t)plan->field[i] + 1 > plan->needed) {
            plan->needed = (size_t)plan->field[i] + 1;
        }
    }
    for (size_t i = 0; i < plan->values; i++) {
        const size_t n = (size_t)plan->value[i].field + 1;
        plan->needed = n > plan->needed ? n : plan->needed;
    }
}

static ot_status bind_all(ot_binder *b, ot_dimension measure)
{
    ot_plan *plan = b->plan;
    ot_status status = bind_roles(b);

    if (plan->field[OT_ROLE_PERIOD] >= 0 ||
        plan->set[OT_ROLE_PERIOD].at != NULL) {
        plan->field[OT_ROLE_YEAR] = plan->field[OT_ROLE_MONTH] = -1;
        plan->set[OT_ROLE_YEAR] = plan->set[OT_ROLE_MONTH] = (ot_str){NULL, 0};
    }
    if (status == OT_OK && plan->field[OT_ROLE_VALUE] >= 0) {
        ot__add_value(b, plan->field[OT_ROLE_VALUE]);
    }
    if (status == OT_OK && plan->values == 0) {
        status = ot__bind_values(b, measure);
    }
    if (status == OT_OK) {
        status = bind_rules(b);
    }
    return status;
}

ot_status ot__bind(const ot_spec *spec, const ot_grid *grid, size_t header,
                   const ot_read_options *options, ot_plan *plan, ot_error *err)
{
    ot_binder b = {.spec = spec,
                   .grid = grid,
                   .header = header,
                   .rows = ot__header_rows(spec),
                   .year_start = options->year_start,
                   .plan = plan,
                   .err = err};

    *plan = (ot_plan){.titles = header};
    for (size_t r = header; r < header + b.rows && r < grid->n; r++) {
        plan->names =
            grid->row[r].n > plan->names ? grid->row[r].n : plan->names;
        plan->header_line = grid->row[r].line;
    }
    for (int i = 0; i < OT_ROLES; i++) {
        plan->field[i] = -1;
    }
    plan->value = calloc(plan->names + 2 * OT_SPEC_LINES, sizeof *plan->value);
    if (plan->value == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a plan");
    }
    bind_flags(&b);
    const ot_status status = bind_all(&b, options->measure);
    if (status == OT_OK) {
        read_titles(&b);
        take_titles(&b);
        if (!rows_say_when(plan)) {
            drop_undated(plan);
        }
        count_needed(plan);
        if (plan->ragged && plan->needed > plan->names) {
            plan->names = plan->needed;
        }
        plan->wide = plan->values > 1;
    }
    return status;
}

void ot__plan_free(ot_plan *plan)
{
    free(plan->value);
    plan->value = NULL;
}
