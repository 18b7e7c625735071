// SPDX-License-Identifier: GPL-3.0-or-later
// concord.h - a user's table that leads from the codes of one classification to
// those of another.
#ifndef OUTTURN_CONCORD_H
#define OUTTURN_CONCORD_H

#include <stddef.h>

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ot_concord ot_concord;

// To which code, and with which part of the value: the weights of all that a
// code leads to add up to 1, so that totals are preserved.
typedef struct ot_concord_to {
    const char *code; // belongs to the table
    double weight;
} ot_concord_to;

// Reads a CSV file, plain or compressed, with the columns from, to and, in any
// order and not needed, weight. Without a weight a code is split evenly among
// those it leads to. Free with ot_concord_free.
//
// OT_E_IO
// OT_E_SYNTAX  a column is missing, a weight is no number above 0 and to 1
// OT_E_DATA    a pair stands twice, or weights of a code are not 1 together
OT_API ot_status ot_concord_read(const char *path, ot_concord **concord,
                                 ot_error *err);
OT_API void ot_concord_free(ot_concord *concord); // NULL is fine

// What a code leads to, in order of code: sets *to, returns how many; 0: the
// table has no such code.
OT_API size_t ot_concord_of(const ot_concord *concord, const char *code,
                            const ot_concord_to **to);
// The codes it leads to, each once, in order; i < count.
OT_API size_t ot_concord_count(const ot_concord *concord);
OT_API const char *ot_concord_at(const ot_concord *concord, size_t i);

#ifdef __cplusplus
}
#endif
#endif
