// SPDX-License-Identifier: GPL-3.0-or-later
// source_gzip.c - gzip data: members one behind the other and nothing else.
// libarchive reads gzip, too, but (3.6) does not compare the checksum and
// passes over what follows the end.
#include "data/source_layer.h"

#include <stdlib.h>

#include "data/gzip.h"

#define BLOCK 65536
#define MOST  ((uint32_t)1 << 30) // bytes given out at once

typedef struct gzip {
    ot_gzip *unpacker;
    ot_gzip_bytes bytes;
    bool inside;         // of a member
    bool ended;          // there is nothing more below
    size_t members;      // that have ended well
    uint8_t from[BLOCK]; // compressed bytes
} gzip;

static ot_status refill(ot_layer *l, gzip *g, ot_error *err)
{
    size_t n = 0;

    if (g->bytes.in_n > 0 || g->ended) {
        return OT_OK;
    }
    const ot_status status =
        ot__layer_read(l->below, (char *)g->from, sizeof g->from, &n, err);
    g->bytes.in = g->from;
    g->bytes.in_n = (uint32_t)n;
    g->ended = n == 0;
    return status;
}

// Members may follow one another, and nothing else may follow them.
static ot_status begin_member(ot_layer *l, gzip *g, ot_error *err)
{
    if (g->members > 0 && g->bytes.in[0] != 0x1F) {
        return ot__layer_broken(
            l, "something else follows the end of the gzip data", "", err);
    }
    ot__gzip_reset(g->unpacker);
    g->inside = true;
    return OT_OK;
}

static ot_status no_memory(const ot_layer *l, ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory to unpack %s", l->path);
}

static ot_status unpack_some(ot_layer *l, gzip *g, ot_error *err)
{
    const uint32_t room = g->bytes.out_n;
    const char *wrong = "";

    switch (ot__gzip_unpack(g->unpacker, &g->bytes, &wrong)) {
    case OT_GZIP_INSIDE:
        return g->ended && g->bytes.out_n == room
                   ? ot__layer_broken(l, OT_CUT, "gzip data", err)
                   : OT_OK;
    case OT_GZIP_END:
        g->inside = false;
        g->members++;
        return OT_OK;
    case OT_GZIP_NO_MEMORY:
        return no_memory(l, err);
    case OT_GZIP_DAMAGED:
        break;
    }
    return ot__layer_broken(l, "cannot be unpacked: ", wrong, err);
}

static ot_status read_gzip(ot_layer *l, char to[], size_t capacity, size_t *n,
                           ot_error *err)
{
    gzip *g = l->own;
    const uint32_t room = capacity < MOST ? (uint32_t)capacity : MOST;
    ot_status status = OT_OK;

    g->bytes.out = (uint8_t *)to;
    g->bytes.out_n = room;
    while (status == OT_OK && g->bytes.out_n == room) {
        status = refill(l, g, err);
        if (status == OT_OK && !g->inside) {
            if (g->ended) {
                return OT_OK;
            }
            status = begin_member(l, g, err);
        }
        if (status == OT_OK) {
            status = unpack_some(l, g, err);
        }
    }
    *n = room - g->bytes.out_n;
    return status;
}

static void close_gzip(void *own)
{
    gzip *g = own;

    ot__gzip_free(g->unpacker);
    free(g);
}

static const ot_layer_kind gzip_kind = {read_gzip, NULL, close_gzip};

ot_status ot__layer_gzip(ot_layer *l, ot_error *err)
{
    gzip *g = calloc(1, sizeof *g);

    if (g == NULL || (g->unpacker = ot__gzip_new()) == NULL) {
        free(g);
        return no_memory(l, err);
    }
    l->kind = &gzip_kind;
    l->own = g;
    return OT_OK;
}
