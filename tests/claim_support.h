// SPDX-License-Identifier: GPL-3.0-or-later
// claim_support.h - claims and data for tests, from texts by way of files.
#ifndef OT_TESTS_CLAIM_SUPPORT_H
#define OT_TESTS_CLAIM_SUPPORT_H

#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

#define SCRATCH "/tmp/outturn-test-XXXXXX"

// Writes a text to a new file; its name in path, which starts as SCRATCH.
static inline void scratch_file(char path[], const char *text)
{
    const int fd = mkstemp(path);
    const size_t n = strlen(text);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, n), n);
    close(fd);
}

// Claims from a text; NULL with the error in *err.
static inline ot_claims *claims_from(const char *text, ot_error *err)
{
    char path[] = SCRATCH;
    ot_claims *claims = NULL;

    scratch_file(path, text);
    if (ot_claims_read(path, NULL, &claims, err) != OT_OK) {
        claims = NULL;
    }
    if (err != NULL) {
        err->place.path = NULL; // it borrowed ours
    }
    unlink(path);
    return claims;
}

static inline ot_claims *good_claims(const char *text)
{
    ot_error err = {0};
    ot_claims *claims = claims_from(text, &err);

    if (claims == NULL) {
        fail_msg("%ld:%d: %s", err.place.line, err.place.field, err.message);
    }
    return claims;
}

static inline ot_panel *panel_of(const char *path)
{
    ot_panel *panel = ot_panel_new();
    ot_error err = {0};

    assert_non_null(panel);
    if (ot_panel_read(panel, path, NULL, &err) != OT_OK ||
        ot_panel_seal(panel, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return panel;
}

static inline ot_panel *panel_from(const char *text)
{
    char path[] = SCRATCH;

    scratch_file(path, text);
    ot_panel *panel = panel_of(path);
    unlink(path);
    return panel;
}

// Findings by origin; date OT_DAY_LATEST: one column.
static inline ot_checking *check_on(const ot_claims *claims,
                                    const ot_panel *panel, ot_day date)
{
    const ot_check_options how = {.date = date, .basis = "origin"};
    ot_checking *checking = NULL;
    ot_error err = {0};

    if (ot_check(claims, panel, &how, &checking, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return checking;
}

#endif
