// SPDX-License-Identifier: GPL-3.0-or-later
// test_csv.c - records and where they stand.
#include "support.h"

#include <time.h>

#include "data/csv.h"

// What a reading told: "2:[a][b] " for a record at line 2, "3! " for a bad one.
typedef struct told {
    char text[1024];
    size_t n;
    size_t records, bad;
    char what[64]; // of the first bad one
    long stop_at;  // record at which see() fails
} told;

static void tell(told *t, const char *format, ...) OT_PRINTF(2, 3);

static void tell(told *t, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    const int n =
        vsnprintf(t->text + t->n, sizeof t->text - t->n, format, args);
    va_end(args);
    t->n += (size_t)n < sizeof t->text - t->n ? (size_t)n : 0;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    told *t = context;

    t->records++;
    tell(t, "%ld:", record->line);
    for (size_t i = 0; i < record->n; i++) {
        const ot_str f = record->field[i];
        if (f.at == NULL) {
            tell(t, "-");
            continue;
        }
        tell(t, "[");
        for (size_t k = 0; k < f.n; k++) {
            tell(t, f.at[k] == '\0' ? "NUL" : "%c", f.at[k]);
        }
        tell(t, "]");
    }
    tell(t, " ");
    return record->line == t->stop_at ? ot_fail(err, OT_E_DATA, NULL, "enough")
                                      : OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    told *t = context;

    (void)err;
    t->bad++;
    tell(t, "%ld! ", line);
    if (t->what[0] == '\0') {
        snprintf(t->what, sizeof t->what, "%s", what);
    }
    return OT_OK;
}

static ot_status run(told *t, ot_csv *csv, ot_str text)
{
    ot_source *source;
    ot_error err = {0};

    csv->see = see;
    csv->bad = bad;
    csv->context = t;
    assert_int_equal(ot__source_memory("test", text, &source, &err), OT_OK);
    const ot_status status = ot__csv_read(source, csv, &err);
    if (status == OT_OK) {
        const bool mark =
            text.n >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0;
        assert_int_equal(ot__source_bytes(source), text.n);
        assert_true(!mark || t->text[0] != '\xEF');
    }
    assert_int_equal(status, err.status);
    ot__source_close(source);
    return status;
}

typedef struct csv_case {
    const char *name;
    const char *text;
    size_t n;
    const char *told;
    size_t lines;
    char delimiter;
} csv_case;

#define TEXT(text) (text), sizeof(text) - 1

