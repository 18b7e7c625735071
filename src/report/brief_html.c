// SPDX-License-Identifier: GPL-3.0-or-later
// brief_html.c - a brief as one page of HTML that asks for nothing: head, list
// of contents, sections, foot. Its blocks are in brief_html_block.c, how it
// looks in brief_html_style.c.
#include "report/brief_html.h"

#include <string.h>

#include "base/html.h"

#define CONTENTS_FROM 5 // sections

static void put_text(ot_buf *out, const char *text)
{
    ot__html_text(out, ot__str(text));
}

// ---- sections ---------------------------------------------------------------

static bool is_section(const ot_brief *brief, size_t i)
{
    return ot_brief_block(brief, i).kind == OT_BLOCK_SECTION;
}

// The next section from block i on, or the number of blocks.
static size_t next_section(const ot_brief *brief, size_t i)
{
    const size_t n = ot_brief_blocks(brief);

    while (i < n && !is_section(brief, i)) {
        i++;
    }
    return i;
}

static size_t count_sections(const ot_brief *brief)
{
    const size_t n = ot_brief_blocks(brief);
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        count += is_section(brief, i);
    }
    return count;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void ot__html_id(ot_buf *out, const ot_block *section, size_t i)
{
    const char *id = section->id != NULL ? section->id : "";

    if (id[0] == '\0') {
        ot__buf_format(out, "section-%zu", i + 1);
    } else if (!is_letter(id[0])) {
        ot__buf_text(out, "s-");
    }
    for (; *id != '\0'; id++) {
        const bool plain = is_letter(*id) || (*id >= '0' && *id <= '9');
        ot__buf_char(out, plain ? *id : '-');
    }
}

static void put_contents(ot_buf *out, const ot_brief *brief)
{
    const size_t n = ot_brief_blocks(brief);

    if (count_sections(brief) < CONTENTS_FROM) {
        return;
    }
    ot__buf_text(out, "<nav aria-labelledby=\"contents_\">\n"
                      "<h2 id=\"contents_\">Contents</h2>\n<ol>\n");
    for (size_t i = next_section(brief, 0); i < n;
         i = next_section(brief, i + 1)) {
        const ot_block section = ot_brief_block(brief, i);
        ot__buf_text(out, "<li><a href=\"#");
        ot__html_id(out, &section, i);
        ot__buf_text(out, "\">");
        put_text(out, section.text);
        ot__buf_text(out, "</a></li>\n");
    }
    ot__buf_text(out, "</ol>\n</nav>\n");
}

static ot_status put_section(ot_html *page, size_t first, size_t last,
                             ot_error *err)
{
    const ot_block section = ot_brief_block(page->brief, first);

    ot__buf_text(page->out, "<section aria-labelledby=\"");
    ot__html_id(page->out, &section, first);
    ot__buf_text(page->out, "\">\n<h2 id=\"");
    ot__html_id(page->out, &section, first);
    ot__buf_text(page->out, "\" dir=\"auto\">");
    put_text(page->out, section.text);
    ot__buf_text(page->out, "</h2>\n");
    const ot_status status = ot__html_blocks(page, first + 1, last, err);
    ot__buf_text(page->out, "</section>\n");
    return status;
}

// ---- the page ---------------------------------------------------------------

static void put_day(ot_buf *out, ot_day day)
{
    char text[16], words[32];

    ot__buf_format(out, "<time datetime=\"%s\">%s</time>",
                   ot_day_text(day, text), ot_day_words(day, words));
}

static void put_header(ot_buf *out, const ot_brief *brief)
{
    const ot_day day = ot_brief_day(brief);

    ot__buf_text(out, "<header>\n<h1 dir=\"auto\">");
    put_text(out, ot_brief_title(brief));
    ot__buf_text(out, "</h1>\n");
    if (ot_brief_subtitle(brief)[0] != '\0') {
        ot__buf_text(out, "<p class=\"subtitle\" dir=\"auto\">");
        put_text(out, ot_brief_subtitle(brief));
        ot__buf_text(out, "</p>\n");
    }
    if (day != OT_DAY_NONE && day != OT_DAY_LATEST) {
        ot__buf_text(out, "<p class=\"date\">Figures of ");
        put_day(out, day);
        ot__buf_text(out, "</p>\n");
    }
    ot__buf_text(out, "</header>\n");
}

static void put_footer(ot_buf *out, const ot_brief *brief)
{
    if (ot_brief_source_text(brief)[0] != '\0') {
        ot__buf_text(out, "<footer>\n<p dir=\"auto\">");
        put_text(out, ot_brief_source_text(brief));
        ot__buf_text(out, "</p>\n</footer>\n");
    }
}

static void put_head(ot_buf *out, const ot_html *page)
{
    ot__buf_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                      "<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" "
                      "content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n"
                      "<meta name=\"viewport\" "
                      "content=\"width=device-width, initial-scale=1\">\n"
                      "<title>");
    put_text(out, ot_brief_title(page->brief));
    ot__buf_text(out, "</title>\n");
    if (ot_brief_subtitle(page->brief)[0] != '\0') {
        ot__buf_text(out, "<meta name=\"description\" content=\"");
        put_text(out, ot_brief_subtitle(page->brief));
        ot__buf_text(out, "\">\n");
    }
    ot__html_style(out, page);
    ot__buf_text(out, "</head>\n");
}

static ot_status put_main(ot_html *page, ot_error *err)
{
    const size_t n = ot_brief_blocks(page->brief);
    size_t at = next_section(page->brief, 0);
    ot_status status;

    ot__buf_text(page->out, "<main>\n");
    status = ot__html_blocks(page, 0, at, err);
    while (at < n && status == OT_OK) {
        const size_t next = next_section(page->brief, at + 1);
        status = put_section(page, at, next, err);
        at = next;
    }
    ot__buf_text(page->out, "</main>\n");
    return status;
}

ot_status ot__brief_html(const ot_brief *brief, const ot_chart_options *options,
                         ot_buf *out, ot_chart_note *note, ot_error *err)
{
    const ot_chart_theme *dark = ot_chart_theme_find("dark");
    ot_buf body = {0};
    ot_html page = {.brief = brief,
                    .options = options,
                    .light = options->theme != dark
                                 ? options->theme
                                 : ot_chart_theme_find("light"),
                    .dark = dark,
                    .out = &body,
                    .note = note};

    *note = (ot_chart_note){0};
    put_header(&body, brief);
    put_contents(&body, brief);
    const ot_status status = put_main(&page, err);
    put_footer(&body, brief);
    put_head(out, &page);
    ot__buf_text(out, "<body>\n");
    ot__buf_text(out, ot__buf_cstr(&body));
    ot__buf_text(out, "</body>\n</html>\n");
    out->failed = out->failed || body.failed;
    ot__buf_free(&body);
    return status;
}
