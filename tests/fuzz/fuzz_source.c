// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_source.c - any bytes as a file and as a pipe: every file in them is read
// to its end, or an error says why not and where.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST_BYTES ((uint64_t)16 * 1024 * 1024)

static void require(int holds)
{
    if (!holds) {
        abort();
    }
}

static ot_status read_file(ot_source *source, ot_error *err)
{
    static char to[65536];
    ot_status status = OT_OK;
    size_t n = 1;

    while (status == OT_OK && n > 0 && ot__source_bytes(source) < MOST_BYTES) {
        status = ot__source_read(source, to, sizeof to, &n, err);
        require(n <= sizeof to && memchr(to, '\0', n) == NULL);
    }
    return status;
}

static ot_status read_all(const char *path, const char *encoding)
{
    ot_source *source = NULL;
    ot_error err = {0};
    bool more = true;
    size_t files = 0;
    ot_status status = ot__source_open_as(path, encoding, &source, &err);

    while (status == OT_OK && more && files++ < 100) {
        require(ot__source_head(source).n > 0);
        status = read_file(source, &err);
        if (status == OT_OK) {
            status = ot__source_next(source, &more, &err);
        }
    }
    (void)ot__source_keep_place(&err, path);
    ot__source_close(source);
    require(err.status == status);
    require(status == OT_OK || err.message[0] != '\0');
    require(status == OT_OK || strcmp(err.place.path, path) == 0 ||
            strcmp(err.place.path, "standard input") == 0);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int ends[2];

    snprintf(path, sizeof path, "/tmp/outturn-fuzz-%ld", (long)getpid());
    FILE *f = fopen(path, "wb");
    require(f != NULL && fwrite(data, 1, size, f) == size && fclose(f) == 0);
    (void)read_all(path, NULL);
    (void)read_all(path, size % 2 == 0 ? "utf-8" : "gb18030");
    unlink(path);
    if (size <= 4096 && pipe(ends) == 0) { // as much as every pipe holds
        require(write(ends[1], data, size) == (ssize_t)size);
        close(ends[1]);
        require(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
        close(ends[0]);
        (void)read_all("-", NULL);
    }
    return 0;
}
