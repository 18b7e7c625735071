// SPDX-License-Identifier: GPL-3.0-or-later
// bare_csv.c - the least that reading a file with libcsv costs: big blocks,
// callbacks that do nothing. What outturn is measured against.
#include <stdio.h>
#include <stdlib.h>

#include <csv.h>

static void on_field(void *field, size_t n, void *context)
{
    (void)field;
    (void)n;
    (void)context;
}

static void on_record(int end, void *context)
{
    (void)end;
    (void)context;
}

int main(int argc, char *argv[])
{
    static char block[1024 * 1024];
    struct csv_parser parser;
    FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t n;

    if (f == NULL || csv_init(&parser, 0) != 0) {
        fprintf(stderr, "usage: bare_csv FILE\n");
        return 2;
    }
    setvbuf(f, NULL, _IONBF, 0);
    while ((n = fread(block, 1, sizeof block, f)) > 0) {
        csv_parse(&parser, block, n, on_field, on_record, NULL);
    }
    csv_fini(&parser, on_field, on_record, NULL);
    csv_free(&parser);
    return fclose(f) != 0;
}
