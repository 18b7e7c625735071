// SPDX-License-Identifier: GPL-3.0-or-later
// check_apart.c - claims against each other: all of a text, or in parts that
// are texts of their own: lines, or the texts that a file of claims names.

#include <stdlib.h>
#include <string.h>

#include "cli/check.h"

static const char *text_of(const ot_claim *c)
{
    return c->text != NULL ? c->text : "";
}

static bool are_apart(const ot_claim *a, const ot_claim *b, bool each_line)
{
    return (each_line && a->said.line != b->said.line) ||
           strcmp(text_of(a), text_of(b)) != 0;
}

// Where the part that begins with a claim ends.
static size_t part_end(const ot_claims *claims, size_t from, bool each_line)
{
    size_t to = from + 1;

    while (to < claims->n &&
           !are_apart(&claims->claim[to - 1], &claims->claim[to], each_line)) {
        to++;
    }
    return to;
}

static ot_status weigh(checked *t, size_t from, size_t to, ot_error *err)
{
    checked_part *p = &t->part[t->parts];

    p->claims = (ot_claims){.path = t->claims->path,
                            .claim = t->claims->claim + from,
                            .n = to - from};
    const ot_status status =
        ot_check_alone(&p->claims, NULL, &p->checking, err);
    if (status == OT_OK) {
        memcpy(t->alone->finding + from, p->checking->finding,
               (to - from) * sizeof *p->checking->finding);
        t->parts++;
    }
    return status;
}

static ot_status weigh_parts(checked *t, size_t parts, bool each_line,
                             ot_error *err)
{
    const ot_claims none = {.path = t->claims->path};
    ot_status status = ot_check_alone(&none, NULL, &t->alone, err);
    ot_finding *finding = calloc(t->claims->n, sizeof *finding);

    t->part = calloc(parts, sizeof *t->part);
    if (status != OT_OK || finding == NULL || t->part == NULL) {
        free(finding);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
    }
    free(t->alone->finding);
    t->alone->finding = finding;
    t->alone->n = t->claims->n;
    for (size_t i = 0; i < t->claims->n && status == OT_OK;) {
        const size_t to = part_end(t->claims, i, each_line);
        status = weigh(t, i, to, err);
        i = to;
    }
    return status;
}

ot_status check_alone(checked *t, bool each_line, ot_error *err)
{
    size_t parts = 0;

    for (size_t i = 0; i < t->claims->n; parts++) {
        i = part_end(t->claims, i, each_line);
    }
    return parts > 1 ? weigh_parts(t, parts, each_line, err)
                     : ot_check_alone(t->claims, NULL, &t->alone, err);
}
