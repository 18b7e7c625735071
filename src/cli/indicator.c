// SPDX-License-Identifier: GPL-3.0-or-later
// indicator.c - the lists of outturn indicator, side by side, and its rows.

#include "cli/indicator.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- lists -----------------------------------------------------------------

// One commodity or partner; `key` is borrowed from the panel.
typedef struct entry {
    const char *key;
    ot_pair pair;
} entry;

typedef struct entries {
    entry *at;
    size_t n;
    ot_unit unit;
} entries;

static int compare(const void *left, const void *right)
{
    const entry *a = left, *b = right;

    return strcmp(a->key, b->key);
}

static void add_value(ot_value *to, const ot_value *v)
{
    to->y += v->y;
    to->half += v->half;
    to->estimated = to->estimated || v->estimated;
}

// Equal keys become one: values add up, NaN stays.
static void merge(entries *e)
{
    size_t n = 0;

    if (e->n == 0) {
        return;
    }
    qsort(e->at, e->n, sizeof *e->at, compare);
    for (size_t i = 0; i < e->n; i++) {
        if (n > 0 && strcmp(e->at[n - 1].key, e->at[i].key) == 0) {
            add_value(&e->at[n - 1].pair.a, &e->at[i].pair.a);
            add_value(&e->at[n - 1].pair.b, &e->at[i].pair.b);
        } else {
            e->at[n++] = e->at[i];
        }
    }
    e->n = n;
}

// Which list is made.
typedef struct list {
    const char *reporter, *flow;
    ot_area skip; // no part of it; NONE: all are
    bool by_reporter, second;
    ot_over over;
} list;

static ot_status keep(const ot_panel *panel, const list *l,
                      const cli_amounts *a, const ot_value value[],
                      const ot_unit unit[], entries *e, ot_error *err)
{
    entry *more = realloc(e->at, (e->n + a->n + 1) * sizeof *more);

    if (more == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    e->at = more;
    for (size_t i = 0; i < a->n; i++) {
        const ot_slice s = ot_slices_at(a->slices, i);
        if (s.reporter == l->skip && l->skip != OT_AREA_NONE) {
            continue;
        }
        if (unit[i].code[0] != '\0' && e->unit.code[0] == '\0') {
            e->unit = unit[i];
        }
        if (unit[i].code[0] != '\0' && !ot_unit_same_base(unit[i], e->unit)) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "values in %s and in %s do not add up", e->unit.code,
                           unit[i].code);
        }
        entry *to = &e->at[e->n++];
        *to = (entry){.key = l->over == OT_OVER_PARTNERS
                                 ? ot_panel_area_name(panel, s.partner)
                             : l->over == OT_OVER_NOTHING ? ""
                                                          : s.commodity};
        *(l->second ? &to->pair.b : &to->pair.a) = value[i];
    }
    return OT_OK;
}

static ot_status ask(const ot_panel *panel, const list *l, cli_amounts *a,
                     ot_period period, entries *e, ot_error *err)
{
    ot_value *value = calloc(a->n + 1, sizeof *value);
    ot_unit *unit = calloc(a->n + 1, sizeof *unit);
    ot_status status =
        value != NULL && unit != NULL
            ? cli_amounts_in(a, NULL, &period, 1, value, unit, err)
            : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");

    if (status == OT_OK) {
        status = keep(panel, l, a, value, unit, e, err);
    }
    free(value);
    free(unit);
    return status;
}

// Adds a list to the entries; keys are the slices' and so the panel's.
static ot_status add_list(const common_args *args, const ot_panel *panel,
                          const list *l, ot_period period, entries *e,
                          ot_error *err)
{
    common_args common = *args;
    cli_slicing cut;
    cli_amounts amounts = {.n = 0};
    const char *by = l->over == OT_OVER_PARTNERS  ? "partner"
                     : l->over == OT_OVER_NOTHING ? "flow"
                                                  : "commodity";
    char text[32];

    common.reporter = l->reporter;
    common.flow = l->flow;
    if (l->over != OT_OVER_COMMODITIES && common.commodity == NULL) {
        common.commodity = "TOTAL";
    }
    snprintf(text, sizeof text, "%s%s", l->by_reporter ? "reporter," : "", by);
    ot_status status = cli_slicing_read(&common, text, panel, &cut, err);
    if (status == OT_OK) {
        status = cli_amounts_open(args, panel, &cut.how, &amounts, err);
    }
    if (status == OT_OK) {
        status = ask(panel, l, &amounts, period, e, err);
    }
    cli_amounts_free(&amounts);
    cli_slicing_free(&cut);
    return status;
}

