// SPDX-License-Identifier: GPL-3.0-or-later
// source_layer.h - what a source is made of: a file at the bottom, and on it
// what unpacks or recodes the bytes below.
#ifndef OT_DATA_SOURCE_LAYER_H
#define OT_DATA_SOURCE_LAYER_H

#include <stdbool.h>

#include "data/source.h"

// Before what it ends in: "gzip data", "trade.csv".
#define OT_CUT "the archive is cut: it ends in the middle of "

typedef struct ot_layer ot_layer;

typedef struct ot_layer_kind {
    // Up to capacity bytes, *n = 0 at the end; not called again behind it.
    ot_status (*read)(ot_layer *layer, char to[], size_t capacity, size_t *n,
                      ot_error *err);
    // Moves on to the next member and sets layer->name; NULL: has no members.
    // *more false: there is none, and the archive ended as it should.
    ot_status (*next)(ot_layer *layer, bool *more, ot_error *err);
    void (*close)(void *own);
} ot_layer_kind;

struct ot_layer {
    const ot_layer_kind *kind;
    void *own;        // the kind's
    ot_layer *below;  // NULL: a file
    const char *path; // what the bytes below are called; borrowed
    char *name;       // of the member at hand, with the path; owned
    char *head;       // the first bytes, once they were looked at; owned
    size_t head_n, served;
    bool ended;
};

// Looks at the first OT_SOURCE_HEAD bytes; they are read again.
ot_status ot__layer_peek(ot_layer *layer, ot_str *head, ot_error *err);
ot_status ot__layer_read(ot_layer *layer, char to[], size_t capacity, size_t *n,
                         ot_error *err);
// Begins anew, for the next member.
void ot__layer_forget(ot_layer *layer);
// Frees the layer and returns the one below.
ot_layer *ot__layer_close(ot_layer *layer);

// OT_E_SYNTAX, with the name of the member or the path.
ot_status ot__layer_broken(const ot_layer *layer, const char *what,
                           const char *detail, ot_error *err);

// The makers fill in kind and own; `below` and `path` are set.
ot_status ot__layer_file(ot_layer *layer, const char *path, ot_error *err);
ot_status ot__layer_gzip(ot_layer *layer, ot_error *err);
ot_status ot__layer_stream(ot_layer *layer, const char *name, ot_error *err);
ot_status ot__layer_zip(ot_layer *layer, ot_error *err);
ot_status ot__layer_recode(ot_layer *layer, const ot_encoding *encoding,
                           ot_error *err);

// A regular file that is read from its beginning; -1: another layer.
int ot__layer_seekable(const ot_layer *layer);
// Of a file: bytes read so far, and its size; 0: another layer, or not known.
uint64_t ot__layer_position(const ot_layer *layer);
uint64_t ot__layer_size(const ot_layer *layer);

// What unpacks a file that begins so: "gzip", "zip", "zstd", "bzip2", "xz";
// NULL: nothing does.
const char *ot__source_packed(ot_str head);
// Why these bytes are not text, in words; NULL: they may be.
const char *ot__source_not_text(ot_str head);
// The same by how they begin alone, for bytes that are still to be decoded.
const char *ot__source_known(ot_str head);
// UTF-16 or UTF-32 by its byte order mark; NULL: none.
const ot_encoding *ot__encoding_marked(ot_str head);

#endif
