// SPDX-License-Identifier: GPL-3.0-or-later
// source_archive.h - what streams and zip archives share of libarchive.
#ifndef OT_DATA_SOURCE_ARCHIVE_H
#define OT_DATA_SOURCE_ARCHIVE_H

#include <archive.h>

#include "data/source_layer.h"

#define OT_ARCHIVE_BLOCK ((size_t)64 * 1024)

typedef struct ot_archive {
    struct archive *archive;
    ot_layer *below;
    uint64_t handed; // bytes that libarchive was given
    bool ended;      // and it asked for more
    ot_error error;  // of the layer below
    char block[OT_ARCHIVE_BLOCK];
    // Called for each block; NULL: not wanted.
    void (*see)(void *context, const char *block, size_t n);
    void *context;
} ot_archive;

// NULL: no memory, and *err says so.
ot_archive *ot__archive_new(ot_layer *layer, ot_error *err);
void ot__archive_free(ot_archive *a);
// A block from below, for libarchive.
la_ssize_t ot__archive_give(struct archive *archive, void *context,
                            const void **block);
// What libarchive could not do with `what`, or could not be given.
ot_status ot__archive_broken(const ot_layer *layer, const ot_archive *a,
                             const char *what, ot_error *err);

#endif
