// SPDX-License-Identifier: GPL-3.0-or-later
// pack.h - compressed data and zip archives for tests, by libarchive's writer.
#ifndef OT_TESTS_PACK_H
#define OT_TESTS_PACK_H

#include <stdbool.h>

#include <archive.h>
#include <archive_entry.h>

#include "support.h"

typedef struct packed_bytes {
    char *at;
    size_t n;
} packed_bytes;

typedef struct pack_member {
    const char *name; // ends in '/': a directory
    const char *text;
    size_t n;
} pack_member;

static inline struct archive *pack_begin(packed_bytes *b, size_t room)
{
    struct archive *a = archive_write_new();

    assert_non_null(a);
    b->at = malloc(room);
    b->n = 0;
    assert_non_null(b->at);
    archive_write_set_bytes_in_last_block(a, 1);
    return a;
}

static inline void pack_put(struct archive *a, const pack_member *m)
{
    struct archive_entry *e = archive_entry_new();
    const size_t length = strlen(m->name);
    const bool folder = length > 0 && m->name[length - 1] == '/';

    assert_non_null(e);
    archive_entry_set_pathname(e, m->name);
    archive_entry_set_filetype(e, folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_mtime(e, 1000000000, 0);
    if (!folder) {
        archive_entry_set_size(e, (la_int64_t)m->n);
    }
    assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
    if (m->n > 0) {
        assert_int_equal(archive_write_data(a, m->text, m->n), m->n);
    }
    archive_entry_free(e);
}

// filter: "gzip", "zstd", "bzip2" or "xz".
static inline packed_bytes pack_stream(const char *filter, const char *text,
                                       size_t n)
{
    const size_t room = n + n / 8 + 4096;
    packed_bytes b;
    struct archive *a = pack_begin(&b, room);

    assert_int_equal(archive_write_set_format_raw(a), ARCHIVE_OK);
    assert_int_equal(archive_write_add_filter_by_name(a, filter), ARCHIVE_OK);
    assert_int_equal(archive_write_open_memory(a, b.at, room, &b.n),
                     ARCHIVE_OK);
    pack_put(a, &(pack_member){"data", text, n});
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return b;
}

static inline packed_bytes pack_zip(const pack_member members[], size_t count,
                                    const char *password)
{
    size_t room = 65536;
    packed_bytes b;

    for (size_t i = 0; i < count; i++) {
        room += members[i].n + members[i].n / 8 + 4096;
    }
    struct archive *a = pack_begin(&b, room);
    assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    if (password != NULL) {
        assert_int_equal(
            archive_write_set_options(a, "zip:encryption=traditional"),
            ARCHIVE_OK);
        archive_write_set_passphrase(a, password);
    }
    assert_int_equal(archive_write_open_memory(a, b.at, room, &b.n),
                     ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        pack_put(a, &members[i]);
    }
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return b;
}

#endif
