// SPDX-License-Identifier: GPL-3.0-or-later
// our_csv.c - reading alone: data/csv.c with the ten columns that a panel needs
// of a Comtrade file.
#include <stdio.h>

#include "data/csv.h"

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    size_t *fields = context;

    (void)err;
    *fields += record->n;
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    (void)context;
    return ot_fail(err, OT_E_SYNTAX, &(ot_place){.line = line}, "%s", what);
}

int main(int argc, char *argv[])
{
    static const bool wanted[48] = {
        [5] = true,  [6] = true,  [9] = true,  [11] = true, [14] = true,
        [20] = true, [24] = true, [27] = true, [37] = true, [43] = true};
    size_t fields = 0;
    ot_csv csv = {.wanted = wanted,
                  .wanted_n = 48,
                  .see = see,
                  .bad = bad,
                  .context = &fields};
    ot_source *source;

    if (argc != 2 || ot__source_open(argv[1], &source, NULL) != OT_OK) {
        fprintf(stderr, "usage: our_csv FILE\n");
        return 2;
    }
    const ot_status status = ot__csv_read(source, &csv, NULL);
    ot__source_close(source);
    return status != OT_OK;
}
