// SPDX-License-Identifier: GPL-3.0-or-later
// brief_html_block.c - the blocks of a brief as elements of HTML.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/html.h"
#include "report/brief_html.h"

static void put_text(ot_buf *out, const char *text)
{
    ot__html_text(out, text != NULL ? ot__str(text) : (ot_str){"", 0});
}

static void put_element(ot_buf *out, const char *open, const char *text,
                        const char *close)
{
    ot__buf_text(out, open);
    put_text(out, text);
    ot__buf_text(out, close);
}

// ---- words ------------------------------------------------------------------

static void put_paragraph(ot_html *page, const ot_block *b)
{
    put_element(page->out, "<p dir=\"auto\">", b->text, "</p>\n");
}

static void put_item(ot_html *page, const ot_block *b)
{
    put_element(page->out, "<li dir=\"auto\">", b->text, "</li>\n");
}

static void put_note(ot_html *page, const ot_block *b)
{
    put_element(page->out, "<p class=\"note\" dir=\"auto\">", b->text,
                "</p>\n");
}

// A command without its breaks at hyphens: "-f" stays whole, and so does a
// date. Longer words may break, so that a narrow page holds them.
#define WHOLE 24

static void put_command(ot_html *page, const ot_block *b)
{
    ot_str rest = ot__str(b->text);

    ot__buf_text(page->out, "<pre><code>");
    while (rest.n > 0) {
        const ot_str word = ot__str_cut(&rest, ' ');
        const bool whole = word.n > 0 && word.n <= WHOLE &&
                           memchr(word.at, '-', word.n) != NULL;
        ot__buf_text(page->out, whole ? "<span>" : "");
        ot__html_text(page->out, word);
        ot__buf_text(page->out, whole ? "</span>" : "");
        ot__buf_text(page->out, rest.n > 0 ? " " : "");
    }
    ot__buf_text(page->out, "</code></pre>\n");
}

static void put_figure(ot_html *page, const ot_block *b)
{
    put_element(page->out, "<div>\n<dt dir=\"auto\">", b->label, "</dt>\n");
    put_element(page->out, "<dd class=\"figure\" dir=\"auto\">", b->text,
                "</dd>\n");
    if (b->remark != NULL && b->remark[0] != '\0') {
        put_element(page->out, "<dd dir=\"auto\">", b->remark, "</dd>\n");
    }
    ot__buf_text(page->out, "</div>\n");
}

// ---- tables -----------------------------------------------------------------

static void put_heads(ot_buf *out, const ot_block *table)
{
    ot__buf_text(out, "<thead>\n<tr>");
    for (size_t c = 0; c < table->columns; c++) {
        const char *title = table->column[c].title;
        const char *look = table->column[c].number ? " class=\"num\"" : "";
        if (title == NULL || title[0] == '\0') {
            ot__buf_format(out, "<td%s></td>", look);
            continue;
        }
        ot__buf_format(out, "<th scope=\"col\"%s>", look);
        put_element(out, "", title, "</th>");
    }
    ot__buf_text(out, "</tr>\n</thead>\n");
}

// A row is marked by a sign that is seen and a word that is heard.
static void put_row(ot_buf *out, const ot_block *table, const ot_brief_row *row)
{
    static const char *const looks[] = {
        [OT_BRIEF_ROW_PLAIN] = "",
        [OT_BRIEF_ROW_TOTAL] = " class=\"total\"",
        [OT_BRIEF_ROW_FLAGGED] = " class=\"flagged\""};

    ot__buf_format(out, "<tr%s>", looks[row->style]);
    for (size_t c = 0; c < table->columns; c++) {
        const char *look = table->column[c].number ? " class=\"num\"" : "";
        const char *name = c == 0 ? "th" : "td";
        ot__buf_format(out, "<%s%s%s dir=\"auto\">", name,
                       c == 0 ? " scope=\"row\"" : "", look);
        if (c == 0 && row->style == OT_BRIEF_ROW_FLAGGED) {
            ot__buf_text(out, "<span aria-hidden=\"true\">▲\u00A0</span>"
                              "<span class=\"heard\">Marked: </span>");
        }
        put_text(out, row->cell[c]);
        ot__buf_format(out, "</%s>", name);
    }
    ot__buf_text(out, "</tr>\n");
}

// In a box that scrolls by itself, so that the page never does sideways. On
// paper it cannot: a table of many columns has small letters there.
#define MANY 8

static void put_table(ot_html *page, const ot_block *b)
{
    const bool named = b->text != NULL && b->text[0] != '\0';

    page->tables++;
    ot__buf_format(page->out,
                   "<div class=\"table%s\" role=\"group\" tabindex=\"0\" ",
                   b->columns > MANY ? " many" : "");
    if (named) {
        ot__buf_format(page->out,
                       "aria-labelledby=\"t_%zu\">\n<table>\n"
                       "<caption dir=\"auto\"><span id=\"t_%zu\">",
                       page->tables, page->tables);
        put_element(page->out, "", b->text, "</span></caption>\n");
    } else {
        ot__buf_format(page->out, "aria-label=\"Table %zu\">\n<table>\n",
                       page->tables);
    }
    put_heads(page->out, b);
    ot__buf_text(page->out, "<tbody>\n");
    for (size_t i = 0; i < b->rows; i++) {
        put_row(page->out, b, &b->row[i]);
    }
    ot__buf_text(page->out, "</tbody>\n</table>\n</div>\n");
}

