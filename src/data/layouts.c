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
    if (o->delimiter == '\t') {
        ot__spec_add(spec, "delimiter", ot__str("tab"));
    } else if (o->delimiter != '\0') {
        ot__spec_add(spec, "delimiter", (ot_str){&o->delimiter, 1});
    }
    if (o->encoding != NULL) {
        ot__spec_add(spec, "encoding", ot__str(o->encoding));
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

static ot_status refuse(const ot_grid *grid, ot_buf *map, ot_error *err)
{
    ot_buf columns = {0};
    const char *why = ot__not_trade(grid, &columns);

    if (why != NULL) {
        ot_fail(err, OT_E_DATA, NULL, "not trade data: %s (%.120s)", why,
                ot__buf_cstr(&columns));
        ot__buf_free(&columns);
        return OT_E_DATA;
    }
    ot__buf_free(&columns);
    ot__advise(grid, map);
    if (map->n > 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "no layout is known for these columns; they look like "
                       "--map \"%.150s\"",
                       ot__buf_cstr(map));
    }
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

// The layout that the options name or bring, if any, else an empty spec.
static ot_status asked_layout(const ot_read_options *options, ot_spec *spec,
                              ot_error *err)
{
    const char *name = options->layout;
    const ot_place place = {name, 0, 0};

    spec->n = 0;
    spec->own_n = 0;
    if (options->layout_text != NULL) {
        return ot__spec_read(spec, ot__str(options->layout_text), &place, err);
    }
    // The general forms are no texts: they are made by guess.
    return name == NULL || strcmp(name, "tidy") == 0 ||
                   strcmp(name, "wide") == 0
               ? OT_OK
               : named(name, spec, err);
}

ot_status ot__layout_form(const ot_read_options *o, ot_form *f, ot_error *err)
{
    ot_spec spec;
    const ot_status status = asked_layout(o, &spec, err);

    *f = (ot_form){.delimiter = o->delimiter};
    if (status != OT_OK) {
        return status;
    }
    const ot_str mark = ot__spec_get(&spec, "delimiter");
    if (mark.n > 1 && !ot__str_same(mark, "tab")) {
        const ot_place place = {o->layout, 0, 0};
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "a layout's delimiter is one character or tab");
    }
    if (f->delimiter == '\0' && mark.n > 0) {
        f->delimiter = ot__str_same(mark, "tab") ? '\t' : mark.at[0];
    }
    ot__str_copy(o->encoding != NULL ? ot__str(o->encoding)
                                     : ot__spec_get(&spec, "encoding"),
                 f->encoding, sizeof f->encoding);
    return OT_OK;
}

// --map over a known layout changes some of its columns; one that names the
// value or the period is about a layout of the user's.
static bool maps_all(const char *map)
{
    return map != NULL &&
           (strstr(map, "value") != NULL || strstr(map, "period") != NULL);
}

static ot_status choose(const ot_grid *grid, const ot_read_options *options,
                        ot_spec *spec, size_t *header, ot_choice *choice,
                        ot_buf *map, ot_error *err)
{
    int score;
    const ot_status status = asked_layout(options, spec, err);

    if (status != OT_OK) {
        return status;
    }
    if (options->layout == NULL) {
        const int best = best_layout(grid, spec, choice);
        spec->n = 0;
        if (best >= 0 && !maps_all(options->map)) {
            ot__layout_spec((size_t)best, spec);
        }
    }
    *header = 0;
    if (spec->n == 0) {
        return ot__guess(grid, options, spec, header) ? OT_OK
                                                      : refuse(grid, map, err);
    }
    const int row = ot__header_row(spec, grid, &score);
    *header = row >= 0 ? (size_t)row : 0;
    return row >= 0 || ot__spec_get(spec, "has").n == 0
               ? OT_OK
               : ot_fail(err, OT_E_DATA, NULL,
                         "the file has not the columns of layout %.40s",
                         options->layout);
}

// Whether something says the flow of every figure: a column, a caption, a
// heading, --set.
static bool flow_said(const ot_plan *plan)
{
    bool said =
        plan->field[OT_ROLE_FLOW] >= 0 || plan->set[OT_ROLE_FLOW].at != NULL;
    bool all = true;

    for (size_t i = 0; i < plan->rules; i++) {
        said = said || plan->rule[i].say[OT_ROLE_FLOW].at != NULL;
    }
    for (size_t i = 0; i < plan->values; i++) {
        all = all && plan->value[i].say[OT_ROLE_FLOW].at != NULL;
    }
    return said || all;
}

// Whether a plan says all that figures need.
static ot_status complete(const ot_grid *grid, size_t header,
                          const ot_plan *plan, ot_buf *set, ot_error *err)
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
    if (plan->values == 0) {
        return ask(grid, header, "value", err);
    }
    if (flow_said(plan)) {
        return OT_OK;
    }
    ot__buf_text(set, "flow=export");
    return ot_fail(err, OT_E_DATA, NULL,
                   "the flow is not said: --set flow=export, or what it is");
}

ot_status ot__plan(ot_grid *grid, const ot_read_options *options, ot_spec *spec,
                   ot_plan *plan, ot_choice *choice, ot_buf *map, ot_buf *set,
                   ot_error *err)
{
    size_t header = 0;

    *choice = (ot_choice){.sure = 0};
    ot__grid_look(grid);
    ot_status status = choose(grid, options, spec, &header, choice, map, err);
    if (status != OT_OK) {
        return status;
    }
    add_options(options, spec);
    status = ot__bind(spec, grid, header, options, plan, err);
    if (status == OT_OK) {
        status = complete(grid, header, plan, set, err);
    }
    if (status == OT_OK && ot__spec_get(spec, "decimal").n == 0 &&
        needs_comma(grid, plan)) {
        plan->decimal = ',';
        ot__spec_add(spec, "decimal", ot__str("comma"));
    }
    ot__str_copy(ot__spec_get(spec, "name"), choice->layout,
                 sizeof choice->layout);
    return status;
}
