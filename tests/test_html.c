// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a text holds, a document that takes it stays one.
#include "support.h"

#include "base/html.h"

typedef struct text_case {
    const char *name, *text, *want;
} text_case;

#define BAD "\xEF\xBF\xBD"

static const text_case text_cases[] = {
    {"nothing", "", ""},
    {"words and letters of any language", "Հայաստան, Россия, Türkiye",
     "Հայաստան, Россия, Türkiye"},
    {"markup", "<b class=\"x\">R&D</b>",
     "&lt;b class=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;"},
    {"what is escaped already is text like any other", "&amp;", "&amp;amp;"},
    {"the end of a style or a comment", "</style>-->", "&lt;/style&gt;--&gt;"},
    {"an apostrophe stands as it is", "Côte d'Ivoire", "Côte d'Ivoire"},
    {"tabs and line feeds stay, carriage returns go", "a\tb\r\nc", "a\tb\nc"},
    {"control characters", "a\x01\x1B[1mb\x7F", "a" BAD BAD "[1mb" BAD},
    {"control characters of Latin-1", "a\xC2\x85z", "a" BAD "z"},
    {"a byte that begins nothing", "a\xFFz", "a" BAD "z"},
    {"a letter cut short", "a\xD5", "a" BAD},
    {"a code point of two bytes where one does", "\xC0\xBC", BAD BAD},
    {"half of a pair", "\xED\xA0\x80", BAD BAD BAD},
    {"code points that are none", "\xEF\xBF\xBF\xEF\xB7\x90", BAD BAD},
    {"a plane beyond the first", "\xF0\x9F\x9A\xA2", "\xF0\x9F\x9A\xA2"},
    {"an override would turn a figure round",
     "\xE2\x80\xAE"
     "12.5\xE2\x80\xAC",
     BAD "12.5" BAD},
    {"isolates and marks of direction may stand",
     "\xE2\x81\xA7"
     "a\xE2\x81\xA9\xE2\x80\x8F",
     "\xE2\x81\xA7"
     "a\xE2\x81\xA9\xE2\x80\x8F"},
};

static void test_text(void **state)
{
    const text_case *c = *state;
    ot_buf out = {0};

    ot__html_text(&out, ot__str(c->text));
    assert_string_equal(ot__buf_cstr(&out), c->want);
    ot__buf_free(&out);
}

int main(void)
{
    return RUN_TABLE("html", text_cases, test_text);
}
