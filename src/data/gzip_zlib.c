// SPDX-License-Identifier: GPL-3.0-or-later
// gzip_zlib.c - gzip by zlib, which is everywhere.
#include "data/gzip.h"

#include <stdlib.h>

#include <zlib.h>

#define GZIP_ONLY (16 + MAX_WBITS) // of inflateInit2: no other wrapping

struct ot_gzip {
    z_stream stream;
};

ot_gzip *ot__gzip_new(void)
{
    ot_gzip *g = calloc(1, sizeof *g);

    if (g != NULL && inflateInit2(&g->stream, GZIP_ONLY) != Z_OK) {
        free(g);
        return NULL;
    }
    return g;
}

void ot__gzip_free(ot_gzip *g)
{
    if (g != NULL) {
        inflateEnd(&g->stream);
        free(g);
    }
}

void ot__gzip_reset(ot_gzip *g)
{
    (void)inflateReset(&g->stream); // fails only where it was not begun
}

ot_gzip_state ot__gzip_unpack(ot_gzip *g, ot_gzip_bytes *bytes,
                              const char **wrong)
{
    z_stream *z = &g->stream;

    z->next_in = bytes->in;
    z->avail_in = bytes->in_n;
    z->next_out = bytes->out;
    z->avail_out = bytes->out_n;
    const int result = inflate(z, Z_NO_FLUSH);
    *bytes =
        (ot_gzip_bytes){z->next_in, z->avail_in, z->next_out, z->avail_out};

    switch (result) {
    case Z_OK:
    case Z_BUF_ERROR: // there was nothing to do
        return OT_GZIP_INSIDE;
    case Z_STREAM_END:
        return OT_GZIP_END;
    case Z_MEM_ERROR:
        return OT_GZIP_NO_MEMORY;
    default:
        *wrong = z->msg != NULL ? z->msg : "damaged";
        return OT_GZIP_DAMAGED;
    }
}
