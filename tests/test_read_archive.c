// SPDX-License-Identifier: GPL-3.0-or-later
// test_read_archive.c - archives in a panel: each file by its name, all or
// nothing.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"
#include "pack.h"

#define PATH   "build/test_read_archive.zip"
#define HEADER "reporter,partner,flow,period,value,unit\n"

#define MEMBER(name, text)                                                     \
    {                                                                          \
        (name), (text), sizeof(text) - 1                                       \
    }

static void write_zip(const pack_member members[], size_t count)
{
    const packed_bytes b = pack_zip(members, count, NULL);
    FILE *f = fopen(PATH, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(b.at, 1, b.n, f), b.n);
    assert_int_equal(fclose(f), 0);
    free(b.at);
}

static const pack_member good[] = {
    MEMBER("2023.csv", HEADER "ARM,RUS,export,2023-01,1,USD\n"),
    MEMBER("new/2024.csv", HEADER "ARM,RUS,export,2024-01,2,USD\n"
                                  "ARM,RUS,export,2024-01,2,USD\n"),
};

static const pack_member half_good[] = {
    MEMBER("2023.csv", HEADER "ARM,RUS,export,2022-01,1,USD\n"),
    MEMBER("2024.csv", HEADER "ARM,RUS,export,2024-01,2,USD\n"
                              "ARM,RUS,export,2024-13,2,USD\n"),
};

static void files_are_named_by_archive_and_member(void **state)
{
    ot_panel *p = ot_panel_new();
    ot_error err = {0};

    (void)state;
    assert_non_null(p);
    write_zip(good, 2);
    assert_int_equal(ot_panel_read(p, PATH, NULL, &err), OT_OK);
    assert_int_equal(ot_panel_seal(p, &err), OT_OK);
    assert_int_equal(ot_panel_files(p), 2);
    assert_string_equal(ot_panel_file(p, 0).path, PATH ":2023.csv");
    assert_string_equal(ot_panel_file(p, 1).path, PATH ":new/2024.csv");
    assert_string_equal(ot_panel_file(p, 1).given, PATH);
    assert_string_equal(ot_panel_file(p, 1).encoding, "utf-8");
    assert_int_equal(ot_panel_file(p, 1).rows, 2);
    assert_int_equal(ot_panel_tally(p)->rows, 3);
    ot_panel_free(p);
    unlink(PATH);
}

static void one_bad_file_takes_all_of_the_archive_back(void **state)
{
    ot_panel *p = ot_panel_new();
    ot_error err = {0};
    char text[600];

    (void)state;
    assert_non_null(p);
    write_zip(good, 2);
    assert_int_equal(ot_panel_read(p, PATH, NULL, &err), OT_OK);
    const ot_tally before = *ot_panel_tally(p);
    write_zip(half_good, 2);
    assert_int_equal(ot_panel_read(p, PATH, NULL, &err), OT_E_SYNTAX);
    assert_string_equal(err.place.path, PATH);
    assert_string_equal(err.member, "2024.csv");
    assert_int_equal(err.place.line, 3);
    assert_int_equal(ot_panel_files(p), 2);
    assert_memory_equal(ot_panel_tally(p), &before, sizeof before);
    ot_panel_free(p);
    ot_error_text(&err, text, sizeof text);
    assert_memory_equal(text,
                        PATH ":2024.csv:3:4: ", strlen(PATH ":2024.csv:3:4: "));
    assert_false(err.foreign);
    unlink(PATH);
}

// The error and its name outlive panel and source.
static void an_error_of_a_member_outlives_its_source(void **state)
{
    static const pack_member odd[] = {
        MEMBER("a.csv", HEADER "ARM,RUS,export,2023-01,1,USD\n"),
        MEMBER("b.pdf", "%PDF-1.4"),
    };
    ot_panel *p = ot_panel_new();
    ot_error err = {0};

    (void)state;
    assert_non_null(p);
    write_zip(odd, 2);
    assert_int_equal(ot_panel_read(p, PATH, NULL, &err), OT_E_DATA);
    ot_panel_free(p);
    assert_string_equal(err.place.path, PATH);
    assert_string_equal(err.member, "b.pdf");
    assert_false(err.foreign);
    unlink(PATH);
}

typedef struct seen {
    char text[400];
} seen;

static ot_status see(void *context, const char *path, long line,
                     const char *reason, const char *bytes, size_t n,
                     ot_error *err)
{
    seen *s = context;
    const size_t used = strlen(s->text);

    (void)reason;
    (void)err;
    snprintf(s->text + used, sizeof s->text - used, "%s:%ld %.*s|", path, line,
             (int)n, bytes);
    return OT_OK;
}

static void rows_left_out_are_read_again(void **state)
{
    ot_panel *p = ot_panel_new();
    const ot_read_options options = {.keep_rejects = true};
    ot_error err = {0};
    seen s = {""};

    (void)state;
    assert_non_null(p);
    write_zip(good, 2);
    assert_int_equal(ot_panel_read(p, PATH, &options, &err), OT_OK);
    assert_int_equal(ot_panel_seal(p, &err), OT_OK);
    assert_int_equal(ot_panel_rejects(p, see, &s, &err), OT_OK);
    assert_string_equal(s.text,
                        PATH ":new/2024.csv:3 ARM,RUS,export,2024-01,2,USD|");
    ot_panel_free(p);
    unlink(PATH);
}

static void a_file_without_figures_is_foreign(void **state)
{
    static const char *const texts[] = {"name,colour\nmoss,green\n", "%PDF-1.4",
                                        ""};
    ot_panel *p = ot_panel_new();

    (void)state;
    assert_non_null(p);
    for (size_t i = 0; i < 3; i++) {
        ot_error err = {0};
        FILE *f = fopen(PATH, "wb");
        assert_non_null(f);
        fputs(texts[i], f);
        fclose(f);
        assert_int_equal(ot_panel_read(p, PATH, NULL, &err), OT_E_DATA);
        assert_true(err.foreign);
    }
    ot_panel_free(p);
    unlink(PATH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_named_by_archive_and_member),
        cmocka_unit_test(one_bad_file_takes_all_of_the_archive_back),
        cmocka_unit_test(an_error_of_a_member_outlives_its_source),
        cmocka_unit_test(rows_left_out_are_read_again),
        cmocka_unit_test(a_file_without_figures_is_foreign),
    };
    return cmocka_run_group_tests_name("archives", tests, NULL, NULL);
}
