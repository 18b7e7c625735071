// SPDX-License-Identifier: GPL-3.0-or-later
// spec.h - a layout as its lines "key = value": what a layout file holds, what
// options add, what is guessed of an unknown file.
#ifndef OT_DATA_SPEC_H
#define OT_DATA_SPEC_H

#include "base/text.h"

#define OT_SPEC_LINES 160

typedef struct ot_spec_line {
    ot_str key, value;
} ot_spec_line;

// Texts are borrowed.
typedef struct ot_spec {
    ot_spec_line line[OT_SPEC_LINES];
    size_t n;
    char own[8192]; // texts made here: a spec is not to be copied
    size_t own_n;
} ot_spec;

// Adds the lines of a text: "key = value", blank lines, comments from '#' at
// the start of a line. OT_E_SYNTAX: a line without '=', an unknown key (the
// nearest is suggested), too many lines; place.line is set.
ot_status ot__spec_read(ot_spec *spec, ot_str text, const ot_place *place,
                        ot_error *err);
// Adds a line; a full spec loses it.
void ot__spec_add(ot_spec *spec, const char *key, ot_str value);

// The same with a value of the spec's own.
void ot__spec_put(ot_spec *spec, const char *key, const char *format, ...)
    OT_PRINTF(3, 4);

// The value of the last line with a key; {NULL, 0}: there is none.
ot_str ot__spec_get(const ot_spec *spec, const char *key);
// The i-th line with a key, from the first: false when there is none.
bool ot__spec_each(const ot_spec *spec, const char *key, size_t *i,
                   ot_str *value);

// Cuts the first item off a list set off by commas; an item may stand in double
// quotes, whole or behind its '='. Blanks around it are gone.
ot_str ot__item_cut(ot_str *list);
// Splits "name=value" or "name:value"; *mark is '=' or ':', 0 when there is
// neither: then all of it is the name. Quotes around the value are taken off.
ot_str ot__item_split(ot_str item, ot_str *value, char *mark);
// A text without the double quotes around it.
ot_str ot__unquoted(ot_str text);

#endif
