// SPDX-License-Identifier: GPL-3.0-or-later
// gzip_isal.c - gzip by ISA-L.
//
// isal_inflate() would read the header, too, but forgets what it has read of it
// when its input ends inside; isal_read_gzip_header() keeps that in `header`.
// With the trailer it takes back what it had read ahead: at the end of a member
// next_in is what follows, and there is nothing to give back.
#include "data/gzip.h"

#include <stdbool.h>
#include <stdlib.h>

#include <isa-l/igzip_lib.h>

#define RESERVED 0xE0u // bits of a header's flags (RFC 1952, 2.3.1.2)

struct ot_gzip {
    struct inflate_state state;
    struct isal_gzip_header header; // without room: no field is kept
    bool in_header;
};

ot_gzip *ot__gzip_new(void)
{
    ot_gzip *g = calloc(1, sizeof *g);

    if (g != NULL) {
        isal_inflate_init(&g->state);
        g->state.crc_flag = ISAL_GZIP_NO_HDR_VER; // compare the trailer
        g->in_header = true;
    }
    return g;
}

void ot__gzip_free(ot_gzip *g)
{
    free(g);
}

void ot__gzip_reset(ot_gzip *g)
{
    isal_inflate_reset(&g->state);
    g->header = (struct isal_gzip_header){0};
    g->in_header = true;
}

// In zlib's words.
static ot_gzip_state damaged(int result, const char **wrong)
{
    switch (result) {
    case ISAL_INVALID_BLOCK:
        *wrong = "invalid block";
        break;
    case ISAL_INVALID_SYMBOL:
        *wrong = "invalid code";
        break;
    case ISAL_INVALID_LOOKBACK:
        *wrong = "invalid distance too far back";
        break;
    case ISAL_INVALID_WRAPPER:
        *wrong = "incorrect header check";
        break;
    case ISAL_UNSUPPORTED_METHOD:
        *wrong = "unknown compression method";
        break;
    case ISAL_INCORRECT_CHECKSUM:
        *wrong = "incorrect data check";
        break;
    default:
        *wrong = "damaged";
    }
    return OT_GZIP_DAMAGED;
}

static ot_gzip_state read_header(ot_gzip *g, const char **wrong)
{
    const int result = isal_read_gzip_header(&g->state, &g->header);

    if (result == ISAL_INCORRECT_CHECKSUM) {
        *wrong = "header crc mismatch";
        return OT_GZIP_DAMAGED;
    }
    if (result < 0) {
        return damaged(result, wrong);
    }
    if (result == ISAL_DECOMP_OK) {
        if ((g->header.flags & RESERVED) != 0) { // it passes over them
            *wrong = "unknown header flags set";
            return OT_GZIP_DAMAGED;
        }
        g->in_header = false;
    }
    return OT_GZIP_INSIDE;
}

static ot_gzip_state read_data(ot_gzip *g, const char **wrong)
{
    const int result = isal_inflate(&g->state);

    if (result < 0) {
        return damaged(result, wrong);
    }
    return g->state.block_state == ISAL_BLOCK_FINISH ? OT_GZIP_END
                                                     : OT_GZIP_INSIDE;
}

ot_gzip_state ot__gzip_unpack(ot_gzip *g, ot_gzip_bytes *bytes,
                              const char **wrong)
{
    struct inflate_state *s = &g->state;
    ot_gzip_state state = OT_GZIP_INSIDE;

    s->next_in = bytes->in;
    s->avail_in = bytes->in_n;
    s->next_out = bytes->out;
    s->avail_out = bytes->out_n;
    if (g->in_header) {
        state = read_header(g, wrong);
    }
    if (state == OT_GZIP_INSIDE && !g->in_header) {
        state = read_data(g, wrong);
    }
    *bytes =
        (ot_gzip_bytes){s->next_in, s->avail_in, s->next_out, s->avail_out};
    return state;
}
