// SPDX-License-Identifier: GPL-3.0-or-later
// source_gzip.c - gzip through zlib. libarchive reads gzip, too, but (3.6) does
// not compare the checksum and passes over what follows the end.
#include "data/source_layer.h"

#include <stdlib.h>

#include <zlib.h>

#define BLOCK     65536
#define MOST      ((uInt)1 << 30)  // bytes given out at once
#define GZIP_ONLY (16 + MAX_WBITS) // of inflateInit2: no other wrapping

typedef struct gzip {
    z_stream stream;
    bool inside;       // of a member
    bool ended;        // there is nothing more below
    size_t members;    // that have ended well
    Bytef from[BLOCK]; // compressed bytes
} gzip;

static ot_status refill(ot_layer *l, gzip *g, ot_error *err)
{
    size_t n = 0;

    if (g->stream.avail_in > 0 || g->ended) {
        return OT_OK;
    }
    const ot_status status =
        ot__layer_read(l->below, (char *)g->from, sizeof g->from, &n, err);
    g->stream.next_in = g->from;
    g->stream.avail_in = (uInt)n;
    g->ended = n == 0;
    return status;
}

// Members may follow one another, and nothing else may follow them.
static ot_status begin_member(ot_layer *l, gzip *g, ot_error *err)
{
    if (g->members > 0 && g->stream.next_in[0] != 0x1F) {
        return ot__layer_broken(
            l, "something else follows the end of the gzip data", "", err);
    }
    if (inflateReset(&g->stream) != Z_OK) {
        return ot__layer_broken(l, "cannot be unpacked", "", err);
    }
    g->inside = true;
    return OT_OK;
}

static ot_status inflate_some(ot_layer *l, gzip *g, ot_error *err)
{
    const int result = inflate(&g->stream, Z_NO_FLUSH);

    switch (result) {
    case Z_OK:
        return OT_OK;
    case Z_STREAM_END:
        g->inside = false;
        g->members++;
        return OT_OK;
    case Z_BUF_ERROR: // it wants more
        return g->ended ? ot__layer_broken(l, OT_CUT, "gzip data", err) : OT_OK;
    case Z_MEM_ERROR:
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s",
                       l->path);
    default:
        return ot__layer_broken(
            l, "cannot be unpacked: ",
            g->stream.msg != NULL ? g->stream.msg : "damaged", err);
    }
}

static ot_status read_gzip(ot_layer *l, char to[], size_t capacity, size_t *n,
                           ot_error *err)
{
    gzip *g = l->own;
    const uInt room = capacity < MOST ? (uInt)capacity : MOST;
    ot_status status = OT_OK;

    g->stream.next_out = (Bytef *)to;
    g->stream.avail_out = room;
    while (status == OT_OK && g->stream.avail_out == room) {
        status = refill(l, g, err);
        if (status == OT_OK && !g->inside) {
            if (g->ended) {
                return OT_OK;
            }
            status = begin_member(l, g, err);
        }
        if (status == OT_OK) {
            status = inflate_some(l, g, err);
        }
    }
    *n = room - g->stream.avail_out;
    return status;
}

static void close_gzip(void *own)
{
    gzip *g = own;

    inflateEnd(&g->stream);
    free(g);
}

static const ot_layer_kind gzip_kind = {read_gzip, NULL, close_gzip};

ot_status ot__layer_gzip(ot_layer *l, ot_error *err)
{
    gzip *g = calloc(1, sizeof *g);

    if (g == NULL || inflateInit2(&g->stream, GZIP_ONLY) != Z_OK) {
        free(g);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s",
                       l->path);
    }
    l->kind = &gzip_kind;
    l->own = g;
    return OT_OK;
}
