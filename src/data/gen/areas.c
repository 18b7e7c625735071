// SPDX-License-Identifier: GPL-3.0-or-later
// gen/areas.c - makes the table of areas, run by the build:
//
//     areas datasets/codes > areas.c
//
// It reads areas.csv, area-names.csv, area-codes.csv and groups.csv there. Two
// rows that could be meant by the same text or number are an error.
#include <limits.h>
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
#define EXTRA   8192 // rows of the other tables
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

static void fail(size_t i, const char *format, ...) OT_PRINTF(2, 3);

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

// ---- the other tables ------------------------------------------------------

typedef struct extra {
    char line[160];
    char *field[5];
    size_t fields;
} extra;

static extra extras[EXTRA];
static size_t extra_count;

static void read_extra(const char *folder, const char *name)
{
    char path[512], line[LONGEST];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "r");
    if (f == NULL) {
        perror(path);
        exit(1);
    }
    extra_count = 0;
    for (bool header = true; fgets(line, sizeof line, f) != NULL;
         header = false) {
        extra *e = &extras[extra_count];
        line[strcspn(line, "\r\n")] = '\0';
        if (header || line[0] == '\0') {
            continue;
        }
        if (extra_count + 1 == EXTRA || strlen(line) >= sizeof e->line ||
            strchr(line, '"') != NULL) {
            fprintf(stderr, "%s: too many rows, or a bad one: %s\n", path,
                    line);
            exit(1);
        }
        strcpy(e->line, line);
        e->fields = 0;
        for (char *at = e->line; at != NULL && e->fields < 5;) {
            e->field[e->fields++] = at;
            at = strchr(at, ',');
            if (at != NULL) {
                *at++ = '\0';
            }
        }
        extra_count++;
    }
    fclose(f);
}

static size_t find_row(const char *code)
{
    for (size_t i = 1; i < row_count; i++) {
        if (strcmp(rows[i].field[CODE], code) == 0) {
            return i;
        }
    }
    fprintf(stderr, "areas.csv has no %s\n", code);
    exit(1);
}

// Names in other languages: code,language,name.
static void add_names(const char *folder)
{
    read_extra(folder, "area-names.csv");
    for (size_t i = 0; i < extra_count; i++) {
        static char kept[EXTRA][160];
        strcpy(kept[i], extras[i].field[2]);
        add_key(find_row(extras[i].field[0]), kept[i]);
    }
}

// Codes of schemes: scheme,code,area.
static void write_codes(const char *folder)
{
    read_extra(folder, "area-codes.csv");
    printf("const size_t ot__area_code_count = %zu;\n"
           "const ot_area_scheme_row ot__area_codes[] = {\n",
           extra_count);
    for (size_t i = 0; i < extra_count; i++) {
        char *const *f = extras[i].field;
        char *const *before = i > 0 ? extras[i - 1].field : NULL;
        if (before != NULL &&
            (strcmp(before[0], f[0]) > 0 ||
             (strcmp(before[0], f[0]) == 0 && strcmp(before[1], f[1]) >= 0))) {
            fprintf(stderr, "area-codes.csv: out of order: %s %s\n", f[0],
                    f[1]);
            exit(1);
        }
        printf("    {\"%s\", \"%s\", %zu},\n", f[0], f[1], find_row(f[2]));
    }
    printf("};\n");
}

// "2015-01" as a month; open when it is empty.
static long month_of(const char *text, long open)
{
    char *end;
    const long y = strtol(text, &end, 10);

    if (*text == '\0') {
        return open;
    }
    const long m = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    if (*end != '\0' || y < 1900 || y > 2100 || m < 1 || m > 12) {
        fprintf(stderr, "groups.csv: '%s' is no month\n", text);
        exit(1);
    }
    return 12 * y + m - 1;
}

// By group and member; a member that came back did so after it had left.
static void check_order(char *const *before, char *const *f)
{
    const int by_group = strcmp(before[0], f[0]);
    const int by_member = strcmp(before[1], f[1]);

    if (by_group > 0 ||
        (by_group == 0 &&
         (by_member > 0 || (by_member == 0 && month_of(before[3], LONG_MAX) >=
                                                  month_of(f[2], 0))))) {
        fprintf(stderr, "groups.csv: out of order: %s %s\n", f[0], f[1]);
        exit(1);
    }
}

// Membership: group,member,from,to.
static void write_members(const char *folder)
{
    read_extra(folder, "groups.csv");
    printf("const size_t ot__area_member_count = %zu;\n"
           "const ot_area_member_row ot__area_members[] = {\n",
           extra_count);
    for (size_t i = 0; i < extra_count; i++) {
        char *const *f = extras[i].field;
        if (i > 0) {
            check_order(extras[i - 1].field, f);
        }
        printf("    {%zu, %zu, %ld, %ld},\n", find_row(f[0]), find_row(f[1]),
               month_of(f[2], 0), month_of(f[3], 2147483647L));
    }
    printf("};\n");
}

int main(int argc, char *argv[])
{
    char path[512];

    if (argc != 2) {
        fprintf(stderr, "usage: areas FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof path, "%s/areas.csv", argv[1]);
    FILE *f = fopen(path, "r");
    if (f == NULL) {
        perror(path);
        return 1;
    }
    read_table(f);
    fclose(f);
    index_rows();
    add_names(argv[1]);
    write_rows();
    write_keys();
    write_codes(argv[1]);
    write_members(argv[1]);
    return ferror(stdout) || fflush(stdout) != 0;
}
