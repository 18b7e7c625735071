// SPDX-License-Identifier: GPL-3.0-or-later
// pieces.h - CSV text read in pieces, by several threads at once.
//
// A piece begins and ends at a line end: a guess, for the line end may be
// inside quotes. Each thread parses pieces of its own; what they say is
// accepted in their order. Where a record did not end with its piece, the guess
// was wrong: what the next piece said is taken back, by reading it once more
// with the opposite sign, and it is read again together with what was left
// over. So the answer is that of one pass over the whole, whatever the size of
// the pieces and the number of threads.
#ifndef OT_DATA_PIECES_H
#define OT_DATA_PIECES_H

#include "data/csv.h"

#define OT_PIECE       ((size_t)256 * 1024)
#define OT_PIECE_LEAST ((size_t)64)

typedef struct ot_pieces {
    char delimiter;
    const bool *wanted; // as in ot_csv
    size_t wanted_n, lead;
    bool by_libcsv;
    size_t threads; // 1 and more
    size_t piece;   // bytes; OT_PIECE_LEAST and more
    uint64_t skip;  // bytes of the text before the first record
    long line;      // on which it stands

    // What thread i works with: the context of its see(), bad(), begin(),
    // end().
    void *const *context;
    // As in ot_csv; lines are counted from 1 within a piece.
    ot_status (*see)(void *context, const ot_record *record, ot_error *err);
    ot_status (*bad)(void *context, long line, const char *what, ot_error *err);
    // A piece begins; sign -1: to take back what the same piece said before.
    void (*begin)(void *context, int sign);
    // It has ended: what it brought, besides what can be taken back, goes to
    // result, of result_size bytes.
    void (*end)(void *context, void *result);
    size_t result_size;
    // Once for each piece, in their order, never two at once: its result, and
    // the line on which it begins.
    ot_status (*accept)(void *shared, const void *result, long line,
                        ot_error *err);
    // Now and then, never two at once; ot__source_bytes says how far it has
    // come. NULL: not wanted.
    void (*progress)(void *shared);
    void *shared;

    uint64_t bytes; // set on return: of the text, those skipped among them
    size_t lines, blank_lines; // set on return
    bool unended;              // set on return: the last line has no end
} ot_pieces;

// Reads the source from `skip` on to its end. If it was read from before, that
// was by ot__source_head only.
//
// OT_E_IO, OT_E_SYNTAX, OT_E_MEMORY  as ot__csv_read; what accept() returned
ot_status ot__pieces_read(ot_source *source, ot_pieces *pieces, ot_error *err);

// ---- within pieces*.c ------------------------------------------------------

typedef struct ot_piece {
    char *bytes; // with room for more than what is used of it
    size_t capacity;
    char *text; // in bytes: n of them
    size_t n;
    bool last;     // nothing follows it
    bool beyond;   // the text ended before it
    ot_error fail; // why the text cannot be read behind it; OT_OK: it can
} ot_piece;

// Where pieces come from. Free with ot__supply_close.
typedef struct ot_supply ot_supply;

ot_supply *ot__supply_open(ot_source *source, uint64_t skip, size_t piece);
void ot__supply_close(ot_supply *supply); // NULL is fine
// Whether pieces may be loaded at once and in any order; else one after
// another.
bool ot__supply_any_order(const ot_supply *supply);
// Piece number i. OT_E_MEMORY; what else fails is in the piece.
ot_status ot__supply_load(ot_supply *supply, size_t i, ot_piece *piece,
                          ot_error *err);
bool ot__supply_unended(const ot_supply *supply); // once all were loaded
uint64_t ot__supply_bytes(ot_supply *supply);     // so far; from any thread

// Room for n bytes and a line end, from the start of bytes. text is where it
// was in them. false: no memory.
bool ot__piece_room(ot_piece *piece, size_t n);

#endif
