// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "data/status.h"

typedef struct status_case {
    const char *name, *text;
    bool read;
    ot_state state;
    int flags;
} status_case;

// By Eurostat's table of flags and SDMX's CL_OBS_STATUS.
static const status_case status_cases[] = {
    {"nothing is said", "", true, OT_REPORTED, 0},
    {"a word of ours", "provisional", true, OT_REPORTED, OT_FLAG_PROVISIONAL},
    {"two words of ours", "estimated, break", true, OT_REPORTED,
     OT_FLAG_ESTIMATED | OT_FLAG_BREAK},
    {"a state of several words", "not in the files", true, OT_NOT_IN_FILES, 0},
    {"Eurostat's p", "p", true, OT_REPORTED, OT_FLAG_PROVISIONAL},
    {"Eurostat's b and p", "bp", true, OT_REPORTED,
     OT_FLAG_BREAK | OT_FLAG_PROVISIONAL},
    {"confidential", "c", true, OT_SUPPRESSED, 0},
    {"SDMX's A is normal", "A", true, OT_REPORTED, 0},
    {"SDMX's B is a break", "B", true, OT_REPORTED, OT_FLAG_BREAK},
    {"of low reliability counts", "u", true, OT_REPORTED, 0},
    {"an estimated weight of Comtrade", "true", true, OT_REPORTED,
     OT_FLAG_ESTIMATED},
    {"a word that is none", "perhaps", false, OT_REPORTED, 0},
    {"letters that are a word", "bedbed", false, OT_REPORTED, 0},
    {"a letter that is none", "bx", false, OT_REPORTED, 0},
    {"a comma too many", "p,,b", false, OT_REPORTED, 0},
};

static void test_status(void **state)
{
    const status_case *c = *state;
    ot_state s;
    int flags;

    assert_true(ot__status_read(ot__str(c->text), &s, &flags) == c->read);
    if (c->read) {
        assert_int_equal(s, c->state);
        assert_int_equal(flags, c->flags);
    }
}

typedef struct words_case {
    const char *name;
    unsigned flags;
    const char *words;
} words_case;

static const words_case words_cases[] = {
    {"none", 0, ""},
    {"one", OT_FLAG_BREAK, "break"},
    {"all", OT_FLAG_PROVISIONAL | OT_FLAG_ESTIMATED | OT_FLAG_BREAK,
     "estimated, provisional, break"},
};

// What is written is read again as the same.
static void test_words(void **state)
{
    const words_case *c = *state;
    char text[40];
    ot_state s;
    int flags;

    assert_string_equal(ot_flags_text(c->flags, text), c->words);
    assert_true(ot__status_read(ot__str(text), &s, &flags));
    assert_int_equal(flags, c->flags);
}

int main(void)
{
    return RUN_TABLE("statuses", status_cases, test_status) +
           RUN_TABLE("words", words_cases, test_words);
}
