// SPDX-License-Identifier: GPL-3.0-or-later
// layouts.c - the choice among layouts: by name, by what a file looks like, by
// a file of the user's, by guess.

#include <stdlib.h>
#include <string.h>

#include "data/bind.h"
#include "outturn/decimal.h"

extern const char *const ot__layout_texts[]; // by the build; NULL ends it

size_t ot__layout_count(void)
{
    size_t n = 0;

    while (ot__layout_texts[n] != NULL) {
        n++;
    }
    return n;
}

const char *ot__layout_text(size_t i)
{
    return ot__layout_texts[i];
}

void ot__layout_spec(size_t i, ot_spec *spec)
{
    spec->n = 0;
    spec->own_n = 0;
    (void)ot__spec_read(spec, ot__str(ot__layout_texts[i]), NULL, NULL);
}

// ---- by name ---------------------------------------------------------------

static ot_status unknown_layout(const char *name, ot_spec *spec, ot_error *err)
{
    char text[64][48];
    const char *names[64];
    size_t n = 0;

    for (size_t i = 0; i < ot__layout_count() && n < 64; i++) {
        ot__layout_spec(i, spec);
        names[n] = ot__str_copy(ot__spec_get(spec, "name"), text[n], 48);
        n++;
    }
    const size_t near = ot__nearest(name, names, n);
    return ot_fail(err, OT_E_USAGE, NULL, "there is no layout '%.40s'%s%s%s",
                   name, near < n ? "; did you mean " : "",
                   near < n ? names[near] : "",
                   near < n ? "?" : " (see help layouts)");
}

static ot_status named(const char *name, ot_spec *spec, ot_error *err)
{
    for (size_t i = 0; i < ot__layout_count(); i++) {
        ot__layout_spec(i, spec);
        if (ot__str_same(ot__spec_get(spec, "name"), name)) {
            return OT_OK;
        }
    }
    return unknown_layout(name, spec, err);
}

// ---- by looks --------------------------------------------------------------

static int best_layout(const ot_grid *grid, ot_spec *spec, ot_choice *choice)
{
    int best = -1;

    for (size_t i = 0; i < ot__layout_count(); i++) {
        int score;
        ot__layout_spec(i, spec);
        (void)ot__header_row(spec, grid, &score);
        const ot_str name = ot__spec_get(spec, "name");
        if (score > choice->sure) {
            choice->next = choice->sure;
            memcpy(choice->runner_up, choice->layout, sizeof choice->layout);
            choice->sure = score;
            ot__str_copy(name, choice->layout, sizeof choice->layout);
            best = (int)i;
        } else if (score > choice->next) {
            choice->next = score;
            ot__str_copy(name, choice->runner_up, sizeof choice->runner_up);
        }
    }
    return best;
}

// ---- the options as lines --------------------------------------------------

static void add_options(const ot_read_options *o, ot_spec *spec)
{
    if (o->map != NULL) {
        ot__spec_add(spec, "map", ot__str(o->map));
    }
    if (o->set != NULL) {
        ot__spec_add(spec, "set", ot__str(o->set));
    }
    if (o->values != NULL) {
        ot_str list = ot__str(o->values);
        while (list.n > 0) {
            ot__spec_add(spec, "values", ot__str_trim(ot__str_cut(&list, ';')));
        }
    }
    if (o->decimal == ',') {
        ot__spec_add(spec, "decimal", ot__str("comma"));
    } else if (o->decimal == '.') {
        ot__spec_add(spec, "decimal", ot__str("point"));
    }
}

// ---- what cannot be read ---------------------------------------------------

// What the user has to say, with the columns there are.
static ot_status ask(const ot_grid *grid, size_t header, const char *missing,
                     ot_error *err)
{
    const ot_grid_row *row = &grid->row[header];
    ot_buf list = {0};

    for (size_t i = 0; i < row->n && i < 40; i++) {
        ot__buf_text(&list, i > 0 ? ", " : "");
        ot__buf_bytes(&list, row->field[i].at, row->field[i].n);
    }
    ot_fail(err, OT_E_DATA, NULL,
            "which column is the %s? Say --map %s=COLUMN; the columns are: "
            "%.200s",
            missing, missing, ot__buf_cstr(&list));
    ot__buf_free(&list);
    return OT_E_DATA;
}

static ot_status refuse(const ot_grid *grid, ot_buf *advice, ot_error *err)
{
    ot_buf columns = {0};
    const char *why = ot__not_trade(grid, &columns);

    if (why != NULL) {
        ot_fail(err, OT_E_DATA, NULL, "not trade data: %s (%.120s)", why,
                ot__buf_cstr(&columns));
        ot__buf_free(&columns);
        return OT_E_DATA;
    }
    ot__buf_clear(&columns);
    ot__advise(grid, &columns);
    if (columns.n > 0) {
        if (advice != NULL) {
            ot__buf_format(advice, "--map \"%s\"", ot__buf_cstr(&columns));
        }
        ot_fail(err, OT_E_DATA, NULL,
                "no layout is known for these columns; they look like --map "
                "\"%.150s\"",
                ot__buf_cstr(&columns));
        ot__buf_free(&columns);
        return OT_E_DATA;
    }
    ot__buf_free(&columns);
    return ask(grid, 0, "period", err);
}

// ---- decimal commas --------------------------------------------------------