static const csv_case csv_cases[] = {
    {"nothing", TEXT(""), "", 0, ','},
    {"a last line without an end", TEXT("a,b"), "1:[a][b] ", 1, ','},
    {"line feeds", TEXT("a,b\nc,d\n"), "1:[a][b] 2:[c][d] ", 2, ','},
    {"carriage return and line feed", TEXT("a,b\r\nc,d\r\n"),
     "1:[a][b] 2:[c][d] ", 2, ','},
    {"carriage returns alone", TEXT("a,b\rc,d\r"), "1:[a][b] 2:[c][d] ", 2,
     ','},
    {"every kind of line end in one file", TEXT("a\rb\nc\r\nd\r\re\n\rf"),
     "1:[a] 2:[b] 3:[c] 4:[d] 6:[e] 8:[f] ", 8, ','},
    {"blank lines count as lines", TEXT("a\n\n  \t\nb\n"), "1:[a] 4:[b] ", 4,
     ','},
    {"nothing but blank lines", TEXT("\n\n \n"), "", 3, ','},
    {"a byte order mark", TEXT("\xEF\xBB\xBFname,b\n"), "1:[name][b] ", 1, ','},
    {"a byte order mark before a quote", TEXT("\xEF\xBB\xBF\"x\",b\n"),
     "1:[x][b] ", 1, ','},
    {"empty fields", TEXT(",\n,,\n\"\",\n"), "1:[][] 2:[][][] 3:[][] ", 3, ','},
    {"a trailing comma is one more field", TEXT("a,b\n\"1\",\"2\",\n"),
     "1:[a][b] 2:[1][2][] ", 2, ','},
    {"short and long rows keep nothing of the row before",
     TEXT("a,b,c\nd\ne,f,g,h\ni,\n"),
     "1:[a][b][c] 2:[d] 3:[e][f][g][h] 4:[i][] ", 4, ','},
    {"a quoted comma", TEXT("\"China, Hong Kong SAR\",344\n"),
     "1:[China, Hong Kong SAR][344] ", 1, ','},
    {"doubled quotes", TEXT("\"a \"\"b\"\"\",\"\"\"\"\n"), "1:[a \"b\"][\"] ",
     1, ','},
    {"a quoted line feed", TEXT("\"a\nb\",c\nd\n"), "1:[a\nb][c] 3:[d] ", 3,
     ','},
    {"a quoted end of line as Windows writes it", TEXT("\"a\r\nb\"\r\nd\r\n"),
     "1:[a\r\nb] 3:[d] ", 3, ','},
    {"a quoted blank line", TEXT("\"a\n\nb\"\n\nd\n"), "1:[a\n\nb] 5:[d] ", 5,
     ','},
    {"a record that begins with a quoted line end", TEXT("\"\n\"\nd\n"),
     "1:[\n] 3:[d] ", 3, ','},
    {"blanks around fields go, those inside quotes stay",
     TEXT("  a b \t, \" c \" \n"), "1:[a b][ c ] ", 1, ','},
    {"a NUL is a byte like any other", TEXT("a\0b,\"\0\"\n"), "1:[aNULb][NUL] ",
     1, ','},
    {"Latin-1 bytes pass as they are", TEXT("T\xFCrkiye\n"), "1:[T\xFCrkiye] ",
     1, ','},
    {"a bare quote in an unquoted field is kept", TEXT("a,5\" pipe\nb,c\n"),
     "1:[a][5\" pipe] 2:[b][c] ", 2, ','},
    {"bare quotes beside quoted fields", TEXT("5\",\"x\",6\"\n\"a,\nb\",7\"\n"),
     "1:[5\"][x][6\"] 2! 3:[b\"][7\"] ", 3, ','},
    {"an apostrophe is no quote", TEXT("Cote d'Ivoire,1\n"),
     "1:[Cote d'Ivoire][1] ", 1, ','},
    {"a quote without end swallows nothing", TEXT("a\nb,\"c\nd,e\nf\n"),
     "1:[a] 2! 3:[d][e] 4:[f] ", 4, ','},
    {"a quote without end before quoted rows",
     TEXT("\"a\",\"b\n\"c\",\"d\"\n\"e\",\"f\"\n"), "1! 2:[c][d] 3:[e][f] ", 3,
     ','},
    {"a quote without end in the last line", TEXT("a,b\nc,\"d"), "1:[a][b] 2! ",
     2, ','},
    {"a quote alone", TEXT("\""), "1! ", 1, ','},
    {"text after a closing quote", TEXT("a,\"b\"c,d\ne\n"), "1! 2:[e] ", 2,
     ','},
    {"a quote after a closing quote and a blank", TEXT("\"a\" \"b\nc\n"),
     "1! 2:[c] ", 2, ','},
    {"text after a closing quote, lines later", TEXT("\"a\nb\"c\nd\n"),
     "1! 2:[b\"c] 3:[d] ", 3, ','},
    {"a bad record leaves nothing in the next", TEXT("x,y,\"z\"w\na\n"),
     "1! 2:[a] ", 2, ','},
    {"bad at both ends", TEXT("\"a\"x\nb\n\"c\"x"), "1! 2:[b] 3! ", 3, ','},
    // The traps of csv-spectrum (see tests/spectrum.sh), with values of ours.
    {"JSON in a field", TEXT("k,v\n7,\"{\"\"flow\"\": [1.5, \"\"X\"\"]}\"\n"),
     "1:[k][v] 2:[7][{\"flow\": [1.5, \"X\"]}] ", 2, ','},
    {"degrees, minutes and seconds",
     TEXT("port,at\nPoti,42\xC2\xB0"
          "8'30.5\"N 41\xC2\xB0"
          "39'2\"E\n"),
     "1:[port][at] 2:[Poti][42°8'30.5\"N 41°39'2\"E] ", 2, ','},
    {"quoted nothing", TEXT("a,b,c\n5,\"\",\"\"\n6,7,8\n"),
     "1:[a][b][c] 2:[5][][] 3:[6][7][8] ", 3, ','},
    {"quoted nothing as Windows writes it",
     TEXT("a,b,c\r\n5,\"\",\"\"\r\n6,7,8\r\n"),
     "1:[a][b][c] 2:[5][][] 3:[6][7][8] ", 3, ','},
    {"quotes within quotes, in the middle",
     TEXT("a,b\n1,\"so \"\"called\"\" aid\"\n2,3\n"),
     "1:[a][b] 2:[1][so \"called\" aid] 3:[2][3] ", 3, ','},
    {"quotes and line ends within quotes",
     TEXT("a,b\n1,\"re \n\"\"ex\"\" \nport\"\n2,3\n"),
     "1:[a][b] 2:[1][re \n\"ex\" \nport] 5:[2][3] ", 5, ','},
    {"a blank before a line end within quotes",
     TEXT("a,b\r\n\"meat of \r\npoultry\",5\r\n6,7\r\n"),
     "1:[a][b] 2:[meat of \r\npoultry][5] 4:[6][7] ", 4, ','},
    {"letters of three alphabets", TEXT("a,b\nՀայաստան,ʤ\n中国,Россия\n"),
     "1:[a][b] 2:[Հայաստան][ʤ] 3:[中国][Россия] ", 3, ','},
    {"semicolons", TEXT("a;1,5;\"x;y\"\n"), "1:[a][1,5][x;y] ", 1, ';'},
    {"tabs, and empty fields between them", TEXT("a\t\tb\t\n\t\t\n"),
     "1:[a][][b][] 2:[][][] ", 2, '\t'},
    {"tabs around quotes are separators", TEXT("\"a\"\t\"b\" \tc d\n"),
     "1:[a][b][c d] ", 1, '\t'},
    {"a line of blanks among tabs", TEXT("a\tb\n  \nc\td\n"),
     "1:[a][b] 3:[c][d] ", 3, '\t'},
    {"bars", TEXT("a|b\n"), "1:[a][b] ", 1, '|'},
};

