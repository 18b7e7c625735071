// SPDX-License-Identifier: GPL-3.0-or-later
// understand.c - each distinct text of a column is looked at once.

#include "data/understand.h"

#include <stdlib.h>
#include <string.h>

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for names");
}

static bool keep(ot_understood *u, uint32_t number, ot_meaning meaning)
{
    if (number >= u->capacity) {
        const size_t capacity = 2 * (size_t)number + 32;
        ot_meaning *more = realloc(u->meaning, capacity * sizeof *more);
        if (more == NULL) {
            return false;
        }
        u->meaning = more;
        u->capacity = capacity;
    }
    u->meaning[number] = meaning;
    return true;
}

// The text as UTF-8: as it is, or from Windows-1252.
static ot_str as_utf8(ot_understood *u, ot_str text)
{
    if (text.n == 0 || ot__utf8_valid(text.at, text.n)) {
        return text;
    }
    u->latin1 = true;
    ot__buf_clear(&u->utf8);
    ot__buf_latin1(&u->utf8, text.at, text.n);
    return (ot_str){ot__buf_cstr(&u->utf8), u->utf8.n};
}

static ot_status ask(const ot_asked *a, ot_role role, ot_str text,
                     ot_meaning *meaning, ot_error *err)
{
    ot_understood *u = a->u;
    bool is_new;
    const uint32_t number = ot__intern_put(&u->texts, text, &is_new);

    if (number == OT_INTERN_FAILED) {
        return no_memory(err);
    }
    // A commodity's meaning hangs on its family as well: only HS is kept.
    const bool keeps = role != OT_ROLE_COMMODITY || u->family.a == 0;
    if (!is_new && keeps && number < u->capacity &&
        u->meaning[number].b != INT32_MIN) {
        *meaning = u->meaning[number];
        return OT_OK;
    }
    *meaning = (ot_meaning){0, 0};
    if (u->lock != NULL) {
        pthread_mutex_lock(u->lock);
    }
    const ot_status status =
        ot__resolve(a, role, ot__str_trim(as_utf8(u, text)), meaning, err);
    if (u->lock != NULL) {
        pthread_mutex_unlock(u->lock);
    }
    const ot_meaning unknown = {0, INT32_MIN};
    if (!keep(u, number, status == OT_OK && keeps ? *meaning : unknown)) {
        return no_memory(err);
    }
    return status;
}

ot_status ot__understand(ot_panel *panel, ot_understood *u, ot_role role,
                         ot_str text, const ot_plan *plan, int year_start,
                         ot_meaning *meaning, ot_error *err)
{
    const ot_asked asked = {panel, u, plan, year_start};
    const ot_status status = ask(&asked, role, text, meaning, err);

    u->last = (ot_str){NULL, 0};
    if (status == OT_OK) {
        const uint32_t number = ot__intern_find(&u->texts, text);
        u->last = (ot_str){ot__intern_text(&u->texts, number), text.n};
    }
    return status;
}

void ot__understood_free(ot_understood *u)
{
    ot__intern_free(&u->texts);
    ot__buf_free(&u->utf8);
    free(u->meaning);
    *u = (ot_understood){0};
}
