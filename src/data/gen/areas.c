// SPDX-License-Identifier: GPL-3.0-or-later
// gen/areas.c - makes the table of areas, run by the build:
//
//     areas datasets/codes/areas.csv > areas.c
//
// Two rows that could be meant by the same text or number are an error.
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/area_table.h"
#include "data/fold.h"

#define ROWS    1024
#define KEYS    (OT_AREA_SLOTS / 2)
#define FIELDS  9
#define LONGEST 2048

enum { CODE, ISO2, M49, COMTRADE, KIND, FROM, TO, NAME, ALIASES };

typedef struct row {
    char line[LONGEST];
    char *field[FIELDS];
} row;

typedef struct key {
    char folded[OT_FOLD_SIZE + 1];
    size_t row;
} key;

static row rows[ROWS];
static size_t row_count = 1;
static key keys[KEYS];
static size_t key_count = 1;
static uint16_t slots[OT_AREA_SLOTS];
static size_t numbers[1000];
static const char *spellings[KEYS];
static size_t spelling_count;

static void fail(size_t i, const char *format, ...)
{
    va_list args;

    fprintf(stderr,
            "areas.csv, %s: ", i > 0 && i < ROWS ? rows[i].field[CODE] : "?");
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

static void add_key(size_t i, const char *text)
{
    key k = {.row = i};
    const size_t n = ot__fold(text, strlen(text), k.folded);
    uint32_t slot = ot__fold_hash(k.folded, n) % OT_AREA_SLOTS;

    k.folded[n] = '\0';
    if (n == 0 || key_count == KEYS) {
        fail(i, "'%s' is no name, or there are too many", text);
    }
    for (; slots[slot] != 0; slot = (slot + 1) % OT_AREA_SLOTS) {
        const key *other = &keys[slots[slot]];
        if (strcmp(other->folded, k.folded) != 0) {
            continue;
        }
        if (other->row != i) {
            fail(i, "'%s' is also %s", text, rows[other->row].field[CODE]);
        }
        return;
    }
    keys[key_count] = k;
    slots[slot] = (uint16_t)key_count++;
}

static void add_number(size_t i, const char *text)
{
    char *end;
    const unsigned long number = strtoul(text, &end, 10);

    if (*end != '\0' || end == text || number > 999) {
        fail(i, "'%s' is not a number below 1000", text);
    }
    if (numbers[number] != 0 && numbers[number] != i) {
        fail(i, "%lu is also %s", number, rows[numbers[number]].field[CODE]);
    }
    numbers[number] = i;
}

static void add_spelling(size_t i, const char *text)
{
    add_key(i, text);
    spellings[spelling_count++] = text;
}

// Calls add for each part of a list set off by semicolons; cuts the list.
static void add_each(size_t i, char *list,
                     void (*add)(size_t i, const char *text))
{
    for (char *at = strtok(list, ";"); at != NULL; at = strtok(NULL, ";")) {
        add(i, at);
    }
}

static void read_row(const char *line)
{
    row *r = &rows[row_count];
    char *at = r->line;

    snprintf(r->line, sizeof r->line, "%s", line);
    for (size_t i = 0; i < FIELDS; i++) {
        if (at == NULL) {
            fail(0, "%zu fields in: %s", i, line);
        }
        r->field[i] = at;
        at = strchr(at, ',');
        if (at != NULL) {
            *at++ = '\0';
        }
    }
    if (at != NULL || strchr(line, '"') != NULL) {
        fail(row_count, "a comma or a quote in a name");
    }
    if (row_count > 1 && strcmp(r[-1].field[CODE], r->field[CODE]) >= 0) {
        fail(row_count, "out of order");
    }
    row_count++;
}

static void read_table(FILE *f)
{
    char line[LONGEST];
    bool header = true;

    while (fgets(line, sizeof line, f) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (row_count == ROWS) {
            fail(0, "too many rows");
        }
        if (!header) {
            read_row(line);
        }
        header = false;
    }
}

static void index_rows(void)
{
    for (size_t i = 1; i < row_count; i++) {
        row *r = &rows[i];
        add_key(i, r->field[CODE]);
        if (r->field[ISO2][0] != '\0') {
            add_key(i, r->field[ISO2]);
        }
        add_spelling(i, r->field[NAME]);
        add_each(i, r->field[ALIASES], add_spelling);
        add_each(i, r->field[M49], add_number);
        add_each(i, r->field[COMTRADE], add_number);
    }
}

static const char *kind_of(size_t i)
{
    static const char *const kinds[][2] = {
        {"country", "OT_AREA_COUNTRY"},
        {"group", "OT_AREA_GROUP"},
        {"world", "OT_AREA_WORLD"},
        {"unallocated", "OT_AREA_UNALLOCATED"},
    };
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        if (strcmp(rows[i].field[KIND], kinds[k][0]) == 0) {
            return kinds[k][1];
        }
    }
    fail(i, "'%s' is no kind", rows[i].field[KIND]);
    return NULL;
}

static int year(size_t i, int field)
{
    const char *text = rows[i].field[field];

    return text[0] == '\0' ? 0 : (int)strtol(text, NULL, 10);
}

static void write_rows(void)
{
    printf("// Made from datasets/codes/areas.csv by src/data/gen/areas.c.\n"
           "#include \"data/area_table.h\"\n\n"
           "const size_t ot__area_count = %zu;\n"
           "const ot_area_row ot__area_rows[] = {\n"
           "    {\"\", \"\", \"\", OT_AREA_COUNTRY, 0, 0},\n",
           row_count);
    for (size_t i = 1; i < row_count; i++) {
        char *const *f = rows[i].field;
        printf("    {\"%s\", \"%s\", \"%s\", %s, %d, %d},\n", f[CODE], f[ISO2],
               f[NAME], kind_of(i), year(i, FROM), year(i, TO));
    }
    printf("};\nconst ot_area ot__area_numbers[1000] = {\n");
    for (size_t i = 0; i < 1000; i++) {
        printf("%zu,%s", numbers[i], i % 10 == 9 ? "\n" : " ");
    }
}

static void write_keys(void)
{
    printf("};\nconst ot_area_key ot__area_keys[] = {\n    {\"\", 0},\n");
    for (size_t k = 1; k < key_count; k++) {
        printf("    {\"%s\", %zu},\n", keys[k].folded, keys[k].row);
    }
    printf("};\nconst uint16_t ot__area_slots[OT_AREA_SLOTS] = {\n");
    for (size_t i = 0; i < OT_AREA_SLOTS; i++) {
        printf("%u,%s", slots[i], i % 10 == 9 ? "\n" : " ");
    }
    printf("};\nconst size_t ot__area_spelling_count = %zu;\n"
           "const char *const ot__area_spellings[] = {\n",
           spelling_count);
    for (size_t i = 0; i < spelling_count; i++) {
        printf("    \"%s\",\n", spellings[i]);
    }
    printf("};\n");
}

int main(int argc, char *argv[])
{
    FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;

    if (f == NULL) {
        fprintf(stderr, "usage: areas FILE\n");
        return 2;
    }
    read_table(f);
    fclose(f);
    index_rows();
    write_rows();
    write_keys();
    return ferror(stdout) || fflush(stdout) != 0;
}
