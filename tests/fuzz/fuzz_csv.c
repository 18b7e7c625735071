// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_csv.c - any bytes at all: every line belongs to a record, a bad record
// or a blank line, in order; what was read, written out with quotes, reads the
// same.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "data/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const bool wanted[] = {true, false, false, true, true, false, true};

#define WANTED (sizeof wanted / sizeof wanted[0])

typedef struct seen {
    long line;   // of the last record or bad one
    ot_buf text; // the records with all fields quoted
    ot_buf part; // line, number of fields and the wanted ones
} seen;

static void require(int holds)
{
    if (!holds) {
        abort();
    }
}

static void write_field(ot_buf *b, ot_str field)
{
    ot__buf_char(b, '"');
    for (size_t i = 0; i < field.n; i++) {
        if (field.at[i] == '"') {
            ot__buf_char(b, '"');
        }
        ot__buf_char(b, field.at[i]);
    }
    ot__buf_char(b, '"');
}

static void write_part(ot_buf *b, const ot_record *record)
{
    ot__buf_format(b, "%ld %zu ", record->line, record->n);
    for (size_t i = 0; i < record->n && i < WANTED; i++) {
        if (wanted[i]) {
            write_field(b, record->field[i]);
        }
    }
}

static ot_status see_part(void *context, const ot_record *record, ot_error *err)
{
    (void)err;
    for (size_t i = 0; i < record->n; i++) {
        const bool is_wanted = i < WANTED && wanted[i];
        require(is_wanted == (record->field[i].at != NULL));
    }
    write_part(context, record);
    return OT_OK;
}

static ot_status pass_bad(void *context, long line, const char *what,
                          ot_error *err)
{
    (void)context;
    (void)line;
    (void)what;
    (void)err;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    seen *s = context;

    (void)err;
    require(record->line > s->line && record->n > 0);
    s->line = record->line;
    for (size_t i = 0; i < record->n; i++) {
        if (i > 0) {
            ot__buf_char(&s->text, ',');
        }
        write_field(&s->text, record->field[i]);
    }
    ot__buf_char(&s->text, '\n');
    write_part(&s->part, record);
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    seen *s = context;

    (void)err;
    require(line > s->line && what[0] != '\0');
    s->line = line;
    return OT_OK;
}

static ot_status never_bad(void *context, long line, const char *what,
                           ot_error *err)
{
    (void)context;
    (void)line;
    (void)what;
    (void)err;
    abort();
}

static size_t count_lines(ot_str s)
{
    size_t lines = 0;
    size_t i = 0;

    while (i < s.n) {
        while (i < s.n && s.at[i] != '\n' && s.at[i] != '\r') {
            i++;
        }
        i += i + 1 < s.n && s.at[i] == '\r' && s.at[i + 1] == '\n' ? 2 : 1;
        lines++;
    }
    return lines;
}

static void read_all(ot_str text, ot_csv *csv)
{
    ot_source *source;

    require(ot__source_memory("fuzz", text, &source, NULL) == OT_OK);
    require(ot__csv_read(source, csv, NULL) == OT_OK);
    require(ot__source_bytes(source) == text.n);
    ot__source_close(source);
}

static bool same(const ot_buf *a, const ot_buf *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->at, b->at, a->n) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ot_str text = {(const char *)data, size};
    const size_t mark =
        size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    seen first = {0};
    seen second = {0};
    ot_csv csv = {.see = see, .bad = bad, .context = &first};

    read_all(text, &csv);
    require(csv.lines == count_lines((ot_str){text.at + mark, size - mark}));
    require(csv.blank_lines <= csv.lines && first.line <= (long)csv.lines);

    ot_csv again = {
        .delimiter = ',', .see = see, .bad = never_bad, .context = &second};
    read_all((ot_str){first.text.at, first.text.n}, &again);
    require(same(&first.text, &second.text));

    ot_buf part = {0};
    ot_csv some = {.wanted = wanted,
                   .wanted_n = WANTED,
                   .see = see_part,
                   .bad = pass_bad,
                   .context = &part};
    read_all(text, &some);
    require(same(&first.part, &part));
    ot__buf_free(&part);
    ot__buf_free(&first.part);
    ot__buf_free(&second.part);
    ot__buf_free(&first.text);
    ot__buf_free(&second.text);
    return 0;
}
