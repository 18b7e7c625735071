// SPDX-License-Identifier: GPL-3.0-or-later
// intern.h - texts as small numbers: the same text, the same number.
#ifndef OT_DATA_INTERN_H
#define OT_DATA_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

// {0} is valid and empty. Free with ot__intern_free.
typedef struct ot_intern {
    char *pool; // texts, each terminated
    size_t pool_n, pool_capacity;
    uint32_t *offset; // of text i in the pool
    uint32_t *length;
    size_t n, capacity;
    uint32_t *slot; // hash: index + 1, 0 = free
    size_t slots;
} ot_intern;

#define OT_INTERN_FAILED UINT32_MAX // out of memory

void ot__intern_free(ot_intern *in);
// The number of a text, in order of arrival; *is_new unless NULL.
// OT_INTERN_FAILED without memory.
uint32_t ot__intern_put(ot_intern *in, ot_str text, bool *is_new);
// Its number, or OT_INTERN_FAILED when it is not there.
uint32_t ot__intern_find(const ot_intern *in, ot_str text);
const char *ot__intern_text(const ot_intern *in, uint32_t i); // terminated

// FNV-1a with a final mix; also used for keys and cells.
uint64_t ot__hash(const void *bytes, size_t n);

#endif