// ---- pictures ---------------------------------------------------------------

// Drawn twice, in pixels: as wide as the page, and for a telephone of 320
// pixels and more, where letters of the first would be too small. Sizes of
// their own and not of the table: these have no paper around them.
#define ROW_HEIGHT 54.0
static const struct {
    const char *look;
    ot_chart_size size; // its height is the most that a picture has
    double around;      // what titles, axis and notes take of it
} forms[] = {
    {"wide", {"wide", "", 704, 430, 96, 1, 19, 13, 12}, 140},
    {"narrow", {"narrow", "", 340, 430, 96, 1, 17, 12.5, 11.5}, 175},
};

// Rows lie below each other: a few need less height. Totals are drawn by a
// waterfall only.
static double height(const ot_chart *chart, size_t form)
{
    const double most = forms[form].size.height;
    const bool totals = strcmp(chart->kind->name, "waterfall") == 0;
    size_t rows = 0;

    for (size_t i = 0; i < chart->rows; i++) {
        rows += totals || chart->row[i].style != OT_ROW_TOTAL;
    }
    return chart->kind->rows
               ? fmin(most, forms[form].around + ROW_HEIGHT * (double)rows)
               : most;
}

// What all pictures lack, each kind of it told once.
static void add_note(ot_chart_note *all, const ot_chart_note *one)
{
    if (all->font[0] == '\0') {
        memcpy(all->font, one->font, sizeof all->font);
    }
    all->no_glyph += one->no_glyph;
}

static ot_status put_form(ot_html *page, const ot_chart *chart, size_t form,
                          ot_error *err)
{
    ot_chart_options options = *page->options;
    ot_chart_size size = forms[form].size;
    ot_chart_note note = {0};
    char prefix[48];
    const ot_inset inset = {.prefix = prefix,
                            .look = forms[form].look,
                            .theme = page->dark,
                            .hues = &page->hues};

    snprintf(prefix, sizeof prefix, "p%zu%c_", page->pictures,
             forms[form].look[0]);
    size.height = height(chart, form);
    options.size = &size;
    options.theme = page->light;
    const ot_status status =
        ot__chart_inset(chart, &options, &inset, page->out, &note, err);
    if (form == 0) { // both have the same texts
        add_note(page->note, &note);
    }
    return status;
}

static ot_status put_picture(ot_html *page, const ot_block *b, ot_error *err)
{
    const ot_chart *chart = ot_picture_chart(b->picture);
    ot_status status = OT_OK;

    page->pictures++;
    ot__buf_text(page->out, "<figure");
    if (chart->locale != NULL && strcmp(chart->locale->name, "en") != 0) {
        ot__buf_format(page->out, " lang=\"%s\"", chart->locale->name);
    }
    ot__buf_text(page->out, ">\n");
    for (size_t i = 0; i < sizeof forms / sizeof forms[0] && status == OT_OK;
         i++) {
        status = put_form(page, chart, i, err);
    }
    ot__buf_text(page->out, "</figure>\n");
    return status;
}

// ---- all --------------------------------------------------------------------

// Kinds in the order of ot_block_kind; open and close stand around those next
// to each other.
static const struct {
    const char *open, *close;
    void (*put)(ot_html *page, const ot_block *b);
} kinds[] = {
    [OT_BLOCK_SECTION] = {"", "", NULL},
    [OT_BLOCK_TEXT] = {"", "", put_paragraph},
    [OT_BLOCK_ITEM] = {"<ul>\n", "</ul>\n", put_item},
    [OT_BLOCK_NOTE] = {"", "", put_note},
    [OT_BLOCK_COMMAND] = {"", "", put_command},
    [OT_BLOCK_FIGURE] = {"<dl>\n", "</dl>\n", put_figure},
    [OT_BLOCK_TABLE] = {"", "", put_table},
    [OT_BLOCK_PICTURE] = {"", "", NULL},
};

ot_status ot__html_blocks(ot_html *page, size_t first, size_t last,
                          ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = first; i < last && status == OT_OK;) {
        const ot_block_kind kind = ot_brief_block(page->brief, i).kind;
        ot_block b;

        ot__buf_text(page->out, kinds[kind].open);
        for (; i < last && status == OT_OK &&
               (b = ot_brief_block(page->brief, i)).kind == kind;
             i++) {
            if (kind == OT_BLOCK_PICTURE) {
                status = put_picture(page, &b, err);
            } else {
                kinds[kind].put(page, &b);
            }
        }
        ot__buf_text(page->out, kinds[kind].close);
    }
    return status;
}