static void test_csv(void **state)
{
    const csv_case *c = *state;
    told t = {0};
    ot_csv csv = {.delimiter = c->delimiter};

    assert_int_equal(run(&t, &csv, (ot_str){c->text, c->n}), OT_OK);
    assert_string_equal(t.text, c->told);
    assert_int_equal(csv.lines, c->lines);
}

static void blank_lines_are_counted(void **state)
{
    told t = {0};
    ot_csv csv = {.delimiter = ','};

    (void)state;
    run(&t, &csv, (ot_str){TEXT("\na\n \n\t\n\"\n\n\"\n")});
    assert_int_equal(csv.blank_lines, 3); // the one inside quotes is none
    assert_int_equal(csv.lines, 7);
}

typedef struct what_case {
    const char *name, *text, *what;
} what_case;

static const what_case what_cases[] = {
    {"an open quote at the end", "a,\"b\n", "a quoted field without end"},
    {"an open quote before another", "\"a\n\"b\"\n",
     "a quoted field without end"},
    {"an open quote behind a bare one", "a\",\"b\n",
     "a quoted field without end"},
    {"text behind", "\"a\"b\n", "text after a closing quote"},
};

static void says_what_is_wrong(void **state)
{
    const what_case *c = *state;
    told t = {0};
    ot_csv csv = {.delimiter = ','};

    run(&t, &csv, (ot_str){c->text, strlen(c->text)});
    assert_string_equal(t.what, c->what);
}

