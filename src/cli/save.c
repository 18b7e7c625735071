// SPDX-License-Identifier: GPL-3.0-or-later
// save.c - an answer is written whole or not at all.

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"

static ot_status cannot(const char *path, const char *be, ot_error *err)
{
    return ot_fail(err, OT_E_IO, NULL, "%s: cannot be %s: %s", path, be,
                   strerror(errno));
}

// A temporary file beside the target, renamed when it is complete.
static ot_status open_beside(cli_sink *s, ot_error *err)
{
    ot_buf beside = {0};

    ot__buf_format(&beside, "%s.XXXXXX", s->path);
    s->beside = beside.failed ? NULL : ot__str_dup(ot__str(beside.at));
    ot__buf_free(&beside);
    if (s->beside == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    s->file = mkstemp(s->beside);
    if (s->file < 0) {
        const ot_status status = cannot(s->path, "made", err);
        free(s->beside);
        s->beside = NULL;
        return status;
    }
    return OT_OK;
}

ot_status cli_sink_open(cli_sink *s, const char *path, ot_error *err)
{
    struct stat there;

    *s = (cli_sink){.path = path, .file = STDOUT_FILENO};
    if (strcmp(path, "-") == 0) {
        s->path = "standard output";
        return OT_OK;
    }
    if (lstat(path, &there) != 0 || S_ISREG(there.st_mode)) {
        return open_beside(s, err);
    }
    // Straight: a device, a pipe, a terminal.
    s->file = open(path, O_WRONLY | O_TRUNC | O_CREAT, 0666);
    return s->file >= 0 ? OT_OK : cannot(path, "opened", err);
}

ot_status cli_sink_write(const cli_sink *s, const char *bytes, size_t n,
                         ot_error *err)
{
    while (n > 0) {
        const ssize_t written = write(s->file, bytes, n);

        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return cannot(s->path, "written", err);
        }
        bytes += written;
        n -= (size_t)written;
    }
    return OT_OK;
}

// As if it had been made by open(2), and safely on the disk.
static bool settle(const cli_sink *s)
{
    const mode_t mask = umask(0);

    umask(mask);
    return fchmod(s->file, 0666 & ~mask) == 0 && fsync(s->file) == 0;
}

ot_status cli_sink_close(cli_sink *s, bool keep, ot_error *err)
{
    ot_status status = OT_OK;

    if (s->file == STDOUT_FILENO || s->file < 0) {
        return OT_OK;
    }
    if (keep && s->beside != NULL && !settle(s)) {
        status = cannot(s->path, "written", err);
    }
    if (close(s->file) != 0 && status == OT_OK) {
        status = cannot(s->path, "written", err);
    }
    if (keep && status == OT_OK && s->beside != NULL &&
        rename(s->beside, s->path) != 0) {
        status = cannot(s->path, "written", err);
    }
    if (s->beside != NULL && (!keep || status != OT_OK)) {
        unlink(s->beside);
    }
    free(s->beside);
    s->beside = NULL;
    return status;
}

ot_status cli_save(const char *path, const char *bytes, size_t n, ot_error *err)
{
    cli_sink sink;
    ot_status status = cli_sink_open(&sink, path, err);

    if (status != OT_OK) {
        return status;
    }
    status = cli_sink_write(&sink, bytes, n, err);
    const ot_status closed = cli_sink_close(&sink, status == OT_OK, err);
    return status != OT_OK ? status : closed;
}
