// SPDX-License-Identifier: GPL-3.0-or-later
// content.c - looks down the columns of an unknown file.

#include "data/content.h"

#include <stdio.h>
#include <string.h>

#include "data/area_label.h"
#include "data/when.h"
#include "outturn/decimal.h"

#define SAMPLE 30 // rows below the header that are looked at

bool ot__is_number(ot_str text)
{
    ot_decimal d;
    const char *why;

    return ot_decimal_parse(text.at, text.n, (ot_decimal_form){'.'}, &d,
                            &why) == OT_OK ||
           ot_decimal_parse(text.at, text.n, (ot_decimal_form){','}, &d,
                            &why) == OT_OK;
}

ot_content ot__look_down(const ot_grid *grid, size_t below, size_t field)
{
    ot_content c = {0};

    for (size_t r = below + 1; r < grid->n && c.rows < SAMPLE; r++) {
        const ot_str text = ot__grid_field(grid, r, field);
        ot_period p;
        if (text.n == 0) {
            continue;
        }
        const bool number = ot__is_number(text);
        c.rows++;
        c.numbers += number;
        c.areas += !number && ot__area_label(text) != OT_AREA_NONE;
        c.periods += ot__when(text, 0, &p);
        c.years += text.n == 4 && number && ot__when(text, 0, &p);
        c.months += number && text.n <= 2;
        c.flows += !number && ot_flow_find(text.at, text.n) != NULL;
    }
    return c;
}

bool ot__most(size_t part, const ot_content *c)
{
    return c->rows > 0 && 10 * part >= 6 * c->rows;
}

bool ot__names_code(ot_str name)
{
    static const char *const words[] = {"code", "iso",  "level",
                                        "m49",  "year", "month"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__caption_holds(name, ot__str(words[i]))) {
            return true;
        }
    }
    return name.n == 0 || ot__str_same(name, "id");
}

char *ot__refer(const ot_grid *grid, size_t header, size_t field, char out[],
                size_t size)
{
    char name[160];
    const ot_str text = ot__grid_field(grid, header, field);

    ot__str_copy(text, name, sizeof name);
    if (text.n == 0 || text.n >= sizeof name || strchr(name, '"') != NULL ||
        strchr(name, '|') != NULL || strchr(name, '*') != NULL ||
        strpbrk(name, "\r\n") != NULL) {
        snprintf(out, size, "@%zu", field + 1);
    } else if (strpbrk(name, ",=:?") != NULL || name[0] == '@' ||
               name[0] == '^') {
        snprintf(out, size, "\"%s\"", name);
    } else {
        snprintf(out, size, "%s", name);
    }
    return out;
}
