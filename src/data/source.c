// SPDX-License-Identifier: GPL-3.0-or-later
// source.c - a stream of text: finds out what the bytes of a file are and lays
// over it what makes them text.
#include "data/source_layer.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH 5 // so often may data be packed in packed data

struct ot_source {
    const char *path;                // as it is called in messages
    const ot_encoding *asked, *used; // NULL: UTF-8, or as a mark says
    ot_layer *top;                   // NULL: all was read
    ot_str head;                     // of the top, without a byte order mark
    uint64_t bytes;                  // handed out
    bool as_it_is;                   // NULs are bytes like any other
    bool at_nul;                     // the next byte is one
};

// ---- Layers ----

// NULL: no memory, and *err says so.
static ot_layer *put_layer(ot_source *s, ot_error *err)
{
    ot_layer *l = calloc(1, sizeof *l);

    if (l == NULL) {
        (void)ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", s->path);
        return NULL;
    }
    l->path = ot__source_path(s);
    l->below = s->top;
    s->top = l;
    return l;
}

static ot_status unpack(ot_source *s, const char *with, ot_error *err)
{
    ot_layer *l = put_layer(s, err);
    bool more;

    if (l == NULL) {
        return OT_E_MEMORY;
    }
    if (strcmp(with, "gzip") == 0) {
        return ot__layer_gzip(l, err);
    }
    if (strcmp(with, "zip") != 0) {
        return ot__layer_stream(l, with, err);
    }
    const ot_status status = ot__layer_zip(l, err);
    return status == OT_OK ? l->kind->next(l, &more, err) : status;
}

// Lays layer on layer until nothing is packed.
static ot_status unpack_all(ot_source *s, ot_error *err)
{
    const char *with = "";
    ot_status status = OT_OK;

    for (int depth = 0; status == OT_OK && with != NULL; depth++) {
        status = ot__layer_peek(s->top, &s->head, err);
        with = status == OT_OK ? ot__source_packed(s->head) : NULL;
        if (with != NULL && depth == DEPTH) {
            const ot_place place = {.path = ot__source_path(s)};
            return ot_fail(err, OT_E_DATA, &place,
                           "packed more than %d times over", DEPTH);
        }
        if (with != NULL) {
            status = unpack(s, with, err);
        }
    }
    return status;
}

static bool has_mark(ot_str head)
{
    return head.n >= 3 && memcmp(head.at, "\xEF\xBB\xBF", 3) == 0;
}

// A byte order mark says more of this file than the caller of all.
static ot_status decode(ot_source *s, ot_error *err)
{
    s->used = ot__encoding_marked(s->head);
    if (s->used == NULL && !has_mark(s->head)) {
        s->used = s->asked;
    }
    if (s->used == NULL) {
        return OT_OK;
    }
    ot_layer *l = put_layer(s, err);
    if (l == NULL) {
        return OT_E_MEMORY;
    }
    const ot_status status = ot__layer_recode(l, s->used, err);
    return status == OT_OK ? ot__layer_peek(l, &s->head, err) : status;
}

static void skip_mark(ot_source *s)
{
    if (has_mark(s->head)) {
        s->head.at += 3;
        s->head.n -= 3;
        s->top->served = 3;
        s->bytes = 3;
    }
}

