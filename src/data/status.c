// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/status.h"

#include <string.h>

typedef struct status_name {
    const char *name;
    ot_state state;
    int flags;
} status_name;

// The words of our own files and of Comtrade's "is estimated".
static const status_name words[] = {
    {"reported", OT_REPORTED, 0},
    {"false", OT_REPORTED, 0},
    {"true", OT_REPORTED, OT_FLAG_ESTIMATED},
    {"zero", OT_ZERO, 0},
    {"absent", OT_ABSENT, 0},
    {"missing", OT_MISSING, 0},
    {"suppressed", OT_SUPPRESSED, 0},
    {"confidential", OT_SUPPRESSED, 0},
    {"not in the files", OT_NOT_IN_FILES, 0},
    {"no rate", OT_MISSING, 0},
    {"provisional", OT_REPORTED, OT_FLAG_PROVISIONAL},
    {"estimated", OT_REPORTED, OT_FLAG_ESTIMATED},
    {"break", OT_REPORTED, OT_FLAG_BREAK},
};

// Letters that Eurostat writes as flags, several together ("bp"), and those of
// SDMX's code list CL_OBS_STATUS that mean the same. Source: Eurostat, Status
// flags of its dissemination database; SDMX, Code list for Observation Status
// 2.2.
static const status_name letters[] = {
    {"a", OT_REPORTED, 0}, // normal
    {"b", OT_REPORTED, OT_FLAG_BREAK},
    {"c", OT_SUPPRESSED, 0},
    {"d", OT_REPORTED, 0}, // another definition
    {"e", OT_REPORTED, OT_FLAG_ESTIMATED},
    {"f", OT_REPORTED, OT_FLAG_ESTIMATED}, // a forecast
    {"i", OT_REPORTED, OT_FLAG_ESTIMATED}, // imputed
    {"n", OT_REPORTED, 0},                 // not significant
    {"p", OT_REPORTED, OT_FLAG_PROVISIONAL},
    {"r", OT_REPORTED, 0}, // revised
    {"u", OT_REPORTED, 0}, // of low reliability
};

static bool status_is(ot_str text, const status_name names[], size_t n,
                      ot_state *state, int *flags)
{
    for (size_t i = 0; i < n; i++) {
        if (ot__str_same(text, names[i].name)) {
            if (names[i].state != OT_REPORTED) {
                *state = names[i].state;
            }
            *flags |= names[i].flags;
            return true;
        }
    }
    return false;
}

// "bp", "e": every letter is one of the table.
static bool is_letters(ot_str text, ot_state *state, int *flags)
{
    for (size_t i = 0; i < text.n; i++) {
        if (!status_is((ot_str){text.at + i, 1}, letters,
                       sizeof letters / sizeof letters[0], state, flags)) {
            return false;
        }
    }
    return text.n > 0 && text.n <= 4;
}

// "estimated, break": each of the words between commas.
bool ot__status_read(ot_str text, ot_state *state, int *flags)
{
    ot_str rest = text;

    *state = OT_REPORTED;
    *flags = 0;
    while (rest.n > 0) {
        const char *comma = memchr(rest.at, ',', rest.n);
        const size_t n = comma != NULL ? (size_t)(comma - rest.at) : rest.n;
        const size_t skip = n + (comma != NULL ? 1 : 0);
        const ot_str word = ot__str_trim((ot_str){rest.at, n});
        if (!status_is(word, words, sizeof words / sizeof words[0], state,
                       flags) &&
            !is_letters(word, state, flags)) {
            return false;
        }
        rest = (ot_str){rest.at + skip, rest.n - skip};
    }
    return true;
}
