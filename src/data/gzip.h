// SPDX-License-Identifier: GPL-3.0-or-later
// gzip.h - unpacking gzip data, a member at a time: ISA-L's igzip
// (gzip_isal.c) where it is installed, for it is more than twice as fast, else
// zlib (gzip_zlib.c). The Makefile compiles one of the two.
#ifndef OT_DATA_GZIP_H
#define OT_DATA_GZIP_H

#include <stdint.h>

typedef struct ot_gzip ot_gzip;

// What is to be taken and where it is to go; each is moved on by what was done.
typedef struct ot_gzip_bytes {
    uint8_t *in;
    uint32_t in_n;
    uint8_t *out;
    uint32_t out_n;
} ot_gzip_bytes;

typedef enum ot_gzip_state {
    OT_GZIP_INSIDE,    // the member goes on
    OT_GZIP_END,       // it ended well; bytes->in is what follows it
    OT_GZIP_DAMAGED,   // *wrong says how; not to be called again
    OT_GZIP_NO_MEMORY, // nor here
} ot_gzip_state;

// Before a first member; free it with ot__gzip_free(). NULL: out of memory.
ot_gzip *ot__gzip_new(void);
void ot__gzip_free(ot_gzip *gzip); // NULL is fine

// Before a further member.
void ot__gzip_reset(ot_gzip *gzip);

// Goes on until there is nothing left to take or no room (there must be some).
// What is OT_GZIP_INSIDE although nothing was there to take and nothing was
// given out wants more. At the end checksum and length were compared.
ot_gzip_state ot__gzip_unpack(ot_gzip *gzip, ot_gzip_bytes *bytes,
                              const char **wrong);

#endif
