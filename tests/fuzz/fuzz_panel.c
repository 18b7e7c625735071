// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_panel.c - any bytes at all as a file of figures: read or refused in a
// line; the account adds up; what was read is written and read back the same.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "outturn/inspect.h"
#include "outturn/panel.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static char path[] = "/tmp/outturn-fuzz-XXXXXX";

static void remove_file(void)
{
    (void)unlink(path);
}

// The bytes as a file of a fixed name.
static void put_file(const uint8_t *data, size_t size)
{
    static int made = 0;

    if (made == 0) {
        const int fd = mkstemp(path);
        require(fd >= 0);
        close(fd);
        atexit(remove_file);
        made = 1;
    }
    FILE *f = fopen(path, "wb");
    require(f != NULL);
    require(fwrite(data, 1, size, f) == size);
    require(fclose(f) == 0);
}

// Every row is in exactly one class.
static void check_account(const ot_panel *panel)
{
    const ot_tally *t = ot_panel_tally(panel);
    uint64_t rows = t->used;

    for (int i = 0; i < OT_CLASSES; i++) {
        rows += ot_panel_class(panel, (ot_class)i).rows;
    }
    require(rows == t->rows);
}

static void check_entries(const ot_panel *panel)
{
    for (size_t i = 0; i < ot_panel_entries(panel); i++) {
        const ot_entry e = ot_panel_entry(panel, i);
        require(strlen(e.value) < sizeof e.value);
        require(e.period.months > 0 && e.rows > 0);
        require(e.state <= OT_NOT_IN_FILES);
    }
}

static ot_status count_reject(void *context, const char *file, long line,
                              const char *reason, const char *bytes, size_t n,
                              ot_error *err)
{
    (void)file;
    (void)bytes;
    (void)n;
    (void)err;
    require(line > 0 && reason[0] != '\0');
    ++*(uint64_t *)context;
    return OT_OK;
}

static void read_one(const ot_read_options *options)
{
    ot_inspection *found = NULL;
    ot_error err = {0};
    ot_panel *panel = ot_panel_new();
    uint64_t rejects = 0;

    require(panel != NULL);
    ot_status status = ot_panel_read(panel, path, options, &err);
    if (status == OT_OK) {
        status = ot_panel_seal(panel, &err);
    }
    require(status == err.status);
    require(status == OT_OK || err.message[0] != '\0');
    if (status == OT_OK) {
        check_account(panel);
        check_entries(panel);
        require(ot_panel_inspect(panel, &found, &err) == OT_OK);
        ot_inspection_free(found);
        if (options->keep_rejects) {
            require(ot_panel_rejects(panel, count_reject, &rejects, &err) ==
                    OT_OK);
            require(rejects + ot_panel_tally(panel)->used ==
                    ot_panel_tally(panel)->rows);
        }
    }
    ot_panel_free(panel);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ot_read_options strict = {.decimal = '\0'};
    static const ot_read_options lenient = {.set = "flow=export,reporter=ARM",
                                            .lenient = true,
                                            .keep_rejects = true};

    put_file(data, size);
    read_one(&strict);
    read_one(&lenient);
    return 0;
}