// Makes text of the bytes of a file, or says what they are.
static ot_status settle(ot_source *s, ot_error *err)
{
    s->bytes = 0;
    s->at_nul = false;
    ot_status status = unpack_all(s, err);
    if (status != OT_OK) {
        return status;
    }
    const ot_place place = {.path = ot__source_path(s)};
    const char *what = ot__source_known(s->head);
    if (what == NULL) {
        status = decode(s, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (what == NULL) {
        skip_mark(s);
        what = ot__source_not_text(s->head);
    }
    return what != NULL ? ot_fail(err, OT_E_DATA, &place, "%s", what) : OT_OK;
}

// ---- Text in memory ----

static ot_status read_memory(ot_layer *l, char to[], size_t capacity, size_t *n,
                             ot_error *err)
{
    ot_str *text = l->own;

    (void)err;
    *n = text->n < capacity ? text->n : capacity;
    if (*n > 0) {
        memcpy(to, text->at, *n);
        *text = (ot_str){text->at + *n, text->n - *n};
    }
    return OT_OK;
}

static const ot_layer_kind memory_kind = {read_memory, NULL, free};

static ot_status open_memory(ot_source *s, ot_str text, ot_error *err)
{
    ot_layer *l = put_layer(s, err);
    ot_str *own = malloc(sizeof *own);

    if (l == NULL || own == NULL) {
        free(own);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", s->path);
    }
    *own = text;
    s->as_it_is = true;
    l->kind = &memory_kind;
    l->own = own;
    const ot_status status = ot__layer_peek(l, &s->head, err);
    if (status == OT_OK) {
        skip_mark(s);
    }
    return status;
}

// ---- Opening and closing ----

static const char *shown_path(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static ot_status open_file(ot_source *s, const char *path, ot_error *err)
{
    ot_layer *l = put_layer(s, err);

    if (l == NULL) {
        return OT_E_MEMORY;
    }
    const ot_status status = ot__layer_file(l, path, err);
    return status == OT_OK ? settle(s, err) : status;
}

static ot_source *new_source(const char *path, ot_error *err)
{
    ot_source *s = calloc(1, sizeof *s);

    if (s == NULL) {
        (void)ot_fail(err, OT_E_MEMORY, NULL, "no memory to read %s", path);
        return NULL;
    }
    s->path = path;
    return s;
}

ot_status ot__source_open_as(const char *path, const char *encoding,
                             ot_source **source, ot_error *err)
{
    const ot_encoding *asked;
    ot_status status = ot__encoding_find(encoding, &asked, err);

    *source = NULL;
    if (status != OT_OK) {
        return status;
    }
    ot_source *s = new_source(shown_path(path), err);
    if (s == NULL) {
        return OT_E_MEMORY;
    }
    s->asked = asked;
    status = open_file(s, path, err);
    if (status != OT_OK) {
        (void)ot__source_keep_place(err, path);
        ot__source_close(s);
        return status;
    }
    *source = s;
    return OT_OK;
}

ot_status ot__source_open(const char *path, ot_source **source, ot_error *err)
{
    return ot__source_open_as(path, NULL, source, err);
}

ot_status ot__source_memory(const char *name, ot_str text, ot_source **source,
                            ot_error *err)
{
    ot_source *s = new_source(name, err);

    *source = NULL;
    if (s == NULL) {
        return OT_E_MEMORY;
    }
    const ot_status status = open_memory(s, text, err);
    if (status != OT_OK) {
        ot__source_close(s);
        return status;
    }
    *source = s;
    return OT_OK;
}

void ot__source_close(ot_source *source)
{
    if (source == NULL) {
        return;
    }
    while (source->top != NULL) {
        source->top = ot__layer_close(source->top);
    }
    free(source);
}

// ---- Reading ----

ot_status ot__source_next(ot_source *s, bool *more, ot_error *err)
{
    *more = false;
    while (s->top != NULL) {
        ot_status status = OT_OK;
        if (s->top->kind->next != NULL) {
            ot__layer_forget(s->top);
            status = s->top->kind->next(s->top, more, err);
        }
        if (status != OT_OK) {
            return status;
        }
        if (*more) {
            return settle(s, err);
        }
        s->top = ot__layer_close(s->top);
    }
    s->head = (ot_str){NULL, 0};
    return OT_OK;
}

ot_status ot__source_end(ot_source *s, ot_error *err)
{
    const ot_place place = {.path = s->path};
    bool more;
    const ot_status status = ot__source_next(s, &more, err);

    return status == OT_OK && more
               ? ot_fail(err, OT_E_DATA, &place,
                         "an archive of several files: one is needed")
               : status;
}

const char *ot__source_path(const ot_source *source)
{
    const ot_layer *l = source->top;

    while (l != NULL && l->name == NULL) {
        l = l->below;
    }
    return l != NULL ? l->name : source->path;
}

bool ot__source_is_member(const ot_source *source)
{
    return ot__source_path(source) != source->path;
}

const char *ot__source_encoding(const ot_source *source)
{
    return source->used != NULL ? source->used->name : "utf-8";
}

ot_str ot__source_head(const ot_source *source)
{
    return source->head;
}

uint64_t ot__source_bytes(const ot_source *source)
{
    return source->bytes;
}

int ot__source_file(const ot_source *source)
{
    return source->top != NULL && !source->as_it_is
               ? ot__layer_seekable(source->top)
               : -1;
}

void ot__source_took(ot_source *source, uint64_t bytes)
{
    source->bytes = bytes;
}

static const ot_layer *bottom(const ot_source *source)
{
    const ot_layer *l = source->top;

    while (l != NULL && l->below != NULL) {
        l = l->below;
    }
    return l;
}

uint64_t ot__source_position(const ot_source *source)
{
    const ot_layer *l = bottom(source);

    return l == NULL || source->as_it_is           ? 0
           : l == source->top && source->bytes > 0 ? source->bytes
                                                   : ot__layer_position(l);
}

uint64_t ot__source_size(const ot_source *source)
{
    const ot_layer *l = bottom(source);

    return l != NULL && !source->as_it_is ? ot__layer_size(l) : 0;
}

static ot_status refuse_nul(const ot_source *s, ot_error *err)
{
    const ot_place place = {.path = ot__source_path(s), .line = OT_LINE_HERE};

    return ot_fail(err, OT_E_SYNTAX, &place, OT_NUL_WHAT);
}

ot_status ot__source_read(ot_source *s, char to[], size_t capacity, size_t *n,
                          ot_error *err)
{
    *n = 0;
    if (s->top == NULL) {
        return OT_OK;
    }
    if (s->at_nul) {
        return refuse_nul(s, err);
    }
    const ot_status status = ot__layer_read(s->top, to, capacity, n, err);
    if (status != OT_OK) {
        return status;
    }
    const char *nul = s->as_it_is || *n == 0 ? NULL : memchr(to, '\0', *n);
    if (nul != NULL) { // what stands before it is read first
        s->at_nul = true;
        *n = (size_t)(nul - to);
    }
    s->bytes += *n;
    return nul != NULL && *n == 0 ? refuse_nul(s, err) : OT_OK;
}

bool ot__source_keep_place(ot_error *err, const char *path)
{
    const char *at = err != NULL ? err->place.path : NULL;
    const char *shown = shown_path(path);
    const size_t n = strlen(shown);

    if (at == NULL || strncmp(at, shown, n) != 0 ||
        (at[n] != '\0' && at[n] != ':')) {
        return false;
    }
    if (at[n] == ':') {
        ot__str_copy(ot__str(at + n + 1), err->member, sizeof err->member);
    }
    err->place.path = shown;
    return true;
}