// What stands beside the first list.
static list second_list(const indicator_args *args, const indicator_work *w,
                        const ot_indicator *x, const list *first)
{
    list l = *first;

    l.second = true;
    if (x->counterpart == OT_COUNTERPART_IMPORTS ||
        x->counterpart == OT_COUNTERPART_ANOTHERS_IMPORTS) {
        l.flow = "import";
    }
    if (x->counterpart == OT_COUNTERPART_ANOTHER ||
        x->counterpart == OT_COUNTERPART_ANOTHERS_IMPORTS) {
        l.reporter = args->with;
    }
    if (x->counterpart == OT_COUNTERPART_WORLD) {
        l.reporter = NULL;
        l.by_reporter = true;
        l.skip =
            strcmp(args->world, "others") == 0 ? w->reporter : OT_AREA_NONE;
    }
    return l;
}

static ot_status gather(const indicator_args *args, const indicator_work *w,
                        const ot_indicator *x, ot_period period, entries *e,
                        ot_error *err)
{
    const bool exports = x->counterpart == OT_COUNTERPART_IMPORTS ||
                         x->counterpart == OT_COUNTERPART_ANOTHERS_IMPORTS;
    const list first = {.reporter = ot_panel_area_code(w->panel, w->reporter),
                        .flow = exports || args->common.flow == NULL
                                    ? "export"
                                    : args->common.flow,
                        .over = x->over};
    const list second = second_list(args, w, x, &first);

    if (second.reporter == NULL && !second.by_reporter) {
        return ot_fail(err, OT_E_USAGE, NULL, "%s needs --with AREA", x->name);
    }
    ot_status status =
        add_list(&args->common, w->panel, &first, period, e, err);
    if (status == OT_OK && x->counterpart != OT_COUNTERPART_NOTHING) {
        status = add_list(&args->common, w->panel, &second, period, e, err);
    }
    return status;
}

// ---- rows ------------------------------------------------------------------

ot_status indicator_start(const indicator_args *args, indicator_work *w,
                          ot_error *err)
{
    ot_status status = cli_lists_split(&args->common, w->panel, &w->lists, err);
    const ot_column columns[INDICATOR_COLUMNS] = {
        {.id = "indicator", .title = "indicator", .kind = OT_COLUMN_TEXT},
        {.id = "period", .title = "period", .kind = OT_COLUMN_PERIOD},
        {.id = "partner",
         .title = "partner",
         .kind = w->lists.partner.n > 1 ? OT_COLUMN_TEXT : OT_COLUMN_ID},
        {.id = "of", .title = "of", .kind = OT_COLUMN_TEXT},
        {.id = "number", .title = "value", .kind = OT_COLUMN_INDEX},
    };

    if (status == OT_OK) {
        status = cli_find_area(w->panel, args->common.reporter, "reporter",
                               &w->reporter, err);
    }
    if (status == OT_OK && w->reporter == OT_AREA_NONE) {
        w->reporter = ot_panel_key(w->panel, 0).reporter;
        for (size_t i = 1; i < ot_panel_keys(w->panel); i++) {
            if (ot_panel_key(w->panel, i).reporter != w->reporter) {
                return ot_fail(err, OT_E_USAGE, NULL,
                               "several reporters; choose with -r");
            }
        }
    }
    if (status == OT_OK) {
        status = cli_find_area(w->panel, args->with, "with", &w->with, err);
    }
    w->sheet = ot_sheet_new("rows", columns, INDICATOR_COLUMNS);
    if (status != OT_OK || w->sheet == NULL) {
        return w->sheet == NULL
                   ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                   : status;
    }
    ot_sheet_head(w->sheet, "%s%s%s; the world is the sum of %s in the files",
                  ot_panel_area_name(w->panel, w->reporter),
                  args->with != NULL ? " and " : "",
                  args->with != NULL ? ot_panel_area_name(w->panel, w->with)
                                     : "",
                  strcmp(args->world, "others") == 0 ? "the other reporters"
                                                     : "all reporters");
    ot_sheet_fact(w->sheet, "reporter",
                  ot_panel_area_code(w->panel, w->reporter));
    ot_sheet_fact(w->sheet, "world", args->world);
    return OT_OK;
}

