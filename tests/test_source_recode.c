// SPDX-License-Identifier: GPL-3.0-or-later
// test_source_recode.c - text in other encodings comes out as UTF-8, or its
// place is told.
#include "support.h"

#include <unistd.h>

#include "data/source.h"

#define PATH "build/test_source_recode.tmp"

static void write_file(const char *at, size_t n)
{
    FILE *f = fopen(PATH, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(at, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

// All of the source: its bytes, or the first error.
static size_t read_all(const char *encoding, char to[], size_t capacity,
                       const char *used, ot_error *err)
{
    ot_source *source;
    size_t all = 0;
    size_t n = 1;

    if (ot__source_open_as(PATH, encoding, &source, err) != OT_OK) {
        return 0;
    }
    assert_string_equal(ot__source_encoding(source), used);
    while (n > 0 && ot__source_read(source, to + all, capacity - all, &n,
                                    err) == OT_OK) {
        all += n;
        assert_true(all < capacity);
    }
    (void)ot__source_keep_place(err, PATH);
    ot__source_close(source);
    return all;
}

typedef struct recode_case {
    const char *name;
    const char *encoding; // asked for
    const char *bytes;
    size_t n;
    const char *used;
    const char *text; // in UTF-8; NULL: an error
    const char *message;
    long line;
} recode_case;

#define TEXT(text) (text), sizeof(text) - 1

// The bytes are from the code tables at unicode.org/Public/MAPPINGS.
static const recode_case recode_cases[] = {
    {"UTF-8 as it is", NULL, TEXT("Türkiye\n"), "utf-8", "Türkiye\n", NULL, 0},
    {"auto is the same", "auto", TEXT("Türkiye\n"), "utf-8", "Türkiye\n", NULL,
     0},
    {"other bytes are left to the fields", NULL, TEXT("T\xFCrkiye\n"), "utf-8",
     "T\xFCrkiye\n", NULL, 0},
    {"UTF-8, strictly", "UTF-8", TEXT("Türkiye\n"), "utf-8", "Türkiye\n", NULL,
     0},
    {"UTF-8 with a mark", "utf-8",
     TEXT("\xEF\xBB\xBF"
          "a\n"),
     "utf-8", "a\n", NULL, 0},
    {"a byte that is not UTF-8", "utf-8", TEXT("a\nb\nT\xFCrkiye\n"), "utf-8",
     NULL, "byte 0xFC is no character here in utf-8", 3},
    {"Windows-1252", "windows-1252", TEXT("T\xFCrkiye \x80\n"), "windows-1252",
     "Türkiye €\n", NULL, 0},
    {"what Windows-1252 has not", "CP1252", TEXT("a\r\nb\x81\n"),
     "windows-1252", NULL, "byte 0x81 is no character here in windows-1252", 2},
    {"Windows-1251", "Windows 1251", TEXT("\xC0\xF0\xEC\xE5\xED\xE8\xFF\n"),
     "windows-1251", "Армения\n", NULL, 0},
    {"KOI8-R", "koi8r", TEXT("\xE1\xD2\xCD\xC5\xCE\xC9\xD1\n"), "koi8-r",
     "Армения\n", NULL, 0},
    {"DOS Cyrillic", "cp866", TEXT("\x80\xE0\xAC\xA5\xAD\xA8\xEF\n"), "cp866",
     "Армения\n", NULL, 0},
    {"Latin-1", "ISO-8859-1", TEXT("T\xFCrkiye\n"), "latin-1", "Türkiye\n",
     NULL, 0},
    {"Chinese", "gbk", TEXT("\xD6\xD0\xB9\xFA\n"), "gb18030", "中国\n", NULL,
     0},
    {"UTF-16 by its mark", NULL,
     TEXT("\xFF\xFE"
          "a\0\x10\x04\n\0"),
     "utf-16le", "aА\n", NULL, 0},
    {"UTF-16 of the other order by its mark", NULL,
     TEXT("\xFE\xFF\0a\x04\x10\0\n"), "utf-16be", "aА\n", NULL, 0},
    {"a mark comes before what was asked", "windows-1251",
     TEXT("\xFE\xFF\0a\x04\x10\0\n"), "utf-16be", "aА\n", NULL, 0},
    {"UTF-32 by its mark", NULL, TEXT("\xFF\xFE\0\0a\0\0\0\n\0\0\0"),
     "utf-32le", "a\n", NULL, 0},
    {"UTF-16 without a mark when told", "utf-16", TEXT("a\0,\0b\0\n\0"),
     "utf-16le", "a,b\n", NULL, 0},
    {"half a character at the end", NULL,
     TEXT("\xFF\xFE"
          "a\0\n\0b"),
     "utf-16le", NULL, "the text is cut: it ends in the middle of a character",
     2},
    {"half a pair", "utf-16be", TEXT("\0a\0\n\xD8\x00\0b"), "utf-16be", NULL,
     "byte 0xD8 is no character here in utf-16be", 2},
    {"a workbook is one in any encoding", "cp866",
     TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"), "", NULL,
     "an Excel workbook (.xls): save the sheet as CSV UTF-8", 0},
    {"nothing", "cp866", TEXT(""), "", NULL, "is empty", 0},
    {"a mark alone", NULL, TEXT("\xFF\xFE"), "", NULL, "is empty", 0},
    {"a mistyped name", "windos-1251", TEXT("a"), "", NULL,
     "there is no encoding 'windos-1251'; did you mean windows-1251?", 0},
    {"no name at all", "klingon", TEXT("a"), "", NULL,
     "there is no encoding 'klingon' (see outturn help encodings)", 0},
};

static void test_recode(void **state)
{
    const recode_case *c = *state;
    char got[400];
    ot_error err = {0};

    write_file(c->bytes, c->n);
    const size_t n = read_all(c->encoding, got, sizeof got, c->used, &err);
    unlink(PATH);
    if (c->text != NULL) {
        assert_string_equal(err.message, "");
        assert_int_equal(n, strlen(c->text));
        assert_memory_equal(got, c->text, n);
    } else {
        assert_string_equal(err.message, c->message);
        assert_int_equal(err.place.line, c->line);
    }
}

// Characters of one to four bytes, so that they lie across every block.
static void characters_are_whole_across_blocks(void **state)
{
    const size_t most = (size_t)400 * 1000;
    char *text = malloc(most + 8), *utf16 = malloc(2 * most + 2);
    char *got = malloc(most + 9);
    size_t n = 0, units = 0;
    ot_error err = {0};
    static const uint32_t codes[] = {'a', 0x41F, 0x20AC, 0x1F600, '\n'};

    (void)state;
    assert_true(text != NULL && utf16 != NULL && got != NULL);
    for (size_t i = 0; n < most; i++) {
        const uint32_t c = codes[(i * i / 3) % 5];
        n += ot__utf8_put(c, text + n);
        const uint32_t unit[2] = {c < 0x10000 ? c
                                              : 0xD800 + ((c - 0x10000) >> 10),
                                  0xDC00 + (c & 0x3FF)};
        for (size_t k = 0; k < (c < 0x10000 ? 1U : 2U); k++) {
            utf16[2 * units] = (char)(unit[k] & 0xFF);
            utf16[2 * units + 1] = (char)(unit[k] >> 8);
            units++;
        }
    }
    write_file(utf16, 2 * units);
    assert_int_equal(read_all("utf-16le", got, most + 9, "utf-16le", &err), n);
    assert_memory_equal(got, text, n);
    unlink(PATH);
    free(text);
    free(utf16);
    free(got);
}

static void every_encoding_is_known_to_the_system(void **state)
{
    (void)state;
    write_file("\0\0\0a", 4);
    for (size_t i = 0; i < ot__encoding_count(); i++) {
        const ot_encoding *e = NULL;
        ot_source *source;
        ot_error err = {0};
        assert_int_equal(ot__encoding_find(ot__encoding_at(i)->name, &e, NULL),
                         OT_OK);
        assert_ptr_equal(e, ot__encoding_at(i));
        (void)ot__source_open_as(PATH, e->name, &source, &err);
        assert_int_not_equal(err.status, OT_E_USAGE);
        ot__source_close(source);
    }
    unlink(PATH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_whole_across_blocks),
        cmocka_unit_test(every_encoding_is_known_to_the_system),
    };
    return RUN_TABLE("recode", recode_cases, test_recode) +
           cmocka_run_group_tests_name("recode", tests, NULL, NULL);
}
