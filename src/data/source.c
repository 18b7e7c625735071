// SPDX-License-Identifier: GPL-3.0-or-later
// source.c - a stream of bytes, and what it says when they are not text.
#include "data/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct ot_source {
    const char *path;
    int fd;           // -1: all of it is in `head`
    bool opened;      // fd is ours to close
    char *own;        // what `head` points to, unless it is borrowed
    const char *head; // the first bytes, without a byte order mark
    size_t head_n;
    size_t served;  // bytes of the head that were read
    uint64_t bytes; // handed out
};

// ---- What is not a text file ----

typedef struct kind {
    const char *magic; // how such a file begins
    size_t n;
    const char *inside; // and what stands somewhere in its head; NULL: nothing
    const char *what;
} kind;

#define SAVE        ": save the sheet as CSV UTF-8"
#define MAGIC(text) (text), sizeof(text) - 1

// The first that fits counts.
static const kind kinds[] = {
    {MAGIC("PK\003\004"), "xl/", "an Excel workbook" SAVE},
    {MAGIC("PK\003\004"), "opendocument.spreadsheet",
     "an OpenDocument spreadsheet" SAVE},
    {MAGIC("PK\003\004"), "word/",
     "a Word document: its table is needed as CSV"},
    {MAGIC("PK\003\004"), NULL, "a zip archive: unpack it with 'unzip'"},
    {MAGIC("PK\005\006"), NULL, "an empty zip archive"},
    {MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), NULL,
     "an Excel workbook (.xls)" SAVE},
    {MAGIC("\x1F\x8B"), NULL, "gzip-compressed: unpack it with 'gzip -d'"},
    {MAGIC("\x28\xB5\x2F\xFD"), NULL,
     "zstd-compressed: unpack it with 'zstd -d'"},
    {MAGIC("BZh"), "\x31\x41\x59\x26\x53\x59",
     "bzip2-compressed: unpack it with 'bzip2 -d'"},
    {MAGIC("\xFD"
           "7zXZ"),
     NULL, "xz-compressed: unpack it with 'xz -d'"},
    {MAGIC("\x04\x22\x4D\x18"), NULL,
     "lz4-compressed: unpack it with 'lz4 -d'"},
    {MAGIC("7z\xBC\xAF\x27\x1C"), NULL, "a 7z archive: unpack it with '7z x'"},
    {MAGIC("Rar!\x1A"), NULL, "a rar archive: unpack it with 'unrar x'"},
    {MAGIC("%PDF-"), NULL, "a PDF document: its table is needed as CSV"},
    {MAGIC("PAR1"), NULL, "a Parquet file: export it as CSV"},
    {MAGIC("SQLite format 3"), NULL, "an SQLite database: export it as CSV"},
    {MAGIC("\xFF\xFE"), NULL, "UTF-16 text: save it as UTF-8"},
    {MAGIC("\xFE\xFF"), NULL, "UTF-16 text: save it as UTF-8"},
};

static bool holds(ot_str s, const char *what)
{
    const size_t n = strlen(what);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (memcmp(s.at + i, what, n) == 0) {
            return true;
        }
    }
    return false;
}

static const char *by_magic(ot_str head)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const kind *k = &kinds[i];
        if (head.n >= k->n && memcmp(head.at, k->magic, k->n) == 0 &&
            (k->inside == NULL || holds(head, k->inside))) {
            return k->what;
        }
    }
    return NULL;
}

static const char *by_markup(ot_str head)
{
    static const struct {
        const char *begins, *what;
    } markup[] = {
        {"<!doctype html", "a web page (HTML): download the file it links to"},
        {"<html", "a web page (HTML): download the file it links to"},
        {"<?xml", "an XML document: CSV is needed"},
        {"{\"", "a JSON document: CSV is needed"},
        {"[{", "a JSON document: CSV is needed"},
    };
    while (head.n > 0 && strchr(" \t\r\n", head.at[0]) != NULL &&
           head.at[0] != '\0') {
        head.at++;
        head.n--;
    }
    for (size_t i = 0; i < sizeof markup / sizeof markup[0]; i++) {
        if (ot__str_starts(head, markup[i].begins)) {
            return markup[i].what;
        }
    }
    return NULL;
}

// NULs at nearly every other byte are UTF-16 without its mark; any other NUL,
// or more than one control character in fifty, is no text.
static const char *by_bytes(ot_str head)
{
    size_t zero[2] = {0, 0};
    size_t control = 0;

    for (size_t i = 0; i < head.n; i++) {
        const unsigned char c = (unsigned char)head.at[i];
        zero[i % 2] += c == 0;
        control += (c < 32 && strchr("\t\n\v\f\r\x1A", c) == NULL) || c == 127;
    }
    const size_t most = zero[0] > zero[1] ? zero[0] : zero[1];
    if (head.n >= 8 && most > head.n / 2 - head.n / 8 &&
        zero[0] + zero[1] - most <= head.n / 16) {
        return "UTF-16 text: save it as UTF-8";
    }
    if (zero[0] + zero[1] > 0) {
        return "not a text file: it holds NUL bytes";
    }
    return control > head.n / 50 ? "not a text file: binary data" : NULL;
}

