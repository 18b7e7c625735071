// SPDX-License-Identifier: GPL-3.0-or-later
// supply.h - what pieces of a file and of a stream share.
//
// A line of more than OT_RECORD_LIMIT bytes is not kept: as many bytes of it
// are as say that it is too long.
#ifndef OT_DATA_SUPPLY_H
#define OT_DATA_SUPPLY_H

#include <pthread.h>

#include "data/pieces.h"

#define OT_SUPPLY_BLOCK ((size_t)64 * 1024)
#define OT_SUPPLY_KEPT  ((size_t)OT_RECORD_LIMIT + 2) // of a line too long

struct ot_supply {
    ot_source *source;
    int fd; // -1: a stream
    uint64_t skip;
    size_t piece;
    pthread_mutex_t lock; // of what follows, up to `rest`
    uint64_t bytes;       // that are known of
    bool unended;
    // A stretch of a file in which no line ends, from one that was found long.
    uint64_t barren_from, barren_to;
    // What was read of a stream behind the last piece.
    char *rest;
    size_t rest_n, rest_capacity;
    bool ended;
    ot_error fail;
};

ot_status ot__supply_no_memory(const ot_supply *supply, ot_error *err);
// So many bytes of the text are known of.
void ot__supply_note(ot_supply *supply, uint64_t bytes);
// The text has ended: its last line is given an end.
void ot__supply_end(ot_supply *supply, ot_piece *piece);

// The place behind the first line end in bytes[from..n); n: there is none. A CR
// at the end is one only where nothing follows: else *half.
size_t ot__behind_line(const char *bytes, size_t from, size_t n, bool ended,
                       bool *half);
bool ot__ends_line(const char *bytes, size_t from, size_t behind);

// supply_file.c: piece i; supply_stream.c: the next one.
ot_status ot__supply_share(ot_supply *supply, size_t i, ot_piece *piece,
                           ot_error *err);
ot_status ot__supply_next(ot_supply *supply, ot_piece *piece, ot_error *err);

#endif