// What rows are of.
typedef struct about {
    const ot_indicator *x;
    ot_period period;
    const char *partner; // NULL: of all, or of the only one
} about;

static void start_row(ot_sheet *sheet, const about *a, const char *of)
{
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, INDICATOR_NAME, a->x->name);
    ot_sheet_period(sheet, INDICATOR_PERIOD, a->period);
    ot_sheet_text(sheet, INDICATOR_PARTNER,
                  a->partner != NULL ? a->partner : "");
    ot_sheet_text(sheet, INDICATOR_OF, of);
}

static void put(ot_sheet *sheet, const ot_indicator *x, ot_ranged v,
                const char *why)
{
    if (isnan(v.y)) {
        ot_sheet_none(sheet, INDICATOR_NUMBER, why);
        return;
    }
    ot_sheet_number(sheet, INDICATOR_NUMBER, v.y, v.range);
    ot_sheet_formula(sheet, INDICATOR_NUMBER, x->formula);
}

static void put_rows(ot_sheet *sheet, const about *a, const entries *e,
                     ot_ranged whole, const ot_ranged each[])
{
    const ot_indicator *x = a->x;
    const char *why = "undefined";

    for (size_t i = 0; i < e->n; i++) {
        if (isnan(e->at[i].pair.a.y) || isnan(e->at[i].pair.b.y)) {
            why = "a value is not known";
        }
    }
    if (x->whole != NULL) {
        start_row(sheet, a, "all");
        put(sheet, x, whole, why);
    }
    for (size_t i = 0; x->each != NULL && i < e->n; i++) {
        start_row(sheet, a, e->at[i].key);
        put(sheet, x, each[i], why);
    }
}

static ot_status work_out(ot_sheet *sheet, const about *a, const entries *e,
                          ot_error *err)
{
    ot_pair *pair = malloc((e->n + 1) * sizeof *pair);
    ot_ranged *each = malloc((e->n + 1) * sizeof *each), whole;

    if (pair == NULL || each == NULL) {
        free(pair);
        free(each);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < e->n; i++) {
        pair[i] = e->at[i].pair;
    }
    const ot_status status =
        ot_indicator_of(a->x, pair, e->n, &whole, each, err);
    if (status == OT_OK) {
        put_rows(sheet, a, e, whole, each);
    }
    free(pair);
    free(each);
    return status;
}

static ot_status add_rows(const indicator_args *args, indicator_work *w,
                          const about *a, bool lenient, ot_error *err)
{
    indicator_args one = *args;
    entries e = {.n = 0};
    ot_error inner = {0};

    one.common.partner = a->partner != NULL ? a->partner : one.common.partner;
    ot_status status = gather(&one, w, a->x, a->period, &e, &inner);
    if (status == OT_OK) {
        merge(&e);
        status = work_out(w->sheet, a, &e, &inner);
    } else if (lenient && status != OT_E_MEMORY) {
        start_row(w->sheet, a, "all");
        ot_sheet_none(w->sheet, INDICATOR_NUMBER, inner.message);
        status = OT_OK;
    }
    free(e.at);
    return status == OT_OK ? OT_OK
                           : ot_fail(err, status, NULL, "%s", inner.message);
}

ot_status indicator_add(const indicator_args *args, indicator_work *w,
                        const ot_indicator *x, bool lenient, ot_error *err)
{
    // Of one over partners the list says which are in it.
    const cli_list *p = &w->lists.partner;
    const bool each = p->n > 1 && x->over != OT_OVER_PARTNERS;
    ot_status status = OT_OK;

    for (size_t i = 0; i < w->spans.n; i++) {
        for (size_t k = 0; k < (each ? p->n : 1) && status == OT_OK; k++) {
            const char *one = each || p->n == 1 ? p->at[k] : NULL;
            const about a = {x, w->spans.at[i], one};
            status = add_rows(args, w, &a, lenient, err);
        }
    }
    return status;
}
