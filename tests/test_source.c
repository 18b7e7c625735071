// SPDX-License-Identifier: GPL-3.0-or-later
// test_source.c - opening files, and what is said of those that are not text.
#include "support.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/source.h"

#define PATH "build/test_source.tmp"

static void write_file(const char *at, size_t n)
{
    FILE *f = fopen(PATH, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(at, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

typedef struct kind_case {
    const char *name;
    const char *text;
    size_t n;
    const char *message; // "": it is taken
} kind_case;

#define TEXT(text) (text), sizeof(text) - 1
#define NUL16      "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define NUL64      NUL16 NUL16 NUL16 NUL16
#define NUL13      "\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define TAR                                                                    \
    "a.cs" NUL64 NUL64 NUL64 NUL16 NUL16 NUL16 NUL13                           \
    "ustar" NUL64 NUL64 NUL64 NUL64

static const kind_case kind_cases[] = {
    {"text", TEXT("a,b\n1,2\n"), ""},
    {"text in UTF-8", TEXT("Հայաստան,Россия\n"), ""},
    {"text in Latin-1", TEXT("T\xFCrkiye,1\n"), ""},
    {"one letter", TEXT("a"), ""},
    {"a text that begins with PK", TEXT("PK,name\n"), ""},
    {"a text that begins with BZh", TEXT("BZh9,name\n"), ""},
    {"an old end-of-file mark", TEXT("a,b\r\n1,2\r\n\x1A"), ""},
    {"nothing", TEXT(""), "is empty"},
    {"a byte order mark alone", TEXT("\xEF\xBB\xBF"), "is empty"},
    {"xls", TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0"),
     "an Excel workbook (.xls): save the sheet as CSV UTF-8"},
    {"lz4", TEXT("\x04\x22\x4D\x18"),
     "lz4-compressed: unpack it with 'lz4 -d'"},
    {"7z", TEXT("7z\xBC\xAF\x27\x1C"), "a 7z archive: unpack it with '7z x'"},
    {"rar", TEXT("Rar!\x1A\x07"), "a rar archive: unpack it with 'unrar x'"},
    {"tar", TEXT(TAR), "a tar archive: unpack it with 'tar xf'"},
    {"an empty zip", TEXT("PK\005\006\0\0\0\0\0\0\0\0"),
     "an empty zip archive"},
    {"pdf", TEXT("%PDF-1.7\n"),
     "a PDF document: its table is needed as CSV, its text as .txt "
     "(pdftotext)"},
    {"parquet", TEXT("PAR1\x15\x04"), "a Parquet file: export it as CSV"},
    {"UTF-16 without a mark", TEXT("a\0,\0b\0,\0c\0\n\0"),
     "UTF-16 text without its mark: say --encoding utf-16le"},
    {"UTF-16 of the other order without a mark", TEXT("\0a\0,\0b\0,\0c\0\n"),
     "UTF-16 text without its mark: say --encoding utf-16be"},
    {"a web page", TEXT("\n  <!DOCTYPE HTML><title>404</title>"),
     "a web page (HTML): download the file it links to, or save its text as "
     ".txt"},
    {"a web page behind a byte order mark", TEXT("\xEF\xBB\xBF<html lang=en>"),
     "a web page (HTML): download the file it links to, or save its text as "
     ".txt"},
    {"XML", TEXT("<?xml version='1.0'?>"), "an XML document: CSV is needed"},
    {"JSON", TEXT("{\"data\": []}"), "a JSON document: CSV is needed"},
    {"a NUL", TEXT("a,b\n1,\0\n"), "not a text file: it holds NUL bytes"},
    {"control characters", TEXT("\x01\x02,abc\x7F\n"),
     "not a text file: binary data"},
};

static void test_kind(void **state)
{
    const kind_case *c = *state;
    ot_source *source = NULL;
    ot_error err = {0};

    write_file(c->text, c->n);
    const ot_status status = ot__source_open(PATH, &source, &err);
    assert_string_equal(err.message, c->message);
    assert_int_equal(status, c->message[0] == '\0' ? OT_OK : OT_E_DATA);
    assert_int_equal(err.status, status);
    if (status == OT_OK) {
        assert_null(err.place.path);
        assert_int_equal(ot__source_head(source).n, c->n);
    } else {
        assert_null(source);
        assert_string_equal(err.place.path, PATH);
    }
    ot__source_close(source);
    unlink(PATH);
}

static void check_io_error(const char *path, const char *message)
{
    ot_source *source;
    ot_error err = {0};

    assert_int_equal(ot__source_open(path, &source, &err), OT_E_IO);
    assert_null(source);
    assert_string_equal(err.message, message);
    assert_string_equal(err.place.path, path);
}

static void a_missing_file(void **state)
{
    (void)state;
    check_io_error("build/no/such.csv", "no such file");
}

static void a_directory(void **state)
{
    (void)state;
    check_io_error("build", "is a directory");
    check_io_error(".", "is a directory");
}

static void a_file_that_may_not_be_read(void **state)
{
    (void)state;
    write_file("a", 1);
    assert_int_equal(chmod(PATH, 0), 0);
    if (access(PATH, R_OK) != 0) { // root may read all
        check_io_error(PATH, "permission denied");
    }
    unlink(PATH);
}

static void a_file_where_a_directory_should_be(void **state)
{
    (void)state;
    write_file("a", 1);
    check_io_error(PATH "/x.csv", "Not a directory");
    unlink(PATH);
}

// All bytes of a source through a small buffer.
static size_t read_through(ot_source *source, char to[], size_t capacity)
{
    size_t all = 0;
    size_t n = 1;

    while (n > 0) {
        assert_int_equal(
            ot__source_read(source, to + all,
                            capacity - all < 4093 ? capacity - all : 4093, &n,
                            NULL),
            OT_OK);
        all += n;
    }
    return all;
}

#define SIZE ((size_t)200 * 1000)

static void check_whole(const char *mark, size_t n)
{
    const size_t skipped = strlen(mark);
    char *text = malloc(n + skipped);
    char *got = malloc(n + 1);
    ot_source *source;

    assert_non_null(text);
    assert_non_null(got);
    memcpy(text, mark, skipped);
    for (size_t i = 0; i < n; i++) {
        text[skipped + i] = (char)('a' + (i * i / 7) % 26);
    }
    write_file(text, n + skipped);
    assert_int_equal(ot__source_open(PATH, &source, NULL), OT_OK);
    const ot_str head = ot__source_head(source);
    assert_true(head.n <= OT_SOURCE_HEAD);
    assert_true(head.n == n || head.n >= OT_SOURCE_HEAD - 3);
    assert_memory_equal(head.at, text + skipped, head.n);
    assert_int_equal(read_through(source, got, n + 1), n);
    assert_memory_equal(got, text + skipped, n);
    assert_int_equal(ot__source_bytes(source), n + skipped);
    ot__source_close(source);
    unlink(PATH);
    free(got);
    free(text);
}

static void the_head_is_read_again(void **state)
{
    (void)state;
    check_whole("", SIZE);
    check_whole("", 10);
    check_whole("", OT_SOURCE_HEAD);
    check_whole("", OT_SOURCE_HEAD + 1);
}

static void a_byte_order_mark_is_not_part_of_the_text(void **state)
{
    (void)state;
    check_whole("\xEF\xBB\xBF", SIZE);
    check_whole("\xEF\xBB\xBF", 1);
    check_whole("\xEF\xBB\xBF", OT_SOURCE_HEAD);
}

static void standard_input_is_left_open(void **state)
{
    ot_source *source;
    const int kept = dup(STDIN_FILENO);
    char got[8];
    size_t n;

    (void)state;
    write_file("a,b\n", 4);
    const int fd = open(PATH, O_RDONLY);
    assert_true(fd >= 0);
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    close(fd);
    assert_int_equal(ot__source_open("-", &source, NULL), OT_OK);
    assert_string_equal(ot__source_path(source), "standard input");
    assert_int_equal(ot__source_read(source, got, sizeof got, &n, NULL), OT_OK);
    assert_int_equal(n, 4);
    ot__source_close(source);
    assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
    if (kept >= 0) {
        dup2(kept, STDIN_FILENO);
        close(kept);
    }
    unlink(PATH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_file),
        cmocka_unit_test(a_directory),
        cmocka_unit_test(a_file_that_may_not_be_read),
        cmocka_unit_test(a_file_where_a_directory_should_be),
        cmocka_unit_test(the_head_is_read_again),
        cmocka_unit_test(a_byte_order_mark_is_not_part_of_the_text),
        cmocka_unit_test(standard_input_is_left_open),
    };
    return RUN_TABLE("source, kinds of files", kind_cases, test_kind) +
           cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
