// SPDX-License-Identifier: GPL-3.0-or-later
// grammar.c - the languages.

#include "claim/grammar.h"

#include <string.h>

static const struct {
    const char *name;
    const ot_grammar *grammar;
} languages[] = {
    {"en", &ot__grammar_english},
    {"ru", &ot__grammar_russian},
};

const ot_grammar *ot__grammar_find(const char *language)
{
    const char *name = language != NULL ? language : "en";

    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        if (strcmp(languages[i].name, name) == 0) {
            return languages[i].grammar;
        }
    }
    return NULL;
}