static void only_wanted_fields_are_handed_over(void **state)
{
    static const bool wanted[] = {false, true, false, true};
    told t = {0};
    ot_csv csv = {.delimiter = ',', .wanted = wanted, .wanted_n = 4};

    (void)state;
    run(&t, &csv, (ot_str){TEXT("a,b,c,d,e\nf,g\n,\n")});
    assert_string_equal(t.text, "1:-[b]-[d]- 2:-[g] 3:-[] ");
}

static ot_status see_header(void *context, const ot_record *record,
                            ot_error *err)
{
    static const bool second[] = {false, true};
    ot_csv *csv = context;

    (void)err;
    if (record->line == 1) {
        assert_int_equal(record->field[0].n, 1);
        csv->wanted = second;
        csv->wanted_n = 2;
    } else {
        assert_null(record->field[0].at);
        assert_memory_equal(record->field[1].at, "d", 1);
    }
    return OT_OK;
}

static void what_is_wanted_may_change_after_a_record(void **state)
{
    ot_csv csv = {.delimiter = ',', .see = see_header, .bad = bad};
    ot_source *source;

    (void)state;
    csv.context = &csv;
    assert_int_equal(
        ot__source_memory("test", (ot_str){TEXT("a,b\nc,d\n")}, &source, NULL),
        OT_OK);
    assert_int_equal(ot__csv_read(source, &csv, NULL), OT_OK);
    ot__source_close(source);
}

static void an_error_of_the_caller_stops(void **state)
{
    told t = {.stop_at = 2};
    ot_csv csv = {.delimiter = ','};

    (void)state;
    assert_int_equal(run(&t, &csv, (ot_str){TEXT("a\nb\nc\n")}), OT_E_DATA);
    assert_string_equal(t.text, "1:[a] 2:[b] ");
}

// ---- Large inputs ----

typedef struct text {
    char *at;
    size_t n;
} text;

// head, then `count` times `part`, then tail; free at.
static text repeat(const char *head, const char *part, size_t count,
                   const char *tail)
{
    const size_t h = strlen(head);
    const size_t p = strlen(part);
    const size_t e = strlen(tail);
    text t = {malloc(h + p * count + e + 1), h + p * count + e};

    assert_non_null(t.at);
    memcpy(t.at, head, h);
    for (size_t i = 0; i < count; i++) {
        memcpy(t.at + h + i * p, part, p);
    }
    memcpy(t.at + h + count * p, tail, e);
    return t;
}

#define MIB ((size_t)1024 * 1024)

typedef struct large_case {
    const char *name;
    const char *head, *part;
    size_t count;
    const char *tail;
    size_t records, bad, lines;
    const char *what;
} large_case;

