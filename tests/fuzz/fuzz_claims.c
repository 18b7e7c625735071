// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_claims.c - any bytes as a claims file: read, or refused at a line; what
// was read is whole.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "outturn/claim.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check(const ot_claims *set)
{
    for (size_t i = 0; i < set->n; i++) {
        const ot_claim *c = &set->claim[i];
        require(c->id != NULL && c->id[0] != '\0');
        require(c->group != NULL && c->place != NULL && c->stated != NULL);
        require(c->kind < OT_CLAIM_KINDS && c->line > 1);
        require(c->period.months == 0 || c->base.months > 0);
        require(c->figure.usual.lo <= c->figure.usual.hi);
        require(ot_interval_inside(c->figure.usual, c->figure.hard));
    }
}

// Claims are read from a file: one of our own, written anew each time.
static void write_file(char path[], const uint8_t *data, size_t size)
{
    const int fd = mkstemp(path);
    size_t done = 0;

    require(fd >= 0);
    while (done < size) {
        const ssize_t n = write(fd, data + done, size - done);
        require(n > 0);
        done += (size_t)n;
    }
    close(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[] = "/tmp/outturn-fuzz-XXXXXX";
    ot_claims *set = NULL;
    ot_error err = {0};

    write_file(path, data, size);
    const ot_status status = ot_claims_read(path, NULL, &set, &err);
    unlink(path);
    require(status == err.status);
    if (status == OT_OK) {
        check(set);
        ot_claims_free(set);
    } else {
        require(err.message[0] != '\0');
    }
    return 0;
}