// Whether the figures of the first rows need a decimal comma: one at least
// cannot be read with a point, and none with a comma.
static bool needs_comma(const ot_grid *grid, const ot_plan *plan)
{
    size_t point = 0, comma = 0;

    for (size_t r = 0; r < grid->n; r++) {
        for (size_t i = 0; i < plan->values && i < 64 &&
                           grid->row[r].line > plan->header_line;
             i++) {
            const ot_str s =
                ot__grid_field(grid, r, (size_t)plan->value[i].field);
            const char *why;
            ot_decimal d;
            if (memchr(s.at != NULL ? s.at : "", ',', s.n) != NULL) {
                point += ot_decimal_parse(s.at, s.n, (ot_decimal_form){'.'}, &d,
                                          &why) != OT_OK;
                comma += ot_decimal_parse(s.at, s.n, (ot_decimal_form){','}, &d,
                                          &why) != OT_OK;
            }
        }
    }
    return point > 0 && comma == 0;
}

// ---- the whole -------------------------------------------------------------

static ot_status choose(const ot_grid *grid, const ot_read_options *options,
                        ot_spec *spec, size_t *header, ot_choice *choice,
                        ot_buf *advice, ot_error *err)
{
    int score, row = -1;

    if (options->layout_text != NULL) {
        const ot_place place = {options->layout, 0, 0};
        const ot_status status =
            ot__spec_read(spec, ot__str(options->layout_text), &place, err);
        if (status != OT_OK) {
            return status;
        }
    } else if (options->layout != NULL &&
               strcmp(options->layout, "tidy") != 0 &&
               strcmp(options->layout, "wide") != 0) {
        const ot_status status = named(options->layout, spec, err);
        if (status != OT_OK) {
            return status;
        }
    } else if (options->layout == NULL && options->map == NULL) {
        const int best = best_layout(grid, spec, choice);
        spec->n = 0;
        if (best >= 0) {
            ot__layout_spec((size_t)best, spec);
        }
    } else if (options->layout == NULL) {
        // --map over a known layout changes some of its columns.
        const int best = best_layout(grid, spec, choice);
        spec->n = 0;
        if (best >= 0 && strstr(options->map, "value") == NULL &&
            strstr(options->map, "period") == NULL) {
            ot__layout_spec((size_t)best, spec);
        }
    }
    if (spec->n == 0) {
        *header = 0;
        return ot__guess(grid, options, spec, header)
                   ? OT_OK
                   : refuse(grid, advice, err);
    }
    row = ot__header_row(spec, grid, &score);
    *header = row >= 0 ? (size_t)row : 0;
    return row >= 0 || ot__spec_get(spec, "has").n == 0
               ? OT_OK
               : ot_fail(err, OT_E_DATA, NULL,
                         "the file has not the columns of layout %.40s",
                         options->layout);
}

static ot_status complete(const ot_grid *grid, size_t header,
                          const ot_plan *plan, ot_error *err)
{
    bool when = plan->field[OT_ROLE_PERIOD] >= 0 ||
                plan->field[OT_ROLE_YEAR] >= 0 ||
                plan->set[OT_ROLE_PERIOD].at != NULL ||
                plan->set[OT_ROLE_YEAR].at != NULL;

    for (size_t i = 0; i < plan->values; i++) {
        when = when || plan->value[i].period.months > 0;
    }
    if (plan->list) {
        return OT_OK;
    }
    if (!when) {
        return ask(grid, header, "period", err);
    }
    return plan->values > 0 ? OT_OK : ask(grid, header, "value", err);
}

// What a layout knows its files do not say: "ask = flow=export".
static ot_status ask_constant(const ot_spec *spec, const ot_plan *plan,
                              ot_buf *advice, ot_error *err)
{
    ot_str example;
    char mark, name[32], text[32];
    const ot_str item = ot__spec_get(spec, "ask");
    const ot_role role = ot__role_find(ot__item_split(item, &example, &mark));

    if (item.n == 0 || role == OT_ROLES || plan->field[role] >= 0 ||
        plan->set[role].at != NULL ||
        (plan->values > 0 && plan->value[0].say[role].at != NULL)) {
        return OT_OK;
    }
    ot__str_copy(example, text, sizeof text);
    ot__str_copy(ot__str(ot__role_name(role)), name, sizeof name);
    if (advice != NULL) {
        ot__buf_format(advice, "--set %s=%s", name, text);
    }
    return ot_fail(err, OT_E_DATA, NULL,
                   "layout %s: the file does not say the %s: add --set %s=%s, "
                   "or what it is",
                   plan->layout, name, name, text);
}

ot_status ot__plan(ot_grid *grid, const ot_read_options *options, ot_spec *spec,
                   ot_plan *plan, ot_choice *choice, ot_buf *advice,
                   ot_error *err)
{
    size_t header = 0;

    spec->n = 0;
    spec->own_n = 0;
    *choice = (ot_choice){.sure = 0};
    ot__grid_look(grid);
    ot_status status =
        choose(grid, options, spec, &header, choice, advice, err);
    if (status != OT_OK) {
        return status;
    }
    add_options(options, spec);
    status = ot__bind(spec, grid, header, options, plan, err);
    if (status == OT_OK) {
        status = complete(grid, header, plan, err);
    }
    if (status == OT_OK && ot__spec_get(spec, "decimal").n == 0 &&
        needs_comma(grid, plan)) {
        plan->decimal = ',';
        ot__spec_add(spec, "decimal", ot__str("comma"));
    }
    if (status == OT_OK) {
        status = ask_constant(spec, plan, advice, err);
    }
    ot__str_copy(ot__spec_get(spec, "name"), choice->layout,
                 sizeof choice->layout);
    return status;
}
