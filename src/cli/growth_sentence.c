// SPDX-License-Identifier: GPL-3.0-or-later
// growth_sentence.c - outturn growth in sentences.

#include <stdlib.h>

#include "cli/growth.h"
#include "outturn/sentence.h"

void growth_tell(growth_told *told, const cli_views *v, const ot_view *view,
                 ot_period period, ot_period base)
{
    const ot_sentence_options how = {period, base, told->as_of};
    char *sentence;

    if (ot_sentence_growth(v->panel, view, &how, &sentence, &told->why) ==
        OT_OK) {
        ot__buf_format(told->out, "%s\n", sentence);
        free(sentence);
    }
}
