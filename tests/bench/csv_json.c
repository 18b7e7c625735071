// SPDX-License-Identifier: GPL-3.0-or-later
// csv_json.c - a CSV file as JSON: a list of objects whose names are the
// header's, all values texts. For comparing with the answers of others.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/csv.h"

typedef struct header {
    char *name[1024];
    size_t n;
    size_t records;
} header;

static void put(ot_str s)
{
    putchar('"');
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char c = (unsigned char)s.at[i];
        if (c == '"' || c == '\\') {
            printf("\\%c", c);
        } else if (c < 0x20) {
            printf("\\u%04x", c);
        } else {
            putchar(c);
        }
    }
    putchar('"');
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    header *h = context;

    (void)err;
    if (h->n == 0) {
        for (; h->n < record->n && h->n < 1024; h->n++) {
            h->name[h->n] = ot__str_dup(record->field[h->n]);
        }
        return OT_OK;
    }
    printf("%s{", h->records++ > 0 ? ",\n" : "");
    for (size_t i = 0; i < record->n && i < h->n; i++) {
        printf("%s", i > 0 ? ", " : "");
        put(ot__str(h->name[i]));
        printf(": ");
        put(record->field[i]);
    }
    putchar('}');
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    const ot_place place = {.line = line};

    (void)context;
    return ot_fail(err, OT_E_SYNTAX, &place, "%s", what);
}

int main(int argc, char *argv[])
{
    header h = {.n = 0};
    ot_csv csv = {.see = see, .bad = bad, .context = &h};
    ot_source *source = NULL;
    ot_error err = {0};
    char text[1024];

    if (argc != 2 || ot__source_open(argv[1], &source, &err) != OT_OK) {
        fprintf(stderr, "%s\n", ot_error_text(&err, text, sizeof text));
        return 1;
    }
    putchar('[');
    (void)ot__csv_read(source, &csv, &err);
    puts("]");
    if (err.status != OT_OK) {
        fprintf(stderr, "%s\n", ot_error_text(&err, text, sizeof text));
    }
    ot__source_close(source);
    for (size_t i = 0; i < h.n; i++) {
        free(h.name[i]);
    }
    return (int)err.status;
}
