// SPDX-License-Identifier: GPL-3.0-or-later
// checked_chart.c - stated figures and what was found of them, as a picture.

#include <stdlib.h>

#include "cli/checked.h"
#include "cli/texts.h"
#include "outturn/picture_claims.h"

// Of several days of the data that on which it was said.
ot_status checked_picture(const ot_panel *panel, const checked *texts, size_t n,
                          ot_picture **picture, ot_error *err)
{
    const ot_picture_options options = {.step = 0};
    size_t all = 0, at = 0;
    ot_buf source = {0};

    for (size_t i = 0; i < n; i++) {
        all += texts[i].claims->n;
    }
    ot_picture_stated *stated = calloc(all + 1, sizeof *stated);
    if (stated == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        const size_t column = texts[i].data != NULL ? 1 : 0;
        for (size_t k = 0; k < texts[i].claims->n; k++) {
            stated[at++] =
                (ot_picture_stated){&texts[i].claims->claim[k],
                                    checked_finding(&texts[i], k, column)};
        }
    }
    cli_texts_source(&source, texts[0].path, n);
    const ot_picture_claims of = {.panel = panel,
                                  .source = ot__buf_cstr(&source),
                                  .stated = stated,
                                  .n = all};
    const ot_status status = ot_picture_of_claims(&of, &options, picture, err);
    ot__buf_free(&source);
    free(stated);
    return status;
}