static ot_status examine(const ot_source *s, ot_error *err)
{
    const ot_str head = {s->head, s->head_n};
    const ot_place place = {.path = s->path};
    const char *what = head.n == 0 ? "is empty" : by_magic(head);

    if (what == NULL) {
        what = by_markup(head);
    }
    if (what == NULL) {
        what = by_bytes(head);
    }
    return what != NULL ? ot_fail(err, OT_E_DATA, &place, "%s", what) : OT_OK;
}

// ---- Reading ----

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
static ot_status take(const ot_source *s, char to[], size_t capacity, size_t *n,
                      ot_error *err)
{
    ssize_t got;

    do {
        got = read(s->fd, to, capacity);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        return io_error(s->path, errno, err);
    }
    *n = (size_t)got;
    return OT_OK;
}

static void skip_mark(ot_source *s)
{
    if (s->head_n >= 3 && memcmp(s->head, "\xEF\xBB\xBF", 3) == 0) {
        s->head += 3;
        s->head_n -= 3;
        s->bytes = 3;
    }
}

static ot_status read_head(ot_source *s, ot_error *err)
{
    size_t n = 1;

    s->own = malloc(OT_SOURCE_HEAD + 3);
    if (s->own == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", s->path);
    }
    s->head = s->own;
    while (n > 0 && s->head_n < OT_SOURCE_HEAD) {
        const ot_status status =
            take(s, s->own + s->head_n, OT_SOURCE_HEAD - s->head_n, &n, err);
        if (status != OT_OK) {
            return status;
        }
        s->head_n += n;
    }
    skip_mark(s);
    return OT_OK;
}

static ot_status open_path(ot_source *s, ot_error *err)
{
    struct stat about;

    if (strcmp(s->path, "-") == 0) {
        s->path = "standard input";
        s->fd = STDIN_FILENO;
    } else {
        s->fd = open(s->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        s->opened = s->fd >= 0;
    }
    if (s->fd < 0 || fstat(s->fd, &about) != 0) {
        return io_error(s->path, errno, err);
    }
    if (S_ISDIR(about.st_mode)) {
        return io_error(s->path, EISDIR, err);
    }
    const ot_status status = read_head(s, err);
    return status == OT_OK ? examine(s, err) : status;
}

static ot_source *new_source(const char *path, ot_error *err)
{
    ot_source *s = calloc(1, sizeof *s);

    if (s == NULL) {
        (void)ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", path);
        return NULL;
    }
    s->path = path;
    s->fd = -1;
    return s;
}

ot_status ot__source_open(const char *path, ot_source **source, ot_error *err)
{
    ot_source *s = new_source(path, err);

    *source = NULL;
    if (s == NULL) {
        return OT_E_MEMORY;
    }
    const ot_status status = open_path(s, err);
    if (status != OT_OK) {
        ot__source_close(s);
        return status;
    }
    *source = s;
    return OT_OK;
}

ot_status ot__source_memory(const char *name, ot_str text, ot_source **source,
                            ot_error *err)
{
    *source = new_source(name, err);
    if (*source == NULL) {
        return OT_E_MEMORY;
    }
    (*source)->head = text.at;
    (*source)->head_n = text.n;
    skip_mark(*source);
    return OT_OK;
}

void ot__source_close(ot_source *source)
{
    if (source == NULL) {
        return;
    }
    if (source->opened) {
        close(source->fd);
    }
    free(source->own);
    free(source);
}

const char *ot__source_path(const ot_source *source)
{
    return source->path;
}

ot_str ot__source_head(const ot_source *source)
{
    const size_t n = source->head_n;

    return (ot_str){source->head, n < OT_SOURCE_HEAD ? n : OT_SOURCE_HEAD};
}

uint64_t ot__source_bytes(const ot_source *source)
{
    return source->bytes;
}

ot_status ot__source_read(ot_source *source, char to[], size_t capacity,
                          size_t *n, ot_error *err)
{
    ot_status status = OT_OK;
    const size_t left = source->head_n - source->served;

    *n = left < capacity ? left : capacity;
    if (left > 0) {
        memcpy(to, source->head + source->served, *n);
        source->served += *n;
    } else if (source->fd >= 0) {
        status = take(source, to, capacity, n, err);
    }
    source->bytes += status == OT_OK ? *n : 0;
    return status;
}
