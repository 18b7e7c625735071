// SPDX-License-Identifier: GPL-3.0-or-later
// save.c - an answer is written whole or not at all.

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"

static ot_status write_all(int file, const char *path, const char *bytes,
                           size_t n, ot_error *err)
{
    while (n > 0) {
        const ssize_t written = write(file, bytes, n);

        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return ot_fail(err, OT_E_IO, NULL, "%s: cannot be written: %s",
                           path, strerror(errno));
        }
        bytes += written;
        n -= (size_t)written;
    }
    return OT_OK;
}

// Straight: a device, a pipe, a terminal.
static ot_status save_straight(const char *path, const char *bytes, size_t n,
                               ot_error *err)
{
    const int file = open(path, O_WRONLY | O_TRUNC | O_CREAT, 0666);

    if (file < 0) {
        return ot_fail(err, OT_E_IO, NULL, "%s: cannot be opened: %s", path,
                       strerror(errno));
    }
    ot_status status = write_all(file, path, bytes, n, err);
    if (close(file) != 0 && status == OT_OK) {
        status = ot_fail(err, OT_E_IO, NULL, "%s: cannot be written: %s", path,
                         strerror(errno));
    }
    return status;
}

// A temporary file beside the target, renamed when it is complete.
static ot_status save_renamed(const char *path, char *beside, const char *bytes,
                              size_t n, ot_error *err)
{
    const int file = mkstemp(beside);

    if (file < 0) {
        return ot_fail(err, OT_E_IO, NULL, "%s: cannot be made: %s", path,
                       strerror(errno));
    }
    const mode_t mask = umask(0);
    umask(mask);
    ot_status status = write_all(file, path, bytes, n, err);
    if (fchmod(file, 0666 & ~mask) != 0 || fsync(file) != 0 ||
        close(file) != 0) {
        status = ot_fail(err, OT_E_IO, NULL, "%s: cannot be written: %s", path,
                         strerror(errno));
    }
    if (status == OT_OK && rename(beside, path) != 0) {
        status = ot_fail(err, OT_E_IO, NULL, "%s: cannot be written: %s", path,
                         strerror(errno));
    }
    if (status != OT_OK) {
        unlink(beside);
    }
    return status;
}

ot_status cli_save(const char *path, const char *bytes, size_t n, ot_error *err)
{
    struct stat there;

    if (strcmp(path, "-") == 0) {
        return write_all(STDOUT_FILENO, "standard output", bytes, n, err);
    }
    if (lstat(path, &there) == 0 && !S_ISREG(there.st_mode)) {
        return save_straight(path, bytes, n, err);
    }
    ot_buf beside = {0};
    ot__buf_format(&beside, "%s.XXXXXX", path);
    if (beside.failed) {
        ot__buf_free(&beside);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const ot_status status = save_renamed(path, beside.at, bytes, n, err);
    ot__buf_free(&beside);
    return status;
}
