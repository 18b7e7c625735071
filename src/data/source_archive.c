// SPDX-License-Identifier: GPL-3.0-or-later
// source_archive.c - zstd, bzip2 and xz data through libarchive, which is known
// here and in source_zip.c alone.
#include "data/source_archive.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

ot_status ot__archive_broken(const ot_layer *l, const ot_archive *a,
                             const char *what, ot_error *err)
{
    const char *said = archive_error_string(a->archive);

    if (a->error.status != OT_OK) {
        return ot_fail(err, a->error.status, &a->error.place, "%s",
                       a->error.message);
    }
    if (a->ended) {
        return ot__layer_broken(l, OT_CUT, what, err);
    }
    return ot__layer_broken(
        l, "cannot be unpacked: ", said != NULL ? said : "damaged", err);
}

la_ssize_t ot__archive_give(struct archive *archive, void *context,
                            const void **block)
{
    ot_archive *a = context;
    size_t n = 0;

    *block = a->block;
    if (ot__layer_read(a->below, a->block, sizeof a->block, &n, &a->error) !=
        OT_OK) {
        archive_set_error(archive, EIO, "cannot be read");
        return -1;
    }
    a->ended = n == 0;
    a->handed += n;
    if (a->see != NULL) {
        a->see(a->context, a->block, n);
    }
    return (la_ssize_t)n;
}

ot_archive *ot__archive_new(ot_layer *l, ot_error *err)
{
    ot_archive *a = calloc(1, sizeof *a);

    if (a != NULL) {
        a->archive = archive_read_new();
        a->below = l->below;
    }
    if (a == NULL || a->archive == NULL) {
        free(a);
        (void)ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s",
                      l->path);
        return NULL;
    }
    return a;
}

void ot__archive_free(ot_archive *a)
{
    if (a != NULL) {
        archive_read_free(a->archive);
        free(a);
    }
}

// ---- One stream ----

typedef struct filter {
    const char *name;
    const char *data; // for messages
    int code;
    int (*support)(struct archive *archive);
} filter;

typedef struct stream {
    ot_archive *base;
    const filter *filter;
    bool empty; // libarchive has no word for packed nothing
} stream;

static const filter filters[] = {
    {"zstd", "zstd data", ARCHIVE_FILTER_ZSTD,
     archive_read_support_filter_zstd},
    {"bzip2", "bzip2 data", ARCHIVE_FILTER_BZIP2,
     archive_read_support_filter_bzip2},
    {"xz", "xz data", ARCHIVE_FILTER_XZ, archive_read_support_filter_xz},
};

// libarchive passes over what follows the end of bzip2 data.
static ot_status check_end(ot_layer *l, const stream *s, ot_error *err)
{
    ot_archive *a = s->base;
    const int64_t used = archive_filter_bytes(a->archive, -1);
    size_t n = 0;

    const ot_status status = ot__layer_read(a->below, a->block, 1, &n, err);
    if (status == OT_OK && (n > 0 || (uint64_t)used < a->handed)) {
        return ot__layer_broken(l, "something else follows the end of the ",
                                s->filter->data, err);
    }
    return status;
}

static ot_status read_stream(ot_layer *l, char to[], size_t capacity, size_t *n,
                             ot_error *err)
{
    stream *s = l->own;
    const la_ssize_t got =
        s->empty ? 0 : archive_read_data(s->base->archive, to, capacity);

    if (got < 0) {
        return ot__archive_broken(l, s->base, s->filter->data, err);
    }
    *n = (size_t)got;
    return got == 0 ? check_end(l, s, err) : OT_OK;
}

static void close_stream(void *own)
{
    stream *s = own;

    ot__archive_free(s->base);
    free(s);
}

static const ot_layer_kind stream_kind = {read_stream, NULL, close_stream};

static const filter *find_filter(const char *name)
{
    size_t i = 0;

    while (strcmp(filters[i].name, name) != 0) {
        i++;
    }
    return &filters[i];
}

static ot_status open_stream(ot_layer *l, stream *s, ot_error *err)
{
    struct archive *a = s->base->archive;
    struct archive_entry *entry;

    // A library built without it would run a program instead.
    if (s->filter->support(a) != ARCHIVE_OK) {
        return ot__layer_broken(l, "cannot be unpacked here: it is ",
                                s->filter->data, err);
    }
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
    if (archive_read_open(a, s->base, NULL, ot__archive_give, NULL) !=
        ARCHIVE_OK) {
        return ot__archive_broken(l, s->base, s->filter->data, err);
    }
    // The innermost filter comes first, the file as it is last.
    if (archive_filter_count(a) != 2 ||
        archive_filter_code(a, 0) != s->filter->code) {
        return ot__layer_broken(l, "cannot be unpacked: not one layer of ",
                                s->filter->data, err);
    }
    const int result = archive_read_next_header(a, &entry);
    s->empty = result == ARCHIVE_EOF;
    return result == ARCHIVE_OK || s->empty
               ? OT_OK
               : ot__archive_broken(l, s->base, s->filter->data, err);
}

ot_status ot__layer_stream(ot_layer *l, const char *name, ot_error *err)
{
    stream *s = calloc(1, sizeof *s);

    if (s == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s",
                       l->path);
    }
    l->kind = &stream_kind;
    l->own = s;
    s->filter = find_filter(name);
    s->base = ot__archive_new(l, err);
    return s->base != NULL ? open_stream(l, s, err) : OT_E_MEMORY;
}
