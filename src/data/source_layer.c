// SPDX-License-Identifier: GPL-3.0-or-later
// source_layer.c - bytes through layers, and the file at the bottom.
#include "data/source_layer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// ---- Any layer ----

// As its kind reads, but never behind the end.
static ot_status take(ot_layer *l, char to[], size_t capacity, size_t *n,
                      ot_error *err)
{
    *n = 0;
    if (l->ended || capacity == 0) {
        return OT_OK;
    }
    const ot_status status = l->kind->read(l, to, capacity, n, err);
    l->ended = status != OT_OK || *n == 0;
    return status;
}

ot_status ot__layer_peek(ot_layer *l, ot_str *head, ot_error *err)
{
    size_t n = 1;

    if (l->head == NULL) {
        l->head = malloc(OT_SOURCE_HEAD);
    }
    if (l->head == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", l->path);
    }
    while (n > 0 && l->head_n < OT_SOURCE_HEAD) {
        const ot_status status =
            take(l, l->head + l->head_n, OT_SOURCE_HEAD - l->head_n, &n, err);
        if (status != OT_OK) {
            return status;
        }
        l->head_n += n;
    }
    *head = (ot_str){l->head, l->head_n};
    return OT_OK;
}

ot_status ot__layer_read(ot_layer *l, char to[], size_t capacity, size_t *n,
                         ot_error *err)
{
    const size_t left = l->head_n - l->served;

    if (left == 0) {
        return take(l, to, capacity, n, err);
    }
    *n = left < capacity ? left : capacity;
    memcpy(to, l->head + l->served, *n);
    l->served += *n;
    return OT_OK;
}

void ot__layer_forget(ot_layer *l)
{
    l->head_n = l->served = 0;
    l->ended = false;
}

ot_layer *ot__layer_close(ot_layer *l)
{
    ot_layer *below = l->below;

    if (l->own != NULL) {
        l->kind->close(l->own);
    }
    free(l->head);
    free(l->name);
    free(l);
    return below;
}

ot_status ot__layer_broken(const ot_layer *l, const char *what,
                           const char *detail, ot_error *err)
{
    const ot_place place = {.path = l->name != NULL ? l->name : l->path};

    return ot_fail(err, OT_E_SYNTAX, &place, "%s%s", what, detail);
}

// ---- A file ----

typedef struct file {
    int fd;
    bool opened;   // fd is ours to close
    bool seekable; // a regular file, read from its beginning
    uint64_t position, size;
} file;

static ot_status io_error(const char *path, int code, ot_error *err)
{
    const ot_place place = {.path = path};
    char text[128];
    const char *what = text;

    switch (code) {
    case ENOENT:
        what = "no such file";
        break;
    case EACCES:
        what = "permission denied";
        break;
    case EISDIR:
        what = "is a directory";
        break;
    default:
        if (strerror_r(code, text, sizeof text) != 0) {
            what = "cannot be read";
        }
    }
    return ot_fail(err, OT_E_IO, &place, "%s", what);
}

// As read(2), but goes on when a signal came between.
static ot_status read_file(ot_layer *l, char to[], size_t capacity, size_t *n,
                           ot_error *err)
{
    file *f = l->own;
    ssize_t got;

    do {
        got = read(f->fd, to, capacity);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        return io_error(l->path, errno, err);
    }
    *n = (size_t)got;
    f->position += *n;
    return OT_OK;
}

static void close_file(void *own)
{
    file *f = own;

    if (f->opened) {
        close(f->fd);
    }
    free(f);
}

static const ot_layer_kind file_kind = {read_file, NULL, close_file};

ot_status ot__layer_file(ot_layer *l, const char *path, ot_error *err)
{
    struct stat about;
    file *f = calloc(1, sizeof *f);

    if (f == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", path);
    }
    l->kind = &file_kind;
    l->own = f;
    f->fd = STDIN_FILENO;
    if (strcmp(path, "-") != 0) {
        f->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        f->opened = f->fd >= 0;
    }
    if (f->fd < 0 || fstat(f->fd, &about) != 0) {
        return io_error(l->path, errno, err);
    }
    if (S_ISDIR(about.st_mode)) {
        return io_error(l->path, EISDIR, err);
    }
    f->seekable =
        S_ISREG(about.st_mode) && lseek(f->fd, 0, SEEK_CUR) == (off_t)0;
    f->size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
    return OT_OK;
}

int ot__layer_seekable(const ot_layer *l)
{
    if (l->kind != &file_kind) {
        return -1;
    }
    const file *f = l->own;
    return f->seekable ? f->fd : -1;
}

uint64_t ot__layer_position(const ot_layer *l)
{
    const file *f = l->own;

    return l->kind == &file_kind ? f->position : 0;
}

uint64_t ot__layer_size(const ot_layer *l)
{
    const file *f = l->own;

    return l->kind == &file_kind ? f->size : 0;
}
