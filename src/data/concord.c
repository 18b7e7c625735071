// SPDX-License-Identifier: GPL-3.0-or-later
// concord.c - a table that leads from codes to codes.

#include "outturn/concord.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/csv.h"
#include "data/intern.h"
#include "data/source.h"
#include "outturn/decimal.h"

// Weights are decimals of a few digits; thirds do not add up to 1 exactly.
#define SLACK 1e-6

typedef struct link {
    uint32_t from, to; // numbers in codes
    double weight;     // NaN: not said
    long line;
} link;

struct ot_concord {
    ot_intern codes;
    link *link; // in order of the texts of from, then to
    size_t links, capacity;
    ot_concord_to *to; // of link i
    const char **from; // of link i
    const char **target;
    size_t targets;
};

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a table of codes");
}

// ---- reading ---------------------------------------------------------------

enum { FROM, TO, WEIGHT, COLUMNS };

typedef struct reading {
    ot_concord *c;
    const char *path;
    bool begun;         // the header has been read
    size_t at[COLUMNS]; // their fields
    bool has[COLUMNS];
} reading;

static ot_status read_header(reading *r, const ot_record *record, ot_error *err)
{
    static const char *const names[COLUMNS] = {"from", "to", "weight"};
    const ot_place place = {r->path, record->line, 0};

    for (size_t i = 0; i < record->n; i++) {
        for (int k = 0; k < COLUMNS; k++) {
            if (ot__str_same(ot__str_trim(record->field[i]), names[k])) {
                r->at[k] = i;
                r->has[k] = true;
            }
        }
    }
    r->begun = true;
    return r->has[FROM] && r->has[TO]
               ? OT_OK
               : ot_fail(err, OT_E_SYNTAX, &place,
                         "no column '%s': a table of codes has the columns "
                         "from, to and, if codes are split, weight",
                         r->has[FROM] ? "to" : "from");
}

static ot_str field(const reading *r, const ot_record *record, int column)
{
    return r->has[column] && r->at[column] < record->n
               ? ot__str_trim(record->field[r->at[column]])
               : (ot_str){NULL, 0};
}

static ot_status read_weight(const reading *r, const ot_record *record,
                             double *weight, ot_error *err)
{
    const ot_str text = field(r, record, WEIGHT);
    const ot_place place = {r->path, record->line, (int)r->at[WEIGHT] + 1};
    ot_decimal d;
    char shown[48];

    *weight = NAN;
    if (text.n == 0) {
        return OT_OK;
    }
    if (ot_decimal_parse(text.at, text.n, (ot_decimal_form){0}, &d, NULL) ==
        OT_OK) {
        *weight = ot_decimal_double(d);
    }
    return *weight > 0 && *weight <= 1
               ? OT_OK
               : ot_fail(err, OT_E_SYNTAX, &place,
                         "'%s' is no weight above 0 and up to 1",
                         ot__str_copy(text, shown, sizeof shown));
}

static ot_status add(ot_concord *c, link one, ot_error *err)
{
    if (one.from == OT_INTERN_FAILED || one.to == OT_INTERN_FAILED) {
        return no_memory(err);
    }
    if (c->links == c->capacity) {
        const size_t capacity = 2 * c->capacity + 256;
        link *more = realloc(c->link, capacity * sizeof *more);
        if (more == NULL) {
            return no_memory(err);
        }
        c->link = more;
        c->capacity = capacity;
    }
    c->link[c->links++] = one;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    reading *r = context;

    if (!r->begun) {
        return read_header(r, record, err);
    }
    const ot_str from = field(r, record, FROM), to = field(r, record, TO);
    const ot_place place = {r->path, record->line, 0};
    link one = {.line = record->line};

    if (from.n == 0 || to.n == 0) {
        return ot_fail(err, OT_E_SYNTAX, &place, "a row without a code '%s'",
                       from.n == 0 ? "from" : "to");
    }
    const ot_status status = read_weight(r, record, &one.weight, err);
    if (status != OT_OK) {
        return status;
    }
    one.from = ot__intern_put(&r->c->codes, from, NULL);
    one.to = ot__intern_put(&r->c->codes, to, NULL);
    return add(r->c, one, err);
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    const reading *r = context;
    const ot_place place = {r->path, line, 0};

    return ot_fail(err, OT_E_SYNTAX, &place, "%s", what);
}

// ---- the finished table ----------------------------------------------------

typedef struct row {
    const char *from, *to;
    double weight;
    long line;
} row;

static int compare(const void *left, const void *right)
{
    const row *a = left, *b = right;
    const int order = strcmp(a->from, b->from);

    return order != 0 ? order : strcmp(a->to, b->to);
}

static int compare_texts(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;

    return strcmp(*a, *b);
}

