// SPDX-License-Identifier: GPL-3.0-or-later
// store.h - sums under keys, about 50 bytes a key.
#ifndef OT_DATA_STORE_H
#define OT_DATA_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A sum is a number of two words, the low one first: addition wraps, so that
// what was added can be taken away again.
typedef struct ot_sum {
    uint64_t key[2];
    uint64_t amount[2];
    uint64_t rows;
} ot_sum;

// {0} is valid and empty. Free with ot__store_free.
typedef struct ot_store {
    ot_sum **block; // OT_STORE_BLOCK sums each; they do not move
    size_t blocks, n;
    uint32_t *slot; // hash: number + 1, 0: free
    uint8_t *tag;   // of what is in the slot: a few bits more of its hash
    size_t slots;
} ot_store;

#define OT_STORE_BLOCK 4096u

void ot__store_free(ot_store *store);
// The sum under a key, 0 when it is new; NULL: no memory, or too many.
ot_sum *ot__store_at(ot_store *store, const uint64_t key[2]);
// Sum i < n, in order of arrival.
static inline ot_sum *ot__store_sum(const ot_store *store, size_t i)
{
    return &store->block[i / OT_STORE_BLOCK][i % OT_STORE_BLOCK];
}
// Frees what only ot__store_at needs.
void ot__store_settle(ot_store *store);
// Adds all sums of one store to another; the first is empty then. false: no
// memory.
bool ot__store_absorb(ot_store *to, ot_store *from);

#endif