static const large_case large_cases[] = {
    {"a field of 15 MiB", "a,", "x", 15 * MIB, "\nb\n", 2, 0, 2, ""},
    {"a quoted field of 15 MiB", "a,\"", "\n\"\"", 5 * MIB, "\"\nb\n", 2, 0,
     5 * MIB + 2, ""},
    {"a line of 17 MiB", "a\n", "x", 17 * MIB, "\nb\n", 2, 1, 3,
     "a line of more than 16 MiB"},
    {"a line of 33 MiB without an end", "a\n", "x", 33 * MIB, "", 1, 1, 2,
     "a line of more than 16 MiB"},
    {"a line of 17 MiB that Windows ended", "a\r\n", "x", 17 * MIB, "\r\nb\r\n",
     2, 1, 3, "a line of more than 16 MiB"},
    {"a quote without end before 17 MiB of lines", "\"a\n", "b,c\n",
     17 * MIB / 4, "", 17 * MIB / 4, 1, 17 * MIB / 4 + 1,
     "a record of more than 16 MiB: is a quote not closed?"},
    {"a quote without end before 15 MiB of lines", "\"a\n", "b,c\n",
     15 * MIB / 4, "", 15 * MIB / 4, 1, 15 * MIB / 4 + 1,
     "a quoted field without end"},
    {"65536 fields", "", ",", OT_FIELD_LIMIT - 1, "\nb\n", 2, 0, 2, ""},
    {"65537 fields", "", ",", OT_FIELD_LIMIT, "\nb\n", 1, 1, 2,
     "more than 65536 fields"},
    {"carriage returns only", "", "abc\r", MIB, "", MIB, 0, MIB, ""},
    {"a million open quotes in a row", "", "\"b\n", MIB, "x\n", 1, MIB, MIB + 1,
     "a quoted field without end"},
    {"a million bare quotes", "", "a\"b\n", MIB, "", MIB, 0, MIB, ""},
    {"an open quote every twenty lines", "",
     "\"a\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\n", MIB / 20,
     "", MIB / 20 * 19, MIB / 20, MIB / 20 * 20, "a quoted field without end"},
    {"escaped quotes all along an open field", "\"a\n", "\"\"\n", MIB, "", MIB,
     1, MIB + 1, "a quoted field without end"},
};

static ot_status count_record(void *context, const ot_record *record,
                              ot_error *err)
{
    told *t = context;

    (void)err;
    t->records += record->n > 0;
    return OT_OK;
}

// Far more than any of these takes; reading that went back over all the rest at
// each bad line would take hours.
#define SECONDS 10

static void reads_large_input(void **state)
{
    const large_case *c = *state;
    const text t = repeat(c->head, c->part, c->count, c->tail);
    told result = {0};
    ot_csv csv = {
        .delimiter = ',', .see = count_record, .bad = bad, .context = &result};
    ot_source *source;
    const clock_t start = clock();

    assert_int_equal(
        ot__source_memory("test", (ot_str){t.at, t.n}, &source, NULL), OT_OK);
    assert_int_equal(ot__csv_read(source, &csv, NULL), OT_OK);
    ot__source_close(source);
    free(t.at);
    assert_int_equal(result.records, c->records);
    assert_int_equal(result.bad, c->bad);
    assert_int_equal(csv.lines, c->lines);
    assert_string_equal(result.what, c->what);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS);
}

// Records, CRLF and quotes fall on every place of the window's borders.
static void borders_of_the_window_do_not_matter(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 24; shift++) {
        char head[32] = "";
        memset(head, 'h', shift);
        const text t = repeat(head, "\"a\r\n\"\"b\",c\r\n", 60000, "");
        told result = {0};
        ot_csv csv = {.delimiter = ',',
                      .see = count_record,
                      .bad = bad,
                      .context = &result};
        ot_source *source;
        assert_int_equal(
            ot__source_memory("test", (ot_str){t.at, t.n}, &source, NULL),
            OT_OK);
        assert_int_equal(ot__csv_read(source, &csv, NULL), OT_OK);
        ot__source_close(source);
        free(t.at);
        // With a head the first line is `hhh"a`, and its second `""b",c`: bad.
        assert_int_equal(result.records, 60000);
        assert_int_equal(result.bad, shift > 0 ? 1 : 0);
        assert_int_equal(csv.lines, 120000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blank_lines_are_counted),
        cmocka_unit_test(only_wanted_fields_are_handed_over),
        cmocka_unit_test(what_is_wanted_may_change_after_a_record),
        cmocka_unit_test(an_error_of_the_caller_stops),
        cmocka_unit_test(borders_of_the_window_do_not_matter),
    };
    return RUN_TABLE("csv", csv_cases, test_csv) +
           RUN_TABLE("csv, what is wrong", what_cases, says_what_is_wrong) +
           RUN_TABLE("csv, large", large_cases, reads_large_input) +
           cmocka_run_group_tests_name("csv, reading", tests, NULL, NULL);
}
