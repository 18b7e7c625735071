// SPDX-License-Identifier: GPL-3.0-or-later
// support.h - what every test file uses: cmocka in the right order, tables of
// cases, numbers compared by relative distance.
#ifndef OT_TESTS_SUPPORT_H
#define OT_TESTS_SUPPORT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

// Of very many cases every one in the plain build, every so-manieth under a
// sanitizer, which makes each many times slower.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define STRIDE 7
#endif
#endif
#if !defined(STRIDE) &&                                                        \
    (defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__))
#define STRIDE 7
#elif !defined(STRIDE)
#define STRIDE 1
#endif

// got equals want within tolerance, relative to the larger of |want| and
// 1e-300; NaN equals NaN, infinities themselves.
#define assert_close(got, want, tolerance)                                     \
    check_close((got), (want), (tolerance), #got, __FILE__, __LINE__)

static inline void check_close(double got, double want, double tolerance,
                               const char *what, const char *file, int line)
{
    const int same = (isnan(got) && isnan(want)) || got == want ||
                     fabs(got - want) <= tolerance * fabs(want);
    if (!same) {
        print_error("%s: got %.17g, want %.17g\n", what, got, want);
        _assert_true(0, what, file, line);
    }
}

// One cmocka test for each row of a table whose first member is its name:
//
//     return RUN_TABLE("growth", growth_cases, test_growth);
//
// test_growth finds its row in *state. A file with several tables adds the
// results: return RUN_TABLE(...) + RUN_TABLE(...).
#define RUN_TABLE(group, table, test)                                          \
    run_table((group), (table), sizeof(table) / sizeof((table)[0]),            \
              sizeof((table)[0]), (test))

static inline int run_table(const char *group, const void *rows, size_t count,
                            size_t size, CMUnitTestFunction test)
{
    struct CMUnitTest *tests = calloc(count, sizeof *tests);
    if (tests == NULL) {
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        const char *row = (const char *)rows + i * size;
        const char *name;
        memcpy(&name, row, sizeof name);
        tests[i].name = name;
        tests[i].test_func = test;
        tests[i].initial_state = (void *)(uintptr_t)row;
    }
    const int failed = _cmocka_run_group_tests(group, tests, count, NULL, NULL);
    free(tests);
    return failed;
}

#endif