// The rows of one code: its weights, evened out where none is said.
static ot_status check_code(row at[], size_t n, const char *path, ot_error *err)
{
    const ot_place place = {path, at[0].line, 0};
    char text[OT_NUMBER_SIZE];
    size_t said = 0;
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        if (i > 0 && strcmp(at[i].to, at[i - 1].to) == 0) {
            const ot_place second = {path, at[i].line, 0};
            return ot_fail(err, OT_E_DATA, &second,
                           "%.40s to %.40s stands in line %ld already",
                           at[i].from, at[i].to, at[i - 1].line);
        }
        said += isnan(at[i].weight) ? 0 : 1;
        sum += isnan(at[i].weight) ? 0 : at[i].weight;
    }
    if (said > 0 && (said < n || fabs(sum - 1) > SLACK)) {
        return ot_fail(err, OT_E_DATA, &place,
                       "weights of %.40s are %s together, not 1%s", at[0].from,
                       ot__fixed(text, sum, 6),
                       said < n ? " (some rows have none)" : "");
    }
    for (size_t i = 0; i < n; i++) {
        at[i].weight = said > 0 ? at[i].weight / sum : 1 / (double)n;
    }
    return OT_OK;
}

static ot_status check_all(row at[], size_t n, const char *path, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t from = 0, to; from < n && status == OT_OK; from = to) {
        to = from + 1;
        while (to < n && strcmp(at[from].from, at[to].from) == 0) {
            to++;
        }
        status = check_code(at + from, to - from, path, err);
    }
    return status;
}

// Texts have their final places now.
static ot_status finish(ot_concord *c, row at[], const char *path,
                        ot_error *err)
{
    c->to = calloc(c->links + 1, sizeof *c->to);
    c->from = calloc(c->links + 1, sizeof *c->from);
    c->target = calloc(c->links + 1, sizeof *c->target);
    if (c->to == NULL || c->from == NULL || c->target == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < c->links; i++) {
        const link *l = &c->link[i];
        at[i] = (row){ot__intern_text(&c->codes, l->from),
                      ot__intern_text(&c->codes, l->to), l->weight, l->line};
    }
    qsort(at, c->links, sizeof *at, compare);
    const ot_status status = check_all(at, c->links, path, err);
    for (size_t i = 0; i < c->links; i++) {
        c->from[i] = at[i].from;
        c->to[i] = (ot_concord_to){at[i].to, at[i].weight};
        c->target[i] = at[i].to;
    }
    qsort(c->target, c->links, sizeof *c->target, compare_texts);
    for (size_t i = 0; i < c->links; i++) {
        if (c->targets == 0 || // like texts are one and the same
            c->target[c->targets - 1] != c->target[i]) {
            c->target[c->targets++] = c->target[i];
        }
    }
    return status;
}

static ot_status seal(ot_concord *c, const char *path, ot_error *err)
{
    const ot_place place = {path, 0, 0};
    row *at = calloc(c->links + 1, sizeof *at);

    if (at == NULL) {
        return no_memory(err);
    }
    const ot_status status =
        c->links > 0 ? finish(c, at, path, err)
                     : ot_fail(err, OT_E_DATA, &place,
                               "no row with a code from and a code to");
    free(at);
    return status;
}

static ot_status read_path(ot_concord *c, const char *path, ot_error *err)
{
    ot_source *source;
    ot_status status = ot__source_open(path, &source, err);

    if (status != OT_OK) {
        return status;
    }
    reading r = {.c = c, .path = ot__source_path(source)};
    ot_csv csv = {.see = see, .bad = bad, .context = &r};
    status = ot__csv_read(source, &csv, err);
    if (status == OT_OK) {
        status = ot__source_end(source, err);
    }
    if (status == OT_OK) {
        status = seal(c, r.path, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    return status;
}

ot_status ot_concord_read(const char *path, ot_concord **concord, ot_error *err)
{
    ot_concord *c = calloc(1, sizeof *c);

    if (c == NULL) {
        return no_memory(err);
    }
    const ot_status status = read_path(c, path, err);
    if (status != OT_OK) {
        ot_concord_free(c);
        return status;
    }
    *concord = c;
    return OT_OK;
}

void ot_concord_free(ot_concord *c)
{
    if (c == NULL) {
        return;
    }
    ot__intern_free(&c->codes);
    free(c->link);
    free(c->to);
    free(c->from);
    free(c->target);
    free(c);
}

// ---- asking it -------------------------------------------------------------

size_t ot_concord_of(const ot_concord *c, const char *code,
                     const ot_concord_to **to)
{
    size_t lo = 0, hi = c->links;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        if (strcmp(c->from[mid], code) < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    *to = &c->to[lo];
    for (hi = lo; hi < c->links && strcmp(c->from[hi], code) == 0;) {
        hi++;
    }
    return hi - lo;
}

size_t ot_concord_count(const ot_concord *c)
{
    return c->targets;
}

const char *ot_concord_at(const ot_concord *c, size_t i)
{
    return c->target[i];
}
