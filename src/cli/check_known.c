// SPDX-License-Identifier: GPL-3.0-or-later
// check_known.c - findings that were accepted before: an earlier csv of check.
// A finding is known by the name of its file without the folder, its quote and
// its verdict, so that lines may move.

#include <stdlib.h>
#include <string.h>

#include "cli/check.h"
#include "data/csv.h"

enum { FILE_NAME, QUOTE, VERDICT, COLUMNS };

static const char *const columns[COLUMNS] = {"file", "quote", "verdict"};

typedef struct known {
    const char *path;
    bool in_rows;
    size_t field[COLUMNS];
    char **key; // owned; sorted once all are read
    size_t n, capacity;
} known;

// ---- keys -------------------------------------------------------------------

static ot_str base_name(ot_str path)
{
    ot_str rest = path, name = path;

    while (rest.n > 0) {
        name = ot__str_cut(&rest, '/');
    }
    return name;
}

static void put_key(ot_buf *out, ot_str path, ot_str quote, ot_str verdict)
{
    const ot_str name = base_name(path);

    ot__buf_bytes(out, name.at, name.n);
    ot__buf_char(out, '\n');
    ot__buf_bytes(out, quote.at, quote.n);
    ot__buf_char(out, '\n');
    ot__buf_bytes(out, verdict.at, verdict.n);
}

// ---- reading ----------------------------------------------------------------

static ot_status read_header(known *k, const ot_record *record, ot_error *err)
{
    const ot_place place = {k->path, record->line, 0};

    for (size_t c = 0; c < COLUMNS; c++) {
        size_t i = 0;
        while (i < record->n && !ot__str_equal(record->field[i], columns[c])) {
            i++;
        }
        if (i == record->n) {
            return ot_fail(
                err, OT_E_DATA, &place,
                "no column '%s': --known takes what check wrote with "
                "--format csv",
                columns[c]);
        }
        k->field[c] = i;
    }
    k->in_rows = true;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    known *k = context;
    ot_str field[COLUMNS];

    if (!k->in_rows) {
        return read_header(k, record, err);
    }
    for (size_t c = 0; c < COLUMNS; c++) {
        field[c] = k->field[c] < record->n ? record->field[k->field[c]]
                                           : (ot_str){NULL, 0};
    }
    if (k->n == k->capacity) {
        const size_t capacity = k->capacity > 0 ? 2 * k->capacity : 64;
        char **more = realloc(k->key, capacity * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
        }
        k->key = more;
        k->capacity = capacity;
    }
    ot_buf key = {0};
    put_key(&key, field[FILE_NAME], field[QUOTE], field[VERDICT]);
    if (key.failed) {
        ot__buf_free(&key);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
    }
    k->key[k->n++] = key.at;
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    const known *k = context;
    const ot_place place = {k->path, line, 0};

    return ot_fail(err, OT_E_SYNTAX, &place, "%s", what);
}

static int by_key(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;

    return strcmp(*x, *y);
}

static ot_status read_known(const char *path, known *k, ot_error *err)
{
    ot_source *source = NULL;
    ot_csv csv = {.delimiter = ',', .see = see, .bad = bad, .context = k};

    k->path = path;
    ot_status status = ot__source_open(path, &source, err);
    if (status == OT_OK) {
        status = ot__csv_read(source, &csv, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    if (k->n > 0) {
        qsort(k->key, k->n, sizeof *k->key, by_key);
    }
    return status;
}

static void free_known(known *k)
{
    for (size_t i = 0; i < k->n; i++) {
        free(k->key[i]);
    }
    free(k->key);
}

// ---- marking ----------------------------------------------------------------

static bool holds(const known *k, const checked *t, const ot_claim *c,
                  ot_verdict verdict)
{
    ot_buf quote = {0}, key = {0};

    if (k->n == 0) {
        return false;
    }
    checked_quote(&quote, c);
    put_key(&key, ot__str(t->claims->path), ot__str(ot__buf_cstr(&quote)),
            ot__str(ot_verdict_id(verdict)));
    const char *asked = ot__buf_cstr(&key);
    const bool found =
        bsearch(&asked, k->key, k->n, sizeof *k->key, by_key) != NULL;
    ot__buf_free(&quote);
    ot__buf_free(&key);
    return found;
}

static bool needs_no_words(ot_verdict verdict)
{
    return verdict == OT_ADDS_UP || verdict == OT_AGREES ||
           verdict == OT_IN_RANGE || verdict == OT_NOT_CHECKED;
}

// A claim is known once one of its findings is, and every other either is or
// holds.
static void mark(const known *k, const bool fails[OT_VERDICTS], checked *t,
                 bool *failed)
{
    for (size_t i = 0; i < t->claims->n; i++) {
        bool some = false, all = true;
        for (size_t c = 0; c < checked_columns(t); c++) {
            const ot_verdict v = checked_finding(t, i, c)->verdict;
            const bool found = holds(k, t, &t->claims->claim[i], v);
            some = some || found;
            all = all && (found || needs_no_words(v));
            *failed = *failed || (fails[v] && !found);
        }
        if (t->known != NULL) {
            t->known[i] = some && all;
        }
    }
}

ot_status check_known(const char *path, const bool fails[OT_VERDICTS],
                      checked *texts, size_t n, bool *failed, ot_error *err)
{
    known k = {.path = path};
    ot_status status = path != NULL ? read_known(path, &k, err) : OT_OK;

    *failed = false;
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        if (path != NULL) {
            texts[i].known =
                calloc(texts[i].claims->n + 1, sizeof *texts[i].known);
            if (texts[i].known == NULL) {
                status =
                    ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
                break;
            }
        }
        mark(&k, fails, &texts[i], failed);
    }
    free_known(&k);
    return status;
}
