// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_csv.c - any bytes at all: every line belongs to a record, a bad record
// or a blank line, in order; what was read, written out with quotes, reads the
// same.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "data/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct seen {
    long line;   // of the last record or bad one
    ot_buf text; // the records with all fields quoted
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
    require(first.text.n == second.text.n);
    require(first.text.n == 0 ||
            memcmp(first.text.at, second.text.at, first.text.n) == 0);
    ot__buf_free(&first.text);
    ot__buf_free(&second.text);
    return 0;
}
