// SPDX-License-Identifier: GPL-3.0-or-later
// spec.c - reading the lines of a layout.

#include "data/spec.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// The keys a layout may have; what they mean is told in topics of the help.
static const char *const keys[] = {
    "name",
    "summary",
    "source",
    "publisher",
    "has",
    "title",
    "header",
    "map",
    "set",
    "values",
    "values.netweight",
    "values.quantity",
    "skip",
    "carry",
    "heading",
    "decimal",
    "delimiter",
    "encoding",
    "codes",
    "unpublished",
    "notes",
    "trailing",
    "ragged",
    "sure",
    "kind",

    "labels",
};
#define KEYS (sizeof keys / sizeof keys[0])

static ot_status unknown_key(ot_str key, const ot_place *place, ot_error *err)
{
    char text[48];

    const size_t near =
        ot__nearest(ot__str_copy(key, text, sizeof text), keys, KEYS);
    return ot_fail(err, OT_E_SYNTAX, place,
                   "'%s' is no key of a layout%s%s%s (help layouts lists them)",
                   text, near < KEYS ? "; did you mean " : "",
                   near < KEYS ? keys[near] : "", near < KEYS ? "?" : "");
}

static ot_status add_line(ot_spec *spec, ot_str line, const ot_place *place,
                          ot_error *err)
{
    size_t i = 0;

    if (memchr(line.at, '=', line.n) == NULL) {
        return ot_fail(err, OT_E_SYNTAX, place,
                       "a layout's line is 'key = value'");
    }
    const ot_str key = ot__str_trim(ot__str_cut(&line, '='));
    while (i < KEYS && !ot__str_same(key, keys[i])) {
        i++;
    }
    if (i == KEYS) {
        return unknown_key(key, place, err);
    }
    if (spec->n == OT_SPEC_LINES) {
        return ot_fail(err, OT_E_LIMIT, place, "a layout of more than %d lines",
                       OT_SPEC_LINES);
    }
    ot__spec_add(spec, keys[i], ot__str_trim(line));
    return OT_OK;
}

ot_status ot__spec_read(ot_spec *spec, ot_str text, const ot_place *place,
                        ot_error *err)
{
    ot_place here = place != NULL ? *place : (ot_place){NULL, 0, 0};
    ot_status status = OT_OK;

    if (text.n >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0) {
        text = (ot_str){text.at + 3, text.n - 3};
    }
    while (text.n > 0 && status == OT_OK) {
        ot_str line = ot__str_cut(&text, '\n');
        here.line++;
        if (line.n > 0 && line.at[line.n - 1] == '\r') {
            line.n--;
        }
        line = ot__str_trim(line);
        if (line.n > 0 && line.at[0] != '#') {
            status = add_line(spec, line, &here, err);
        }
    }
    return status;
}

void ot__spec_add(ot_spec *spec, const char *key, ot_str value)
{
    if (spec->n < OT_SPEC_LINES) {
        spec->line[spec->n++] = (ot_spec_line){ot__str(key), value};
    }
}

void ot__spec_put(ot_spec *spec, const char *key, const char *format, ...)
{
    const size_t room = sizeof spec->own - spec->own_n;
    char *text = spec->own + spec->own_n;
    va_list list;

    va_start(list, format);
    const int n = vsnprintf(text, room, format, list);
    va_end(list);
    if (n >= 0 && (size_t)n < room) {
        ot__spec_add(spec, key, (ot_str){text, (size_t)n});
        spec->own_n += (size_t)n + 1;
    }
}

ot_str ot__spec_get(const ot_spec *spec, const char *key)
{
    for (size_t i = spec->n; i-- > 0;) {
        if (ot__str_equal(spec->line[i].key, key)) {
            return spec->line[i].value;
        }
    }
    return (ot_str){NULL, 0};
}

bool ot__spec_each(const ot_spec *spec, const char *key, size_t *i,
                   ot_str *value)
{
    for (; *i < spec->n; (*i)++) {
        if (ot__str_equal(spec->line[*i].key, key)) {
            *value = spec->line[(*i)++].value;
            return true;
        }
    }
    return false;
}

ot_str ot__item_cut(ot_str *list)
{
    bool quoted = false;
    size_t n = 0;

    while (n < list->n && (quoted || list->at[n] != ',')) {
        quoted = quoted != (list->at[n] == '"');
        n++;
    }
    const ot_str item = {list->at, n};
    const size_t used = n < list->n ? n + 1 : n;
    *list = (ot_str){list->at + used, list->n - used};
    return ot__str_trim(item);
}

ot_str ot__unquoted(ot_str text)
{
    const ot_str s = ot__str_trim(text);

    return s.n >= 2 && s.at[0] == '"' && s.at[s.n - 1] == '"'
               ? (ot_str){s.at + 1, s.n - 2}
               : s;
}

ot_str ot__item_split(ot_str item, ot_str *value, char *mark)
{
    bool quoted = false;

    for (size_t i = 0; i < item.n; i++) {
        quoted = quoted != (item.at[i] == '"');
        if (!quoted && (item.at[i] == '=' || item.at[i] == ':')) {
            *mark = item.at[i];
            *value = ot__unquoted((ot_str){item.at + i + 1, item.n - i - 1});
            return ot__unquoted((ot_str){item.at, i});
        }
    }
    *mark = '\0';
    *value = (ot_str){NULL, 0};
    return ot__unquoted(item);
}
